"""Signals and closed pipes: what was read is stored, what was begun is cleared up, and the exit status says so."""
import json
import os
import random
import shutil
import signal
import subprocess
import threading
import time
import unittest

from programs import BIN
from web import UpdateTest, rss

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WORDS = [a + b + c for a in ("bor", "tam", "wel", "sud") for b in ("ing", "ber", "or", "an") for c in ("ham", "ton", "ley")]


def article(number, words=200):
    dice = random.Random(number)
    return json.dumps({"guid": f"n{number}", "title": f"Story {number} about {dice.choice(WORDS)}",
                       "body": " ".join(dice.choices(WORDS, k=words)) + f". That was number {number}."}) + "\n"


class SignalTest(UpdateTest):
    def start(self, *command, ignored=(), **streams):
        def signals_as_in_a_terminal():  # a test run in the background ignores some of them
            for number in SIGNALS:
                signal.signal(number, signal.SIG_IGN if number in ignored else signal.SIG_DFL)

        process = subprocess.Popen([BIN / "council-index", *map(str, command)],
                                   preexec_fn=signals_as_in_a_terminal, stderr=streams.pop("stderr", subprocess.PIPE),
                                   env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database)), **streams)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def ended(self, process, number):
        """What it says after the signal."""
        process.send_signal(number)
        said = process.communicate(timeout=60)[1].decode()
        self.assertEqual(process.returncode, 128 + number, said)
        return said

    def wait_for(self, condition, process):
        while not condition():
            self.assertIsNone(process.poll(), "it ended early")
            time.sleep(0.002)

    def stored(self):
        return self.index("status", "--format", "json").json()["articles"]

    def beside(self):
        return sorted(path.name for path in self.folder.iterdir() if path.name.startswith("db"))


