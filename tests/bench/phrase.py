"""phrase.py COUNCIL_SEARCH DATABASE PHRASE…: what a phrase query costs, from exec to exit, beside Xapian's own quest.

Both show their ten best of the same database, in turns; what is printed is the ratio of the medians, by the clock and by
the processors' time. quest (Debian: xapian-tools) prints the stored articles as they are; council-search reads them,
counts, groups, cuts snippets and marks them. quest asks for the words as they are indexed, without apostrophes."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 12
TURNS = 40


def measure(command, quiet):
    """Milliseconds by the clock and of the processors."""
    begun = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=quiet)
    _, _, usage = os.wait4(pid, 0)
    return (time.perf_counter() - begun) * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3


def compare(program, database, phrase):
    peer = ["quest", "-d", database, '"%s"' % phrase.replace("'", "").replace("’", "")]
    shown = subprocess.run(peer, capture_output=True, check=True).stdout
    if b"MSet:" not in shown or shown.rstrip().endswith(b"MSet:"):
        sys.exit(f"quest finds nothing for {peer[-1]}")
    null = os.open(os.devnull, os.O_RDWR)
    quiet = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in (0, 1, 2)]
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            # A fresh copy, as an installer makes one: how a program lies in the page cache is worth 5 %, by chance.
            copy = shutil.copy(program, os.path.join(folder, "council-search"))
            for turn in range(TURNS):
                for command, times in ((peer, theirs), ([copy, "--db", database, '"%s"' % phrase], ours)):
                    took = measure(command, quiet)
                    if turn > 0:
                        times.append(took)
            os.unlink(copy)
    for name, of in (("clock", 0), ("processors' time", 1)):
        mine, other = (statistics.median(one[of] for one in times) for times in (ours, theirs))
        print(f"“{phrase}”, {name}: {mine:.2f} ms, {mine / other:.2f} times quest's {other:.2f} ms")


def main():
    program, database, *phrases = sys.argv[1:]
    for phrase in phrases:
        compare(program, database, phrase)


main()
