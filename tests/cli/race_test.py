"""Concurrent indexers on one archive: everything that was reported as stored is there afterwards."""
import subprocess
import threading
import time
import unittest

from programs import BIN, ProgramTest

SECONDS = 8


class Race(ProgramTest):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.index("add", "-", stdin=b'{"guid":"first","title":"First","body":"It was stored."}').status, 0)
        self.end = time.monotonic() + SECONDS
        self.stored = []
        self.faults = []

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

    def repeat(self, command):
        while time.monotonic() < self.end:
            self.run_one(command)

    def test_nothing_reported_as_stored_is_lost(self):
        threads = [threading.Thread(target=self.add, args=(worker,)) for worker in range(3)]
        threads += [threading.Thread(target=self.repeat, args=(command,))
                    for command in ("compact", "reindex", "export", "status")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(self.faults, [])
        found = {article["guid"] for article in self.index("export").lines()}
        self.assertEqual(set(self.stored) - found, set())
        self.assertGreater(len(self.stored), 3)
        self.assertEqual(self.index("check").status, 0)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["db"])

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
