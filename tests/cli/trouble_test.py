"""Bad input, usage errors, database errors: a clear message, the right exit status, nothing lost."""
import json
import os
import pathlib
import subprocess
import time
import unittest

from programs import BIN, ProgramTest

GOOD = json.dumps({"guid": "g1", "title": "Libraries open longer", "body": "Leeds City Council opens its libraries."})


class BadSources(ProgramTest):
    def test_one_broken_file_does_not_stop_the_others(self):
        self.write("in/a-broken.json", '{"title": "cut o')
        self.write("in/b-good.json", GOOD)
        self.write("in/c-empty.xml", "")
        self.write("in/d-binary.dat", bytes(range(256)) * 8)
        self.write("in/e-picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200))
        result = self.index("add", self.folder / "in")
        self.assertEqual(result.status, 1)
        lines = result.err.splitlines()
        self.assertEqual(lines[-1], "1 added, 0 updated, 0 unchanged, 1 skipped, 3 failed")
        self.assertEqual([line.split(": ")[1] for line in lines[:-1]],
                         [str(self.folder / "in" / name) for name in ("a-broken.json", "c-empty.xml", "d-binary.dat")])
        self.assertEqual(self.titles("libraries"), ["Libraries open longer"])

    def test_the_report_for_scripts(self):
        self.write("in/broken.json", '{"title": ')
        self.write("in/good.json", GOOD)
        result = self.index("add", "--report", "json", self.folder / "in", self.folder / "missing")
        self.assertEqual(result.status, 1)
        report = result.json()
        self.assertEqual((report["added"], report["failed"]), (1, 2))
        self.assertEqual({failure["source"] for failure in report["failures"]},
                         {str(self.folder / "in/broken.json"), str(self.folder / "missing")})

    def test_a_bad_line_among_good_ones(self):
        path = self.write("lines.jsonl", GOOD + "\n{broken\n" + GOOD.replace("g1", "g2") + "\n")
        result = self.index("add", path)
        self.assertEqual(result.status, 1)
        self.assertIn("line 2", result.err)
        self.assertEqual(len(self.titles("libraries")), 2)

    def test_parse_touches_no_database_and_reads_what_it_wrote(self):
        first = self.index("parse", "-", stdin=GOOD.encode())
        self.assertEqual(first.status, 0, first.err)
        self.assertFalse(self.database.exists())
        again = self.index("parse", "-", stdin=first.out.encode())
        self.assertEqual(again.lines(), first.lines())

    def test_control_characters_of_an_article_are_removed(self):
        evil = {"title": "Budget \x1b]52;c;aGk=\x07 \x1b[31mred\u202e desrever", "body": "A budget\x1b[2J \x9b31m \x00 here."}
        self.index("add", "-", stdin=json.dumps(evil).encode())
        for arguments in (("budget",), ("--color", "never", "budget")):
            shown = self.search(*arguments)
            self.assertEqual(shown.status, 0)
            for sign in "\x1b\x07\x00\x9b\u202e":
                self.assertNotIn(sign, shown.out)

    def test_control_characters_of_a_file_name_are_removed(self):
        path = self.write("evil\x1b[31m.json", "{")
        self.assertNotIn("\x1b", self.index("add", path).err)


class WrongUsage(ProgramTest):
    def test_messages_name_what_is_wrong(self):
        self.index("add", "-", stdin=GOOD.encode())
        for program, arguments, named in (
                ("council-index", ["frobnicate"], "frobnicate"),
                ("council-index", [], "usage"),
                ("council-index", ["add"], "at least one source"),
                ("council-index", ["add", "--nonsense", "x"], "nonsense"),
                ("council-index", ["add", "--report", "xml", "x"], "xml"),
                ("council-index", ["parse"], "at least one source"),
                ("council-search", [], "no query"),
                ("council-search", ["!!!"], "no word"),
                ("council-search", ["--format", "pdf", "x"], "pdf"),
                ("council-search", ["--fo", "json", "x"], "--fo"),
                ("council-search", ["--limit=-3", "x"], "-3"),
                ("council-search", ["--limit", "many", "x"], "many"),
                ("council-search", ["--sort", "up", "x"], "up"),
                ("council-search", ["--color", "pink", "x"], "pink")):
            with self.subTest(arguments=arguments):
                result = self.run_program(program, *arguments)
                self.assertEqual(result.status, 2, result.err)
                self.assertIn(named, result.err)

    def test_help_and_version(self):
        for program in ("council-index", "council-search"):
            self.assertEqual(self.run_program(program, "--help").status, 0)
            self.assertRegex(self.run_program(program, "--version").out, rf"^{program} \d+\.\d+\.\d+\n$")
        self.assertIn("--url", self.index("add", "--help").out)

    def test_a_word_after_a_dash_is_excluded(self):
        self.index("add", "-", stdin=GOOD.encode())
        self.assertEqual(self.search("libraries", "-museums").status, 0)
        self.assertEqual(self.search("libraries", "-leeds").status, 1)

    def test_json_errors_are_json(self):
        self.index("add", "-", stdin=GOOD.encode())
        for arguments, code in ((["!!!"], "bad_request"), ([], "bad_request"), (["--db", "/nonexistent", "x"], "database")):
            with self.subTest(arguments=arguments):
                result = self.search("--format", "json", *arguments)
                self.assertGreaterEqual(result.status, 2)
                self.assertEqual(result.json()["error"]["code"], code)
        nothing = self.search("--format", "json", "unheard")
        self.assertEqual((nothing.status, nothing.json()["total"], nothing.json()["hits"]), (1, 0, []))


class Queries(ProgramTest):
    def setUp(self):
        super().setUp()
        self.index("add", "-", stdin=GOOD.encode())

    def test_malformed_queries_are_read_with_a_note(self):
        for query in ("libraries AND", "(libraries", '"libraries', "libraries)", "colour:libraries", "li*", "OR libraries"):
            with self.subTest(query=query):
                result = self.search(query)
                self.assertIn(result.status, (0, 1))
                self.assertIn("note: ", result.err)

    def test_the_nearest_names_are_suggested(self):
        self.assertIn("sandwell", self.search("council:sandwel").err)
        self.assertIn("housing", self.search("topic:housin").err)
        self.assertIn("topic", self.search("topik:housing").err)

    def test_batch_answers_every_line(self):
        requests = ['{"query":"libraries"}', "nonsense", '{"query":"?"}', '{"query":"leeds","limit":0}', "[1]",
                    '{"query":"libraries","limit":-1}', '{"query":"libraries AND (","plain":true,"any":true}',
                    '{"colour":1}']
        result = self.search("--batch", stdin="\n".join(requests).encode())
        answers = result.lines()
        self.assertEqual(len(answers), len(requests))
        self.assertEqual([("error" in answer) for answer in answers],
                         [False, True, True, False, True, True, False, True])
        self.assertEqual(answers[3]["total"], 1)

    def test_a_closed_pipe_is_quiet(self):
        command = f'"{BIN}/council-search" libraries | true'
        completed = subprocess.run(["sh", "-c", command], capture_output=True,
                                   env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database)))
        self.assertEqual(completed.stderr, b"")


