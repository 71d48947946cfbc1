"""reading.py COUNCIL_INDEX FOLDER: how many pages a second `council-index parse` reads, beside python3-readability.

FOLDER holds HTML pages, say some hundreds saved from the web. Both read all of them, three times, in turns; what is
printed is the ratio of the best times, by the clock and by the processors' time. readability gives title and body
alone; parse also authors, dates, councils, topics and the JSON."""

import logging
import os
import resource
import subprocess
import sys
import time

from readability import Document  # Debian: python3-readability

logging.disable(logging.CRITICAL)


def read_all(paths):
    for path in paths:
        with open(path, "rb") as page:
            try:
                document = Document(page.read().decode("utf-8", "replace"))
                document.title()
                document.summary()
            except Exception:  # it refuses some pages
                pass


def measure(who, work):
    before = resource.getrusage(who)
    begun = time.monotonic()
    work()
    wall = time.monotonic() - begun
    after = resource.getrusage(who)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program, folder = sys.argv[1:]
    paths = [os.path.join(at, name) for at, _, names in os.walk(folder) for name in names]
    parse = [program, "parse", folder]
    ours, theirs = [], []
    for _ in range(3):
        theirs.append(measure(resource.RUSAGE_SELF, lambda: read_all(paths)))
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        ours.append(measure(resource.RUSAGE_CHILDREN, lambda: subprocess.run(parse, **quiet)))
    for name, of in (("clock", 0), ("processors' time", 1)):
        best, peer = min(one[of] for one in ours), min(one[of] for one in theirs)
        print(f"{name}: {len(paths) / best:.0f} pages/s, {peer / best:.1f} times readability's {len(paths) / peer:.0f}")


main()
