"""Runs the built programs for the tests of cli/. The folder of the programs is $BIN, the project's is $ROOT."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

BIN = pathlib.Path(os.environ["BIN"])
ROOT = pathlib.Path(os.environ["ROOT"])


def strict_json(text):
    """Parses JSON strictly by RFC 8259: no NaN, no duplicate names, valid UTF-8."""
    def refuse(constant):
        raise ValueError(constant)

    def once(pairs):
        names = [name for name, _ in pairs]
        assert len(names) == len(set(names)), f"a name twice in {names}"
        return dict(pairs)

    return json.loads(text, parse_constant=refuse, object_pairs_hook=once)


class Result:
    def __init__(self, completed):
        self.status = completed.returncode
        self.out = completed.stdout.decode("utf-8")
        self.err = completed.stderr.decode("utf-8")

    def json(self):
        return strict_json(self.out)

    def lines(self):
        return [strict_json(line) for line in self.out.splitlines()]


class ProgramTest(unittest.TestCase):
    """A test with its own folder, in which the database is `db`."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.database = self.folder / "db"

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def run_program(self, program, *arguments, stdin=b"", env=None):
        environment = {name: value for name, value in os.environ.items()
                       if name != "NO_COLOR" and not name.lower().endswith("_proxy")}
        environment["COUNCIL_NEWS_DB"] = str(self.database)
        environment.update(env or {})
        completed = subprocess.run([BIN / program, *map(str, arguments)], input=stdin, capture_output=True,
                                   env=environment, timeout=120)
        self.assertGreaterEqual(completed.returncode, 0, f"{program} died: {completed.stderr!r}")
        return Result(completed)

    def index(self, *arguments, **options):
        return self.run_program("council-index", *arguments, **options)

    def search(self, *arguments, **options):
        return self.run_program("council-search", *arguments, **options)

    def titles(self, *arguments):
        return [hit["title"] for hit in self.search("--format", "json", *arguments).json()["hits"]]
