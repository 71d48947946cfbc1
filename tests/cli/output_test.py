"""Every output format: complete, safe, and with failures reported."""
import csv
import io
import json
import os
import pathlib
import pty
import re
import subprocess
import unicodedata
import unittest

from feed_rules import feed_faults
from html_page import Page
from json_schema import faults
from programs import BIN, ROOT, ProgramTest, strict_json
from terminal import run_on_terminal

SCHEMA = json.loads(re.search(r"```json\n(.*?)```", (ROOT / "searcher/README.md").read_text("utf-8"), re.S)[1])
FORMATS = ("text", "json", "jsonl", "csv", "tsv", "rss", "html")

ARTICLES = [
    {"guid": "g1", "url": "https://record.example/libraries", "title": "Libraries “open” longer, says O’Hara & co",
     "author": "Ann O’Hara", "date_published": "2019-03-14", "publisher": "The Record",
     "body": "Leeds City Council opens its libraries <b>longer</b>.\n\nThe change begins in May, and costs £2.5m."},
    {"guid": "g2", "url": "https://other.example/budget?a=1&b=2", "title": "=cmd|'/c calc'!A1 budget, with \"quotes\"",
     "date_published": "2019-04-02T10:15:30Z", "publisher": "Other News", "body": "A budget for libraries in Leeds, in "
     "two lines, which the council agreed after a long debate on the grant that it gets from the government."},
]

def add(test, articles):
    test.index("add", "-", stdin="\n".join(json.dumps(article) for article in articles).encode())


def without_schema_faults(test, answer):
    test.assertEqual(faults(answer, SCHEMA), [])
    return answer


