"""Compares an archive with the truth. Every difference is an error of one class; a story whose article is missing,
doubled or merged with another story's is in no other class."""
import collections
import datetime
import re

from london import london_day

_NAME = re.compile(r"\b[A-Z][a-z]{6}\b")
_ADDRESSES = {"id", "guid", "url", "source", "outlet"}  # members that are not text
_COMPARED = ("title", "published", "day", "authors", "councils", "mentions", "body")


class Errors:
    """Counts by class, with the first examples of each."""

    def __init__(self):
        self.counts = collections.Counter()
        self.examples = collections.defaultdict(list)

    def add(self, kind, example):
        self.counts[kind] += 1
        if len(self.examples[kind]) < 3:
            self.examples[kind].append(example)


def _texts(value):
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


def stories_in(article, owner):
    """The numbers of the stories of which the article has words."""
    text = "\n".join(text for member, value in article.items() if member not in _ADDRESSES for text in _texts(value))
    return {owner[name].number for name in _NAME.findall(text) if name in owner}


def match(articles, world, truth, errors):
    """Returns {number of a story: its article} for the stories that have exactly one, of their own."""
    found = collections.defaultdict(list)
    shared = set()
    for article in articles:
        numbers = stories_in(article, world.owner)
        if not numbers:
            errors.add("article of no story", f"{article.get('title')!r} from {article.get('source')}")
        for number in numbers - truth.known.keys():
            errors.add("article of a story that was not served whole", f"story {number}: {article['id']} {article.get('title')!r}")
        if len(numbers) > 1:
            shared |= numbers
            errors.add("articles merged", f"{article['id']} {article.get('title')!r} has "
                       + ", ".join(truth.known[number].label() for number in sorted(numbers) if number in truth.known))
        for number in numbers:
            found[number].append(article)
    sound = {}
    for number, known in truth.known.items():
        if known.is_removed:
            if found[number]:
                errors.add("removed article is back", known.label())
        elif not found[number]:
            errors.add("article missing", known.label())
        elif len(found[number]) > 1:
            errors.add(f"article doubled ({known.story.kind})",
                       f"{known.label()}: {len(found[number])} articles, {found[number][0]['id']} …")
        elif number not in shared:
            sound[number] = found[number][0]
    return sound


def check_articles(sound, outlets, truth, errors):
    """Headline, text, day and councils of each article, as exported."""
    learnt = {outlet.number for outlet in outlets if truth.knows_furniture(outlet)}
    for number, article in sound.items():
        known = truth.known[number]
        label = f"{known.label()}, {article['id']}"
        for kind, actual, expected in (("headline is not the newest", article.get("title"), known.newest.title),
                                       ("wrong day", article.get("day", day_of(article)), known.day)):
            if actual != expected:
                errors.add(kind, f"{label}: {actual!r}, not {expected!r}")
        text = article.get("summary", "") + "\n" + article.get("body", "")
        for kind, part in _parts(known):
            if part not in text:
                errors.add(kind, f"{label}: without {part!r}")
        mentions = set(article.get("mentions", []))
        furniture = {known.story.outlet.furniture_council} - known.mentions
        for kind, wrong in (("mention lost", known.mentions - mentions),
                            ("mention added", mentions - known.mentions - furniture),
                            ("mention added by furniture" + _moved(known.story.outlet), mentions & furniture)):
            if wrong and (wrong != furniture or known.story.outlet.number in learnt):
                errors.add(kind, f"{label}: {sorted(wrong)}")


def _moved(outlet):
    """Furniture of an outlet that moved to another host is a class of its own."""
    return ", host moved" if outlet.move == "host" else ""


def _parts(known):
    """What the text must contain: (class of error, words)."""
    yield "text is not the newest", known.newest.text_name
    if known.full_version:
        yield "full text lost", known.full_version.full_name or known.story.release
    if known.full_version and known.story.background:
        yield "background paragraph lost", known.story.background.text


def day_of(article):
    published = article.get("published", "")
    return london_day(datetime.datetime.fromisoformat(published.replace("Z", "+00:00"))) if "T" in published else published


def check_first_seen(sound, truth, errors):
    for number, article in sound.items():
        known = truth.known[number]
        expected = f"{known.first_seen:%Y-%m-%dT%H:%M:%SZ}"
        if article.get("first_seen") != expected:
            errors.add("wrong first_seen", f"{known.label()}, {article['id']}: {article.get('first_seen')}, not {expected}")


def check_searches(archive, world, sound, truth, errors):
    """What searches find."""
    checks = list(_searches(world, sound, truth))
    answers = archive.ask([request for _, request, _, _ in checks])
    for (kind, request, is_right, label), answer in zip(checks, answers):
        if not is_right(answer):
            errors.add(kind, f"{label}: {request}")


