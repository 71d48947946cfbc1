"""The output of update, add and feeds, run against a real server on loopback."""
import os
import subprocess
import threading
import time
import unittest

from programs import BIN, strict_json
from web import UpdateTest, rss


class Update(UpdateTest):
    def test_a_list_is_fetched_and_subscribed(self):
        self.server.replies["/a"] = (200, {"ETag": '"1"'}, rss("one", "two"))
        self.server.replies["/b"] = (200, {"ETag": '"2"'}, rss("three"))
        first = self.update(self.opml("/a", "/b"))
        self.assertEqual(first.status, 0, first.err)
        self.assertEqual(first.err, "3 added, 0 updated, 0 unchanged, 0 skipped, 0 failed; 2 of 2 feeds checked, 0 "
                                    "unchanged\n")
        self.assertEqual(first.out, "")
        self.assertEqual(self.titles("three"), ["three"])
        second = self.update()
        self.assertEqual(second.status, 0)
        self.assertIn("2 skipped, 0 failed; 0 of 2 feeds checked", second.err)
        self.assertEqual(self.server.paths(), ["/a", "/b"])
        self.server.replies["/a"] = (304, {}, "")
        forced = self.update("--force", "--report", "json")
        report = strict_json(forced.out)
        self.assertEqual((report["feeds"]["asked"], report["feeds"]["unchanged"], report["requests"]), (2, 1, 2))

    def test_failures_are_reported_and_the_rest_is_indexed(self):
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
        text = self.index("feeds").out
        self.assertRegex(text, r"(?m)^! /gone\n    http://\S+/gone\n    gone: permanently gone \(410\); it will not be requested again \(20")
        self.assertRegex(text, r"(?m)^- /old\n    http://\S+/good2\n    last success 20\S+\n    moved: moved permanently from ")
        self.assertTrue(text.endswith("\n6 feeds, 2 need attention\n"), text)
        self.assertEqual(text.index("! "), 0)  # feeds that need attention come first
        self.assertEqual(result.err.count("/gone: permanently gone (410)"), 1)  # not printed twice

    def test_quiet_prints_only_what_needs_attention(self):
        self.server.replies["/good"] = (200, {}, rss("one"))
        self.server.replies["/bad"] = (500, {}, "")
        self.assertEqual(self.update("--quiet", self.opml("/good", "/bad")).err, "")
        self.server.replies["/bad"] = (200, {}, rss("two"))
        self.server.replies["/good"] = (410, {}, "")
        self.assertRegex(self.update("--quiet", "--force").err, r"^attention: .*/good: permanently gone \(410\)")
        self.assertEqual(self.update("--quiet", "--force").err, "")

    def test_private_addresses_need_permission(self):
        self.server.replies["/a"] = (200, {}, rss("one"))
        refused = self.index("update", self.opml("/a"))
        self.assertEqual(refused.status, 1)
        self.assertIn("--allow-private", refused.err)
        self.assertEqual(self.server.seen, [])

    def test_another_run_is_not_disturbed(self):
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
        self.assertEqual(result.err.splitlines(), [f"failed: {self.server.url('/c')}: HTTP status 500",
                                                   "3 added, 0 updated, 0 unchanged, 0 skipped, 1 failed"])
        self.assertEqual(self.server.paths(), ["/a", "/b", "/b2", "/c"])
        article, = self.index("parse", "--allow-private", self.server.url("/b")).lines()
        self.assertEqual((article["title"], article["source"]), ("two", self.server.url("/b")))
        self.assertIn("--allow-private", self.index("add", self.server.url("/a")).err)
        self.assertEqual(self.index("feeds", "--format", "json").json()["feeds"], [])  # add does not subscribe


