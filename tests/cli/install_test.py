"""What `cmake --install` installs: programs, manual pages, completions for three shells, the timer."""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import time
import unittest

from output_test import has_terminals
from programs import BIN, ROOT, ProgramTest

PROGRAMS = ("council-index", "council-search")


class Installed(ProgramTest):
    def setUp(self):
        super().setUp()
        if not (BIN.parent / "CMakeCache.txt").exists():
            self.skipTest("the programs were not built here")
        self.root = self.folder / "root"
        subprocess.run(["cmake", "--install", BIN.parent, "--prefix", "/usr"], check=True, capture_output=True,
                       env=os.environ | {"DESTDIR": str(self.root)})
        self.share = self.root / "usr/share"

    def test_every_file_is_installed(self):
        for program in PROGRAMS:
            for path in (f"bin/{program}", f"share/man/man1/{program}.1", f"share/bash-completion/completions/{program}",
                         f"share/zsh/site-functions/_{program}", f"share/fish/vendor_completions.d/{program}.fish"):
                self.assertGreater((self.root / "usr" / path).stat().st_size, 200, path)
        for path in ("lib/systemd/system/council-news-update.timer", "lib/systemd/system/council-news-update.service",
                     "lib/sysusers.d/council-news.conf", "share/doc/council-news/examples/council-news.cron",
                     "include/council-news/searcher/search.h", "include/council-news/common/error.h"):
            self.assertTrue((self.root / "usr" / path).exists(), path)
        self.assertIn("/usr/bin/council-index update", (self.root / "usr/lib/systemd/system/council-news-update.service")
                      .read_text())
        completed = subprocess.run([self.root / "usr/bin/council-search", "--version"], capture_output=True)
        self.assertEqual(completed.returncode, 0)


class Manual(ProgramTest):
    def setUp(self):
        super().setUp()
        self.pages = {program: self.run_program(program, "--manual").out for program in PROGRAMS}

    def test_manual_pages_contain_the_help(self):
        for program, page in self.pages.items():
            self.assertTrue(page.isascii())
            plain = page.replace("\\-", "-").replace("\\(aq", "'").replace("\\e", "\\")
            help = self.run_program(program, "--help").out
            for option in re.findall(r"^  (?:-\w, )?(--[\w-]+)", help, re.M):
                self.assertIn(option, plain)
            for heading in re.findall(r"^([A-Z].*)$", help, re.M):
                self.assertIn(f'.SH "{heading.upper()}"', plain)
        for command in re.findall(r"^  ([a-z]+) ", self.run_program("council-index", "--help").out, re.M):
            for option in re.findall(r"(--[\w-]+) ", self.index(command, "--help").out):
                if option != "--help":
                    self.assertIn(option, self.pages["council-index"].replace("\\-", "-"), command)

    def test_help_fits_a_terminal(self):
        for program in PROGRAMS:
            for line in self.run_program(program, "--help").out.splitlines():
                self.assertLessEqual(len(line), 80, line)

    def test_man_renders_them(self):
        checks = [[tool, *options] for tool, *options in (["groff", "-man", "-ww", "-Tutf8"], ["mandoc", "-Tlint", "-Werror"])
                  if shutil.which(tool)]
        if not checks:
            self.skipTest("neither groff nor mandoc is installed")
        for page in self.pages.values():
            for check in checks:
                completed = subprocess.run(check, input=page.encode(), capture_output=True)
                self.assertEqual((completed.returncode, completed.stderr), (0, b""), check)


class Complete(ProgramTest):
    """What --complete prints for the shells."""

    def offered(self, program, *words):
        return [line.split("\t")[0] for line in self.run_program(program, "--complete", *words).out.splitlines()]

    def test_the_searcher(self):
        env = {"XDG_CONFIG_HOME": str(self.folder / "config")}
        self.index("add", "-", stdin=b'{"guid":"g","title":"Leeds"}')
        self.search("--save", "lib", "libraries", env=env)
        every = set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", self.search("--help").out, re.M))
        self.assertEqual(set(self.offered("council-search", "--")), every)
        for words, expected in (
                (["--fo"], ["--format", "--forget"]), (["--format", "js"], ["json", "jsonl"]), (["--format=ht"], ["--format=html"]),
                (["--sort", "o"], ["oldest"]), (["--facets", "council,reg"], ["council,region"]), (["--db", ""], [":folders"]),
                (["-n", ""], []), (["council:sandw"], ["council:sandwell"]), (["council:=sandw"], ["council:=sandwell"]), (["topic:homel"], ["topic:homelessness"]),
                (["region:north"], ["region:north-east", "region:north-west", "region:northern-ireland"]), (["title:x"], []), (["colour:"], []),
                (["cou"], ["council:"]), (["--", "--fo"], []), (["--fields=title,ur"], ["--fields=title,url"])):
            self.assertEqual(sorted(self.offered("council-search", *words)), sorted(expected), words)
        saved = self.search("--complete", "--saved", "", env=env).out
        self.assertEqual(saved, "lib\t\n")
        self.write("config/council-news/saved.json", "{broken")
        self.assertEqual(self.search("--complete", "--saved", "", env=env).out, "")

    def test_the_indexer(self):
        for words, expected in (([""], ["add", "update", "feeds", "remove", "status", "check", "compact", "export", "reindex",
                                        "parse"]), (["re"], ["remove", "reindex"]), (["add", "x"], [":files"]),
                                (["status", "--format", ""], ["text", "json"]), (["feeds", "im"], ["import"]),
                                (["feeds", "add", "--council", "leed"], ["leeds"]), (["nowhere", ""], []),
                                (["update", "--f"], ["--force"])):
            self.assertEqual(sorted(self.offered("council-index", *words)), sorted(expected), words)


