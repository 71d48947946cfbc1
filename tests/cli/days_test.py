"""The day of an article: the one that its source wrote, from the feed to every output; and dates to come."""
import csv
import datetime
import io
import json
import unittest
import zoneinfo

from programs import ProgramTest

LONDON = zoneinfo.ZoneInfo("Europe/London")


def feed(*items):
    """A feed of (word, pubDate); each item can be found by its word."""
    return "<rss version='2.0'><channel><title>Vale Record</title><link>https://vale.example/</link>" + "".join(
        f"<item><title>The {word} report</title><link>https://vale.example/{word}</link><pubDate>{date}</pubDate>"
        f"<description>Members received the {word} report.</description></item>" for word, date in items
    ) + "</channel></rss>"


class Days(ProgramTest):
    # by word: what the source wrote, its day, the moment
    WRITTEN = {
        "alder": ("Tue, 01 Jun 2021 00:01:00 +0100", "2021-06-01", "2021-05-31T23:01:00Z"),
        "birch": ("Tue, 01 Jun 2021 00:30:00 BST", "2021-06-01", "2021-05-31T23:30:00Z"),
        "cedar": ("Mon, 31 May 2021 23:05:00 +0000", "2021-06-01", "2021-05-31T23:05:00Z"),
        "damson": ("Mon, 31 May 2021 22:55:00 GMT", "2021-05-31", "2021-05-31T22:55:00Z"),
        "elder": ("Mon, 31 May 2021 20:00 -0500", "2021-05-31", "2021-06-01T01:00:00Z"),
        "fir": ("Thu, 01 Jul 2021 08:00:00 AEST", "2021-07-01", "2021-06-30T22:00:00Z"),
        "gorse": ("Tue, 30 Nov 2021 23:05:00 +0000", "2021-11-30", "2021-11-30T23:05:00Z"),
        # both changes of the clocks
        "hazel": ("Sun, 28 Mar 2021 00:30:00 GMT", "2021-03-28", "2021-03-28T00:30:00Z"),
        "ivy": ("Sun, 28 Mar 2021 23:30:00 GMT", "2021-03-29", "2021-03-28T23:30:00Z"),
        "juniper": ("Sat, 30 Oct 2021 23:30:00 GMT", "2021-10-31", "2021-10-30T23:30:00Z"),
        "larch": ("Sun, 31 Oct 2021 23:30:00 GMT", "2021-10-31", "2021-10-31T23:30:00Z"),
        "maple": ("Sun, 01 Aug 2021 00:30:00 Europe/London", "2021-08-01", "2021-07-31T23:30:00Z"),
        "oak": ("Tue, 21 Sep 2021 00:30:00 IST", "2021-09-21", "2021-09-21"),
    }

    def setUp(self):
        super().setUp()
        path = self.write("feed.xml", feed(*((word, row[0]) for word, row in self.WRITTEN.items())))
        self.index("add", path)

    def check_archive(self):
        for word, (_, day, moment) in self.WRITTEN.items():
            with self.subTest(word):
                hit = self.search("--format", "json", word).json()["hits"][0]
                self.assertEqual((hit["day"], hit["published"]), (day, moment))
                self.assertEqual(self.search("--format", "json", word, f"date:{day}").json()["total"], 1)
                other = datetime.date.fromisoformat(day)
                for days in (-1, 1):
                    beside = other + datetime.timedelta(days)
                    self.assertEqual(self.search("--format", "json", word, f"date:{beside}").json()["total"], 0)
                answer = self.search("--format", "json", "--facets", "year,month", "--timeline", word).json()
                self.assertEqual([row["value"] for row in answer["facets"]["month"]], [day[:7]])
                self.assertEqual([row["period"] for row in answer["timeline"]], [day])
                date = datetime.date.fromisoformat(day)
                self.assertIn(f"{date.day} {date:%b} {date.year}", self.search("--format", "text", word).out)

    def test_the_day_is_the_one_written(self):
        self.check_archive()

    def test_export_and_add_keep_the_day(self):
        exported = self.index("export").out
        for article in map(json.loads, exported.splitlines()):
            self.assertEqual(list(article)[list(article).index("published") + 1], "day")
        self.database = self.folder / "second"
        self.index("add", "-", stdin=exported.encode())
        self.check_archive()
        self.assertEqual(self.index("export").out.count('"day"'), len(self.WRITTEN))

    def test_the_day_as_a_column(self):
        for form, dialect in (("csv", "excel"), ("tsv", "excel-tab")):
            out = self.search("--format", form, "--fields", "day,published", "elder").out
            self.assertEqual(list(csv.DictReader(io.StringIO(out), dialect=dialect)),
                             [{"day": "2021-05-31", "published": "2021-06-01T01:00:00Z"}])
        self.assertIn("<pubDate>Tue, 01 Jun 2021 01:00:00 GMT</pubDate>", self.search("--format", "rss", "elder").out)

    def test_unknown_zones_are_told(self):
        articles = self.index("parse", self.folder / "feed.xml").lines()
        self.assertEqual([article["warnings"] for article in articles if "warnings" in article],
                         [["the time zone “IST” is not known; only the day was kept"]])

    def test_pages_and_other_json(self):
        for head in ("<meta property='article:published_time' content='%s'>",
                     "<script type='application/ld+json'>{'@type':'NewsArticle','datePublished':'%s'}</script>".replace("'", '"')):
            for written, day in (("2021-06-01T00:01:00+01:00", "2021-06-01"), ("2021-05-31T23:01:00Z", "2021-06-01"),
                                 ("2021-05-31T20:00:00-05:00", "2021-05-31"), ("Tue, 01 Jun 2021 00:30:00 IST", "2021-06-01")):
                page = self.write("page.html", f"<html><head><title>Cuts</title>{head % written}</head><body><article><h1>Cuts agreed"
                                  "</h1><p>Members agreed the cuts to grants, and will debate them again next week.</p></article>")
                article = self.index("parse", page).json()
                self.assertEqual(article["day"], day, (head, written))
                self.assertEqual("IST" in str(article.get("warnings")), "IST" in written)
        for members, day in (({"day": "2021-06-01"}, "2021-06-01"), ({"day": "Monday"}, None),
                             ({"published": "2021-06-01T01:00:00Z", "day": "2021-05-31"}, "2021-05-31"),
                             ({"published": "2021-06-01T01:00:00Z", "day": "1999-05-31"}, "2021-06-01"),
                             ({"date": "Tue, 01 Jun 2021 00:30:00 XST"}, "2021-06-01")):
            article = self.index("parse", "-", stdin=json.dumps({"title": "Cuts", "body": "Cuts.", **members}).encode()).json()
            self.assertEqual(article.get("day"), day, members)


