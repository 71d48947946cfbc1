"""Properties of the simulated world on which the truth depends."""
import collections
import datetime
import itertools
import unittest

import london
import words
from world import World


EVENTS = """new story|new notice|new release|new shared link|new fragment|embargo until 00:01|background paragraph|
blurb first, full text later|press release in several papers|URL reused for another story|headline corrected|
text corrected|headline and text rewritten|date restamped|late words|removed by a person|reordered|
repeated on a later night|outlet moved: https|outlet moved: www|outlet moved: host|outlet moved: guids|outage: 500|
outage: dropped|outage: log-in page|outage: empty|outage: cut off""".replace("\n", "").split("|")


def run_world(seed, nights=20, feeds=10):
    world = World(seed, nights, feeds)
    answers = [world.next_night() for _ in range(nights)]
    return world, answers


def shingles(version):
    words = " ".join(version.paragraphs).lower().split()
    return {tuple(words[i:i + 4]) for i in range(len(words) - 3)}


def containment(one, other):
    return len(one & other) / min(len(one), len(other))


class WorldTest(unittest.TestCase):
    def test_the_same_seed_makes_the_same_world(self):
        digests = [run_world(seed)[0].digest.hexdigest() for seed in (3, 3, 4)]
        self.assertEqual(digests[0], digests[1])
        self.assertNotEqual(digests[0], digests[2])

    def test_every_kind_of_event_happens_in_the_nights_of_the_test(self):
        world, _ = run_world(seed=1)
        self.assertEqual([kind for kind in EVENTS if not world.events[kind]], [])

    def test_unrelated_stories_share_little(self):
        world, _ = run_world(seed=2)
        texts = [shingles(version) for story in world.stories if story.kind == "story" for version in story.versions[:1]]
        self.assertLess(max(containment(*pair) for pair in itertools.combinations(texts[:200], 2)), 0.15)

    def test_a_story_at_a_reused_url_has_another_headline(self):
        world, _ = run_world(seed=2)
        stories = {(story.outlet.number, story.path): story for story in world.stories if story.is_retired}
        reused = [story for story in world.stories
                  if not story.is_retired and (story.outlet.number, story.path) in stories]
        self.assertTrue(reused)
        for story in reused:
            old = stories[story.outlet.number, story.path]
            self.assertLessEqual(words.overlap(story.versions[0].title, old.version.title), 0.2)

    def test_copies_of_a_press_release_share_most(self):
        world, _ = run_world(seed=2)
        for stories in world.releases.values():
            for one, other in itertools.combinations(stories, 2):
                self.assertGreater(containment(shingles(one.version), shingles(other.version)), 0.65)

    def test_names_belong_to_one_story(self):
        world, _ = run_world(seed=2)
        owners = collections.defaultdict(set)
        for story in world.stories:
            for version in story.versions:
                for name in version.names():
                    owners[name].add(story.number)
                text = version.title + " ".join(version.paragraphs)
                self.assertEqual([name for name in version.names() if name not in text], [])
        self.assertEqual(max(map(len, owners.values())), 1)

    def test_nights_cross_both_changes_of_the_clocks(self):
        for nights in (20, 300):
            world = World(1, nights, 1)
            summer = [london.is_summer(moment) for moment in world.nights]
            self.assertEqual(sorted(set(zip(summer, summer[1:]))), [(False, False), (False, True), (True, False), (True, True)])


class LondonTest(unittest.TestCase):
    def test_days(self):
        for moment, day in (((2025, 3, 29, 23, 59), "2025-03-29"), ((2025, 3, 30, 22, 59), "2025-03-30"),
                            ((2025, 3, 30, 23, 1), "2025-03-31"), ((2025, 10, 25, 23, 0), "2025-10-26"),
                            ((2025, 10, 26, 23, 30), "2025-10-26"), ((2024, 3, 31, 23, 0), "2024-04-01")):
            self.assertEqual(london.london_day(london.utc(*moment)), day)

    def test_local_times(self):
        for local, moment in (((2025, 3, 31, 0, 1), (2025, 3, 30, 23, 1)), ((2025, 10, 27, 0, 1), (2025, 10, 27, 0, 1)),
                              ((2025, 10, 26, 1, 30), (2025, 10, 26, 0, 30)), ((2025, 7, 1, 12, 0), (2025, 7, 1, 11, 0))):
            self.assertEqual(london.from_london(datetime.date(*local[:3]), *local[3:]), london.utc(*moment))


if __name__ == "__main__":
    unittest.main()