class Shells(ProgramTest):
    """The scripts in real shells: types a line ending in a tab and reads the completed line."""

    TYPED = [("council-search --form", "council-search --format "),
             ("council-search council:sandw", "council-search council:sandwell "),
             ("council-search reg", "council-search region:"),
             ("council-search --format=jsonl --facets=council,yea", "council-search --format=jsonl --facets=council,year "),
             ("council-index reind", "council-index reindex "),
             ("council-index feeds add --topic homel", "council-index feeds add --topic homelessness ")]

    def setUp(self):
        super().setUp()
        self.scripts = {}
        (self.folder / "archive-folder").mkdir()

    def script(self, shell, program, name):
        return self.write(f"{shell}/{name}", self.run_program(program, "--completions", shell).out)

    def environment(self):
        return os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}", "TERM": "dumb", "HOME": str(self.folder), "PS1": "$ "}

    def become(self, command, setup, typed):
        """The completed lines, from a shell on its own terminal that prints its line on control-O."""
        master, slave = pty.openpty()
        process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=self.environment(),
                                   start_new_session=True, cwd=self.folder)
        os.close(slave)
        seen = ""

        def until(pattern):
            nonlocal seen
            deadline = time.monotonic() + 60
            while not (found := re.search(pattern, seen)):
                ready, _, _ = select.select([master], [], [], max(0, deadline - time.monotonic()))
                self.assertTrue(ready, f"{pattern} did not come: {seen!r}")
                seen += os.read(master, 1 << 16).decode("utf-8", "replace")
            seen = seen[found.end():]
            return found

        try:
            for number, line in enumerate(setup):
                os.write(master, f"{line}; echo done-$(({number}+100))\n".encode())
                until(f"done-{number + 100}")
            became = []
            for line in typed:
                os.write(master, b"\x15" + line.encode() + b"\t")
                os.write(master, b"\x0f")
                became.append(until(r"LINE=<([^>]*)>")[1])
            return became
        finally:
            process.kill()
            process.wait()
            os.close(master)

    @unittest.skipUnless(has_terminals() and shutil.which("bash"), "no bash, or no terminal for it")
    def test_bash(self):
        setup = [f". '{self.script('bash', program, program)}'" for program in PROGRAMS]
        setup.append("bind -x '\"\\C-o\": echo \"LINE=<$READLINE_LINE>\"'")
        typed = self.TYPED + [("council-search --db archive-f", "council-search --db archive-folder/")]
        self.assertEqual(self.become(["bash", "--norc", "--noprofile", "-i"], setup, [line for line, _ in typed]),
                         [whole for _, whole in typed])

    @unittest.skipUnless(has_terminals() and shutil.which("zsh"), "no zsh, or no terminal for it")
    def test_zsh(self):
        for program in PROGRAMS:
            self.script("zsh", program, "_" + program)
        setup = [f"fpath=('{self.folder}/zsh' $fpath)", "autoload -U compinit", "compinit -D -u",
                 "show() { echo \"LINE=<$BUFFER>\" }", "zle -N show", "bindkey '^O' show", "bindkey '^U' kill-whole-line"]
        became = self.become(["zsh", "-f", "-i"], setup, [line for line, _ in self.TYPED])
        self.assertEqual([line.rstrip() for line in became], [whole.rstrip() for _, whole in self.TYPED])

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish(self):
        for line, whole in self.TYPED:
            program = line.split()[0]
            script = self.script("fish", program, program + ".fish")
            completed = subprocess.run(["fish", "--no-config", "-c", f"source '{script}'; complete -C '{line}'"],
                                       capture_output=True, text=True, env=self.environment())
            self.assertEqual((completed.stdout.split("\t")[0].strip(), completed.stderr), (whole.split()[-1], ""))


if __name__ == "__main__":
    unittest.main()
