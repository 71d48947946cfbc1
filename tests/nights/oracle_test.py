"""The oracle finds no error in a perfect archive, and each kind of damage in a damaged one."""
import collections
import copy
import re
import unittest

import oracle
from model import SEARCHES
from serving import Exchange
from truth import Truth
from world import World


class PerfectArchive:
    """Made from the truth. `articles` as exported; `earlier` is what is searchable besides; `also` the sizes of groups."""

    def __init__(self, world, truth):
        self.articles, self.earlier, self.also = {}, {}, {}
        for number, known in truth.known.items():
            if not known.is_removed:
                self._add(number, known)
        for stories in world.releases.values():
            copies = [story.number for story in stories if story.number in self.articles]
            self.also |= {number: len(copies) - 1 for number in copies}

    def _add(self, number, known):
        paragraphs = list((known.full_version or known.newest).paragraphs)
        paragraphs[0] = known.newest.paragraphs[0]
        if known.full_version and known.story.background:
            paragraphs.append(known.story.background.text)
        self.articles[number] = {
            "id": f"id{number}", "title": known.newest.title, "body": "\n\n".join(paragraphs),
            "published": f"{known.published:%Y-%m-%dT%H:%M:%SZ}", "mentions": sorted(known.mentions),
            "first_seen": f"{known.first_seen:%Y-%m-%dT%H:%M:%SZ}"}
        self.earlier[number] = {
            "titles": [version.title for version in known.versions],
            "texts": [text for version in known.versions for text in version.paragraphs]}
        self.also[number] = 0

    def export(self):
        return list(self.articles.values())

    def ask(self, requests):
        numbers = {article["id"]: number for number, article in self.articles.items()}
        index = collections.defaultdict(set)  # field:word
        for number in self.articles:
            for term in self._terms(number):
                index[term].add(number)
        return [{"also": self.also[numbers[request["show"]]]} if "show" in request
                else self._search(index, request["query"]) for request in requests]

    def _search(self, index, query):
        found = set.intersection(*(index[term] for term in query.split()))
        return {"hits": [{"id": self.articles[number]["id"]} for number in found], "total": len(found), "relaxed": False}

    def _terms(self, number):
        article, earlier = self.articles[number], self.earlier[number]
        titles = re.findall(r"\w+", " ".join([article["title"], *earlier["titles"]]))
        yield from titles
        yield from ("title:" + word for word in titles)
        yield from re.findall(r"\w+", " ".join([article["body"], *earlier["texts"]]))
        yield from ("mentions:" + slug for slug in article["mentions"])
        yield "date:" + article.get("day", oracle.day_of(article))


class TruthTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World(seed=5, nights=20, feeds=10)
        cls.truth = Truth()
        for moment in cls.world.nights:
            answers = cls.world.next_night()
            cls.truth.absorb([Exchange(moment, "", response, False) for response in answers.values()])
            for story in cls.world.removals():
                if story.number in cls.truth.known:
                    cls.truth.known[story.number].is_removed = True
        cls.unserved = next(story for story in cls.world.stories if story.number not in cls.truth.known)


