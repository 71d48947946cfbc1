"""nDCG@10 of the judged queries (corpus/judged.tsv) over the sample archive; -v shows each query, the worst last.

The floor is the figure reached so far: a change that improves it raises the floor, and one that lowers it gives the reason."""
import collections
import math
import sys
import unittest

from programs import ROOT, ProgramTest

# As asked, where an article must have all the words; and with --any, where only the order counts.
FLOORS = {(): 0.865, ("--any",): 0.93}


def judgements():
    """query -> title -> grade"""
    grades = collections.defaultdict(dict)
    for line in (ROOT / "corpus/judged.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            query, title, grade = line.split("\t")
            grades[query][plain(title)] = int(grade)
    return grades


def plain(title):
    """Either of two forms of one article may be stored."""
    return title.replace("’", "'")


def ndcg(titles, grades, depth=10):
    def gain(values):
        return sum((2 ** value - 1) / math.log2(place + 2) for place, value in enumerate(values[:depth]))

    return gain([grades.get(title, 0) for title in titles]) / gain(sorted(grades.values(), reverse=True))


class Judged(ProgramTest):
    def test_the_best_rank_first(self):
        added = self.index("add", *(ROOT / "corpus" / part for part in ("feeds", "pages", "articles")))
        self.assertEqual(added.status, 0, added.err)
        grades = judgements()
        for options, floor in FLOORS.items():
            scores = {query: ndcg([plain(title) for title in self.titles(*options, query)], wanted)
                      for query, wanted in grades.items()}
            mean = sum(scores.values()) / len(scores)
            if "-v" in sys.argv:
                for query, score in sorted(scores.items(), key=lambda item: -item[1]):
                    print(f"{score:.3f}  {query}")
            print(f"nDCG@10 of {len(scores)} judged queries {' '.join(options)}: {mean:.4f}")
            with self.subTest(options=options):
                self.assertGreaterEqual(mean, floor)


if __name__ == "__main__":
    unittest.main()