class Feeds(UpdateTest):
    def test_subscribe_change_and_unsubscribe(self):
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
        self.assertIn("not fetched yet", self.index("feeds").out)
        self.assertEqual(self.index("update").status, 0)  # the permission of the feed is enough
        self.assertEqual(self.index("feeds", "remove", url).status, 0)
        self.assertEqual(self.index("feeds", "--format", "json").json()["feeds"], [])
        self.assertEqual(self.titles("one"), ["one"])
        article, = self.index("export").lines()
        self.assertEqual((article["outlet"], article["councils"], article["topics"]), ("Leeds Post", ["leeds"], ["housing"]))
        again = self.index("feeds", "remove", url)
        self.assertEqual(again.status, 1)
        self.assertIn("not subscribed", again.err)

    def test_import_and_export(self):
        listed = self.write("list.opml", """<?xml version="1.0" encoding="windows-1252"?><opml version="1.1"><head/><body>
            <outline text="Councils"><outline text="North &amp; East"><outline TEXT="Leeds" XMLURL="https://leeds.example/feed"
            news:council="leeds"/></outline><outline text="No type" xmlurl="https://york.example/feed"/></outline>
            <outline title="Top" xmlUrl=" https://top.example/feed " type="rss" allowPrivate="true"/>
            <outline text="Twice" xmlUrl="HTTPS://TOP.example/feed#x"/><outline text="Mail" xmlUrl="mailto:x@y"/>
            </body></opml>""")
        imported = self.index("feeds", "import", listed)
        self.assertEqual(imported.status, 1)
        self.assertIn("3 feeds subscribed, 0 already were\n", imported.err)
        self.assertIn("mailto:x@y", imported.err)
        out = self.index("feeds", "export").out
        feeds = self.index("feeds", "--format", "json").json()["feeds"]
        self.assertEqual({feed["url"]: feed.get("folder") for feed in feeds},
                         {"https://leeds.example/feed": "Councils/North & East", "https://york.example/feed": "Councils",
                          "https://top.example/feed": None})
        self.assertFalse(any("allow_private" in feed for feed in feeds))  # a list cannot grant this to itself
        self.database = self.folder / "other"
        self.assertEqual(self.index("feeds", "import", "-", stdin=out.encode()).status, 0)
        self.assertEqual(self.index("feeds", "--format", "json").json()["feeds"], feeds)
        self.assertEqual(self.index("feeds", "export").out, out)

    def test_a_moved_and_a_gone_feed_can_be_added_again(self):
        self.server.replies["/old"] = (301, {"Location": "/new"}, "")
        self.server.replies["/new"] = (200, {}, rss("one"))
        self.update(self.opml("/old"))
        old, new = self.server.url("/old"), self.server.url("/new")
        for url in (old, new):
            self.assertEqual(self.index("feeds", "add", url).err, f"already subscribed: {new}\n")
        self.server.replies["/new"] = (410, {}, "")
        self.update("--force")
        self.assertEqual(self.index("feeds", "add", new).err, f"reactivated: {new}: it was gone (410)\n")
        self.assertEqual(self.index("feeds", "remove", old).err, f"removed: {new}: its articles are kept\n")

    def test_malicious_lists(self):
        many = "".join(f'<outline text="{n}" xmlUrl="https://h{n}.example/feed"/>' for n in range(5000))
        self.assertEqual(self.index("feeds", "import", self.write("many.opml", f"<opml><body>{many}</body></opml>")).status, 0)
        self.assertEqual(self.index("feeds", "export").out.count("xmlUrl"), 5000)
        bomb = """<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="&b;&x;" xmlUrl="https://one.example/&x;"/>
            <outline text="&#27;[31m" xmlUrl="file:///etc/passwd"/><outline xmlUrl="javascript:alert(1)"/></body></opml>"""
        for command in (["feeds", "import"], ["update"]):
            result = self.index(*command, self.folder)
            self.assertEqual(result.status, 1)
            self.assertIn("a folder, not a list of feeds", result.err)
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
        self.assertFalse(self.database.exists())  # failed commands create no database
        self.assertEqual(self.index("feeds", "remove", good).status, 3)
        self.assertFalse(self.database.exists())
        self.index("feeds", "add", good)
        self.assertEqual(self.index("feeds", "list", "--format", "pdf").status, 2)
        self.assertEqual(self.index("feeds", "--help").status, 0)


if __name__ == "__main__":
    unittest.main()
