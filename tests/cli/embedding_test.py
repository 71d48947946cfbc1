"""Searching from other programs: runs the examples of searcher/example."""
import json
import os
import pathlib
import subprocess
import sys
import unittest

from headers_test import compile_alone
from programs import BIN, ROOT, ProgramTest

EXAMPLE = ROOT / "searcher/example"


class Embedding(ProgramTest):
    def setUp(self):
        super().setUp()
        articles = [{"guid": str(n), "title": f"libraries {n}", "body": f"{council} keeps its libraries: {n * 7919}."}
                    for n, council in enumerate(("Leeds City Council", "Leeds City Council", "Kent County Council"))]
        self.index("add", "-", stdin="\n".join(map(json.dumps, articles)).encode())
        self.environment = os.environ | {"COUNCIL_NEWS_DB": str(self.database), "PATH": f"{BIN}:{os.environ['PATH']}"}

    def run_example(self, *command):
        completed = subprocess.run(list(map(str, command)), capture_output=True, text=True, env=self.environment)
        self.assertEqual(completed.returncode, 0, completed.stderr + completed.stdout)
        return completed.stdout

    def test_python(self):
        out = self.run_example(sys.executable, "-B", EXAMPLE / "ask.py", "libraries AND (", "kent")
        self.assertRegex(out, r"^libraries AND \(: \d\n  libraries \d\n")
        self.assertIn("kent: 1\n  libraries 2\n", out)

    def test_shell(self):
        self.assertEqual(self.run_example("sh", EXAMPLE / "ask.sh", "libraries", "leeds", "kent", "sandwell"),
                         "leeds\t2\nkent\t1\nsandwell\t0\n")

    def test_cpp(self):
        build = BIN.parent
        if not (build / "CMakeCache.txt").exists():
            self.skipTest("the programs were not built here")
        installed = self.folder / "installed"
        self.run_example("cmake", "--install", build, "--prefix", installed)
        cache = (build / "CMakeCache.txt").read_text()
        flags = [line.split("=", 1)[1].strip() for line in cache.splitlines() if line.startswith("COUNCIL_NEWS_SANITIZE:")]
        options = [f"-DCMAKE_CXX_FLAGS=-fsanitize={flags[0]}"] if flags and flags[0] else []
        compiler = [line.split("=", 1)[1].strip() for line in cache.splitlines() if line.startswith("CMAKE_CXX_COMPILER:")]
        self.run_example("cmake", "-S", EXAMPLE, "-B", self.folder / "ask", f"-DCMAKE_PREFIX_PATH={installed}",
                         f"-DCMAKE_CXX_COMPILER={compiler[0]}", *options)
        self.run_example("cmake", "--build", self.folder / "ask")
        out = self.run_example(self.folder / "ask/ask", self.database, "libraries")
        self.assertTrue(out.startswith("3 found\n"), out)
        self.assertIn("Leeds: 2\nKent: 1\n", out)
        self.assertTrue((installed / "bin/council-search").exists())
        include = installed / "include/council-news"
        headers = sorted(path.relative_to(include) for path in include.rglob("*.h"))
        self.assertIn(pathlib.Path("searcher/search.h"), headers)
        for header in headers:
            self.assertEqual(compile_alone(header, include), "", header)
            self.assertNotRegex(compile_alone(header, include, "-M"), "xapian|nlohmann|fmt/|boost", header)


if __name__ == "__main__":
    unittest.main()
