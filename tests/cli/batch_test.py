"""--batch: one JSON request and one JSON answer per line, from the current database."""
import json
import os
import random
import shutil
import subprocess
import unittest

from json_schema import faults
from output_test import SCHEMA
from programs import BIN, ProgramTest, strict_json


def article(number, subject="libraries"):
    return json.dumps({"guid": f"g{number}", "title": f"{subject} number {number}",
                       "body": f"Leeds City Council says of {subject}: {number * 7919}."}).encode()


class Batch(ProgramTest):
    def setUp(self):
        super().setUp()
        for number in (1, 2):
            self.index("add", "-", stdin=article(number))

    def ask(self, *requests):
        lines = [request if isinstance(request, bytes) else json.dumps(request).encode() for request in requests]
        result = self.search("--batch", stdin=b"\n".join(lines) + b"\n")
        self.assertEqual((result.status, result.err), (0, ""))
        answers = [strict_json(line) for line in result.out.split("\n")[:-1]]
        self.assertEqual(len(answers), len(requests))
        for answer in answers:
            self.assertEqual(faults(answer, SCHEMA), [])
        return answers

    def test_every_member_of_a_request(self):
        id = self.ask({"query": "libraries"})[0]["hits"][0]["id"]
        answers = self.ask(
            {"query": "libraries", "limit": 1, "offset": 1, "sort": "newest", "facets": ["council"], "timeline": True},
            {"query": "libraries", "fields": ["title"]}, {"show": id[:9]}, {"similar": id},
            {"query": "libraries AND (", "plain": True, "any": True}, {"query": "libraries", "explain": True, "group": True})
        self.assertEqual([hit["rank"] for hit in answers[0]["hits"]], [2])
        self.assertEqual(answers[0]["facets"], {"council": [{"value": "leeds", "label": "Leeds", "count": 2}]})
        self.assertEqual([list(hit) for hit in answers[1]["hits"]], [["title"], ["title"]])
        self.assertEqual(answers[2]["article"]["id"], id)
        self.assertEqual(answers[4]["total"], 2)
        self.assertIn("why", answers[5]["hits"][0])

    def test_bad_requests_get_an_error_and_are_skipped(self):
        bad = [b"nonsense", b"", b"[1]", b"\xff\xfe", b'{"query":1}', b'{"query":"x","limit":-1}', b'{"query":"x","limit":1e9}',
               b'{"query":"x","facets":"council"}', b'{"query":"x","facets":["colour"]}', b'{"query":"x","fields":["colour"]}',
               b'{"show":"zz"}', b'{"similar":""}', b'{"colour":1}', b'{"query":"x","sort":"up"}', b'{"query":"?"}',
               b"[" * 100000, b'{"query":"x","any":"yes"}']
        answers = self.ask(*bad, {"query": "libraries"})
        self.assertTrue(all(answer["error"]["code"] == "bad_request" for answer in answers[:-1]))
        self.assertEqual(answers[-1]["total"], 2)

    def test_line_endings(self):
        dice = random.Random(5)
        line = b'{"query":"libraries","limit":0}'
        for sent, answers in ((line, 1), (line + b"\r\n" + line, 2), (line + b"\n\n" + line + b"\n", 3), (b"", 0),
                              (line + b"\n" + json.dumps({"query": "libraries " * 300000, "limit": 0}).encode() + b"\n" + line, 3),
                              (line + b"\n" + dice.randbytes(100000).replace(b"\n", b" ") + b"\x00\n" + line, 3)):
            result = self.search("--batch", stdin=sent)
            self.assertEqual((result.status, result.err), (0, ""))
            lines = result.out.splitlines()
            self.assertEqual(len(lines), answers)
            for end in (lines[:1] + lines[-1:]):
                self.assertEqual(strict_json(end)["total"], 2)

    def test_no_option_is_ignored(self):
        for arguments in (["libraries"], ["--format", "csv"], ["-n", "3"], ["--all"], ["--facets", "council"], ["--digest"]):
            result = self.search("--batch", *arguments, stdin=b'{"query":"libraries"}')
            self.assertEqual((result.status, result.out), (2, ""), arguments)
        for arguments in (["--list-saved", "x"], ["--show", "ab", "x"], ["--show", "ab", "--timeline"], ["--forget", "x", "--all"],
                          ["--digest", "-n", "3"], ["--show", "ab", "--similar", "ab"]):
            self.assertEqual(self.search(*arguments).status, 2, arguments)

    def test_any_text_is_a_query(self):
        dice = random.Random(1)
        signs = "libraries AND OR NOT NEAR/3 \" ' ( ) : * - ~ ^ \\ \x1b \u202e é 中 \x00 \ud7ff council: date: .. 2018".split(" ")
        requests = [{"query": " ".join(dice.choices(signs, k=dice.randrange(1, 9))), "plain": dice.random() < 0.3}
                    for _ in range(200)]
        self.ask(*requests)

    def test_it_sees_changes_of_an_indexer(self):
        process = subprocess.Popen([BIN / "council-search", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   env=os.environ | {"COUNCIL_NEWS_DB": str(self.database)})
        self.addCleanup(process.communicate)

        def total():
            process.stdin.write(b'{"query":"libraries"}\n')
            process.stdin.flush()
            return json.loads(process.stdout.readline())["total"]

        self.assertEqual(total(), 2)
        for number in range(3, 9):
            self.index("add", "-", stdin=article(number))
            self.assertEqual(total(), number)
        # The database is replaced, as by compact.
        subprocess.run(["xapian-compact", self.database, self.folder / "small"], check=True, capture_output=True)
        self.database.rename(self.folder / "old")
        (self.folder / "small").rename(self.database)
        self.assertEqual(total(), 8)
        shutil.rmtree(self.folder / "old")
        self.assertEqual(total(), 8)
        self.index("add", "-", stdin=article(9))
        self.assertEqual(total(), 9)


if __name__ == "__main__":
    unittest.main()