def _finds(article):
    return lambda answer: not answer["relaxed"] and [hit["id"] for hit in answer["hits"]] == [article["id"]]


def _finds_nothing(answer):
    return answer["relaxed"] or answer["total"] == 0


def _searches(world, sound, truth):
    """The checks: (class of error, request, whether an answer is right, label)."""
    def query(text):
        return {"query": text, "fields": ["id"]}

    for number, article in sound.items():
        known = truth.known[number]
        label = f"{known.label()}, {article['id']}"
        newest = known.newest
        yield "search: headline", query(f"title:{newest.title_name}"), _finds(article), label
        yield "search: day", query(f"{newest.site} date:{known.day}"), _finds(article), label
        for name in sorted({version.title_name for version in known.versions} - {newest.title_name}):
            yield "search: earlier headline", query(f"title:{name}"), _finds(article), label
        for name in sorted({version.text_name for version in known.versions} - {newest.text_name}):
            yield "search: earlier text", query(name), _finds(article), label
        if known.story.background and known.full_version:
            background = known.story.background
            yield ("search: background paragraph", query(f"{background.name} {newest.site} mentions:{background.council}"),
                   _finds(article), label)
    for outlet in world.outlets:
        for name in outlet.furniture_names if truth.knows_furniture(outlet) else []:
            yield "search: furniture" + _moved(outlet), query(name), _finds_nothing, outlet.name


def check_groups(archive, sound, world, truth, errors):
    """Copies of a press release are one group, and nothing else is."""
    numbers = list(sound)
    answers = archive.ask([{"show": sound[number]["id"]} for number in numbers])
    also = {number: answer["also"] for number, answer in zip(numbers, answers)}
    for name, copies in _releases(archive, sound, world, truth):
        if any(also[number] != len(copies) - 1 for number in copies):
            errors.add("press release not grouped", f"{name}: {len(copies)} copies, also: {[also[n] for n in copies]}")
    for number in numbers:
        known = truth.known[number]
        if known.story.kind != "release" and also[number] != 0:
            errors.add(f"grouped without reason ({known.story.kind})",
                       f"{known.label()}, {sound[number]['id']}: with {also[number]} others")


def _releases(archive, sound, world, truth):
    """The press releases of which the archive has just the right articles: (name, numbers of the copies)."""
    names = list(world.releases)
    answers = archive.ask([{"query": name, "limit": 50, "fields": ["id"]} for name in names])
    for name, answer in zip(names, answers):
        known = [truth.known[story.number] for story in world.releases[name] if story.number in truth.known]
        copies = [one.story.number for one in known if not one.is_removed]
        found = {hit["id"] for hit in answer["hits"]}
        if (all(one.full_version for one in known) and all(number in sound for number in copies)
                and found == {sound[number]["id"] for number in copies}):
            yield name, copies


class Alerts:
    """What the saved searches gave, night by night."""

    def __init__(self):
        self.given = collections.defaultdict(set)  # search: numbers of stories

    def check(self, search, hits, moment, world, truth, errors):
        expected = {number for number in truth.matching_since(search, moment) if not truth.known[number].is_removed}
        given = set()
        for hit in hits:
            numbers = stories_in({"title": hit["title"]}, world.owner)
            if len(numbers) != 1 or numbers - truth.known.keys():
                errors.add("alert for no story", f"{search.name}: {hit}")
            given |= numbers & truth.known.keys()
        if len(given) < len(hits):
            errors.add("alert twice on one night", f"{search.name} on {moment}")
        for number in sorted(given):
            label = f"{search.name}, {moment:%Y-%m-%d}: {truth.known[number].label()}"
            if truth.known[number].is_removed:
                errors.add("alert for a removed article", label)
            elif number in self.given[search.name]:
                errors.add("alert given again", label)
            elif search.name not in truth.known[number].matched:
                errors.add("alert without a match", label)
            elif number not in expected:
                errors.add("alert late", label)
        self.given[search.name] |= given

    def finish(self, searches, truth, errors):
        for search in searches:
            for known in truth.known.values():
                if search.name in known.matched and known.story.number not in self.given[search.name]:
                    errors.add("alert never given", f"{search.name}, {known.matched[search.name]:%Y-%m-%d}: {known.label()}")


def compare(nightly, shuffled, truth, errors):
    """Two archives that were made of the same answers: the same values for each story that both have once."""
    for number in nightly.keys() & shuffled.keys():
        for member in _COMPARED:
            one, other = nightly[number].get(member), shuffled[number].get(member)
            if isinstance(one, list) and isinstance(other, list):
                one, other = sorted(one), sorted(other)
            if one != other:
                errors.add(f"shuffled import differs: {member}", f"{truth.known[number].label()}: {other!r}, not {one!r}")
