"""The maintenance commands: status, check, compact, export, reindex, remove."""
import json
import subprocess
import unittest

from programs import BIN, ROOT, ProgramTest, strict_json

SOURCES = [ROOT / "corpus" / name for name in ("feeds", "pages", "articles")]


class Archive(ProgramTest):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.index("add", *SOURCES).status, 0)

    def articles(self):
        result = self.index("export")
        self.assertEqual(result.status, 0)
        return {article["id"]: article for article in result.lines()}

    def without_times(self):
        return {id: {name: value for name, value in article.items() if name not in ("first_seen", "last_seen")}
                for id, article in self.articles().items()}

    def test_export_reads_back_to_an_equal_archive(self):
        exported = self.index("export")
        before = self.articles()
        self.database = self.folder / "again"
        self.assertEqual(self.index("add", "-", stdin=exported.out.encode()).status, 0)
        self.assertEqual(self.articles(), before)
        self.assertEqual(self.index("check").status, 0)

    def test_reindex_and_compact_change_no_article(self):
        before = self.articles()
        answer = self.search("--format", "json", "-n", "50", "children's trust").json()
        for command in ("reindex", "compact"):
            with self.subTest(command=command):
                result = self.index(command)
                self.assertEqual(result.status, 0, result.err)
                self.assertEqual(self.articles(), before)
                self.assertEqual(self.index("check").status, 0)
                again = self.search("--format", "json", "-n", "50", "children's trust").json()
                self.assertEqual([hit["id"] for hit in again["hits"]], [hit["id"] for hit in answer["hits"]])
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["db"])
        self.assertIn("unchanged", self.index("add", *SOURCES).err)
        self.assertEqual(self.articles(), before)

    def test_a_replaced_database_keeps_its_access_and_what_else_is_in_its_folder(self):
        self.database.chmod(0o2750)
        self.write("db/notes.txt", "mine")
        self.write("db/saved/2.jsonl", "{}")
        for command in ("compact", "reindex"):
            with self.subTest(command=command):
                self.assertEqual(self.index(command).status, 0)
                self.assertEqual(self.database.stat().st_mode & 0o7777, 0o2750)
                self.assertEqual((self.database / "notes.txt").read_text(), "mine")
                self.assertEqual((self.database / "saved/2.jsonl").read_text(), "{}")
                self.assertEqual(self.index("check").status, 0)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["db"])

    def test_unexpected_arguments_are_refused(self):
        for command in ("status", "check", "compact", "export", "reindex"):
            with self.subTest(command=command):
                result = self.index(command, self.folder / "other")
                self.assertEqual(result.status, 2)
                self.assertIn("other", result.err)

    def test_reindex_converts_an_old_schema(self):
        before = self.articles()
        subprocess.run(["xapian-metadata", "set", self.database, "schema", "0"], check=True)
        self.assertEqual(self.search("trust").status, 3)
        self.assertEqual(self.index("reindex").status, 0)
        self.assertEqual(self.search("trust").status, 0)
        self.assertEqual(self.articles(), before)

    def test_a_reader_continues_while_the_database_is_replaced(self):
        with subprocess.Popen([BIN / "council-search", "--db", self.database, "--batch"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as reader:
            for command in ("compact", "reindex", "compact"):
                reader.stdin.write(b'{"query":"children\'s trust","limit":3}\n')
                reader.stdin.flush()
                answer = strict_json(reader.stdout.readline())
                self.assertEqual(len(answer.get("hits", [])), 3, answer)
                self.assertEqual(self.index(command).status, 0)
            reader.stdin.close()

    def test_check_finds_a_damaged_document(self):
        self.assertRegex(self.index("check").out, r"articles, sound\n$")
        table = self.database / "docdata.glass"
        data = bytearray(table.read_bytes())
        for offset in range(len(data) // 2, len(data) // 2 + 600):
            data[offset] ^= 0x55
        table.write_bytes(data)
        result = self.index("check")
        self.assertEqual(result.status, 3)
        self.assertNotEqual(result.err, "")

    def test_remove(self):
        before = self.articles()
        ids = sorted(before)
        self.assertTrue(self.index("remove", ids[0][:20], ids[1]).err.startswith("2 removed; "))
        self.assertEqual(sorted(self.articles()), ids[2:])
        self.assertEqual(self.index("remove", "zz").status, 2)
        self.assertEqual(self.index("remove").status, 2)
        source = str(SOURCES[0] / "four-nations.atom")
        count = sum(article["source"] == source for article in self.articles().values())
        self.assertTrue(self.index("remove", "--source", source).err.startswith(f"{count} removed; "))
        self.assertEqual(self.index("remove", "--source", source).status, 2)
        listed = [line.split()[0] for line in self.index("remove", "--list").out.splitlines()]
        self.assertEqual(len(listed), len(ids) - len(self.articles()))
        self.assertEqual(self.index("remove", "--lift", *listed).status, 0)
        self.assertEqual(self.index("remove", "--list").out, "")
        self.assertEqual(self.index("add", *SOURCES).status, 0)
        self.assertEqual(sorted(self.articles()), ids)

    def test_status(self):
        text = self.index("status").out
        for word in ("articles", "schema", "Sandwell".lower(), "2018", "Civic Ledger"):
            self.assertIn(word, text)
        status = self.index("status", "--format", "json").json()
        self.assertEqual(status["articles"], len(self.articles()))
        self.assertEqual(sum(status["years"].values()), status["articles"])


class Killed(ProgramTest):
    def test_a_second_run_restores_what_a_killed_one_lost(self):
        lines = "".join(json.dumps({"guid": f"g{i}", "title": f"Item {i}", "body": f"Ward {i} has {i} homes. " * 40}) + "\n"
                        for i in range(3000))
        path = self.write("many.jsonl", lines)
        for delay in (0.05, 0.15, 0.4):
            with self.subTest(delay=delay):
                self.database = self.folder / f"db-{delay}"
                with subprocess.Popen([BIN / "council-index", "add", "--db", self.database, path],
                                      stderr=subprocess.DEVNULL) as run:
                    try:
                        run.wait(delay)
                    except subprocess.TimeoutExpired:
                        run.kill()
                self.assertEqual(self.index("add", path).status, 0)
                self.assertEqual(self.index("status", "--format", "json").json()["articles"], 3000)
                self.assertEqual(self.index("check").status, 0)


if __name__ == "__main__":
    unittest.main()
