"""What saved searches give after an archive has changed, and the digest of all of them."""
import json
import shutil
import subprocess
import unittest
import xml.etree.ElementTree

from saved_searches import Saved

LONG = " ".join(f"Members of the committee heard statement {n} about the budget of ward {n * 31}." for n in range(20))

FORMATS = ("text", "html", "rss", "json", "jsonl", "csv", "tsv")


def news(number, **members):
    """An article of the Record with that number."""
    return {"guid": f"r{number}", "url": f"https://record.example/a{number}", "title": f"Story {number}",
            "outlet": "The Record", "date_published": "2024-05-04", "body": f"Paragraph {number}. {LONG}"} | members


class AfterMaintenance(Saved):
    """Rebuilding, copying and moving an archive changes nothing in what was given."""

    def setUp(self):
        super().setUp()
        self.run_search("--save", "lib", "libraries")
        self.add("libraries")
        self.assertEqual(len(self.new()), 2)

    def check(self):
        self.assertEqual(self.new(), [])
        self.add("libraries", "roads")
        self.assertEqual(self.new(), [f"libraries number {self.count - 1}"])
        self.assertEqual(self.new(), [])

    def test_commands(self):
        for arguments in (["reindex"], ["compact"], ["reindex"]):
            result = self.index(*arguments)
            self.assertEqual(result.status, 0, result.err)
            self.check()

    def test_xapian_compact(self):
        compacted = self.folder / "compacted"
        subprocess.run(["xapian-compact", self.database, compacted], check=True, capture_output=True)
        shutil.rmtree(self.database)
        compacted.rename(self.database)
        self.check()

    def test_export_and_add(self):
        exported = self.index("export").out.splitlines()
        for name, lines in (("same", exported), ("reversed", exported[::-1])):
            self.database = self.folder / name
            result = self.index("add", "-", stdin="\n".join(lines).encode())
            self.assertEqual(result.status, 0, result.err)
            self.check()
            exported = self.index("export").out.splitlines()

    def test_copy_and_move(self):
        self.database = shutil.copytree(self.database, self.folder / "copy")
        self.check()
        self.database = self.database.rename(self.folder / "moved")
        self.check()

    def test_removed_and_added_again(self):
        exported = self.index("export").out
        for line in exported.splitlines():
            self.assertEqual(self.index("remove", json.loads(line)["id"]).status, 0)
        self.database = self.folder / "other"
        self.index("add", "-", stdin=exported.encode())
        self.check()

    def test_in_two_archives(self):
        other = shutil.copytree(self.database, self.folder / "other")
        both = ("--db", self.database, "--db", other)
        self.assertEqual(self.new("lib", *both), [])
        article = news(1, title="libraries again")
        for database in (self.database, other):
            self.put(article, database=database)
        self.assertEqual(self.new("lib", *both), ["libraries again"])
        self.assertEqual(self.new("lib", *both), [])
        self.assertEqual(self.new("lib", "--db", other), [])
        self.put(article | {"url": "", "guid": "", "title": "libraries once more"}, database=other)
        self.assertEqual(self.new("lib", *both), ["libraries once more"])


