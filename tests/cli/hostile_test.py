"""Hostile text must not act on terminals, browsers or spreadsheets in any output format."""
import csv
import io
import json
import random
import re
import unittest
import xml.etree.ElementTree

from feed_rules import feed_faults
from html_page import Page
from output_test import FORMATS, without_schema_faults
from programs import ProgramTest

EVIL = ("Budget \x1b]52;c;aGk=\x07 \x1b[31mred\u202e desrever \u2066iso\u2069 \x9b31m\x7f \x00nul \u200bzero <script>alert(1)"
        "</script> \"quoted\" 'single' & \t tab\r\nline ]]> \ufeff\U000e0041")

# Control characters except newline and carriage return, bidi and invisible characters, and code points beyond Unicode.
ALIVE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
                   "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e0fff]")


class Hostile(ProgramTest):
    """Articles with hostile text."""

    def setUp(self):
        super().setUp()
        articles = [{"guid": f"e{i}{EVIL}", "title": part + " council", "author": EVIL, "publisher": EVIL,
                     "body": part + " The council is here.\n\n" + EVIL, "url": url, "tags": [EVIL]}
                    for i, (part, url) in enumerate([
                        (EVIL, "javascript:alert(1)"), ("@SUM(1)", "https://x.example/\"><script>alert(1)</script>"),
                        ("+1-2", "https://x.example/\x1b]8;;evil\x1b\\"), ("\t=1+1", "data:text/html,<script>"),
                        ("\ufeff-2+3", "https://x.example/\u202egpj.exe")])]
        lines = "\n".join(json.dumps(article) for article in articles).encode()
        broken = json.dumps({"guid": "b", "title": "council BROKEN"}).encode().replace(b"BROKEN", b"\xff\xc3\x28\xed\xa0\x80")
        self.index("add", self.write("evil.jsonl", lines), self.write("broken.json", broken))
        self.arguments = ["--facets", "council,outlet,author", "--timeline", "--explain", "council"]

    def test_nothing_acts_on_a_terminal(self):
        for format in FORMATS:
            for arguments in (self.arguments, ["--all", "council"], ["\x1b[31m council \u202e"]):
                with self.subTest(format=format, arguments=arguments):
                    result = self.search("--format", format, "--no-group", *arguments)
                    self.assertEqual(result.status, 0, result.err)
                    for sign in "\x1b\x07\x00\x9b\x7f\u202e\u2066\u200b\U000e0041":
                        self.assertNotIn(sign, result.out)
                        self.assertNotIn(sign, result.err)

    def test_json_is_json(self):
        answer = without_schema_faults(self, self.search("--format", "json", *self.arguments).json())
        self.assertGreaterEqual(answer["total"], 5)
        ids = [hit["id"] for hit in answer["hits"]]
        for id in ids:
            without_schema_faults(self, self.search("--format", "json", "--show", id).json())
            for format in FORMATS:
                shown = self.search("--format", format, "--show", id)
                self.assertEqual(shown.status, 0, shown.err)
                self.assertNotRegex(shown.out, "[\x1b\x9b\u202e]")

    def test_no_cell_is_a_formula(self):
        for format, dialect in (("csv", {}), ("tsv", {"delimiter": "\t", "quoting": csv.QUOTE_NONE})):
            out = self.search("--format", format, "--no-group", "--all", "--fields",
                              "title,body,outlet,authors,guid,url,categories", "council").out
            rows = list(csv.reader(io.StringIO(out, newline=""), **dialect))
            self.assertGreaterEqual(len(rows), 5)
            for row in rows:
                self.assertEqual(len(row), 7)
                for cell in row:
                    self.assertNotRegex(cell, r"^\s*[=+\-@]")

    def test_html_is_text_only(self):
        page = Page(self.search("--format", "html", "--no-group", *self.arguments).out)
        self.assertEqual(page.problems, [])
        self.assertTrue(all(link.startswith("https://x.example/") for link in page.links), page.links)
        self.assertIn("<script>alert(1)", page.text)

    def test_rss_is_xml(self):
        self.assertEqual(feed_faults(self.search("--format", "rss", "--no-group", "--all", "council").out), [])


