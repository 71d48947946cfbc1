"""Saved searches, what is new since they last ran, and the digest of all of them."""
import json
import os
import shutil
import subprocess
import unittest
import xml.etree.ElementTree

from programs import BIN, ProgramTest


class Saved(ProgramTest):
    def setUp(self):
        super().setUp()
        self.env = {"XDG_CONFIG_HOME": str(self.folder / "config"), "XDG_STATE_HOME": str(self.folder / "state")}
        self.count = 0
        self.add("libraries", "roads")

    def add(self, *subjects):
        articles = []
        for subject in subjects:
            self.count += 1
            articles.append({"guid": f"g{self.count}", "title": f"{subject} number {self.count}",
                             "url": f"https://record.example/{self.count}",
                             "body": f"What the council says of {subject} today, in words of its own: {self.count * 7919}."})
        result = self.index("add", "-", stdin="\n".join(json.dumps(article) for article in articles).encode())
        self.assertEqual(result.status, 0, result.err)

    def run_search(self, *arguments, **options):
        return self.search(*arguments, env=self.env, **options)

    def new(self, name="lib", *arguments):
        result = self.run_search("--since-last", name, "--format", "jsonl", "--fields", "title", *arguments)
        self.assertEqual(result.status, 0 if result.out else 1, result.err)
        return [hit["title"] for hit in result.lines()]

    def marks(self):
        path = self.folder / "state/council-news/marks.json"
        return path.read_text() if path.exists() else None


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
                          ["--save", "empty"], ["--since-last", "lob"], ["--digest", "x"], ["--digest", "--format", "csv"]):
            self.assertEqual(self.run_search(*arguments).status, 2, arguments)
        self.assertEqual(self.run_search("--list-saved").out, "lib\n")

    def test_a_damaged_file_is_not_changed(self):
        path = self.write("config/council-news/saved.json", "{broken")
        for arguments in (["--save", "lib", "libraries"], ["--saved", "lib"], ["--digest"]):
            self.assertEqual(self.run_search(*arguments).status, 2)
        self.assertEqual(path.read_text(), "{broken")


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
        # A known article that changed is not new.
        self.add("libraries")
        self.assertEqual(len(self.new()), 1)
        changed = {"guid": "g1", "title": "libraries number 1", "body": "Changed libraries, and much more text of it. " * 5}
        self.index("add", "-", stdin=json.dumps(changed).encode())
        self.assertEqual(self.new(), [])

    def test_the_mark_stays_when_the_output_failed(self):
        with open("/dev/full", "wb") as full:
            completed = subprocess.run([BIN / "council-search", "--since-last", "lib"], stdout=full, stderr=subprocess.PIPE,
                                       env=os.environ | self.env | {"COUNCIL_NEWS_DB": str(self.database)})
        self.assertEqual(completed.returncode, 3)
        self.assertIsNone(self.marks())
        # Nor if the reader has gone.
        for format in ("text", "json", "csv", "rss", "html"):
            reading, writing = os.pipe()
            os.close(reading)
            completed = subprocess.run([BIN / "council-search", "--since-last", "lib", "--format", format], stdout=writing,
                                       stderr=subprocess.PIPE, env=os.environ | self.env | {"COUNCIL_NEWS_DB": str(self.database)})
            os.close(writing)
            self.assertEqual(completed.stderr, b"")
            self.assertIsNone(self.marks(), format)
        self.assertEqual(self.new(), ["libraries number 1"])
        self.add("libraries", "libraries")
        self.assertEqual(len(self.new("lib", "-n", "1")), 1)  # not all was shown
        self.assertEqual(len(self.new()), 2)

    def test_a_replaced_search_starts_afresh(self):
        self.assertEqual(len(self.new()), 1)
        self.run_search("--save", "lib", "libraries")
        self.assertEqual(self.new(), [])
        self.run_search("--save", "lib", "libraries OR roads")
        self.assertEqual(len(self.new()), 2)

    def test_nothing_is_missed_when_the_database_was_rebuilt(self):
        self.assertEqual(len(self.new()), 1)
        compacted = self.folder / "compacted"
        subprocess.run(["xapian-compact", self.database, compacted], check=True, capture_output=True)
        shutil.rmtree(self.database)
        compacted.rename(self.database)
        self.add("libraries")
        self.assertIn("libraries number 3", self.new())
        self.assertEqual(self.new(), [])

    def test_partial_matches_are_not_news(self):
        self.run_search("--save", "both", "libraries zoos")
        self.assertEqual(self.new("both"), [])


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

    def test_rss_and_html(self):
        self.add("roads and libraries")
        marks = self.marks()
        rss = self.run_search("--digest", "--format", "rss")
        channel, = xml.etree.ElementTree.fromstring(rss.out)
        self.assertEqual(len(channel.findall("item")), 3)  # each once
        self.assertNotEqual(self.marks(), marks)
        xml.etree.ElementTree.fromstring(self.run_search("--digest", "--format", "rss").out)
        self.add("roads")
        html = self.run_search("--digest", "--format", "html").out
        self.assertEqual((html.count("<h1>"), html.count("<h2>"), html.count("</html>")), (1, 1, 1))

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

    def test_a_full_disk_moves_no_mark(self):
        with open("/dev/full", "wb") as full:
            completed = subprocess.run([BIN / "council-search", "--digest"], stdout=full, stderr=subprocess.PIPE,
                                       env=os.environ | self.env | {"COUNCIL_NEWS_DB": str(self.database)})
        self.assertEqual(completed.returncode, 3)
        self.assertIsNone(self.marks())


if __name__ == "__main__":
    unittest.main()
