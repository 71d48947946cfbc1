"""Updates that are killed or terminated, or that run out of disk space or lose their database."""
import os
import random
import resource
import shutil
import signal
import subprocess
import threading
import time
import unittest

from programs import BIN
from web import UpdateTest, rss


class Killed(UpdateTest):
    def test_a_run_killed_at_any_moment_loses_nothing(self):
        """After a kill at any response, the next runs produce the same archive as an undisturbed run."""
        paths = [f"/{n}" for n in range(6)]
        asked = []

        def feed(path):
            def reply(handler):
                asked.append(path)
                etag = f'"{path}"'
                if handler.headers.get("If-None-Match") == etag:
                    return 304, {}, ""
                return 200, {"ETag": etag}, rss(*(f"t{path[1:]}{n}" for n in range(3)))
            return reply

        for path in paths:
            self.server.replies[path] = feed(path)
        wanted = sorted(f"t{path[1:]}{n}" for path in paths for n in range(3))
        listed = self.opml(*paths)
        for moment in range(1, 7):
            self.database = self.folder / f"db-{moment}"
            asked.clear()
            run = subprocess.Popen([BIN / "council-index", "update", "--allow-private", listed],
                                   stderr=subprocess.DEVNULL, env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database)))
            while len(asked) < moment and run.poll() is None:
                time.sleep(0.001)
            run.send_signal(signal.SIGKILL)
            run.wait()
            result = self.update(listed)
            self.assertEqual(result.status, 0, result.err)
            exported = [hit["title"] for hit in self.search("--format", "json", "-n", "50", "leeds").json()["hits"]]
            self.assertEqual(sorted(exported), wanted)
            asked.clear()
            self.update()
            self.assertEqual(asked, [])


    def test_pages_and_history_survive_a_kill(self):
        """Kills while history and pages are fetched, followed by undisturbed runs."""
        base = self.server.url("")
        atom = 'xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0"'

        def document(name, count, head=""):
            entries = "".join(f"<entry><title>{name}{n} plan of Leeds City Council</title><id>tag:x.example,2026:{name}{n}</id>"
                              f'<link href="{base}/page/{name}{n}"/><updated>2026-11-20T10:00:00Z</updated><summary>Leeds City '
                              f"Council on {name}{n}.</summary></entry>" for n in range(count))
            return f"<feed {atom}><title>Leeds</title>{head}{entries}</feed>"

        def page(name):
            text = f"On {name} the council of Leeds agreed on Tuesday to keep all that it has for another year. "
            return (200, {"Content-Type": "text/html"}, f"<!DOCTYPE html><html><head><title>{name} plan of Leeds City Council"
                    f"</title></head><body><article><h1>{name} plan of Leeds City Council</h1><p>{text * 2}</p><p>{text}The "
                    f"vote on {name} was nineteen to four.</p></article></body></html>")

        def slowly(reply):
            def answer(handler):
                time.sleep(0.01)
                return (304, {}, "") if handler.headers.get("If-None-Match") else reply
            return answer

        replies = {"/pages": (200, {"ETag": '"1"'}, document("p", 8)),
                   "/feed": (200, {"ETag": '"1"'}, document("f", 4, '<link rel="prev-archive" href="/3"/>'))}
        for number in (3, 2, 1):
            earlier = f'<link rel="prev-archive" href="/{number - 1}"/>' if number > 1 else ""
            replies[f"/{number}"] = (200, {}, document(f"a{number}-", 4, "<fh:archive/>" + earlier))
        replies.update({f"/page/p{n}": page(f"p{n}") for n in range(8)})
        self.server.replies = {path: slowly(reply) for path, reply in replies.items()}
        listed = self.write("two.opml", f'<opml><body><outline xmlUrl="{base}/pages" fullPages="true"/><outline xmlUrl="{base}'
                            '/feed"/></body></opml>')

        def night(database):
            self.database = self.folder / database
            return [BIN / "council-index", "update", "--allow-private", "--pause", "0", "--force", listed]

        def archive():
            articles = self.index("export").lines()
            for article in articles:  # the times may differ after a kill
                for name in ("first_seen", "last_seen", "changed"):
                    article.pop(name, None)
            return sorted(articles, key=lambda article: article["id"])

        started = time.monotonic()
        self.assertEqual(self.run_program(*night("whole")).status, 0)
        length = time.monotonic() - started
        wanted = archive()
        self.assertEqual(len(wanted), 8 + 4 + 12)
        self.assertEqual(sum("nineteen" in article.get("body", "") for article in wanted), 8)
        chance = random.Random(5)
        for trial in range(5):
            command = night(f"killed-{trial}")
            for _ in range(2):
                run = subprocess.Popen(command, stderr=subprocess.DEVNULL,
                                       env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database)))
                time.sleep(chance.random() * length)
                run.kill()
                run.wait()
            for _ in range(2):
                self.assertEqual(self.run_program(*command).status, 0)
            with self.subTest(trial=trial):
                self.assertEqual(archive(), wanted)
                self.assertEqual(self.index("check").status, 0)


