"""Precision and recall of near-duplicate groups, over all pairs of a synthetic archive."""
import itertools
import json
import unittest

import near_duplicates
from programs import ROOT, ProgramTest

LEAST_WORDS = 140
LEAST_PRECISION = 0.99
LEAST_RECALL = 0.98


class NearDuplicates(ProgramTest):
    def sources(self):
        """The longer articles of the corpus that have a date."""
        articles = self.index("parse", ROOT / "corpus/articles", ROOT / "corpus/pages", ROOT / "corpus/feeds").lines()
        by_title = {article["title"]: article for article in articles
                    if article.get("published") and len(article.get("body", "").split()) >= LEAST_WORDS}
        return [by_title[title] for title in sorted(by_title)]

    def groups(self):
        """The group of each article, by outlet, as reported by council-search."""
        hits = self.search("--format", "jsonl", "--fields", "outlet,also,also_in", "--group", "--limit", "5000",
                           "outlet:carrier").lines()
        group_of = {}
        for number, hit in enumerate(hits):
            members = [hit["outlet"]] + hit.get("also_in", [])
            self.assertEqual(len(members), hit.get("also", 0) + 1)
            group_of.update((outlet, number) for outlet in members)
        return group_of

    def test_precision_and_recall_of_pairs(self):
        material = json.loads((ROOT / "corpus/judged/near_duplicates.json").read_text("utf-8"))
        articles = near_duplicates.Maker(material).make(self.sources())
        self.write("made.jsonl", "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles))
        self.assertEqual(self.index("add", self.folder / "made.jsonl").status, 0)
        group_of = self.groups()
        self.assertEqual(len(group_of), len(articles))
        right, wrong, missed = 0, [], []
        for a, b in itertools.combinations(articles, 2):
            together = group_of[a["outlet"]] == group_of[b["outlet"]]
            same = a["story"] == b["story"]
            right += together and same
            if together != same:
                (wrong if together else missed).append((a["treatment"], b["treatment"], a["title"], b["title"]))
        precision = right / (right + len(wrong))
        recall = right / (right + len(missed))
        shown = f"{len(articles)} articles, precision {precision:.4f}, recall {recall:.4f}"
        self.assertGreater(right, 2000, shown)
        self.assertGreaterEqual(precision, LEAST_PRECISION, f"{shown}\n" + "\n".join(map(str, wrong[:40])))
        self.assertGreaterEqual(recall, LEAST_RECALL, f"{shown}\n" + "\n".join(map(str, missed[:40])))


if __name__ == "__main__":
    unittest.main()
