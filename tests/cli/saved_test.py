"""Saved searches, and what --since-last remembers of having given."""
import json
import os
import subprocess
import unittest

from programs import BIN
from saved_searches import Saved


class Keeping(Saved):
    def test_a_search_is_saved_under_its_name(self):
        self.assertEqual(self.run_search("--save", "lib", "--sort", "newest", "libraries").status, 0)
        kept = json.loads((self.folder / "config/council-news/saved.json").read_text())
        self.assertEqual(kept, {"format": 1, "searches": {"lib": {"query": "libraries", "sort": "newest", "group": True}}})
        self.assertEqual(self.run_search("--saved", "lib", "--format", "json").json()["query"], "libraries")
        self.assertEqual(self.run_search("--list-saved").out, "lib\n")
        self.assertEqual(self.run_search("--forget", "lib").status, 0)
        self.assertEqual(self.run_search("--saved", "lib").status, 2)

    def test_usage_errors(self):
        self.run_search("--save", "lib", "libraries")
        for arguments in (["--saved", "lob"], ["--saved", "lib", "more"], ["--save", "", "x"], ["--save", "a\nb", "libraries"],
                          ["--save", "empty"], ["--since-last", "lob"], ["--digest", "x"], ["--digest", "--group"],
                          ["--since-last", "lib", "--group"], ["--peek", "libraries"], ["--saved", "lib", "--peek"]):
            self.assertEqual(self.run_search(*arguments).status, 2, arguments)
        self.assertEqual(self.run_search("--list-saved").out, "lib\n")

    def test_a_damaged_file_is_not_changed(self):
        for content in ("{broken", "", "[]", "null", '{"searches":"x"}', '{"searches":[1]}', '{"searches":null}', "\0\1\2",
                        '{"format":1,"searches":{"lib":{"query":"libr'):
            path = self.write("config/council-news/saved.json", content)
            for arguments in (["--save", "lib", "libraries"], ["--saved", "lib"], ["--digest"], ["--forget", "lib"],
                              ["--since-last", "lib"], ["--list-saved"]):
                result = self.run_search(*arguments)
                self.assertEqual(result.status, 2, (content, arguments))
                self.assertIn(f"{path} is damaged", result.err)
            self.assertEqual(path.read_text(), content)

    def test_a_search_that_makes_no_sense_is_named(self):
        for search in ("5", '"x"', "null", '{"query":7}', '{"limit":-1}', '{"colour":1}', '{"show":"ab"}', "{}"):
            self.write("config/council-news/saved.json", '{"searches":{"odd":%s}}' % search)
            for arguments in (["--since-last", "odd"], ["--digest"]):
                self.assertEqual(self.run_search(*arguments).status, 2, (search, arguments))
        self.assertEqual(self.memory(), {})