class AfterChanges(Saved):
    """An article that changes is given once, when it matches."""

    def setUp(self):
        super().setUp()
        for name, query in (("s114", '"section 114"'), ("leeds", "council:leeds"), ("housing", "topic:housing"),
                            ("all", "committee")):
            self.run_search("--save", name, query)

    def test_words_that_come_later(self):
        self.put(news(1, body="Read more."), news(2))
        self.assertEqual(self.new("s114"), [])
        self.put(news(1, body=f"The council issued a section 114 notice. {LONG}"))
        self.assertEqual(self.new("s114"), ["Story 1"])
        self.assertEqual(self.new("s114"), [])
        self.put(news(1, body=f"The council issued a section 114 notice on Friday. {LONG}"))
        self.index("reindex")
        self.assertEqual(self.new("s114"), [])

    def test_words_in_the_headline_that_come_later(self):
        self.put(news(1))
        self.assertEqual(self.new("s114"), [])
        self.put(news(1, title="Story 1: section 114 looms"))
        self.assertEqual(self.new("s114"), ["Story 1: section 114 looms"])
        self.assertEqual(self.new("s114"), [])

    def test_councils_and_topics_that_come_later(self):
        self.put(news(1, body="Read more."))
        self.assertEqual(self.new("leeds") + self.new("housing"), [])
        self.put(news(1, body="Leeds City Council will build 400 council houses. Leeds City Council said the social housing "
                              f"would ease homelessness and the housing waiting list. {LONG}"))
        for name in ("leeds", "housing"):
            self.assertEqual(self.new(name), ["Story 1"], name)
            self.assertEqual(self.new(name), [], name)

    def test_a_text_that_stops_and_starts_to_match(self):
        self.put(news(1, body=f"A section 114 notice. {LONG}"))
        self.assertEqual(self.new("s114"), ["Story 1"])
        self.put(news(1, body=f"Nothing of that kind. {LONG} It was a mistake."))
        self.put(news(1, body=f"A section 114 notice after all. {LONG} It was no mistake."))
        self.assertEqual(self.new("s114"), [])

    def test_what_was_given_is_not_given_under_a_new_headline_or_id(self):
        versions = {
            "retitled": [news(1), news(1, title="Another headline for it")],
            "retitled, by guid only": [news(2, url=""), news(2, url="", title="Another headline for that")],
            "gets its address": [news(3, url="", guid=""), news(3)],
            "gets its address, has a guid": [news(4, url=""), news(4)],
            "gets its guid": [news(5, guid=""), news(5)],
            "moves to another address": [news(6), news(6, url="https://record.example/moved")],
            "a text that is found to be that of a page": [news(7, url="", guid="", outlet=""), news(7, guid="")],
        }
        for what, (before, after) in versions.items():
            with self.subTest(what):
                self.put(before)
                self.assertEqual(len(self.new("all")), 1)
                self.put(after)
                self.assertEqual(self.new("all"), [])
                self.index("reindex")
                self.assertEqual(self.new("all"), [])

    def test_an_id_known_by_another_is_learnt(self):
        self.put(news(1, url="", guid=""))
        self.assertEqual(len(self.new("all")), 1)
        for title in ("Story 1", "Another headline for it"):
            self.put(news(1, title=title))
            self.assertEqual(self.new("all"), [])
        exported = self.index("export").out
        self.database = self.folder / "rebuilt"
        self.index("add", "-", stdin=exported.encode())
        self.assertEqual(self.new("all"), [])

    def test_another_article_is_new_whatever_it_shares(self):
        self.put(news(1), news(2, title="Letters", body=f"First. {LONG}"))
        self.assertEqual(len(self.new("all")), 2)
        # The address of a page that is used again for another story.
        other = " ".join(f"Rain kept firefighters and the committee busy in street {n}, said officer {n * 17}." for n in range(30))
        self.put(news(1, guid="r9", title="Floods close schools across town", body=other, date_published="2024-06-01"))
        self.assertEqual(self.new("all"), ["Floods close schools across town"])
        # A headline that is used every day, or by another paper on the same day.
        self.put(news(3, title="Letters", body=f"Second. {other}"),
                 news(4, title="Letters", outlet="Other Paper", url="https://other.example/l", body=f"Third. {other} {LONG}"))
        self.assertEqual(self.new("all"), ["Letters", "Letters"])
        self.index("reindex")
        self.assertEqual(self.new("all"), [])

    def test_two_that_are_merged(self):
        self.put(news(1, url=""), news(2, guid="", url="https://record.example/a1", title="Story 1", body=f"Paragraph 1. {LONG}"))
        self.assertGreaterEqual(len(self.new("all")), 1)
        self.put(news(1))
        self.assertEqual(self.new("all"), [])