class Trouble(UpdateTest):
    def test_disk_full(self):
        """Nothing that was committed is lost, and the next run adds the rest."""
        self.server.replies["/small"] = (200, {"ETag": '"1"'}, rss("one"))
        self.server.replies["/large"] = (200, {"ETag": '"1"'}, rss(*(f"large{n}" for n in range(2000))))
        self.assertEqual(self.update(self.opml("/small")).status, 0)

        def few_bytes():
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

        full = subprocess.run([BIN / "council-index", "update", "--allow-private", self.opml("/small", "/large")],
                              preexec_fn=few_bytes, capture_output=True,
                              env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database)))
        self.assertEqual(full.returncode, 3, full.stderr)
        self.assertIn(b"disk full", full.stderr)
        self.assertEqual(self.index("check").status, 0)
        self.assertEqual(self.titles("one"), ["one"])
        after = self.update()
        self.assertEqual(after.status, 0, after.err)
        self.assertEqual(self.update(self.opml("/large")).status, 0)
        self.assertEqual(self.index("status", "--format", "json").json()["articles"], 2001)

    def test_an_unwritable_database_is_not_reported_as_locked(self):
        """Otherwise a read-only disk would silently end every run."""
        self.server.replies["/a"] = (200, {}, rss("one"))
        self.update(self.opml("/a"))
        lock = self.database / "flintlock"
        lock.unlink()
        lock.mkdir()  # like a read-only disk, but not writable for root either
        result = self.update("--quiet")
        self.assertEqual(result.status, 3)
        self.assertIn("cannot be written", result.err)
        self.assertEqual(self.titles("one"), ["one"])

    def test_a_database_that_is_removed_during_the_run(self):
        def remove(handler):
            shutil.rmtree(self.database)
            return 200, {}, rss("one")
        self.server.replies["/a"] = remove
        self.assertEqual(self.update(self.opml("/a")).status, 3)
        self.server.replies["/a"] = (200, {}, rss("one"))
        self.assertEqual(self.update(self.opml("/a")).status, 0)
        self.assertEqual(self.titles("one"), ["one"])

    def test_sigterm_ends_the_run(self):
        gate = threading.Event()
        self.addCleanup(gate.set)
        self.server.replies["/slow"] = lambda handler: (gate.wait(20), (200, {}, rss("one")))[1]
        for number in (signal.SIGTERM, signal.SIGINT):
            self.server.seen.clear()
            run = subprocess.Popen([BIN / "council-index", "update", "--allow-private", self.opml("/slow")],
                                   stderr=subprocess.PIPE, env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database)))
            while not self.server.seen:
                time.sleep(0.01)
            run.send_signal(number)
            self.assertIn(b"interrupted: 0 articles were stored", run.communicate(timeout=20)[1])
            self.assertEqual(run.returncode, 128 + number)
        gate.set()
        self.assertEqual(self.update(self.opml("/slow")).status, 0)
        self.assertEqual(self.titles("one"), ["one"])


if __name__ == "__main__":
    unittest.main()
