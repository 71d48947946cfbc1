"""Texts of council news from a seeded grammar.

Unrelated texts share little: a sentence is put together from short phrases, so that runs of four equal words are rare.
Made-up names, such as Zanuvok, mark what is to be found again: no two calls of `name` return the same one."""

import re

COUNCILS = {slug: slug.capitalize() + " Council" for slug in (
    "barnsley bolton bradford calderdale coventry dudley gateshead kirklees knowsley leeds oldham rochdale rotherham "
    "salford sandwell sefton sheffield solihull stockport sunderland tameside trafford wakefield walsall wigan wirral "
    "wolverhampton").split()}

_CONSONANTS, _VOWELS, _ENDS = "bdfgklmnprtvz", "aeiou", "bkpx"

_WHO = """ward councillors|the cabinet member|planning officers|the scrutiny panel|parents' groups|local traders|residents
nearby|the housing team|opposition members|finance officers|youth workers|the leader|campaigners|library staff|
highways engineers|the district auditor|union officials|school governors|tenants|a senior manager|market stallholders|
the monitoring officer|allotment holders|public health nurses|the chief executive|volunteers|heritage experts|
cyclists|care providers|two independent members"""
_SAID = """said|warned|argued|confirmed|told a meeting|wrote|insisted|reported|agreed|complained|explained|heard|predicted|
accepted|claimed|noted|feared|hoped|pointed out|concluded"""
_ADJECTIVES = """cheaper|long-delayed|temporary|flood-proof|modest|two-storey|disputed|redesigned|community-run|ageing|
half-empty|bigger|listed|popular|costly|early-morning|volunteer-led|rural|riverside|solar-powered|secondhand|
part-time|pilot|county-wide|refurbished|overdue|experimental|smaller|winter|final"""
_THINGS = """bus lane|library|swimming pool|car park|footbridge|market hall|care home|recycling depot|school extension|
playground|town hall annexe|cycle route|housing block|museum|sports pitch|bin round|tram stop|day centre|cemetery
chapel|theatre|weighbridge|allotment site|flood wall|street lights|nursery|skate park|canal towpath|bandstand|
youth club|civic square"""
_DOES = """will open|may be sold|should be rebuilt|has run out of money|needs new boilers|could lose its grant|attracts fewer
visitors|cannot meet demand|is to be let|would save a fortune|must wait for surveys|stays shut|faces higher rents|
gets a second chance|is short of staff|has outgrown its site|drew hundreds of objections|breaks even again|depends on
reserves|passed its inspection|will be handed over|costs too much|was built without drains|is booked out|needs a
tenant|smells of damp|wins a prize|loses its warden|must change hands|looks unaffordable|stands idle|reopens|goes to
auction|leaks|gains two floors|keeps its name|is nearly ready|worries insurers|divides opinion|has no ramp|may move|
turns a profit|will be surveyed|misses its target"""
_WHEN = """before Easter|by next autumn|within eighteen months|over the summer holidays|once tenders are in|after years of
argument|despite the deficit|from Monday week|at short notice|until further surveys|in the coming municipal year|
during half-term|later this decade|since the storm|ahead of elections|when the lease ends|under the latest forecast|
without extra borrowing|after a public vote|on appeal|
this spring|by Whitsun|before long|in stages|once more|within weeks|next month|at last|for good|overnight|in May|
until Lent|every Friday|by degrees|in phases|after dark|from January|twice over|ahead of time|in principle"""
_WHY = """because rates fell|as costs climbed|while a bid is prepared|so long as ministers agree|although footfall has
doubled|unless a partner steps in|since subsidence was found|now that funding is signed|even if the tender fails|where
buses no longer stop|after asbestos turned up|whatever the inspector decides|though few had asked|as staff move out|
if nobody appeals|given the wet ground|
as roofs age|since rents rose|though doubts linger|while stocks last|because pipes froze|if lorries return|
unless rules change|as schools close|though tills ring|where kerbs crumble|since trains stopped|if donors pay|
because boilers failed|while unions ballot|now trustees agree|though moss spreads|as traders leave|if trees fall|
until lawyers reply|because pupils moved"""
_ALSO = """Meanwhile|On another matter|In a separate paper|Earlier|At the same session|Privately|In writing|Last week|
Asked about it|By contrast|For their part|In reply|Afterwards|On the night|Summing up|Without naming anyone"""
_ACTS = """approves|defends|delays|drops|rethinks|costs|unveils|backs|trims|rejects|revisits|orders|postpones|shelves"""
_REACTS = """objects|cheers|appeals|waits|pays up|quits|steps in|protests|signs|returns"""