class Digest(Saved):
    def setUp(self):
        super().setUp()
        for name in ("libraries", "roads", "zoos"):
            self.run_search("--save", name, "--any", name)

    def test_text(self):
        result = self.run_search("--digest")
        self.assertEqual(result.status, 0, result.err)
        self.assertRegex(result.out, r"(?s)^libraries: libraries\n.*libraries number 1.*\n\nroads: roads\n.*roads number 2")
        self.assertNotIn("zoos", result.out)
        again = self.run_search("--digest")
        self.assertEqual((again.status, again.out, again.err), (1, "", ""))
        self.add("zoos")
        self.assertRegex(self.run_search("--digest").out, r"^zoos: zoos\n")

    def test_every_format_is_a_reader_of_its_own(self):
        for format in FORMATS:
            for expected in (1, 0):
                result = self.run_search("--digest", "--format", format)
                self.assertEqual(result.out.count("record.example/2"), expected, format)
                self.assertEqual(result.status, 1 - expected, result.err)
        self.assertEqual(self.new("libraries"), ["libraries number 1"])

    def test_peek(self):
        for _ in range(2):
            self.assertIn("roads number 2", self.run_search("--digest", "--peek").out)
        self.assertEqual(self.memory(), {})

    def test_a_story_that_two_searches_find_is_given_once(self):
        self.run_search("--save", "late", "roads libraries")
        for format in FORMATS:
            self.run_search("--digest", "--format", format)
        self.put(news(1, title="zoos and roads and libraries"), news(2, title="late roads"))

        def peek(format, *arguments):
            return self.run_search("--digest", "--peek", "--format", format, *arguments)

        answers = peek("json").json()["answers"]
        self.assertEqual([(answer["name"], answer["total"]) for answer in answers], [("libraries", 1), ("roads", 1)])
        self.assertEqual([hit["searches"] for answer in answers for hit in answer["hits"]],
                         [["libraries", "roads", "zoos", "late"], ["roads"]])
        self.assertEqual([hit["searches"] for hit in peek("jsonl").lines()], [["libraries", "roads", "zoos", "late"], ["roads"]])
        self.assertEqual(peek("csv", "--fields", "title,searches").out.splitlines(),
                         ["title,searches", 'zoos and roads and libraries,"libraries; roads; zoos; late"', "late roads,roads"])
        self.assertEqual(peek("tsv").out.splitlines()[0].split("\t")[-1], "searches")
        channel, = xml.etree.ElementTree.fromstring(peek("rss").out)
        self.assertEqual([[named.text for named in item.findall("category[@domain='council-search']")]
                          for item in channel.findall("item")], [["libraries", "roads", "zoos", "late"], ["roads"]])
        for format in ("text", "html"):
            out = peek(format).out
            self.assertEqual(out.count("also found by roads, zoos and late"), 1, format)
            self.assertEqual(out.count("also found by"), 1, format)
        html = peek("html").out
        self.assertEqual((html.count("<h1>"), html.count("<h2>"), html.count("</html>")), (1, 2, 1))
        # It is given for all of them.
        self.run_search("--digest")
        self.assertEqual(self.run_search("--digest").out, "")

    def test_a_search_that_comes_to_find_it_gives_it_too(self):
        self.run_search("--digest")
        self.put({"guid": "g1", "title": "libraries number 1", "body": "Now of zoos, and much more text of it. " * 5})
        out = self.run_search("--digest").out
        self.assertRegex(out, r"^zoos: zoos\n")
        self.assertNotIn("also found", out)

    def test_nothing_new_in_any_format(self):
        for format, expected in (("json", '{"format":1,"answers":[]}\n'), ("jsonl", ""), ("text", "")):
            self.run_search("--digest", "--format", format)
            self.assertEqual(self.run_search("--digest", "--format", format).out, expected)
        self.run_search("--digest", "--format", "csv")
        self.assertEqual(len(self.run_search("--digest", "--format", "csv").out.splitlines()), 1)

    def test_a_feed_can_be_read_back(self):
        self.put(news(1, title="zoos and roads", categories=["Transport"]))
        feed = self.write("digest.rss", self.run_search("--digest", "--format", "rss").out)
        parsed = self.index("parse", feed).lines()
        self.assertEqual(len(parsed), 3)
        self.assertEqual([article.get("categories", []) for article in parsed if "zoos" in article["title"]], [["Transport"]])

    def test_a_damaged_memory_does_not_stop_the_others(self):
        self.run_search("--digest")
        self.add("libraries", "roads")
        path = self.folder / "state/council-news/given/libraries.digest-text"
        path.write_text('{"marks":[]}')
        result = self.run_search("--digest")
        self.assertEqual(result.status, 2)
        self.assertIn(f"{path} is damaged", result.err)
        self.assertIn("roads number 4", result.out)
        self.assertEqual(path.read_text(), '{"marks":[]}')

    def test_near_duplicates_are_all_given(self):
        text = " ".join(f"The council told members {n} times that zoos of ward {n * 13} stay open." for n in range(30))
        self.put(*({"guid": f"c{n}", "url": f"https://paper{n}.example/a", "title": "Zoos stay open", "body": text,
                    "outlet": f"Paper {n}"} for n in range(3)))
        self.assertEqual(self.run_search("--digest").out.count("Zoos stay open"), 3)

    def test_a_bad_search_does_not_stop_the_others(self):
        path = self.folder / "config/council-news/saved.json"
        kept = json.loads(path.read_text())
        kept["searches"] = {"bad": {"query": "?"}, "worse": {"colour": 1}} | kept["searches"]
        path.write_text(json.dumps(kept))
        result = self.run_search("--digest")
        self.assertEqual(result.status, 2)
        self.assertIn("bad", result.err)
        self.assertIn("worse", result.err)
        self.assertIn("roads number 2", result.out)

    def test_an_unfinished_digest_is_given_again(self):
        self.assertEqual(self.full_disk("--digest"), 3)
        self.assertEqual(self.broken_pipe("--digest", "--format", "html"), b"")
        self.assertEqual(self.memory(), {})


if __name__ == "__main__":
    unittest.main()