class SinceLast(Saved):
    def setUp(self):
        super().setUp()
        self.run_search("--save", "lib", "libraries")

    def test_only_what_is_new_and_all_of_it(self):
        self.assertEqual(self.new(), ["libraries number 1"])
        self.assertEqual(self.new(), [])
        self.add(*["libraries"] * 30, "roads")
        self.assertEqual(len(self.new()), 30)
        self.assertEqual(self.new(), [])

    def test_what_was_not_written_is_given_again(self):
        for arguments in (["--since-last", "lib"], ["--digest"]):
            self.assertEqual(self.full_disk(*arguments), 3)
            for format in ("text", "json", "jsonl", "csv", "tsv", "rss", "html"):
                self.assertEqual(self.broken_pipe(*arguments, "--format", format), b"")
        self.assertEqual(self.memory(), {})
        self.assertEqual(self.new(), ["libraries number 1"])

    def test_a_reader_that_leaves_early_is_given_it_again(self):
        self.add(*["libraries"] * 400)
        process = subprocess.Popen([BIN / "council-search", "--since-last", "lib", "--format", "json"], stdout=subprocess.PIPE,
                                   env=os.environ | self.env | {"COUNCIL_NEWS_DB": str(self.database)})
        process.stdout.read(1)
        process.stdout.close()
        process.wait()
        self.assertEqual(self.memory(), {})
        self.assertEqual(len(self.new()), 401)

    def test_what_a_limit_leaves_comes_next_time(self):
        self.add(*["libraries"] * 6)
        seen = self.new("lib", "-n", "3", "--sort", "oldest")
        self.assertEqual(len(seen), 3)
        self.assertEqual(self.run_search("--since-last", "lib", "-n", "0", "--format", "json").json()["total"], 4)
        seen += self.new("lib", "-n", "2", "--offset", "1")
        self.assertEqual(len(seen), 5)
        result = self.run_search("--since-last", "lib", "-n", "1")
        self.assertIn("1 more is new", result.err)
        self.assertEqual(len(self.new()), 1)
        self.assertEqual(len(set(seen)), 5)

    def test_a_limit_counts_articles_not_stories(self):
        text = " ".join(f"The council told members {n} times that libraries of ward {n * 13} stay open." for n in range(30))
        self.put(*({"guid": f"c{n}", "url": f"https://paper{n}.example/a", "title": "Libraries stay open", "body": text,
                    "outlet": f"Paper {n}"} for n in range(4)))
        given = 0
        for _ in range(3):
            given += self.run_search("--since-last", "lib", "-n", "2").out.count("Libraries stay open\n")
        self.assertEqual((given, self.new()), (4, []))

    def test_counts_are_of_what_is_new(self):
        self.new()
        self.put({"guid": "n1", "title": "libraries", "date_published": "2019-05-01", "body": "Leeds City Council libraries."},
                 {"guid": "n2", "title": "libraries", "date_published": "2020-05-01", "body": "Kent County Council libraries."})
        answer = self.run_search("--since-last", "lib", "--peek", "--format", "json", "--facets", "year", "--timeline").json()
        self.assertEqual(answer["total"], 2)
        self.assertEqual({one["value"]: one["count"] for one in answer["facets"]["year"]}, {"2019": 1, "2020": 1})
        self.assertEqual(sum(one["count"] for one in answer["timeline"]), 2)

    def test_peek_remembers_nothing(self):
        self.assertEqual(self.new("lib", "--peek"), ["libraries number 1"])
        self.assertEqual(self.new("lib", "--peek"), ["libraries number 1"])
        self.assertEqual(self.memory(), {})
        self.assertEqual(self.new(), ["libraries number 1"])
        self.assertEqual(self.new("lib", "--peek"), [])

    def test_any_format_is_the_same_reader(self):
        self.assertIn("libraries number 1", self.run_search("--since-last", "lib").out)
        self.assertEqual(self.new(), [])
        self.add("libraries")
        self.assertEqual(self.run_search("--since-last", "lib", "--format", "json").json()["total"], 1)
        self.assertEqual(self.run_search("--since-last", "lib", "--format", "csv").status, 1)

    def test_a_replaced_search_goes_on(self):
        self.assertEqual(len(self.new()), 1)
        self.run_search("--save", "lib", "libraries")
        self.assertEqual(self.new(), [])
        self.assertIn("replaced", self.run_search("--save", "lib", "libraries OR roads").err)
        self.assertEqual(self.new(), ["roads number 2"])
        self.run_search("--forget", "lib")
        self.run_search("--save", "lib", "libraries OR roads")
        self.assertEqual(len(self.new()), 2)

    def test_names_of_any_kind_have_memories_of_their_own(self):
        names = ["a/b", "a%2Fb", "..", "a.since-last", "a", "Ynys Môn £1", "n" * 300, "n" * 299 + "m", "A"]
        for name in names:
            self.run_search("--save", name, "libraries")
        for name in names:
            self.assertEqual(self.new(name), ["libraries number 1"], name)
            self.assertEqual(self.new(name), [], name)
        self.assertEqual(len(self.memory()), len(names))
        self.run_search("--forget", "a")
        self.assertEqual(len(self.memory()), len(names) - 1)
        self.assertEqual(self.new("a.since-last"), [])

    def test_two_at_once_both_remember(self):
        self.add(*["libraries"] * 50)
        self.run_search("--save", "road", "roads")
        processes = [subprocess.Popen([BIN / "council-search", "--since-last", "lib", "-n", "7", "--offset", str(7 * n)],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                      env=os.environ | self.env | {"COUNCIL_NEWS_DB": str(self.database)}) for n in range(6)]
        shares = [process.wait() for process in processes]
        self.assertTrue(all(status in (0, 1) for status in shares))
        left = len(self.new())
        self.assertLess(left, 51)
        self.assertEqual(self.new(), [])

    def test_a_damaged_memory_is_named(self):
        self.new()
        (path,) = (self.folder / "state/council-news/given").iterdir()
        whole = path.read_bytes()
        lines = whole.splitlines(keepends=True)
        for content in (b"", b'{"marks":[]}', b"\0\xff\x80 binary", whole[:-1], whole[:10], b"".join(lines[:-1]), whole + b"x",
                        whole + lines[-1], whole.replace(b"\n", b"\r\n"), lines[0] + b"zz" * 8 + b"\n" + b"".join(lines[2:]),
                        b"council-search given 1: 99999999999999999999\n", b"council-search given 1: -1\n",
                        b"council-search given 1: 18446744073709551615\n"):
            path.write_bytes(content)
            for arguments in (["--since-last", "lib"], ["--since-last", "lib", "--peek"]):
                result = self.run_search(*arguments)
                self.assertEqual((result.status, result.out), (2, ""), content)
                self.assertIn(f"{path} is damaged", result.err)
            self.assertEqual(path.read_bytes(), content)
        self.assertEqual(self.run_search("--forget", "lib").status, 0)
        self.run_search("--save", "lib", "libraries")
        self.assertEqual(len(self.new()), 1)

    def test_a_memory_that_cannot_be_written_is_an_error(self):
        self.write("state/council-news", "in the way")
        result = self.run_search("--since-last", "lib")
        self.assertIn("libraries number 1", result.out)
        self.assertEqual(result.status, 3)
        self.assertIn("cannot be written", result.err)

    def test_a_memory_of_many(self):
        self.new()
        (path,) = (self.folder / "state/council-news/given").iterdir()
        keys = sorted(path.read_text().splitlines()[1:] + [f"{n * 0x9E3779B97F4A7C15 % 2**64:016x}" for n in range(200_000)])
        path.write_text(f"council-search given 1: {len(keys)}\n" + "\n".join(keys) + "\n")
        self.assertEqual(self.new(), [])
        self.add("libraries")
        self.assertEqual(self.new(), ["libraries number 3"])
        self.assertGreater(len(path.read_text().splitlines()), 200_001)

    def test_partial_matches_are_not_news(self):
        self.run_search("--save", "both", "libraries zoos")
        self.assertEqual(self.new("both"), [])


if __name__ == "__main__":
    unittest.main()
