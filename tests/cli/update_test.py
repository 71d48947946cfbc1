"""The nightly run through the real program, against a real server on loopback: what it says, and what a kill costs."""
import http.server
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import threading
import time
import unittest

from programs import BIN, ProgramTest, strict_json


def rss(*titles, head=""):
    items = "".join(f"<item><title>{title}</title><link>https://news.example/{title}</link><guid>https://news.example/{title}"
                    f"</guid><description>Leeds City Council and {title}.</description></item>" for title in titles)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Test news</title>{head}{items}</channel></rss>'


class Server:
    """Answers by path; counts what is asked."""

    def __init__(self):
        self.replies = {}
        self.seen = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.seen.append((self.path, dict(self.headers)))
                reply = outer.replies.get(self.path, (404, {}, ""))
                status, headers, body = reply(self) if callable(reply) else reply
                data = body if isinstance(body, bytes) else body.encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.handle_error = lambda *_: None  # a client that was killed
        self.thread = threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def url(self, path):
        return f"http://127.0.0.1:{self.http.server_port}{path}"

    def paths(self):
        return sorted(path for path, _ in self.seen)

    def close(self):
        self.http.shutdown()
        self.http.server_close()


class UpdateTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.server = Server()
        self.addCleanup(self.server.close)

    def opml(self, *paths):
        outlines = "".join(f'<outline text="{path}" xmlUrl="{self.server.url(path)}"/>' for path in paths)
        return self.write("feeds.opml", f'<opml version="2.0"><body>{outlines}</body></opml>')

    def update(self, *arguments, **options):
        return self.index("update", "--allow-private", *arguments, **options)


