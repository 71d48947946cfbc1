"""Counts over all matches: facets and the timeline, checked against counting by hand."""
import collections
import json
import random
import unittest

from programs import ROOT, ProgramTest

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
        # Case does not distinguish authors.
        authors = self.expected(lambda a: a["author"].lower())
        self.assertEqual({name.lower(): count for name, count in facets["author"].items()}, authors)
        # A facet's value finds exactly those articles.
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


class Narrowing(ProgramTest):
    """Each row of a facet is a query: `FIELD:=VALUE` has as many matches as the row counts."""
    FIELDS = {"year": "date", "month": "date"}  # of the others the field has the facet's name

    def setUp(self):
        super().setUp()
        # Two spellings, a name twice in one byline, outside England, a council with namesakes.
        self.index("add", "-", stdin="\n".join(json.dumps(article) for article in (
            {"guid": "n1", "title": "Budget of Lisburn", "body": "Lisburn Borough Council set a budget.", "councils": ["lisburn"],
             "authors": ["Zoë O'Hara", "ZOE O’HARA"], "publisher": "The Lagan & Bann", "published": "2014-02-03"},
            {"guid": "n2", "title": "Roads of Cardiff", "body": "Cardiff Council repairs roads.", "councils": ["cardiff"],
             "authors": ["zoe o'hara"], "publisher": "The Lagan and Bann", "published": "2019-01-31"},
            {"guid": "n3", "title": "Castlereagh park", "body": "A park of Lisburn and Castlereagh City Council.",
             "councils": ["lisburn-and-castlereagh"], "authors": ["O'Hara"], "published": "2019-12-31T23:30:00Z"},
            # A council that spans two regions is in neither.
            {"guid": "n4", "title": "Mayor", "body": "The mayor spoke.", "councils": ["greater-lincolnshire-combined-authority"]},
        )).encode())

    def answer(self, query, *arguments):
        return self.search("--format", "json", "-n", "0", *arguments, query).json()

    def test_each_row_is_a_query(self):
        self.index("add", *(ROOT / "corpus" / folder for folder in ("feeds", "pages", "articles")))
        everything = "date:..2100 OR NOT date:..2100"
        facets = self.answer(everything, "--facets", "council,topic,author,outlet,year,month,region")["facets"]
        for facet, rows in facets.items():
            self.assertTrue(rows, facet)
            for row in rows:
                query = f"{self.FIELDS.get(facet, facet)}:=\"{row['value']}\""
                with self.subTest(query=query):
                    found = self.answer(query)
                    self.assertEqual(found["total"], row["count"])
                    self.assertEqual(found["warnings"], [])
        for slug in {row["value"] for row in facets["council"]}:
            named = self.search("--format", "jsonl", "--all", "--fields", "mentions", f"mentions:={slug}").lines()
            self.assertTrue(all(slug in [council["slug"] for council in hit["mentions"]] for hit in named))
        self.assertEqual({row["value"]: row["count"] for row in facets["author"]}["Zoë O'Hara"], 2)

    def test_exact_values_have_no_other_meaning(self):
        for query, total, read_as in (
                ("council:lisburn", 2, "about Lisburn and Castlereagh or Lisburn"),
                ("council:=lisburn", 1, "council:=lisburn"), ("council:=LISBURN", 1, "council:=LISBURN"),
                ('council:="lisburn"', 1, "council:=lisburn"), ("council:= lisburn", 1, "council:=lisburn"),
                ("(council:=lisburn OR council:=cardiff)", 2, "council:=lisburn OR council:=cardiff"),
                ("council:=(lisburn OR cardiff)", 2, "council:=lisburn OR council:=cardiff"),
                ("council:lisburn NOT council:=lisburn", 1,
                 "about Lisburn and Castlereagh or Lisburn AND NOT council:=lisburn"),
                ("author:o'hara", 3, "author:o'hara"), ("author:=o'hara", 1, "author:=o'hara"),
                ("author:=zoe o'hara", 2, 'author:="zoe o\'hara"'),  # as a shell passes author:="zoe o'hara"
                ("date:=2014 council:=lisburn", 1, "date:=2014 AND council:=lisburn"),
                ("region:=northern-ireland date:2014", 1, "region:=northern-ireland AND published in 2014"),
                ("budget council:=lisburn", 1, None)):
            with self.subTest(query=query):
                found = self.answer(query)
                self.assertEqual(found["total"], total, found)
                self.assertEqual(found["warnings"], [])
                if read_as:
                    self.assertEqual(found["read_as"], read_as)

    def test_an_unknown_value_matches_nothing_and_is_reported(self):
        for query, note in (
                ("council:=lisburn+", "no council has the slug 'lisburn+'"),
                ('council:="Lisburn City Council"', "no council has the slug 'Lisburn City Council'"),
                ("council:=E08000028", "no council has the slug 'E08000028'"),
                ("council:=", "no council has the slug ''"),
                ("mentions:=Cardiff Council", None), ("mentions:=nowhere", "no council has the slug 'nowhere'"),
                ("topic:=budgets", "no topic has the slug 'budgets'"), ("topic:=hous*", "no topic has the slug 'hous*'"),
                ("author:=zoe", "no author is called 'zoe'"), ('author:="hara zoe"', "no author is called 'hara zoe'"),
                ("outlet:=lagan", "no outlet is called 'lagan'"), ("category:=nothing", "no category is called 'nothing'"),
                ("region:=narnia", "no region is called 'narnia'"), ("date:=someday", "'someday' is not a date"),
                ("id:=9", "no article has the id '9'"), ("url:=lagan.example", "no article has the address")):
            with self.subTest(query=query):
                found = self.answer(query)
                if note:
                    self.assertEqual(found["total"], 0)
                    self.assertIn(note, found["warnings"][0])


if __name__ == "__main__":
    unittest.main()