class Formats(ProgramTest):
    def setUp(self):
        super().setUp()
        add(self, ARTICLES)

    def test_json_matches_its_schema(self):
        for arguments in (["libraries"], ["nowhere"], ["--facets", "council,year", "--timeline", "libraries"],
                          ["--explain", "libraries budget"], ["!!!"], ["--group", "leeds"], ["--all", "leeds"]):
            with self.subTest(arguments=arguments):
                without_schema_faults(self, self.search("--format", "json", *arguments).json())

    def test_json_lines_are_the_hits(self):
        hits = self.search("--format", "json", "libraries").json()["hits"]
        self.assertEqual(self.search("--format", "jsonl", "libraries").lines(), hits)
        self.assertEqual(self.search("--format", "jsonl", "--fields", "title,id", "libraries").lines(),
                         [{"title": hit["title"], "id": hit["id"]} for hit in hits])

    def test_csv(self):
        out = self.search("--format", "csv", "--sort", "oldest", "libraries").out
        self.assertTrue(all(line.endswith("\r") for line in out.split("\n")[:-1]), out)
        rows = list(csv.DictReader(io.StringIO(out, newline="")))
        self.assertEqual([row["title"] for row in rows], [ARTICLES[0]["title"], "'" + ARTICLES[1]["title"]])
        self.assertEqual(rows[0]["councils"], "Leeds")
        self.assertEqual(rows[0]["published"], "2019-03-14")

    def test_tsv(self):
        out = self.search("--format", "tsv", "--fields", "rank,title,body", "--sort", "oldest", "libraries").out
        rows = [line.split("\t") for line in out.splitlines()]
        self.assertEqual(rows[0], ["rank", "title", "body"])
        self.assertEqual([len(row) for row in rows], [3, 3, 3])
        self.assertIn("longer. The change", rows[1][2].replace("</b>", ""))

    def test_fields_are_checked(self):
        for arguments in (["--format", "csv", "--fields", "colour"], ["--fields", "title"], ["--format", "tsv", "--fields", ","]):
            result = self.search(*arguments, "libraries")
            self.assertEqual(result.status, 2, arguments)
            self.assertEqual(result.out, "")

    def test_rss_is_valid_and_read_back_to_the_same_articles(self):
        add(self, [{"title": "Libraries of nobody", "body": "No address, no guid, no outlet: libraries."},
                   {"guid": "u", "url": "https://x.example/é?q=[1]|2&x=%zz", "body": "No title: libraries ]]> <b>R&D</b>\nnext",
                    "updated": "2025-01-02T03:04:05Z", "tags": ["a & b"], "author": "Ann, Bob"}])
        self.index("add", ROOT / "corpus/feeds", ROOT / "corpus/articles")
        out = self.search("--format", "rss", "--all", "seen:2000..").out
        self.assertEqual(feed_faults(out), [])
        first = {article["id"]: article for article in self.index("export").lines()}
        again = {article["id"]: article for article in self.index("parse", self.write("again.rss", out)).lines()}
        self.assertGreater(len(first), 70)
        self.assertEqual(set(again), set(first))
        for id, article in first.items():
            for name in ("guid", "url", "title", "authors", "published", "updated", "outlet", "categories", "summary", "body"):
                self.assertEqual(again[id].get(name), article.get(name), f"{name} of {article}")

    def test_html_is_one_page_of_text(self):
        out = self.search("--format", "html", "--facets", "council,year", "--timeline", "libraries").out
        page = Page(out)
        self.assertEqual(page.problems, [])
        self.assertEqual(page.links, ["https://record.example/libraries", "https://other.example/budget?a=1&b=2"])
        self.assertIn("Libraries “open” longer, says O’Hara & co", page.text)
        self.assertIn("svg", page.tags)
        self.assertIn("mark", page.tags)

    def test_all_is_complete_and_reports_the_number(self):
        many = [{"guid": f"n{i}", "title": f"Parking permit {i}", "body": f"Zone {i} of the town has a parking permit."}
                for i in range(250)]
        add(self, many)
        for format in ("jsonl", "csv", "tsv"):
            result = self.search("--format", format, "--all", "--fields", "id", "parking")
            self.assertEqual(len(set(result.out.split())) - (format != "jsonl"), 250)
            self.assertEqual(result.err, "250 articles\n")
        answer = without_schema_faults(self, self.search("--format", "json", "--all", "parking").json())
        self.assertEqual((answer["total"], len(answer["hits"]), answer["hits"][-1]["rank"]), (250, 250, 250))
        sorted_ids = self.search("--format", "jsonl", "--all", "--sort", "newest", "--fields", "id", "parking").lines()
        self.assertEqual(len(sorted_ids), 250)
        self.assertEqual(self.search("--all", "-n", "3", "parking").status, 2)
        self.assertEqual(self.search("--all", "--group", "parking").status, 2)
        self.assertEqual(self.search("--all", "nowhere").status, 1)

    def test_all_streams_without_collecting(self):
        many = 3000
        add(self, [{"guid": f"m{i}", "title": f"Memory {i}", "body": f"Memory {i * 7919}. " + f"word{i % 7} of the text. " * 400}
                   for i in range(many)])

        def peak(*arguments):
            process = subprocess.Popen([BIN / "council-search", *arguments, "memory"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, env=os.environ | {"COUNCIL_NEWS_DB": str(self.database)})
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(process.returncode, 0)
            return usage.ru_maxrss

        cache = BIN.parent / "CMakeCache.txt"
        if cache.exists() and "COUNCIL_NEWS_SANITIZE:STRING=\n" not in cache.read_text():
            self.skipTest("a sanitizer keeps freed memory")
        one = peak("-n", "1", "--no-group")
        for format in FORMATS:
            # The texts are 24 MB.
            self.assertLess(peak("--all", "--format", format) - one, 6000, format)

    def test_readme_and_help_list_the_formats(self):
        for name in FORMATS:
            self.assertIn(f"| `{name}` |", (ROOT / "searcher/README.md").read_text("utf-8"))
            self.assertIn(f"\n  {name} ", self.search("--help").out)


class Trouble(ProgramTest):
    def setUp(self):
        super().setUp()
        add(self, ARTICLES)
        self.environment = dict(os.environ, COUNCIL_NEWS_DB=str(self.database), XDG_STATE_HOME=str(self.folder / "state"))
        self.environment.pop("NO_COLOR", None)
        self.environment.pop("PAGER", None)

    def test_a_full_disk_is_reported(self):
        for format in FORMATS:
            with open("/dev/full", "wb") as full:
                completed = subprocess.run([BIN / "council-search", "--format", format, "libraries"], stdout=full,
                                           stderr=subprocess.PIPE, env=self.environment)
            self.assertEqual(completed.returncode, 3, format)
            self.assertIn(b"No space left", completed.stderr)

    def test_a_closed_pipe_is_not_an_error(self):
        add(self, [{"guid": f"n{i}", "title": f"Parking permit {i}", "body": f"A parking permit {i}. " * 500} for i in range(300)])
        for command in ("--all --format csv --fields title,body parking | head -1", "--help | true"):
            for trap in ("", "trap '' PIPE; "):
                completed = subprocess.run(["sh", "-c", f"{trap}'{BIN}/council-search' {command}"], capture_output=True,
                                           env=self.environment)
                self.assertEqual(completed.stderr, b"")


def has_terminals():
    """Whether this system has pseudo-terminals; a bare chroot without /dev/pts has none."""
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError:
        return False
    return True


@unittest.skipUnless(has_terminals(), "no pseudo-terminals here: /dev/pts is not mounted")
class Terminals(Trouble):
    def show(self, *arguments, terminal=None, columns=80, **env):
        shown, status = run_on_terminal([BIN / "council-search", *arguments],
                                        {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | self.environment | env,
                                        columns, terminal)
        self.assertEqual(status, 0, shown)
        return shown.decode("utf-8").replace("\r\n", "\n")

    def test_colours_and_links_only_where_supported(self):
        shown = self.show("libraries")
        self.assertIn("\x1b]8;;https://record.example/libraries\x1b\\", shown)
        self.assertIn("\x1b[1;4;31mLibraries\x1b[0m", shown)
        for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}):
            self.assertNotIn("\x1b", self.show("libraries", **env))
        self.assertNotIn("\x1b]8", self.search("--color", "always", "libraries").out)
        tmux = {"TMUX": "/tmp/tmux-0/default,1,0", "TERM_PROGRAM": "tmux"}
        for links, env in ((False, {"TERM": "linux"}), (False, {"TERM": "screen-256color"}), (False, {"TERM": "vt100"}),
                           (False, tmux | {"TERM_PROGRAM_VERSION": "3.3a"}), (True, tmux | {"TERM_PROGRAM_VERSION": "3.4"}),
                           (True, tmux | {"TERM_PROGRAM_VERSION": "3.10"}), (True, {"TERM": "xterm-kitty"})):
            with self.subTest(env=env):
                self.assertEqual("\x1b]8;;" in self.show("libraries", **env), links)

    def test_lines_fit_every_width(self):
        for columns in (20, 40, 60, 80, 200):
            for arguments in (["libraries"], ["--facets", "council,topic,outlet", "--timeline", "libraries"]):
                shown = self.show("--color", "never", *arguments, columns=columns)
                longest = max((line for line in shown.splitlines() if "https://" not in line), key=len)
                self.assertLessEqual(len(longest), min(columns, 100), longest)

    def test_words_wider_than_a_line(self):
        url = "https://record.example/" + "a-long-way-to-go/" * 20
        add(self, [{"guid": "wide", "url": url, "title": "図書館" * 30 + " parking",
                    "body": "parking " + "x" * 150 + " e\u0301" * 60 + " 👩\u200d👧"}])
        for columns in (40, 60, 80, 200):
            shown = self.show("parking", columns=columns, VTE_VERSION="7002")
            self.assertIn(f"\x1b]8;;{url}\x1b\\", shown)  # the link has it whole
            for line in re.sub(r"\x1b\]8;;.*?\x1b\\|\x1b\[[\d;]*m", "", shown).splitlines():
                wide = sum(0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF") for sign in line)
                self.assertLessEqual(wide, columns, line)
            # Where links may not work, it is complete, for copying.
            self.assertIn(url, self.show("parking", columns=columns, NO_COLOR="1"))
            self.assertIn(url, re.sub(r"\x1b\]8;;.*?\x1b\\", "", self.show("parking", columns=columns)))
        self.assertIn(url, self.search("parking").out)

    def test_notes_are_wrapped_on_a_terminal_and_single_lines_in_scripts(self):
        query = "topik:libraries " + "x" * 100 + " ombudsman AND"
        for columns in (40, 60, 80, 200):
            shown = self.show("--color", "never", query, columns=columns)
            self.assertIn("note: there is no field 'topik'", " ".join(shown.split()))
            notes = shown[:shown.index("No article has all")].splitlines()
            self.assertTrue(all(len(line) <= columns for line in notes), notes)
            self.assertTrue(all(line.startswith(("note: ", "      ")) for line in notes), notes)
        for line in self.search(query).err.splitlines():
            self.assertTrue(line.startswith("note: "), line)

    def test_a_terminal_without_utf8_gets_ascii(self):
        for locale in ("C", "POSIX"):
            shown = self.show("--facets", "year", "libraries", LC_ALL=locale)
            self.assertTrue(shown.isascii())
            self.assertIn("O'Hara", shown.replace("\x1b[0m", ""))
            self.assertIn("#", shown)
        # Text that is longer in ASCII is measured in ASCII; fractions keep their meaning.
        add(self, [{"guid": "pounds", "title": "Council tax up 4½%", "body": "Zebra: " + "£1 … €2 " * 60}])
        shown = self.show("--color", "never", "zebra", LC_ALL="C", columns=60)
        self.assertIn("up 4 1/2%", shown)
        self.assertIn("GBP 1 ... EUR 2", shown)
        self.assertLessEqual(max(len(line) for line in shown.splitlines()), 60, shown)
        # A locale that is not installed is recognised by name.
        self.assertIn("O’Hara", self.show("libraries", LC_ALL="", LANG="xx_XX.utf8"))
        # Files get UTF-8, because they are read elsewhere.
        self.assertIn("O’Hara", self.search("libraries", env={"LC_ALL": "C"}).out)

    def test_result_numbers(self):
        terminal = pty.openpty()
        self.addCleanup(os.close, terminal[0])
        self.addCleanup(os.close, terminal[1])
        self.show("--sort", "oldest", "libraries", terminal=terminal)
        shown = self.show("--color", "never", "--show", "2", terminal=terminal)
        self.assertIn("budget, with", shown)
        self.assertIn("By         Ann O’Hara", self.show("--color", "never", "--show", "1", terminal=terminal))
        # Output to a file is not remembered, and another terminal has no last result.
        self.assertEqual(self.search("--show", "2", env={"XDG_STATE_HOME": str(self.folder / "none")}).status, 2)

    def refused(self, *arguments, terminal):
        shown, status = run_on_terminal([BIN / "council-search", *arguments],
                                        {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | self.environment, 200, terminal)
        self.assertEqual(status, 2, shown)
        return shown.decode("utf-8")

    def test_an_unknown_result_number_is_an_error(self):
        terminal = pty.openpty()
        self.addCleanup(os.close, terminal[0])
        self.addCleanup(os.close, terminal[1])
        for number in range(10):  # an id begins with one of them, sooner or later
            self.assertIn("no results were shown", self.refused("--show", str(number), terminal=terminal))
        self.show("libraries", terminal=terminal)
        for option in ("--show", "--similar"):
            self.assertIn("there is no result 3: the last results on this terminal are 1 to 2", self.refused(option, "3", terminal=terminal))
        # A search without results keeps the earlier numbers.
        run_on_terminal([BIN / "council-search", "nowhereatall"], self.environment, 80, terminal)
        self.show("--show", "2", terminal=terminal)

    def test_result_numbers_of_every_kind_of_search(self):
        terminal = pty.openpty()
        self.addCleanup(os.close, terminal[0])
        self.addCleanup(os.close, terminal[1])
        title = "By         Ann O’Hara"
        for arguments in (["--all", "libraries"], ["--format", "tsv", "--fields", "rank,title", "libraries"],
                          ["--offset", "1", "--sort", "newest", "libraries"]):
            with self.subTest(arguments=arguments):
                self.show(*arguments, terminal=terminal)
                number = "2" if "--offset" in arguments else "1"
                self.assertIn(title, self.show("--color", "never", "--show", number, terminal=terminal))
                self.show("council", terminal=terminal)
        self.search("--save", "first", "title:libraries")
        self.search("--save", "second", "title:budget")
        digest = self.show("--color", "never", "--digest", terminal=terminal)
        self.assertRegex(digest, r"(?s)first: .* 1\. Libraries.*second: .* 2\. ")
        self.assertIn(title, self.show("--color", "never", "--show", "1", terminal=terminal))
        self.assertIn("budget, with", self.show("--color", "never", "--show", "2", terminal=terminal))

    def test_result_numbers_belong_to_their_archive(self):
        terminal = pty.openpty()
        self.addCleanup(os.close, terminal[0])
        self.addCleanup(os.close, terminal[1])
        other = self.folder / "other"
        self.index("--db", other, "add", "-", stdin=b'{"guid":"o","title":"Elsewhere","body":"A zebra."}')
        self.show("--db", str(other), "zebra", terminal=terminal)
        environment = {"COUNCIL_NEWS_DB": str(self.database)}
        self.assertIn("Elsewhere", self.show("--show", "1", terminal=terminal, **environment))
        self.assertIn(f"council-search --db {other} --show 1",
                      self.refused("--db", str(self.database), "--show", "1", terminal=terminal))

    def test_the_summary_line(self):
        add(self, [{"guid": f"p{n}", "url": f"https://record.example/p{n}", "title": f"Permit {n}", "outlet": f"Paper {n}",
                    "body": f"A permit for zone {n}."} for n in range(12)])
        for arguments, last in ((["permit"], "12 articles, 1 to 10 shown"), (["--offset", "10", "permit"], "12 articles, 11 to 12 shown, the last"),
                                (["--offset", "11", "permit"], "12 articles, number 12 shown, the last"),
                                (["--offset", "50", "permit"], "12 articles; --offset is past the last one"),
                                (["-n", "20", "permit"], "12 articles"), (["-n", "1", "permit nowhereatall"], "12 articles have some of the words, the first shown")):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.search("--no-group", *arguments).out.splitlines()[-1], last)

    def test_a_pipe_uses_columns(self):
        for columns, most in (("60", 60), ("200", 100), ("", 80), ("many", 80)):
            lines = self.search("libraries", env={"COLUMNS": columns}).out.splitlines()
            longest = max(len(line) for line in lines if "https://" not in line)
            self.assertLessEqual(longest, most, columns)
            self.assertGreater(longest, most - 20, columns)

    def test_the_pager(self):
        pager = self.write("pager.sh", "#!/bin/sh\necho '<paged>'; cat; echo '</paged>'\n")
        pager.chmod(0o755)
        self.assertRegex(self.show("libraries", PAGER=str(pager)), "(?s)^<paged>.*longer.*</paged>")
        self.assertNotIn("<paged>", self.show("--no-pager", "libraries", PAGER=str(pager)))
        self.assertNotIn("<paged>", self.show("--format", "json", "libraries", PAGER=str(pager)))
        self.assertNotIn("<paged>", self.search("libraries", env={"PAGER": str(pager)}).out)
        self.show("libraries", PAGER="true")  # leaves at once
        self.assertRegex(self.show("libraries", PAGER=f"LESS= '{pager}' --with 'an argument'"), "(?s)^<paged>.*longer")
        # Notes go through the pager, and colours need an option of less that the user may not have set.
        self.assertRegex(self.show("libraries nowhereatall", PAGER=str(pager)), "(?s)<paged>.*note: .*nowhereatall.*</paged>")
        options = self.write("options.sh", "#!/bin/sh\ncat >/dev/null; echo \"<$LESS>\"\n")
        options.chmod(0o755)
        for given, wanted in (({}, "<FRX>"), ({"LESS": "-i"}, "<-R -i>"), ({"LESS": "iR"}, "<iR>")):
            self.assertIn(wanted, self.show("libraries", PAGER=str(options), **given))
        missing = self.show("--color", "never", "libraries", PAGER="no-such-pager -R")
        self.assertIn("no-such-pager", missing)
        self.assertIn("opens its libraries", missing)


class ById(ProgramTest):
    def setUp(self):
        super().setUp()
        add(self, ARTICLES + [{"guid": f"n{i}", "title": f"Parking permit {i}", "body": f"Zone {i} has a permit."}
                              for i in range(40)])

    def test_a_whole_article_in_every_format(self):
        id = self.search("--format", "json", "title:libraries").json()["hits"][0]["id"]
        for format in FORMATS:
            out = self.search("--format", format, "--show", id[:12]).out
            self.assertIn("The change begins in May", out, format)
        article = self.search("--format", "jsonl", "--show", id).lines()[0]
        self.assertEqual(article["id"], id)
        self.assertEqual(self.search("--format", "json", "--show", id).json()["article"], article)
        # The indexer can read the output.
        again = self.index("parse", "-", stdin=json.dumps(article).encode()).lines()[0]
        self.assertEqual(again["id"], id)

    def test_an_ambiguous_id_names_the_articles(self):
        ids = [hit["id"] for hit in self.search("--format", "json", "-n", "100", "permit OR libraries").json()["hits"]]
        first = {}
        twice = next(pair for id in ids if (pair := (first.setdefault(id[0], id), id)) and pair[0] != id)
        result = self.search("--show", twice[0][0])
        self.assertEqual(result.status, 2)
        self.assertIn("several", result.err)
        for wrong in ("zz", "0" * 32, ""):
            self.assertEqual(self.search("--show", wrong).status, 2)

    def test_articles_like_one(self):
        id = self.search("--format", "json", "title:libraries").json()["hits"][0]["id"]
        answer = without_schema_faults(self, self.search("--format", "json", "--similar", id[:10]).json())
        self.assertNotIn(id, [hit["id"] for hit in answer["hits"]])
        for format in FORMATS:
            out = self.search("--format", format, "--similar", id[:10], "--no-group").out
            self.assertEqual("budget, with" in out, answer["total"] > 0, format)
        self.assertEqual(self.search("--similar", id, "--format", "jsonl", "nowhereatall").status, 1)


class Groups(ProgramTest):
    def test_the_same_story_is_shown_once(self):
        text = ("The council will spend four million pounds on mending the roads of the borough this summer. "
                "Work begins in June on the ring road and goes on until September, the cabinet member for highways said. "
                "Residents had complained for years about the state of the streets around the market and the station. ")
        add(self, [{"guid": f"g{i}", "url": f"https://paper{i}.example/roads", "title": f"Roads mended {i}",
                    "publisher": f"Paper {i}", "date_published": f"2020-05-0{i + 1}", "body": text} for i in range(3)])
        shown = self.search("roads").out
        self.assertEqual(shown.count("Roads mended"), 1)
        self.assertIn("also in Paper", shown)
        self.assertEqual(shown.splitlines()[-1], "3 articles in 1 story")
        self.assertEqual(self.search("--no-group", "roads").out.count("Roads mended"), 3)
        answer = self.search("--format", "json", "roads").json()
        self.assertEqual([hit["also"] for hit in answer["hits"]], [2, 2, 2])
        grouped = self.search("--format", "json", "--group", "roads").json()
        self.assertEqual((grouped["total"], grouped["exact"], len(grouped["hits"])), (3, True, 1))
        self.assertEqual(len(grouped["hits"][0]["also_in"]), 2)
        # A whole article lists the others with the story, with outlet and date.
        whole = self.search("--show", answer["hits"][0]["id"]).out
        for other in answer["hits"][1:]:
            self.assertRegex(whole, rf"{other['outlet']}, \d May 2020\n +{other['url']}\n")


class Explained(ProgramTest):
    def test_the_score_in_words(self):
        add(self, ARTICLES)
        result = self.search("--explain", "libraries council:leeds")
        self.assertRegex(result.out, "^Read as: libraries AND about .*Leeds\n")
        self.assertRegex(result.out, r"\d\.\d\d “libraries”, 2 times, also in the headline")
        self.assertNotIn("the council “Leeds”", result.out)  # had to be there, and weighs nothing
        hit = self.search("--format", "json", "--explain", "libraries").json()["hits"][0]
        self.assertAlmostEqual(sum(reason["weight"] for reason in hit["why"]), hit["score"], places=1)


class SeveralDatabases(ProgramTest):
    def test_they_are_searched_as_one(self):
        for name in ("one", "two", "three"):
            articles = [{"guid": f"{name}{i}", "title": f"Libraries of {name} {i}", "publisher": name} for i in range(7)]
            self.index("add", "--db", self.folder / name, "-", stdin="\n".join(map(json.dumps, articles)).encode())
        given = [part for name in ("one", "two", "three") for part in ("--db", self.folder / name)]
        for arguments in ([], ["--sort", "newest"]):
            answer = self.search(*given, "--format", "json", "--facets", "outlet", "--all", *arguments, "libraries").json()
            self.assertEqual((answer["total"], len({hit["id"] for hit in answer["hits"]})), (21, 21))
            self.assertEqual({count["value"]: count["count"] for count in answer["facets"]["outlet"]},
                             {"one": 7, "two": 7, "three": 7})
        again = self.search(*given, "--db", f"{self.folder}/./two/", "--format", "json", "libraries").json()
        self.assertEqual(again["total"], 21)
        id = answer["hits"][4]["id"]
        self.assertEqual(self.search(*given, "--format", "json", "--show", id).json()["article"]["id"], id)
        self.assertEqual(self.search("--db", self.folder / "one", "--db", self.folder / "gone", "x").status, 3)


if __name__ == "__main__":
    unittest.main()
