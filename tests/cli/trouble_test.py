"""Bad input, usage errors, database errors: a clear message, the right exit status, nothing lost."""
import bz2
import gzip
import io
import json
import lzma
import os
import pathlib
import random
import shutil
import subprocess
import tarfile
import time
import unittest
import zipfile

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


def packed(format, data):
    """A file of that format with two members, if it has members."""
    buffer = io.BytesIO()
    names = ("one.json", "two.json")
    if format == "zip":
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                archive.writestr(name, data)
    elif format in ("tar", "tar.gz"):
        with tarfile.open(fileobj=buffer, mode="w:gz" if format == "tar.gz" else "w") as archive:
            for name in names:
                member = tarfile.TarInfo(name)
                member.size = len(data)
                archive.addfile(member, io.BytesIO(data))
    elif format == "warc.gz":
        for number in range(2):
            block = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + data
            buffer.write(gzip.compress(
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\n"
                f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"))
    elif format == "zst":
        return subprocess.run(["zstd", "-c"], input=data, capture_output=True, check=True).stdout
    else:
        return {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}[format](data)
    return buffer.getvalue()


class DamagedArchives(ProgramTest):
    FORMATS = ["gz", "bz2", "xz", "zip", "tar", "tar.gz", "warc.gz"] + (["zst"] if shutil.which("zstd") else [])

    def add_among_good_ones(self):
        self.write("in/0-first.json", GOOD.replace("g1", "first"))
        self.write("in/z-last.json", GOOD.replace("g1", "last"))
        result = self.index("add", self.folder / "in")
        self.assertIn(result.status, (0, 1), result.err)
        guids = {article["guid"] for article in self.index("export").lines()}
        self.assertLessEqual({"first", "last"}, guids)
        self.assertEqual(self.index("check").status, 0)
        return result

    def test_the_first_bytes_of_an_archive(self):
        for format in self.FORMATS:
            whole = packed(format, GOOD.encode() * 3)
            for length in range(1, 21):
                self.write(f"in/{format}-{length:02}", whole[:length])
        result = self.add_among_good_ones()
        self.assertEqual(result.status, 1)
        for format in set(self.FORMATS) - {"tar"}:  # the first bytes of a tar archive are a name
            for length in range(5, 21):  # fewer may be a word
                self.assertRegex(result.err, f"failed: {self.folder}/in/{format}-{length:02}: .*(truncated|damaged)")
        self.assertRegex(self.index("add", self.write("three", "BZh")).err, "three: a bzip2 archive that is truncated")

    def test_an_archive_that_ends_early_or_has_wrong_bytes(self):
        dice = random.Random(20)
        for format in self.FORMATS:
            whole = packed(format, GOOD.encode())
            for number in range(20):
                data = bytearray(whole)
                for _ in range(dice.randrange(1, 4)):
                    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
                self.write(f"in/{format}-flipped-{number}", bytes(data))
                self.write(f"in/{format}-cut-{number}", whole[:dice.randrange(20, len(whole))])
        self.add_among_good_ones()

    def test_damaged_members_among_good_ones(self):
        members = [("good.json", GOOD)] + [(f"{format}-{length}", packed(format, GOOD.encode())[:length])
                                           for format in self.FORMATS for length in (6, 9, 15) if format != "tar"] + [("last.json", GOOD.replace("g1", "g2"))]
        with zipfile.ZipFile(self.folder / "all.zip", "w") as archive:
            for name, data in members:
                archive.writestr(name, data)
        result = self.index("add", self.folder / "all.zip")
        self.assertEqual(result.status, 1)
        self.assertEqual(len(self.index("export").lines()), 2)
        for name, _ in members[1:-1]:
            self.assertIn(f"failed: {self.folder}/all.zip!{name}: ", result.err)


def runs_out_of_memory():
    """In a test run with a sanitizer, which reserves more memory than any limit allows."""
    limited = subprocess.run(["sh", "-c", f'ulimit -v 2000000; "{BIN}/council-index" --version'], capture_output=True)
    return limited.returncode == 0


class TooLarge(ProgramTest):
    def test_a_document_that_does_not_fit_into_memory_fails_alone(self):
        if not runs_out_of_memory():
            self.skipTest("the program does not start within a memory limit")
        self.write("in/a.json", GOOD)
        self.write("in/b.json", '{"title":"Long","body":"' + "All of it is needed. " * 9000000 + '"}')
        self.write("in/c.json", GOOD.replace("g1", "g2"))
        done = subprocess.run(["sh", "-c", f'ulimit -v 700000; "{BIN}/council-index" add in'], cwd=self.folder,
                              capture_output=True, env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database)))
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(b"failed: in/b.json: not enough memory", done.stderr)
        self.assertEqual(len(self.index("export").lines()), 2)


