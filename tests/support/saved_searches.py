"""Saved searches and their memories, for the tests of cli/."""
import json
import os
import subprocess

from programs import BIN, ProgramTest


class Saved(ProgramTest):
    def setUp(self):
        super().setUp()
        self.env = {"XDG_CONFIG_HOME": str(self.folder / "config"), "XDG_STATE_HOME": str(self.folder / "state")}
        self.count = 0
        self.add("libraries", "roads")

    def add(self, *subjects):
        articles = []
        for subject in subjects:
            self.count += 1
            articles.append({"guid": f"g{self.count}", "title": f"{subject} number {self.count}",
                             "url": f"https://record.example/{self.count}",
                             "body": f"What the council says of {subject} today, in words of its own: {self.count * 7919}."})
        result = self.index("add", "-", stdin="\n".join(json.dumps(article) for article in articles).encode())
        self.assertEqual(result.status, 0, result.err)

    def run_search(self, *arguments, **options):
        return self.search(*arguments, env=self.env, **options)

    def new(self, name="lib", *arguments):
        result = self.run_search("--since-last", name, "--format", "jsonl", "--fields", "title", *arguments)
        self.assertEqual(result.status, 0 if result.out else 1, result.err)
        return [hit["title"] for hit in result.lines()]

    def put(self, *articles, database=None):
        """Adds articles, given as members, as one run."""
        stdin = "\n".join(json.dumps(article) for article in articles).encode()
        result = self.index("add", "--db", database or self.database, "-", stdin=stdin)
        self.assertEqual(result.status, 0, result.err)

    def memory(self):
        """What every reader of every search has been given, by file."""
        folder = self.folder / "state/council-news/given"
        return {path.name: path.read_text() for path in folder.iterdir()} if folder.exists() else {}

    def broken_pipe(self, *arguments):
        """Runs a search whose output nobody reads."""
        reading, writing = os.pipe()
        os.close(reading)
        completed = subprocess.run([BIN / "council-search", *arguments], stdout=writing, stderr=subprocess.PIPE,
                                   env=os.environ | self.env | {"COUNCIL_NEWS_DB": str(self.database)})
        os.close(writing)
        return completed.stderr

    def full_disk(self, *arguments):
        with open("/dev/full", "wb") as full:
            return subprocess.run([BIN / "council-search", *arguments], stdout=full, stderr=subprocess.PIPE,
                                  env=os.environ | self.env | {"COUNCIL_NEWS_DB": str(self.database)}).returncode