def _split(text):
    return [" ".join(part.split()) for part in text.split("|")]


WHO, SAID, ADJECTIVES, THINGS, DOES, WHEN, WHY, ALSO, ACTS, REACTS = map(
    _split, (_WHO, _SAID, _ADJECTIVES, _THINGS, _DOES, _WHEN, _WHY, _ALSO, _ACTS, _REACTS))


def a(text):
    return ("an " if text[0] in "aeiou" else "a ") + text


def capital(text):
    return text[0].upper() + text[1:]


class Words:
    """The grammar. `rng` decides everything."""

    def __init__(self, rng):
        self.rng = rng
        self.names = set()

    def name(self):
        """A made-up name that was not returned before."""
        while True:
            letters = "".join(self.rng.choice(_CONSONANTS) + self.rng.choice(_VOWELS) for _ in range(3))
            name = capital(letters + self.rng.choice(_ENDS))
            if name not in self.names:
                self.names.add(name)
                return name

    def thing(self):
        return self.rng.choice(ADJECTIVES) + " " + self.rng.choice(THINGS)

    def sentence(self, name=None):
        """A sentence of 12 to 25 words, about `name` if given."""
        pick = self.rng.choice
        thing = self.thing() if name is None else f"{self.thing()} at {name}"
        claim = f"the {thing} {pick(DOES)} {pick(WHEN)}"
        form = self.rng.randrange(6)
        if form == 0:
            text = f"{pick(WHO)} {pick(SAID)} that {claim} {pick(WHY)}"
        elif form == 1:
            text = f"{pick(ALSO)}, {pick(WHO)} {pick(SAID)} {claim}, {pick(WHY)}"
        elif form == 2:
            text = f"{claim} {pick(WHY)}, {pick(WHO)} {pick(SAID)}"
        elif form == 3:
            text = f"{pick(WHY)}, {claim}, and {pick(WHO)} {pick(SAID)} so {pick(WHEN)}"
        elif form == 4:
            text = f"{claim}; the {self.thing()} {pick(DOES)} {pick(WHY)}"
        else:
            text = f"{pick(WHO)} want {a(self.thing())} where the {thing} {pick(DOES)} {pick(WHEN)}"
        return capital(text) + "."

    def paragraph(self, sentences, name=None):
        at = self.rng.randrange(sentences)
        return " ".join(self.sentence(name if i == at else None) for i in range(sentences))

    def headline(self, council, site, name):
        """Names the council, the site and one more name."""
        pick = self.rng.choice
        forms = (f"{council} {pick(ACTS)} {self.thing()} at {site} as {name} {pick(REACTS)}",
                 f"{site}: {council} {pick(ACTS)} {self.thing()}, {name} {pick(REACTS)}",
                 f"{name} {pick(REACTS)} over {self.thing()} in {site}, {council} {pick(ACTS)} vote",
                 f"{capital(self.thing())} for {site} when {name} {pick(REACTS)}, {council} decides",
                 f"Will {site} lose its {self.thing()}? {name} {pick(REACTS)} and {council} {pick(ACTS)} plan",
                 f"{council} to reopen {self.thing()} {pick(WHEN)}: {name} {pick(REACTS)} in {site}",
                 f"Row over {site} {self.thing()} grows: {name} {pick(REACTS)}, says {council}",
                 f"{name} of {site} {pick(REACTS)} {pick(WHEN)} after {council} {pick(ACTS)} {self.thing()}")
        return pick(forms)

    def lead(self, council, site):
        """The first sentence: names the council and the site."""
        pick = self.rng.choice
        forms = (f"{council} {pick(ACTS)} {a(self.thing())} near {site} {pick(WHEN)}, {pick(WHO)} {pick(SAID)}.",
                 f"The {self.thing()} at {site} {pick(DOES)} {pick(WHEN)}, papers of {council} show, {pick(WHY)}.",
                 f"{capital(pick(WHO))} in {site} {pick(SAID)} {council} {pick(ACTS)} its {self.thing()} {pick(WHY)}.")
        return pick(forms)


def overlap(one, other):
    """The words that two headlines share, as a share of all their words."""
    one, other = (set(re.findall(r"\w+", title.lower())) for title in (one, other))
    return len(one & other) / len(one | other)