class Update(UpdateTest):
    def test_a_list_is_fetched_indexed_and_known_from_then_on(self):
        self.server.replies["/a"] = (200, {"ETag": '"1"'}, rss("one", "two"))
        self.server.replies["/b"] = (200, {"ETag": '"2"'}, rss("three"))
        first = self.update(self.opml("/a", "/b"))
        self.assertEqual(first.status, 0, first.err)
        self.assertEqual(first.err, "3 added, 0 updated, 0 unchanged, 0 skipped, 0 failed; 2 of 2 feeds asked, 0 of them "
                                    "unchanged\n")
        self.assertEqual(first.out, "")
        self.assertEqual(self.titles("three"), ["three"])
        second = self.update()
        self.assertEqual(second.status, 0)
        self.assertIn("2 skipped, 0 failed; 0 of 2 feeds asked", second.err)
        self.assertEqual(self.server.paths(), ["/a", "/b"])
        self.server.replies["/a"] = (304, {}, "")
        forced = self.update("--force", "--report", "json")
        report = strict_json(forced.out)
        self.assertEqual((report["feeds"]["asked"], report["feeds"]["unchanged"], report["requests"]), (2, 1, 2))

    def test_what_is_wrong_is_named_and_the_rest_is_in(self):
        self.server.replies["/good"] = (200, {}, rss("one"))
        self.server.replies["/page"] = (200, {}, "<!DOCTYPE html><html><body><p>Log in\x1b[31m</p></body></html>")
        self.server.replies["/gone"] = (410, {}, "")
        self.server.replies["/cut"] = (200, {}, rss("two", "three")[:-80])
        self.server.replies["/old"] = (301, {"Location": "/good2"}, "")
        self.server.replies["/good2"] = (200, {}, rss("four"))
        result = self.update("--report", "json", self.opml("/good", "/page", "/gone", "/cut", "/old", "/missing"))
        self.assertEqual(result.status, 1)
        report = strict_json(result.out)
        self.assertEqual(report["added"], 3)
        self.assertEqual({line["source"].rsplit("/", 1)[1] for line in report["failures"]}, {"page", "gone", "cut", "missing"})
        self.assertEqual({line["source"].rsplit("/", 1)[1] for line in report["attention"]}, {"page", "gone", "good2"})
        self.assertNotIn("\x1b", result.err)

        health = self.index("feeds", "--format", "json").json()
        codes = {feed["url"].rsplit("/", 1)[1]: [issue["code"] for issue in feed["issues"]] for feed in health["feeds"]}
        self.assertEqual(codes, {"good": [], "page": ["html"], "gone": ["gone"], "cut": ["cut-off"], "good2": ["moved"],
                                 "missing": ["http-error"]})
        people = self.index("feeds").out
        self.assertRegex(people, r"(?m)^! /gone\n    http://\S+/gone\n    gone: gone for good \(410\): it is not asked again \(20")
        self.assertRegex(people, r"(?m)^- /old\n    http://\S+/good2\n    last success 20\S+\n    moved: moved here for good from ")
        self.assertTrue(people.endswith("\n6 feeds, 2 need a person\n"), people)
        self.assertEqual(people.index("! "), 0)  # what needs a person comes first
        self.assertEqual(result.err.count("/gone: gone for good"), 1)  # and is not said twice

    def test_quiet_says_only_what_a_person_should_know(self):
        self.server.replies["/good"] = (200, {}, rss("one"))
        self.server.replies["/bad"] = (500, {}, "")
        self.assertEqual(self.update("--quiet", self.opml("/good", "/bad")).err, "")
        self.server.replies["/bad"] = (200, {}, rss("two"))
        self.server.replies["/good"] = (410, {}, "")
        self.assertRegex(self.update("--quiet", "--force").err, "^look: .*/good: gone for good")
        self.assertEqual(self.update("--quiet", "--force").err, "")

    def test_private_addresses_want_permission(self):
        self.server.replies["/a"] = (200, {}, rss("one"))
        refused = self.index("update", self.opml("/a"))
        self.assertEqual(refused.status, 1)
        self.assertIn("only if allowed", refused.err)
        self.assertEqual(self.server.seen, [])

    def test_another_run_is_left_alone(self):
        gate = threading.Event()
        self.server.replies["/slow"] = lambda handler: (gate.wait(20), (200, {}, rss("one")))[1]
        slow = subprocess.Popen([BIN / "council-index", "update", "--allow-private", self.opml("/slow")],
                                stderr=subprocess.DEVNULL, env=dict(os.environ, COUNCIL_NEWS_DB=str(self.database)))
        while not self.server.seen:
            time.sleep(0.01)
        second = self.update("--quiet")
        self.assertEqual((second.status, second.err, second.out), (4, "", ""))
        self.assertEqual(self.update().status, 4)
        gate.set()
        self.assertEqual(slow.wait(20), 0)

    def test_wrong_usage(self):
        for arguments in (["--report", "xml"], ["a.opml", "b.opml"], ["--pause", "-1"], ["--nonsense"]):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.update(*arguments).status, 2)
        missing = self.update(self.folder / "missing.opml")
        self.assertEqual(missing.status, 1)
        self.assertIn("missing.opml", missing.err)


class Add(UpdateTest):
    def test_web_addresses_and_feed_lists(self):
        self.server.replies["/a"] = (200, {}, rss("one"))
        self.server.replies["/b"] = (302, {"Location": "/b2"}, "")
        self.server.replies["/b2"] = (200, {}, rss("two"))
        self.server.replies["/c"] = (500, {}, "")
        file = self.write("file.xml", rss("three"))
        result = self.index("add", "--allow-private", self.opml("/a", "/c"), self.server.url("/b"), self.server.url("/a"), file)
        self.assertEqual(result.status, 1)
        self.assertEqual(result.err.splitlines(), [f"failed: {self.server.url('/c')}: the server answered 500",
                                                   "3 added, 0 updated, 0 unchanged, 0 skipped, 1 failed"])
        self.assertEqual(self.server.paths(), ["/a", "/b", "/b2", "/c"])
        article, = self.index("parse", "--allow-private", self.server.url("/b")).lines()
        self.assertEqual((article["title"], article["source"]), ("two", self.server.url("/b")))
        self.assertIn("only if allowed", self.index("add", self.server.url("/a")).err)
        self.assertEqual(self.index("feeds", "--format", "json").json()["feeds"], [])  # added is not subscribed


