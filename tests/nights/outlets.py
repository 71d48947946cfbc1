"""The outlets of a world: ten kinds, which differ further from the eleventh on."""
import words
from model import Outlet

_PAPERS = "Harbour Valley Evening Northern Weekly Canal Moorland Estuary Morning Borough".split()
_TITLES = "Ledger Courier Sentinel Chronicle Herald Observer Gazette Mercury Reporter Journal".split()

# dialect, content, guids, what may change, session ids, tracking parameters, entity tags, furniture
_KINDS = [
    ("wordpress", "full", "post", "https", "", True, False, True),
    ("wordpress", "blurb", "post", "host", "", True, True, False),
    ("drupal", "full", "node", "guids", "", False, True, True),
    ("press office", "full", "hex", "", "jsessionid", False, False, False),
    ("council site", "full", "", "www", "PHPSESSID", False, False, False),
    ("atom", "full", "tag", "host", "", False, True, False),
    ("rdf", "full", "", "https", "", False, False, False),
    ("json", "full", "number", "guids", "", True, True, False),
    ("wordpress", "blurb", "revision", "https", "", True, False, False),
    ("wordpress", "pages", "post", "host", "", False, False, True),
]
_MOVES = ["https", "www", "host", "guids"]


def _moves_of(outlet):
    """What may change without making the truth uncertain: without a guid nothing ties two hosts together, and pages are
    served without TLS."""
    if outlet.content == "pages":
        return ["host", "www"]
    if not outlet.guids or outlet.guids == "revision":
        return ["https", "www"]
    return _MOVES


def make_outlets(count, nights, rng, grammar):
    slugs = list(words.COUNCILS)
    rng.shuffle(slugs)
    return [_make(number, nights, rng, grammar, slugs) for number in range(count)]


def _make(number, nights, rng, grammar, slugs):
    dialect, content, guids, move, session, tracks, etags, furniture = _KINDS[number % len(_KINDS)]
    is_newsroom = dialect in ("press office", "council site")
    home = slugs[number % len(slugs)]
    if is_newsroom:
        name = f"{words.COUNCILS[home]} newsroom"
    else:
        name = f"{_PAPERS[number % 10]} {_TITLES[(number + number // 10) % 10]}"
    councils = [home] if is_newsroom else [slugs[(number * 3 + i) % len(slugs)] for i in range(6)]
    outlet = Outlet(number=number, name=name, host=f"{name.lower().replace(' ', '-')}.example", dialect=dialect,
                    content=content, guids=guids, councils=councils, rate=rng.uniform(0.6, 1.3),
                    window=rng.randrange(12, 17), session=session, tracks=tracks, has_etags=etags)
    if number >= len(_KINDS) and move:
        choices = _moves_of(outlet)
        move = choices[(choices.index(move) + number // len(_KINDS)) % len(choices)]
    outlet.move = move
    outlet.moves = rng.randrange(nights * 2 // 5, nights * 3 // 5 + 1)
    if furniture:
        outlet.furniture_names = [grammar.name(), grammar.name()]
        first, second = outlet.furniture_names
        outlet.furniture_council = slugs[(number - 1) % len(slugs)]
        outlet.furniture = [
            f"Support the {name}: join the {first} Circle for £2 a month and read every story before anyone else.",
            f"The {name} is printed at {second} Works, opposite the old offices of "
            f"{words.COUNCILS[outlet.furniture_council]}."]
        outlet.backlog = 60
    return outlet
