"""Headers: each compiles alone, and no part of the project includes what it must not."""
import concurrent.futures
import functools
import graphlib
import os
import re
import subprocess
import unittest

from programs import BIN, ROOT

FOLDERS = ("common", "indexer", "searcher")


def compile_alone(header, include, *options):
    """The messages of the compiler for a file that only includes that header."""
    cache = (BIN.parent / "CMakeCache.txt").read_text()
    compiler = re.search(r"^CMAKE_CXX_COMPILER:\w+=(.*)$", cache, re.M)[1]
    command = [compiler, "-std=c++20", "-Wall", "-Wextra", "-fsyntax-only", "-DCOUNCIL_NEWS_VERSION=\"\"", f"-I{include}",
               *options, "-xc++", "-"]
    completed = subprocess.run(command, input=f'#include "{header}"\n', capture_output=True, text=True)
    return completed.stdout + completed.stderr


@functools.cache
def reached(path):
    """The includes of a file, direct or through project headers: project headers, and names in angle brackets."""
    found = set()
    for quoted, system in re.findall(r'^#include (?:"([^"]+)"|<([^>]+)>)', (ROOT / path).read_text(), re.M):
        found.add(quoted or system)
        if quoted:
            found |= reached(quoted)
    return found


def files(folder, pattern):
    return [str(path.relative_to(ROOT)) for path in sorted((ROOT / folder).rglob(pattern)) if "example" not in path.parts]


class Headers(unittest.TestCase):
    @unittest.skipUnless((BIN.parent / "CMakeCache.txt").exists(), "the programs were not built here")
    def test_each_compiles_alone(self):
        # A source file that includes a header first proves it: the build has compiled that file.
        first = {include[1] for folder in FOLDERS for source in files(folder, "*.cc")
                 if (include := re.search(r'^#include (\S+)', (ROOT / source).read_text(), re.M))}
        headers = [header for folder in FOLDERS for header in files(folder, "*.h") if f'"{header}"' not in first]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
            for header, said in zip(headers, threads.map(lambda header: compile_alone(header, ROOT), headers)):
                self.assertEqual(said, "", header)


class Names(unittest.TestCase):
    def test_no_two_files_share_a_name(self):
        folders = {}
        for path in (path for folder in FOLDERS for pattern in ("*.h", "*.cc") for path in files(folder, pattern)):
            folders.setdefault(os.path.splitext(os.path.basename(path))[0], set()).add(os.path.dirname(path))
        self.assertEqual([name for name, found in folders.items() if len(found) > 1 and name != "main"], [])


class Layers(unittest.TestCase):
    def check(self, folder, *forbidden):
        sources = files(folder, "*.h") + files(folder, "*.cc")
        self.assertTrue(sources, folder)
        for source in sources:
            for name in reached(source):
                self.assertFalse(name.startswith(forbidden), f"{source} reaches {name}")

    def test_the_programs_share_only_common(self):
        self.check("common", "indexer/", "searcher/")
        self.check("indexer", "searcher/")
        self.check("searcher", "indexer/", "curl/", "pugixml", "gumbo", "archive.h")

    def test_folders_of_the_indexer_include_each_other_in_one_direction(self):
        included = {}
        for source in files("indexer", "*.h") + files("indexer", "*.cc"):
            folder = os.path.dirname(source)
            for name in re.findall(r'^#include "(indexer/[^"]+)"', (ROOT / source).read_text(), re.M):
                if os.path.dirname(name) != folder:
                    included.setdefault(folder, {})[os.path.dirname(name)] = f"{source} includes {name}"
        graphlib.TopologicalSorter(included).prepare()  # throws CycleError, naming the folders
        for folder, others in included.items():
            for other, example in others.items():
                self.assertFalse(folder.startswith(other + "/"), example)

    def test_output_includes_neither_database_nor_query(self):
        self.check("searcher/output", "xapian.h", "searcher/query/", "searcher/search.h", "searcher/answer/archive.h")

    def test_the_search_interface_includes_no_xapian(self):
        for header in ("searcher/search.h", "searcher/batch.h", "searcher/options.h", "searcher/saved/saved_searches.h"):
            self.assertFalse({"xapian.h", "searcher/query/ast.h"} & reached(header), header)


if __name__ == "__main__":
    unittest.main()
