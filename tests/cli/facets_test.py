"""Counts over all matches: facets and the timeline, checked against counting by hand."""
import collections
import json
import random
import unittest

from programs import ProgramTest

COUNCILS = {"Leeds City Council": "leeds", "Kent County Council": "kent", "Sandwell Council": "sandwell"}


class Counts(ProgramTest):
    def setUp(self):
        super().setUp()
        dice = random.Random(7)
        self.articles = []
        for number in range(300):
            council = dice.choice(list(COUNCILS))
            date = f"{dice.choice((2017, 2018, 2020))}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
            subject = dice.choice(("libraries", "roads"))
            self.articles.append({
                "guid": f"g{number}", "title": f"{subject} of {number}", "date_published": date,
                "author": dice.choice(("Ann Lee", "ann lee", "Bob Ray")), "publisher": dice.choice(("The Record", "Ledger")),
                "councils": [COUNCILS[council]],
                "body": f"{council} looks at {subject}, item {number} of {dice.random()}. " + str(dice.random())})
        self.index("add", "-", stdin="\n".join(json.dumps(article) for article in self.articles).encode())

    def answer(self, *arguments):
        return self.search("--format", "json", "-n", "1", *arguments).json()

    def expected(self, key, subject="libraries"):
        return dict(collections.Counter(key(article) for article in self.articles if subject in article["title"]))

    def test_facets_are_exact(self):
        found = self.answer("--facets", "council,outlet,author,year,month,region", "libraries")
        facets = {name: {count["value"]: count["count"] for count in counts} for name, counts in found["facets"].items()}
        self.assertEqual(list(facets), ["council", "outlet", "author", "year", "month", "region"])
        self.assertEqual(sum(self.expected(lambda a: a["guid"]).values()), found["total"])
        self.assertEqual(facets["outlet"], self.expected(lambda a: a["publisher"]))
        self.assertEqual(facets["year"], self.expected(lambda a: a["date_published"][:4]))
        self.assertEqual(facets["month"], self.expected(lambda a: a["date_published"][:7]))
        self.assertEqual(list(facets["month"]), sorted(facets["month"]))
        # Written in other capitals it is the same person.
        authors = self.expected(lambda a: a["author"].lower())
        self.assertEqual({name.lower(): count for name, count in facets["author"].items()}, authors)
        # A facet's value asks for just those.
        for count in found["facets"]["council"]:
            self.assertEqual(self.answer("libraries", f"council:{count['value']}")["total"], count["count"])
        self.assertEqual(found["facets"]["council"], sorted(found["facets"]["council"], key=lambda c: -c["count"]))
        self.assertEqual(sum(facets["region"].values()), sum(facets["council"].values()))

    def test_the_timeline_shows_empty_periods(self):
        found = self.answer("--timeline", "libraries")["timeline"]
        self.assertEqual({row["period"]: row["count"] for row in found if row["count"]},
                         self.expected(lambda a: a["date_published"][:7]))
        self.assertEqual([row["count"] for row in found if row["period"].startswith("2019")], [0] * 12)
        self.assertEqual(sum(row["archive"] for row in found), 300 - sum(
            not (found[0]["period"] <= a["date_published"][:7] <= found[-1]["period"]) for a in self.articles))
        days = self.answer("--timeline", "libraries", "date:2018-03")["timeline"]
        self.assertTrue(all(len(row["period"]) == 10 for row in days))
        early = {"guid": "old", "title": "libraries of old", "date_published": "1999-05-05", "body": "Old libraries."}
        self.index("add", "-", stdin=json.dumps(early).encode())
        years = self.answer("--timeline", "libraries")["timeline"]
        self.assertEqual([row["period"] for row in years], [str(year) for year in range(1999, 2021)])

    def test_bars(self):
        out = self.search("-n", "1", "--facets", "outlet", "--timeline", "--share", "libraries date:2017").out
        self.assertIn("By outlet", out)
        self.assertRegex(out, r"The Record +█+")
        self.assertRegex(out, r"2017-0\d +█+.* \d+\.\d% \(\d+ of \d+\)")

    def test_unknown_facets_are_named(self):
        result = self.search("--facets", "colour", "libraries")
        self.assertEqual(result.status, 2)
        self.assertIn("council", result.err)

    def test_no_match_has_no_counts(self):
        found = self.answer("--facets", "council", "--timeline", "nowhereatall")
        self.assertEqual(found["facets"], {"council": []})
        self.assertNotIn("timeline", found)


if __name__ == "__main__":
    unittest.main()
