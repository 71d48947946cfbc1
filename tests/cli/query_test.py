"""The query language and the order of results, through the real programs."""
import datetime
import json
import random
import subprocess
import unittest

from programs import BIN, ProgramTest


def article(guid, title, body, **more):
    return json.dumps(dict({"guid": guid, "title": title, "body": body}, **more))


class Language(ProgramTest):
    def setUp(self):
        super().setUp()
        self.index("add", "-", stdin="\n".join([
            article("1", "Sandwell Children’s Trust opens",
                    "Sandwell Council’s children's trust opened after a re-inspection.",
                    authors=["William Eichler"], published="2018-04-03", url="https://www.ledger.example/news/trust"),
            article("2", "Co-operative society buys hall",
                    "The co-operative society of Leeds bought the hall for £2.5m.",
                    authors=["Dan Peters"], published="2019-01-02"),
            article("3", "Budget set", "Barking & Dagenham set a budget. Homelessness costs £1,000 a day.",
                    published="2021-03-04"),
            article("4", "Park reopens", "The park on Ynys Môn reopened.", published="2024-05-06",
                    outlet="Civic Ledger", tags=["Leisure"])]).encode())

    def first(self, *arguments):
        return self.search("--format", "json", *arguments).json()

    def test_each_form_of_query_finds_its_article(self):
        for query, guid in (("childrens trust", "1"), ("“children's trust”", "1"), ("reinspection", "1"),
                            ("re–inspection", "1"),
                            ('"cooperative society"', "2"), ("£2.5m", "2"), ("barking and dagenham", "3"),
                            ("Barking&Dagenham", "3"), ("1000", "3"), ("ynys mon", "4"), ("homeless*", "3"),
                            ("homelessness NEAR/4 day", "3"), ("council:sandwell", "1"),
                            ("council:Sandwell Council", "1"), ("author:dan peters", "2"), ("eichler trust", "1"), ("date:2021", "3"),
                            ("date:March 2021", "3"),
                            ("date:4/3/2021", "3"), ("date:..2018", "1"), ("after:2022", "4"), ("before:2018-05", "1"),
                            ("url:ledger.example/news", "1"), ("(park OR budget) -barking", "4"),
                            ("NOT (trust OR hall OR budget)", "4"), ("kind:metropolitan trust", "1"),
                            ("region:west-midlands", "1"), ("title:reopens", "4"), ("council:E08000028", "1"),
                            ("mentions:sandwell", "1"), ("nation:england council:sandwell", "1"),
                            ('outlet:"civic ledger"', "4"), ("outlet:ledger", "4"), ("category:leisure", "4"),
                            ("topic:culture-and-leisure", "4"), ('author:"dan peters"', "2"), ("author:peters", "2"),
                            ("hall -trust", "2"), ("hall NOT trust", "2"), ("hall AND leeds", "2"),
                            ("title:(trust OR nowhere)", "1"), ("seen:today title:trust", "1"),
                            ("date:2018-01..2018-12", "1"), ("date:2022..", "4"), ("£2.5 million", "2"),
                            ('"2.5 million"', "2"), ("“Barking & Dagenham”", "3")):
            with self.subTest(query=query):
                answer = self.first(query)
                self.assertEqual([hit["guid"] for hit in answer["hits"]], [guid], answer["read_as"])
                self.assertFalse(answer["relaxed"])

    def test_read_as_describes_the_query(self):
        for query, read_as in (("sandwell trust date:2018",
                                "sandwell (the council Sandwell) AND trust AND published in 2018"),
                               ("topic:housing OR council:leeds", "on the topic Housing OR about Leeds"),
                               ("park -budget", "park AND NOT budget")):
            with self.subTest(query=query):
                self.assertEqual(self.first(query)["read_as"], read_as)

    def test_any_word_and_plain_queries(self):
        self.assertEqual({hit["guid"] for hit in self.first("trust park")["hits"]}, {"1", "4"})
        self.assertTrue(self.first("trust park")["relaxed"])
        anything = self.first("--any", "trust park")
        self.assertEqual((anything["read_as"], anything["total"], anything["relaxed"]), ("trust OR park", 2, False))
        self.assertEqual(self.first("--any", "trust park date:2024")["total"], 1)
        self.assertEqual(self.first("--any", "trust park -reopened")["total"], 1)
        self.assertEqual(self.first("trust OR park")["total"], 2)
        plain = self.first("--plain", "trust -opened (re-inspection title:sandwell")
        self.assertEqual(plain["read_as"], "trust AND opened AND re-inspection AND title AND sandwell (the council Sandwell)")
        self.assertEqual(plain["warnings"], ["no article has 'title'"])
        self.assertEqual(self.first("--plain", "trust -opened")["total"], 1)
        self.assertEqual(self.first("trust -opened")["total"], 0)

    def test_sorting_by_date(self):
        wanted = "trust OR hall OR budget OR park"
        newest = [hit["guid"] for hit in self.first("--sort", "newest", wanted)["hits"]]
        self.assertEqual(newest, ["4", "3", "2", "1"])
        self.assertEqual([hit["guid"] for hit in self.first("--sort", "oldest", wanted)["hits"]], newest[::-1])
        for wrong in (["--sort", "best"], ["--limit", "x"], ["--color", "red"], ["--format", "xml"]):
            self.assertEqual(self.search(*wrong, "trust").status, 2, wrong)

    def test_only_unknown_words_are_corrected(self):
        answer = self.first("chidrens trust")
        self.assertTrue(answer["relaxed"])
        self.assertEqual(answer["suggestion"], "childrens trust")
        self.assertEqual(self.first("homelesness")["suggestion"], "homelessness")
        self.assertIn("homelessness", self.search("homelesness").err)
        self.assertNotIn("suggestion", self.first("trust"))
        self.assertNotIn("suggestion", self.first("trust hall"))

    def test_partial_matches_name_the_missing_words(self):
        answer = self.first("reopened park ombudsman")
        self.assertEqual((answer["relaxed"], answer["hits"][0]["guid"]), (True, "4"))
        self.assertEqual(answer["warnings"], ["no article has 'ombudsman'"])
        answer = self.first("park-budget")
        self.assertEqual((answer["relaxed"], {hit["guid"] for hit in answer["hits"]}), (True, {"3", "4"}))
        self.assertFalse(self.first("parks")["relaxed"])

    def test_a_malformed_query_is_read_with_a_note(self):
        for query, expected in (("trust AND", "AND"), ("(trust", "parenthesis"), ('"trust', "quotation"), ("tr*", "wildcard"),
                            ("council:sandwel", "sandwell"), ("topik:housing", "topic"), ("date:whenever", "date"),
                            ("-xyzzy", "excludes nothing"), ("council: sandwell", "council:sandwell")):
            with self.subTest(query=query):
                result = self.search("--", query)
                self.assertIn("note: ", result.err)
                self.assertIn(expected, result.err)

    def test_any_text_is_answered_and_none_matches_everything(self):
        chance = random.Random(4)
        pieces = ["xyzzy", '"', "(", ")", "-", "*", ":", "AND", "OR", "NOT", "NEAR/3", "council:", "date:", "..", "+",
                  " ", "’", "&", "\n", "co-op", "topic:(", "zz*", "“", "é", "\u200b", "\U0001f600"]
        queries = ["(" * 10000, ")" * 10000, '"' * 10001, "x-" * 20000, "-" * 10000, "NOT " * 10000 + "xyzzy",
                   "\x00\x01\x7f"]
        queries += ["".join(chance.choice(pieces) for _ in range(chance.randrange(25))) for _ in range(2000)]
        requests = "\n".join(json.dumps({"query": query, "plain": number % 5 == 0, "any": number % 7 == 0})
                             for number, query in enumerate(queries))
        answers = self.search("--batch", stdin=requests.encode()).lines()
        self.assertEqual(len(answers), len(queries))
        for query, answer in zip(queries, answers):
            with self.subTest(query=query[:60]):
                self.assertTrue("error" in answer or answer["total"] < 4, answer)
                if "error" in answer:
                    self.assertEqual(answer["error"]["code"], "bad_request")


