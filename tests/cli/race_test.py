"""Concurrent indexers on one archive, some of them killed: everything that was reported as stored is there afterwards."""
import json
import random
import subprocess
import threading
import time
import unittest

from programs import BIN
from web import UpdateTest, rss

SECONDS = 10


class Race(UpdateTest):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.index("add", "-", stdin=b'{"guid":"first","title":"First","body":"It was stored."}').status, 0)
        self.end = time.monotonic() + SECONDS
        self.stored = []
        self.removed = []
        self.faults = []
        self.served = 0

    def run_one(self, *command, stdin=b""):
        done = subprocess.run([BIN / "council-index", *command, "--db", self.database], input=stdin, capture_output=True)
        if done.returncode not in (0, 4):
            self.faults.append((command, done.returncode, done.stderr))
        return done

    def add(self, worker):
        number = 0
        while time.monotonic() < self.end:
            number += 1
            guid = f"{worker}-{number}"
            article = f'{{"guid":"{guid}","title":"Story {guid}","body":"Worker {worker} stored its number {number}."}}'
            if b"1 added" in self.run_one("add", "-", stdin=article.encode()).stderr:
                self.stored.append(guid)

    def guid_of(self, item):
        return f"https://news.example/item{item}"

    def update_feed(self):
        """The feed has one item more at every request."""
        def reply(_):
            self.served += 1
            return 200, {}, rss(*(f"item{n}" for n in range(max(1, self.served - 30), self.served + 1)))

        self.server.replies["/feed"] = reply
        feeds = self.opml("/feed")
        while time.monotonic() < self.end:
            done = self.run_one("update", "--allow-private", "--force", "--report", "json", str(feeds))
            if done.returncode == 0 and json.loads(done.stdout)["added"] > 0:
                self.stored.append(self.guid_of(self.served))

    def remove(self):
        """Adds articles and removes them."""
        number = 0
        while time.monotonic() < self.end:
            number += 1
            guid = f"removed-{number}"
            article = f'{{"guid":"{guid}","title":"Story {guid}","body":"Number {number} will be removed again."}}'
            path = self.write(f"{guid}.json", article)
            while time.monotonic() < self.end and b"1 added" not in self.run_one("add", str(path)).stderr:
                pass
            while time.monotonic() < self.end:
                if b"1 removed" in self.run_one("remove", "--source", str(path)).stderr:
                    self.removed.append(guid)
                    break

    def kill(self):
        chance = random.Random(5)
        article = self.write("killed.json", '{"guid":"killed","title":"Killed","body":"It may have been stored."}')
        while time.monotonic() < self.end:
            command = chance.choice((["add", article], ["compact"], ["reindex"], ["remove", "--source", article],
                                     ["update", "--allow-private", "--force"]))
            run = subprocess.Popen([BIN / "council-index", *command, "--db", self.database], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
            time.sleep(chance.random() * 0.15)
            run.kill()
            run.wait()

    def repeat(self, command):
        while time.monotonic() < self.end:
            self.run_one(command)

    def test_nothing_reported_as_stored_is_lost(self):
        threads = [threading.Thread(target=self.add, args=(worker,)) for worker in range(2)]
        threads += [threading.Thread(target=work) for work in (self.update_feed, self.remove, self.kill)]
        threads += [threading.Thread(target=self.repeat, args=(command,))
                    for command in ("compact", "reindex", "export", "status")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(self.faults, [])
        found = {article["guid"] for article in self.index("export").lines()}
        self.assertEqual(set(self.stored) - found, set())
        self.assertEqual(set(self.removed) & found, set())
        self.assertGreater(len(self.stored), 3)
        self.assertEqual(self.index("check").status, 0)
        self.assertEqual(self.index("compact").status, 0)  # deletes what a kill left
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith("db")], ["db"])

    def test_compact_follows_a_symbolic_link(self):
        link = self.folder / "link"
        link.symlink_to(self.database)
        for command in ("compact", "reindex"):
            self.assertEqual(self.index(command, "--db", link).status, 0)
            self.assertTrue(link.is_symlink())
        self.assertEqual(len(self.index("export").lines()), 1)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["db", "link"])

    def test_a_database_is_created_in_the_folder_that_is_there(self):
        there = self.folder / "there"
        there.mkdir(mode=0o700)
        inode = there.stat().st_ino
        article = b'{"guid":"1","title":"First","body":"It was stored."}'
        for name in (".", "./", str(there) + "/"):
            with self.subTest(name=name):
                added = subprocess.run([BIN / "council-index", "add", "-", "--db", name], cwd=there, input=article,
                                       capture_output=True)
                self.assertEqual(added.returncode, 0, added.stderr)
                self.assertEqual((there.stat().st_ino, there.stat().st_mode & 0o777), (inode, 0o700))
        self.assertEqual(len(self.index("export", "--db", there).lines()), 1)

    def test_a_creation_that_was_killed_is_begun_again(self):
        left = self.folder / "left"
        left.mkdir()
        (left / "creation-unfinished").touch()
        (left / "iamglass").write_bytes(b"")
        self.assertEqual(self.search("stored", "--db", left).status, 3)
        self.assertEqual(self.index("add", "-", "--db", left, stdin=b'{"guid":"1","title":"First"}').status, 0)
        self.assertEqual(len(self.index("export", "--db", left).lines()), 1)
        (left / "creation-unfinished").touch()  # a complete archive is not begun again, whatever was left in it
        self.assertEqual(self.index("add", "-", "--db", left, stdin=b'{"guid":"2","title":"Second"}').status, 0)
        self.assertEqual(len(self.index("export", "--db", left).lines()), 2)

    def test_a_deleted_current_folder_is_an_error(self):
        gone = self.folder / "gone"
        gone.mkdir()
        done = subprocess.run(["sh", "-c", f'rmdir "{gone}"; echo "{{}}" | "{BIN}/council-index" add - --db x'], cwd=gone,
                              capture_output=True)
        self.assertEqual(done.returncode, 3, done.stderr)

    def test_maintenance_commands_do_not_create_an_archive(self):
        missing = self.folder / "missing"
        for command in ("compact", "reindex", "export", "check", "status"):
            with self.subTest(command=command):
                self.assertEqual(self.index(command, "--db", missing).status, 3)
                self.assertFalse(missing.exists())


if __name__ == "__main__":
    unittest.main()