class Killed(UpdateTest):
    def test_a_run_killed_at_any_moment_loses_nothing(self):
        """Killed behind each of its answers; the next runs bring the archive that an undisturbed run brings."""
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


    def test_pages_and_history_survive_it_too(self):
        """Killed anywhere while archives and pages are being fetched; then the nights that follow, undisturbed."""
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
            for article in articles:  # when it came is what a kill may change
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
    def test_a_disk_that_is_full(self):
        """Nothing of what was committed is lost, and the next run brings the rest."""
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

    def test_a_database_that_cannot_be_written_is_not_taken_for_one_in_use(self):
        """Else a disk that has gone read-only would end every night in silence."""
        self.server.replies["/a"] = (200, {}, rss("one"))
        self.update(self.opml("/a"))
        lock = self.database / "flintlock"
        lock.unlink()
        lock.mkdir()  # as good as a read-only disk, and root may not write it either
        result = self.update("--quiet")
        self.assertEqual(result.status, 3)
        self.assertIn("cannot be written", result.err)
        self.assertEqual(self.titles("one"), ["one"])

    def test_a_database_that_is_removed_meanwhile(self):
        def remove(handler):
            shutil.rmtree(self.database)
            return 200, {}, rss("one")
        self.server.replies["/a"] = remove
        self.assertEqual(self.update(self.opml("/a")).status, 3)
        self.server.replies["/a"] = (200, {}, rss("one"))
        self.assertEqual(self.update(self.opml("/a")).status, 0)
        self.assertEqual(self.titles("one"), ["one"])

    def test_asked_to_end_it_ends(self):
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
            self.assertEqual(run.communicate(timeout=20)[1], b"")
            self.assertEqual(run.returncode, -number)
        gate.set()
        self.assertEqual(self.update(self.opml("/slow")).status, 0)
        self.assertEqual(self.titles("one"), ["one"])