class Fuzzed(ProgramTest):
    """Articles with random hostile text in every member, in every output format."""

    PIECES = ["library", "council", "Leeds", " ", "\n", "\n\n", "\r\n", "\t", "\x00", "\x07", "\b", "\x1b[31m", "\x1b]52;c;aGk=\x07",
              "\x1b]8;;http://x\x1b\\", "\x1bP", "\x9b2J", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\u2069", "\u200b",
              "\u200d", "\ufeff", "\ufff9", "\ufffe", "\uffff", "\U000e0041", "\U0010ffff", "\u0301" * 9, "\u05d0\u05d1", "中文", "👩",
              "</script>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "]]>", "<![CDATA[", "&lt;",
              "&#x1b;", "&", "<", ">", '"', "'", "`", "\\", "\\u0000", "javascript:alert(1)", "data:text/html,x", "=1+1", "+1", "-1",
              "@SUM(A1)", "＝1", ";=1", ",", ";", "|calc", "${x}", "%s%n", "{0}", "%00"]
    SURROGATES = ["\\ud800", "\\udc00\\ud800", "\\ud83d"]
    BROKEN = [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\x80"]

    def article(self, dice, number):
        def text(most):
            return "".join(dice.choices(self.PIECES, k=dice.randrange(1, most)))

        article = {"guid": f"{number}{text(4)}", "title": text(8), "author": text(5), "publisher": text(5), "tags": [text(4)],
                   "summary": text(9), "body": "library " + text(40) + "\n\nThe council of Leeds. " + text(20),
                   "url": dice.choice(["https://x.example/", "javascript:", "http://x.example/" + text(3), "https:", ""]) + text(6),
                   "date_published": dice.choice(["2019-03-14", text(4)])}
        line = json.dumps(article, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")
        if dice.random() < 0.3:  # halves of surrogate pairs, as escapes
            line = line.replace(b"library", b"library " + dice.choice(self.SURROGATES).encode())
        if dice.random() < 0.3:
            line = line.replace(b"Leeds", b"Leeds" + dice.choice(self.BROKEN))
        return line

    def setUp(self):
        super().setUp()
        dice = random.Random(20)
        for number in range(4):  # several files: a line that is refused does not take others with it
            self.index("add", self.write(f"{number}.jsonl", b"\n".join(self.article(dice, number * 50 + i) for i in range(50))))
        self.asked = ["--no-group", "--explain", "--facets", "author,outlet,council", "--timeline", "library OR council"]
        self.total = self.search("--format", "json", "-n", "0", *self.asked).json()["total"]
        self.assertGreater(self.total, 100)

    def out(self, format, *arguments):
        result = self.search("--format", format, *arguments)
        self.assertEqual(result.status, 0, result.err)
        self.assertIsNone(ALIVE.search(result.out), format)
        self.assertIsNone(ALIVE.search(result.err), format)
        self.assertEqual(result.out.replace("\r\n", "").count("\r"), 0, format)
        return result.out

    def test_json(self):
        for arguments in (["-n", "1000"], ["--all"]):
            out = self.out("json", *arguments, *self.asked)
            self.assertEqual(out.count("\n"), 1)
            answer = without_schema_faults(self, json.loads(out))
            self.assertEqual(len(answer["hits"]), self.total)
        lines = self.out("jsonl", "--all", "--fields", "title,body,authors,url,guid,categories", "library OR council").splitlines()
        self.assertEqual(len([json.loads(line) for line in lines]), self.total)
        # JSON contains the stored text, escaped.
        self.assertIn("\u2028", "".join(json.loads(line).get("body", "") for line in lines))
        ids = [hit["id"] for hit in answer["hits"]]
        requests = [{"show": id} for id in ids[:40]] + [{"similar": id} for id in ids[:40]]
        requests += [{"query": json.loads(line).get("title", "x")} for line in lines[:60]]
        batch = self.search("--batch", stdin="\n".join(map(json.dumps, requests)).encode())
        self.assertIsNone(ALIVE.search(batch.out))
        self.assertEqual(len([without_schema_faults(self, answer) for answer in batch.lines()]), len(requests))

    def test_tables(self):
        fields = "title,body,summary,outlet,authors,guid,url,categories,snippet"
        for format, dialect in (("csv", {}), ("tsv", {"delimiter": "\t", "quoting": csv.QUOTE_NONE})):
            rows = list(csv.reader(io.StringIO(self.out(format, "--all", "--fields", fields, "library OR council"), newline=""),
                                   **dialect))
            self.assertEqual({len(row) for row in rows}, {9})
            self.assertEqual(len(rows), self.total + 1)
            for row in rows:
                for cell in row:
                    self.assertNotRegex(cell, r"^\s*[=+\-@＝＋－＠]")

    def test_markup(self):
        page = Page(self.out("html", "-n", "1000", *self.asked))
        self.assertEqual(page.problems, [])
        self.assertEqual([link for link in page.links if not re.match(r"https?://[^\s<>\"]*$", link, re.I)], [])
        out = self.out("rss", "--all", "library OR council")
        self.assertEqual(len(xml.etree.ElementTree.fromstring(out)[0].findall("item")), self.total)
        self.assertEqual(feed_faults(out), [])

    def test_text(self):
        self.out("text", "-n", "1000", *self.asked)
        for hit in json.loads(self.out("json", "-n", "30", "library"))["hits"]:
            for format in FORMATS:
                self.out(format, "--show", hit["id"])


if __name__ == "__main__":
    unittest.main()