class Reading(SignalTest):
    def test_add_stores_what_was_read_and_the_next_run_goes_on(self):
        many = [self.write(f"in/{n:03}.jsonl", "".join(article(n * 100 + i) for i in range(100))) for n in range(15)]
        large = self.write("large.jsonl", "".join(article(n) for n in range(1500)))
        for number, source in zip(SIGNALS, (self.folder / "in", large, self.folder / "in")):
            with self.subTest(number=number, source=source.name):
                self.database = self.folder / f"db-{number}-{source.name}"
                process = self.start("add", source)
                self.wait_for(lambda: (self.database / "iamglass").exists(), process)
                time.sleep(0.2)
                said = self.ended(process, number)
                count = self.stored()
                self.assertLess(count, 1500)
                articles = "1 article was" if count == 1 else f"{count} articles were"
                self.assertIn(f"interrupted: {articles} stored; run the same command again to go on", said)
                self.assertEqual(self.index("check").status, 0)
                again = self.index("add", source)
                self.assertEqual((again.status, self.stored()), (0, 100 * len(many)))

    def test_waiting_for_input_can_be_interrupted(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        good = self.write("good.jsonl", article(1))
        for number, source in zip(SIGNALS, ("-", pipe, "-")):
            with self.subTest(source=source):
                process = self.start("add", good, source, stdin=subprocess.PIPE)
                if source == pipe:
                    self.addCleanup(open(pipe, "wb").close)
                self.wait_for(lambda: (self.database / "iamglass").exists(), process)
                time.sleep(0.2)
                self.assertIn("interrupted", self.ended(process, number))
                self.assertEqual(self.index("check").status, 0)

    def test_a_server_that_hangs_can_be_interrupted(self):
        gate = threading.Event()
        self.addCleanup(gate.set)
        self.server.replies["/slow"] = lambda handler: (gate.wait(60), (200, {}, rss("slow")))[1]
        self.server.replies["/fast"] = (200, {}, rss("one", "two"))
        for number in SIGNALS[:2]:
            for command in (("update", "--allow-private", self.opml("/fast", "/slow")),
                            ("add", "--allow-private", self.server.url("/fast"), self.server.url("/slow"))):
                with self.subTest(command=command[0], number=number):
                    self.server.seen.clear()
                    self.database = self.folder / f"db-{number}-{command[0]}"
                    process = self.start(*command)
                    self.wait_for(lambda: len(self.server.seen) == 2, process)
                    time.sleep(0.2)
                    self.assertIn("interrupted: ", self.ended(process, number))
                    self.assertLessEqual(self.stored(), 2)
                    self.assertEqual(self.index("check").status, 0)

    def test_a_feed_that_was_interrupted_is_fetched_again(self):
        etag = {"ETag": '"1"'}
        self.server.replies["/feed"] = lambda handler: (
            (304, {}, "") if handler.headers.get("If-None-Match") == '"1"' else
            (200, etag, rss(*(f"{WORDS[n % 48]}{n}" for n in range(6000)))))
        process = self.start("update", "--allow-private", self.opml("/feed"))
        self.wait_for(lambda: self.server.seen, process)
        time.sleep(0.3)
        said = self.ended(process, signal.SIGTERM)
        self.assertIn(f"interrupted: {self.stored()} articles were stored", said)
        self.assertEqual(self.update("--force", self.opml("/feed")).status, 0)
        self.assertEqual(self.stored(), 6000)

    def test_the_report_for_scripts_is_written(self):
        process = self.start("add", "--report", "json", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.wait_for(lambda: (self.database / "iamglass").exists(), process)
        time.sleep(0.2)
        process.send_signal(signal.SIGTERM)
        out = process.communicate(timeout=60)[0]
        self.assertEqual((process.returncode, json.loads(out)["added"]), (143, 0))

    def test_a_second_signal_ends_it_at_once(self):
        process = self.start("add", "-", stdin=subprocess.PIPE)
        self.wait_for(lambda: (self.database / "iamglass").exists(), process)
        time.sleep(0.2)
        for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGINT, signal.SIGCONT):
            process.send_signal(number)
        self.assertEqual(process.communicate(timeout=60)[1], b"")
        self.assertIn(process.returncode, (130, 143))

    def test_nohup(self):
        process = self.start("add", "-", ignored=[signal.SIGHUP], stdin=subprocess.PIPE)
        self.wait_for(lambda: (self.database / "iamglass").exists(), process)
        process.send_signal(signal.SIGHUP)
        time.sleep(0.2)
        process.communicate(article(1).encode(), timeout=60)
        self.assertEqual((process.returncode, self.stored()), (0, 1))


class Rewriting(SignalTest):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.index("add", self.write("all.jsonl", "".join(article(n) for n in range(1200)))).status, 0)
        self.before = sorted(self.index("export").out.splitlines())

    def test_nothing_is_left_and_nothing_is_changed(self):
        dice = random.Random(3)
        for command in ("compact", "reindex"):
            for number in SIGNALS:
                with self.subTest(command=command, number=number):
                    process = self.start(command)
                    self.wait_for(lambda: len(self.beside()) > 1, process)
                    time.sleep(dice.random() * (0.1 if command == "compact" else 0.8))
                    process.send_signal(number)
                    said = process.communicate(timeout=60)[1].decode()
                    self.assertIn(process.returncode, (0, 128 + number), said)
                    if process.returncode != 0:
                        self.assertEqual(said, "interrupted: the database was not changed\n")
                    self.assertEqual(self.beside(), ["db"])
                    self.assertEqual(self.index("check").status, 0)
        self.assertEqual(sorted(self.index("export").out.splitlines()), self.before)

    def killed(self, command, delay):
        process = self.start(command)
        self.wait_for(lambda: len(self.beside()) > 1, process)
        time.sleep(delay)
        process.kill()
        process.communicate(timeout=60)
        return [name for name in self.beside() if name != "db"]

    def test_what_a_kill_leaves_is_deleted_by_the_next_writer(self):
        one = self.write("one.jsonl", article(1))
        for command, others in (("compact", (("add", one), ("update",))), ("reindex", (("compact",), ("reindex",)))):
            for next_command in others:
                with self.subTest(command=command, next=next_command):
                    left = self.killed(command, 0)
                    result = self.index(*next_command)
                    self.assertEqual(result.status, 0, result.err)
                    for name in left:
                        self.assertIn(f"{name}: left by a command that was killed: deleted", result.err)
                    self.assertEqual(self.beside(), ["db"])
        self.assertEqual(sorted(self.index("export").out.splitlines()), self.before)

    def test_what_somebody_else_keeps_there_is_not_deleted(self):
        shutil.copytree(self.database, self.folder / "db.new-2")
        shutil.copytree(self.database, self.folder / "db.new-3.council-index")
        self.write("db.new-3.council-index/notes.txt", "other notes")
        self.write("db/notes.txt", "notes")
        self.write("db.new-4.council-index", "a file")
        names = self.beside()
        for command in ("compact", "reindex"):
            self.assertEqual(self.index(command).status, 0)
            self.assertEqual(self.beside(), names)
            self.assertEqual((self.database / "notes.txt").read_text(), "notes")
        (self.database / "notes.txt").unlink()
        self.assertEqual(self.index("compact").status, 0)
        self.assertEqual((self.database / "notes.txt").read_text(), "other notes")
        self.assertEqual(self.beside(), [name for name in names if name != "db.new-3.council-index"])

    def test_a_copy_that_may_not_be_on_the_disk_replaces_nothing(self):
        if shutil.which("strace") is None:
            self.skipTest("no strace")
        for command in ("compact", "reindex"):
            for call in ("fdatasync", "fsync", "syncfs"):
                with self.subTest(command=command, call=call):
                    done = subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", f"inject={call}:error=EIO:when=1+",
                                           BIN / "council-index", command, "--db", self.database], capture_output=True)
                    if b"ptrace" in done.stderr.lower():
                        self.skipTest("strace may not trace here")
                    self.assertEqual(done.returncode, 3, done.stderr)
                    self.assertEqual(self.index("check").status, 0)
                    self.assertIn("db", self.beside())
                    for name in self.beside()[1:]:
                        shutil.rmtree(self.folder / name)
        self.assertEqual(sorted(self.index("export").out.splitlines()), self.before)


