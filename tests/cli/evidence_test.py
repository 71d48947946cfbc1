"""Why an article has its councils and topics: what is stored, and what both programs show."""
import json
import unittest

from programs import ProgramTest

ARTICLE = {"title": "Wigan opens a tip", "guid": "7", "outlet": "The Record", "published": "2021-05-04",
           "body": "Wigan Council has opened a household waste and recycling centre.\n\n"
                   "Its head of waste came from Leicester City Council. Kerbside collection goes on."}


class Evidence(ProgramTest):
    def setUp(self):
        super().setUp()
        self.source = self.write("tip.json", json.dumps(ARTICLE))

    def search(self, *arguments):
        return self.run_program("council-search", *arguments)

    def test_parse_explains_on_stderr_and_keeps_stdout_for_programs(self):
        plain = self.index("parse", self.source)
        self.assertEqual(plain.err, "")
        explained = self.index("parse", "--explain", self.source)
        self.assertEqual(explained.out, plain.out)
        for line in ("Wigan opens a tip", "  identified by its guid 7 (unique within its outlet)",
                     "  and by its headline, day and authors", "  about Wigan (wigan)",
                     "     6.0  “Wigan Council” in the first paragraph",
                     "  only mentions Leicester (leicester): too little evidence", "  topic Waste and recycling"):
            self.assertIn(line, explained.err.splitlines())

    def test_an_explanation_cannot_act_on_a_terminal(self):
        article = dict(ARTICLE, title="Wigan \u001b[31m opens", guid="a\u001b[2Jb")
        explained = self.index("parse", "--explain", "-", stdin=json.dumps(article).encode())
        self.assertIn("about Wigan", explained.err)
        self.assertNotIn("\u001b", explained.err)

    def test_explain_shows_it(self):
        self.index("add", self.source)
        out = " ".join(self.search("--explain", "tip").out.split())  # the lines are broken at the width
        self.assertIn("about Wigan: “Wigan” in the headline", out)
        self.assertIn("mentions Leicester: “Leicester City Council” in the second paragraph, in passing", out)
        self.assertRegex(out, "topic Waste and recycling: “.*” in the opening")
        self.assertNotIn("about Wigan:", self.search("tip").out)
        hit, = self.search("--format", "json", "--explain", "tip").json()["hits"]
        self.assertEqual(set(hit["evidence"]["councils"]), {"wigan", "leicester"})
        self.assertEqual(set(hit["evidence"]["topics"]), set(hit["topics"]))
        self.assertNotIn("evidence", self.search("--format", "json", "tip").json()["hits"][0])
        self.assertIn("about Wigan:", self.search("--explain", "--show", hit["id"]).out)
        self.assertIn("about Wigan:", self.search("--explain", "--format", "html", "tip").out)

    def test_it_is_replaced_and_neither_lost_nor_doubled(self):
        self.index("add", self.source)
        first = self.index("export").out
        self.index("add", self.source)
        self.assertEqual(self.index("export").out, first)
        self.assertEqual(self.index("reindex").status, 0)
        self.assertEqual(self.index("export").out, first)
        # Evidence in the input is replaced by our own.
        article = json.loads(first)
        article["council_evidence"] = ["leeds: so they say"]
        article["topic_evidence"] = 7
        again, = self.index("parse", "-", stdin=json.dumps(article).encode()).lines()
        for field in ("council_evidence", "topic_evidence"):
            self.assertEqual(again[field], json.loads(first)[field])


if __name__ == "__main__":
    unittest.main()
