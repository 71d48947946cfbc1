"""From a scraped page on disk to a ranked result, through the real programs."""
import unittest

from programs import ProgramTest

PAGE = """Ottoline Mercer 14 March 2019

Harrowgate’s children’s services ‘improving’, inspectors say

Harrowgate’s children’s services ‘improving’, inspectors say image

A monitoring visit to Wolverhampton City Council’s children’s services found that they have improved since the council opened its new Children’s Trust.

An earlier Ofsted report had found that the city’s children’s social care services were slow to act and poorly led. The council said at the time that it accepted every recommendation.

The trust is chaired by a former director at Coventry City Council, where she ran children's services for six years. It employs about four hundred social workers.

The council’s cabinet will look at the finances of the trust in the summer. A full inspection is expected within two years of the launch.

Counting the cost of potholes image

Counting the cost of potholes

A columnist looks at what modern slavery statements and road repairs have in common.
For your free daily news bulletin
Highways jobs

Apprentice Joiner x2

Dudley Metropolitan Borough Council
£18,795 - £19,945 per annum
Seeking two apprentice carpenters for the maintenance service. Dudley, West Midlands
Recuriter: Dudley Metropolitan Borough Council

Social Worker

Essex County Council
£26001.0 - £30000.0 per annum
This role is based in Clacton.
Recuriter: Essex County Council

Register for your free magazine
"""

