"""--changes: what was edited in an article, and when, over nights of feeds and pages."""
import json
import os
import pty
import re
import unittest

from articles_test import LONG, ArticlesTest, entry, page, rss
from json_schema import faults
from output_test import SCHEMA, has_terminals
from programs import BIN
from terminal import run_on_terminal

LINK = "https://dispatch.example/parking"
TEXT = LONG + "\n\nAn hour will cost £2.40, the cabinet member said.\n\nThe vote was nine to five."


def parking(title="Parking charges rise", text="Drivers will pay £2.40 an hour from next spring in the town centre."):
    return rss(entry(title, LINK, "parking-2024", text))


class Changes(ArticlesTest):
    def id(self, query="title:parking"):
        return self.search("--format", "jsonl", "--fields", "id", "--no-group", query).lines()[0]["id"]

    def history(self, *more):
        result = self.search("--changes", self.id(), "--format", "json", *more)
        self.assertEqual((result.status, result.err), (0, ""))
        answer = result.json()
        self.assertEqual(faults(answer, SCHEMA), [])
        for before, after in zip(answer["versions"], answer["versions"][1:]):
            self.assertLess(before["at"], after["at"])
        lines = self.search("--changes", self.id(), "--format", "jsonl").lines()
        self.assertEqual(lines, answer["versions"])
        return answer["versions"]

    def text(self, *arguments):
        result = self.search("--changes", self.id(), *arguments)
        self.assertEqual((result.status, result.err), (0, ""))
        return result.out

    def edits(self):
        """What the text says of each version but the first, without its date."""
        parts = self.text().split("\n\n")[2:]
        return [" ".join(re.sub(r"^.*\n", "", part, count=1).split()) for part in parts]

    def test_a_corrected_headline(self):
        self.night(parking())
        self.night(parking("Parking charges to rise in town"))
        first, second = self.history()
        self.assertEqual((first["title"], second["title"]), ("Parking charges rise", "Parking charges to rise in town"))
        self.assertEqual(second["title_edits"], [{"same": "Parking charges"}, {"added": "to"}, {"same": "rise"}, {"added": "in town"}])
        self.assertNotIn("text_edits", second)
        self.assertEqual(set(first), {"at", "title", "text"})
        self.assertEqual(self.edits(), ["Headline: Parking charges {+to+} rise {+in town+}"])
        self.assertRegex(self.text(), r"\n\n\d+ \w+ 20\d\d, \d\d:\d\d UTC.*\n    First version: “Parking charges rise”, 13 words\n")
        self.assertRegex(self.search("--show", self.id()).out, r"\nChanged    \d+ \w+ 20\d\d; --changes shows how\n")

    def test_a_corrected_figure_in_a_page(self):
        self.night(page(LINK, "Parking charges rise", TEXT))
        self.night(page(LINK, "Parking charges rise", TEXT.replace("£2.40", "£2.60")))
        self.assertEqual(self.edits(), ["An hour will cost [-£2.40,-] {+£2.60,+} the cabinet member said."])
        self.assertEqual(self.history()[1]["text_edits"], [[{"same": "An hour will cost"}, {"removed": "£2.40,"},
                                                            {"added": "£2.60,"}, {"same": "the cabinet member said."}]])

    def test_paragraphs_that_come_and_go(self):
        self.night(page(LINK, "Parking charges rise", TEXT))
        self.night(page(LINK, "Parking charges rise", TEXT.replace("The vote was nine to five.", "Traders object strongly to this.")))
        self.assertEqual(self.edits(), ["[-The vote was nine to five.-] {+Traders object strongly to this.+}"])

    def test_a_page_after_its_feed_is_no_edit(self):
        self.night(parking(text="Drivers will pay more."))
        self.night(page(LINK, "Parking charges rise", TEXT))
        versions = self.history()
        self.assertEqual([version.get("other_form") for version in versions], [None, True])
        self.assertNotIn("text_edits", versions[1])
        self.assertIn("No edit of the headline or text was seen.", self.text())
        self.assertNotIn("Changed", self.search("--show", self.id()).out)
        self.assertRegex(self.edits()[0], r"^The full text was read: “Parking charges rise”, \d+ words No edit")
        self.night(page(LINK, "Parking charges rise", TEXT.replace("nine", "ten")))
        self.assertEqual(len(self.edits()), 2)
        self.assertEqual(self.edits()[1], "The vote was [-nine-] {+ten+} to five.")

    def test_another_source_is_no_edit(self):
        for title, text in (("Parking charges rise in the town centre", LONG), ("Parking up", LONG.replace("£", "GBP ") + "More follows.")):
            with self.subTest(title):
                self.database = self.folder / title
                self.night(parking("Parking charges rise", LONG))
                self.night(page(LINK, title, text))
                self.night(parking("Parking charges rise", LONG), page(LINK, title, text))
                for version in self.history()[1:]:
                    self.assertTrue(version["other_form"])
                    self.assertFalse({"title_edits", "text_edits"} & set(version))
                self.night(page(LINK, title, text.replace("next spring", "next autumn")))
                self.assertIn("from next [-spring,-] {+autumn,+} after", self.edits()[-1])

    def test_a_corrected_blurb(self):
        self.night(parking())
        self.night(parking(text="Drivers will pay £2.60 an hour from next spring in the town centre."))
        self.assertEqual(self.edits(), ["Drivers will pay [-£2.40-] {+£2.60+} an hour from next spring in …"])

    def test_a_text_that_returns(self):
        for price in ("£2.40", "£3.10", "£2.40"):
            self.night(page(LINK, "Parking charges rise", TEXT.replace("£2.40", price)))
        self.assertEqual([re.findall(r"[-+](£\S+),", edit) for edit in self.edits()], [["£2.40", "£3.10"], ["£3.10", "£2.40"]])

    def test_many_updates_are_a_bounded_list(self):
        for night in range(40):
            self.night(page(LINK, f"Parking latest: update {night}", f"{TEXT}\n\nStreet number {night} is shut."))
        answer = self.search("--changes", self.id(), "--format", "json").json()
        versions = self.history()
        self.assertGreater(len(versions), 5)
        self.assertLessEqual(len(versions), 16)
        self.assertEqual([versions[0]["title"], versions[-1]["title"]], ["Parking latest: update 0", "Parking latest: update 39"])
        self.assertFalse(set(answer["other_titles"]) & {version["title"] for version in versions})
        self.assertIn("    Another headline: " + answer["other_titles"][0] + "\n", self.text())

    def test_an_article_that_was_not_edited(self):
        self.night(parking())
        self.night(parking())
        self.assertEqual(len(self.history()), 1)
        self.assertIn("No edit of the headline or text was seen.", self.text())
        self.assertNotIn("Changed", self.search("--show", self.id()).out)

    def test_an_imported_article_says_what_it_knows(self):
        self.night(parking())
        self.night(parking("Parking charges to rise in town"))
        exported = self.index("export").out
        self.database = self.folder / "other"
        self.night(exported)
        self.assertEqual(len(self.history()), 1)
        self.assertRegex(self.text(), r"No other version is kept; last changed \d+ \w+ 20\d\d\n    Another headline: Parking charges rise\n")

    def test_standing_lines_are_no_edit(self):
        lines = "Sign up to our newsletter for the news of the town every morning."
        for number in range(12):
            words = [f"{word}{number}" for word in "roads bins parks pools trams homes shops farms banks inns".split()]
            self.night(page(f"https://dispatch.example/{number}", f"Story {number}", f"{' and '.join(words)} are in the news. " * 4 + f"\n\n{lines}"))
        self.night(page(LINK, "Parking charges rise", f"{TEXT}\n\n{lines}"))
        self.night(page(LINK, "Parking charges rise", f"{TEXT}\n\n{lines}".replace("£2.40", "£2.60")))
        self.assertEqual(self.edits(), ["An hour will cost [-£2.40,-] {+£2.60,+} the cabinet member said."])

    def test_hostile_texts(self):
        bad = "Zoë \x1b[31m\u202eevil\u202c <b>&amp;</b> é中 [-x-] {+y+} \u2028 end, and more words of the text to keep it long."
        for word in ("first", "second"):
            self.night(json.dumps({"guid": "h1", "url": LINK, "title": f"Parking {word} \x1b]0;x\x07 <i>", "body": bad + f" The {word} one."}))
        self.assertEqual(len(self.history()), 2)
        for format in ("text", "html"):
            for color in ("always", "never"):
                out = re.sub("\x1b\\[[0-9;]*m", "", self.text("--format", format, "--color", color)) if format == "text" else \
                    self.text("--format", format)
                self.assertFalse(re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2028]", out), (format, out))
        html = self.text("--format", "html")
        self.assertIn("The <del>first</del> <ins>second</ins> one.", html)
        self.assertNotIn("<i>", html)
        raw = self.search("--changes", self.id(), "--format", "json").out
        self.assertNotIn("\x1b", raw)

    def test_colour(self):
        self.night(parking())
        self.night(parking("Parking charges fall"))
        self.assertIn("\x1b[9;31mrise\x1b[0m \x1b[4;32mfall\x1b[0m", self.text("--color", "always"))

    def test_ids_that_are_none(self):
        self.night(parking())
        for given in ("abcdabcd", "zz", "", "7"):
            shown = self.search("--show", given)
            result = self.search("--changes", given)
            self.assertEqual((result.status, result.out), (2, ""), given)
            self.assertEqual(result.err, shown.err.replace("--show", "--changes"))

    def test_what_it_cannot_be_combined_with(self):
        self.night(parking())
        for more in (["parking"], ["--format", "csv"], ["--format", "tsv"], ["--format", "rss"], ["-n", "2"], ["--fields", "title"],
                     ["--show", "ab"], ["--save", "x"], ["--explain"], ["--timeline"]):
            result = self.search("--changes", self.id(), *more)
            self.assertEqual((result.status, result.out), (2, ""), more)
            self.assertIn("--changes", result.err)

    @unittest.skipUnless(has_terminals(), "no pseudo-terminals here: /dev/pts is not mounted")
    def test_the_number_of_a_result(self):
        self.night(rss(entry("Bins collected late", "https://dispatch.example/bins", "bins", "The bins of the town centre.")), parking())
        self.night(parking("Parking charges fall"))
        env = dict(os.environ, TERM="dumb", LC_ALL="C.UTF-8", COUNCIL_NEWS_DB=str(self.database), XDG_STATE_HOME=str(self.folder / "state"))
        terminal = pty.openpty()
        self.addCleanup(os.close, terminal[0])
        self.addCleanup(os.close, terminal[1])

        def shown(*arguments):
            out, status = run_on_terminal([BIN / "council-search", "--no-pager", *arguments], env, terminal=terminal)
            return out.decode("utf-8"), status

        listed, _ = shown("centre")
        number = re.search(r"(\d)\. Parking charges fall", listed)[1]
        for _ in range(2):  # the list of changes is no list of results
            out, status = shown("--changes", number)
            self.assertEqual(status, 0)
            self.assertIn("Headline: Parking charges [-rise-] {+fall+}", out)

    def test_batch(self):
        self.night(parking())
        self.night(parking("Parking charges fall"))
        requests = [{"changes": self.id()[:9]}, {"changes": "zz"}, {"query": "parking"}, {"changes": 1}]
        result = self.search("--batch", stdin="\n".join(map(json.dumps, requests)).encode())
        answers = [json.loads(line) for line in result.out.splitlines()]
        self.assertEqual([faults(answer, SCHEMA) for answer in answers], [[]] * 4)
        self.assertEqual(answers[0], self.search("--changes", self.id(), "--format", "json").json())
        self.assertEqual([list(answer)[0] for answer in answers], ["format", "error", "format", "error"])

    def test_several_databases(self):
        self.night(parking())
        self.night(parking("Parking charges fall"))
        expected = self.history()
        id = self.id()
        self.database = self.folder / "second"
        self.night(rss(entry("Bins collected late", "https://dispatch.example/bins", "bins")))
        result = self.search("--db", self.folder / "db", "--db", self.database, "--changes", id, "--format", "json")
        self.assertEqual(result.json()["versions"], expected)


if __name__ == "__main__":
    unittest.main()