class Output(ProgramTest):
    """Output that cannot be written is an error of every command that writes some."""

    def setUp(self):
        super().setUp()
        self.good = self.write("good.json", GOOD)
        self.index("add", self.good)
        self.index("feeds", "add", "https://news.example/feed")

    def commands(self):
        index = [["parse", self.good], ["status"], ["status", "--format", "json"], ["check"], ["feeds"], ["export"],
                 ["feeds", "--format", "json"], ["feeds", "export"], ["add", "--report", "json", self.good],
                 ["update", "--report", "json", self.write("none.opml", "<opml><body/></opml>")], ["--help"], ["--version"],
                 ["--manual"], ["--completions", "bash"], ["add", "--help"], ["feeds", "--help"], ["compact", "--help"],
                 ["--complete", "st"]]
        search = [["libraries"], ["--format", "json", "libraries"], ["--all", "--format", "csv", "libraries"], ["--help"],
                  ["--version"], ["--manual"], ["--completions", "zsh"]]
        for program, arguments in (("council-index", index), ("council-search", search)):
            for one in arguments:
                yield program, [BIN / program, *one]

    def run_with(self, command, redirection):
        return subprocess.run(["sh", "-c", '"$@" ' + redirection, "sh", *command], capture_output=True,
                              env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database)))

    def test_a_full_disk(self):
        for program, command in self.commands():
            with self.subTest(command=command[1:], program=program):
                done = self.run_with(command, ">/dev/full")
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertEqual(done.stderr.decode().splitlines()[-1],
                                 f"{program}: the output could not be written: No space left on device")

    def test_a_closed_output(self):
        before = self.index("export").out
        for program, command in self.commands():
            with self.subTest(command=command[1:], program=program):
                done = self.run_with(command, ">&-")
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertIn(b"the output could not be written: Bad file descriptor", done.stderr)
        for streams in ("<&-", "2>&-", "<&- >&- 2>&-"):  # nothing gets into the database
            self.run_with([BIN / "council-index", "add", self.good, self.write("broken.json", "{")], streams)
            self.assertEqual(self.index("check").status, 0)
        self.assertEqual(self.index("export").out, before)

    def test_a_file_that_may_grow_no_further(self):
        many = self.write("many.jsonl", "".join(json.dumps({"guid": f"g{n}", "title": f"Plan {n * 7919}", "body": str(n) * 9}) + "\n"
                                                for n in range(300)))
        self.assertEqual(self.index("add", many).status, 0)
        for command in ("export", "parse"):
            done = subprocess.run(["sh", "-c", f'ulimit -f 20; "{BIN}/council-index" {command} $1 >out', "sh",
                                   many if command == "parse" else "--"],
                                  cwd=self.folder, capture_output=True, env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database)))
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn(b"could not be written: File too large", done.stderr)


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

    def test_reading_needs_no_permission_to_write(self):
        self.index("add", "-", stdin=GOOD.encode())
        for path in [*self.database.iterdir(), self.database]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        self.folder.chmod(0o555)
        self.addCleanup(self.folder.chmod, 0o755)
        self.addCleanup(self.database.chmod, 0o755)

        def as_nobody():
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)

        def run(*command):
            return subprocess.run([BIN / command[0], *command[1:]], preexec_fn=as_nobody, capture_output=True, cwd="/",
                                  env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database), HOME="/nonexistent"))

        for command in (("council-index", "status"), ("council-index", "check"), ("council-index", "export"),
                        ("council-index", "feeds"), ("council-search", "libraries")):
            with self.subTest(command=command):
                done = run(*command)
                self.assertEqual(done.returncode, 0, done.stderr)
        for command in ("compact", "reindex"):
            done = run("council-index", command)
            self.assertEqual(done.returncode, 3, done.stderr)

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