OTHER = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>The Borough Record</title><link>https://record.example/</link>
<description>News</description>
<item><title>Town hall to trust volunteers with the park</title><link>https://record.example/park</link>
<guid>park-1</guid><pubDate>Tue, 05 Feb 2019 09:30:00 GMT</pubDate>
<description>Dudley Council will let volunteers look after three parks where children play.</description></item>
</channel></rss>
"""

TITLE = "Harrowgate’s children’s services ‘improving’, inspectors say"


class Street(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("in/page.txt", PAGE)
        self.write("in/feed.xml", OTHER)
        self.added = self.index("add", self.folder / "in")

    def test_add_reports_what_it_did(self):
        self.assertEqual(self.added.status, 0, self.added.err)
        self.assertEqual(self.added.err, "2 added, 0 updated, 0 unchanged, 0 skipped, 0 failed\n")
        self.assertEqual(self.added.out, "")

    def test_parse_gives_the_article_and_nothing_else(self):
        article, = self.index("parse", self.folder / "in/page.txt").lines()
        self.assertEqual(article["title"], TITLE)
        self.assertEqual(article["authors"], ["Ottoline Mercer"])
        self.assertEqual(article["published"], "2019-03-14")
        self.assertEqual(article["councils"], ["wolverhampton"])
        self.assertEqual(article["mentions"], ["wolverhampton", "coventry"])
        self.assertEqual(article["topics"], ["childrens-services"])
        self.assertTrue(article["body"].startswith("A monitoring visit"), article["body"])
        self.assertTrue(article["body"].endswith("of the launch."), article["body"])

    def test_every_form_of_query_finds_it_first(self):
        for query in ("children's trust", "Children’s Trust", '"childrens trust"', '"Children\'s Trust"',
                      '"children‘s trust"', "“children`s trust”", "CHILDREN'S TRUST", "childrens trusts",
                      'author:"ottoline mercer" ofsted', "author:mercer", "author:OTTOLINE",
                      "council:wolverhampton date:2019-03", 'council:"City of Wolverhampton Council"',
                      "council:E08000031 trust -homelessness", "mentions:coventry", "topic:childrens-services",
                      'topic:"children\'s services"', "title:improving", "inspect*", "ofsted NEAR/5 found",
                      "(trust OR homelessness) chaired", "date:14/3/2019", "before:2019-04 after:2019-03-01",
                      "seen:7d.. ofsted"):
            with self.subTest(query=query):
                result = self.search("--format", "json", query)
                self.assertEqual(result.status, 0, result.err)
                self.assertEqual(result.json()["hits"][0]["title"], TITLE)
                self.assertFalse(result.json()["relaxed"])

    def test_text_around_the_article_does_not_match(self):
        for query in ("carpenters", "council:essex", "mentions:essex", '"modern slavery"', "potholes", "recuriter",
                      "date:2018", "author:nobody", "before:2019-02", "council:atlantis", "date:soon",
                      "trust NOT children"):
            with self.subTest(query=query):
                result = self.search("--format", "json", query)
                self.assertEqual(result.status, 1, result.out)
                self.assertEqual(result.json()["hits"], [])

    def test_words_side_by_side_rank_first(self):
        titles = self.titles("children trust")
        self.assertEqual(titles, [TITLE, "Town hall to trust volunteers with the park"])

    def test_partial_matches_have_a_note(self):
        result = self.search("--format", "json", "volunteers ofsted")
        self.assertEqual(result.status, 0)
        self.assertTrue(result.json()["relaxed"])
        self.assertEqual(len(result.json()["hits"]), 2)

    def test_sorting_and_paging(self):
        self.assertEqual(self.titles("--sort", "oldest", "council:dudley OR council:wolverhampton")[-1], TITLE)
        self.assertEqual(self.titles("--sort", "newest", "children")[0], TITLE)
        page = self.search("--format", "json", "-n", "1", "--offset", "1", "--sort", "newest", "children").json()
        self.assertEqual([hit["rank"] for hit in page["hits"]], [2])
        self.assertEqual(page["total"], 2)

    def test_text_format(self):
        result = self.search("children's trust")
        self.assertEqual(result.out.splitlines()[:2], [
            " 1. " + TITLE,
            "    14 Mar 2019 · Ottoline Mercer · Wolverhampton · Children's services"])
        self.assertNotIn("\x1b", result.out)
        self.assertIn("\x1b[", self.search("--color", "always", "children's trust").out)

    def test_the_matches_of_a_snippet_are_counted_in_characters(self):
        hit = self.search("--format", "json", '"children\'s trust"').json()["hits"][0]
        self.assertEqual([hit["snippet"][begin:end] for begin, end in hit["matches"]], ["Children’s Trust"])


class Again(ProgramTest):
    def test_a_second_add_adds_nothing(self):
        self.write("in/page.txt", PAGE)
        self.write("in/feed.xml", OTHER)
        self.index("add", self.folder / "in")
        before = self.search("--format", "json", "children").json()
        second = self.index("add", self.folder / "in")
        self.assertEqual((second.status, second.err), (0, "0 added, 0 updated, 2 unchanged, 0 skipped, 0 failed\n"))
        # The same content in another file gives the same articles.
        self.write("copy/page-2.txt", PAGE)
        self.write("copy/feed-2.xml", OTHER)
        third = self.index("add", self.folder / "copy")
        self.assertEqual((third.status, third.err), (0, "0 added, 0 updated, 2 unchanged, 0 skipped, 0 failed\n"))
        self.assertEqual(self.search("--format", "json", "children").json(), before)

    def test_a_changed_article_is_updated(self):
        path = self.write("feed.xml", OTHER)
        self.index("add", path)
        self.write("feed.xml", OTHER.replace("three parks", "seven parks"))
        result = self.index("add", "--report", "json", path)
        self.assertEqual(result.json()["updated"], 1)
        self.assertEqual(self.titles('"seven parks"'), ["Town hall to trust volunteers with the park"])
        self.assertEqual(self.titles('"three parks"'), ["Town hall to trust volunteers with the park"], "its earlier text")
        shown = self.search("--show", self.index("export").lines()[0]["id"]).out
        self.assertNotIn("three parks", shown)

    def test_an_earlier_headline_stays_searchable(self):
        path = self.write("feed.xml", OTHER)
        self.index("add", path)
        self.write("feed.xml", OTHER.replace("Town hall to trust", "Council to let"))
        self.assertEqual(self.index("add", "--report", "json", path).json()["updated"], 1)
        for query in ('"town hall to trust"', "title:trust", "title:let"):
            self.assertEqual(self.titles(query), ["Council to let volunteers with the park"], query)
        article, = self.index("export").lines()
        self.assertEqual(article["earlier_titles"], ["Town hall to trust volunteers with the park"])
        self.assertIn("changed", article)

    def test_an_article_with_only_an_update_is_dated_by_it(self):
        self.index("add", "-", stdin=b'{"title": "Guidance on bins", "body": "Bins.", "updated": "2019-05-01"}')
        self.assertEqual(self.titles("date:2019-05 bins"), ["Guidance on bins"])

    def test_the_richer_text_wins_in_either_order(self):
        blurb = {"url": "https://record.example/a", "title": "A budget", "body": "The council agreed a budget."}
        whole = dict(blurb, body="The council agreed a budget. " + "It cuts the library grant by a tenth. " * 5)
        import json
        for first, second in ((blurb, whole), (whole, blurb)):
            with self.subTest(first=len(first["body"])):
                self.database = self.folder / f"db-{len(first['body'])}"
                self.index("add", "-", stdin=json.dumps(first).encode())
                self.index("add", "-", stdin=json.dumps(second).encode())
                self.assertEqual(self.titles("library"), ["A budget"])
                self.assertEqual(len(self.titles("budget")), 1)


if __name__ == "__main__":
    unittest.main()