class Order(ProgramTest):
    def test_recent_favours_new_articles(self):
        self.index("add", "-", stdin="\n".join([
            article("old", "Hall trust", "The trust of the hall. A trust.", published="2005-01-01"),
            article("new", "Hall", "The trust of the hall. A meeting.", published=datetime.date.today().isoformat())
        ]).encode())
        self.assertEqual(self.titles("trust"), ["Hall trust", "Hall"])
        self.assertEqual(self.titles("--sort", "recent", "trust"), ["Hall", "Hall trust"])

    def test_pages_are_consecutive_and_the_total_is_exact(self):
        self.index("add", "-", stdin="\n".join(
            article(f"g{n}", f"Story {n} of the day",
                    "The children's trust met. " * (n % 3) + "Trust in children. " * (n % 5) + f"w{n}.")
            for n in range(3000)).encode())
        for query in ("children's trust", '"children\'s trust"', "trust", "story day trust"):
            with self.subTest(query=query):
                whole = self.search("--format", "json", "-n", "60", query).json()
                pages = [self.search("--format", "json", "-n", "20", "--offset", str(at), query).json()
                         for at in (0, 20, 40)]
                self.assertEqual([hit["guid"] for page in pages for hit in page["hits"]],
                                 [hit["guid"] for hit in whole["hits"]])
                self.assertEqual({page["total"] for page in pages}, {whole["total"]})
                self.assertTrue(whole["exact"])
                self.assertEqual(len(set(hit["guid"] for hit in whole["hits"])), 60)

    def test_matches_of_a_common_phrase_are_estimated_unless_counted(self):
        phrase = '"section 114"'
        self.index("add", "-", stdin="\n".join(
            article(f"g{n}", f"Story {n}", ("A section 114 notice." if n % 3 else "Page 114 of a section.") +
                    " The section." * (n % 50) + " Of 114." * (n // 50), published=f"{1990 + n % 30}-01-01")
            for n in range(2400)).encode())
        pages = [self.search("--format", "json", "--offset", str(at), phrase).json() for at in (0, 10, 700)]
        self.assertEqual([page["exact"] for page in pages], [False] * 3)
        self.assertEqual(len({page["total"] for page in pages}), 1)
        self.assertLess(abs(pages[0]["total"] - 1600), 500)
        self.assertIn(f"about {pages[0]['total']} articles", self.search(phrase).out)
        for counted in (["-n", "0"], ["--facets", "year"], ["--timeline"], ["--sort", "newest"], ["--offset", "1590"]):
            with self.subTest(counted=counted):
                answer = self.search("--format", "json", *counted, phrase).json()
                self.assertEqual((answer["total"], answer["exact"]), (1600, True))
        self.assertEqual(len(self.search("--format", "jsonl", "--all", phrase).lines()), 1600)

    def test_articles_without_a_date_come_last(self):
        self.index("add", "-", stdin="\n".join(
            article(f"g{n}", f"Zebra {n}", "The trust of zebras met.", **({"published": f"20{n}-01-01"} if n % 3 else {}))
            for n in range(10, 22)).encode())
        for order in ("newest", "oldest"):
            with self.subTest(order=order):
                hits = self.search("--format", "json", "-n", "20", "--sort", order, "zebra").json()["hits"]
                dates = [hit.get("published", "") for hit in hits]
                dated = [date for date in dates if date]
                self.assertEqual(dated, sorted(dated, reverse=order == "newest"))
                self.assertEqual(dates, dated + [""] * 4)

    def test_a_changing_archive_can_be_searched(self):
        self.index("add", "-", stdin=article("0", "Hall", "The trust met.").encode())
        searcher = subprocess.Popen([BIN / "council-search", "--db", self.database, "--batch"], stdin=subprocess.PIPE,
                                    stdout=subprocess.PIPE, text=True)
        self.addCleanup(searcher.communicate)
        for number in range(1, 6):
            searcher.stdin.write('{"query":"trust"}\n')
            searcher.stdin.flush()
            self.assertGreaterEqual(json.loads(searcher.stdout.readline())["total"], 1)
            for part in "ab":
                story = article(f"{number}{part}", f"Hall {number}{part}", f"The trust met {number} times, {part}.")
                self.index("add", "-", stdin=story.encode())


if __name__ == "__main__":
    unittest.main()