class ArchiveTest(TruthTest):
    def setUp(self):
        self.archive = PerfectArchive(self.world, self.truth)

    def check(self):
        errors = oracle.Errors()
        sound = oracle.match(self.archive.export(), self.world, self.truth, errors)
        oracle.check_articles(sound, self.world.outlets, self.truth, errors)
        oracle.check_first_seen(sound, self.truth, errors)
        oracle.check_searches(self.archive, self.world, sound, self.truth, errors)
        oracle.check_groups(self.archive, sound, self.world, self.truth, errors)
        return errors.counts

    def find(self, is_wanted):
        """The number of the first story in the archive for which it holds."""
        return next(number for number in self.archive.articles if is_wanted(self.truth.known[number]))

    def test_a_perfect_archive(self):
        self.assertEqual(self.check(), {})

    def test_articles(self):
        articles = self.archive.articles
        one, other, third = [number for number, known in self.truth.known.items()
                             if number in articles and known.story.kind == "story"][:3]
        removed = next(known for known in self.truth.known.values() if known.is_removed)
        articles[one]["body"] += "\n\n" + articles.pop(other)["body"]
        articles["again"] = articles[third] | {"id": "again"}
        articles["nothing"] = {"id": "nothing", "title": "Site maintenance"}
        articles["removed"] = {"id": "removed", "title": removed.newest.title}
        for name in ("again", "nothing", "removed"):
            self.archive.earlier[name] = {"titles": [], "texts": []}
            articles[name] |= {"mentions": [], "body": ""}
        self.assertEqual(self.check(), {"articles merged": 1, "article doubled (story)": 1, "article of no story": 1,
                                        "removed article is back": 1})
        articles["removed"] = articles["nothing"] | {"title": self.unserved.version.title}
        self.assertEqual(self.check()["article of a story that was not served whole"], 1)
        del articles[third], articles["again"]
        self.assertEqual(self.check()["article missing"], 1)

    def test_headlines_and_texts(self):
        number = self.find(lambda known: len({version.title_name for version in known.versions}) > 1
                           and known.newest.site == known.versions[0].site)
        known = self.truth.known[number]
        self.archive.articles[number]["title"] = known.versions[0].title
        self.assertEqual(self.check(), {"headline is not the newest": 1})
        self.archive.articles[number]["title"] = known.newest.title
        self.archive.earlier[number]["titles"] = []
        self.assertEqual(set(self.check()), {"search: earlier headline"})

    def test_texts(self):
        number = self.find(lambda known: len({version.text_name for version in known.versions}) > 1
                           and known.newest.site == known.versions[0].site)
        known = self.truth.known[number]
        body = self.archive.articles[number]["body"]
        self.archive.articles[number]["body"] = body.replace(known.newest.text_name, "nobody")
        self.assertEqual(self.check(), {"text is not the newest": 1})
        self.archive.articles[number]["body"] = body
        self.archive.earlier[number]["texts"] = []
        self.assertEqual(set(self.check()), {"search: earlier text"})
        number = self.find(lambda known: known.full_version and known.full_version.full_name)
        article = self.archive.articles[number]
        article["body"] = article["body"].replace(self.truth.known[number].full_version.full_name, "nobody")
        self.assertEqual(self.check()["full text lost"], 1)

    def test_days(self):
        number = self.find(lambda known: known.day != known.published.strftime("%Y-%m-%d"))
        day = self.truth.known[number].published.strftime("%Y-%m-%d")
        self.archive.articles[number]["published"] = day
        self.assertEqual(self.check(), {"wrong day": 1, "search: day": 1})
        self.archive.articles[number] |= {"day": self.truth.known[number].day}  # the member counts, if there is one
        self.assertEqual(self.check()["wrong day"], 0)

    def test_councils(self):
        number = self.find(lambda known: known.story.background and known.full_version)
        background = self.truth.known[number].story.background
        article = self.archive.articles[number]
        article["mentions"].remove(background.council)
        self.assertEqual(self.check(), {"mention lost": 1, "search: background paragraph": 1})
        article["mentions"] += [background.council, "hull"]
        self.assertEqual(self.check(), {"mention added": 1})
        article["mentions"].remove("hull")
        article["body"] = article["body"].replace(background.text, "")
        self.assertEqual(self.check(), {"background paragraph lost": 1, "search: background paragraph": 1})

    def test_furniture(self):
        outlet = next(outlet for outlet in self.world.outlets if self.truth.knows_furniture(outlet))
        number = self.find(lambda known: known.story.outlet is outlet and outlet.furniture_council not in known.mentions)
        self.archive.articles[number]["body"] += outlet.furniture_names[0]
        self.assertEqual(self.check(), {"search: furniture": 1})
        self.archive.articles[number]["mentions"].append(outlet.furniture_council)
        self.assertEqual(self.check(), {"search: furniture": 1, "mention added by furniture": 1})
        self.assertEqual([self.truth.knows_furniture(one) for one in self.world.outlets],
                         [bool(one.furniture) for one in self.world.outlets])

    def test_groups(self):
        self.archive.also[self.find(lambda known: known.story.kind == "notice")] = 1
        self.archive.also[self.find(lambda known: known.story.kind == "release")] = 0
        self.assertEqual(self.check(), {"grouped without reason (notice)": 1, "press release not grouped": 1})

    def test_clock(self):
        self.archive.articles[self.find(lambda known: True)]["first_seen"] = "2026-11-30T20:00:00Z"
        self.assertEqual(self.check(), {"wrong first_seen": 1})

    def test_comparison(self):
        errors = oracle.Errors()
        other = copy.deepcopy(self.archive.articles)
        oracle.compare(self.archive.articles, other, self.truth, errors)
        self.assertEqual(errors.counts, {})
        number = self.find(lambda known: True)
        other[number]["title"] = "Another headline"
        other[number]["mentions"] = other[number]["mentions"][::-1]  # the order does not matter
        oracle.compare(self.archive.articles, other, self.truth, errors)
        self.assertEqual(errors.counts, {"shuffled import differs: title": 1})


class AlertsTest(TruthTest):
    def run_alerts(self, change=lambda night, numbers: numbers):
        """Gives each search what it must give on each night, changed by `change`."""
        errors, alerts, search = oracle.Errors(), oracle.Alerts(), SEARCHES[0]
        for night, moment in enumerate(self.world.nights):
            numbers = [number for number in sorted(self.truth.matching_since(search, moment))
                       if not self.truth.known[number].is_removed]
            hits = [{"id": "", "title": self.truth.known[number].newest.title} for number in change(night, numbers)]
            alerts.check(search, hits, moment, self.world, self.truth, errors)
        alerts.finish([search], self.truth, errors)
        return errors.counts

    def first(self, is_wanted):
        return next(number for number, known in self.truth.known.items() if is_wanted(known))

    def test_alerts(self):
        removed = sum(known.is_removed and SEARCHES[0].name in known.matched for known in self.truth.known.values())
        self.assertEqual(self.run_alerts(), {"alert never given": removed} if removed else {})

    def test_wrong_alerts(self):
        search = SEARCHES[0].name
        matching = self.first(lambda known: search in known.matched and not known.is_removed)
        other = self.first(lambda known: search not in known.matched and not known.is_removed)
        gone = self.first(lambda known: known.is_removed)
        last = len(self.world.nights) - 1
        for kind, change in (
                ("alert given again", lambda night, numbers: numbers + [matching] * (night == last)),
                ("alert twice on one night", lambda night, numbers: numbers * 2),
                ("alert without a match", lambda night, numbers: numbers + [other] * (night == last)),
                ("alert for a removed article", lambda night, numbers: numbers + [gone] * (night == last)),
                ("alert late", lambda night, numbers: [n for n in numbers if n != matching] + [matching] * (night == last)),
                ("alert never given", lambda night, numbers: [n for n in numbers if n != matching])):
            with self.subTest(kind=kind):
                self.assertGreater(self.run_alerts(change)[kind], self.run_alerts()[kind])


if __name__ == "__main__":
    unittest.main()