class ClosedPipes(SignalTest):
    def closed_pipe(self):
        reading, writing = os.pipe()
        os.close(reading)
        self.addCleanup(os.close, writing)
        return writing

    def test_nothing_is_lost_if_nobody_reads_the_messages(self):
        for n in range(40):
            self.write(f"in/{n}-broken.json", "{")
            self.write(f"in/{n}-good.json", article(n))
        self.server.replies["/good"] = (200, {}, rss("one"))
        feeds = self.opml("/bad", "/good", "/worse")
        for command, status, count in (("add", 1, 40), ("update", 1, 1), ("compact", 0, 41), ("reindex", 0, 41)):
            arguments = {"add": [self.folder / "in"], "update": ["--allow-private", feeds]}.get(command, [])
            before = self.stored() if self.database.exists() else 0
            done = self.start(command, *arguments, stderr=self.closed_pipe())
            self.assertEqual(done.wait(60), status, command)
            self.assertEqual(self.stored(), max(before, 40) + (command == "update") if command != "add" else count)

    def test_a_reader_of_results_that_has_gone_is_no_news(self):
        self.index("add", self.write("all.jsonl", "".join(article(n) for n in range(800))))
        for command in (["export"], ["parse", self.folder / "all.jsonl"], ["status"], ["--help"], ["feeds", "export"],
                        ["add", "--report", "json", self.write("one.jsonl", article(900))]):
            with self.subTest(command=command):
                done = self.start(*command, stdout=self.closed_pipe())
                said = done.communicate(timeout=60)[1]
                self.assertEqual((said, done.returncode), (b"", 128 + signal.SIGPIPE))
        self.assertEqual(self.stored(), 801)


if __name__ == "__main__":
    unittest.main()
