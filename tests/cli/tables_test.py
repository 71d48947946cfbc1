"""Help, manual page, completions, messages and READMEs agree with the tables of the program."""
import itertools
import json
import re
import unittest

from programs import ROOT, ProgramTest


class Tables(ProgramTest):
    def setUp(self):
        super().setUp()
        self.index("add", "-", stdin=json.dumps({"guid": "g", "title": "Leeds", "body": "Leeds."}).encode())
        self.help = self.search("--help").out
        self.page = self.search("--manual").out.replace("\\-", "-")

    def offered(self, *words):
        return [line.split("\t")[0] for line in self.search("--complete", *words).out.splitlines()]

    def section(self, heading):
        """The terms of a section of --help."""
        text = re.search(rf"^{heading}\n((?:  .*\n)+)", self.help, re.M).group(1)
        return re.findall(r"^  (\S+)", text, re.M)

    def option_help(self, option):
        text = re.search(rf"^  (?:-\w, )?--{option}\b.*\n(?:    .*\n)*", self.help, re.M).group()
        return " ".join(text.split())

    @staticmethod
    def listed(names, last):
        return f" {last} ".join(filter(None, (", ".join(names[:-1]), names[-1])))

    def test_choices_of_options(self):
        for option, kind in (("format", "format"), ("sort", "sort order"), ("facets", "facet"), ("color", "--color value"),
                             ("completions", "shell")):
            with self.subTest(option=option):
                names = self.offered(f"--{option}", "")
                self.assertIn(self.listed(names, "or"), self.option_help(option))
                result = self.search(f"--{option}", "nonsense", "leeds")
                self.assertEqual(result.status, 2)
                self.assertIn(f"unknown {kind} 'nonsense'", result.err)
                self.assertIn(self.listed(names, "and"), result.err)
                for name in names:
                    self.assertIn(self.search(f"--{option}", name, "leeds").status, (0, 1), name)

    def test_formats(self):
        formats = self.offered("--format", "")
        self.assertEqual(self.section("Formats"), formats)
        text = (ROOT / "searcher/README.md").read_text("utf-8")
        table = re.search(r"^\| `--format` \|.*\n\|.*\n((?:\|.*\n)+)", text, re.M).group(1)
        self.assertEqual(re.findall(r"^\| `(\w+)` \|", table, re.M), formats)
        for file, names in (("README.md", formats[1:]), ("searcher/README.md", self.offered("--sort", "") + self.offered("--facets", ""))):
            for name in names:
                self.assertRegex((ROOT / file).read_text("utf-8"), rf"\b{name}\b")
        columned = [name for name in formats if self.search("--format", name, "--fields", "title", "leeds").status == 0]
        self.assertTrue(0 < len(columned) < len(formats))
        self.assertIn(f"columns for {self.listed(columned, 'and')},", self.option_help("fields"))
        self.assertIn(f"--fields applies to {self.listed(columned, 'and')}, not to text", self.search("--fields", "title", "x").err)

    def test_fields(self):
        fields = [name[:-1] for name in self.offered("")]
        examples = self.section("Fields")
        self.assertEqual([example.split(":")[0] for example in examples], fields)
        text = (ROOT / "README.md").read_text("utf-8")
        for field in fields:
            self.assertTrue(f"`{field}:" in text, f"README.md does not name {field}:")
            self.assertTrue(f"{field}:" in self.page, f"the manual page does not name {field}:")
        unknown = self.search("--explain", "qqqqqqqq:leeds").err
        self.assertIn("known fields are " + self.listed(fields, "and"), unknown)
        for example, exact in itertools.product(examples, (":", ":=")):
            found = self.search("--format", "json", example.replace(":", exact, 1)).json()
            self.assertFalse([warning for warning in found["warnings"] if "there is no field" in warning], example)

    def test_exact_values_are_offered(self):
        for typed in ("council:=sandw", "topic:=homel", "kind:=london"):
            self.assertEqual([name.replace(":=", ":") for name in self.offered(typed)], self.offered(typed.replace(":=", ":")))


if __name__ == "__main__":
    unittest.main()