class DatesToCome(ProgramTest):
    def setUp(self):
        super().setUp()
        today = datetime.datetime.now(LONDON).date()
        self.days = {"today": today, "week": today - datetime.timedelta(6), "old": datetime.date(2019, 2, 2), "none": None,
                     "slip": datetime.date(9999, 1, 1), "event": today + datetime.timedelta(400)}
        lines = [{"title": f"Bins {name}", "guid": name, "body": f"Bins, the story called {name}.",
                  **({"published": day.isoformat()} if day else {})} for name, day in self.days.items()]
        self.index("add", "-", stdin="\n".join(map(json.dumps, lines)).encode())

    def found(self, *arguments):
        return [hit["guid"] for hit in self.search("--format", "json", *arguments).json()["hits"]]

    def test_they_are_not_the_newest(self):
        for order in (["--sort", "newest", "bins"], ["date:1990.. OR bins", "--sort", "newest"]):
            found = self.found(*order)
            self.assertEqual(found[:3], ["today", "week", "old"])
            self.assertEqual(set(found[-2:]), {"slip", "event"})
        for sort in ("relevance", "recent"):
            found = self.found("--sort", sort, "date:1990..")  # all weigh the same
            self.assertEqual(found[:3], ["today", "week", "old"])

    def test_ranges_from_now_end_today(self):
        self.assertEqual(set(self.found("bins", "date:7d..")), {"today", "week"})
        self.assertEqual(self.found("bins", "date:today.."), ["today"])
        self.assertEqual(set(self.found("bins", "after:yesterday")), {"today"})
        self.assertEqual(self.found("bins", "date:9999"), ["slip"])
        self.assertEqual(self.found("bins", "after:2190"), ["slip"])
        self.assertEqual(len(self.found("bins", "seen:7d..")), len(self.days))

    def test_they_do_not_stretch_the_timeline(self):
        timeline = self.search("--format", "json", "--timeline", "bins").json()["timeline"]
        self.assertEqual(sum(row["count"] for row in timeline), len(self.days) - 1)
        self.assertEqual([row["period"][:4] for row in timeline[-2:]], [str(self.days["event"].year), "9999"])
        self.assertLess(len(timeline), 200)
        self.assertEqual([row["count"] for row in self.search("--format", "json", "--timeline", "bins", "after:2190").json()["timeline"]], [1])
        self.assertNotIn("9999", self.search("--format", "rss", "slip").out)

    def test_they_are_kept_with_a_warning(self):
        exported = {article["guid"]: article for article in self.index("export").lines()}
        self.assertEqual(exported["slip"]["published"], "9999-01-01")
        self.assertEqual({guid for guid, article in exported.items() if "future" in str(article.get("warnings"))},
                         {"slip", "event"})


if __name__ == "__main__":
    unittest.main()