class DatabaseTrouble(ProgramTest):
    def test_no_database(self):
        result = self.search("x")
        self.assertEqual(result.status, 3)
        self.assertIn("council-index add", result.err)

    def test_a_folder_of_something_else_is_not_changed(self):
        self.write("db/precious.txt", "precious")
        self.assertEqual(self.search("x").status, 3)
        self.assertEqual(self.index("add", "-", stdin=GOOD.encode()).status, 3)
        self.assertEqual([path.name for path in self.database.iterdir()], ["precious.txt"])

    def test_another_indexer_holds_the_lock(self):
        self.index("add", "-", stdin=GOOD.encode())
        holder = subprocess.Popen([BIN / "council-index", "add", "-"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                  env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database)))
        self.addCleanup(holder.communicate)
        while not any(name.endswith("flintlock") for name in open_files(holder.pid)):
            time.sleep(0.01)
        result = self.index("add", "-", stdin=GOOD.encode())
        self.assertEqual(result.status, 4)
        self.assertIn("another indexer", result.err)
        self.assertEqual(self.search("libraries").status, 0)

    def test_another_schema_is_rejected_and_not_changed(self):
        self.index("add", "-", stdin=GOOD.encode())
        xapian_metadata(self.database, "schema", "999")
        for result in (self.search("libraries"), self.index("add", "-", stdin=GOOD.encode())):
            self.assertEqual(result.status, 3)
            self.assertIn("schema 999", result.err)

    def test_the_database_records_its_versions(self):
        self.index("add", "-", stdin=GOOD.encode())
        listed = subprocess.run(["xapian-metadata", "list", self.database], capture_output=True, text=True).stdout
        for key in ("schema", "stemmer", "xapian", "gazetteer"):
            self.assertIn(key, listed.split())
        checked = subprocess.run(["xapian-check", self.database], capture_output=True, text=True)
        self.assertEqual(checked.returncode, 0, checked.stdout)


def open_files(pid):
    """The open files of a process; skips files closed meanwhile."""
    for entry in pathlib.Path(f"/proc/{pid}/fd").iterdir():
        try:
            yield os.readlink(entry)
        except FileNotFoundError:
            continue


def xapian_metadata(database, key, value):
    subprocess.run(["xapian-metadata", "set", database, key, value], check=True)


if __name__ == "__main__":
    unittest.main()
