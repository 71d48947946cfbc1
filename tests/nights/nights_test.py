"""Runs `council-index update` through a year of simulated nights and compares the archive with what happened.

    BIN=build/bin ROOT=. PYTHONPATH=tests/support python3 tests/nights/nights_test.py --nights 300 --feeds 40 --seed 7

README.md describes the world. Exit status 1 on any error."""
import argparse
import json
import pathlib
import shutil
import sys
import tempfile
import time

import dialects
import oracle
from archive import Archive
from london import DAY
from model import SEARCHES
from serving import Web, warc_record, write_shuffled
from truth import Truth
from world import World

WARC_FILES = 4


class Year:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.world = World(options.seed, options.nights, options.feeds)
        self.web = Web()
        self.truth = Truth()
        self.errors = oracle.Errors()
        self.alerts = oracle.Alerts()
        self.records = []
        self.removed_ids = []
        self.archive = Archive(folder / "nightly", self.web.address)

    def run(self):
        self.archive.moment = self.world.nights[0] - DAY
        for outlet in self.world.outlets:
            pages = ["--full-pages"] if outlet.content == "pages" else []
            self.archive.index("feeds", "add", *pages, f"http://{outlet.host}/feed")
        for moment in self.world.nights:
            self._night(moment)
            if sys.stderr.isatty() or self.world.night % 50 == 49:
                print(f"night {self.world.night + 1} of {self.options.nights}", file=sys.stderr)
        self.alerts.finish(SEARCHES, self.truth, self.errors)
        self._check_clock()
        nightly = self._check(self.archive, self.errors)
        oracle.check_first_seen(nightly, self.truth, self.errors)
        if not self.options.no_import:
            self._check_import(nightly)
        self.web.close()

    def _night(self, moment):
        self.archive.moment = moment
        self.web.begin_night(moment, self.world.next_night())
        report = json.loads(self.archive.index("update", "--allow-private", "--pause", "0", "--report", "json",
                                               statuses=(0, 1)))
        self.truth.absorb(self.web.exchanges)
        self.records += filter(None, map(warc_record, self.web.exchanges))
        asked = {exchange.response.feed_of.number for exchange in self.web.exchanges if exchange.response.feed_of}
        for outlet in self.world.outlets:
            if outlet.number not in asked:
                self.errors.add("feed not asked", f"{outlet.name} on {moment:%Y-%m-%d}")
        failing = {outlet.number for outlet in self.world.outlets if outlet.outage not in ("", "empty")}
        if report["failed"] > len(failing):
            self.errors.add("feed failed without an outage", f"{moment:%Y-%m-%d}: {report['failures']}")
        for search in SEARCHES:
            if self.world.night == 0:
                self.archive.save_search(search)
            self.alerts.check(search, self.archive.since_last(search), moment, self.world, self.truth, self.errors)
        self._remove(self.world.removals())
        for night, command in ((self.options.nights // 3, "compact"), (self.options.nights * 2 // 3, "reindex")):
            if self.world.night == night:
                self.archive.index(command)

    def _remove(self, stories):
        known = [self.truth.known[story.number] for story in stories if story.number in self.truth.known]
        answers = self.archive.ask([{"query": one.newest.site, "fields": ["id"]} for one in known]) if known else []
        for one, answer in zip(known, answers):
            if answer["total"] == 1:
                self.archive.index("remove", answer["hits"][0]["id"])
                one.is_removed = True
            else:
                self.errors.add("article to remove not found", one.label())

    def _check_clock(self):
        """The programs must have lived in simulated time, or nothing else means anything."""
        last = f"{self.world.nights[-1]:%Y-%m-%dT%H:%M:%SZ}"
        for feed in json.loads(self.archive.index("feeds", "--format", "json"))["feeds"]:
            if feed.get("last_asked") != last:
                self.errors.add("feed not asked at the simulated time", f"{feed['url']}: {feed.get('last_asked')}, not {last}")

    def _check(self, archive, errors):
        sound = oracle.match(archive.export(), self.world, self.truth, errors)
        oracle.check_articles(sound, self.world.outlets, self.truth, errors)
        oracle.check_searches(archive, self.world, sound, self.truth, errors)
        oracle.check_groups(archive, sound, self.world, self.truth, errors)
        return sound

    def _check_import(self, nightly):
        """The answers of the whole year at once, in random order, into a second archive."""
        second = Archive(self.folder / "import", self.web.address)
        second.moment = self.world.nights[-1]
        paths = write_shuffled(self.records, second.folder, WARC_FILES, self.options.seed)
        second.index("add", *paths, statuses=(0, 1))
        for article in second.export():
            if any(self.truth.known[number].is_removed for number in oracle.stories_in(article, self.world.owner)):
                second.index("remove", article["id"])
        errors = oracle.Errors()
        imported = self._check(second, errors)
        oracle.compare(nightly, imported, self.truth, errors)
        for kind, examples in errors.examples.items():
            self.errors.counts["import: " + kind] += errors.counts[kind]
            self.errors.examples["import: " + kind] += examples

    def report(self):
        """Prints the world's events and the errors. Returns the number of errors."""
        print(f"seed {self.options.seed}, {self.options.nights} nights, {self.options.feeds} feeds: "
              f"{len(self.truth.known)} stories served; world {self.world.digest.hexdigest()[:16]}\n\nevents")
        for kind, count in sorted(self.world.events.items()):
            print(f"{count:8} {kind}")
        print("\nerrors" if self.errors.counts else "\nno errors")
        for kind, count in sorted(self.errors.counts.items()):
            print(f"{count:8} {kind}")
            for example in self.errors.examples[kind]:
                print(f"             {example}")
        return sum(self.errors.counts.values())


def print_story(world, number):
    """Prints each night on which a story is served, and how, without running any program."""
    for moment in world.nights:
        for (host, path), response in sorted(world.next_night().items()):
            for served in response.served:
                story = served.story
                if story.number == number:
                    removed = "; removed after this night" if story.removed == world.night else ""
                    print(f"{moment:%Y-%m-%d} {host}{path}, {'whole' if served.is_full else 'blurb'}, dated "
                          f"{served.stamped:%Y-%m-%dT%H:%MZ}: {dialects.guid_of(story, world.night)} "
                          f"{dialects.link_of(story, world.night)} {served.version.title!r} {removed}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nights", type=int, default=20)
    parser.add_argument("--feeds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-import", action="store_true", help="skip the shuffled import")
    parser.add_argument("--keep", metavar="DIR", help="keep both archives and the WARC files in DIR, which must not exist")
    parser.add_argument("--story", metavar="N", type=int, help="only print when and how story N is served")
    options = parser.parse_args()
    if options.story:
        return print_story(World(options.seed, options.nights, options.feeds), options.story)
    if not shutil.which("faketime"):
        sys.exit("faketime is missing: install the packages of tests/packages.txt")
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        year = Year(options, pathlib.Path(options.keep or temporary).resolve())
        year.run()
        errors = year.report()
    print(f"\n{errors} errors in {time.monotonic() - started:.0f} s", file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