class Feeds(UpdateTest):
    def test_subscribing_changing_and_leaving(self):
        self.server.replies["/a"] = (200, {}, rss("one"))
        url = self.server.url("/a")
        added = self.index("feeds", "add", "--council", "Leeds", "--topic", "housing", "--outlet", "Leeds Post", "--folder",
                           "News/North", "--every", "6", "--allow-private", url)
        self.assertEqual((added.status, added.err, added.out), (0, f"subscribed: {url}\n", ""))
        self.assertEqual(self.index("feeds", "add", "--title", "Leeds now", "--no-history", url).err, f"changed: {url}\n")
        self.assertEqual(self.index("feeds", "add", url.upper().replace("/A", "/a")).err, f"already subscribed: {url}\n")
        feed, = self.index("feeds", "list", "--format", "json").json()["feeds"]
        self.assertEqual({key: feed.get(key) for key in ("url", "title", "council", "topic", "outlet", "folder", "every_hours",
                                                         "allow_private", "history", "status")},
                         {"url": url, "title": "Leeds now", "council": "leeds", "topic": "housing", "outlet": "Leeds Post",
                          "folder": "News/North", "every_hours": 6, "allow_private": True, "history": False, "status": "new"})
        self.assertIn("not asked yet", self.index("feeds").out)
        self.assertEqual(self.index("update").status, 0)  # its own permission is enough
        self.assertEqual(self.index("feeds", "remove", url).status, 0)
        self.assertEqual(self.index("feeds", "--format", "json").json()["feeds"], [])
        self.assertEqual(self.titles("one"), ["one"])
        article, = self.index("export").lines()
        self.assertEqual((article["outlet"], article["councils"], article["topics"]), ("Leeds Post", ["leeds"], ["housing"]))
        again = self.index("feeds", "remove", url)
        self.assertEqual(again.status, 1)
        self.assertIn("not subscribed", again.err)

    def test_lists_go_in_and_out(self):
        listed = self.write("list.opml", """<?xml version="1.0" encoding="windows-1252"?><opml version="1.1"><head/><body>
            <outline text="Councils"><outline text="North &amp; East"><outline TEXT="Leeds" XMLURL="https://leeds.example/feed"
            news:council="leeds"/></outline><outline text="No type" xmlurl="https://york.example/feed"/></outline>
            <outline title="Top" xmlUrl=" https://top.example/feed " type="rss" allowPrivate="true"/>
            <outline text="Twice" xmlUrl="HTTPS://TOP.example/feed#x"/><outline text="Mail" xmlUrl="mailto:x@y"/>
            </body></opml>""")
        imported = self.index("feeds", "import", listed)
        self.assertEqual(imported.status, 1)
        self.assertIn("3 feeds subscribed, 0 were already\n", imported.err)
        self.assertIn("mailto:x@y", imported.err)
        out = self.index("feeds", "export").out
        feeds = self.index("feeds", "--format", "json").json()["feeds"]
        self.assertEqual({feed["url"]: feed.get("folder") for feed in feeds},
                         {"https://leeds.example/feed": "Councils/North & East", "https://york.example/feed": "Councils",
                          "https://top.example/feed": None})
        self.assertFalse(any("allow_private" in feed for feed in feeds))  # no list may allow itself that
        self.database = self.folder / "other"
        self.assertEqual(self.index("feeds", "import", "-", stdin=out.encode()).status, 0)
        self.assertEqual(self.index("feeds", "--format", "json").json()["feeds"], feeds)
        self.assertEqual(self.index("feeds", "export").out, out)

    def test_a_moved_and_a_gone_feed_are_taken_up_again(self):
        self.server.replies["/old"] = (301, {"Location": "/new"}, "")
        self.server.replies["/new"] = (200, {}, rss("one"))
        self.update(self.opml("/old"))
        old, new = self.server.url("/old"), self.server.url("/new")
        for url in (old, new):
            self.assertEqual(self.index("feeds", "add", url).err, f"already subscribed: {new}\n")
        self.server.replies["/new"] = (410, {}, "")
        self.update("--force")
        self.assertEqual(self.index("feeds", "add", new).err, f"asked again: {new}: it was gone\n")
        self.assertEqual(self.index("feeds", "remove", old).err, f"removed: {new}: its articles stay\n")

    def test_lists_that_mean_harm(self):
        many = "".join(f'<outline text="{n}" xmlUrl="https://h{n}.example/feed"/>' for n in range(5000))
        self.assertEqual(self.index("feeds", "import", self.write("many.opml", f"<opml><body>{many}</body></opml>")).status, 0)
        self.assertEqual(self.index("feeds", "export").out.count("xmlUrl"), 5000)
        bomb = """<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="&b;&x;" xmlUrl="https://one.example/&x;"/>
            <outline text="&#27;[31m" xmlUrl="file:///etc/passwd"/><outline xmlUrl="javascript:alert(1)"/></body></opml>"""
        result = self.index("feeds", "import", self.write("bomb.opml", bomb))
        self.assertEqual(result.status, 1)
        self.assertNotIn("\x1b", result.err)
        self.assertNotIn("root:", self.index("feeds", "--format", "json").out)
        for nothing in ("", "<opml", "<html><body>", "\0\0\0", "<rss/>"):
            self.assertEqual(self.index("feeds", "import", self.write("x.opml", nothing)).status, 1)

    def test_wrong_usage(self):
        good = "https://x.example/"
        for arguments in (["frobnicate"], ["add"], ["add", "leeds.gov.uk/feed"], ["add", "ftp://leeds.example/feed"],
                          ["add", "--council", "atlantis", good], ["add", "--topic", "dragons", good], ["add", good, "nonsense"],
                          ["add", "--every", "-1", good], ["add", "--every", "99999999", good], ["add", "--format", "json", good],
                          ["remove"], ["remove", "--council", "leeds", good], ["import"], ["import", "--council", "leeds", "-"],
                          ["list", good], ["list", "--title", "x"], ["export", "x"], ["export", "--format", "json"]):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.index("feeds", *arguments).status, 2)
        self.assertFalse(self.database.exists())  # nothing that was wrong has made one
        self.assertEqual(self.index("feeds", "remove", good).status, 3)
        self.assertFalse(self.database.exists())
        self.index("feeds", "add", good)
        self.assertEqual(self.index("feeds", "list", "--format", "pdf").status, 2)
        self.assertEqual(self.index("feeds", "--help").status, 0)


if __name__ == "__main__":
    unittest.main()
