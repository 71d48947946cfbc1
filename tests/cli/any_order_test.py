"""The same articles in any order, and twice, produce the same archive, whatever URLs, guids and texts they share."""
import json
import random
import unittest

from programs import ROOT, ProgramTest

CASES = 5  # of each kind
ORDERS = 2


class Words:
    """Texts of words from the corpus, deterministic for a given number."""

    def __init__(self):
        text = (ROOT / "corpus/judged/topics.jsonl").read_text("utf-8").lower()
        self.words = sorted({word for word in "".join(c if c.isalpha() else " " for c in text).split() if len(word) > 3})

    def line(self, seed, count=6):
        return " ".join(random.Random(f"line {seed}").choices(self.words, k=count)).capitalize()

    def body(self, seed, sentences=6):
        lines = [self.line(f"{seed}.{n}", 12) + "." for n in range(sentences)]
        return "\n\n".join(" ".join(lines[n:n + 2]) for n in range(0, sentences, 2))


def article(**fields):
    return {"published": "2020-03-02", **fields}


def one_address_for_many(words, seed):
    return [article(url=f"https://a.example/{seed}", title=words.line(f"{seed}.{n}"), body=words.body(f"{seed}.{n}"),
                    published=f"2020-0{n + 1}-02") for n in range(4)]


def one_guid_for_many(words, seed):
    return [article(guid="1", outlet="Ledger", title=words.line(f"{seed}.{n}"), summary=words.body(f"{seed}.{n}", 2))
            for n in range(4)]


def text_that_fits_two_pages(words, seed):
    title = words.line(seed)
    return [article(url=f"https://red.example/{seed}", title=title, body=words.body(seed), outlet="Red"),
            article(url=f"https://blue.example/{seed}", title=title, body=words.body(f"{seed}b"), outlet="Blue"),
            article(title=title, body=words.body(seed)), article(title=title, body=words.body(f"{seed}c"))]


def feed_page_and_captures(words, seed):
    title, body, url = words.line(seed), words.body(seed), f"https://a.example/{seed}"
    return [article(url=url + "?utm_source=rss", guid=f"g{seed}", title=title, summary=body[:150], outlet="Record"),
            article(url=url, title=title, body=body, authors=["Ann Day"]),
            article(title=title, body=body + "\n\nMore of it here.", authors=["Ann Day"]),
            article(guid=f"g{seed}", title=title + " now", summary=body[:100], outlet="Record")]


def texts_that_hang_together(words, seed):
    parts = [words.body(f"{seed}.{n}") for n in range(4)]
    bodies = [parts[n] + "\n\n" + parts[(n + 1) % 4] for n in range(4)] + ["\n\n".join(parts)]
    return [article(url=f"https://o{n}.example/{seed}", title=words.line(f"{seed}.{n}"), body=body, outlet=f"O{n}")
            for n, body in enumerate(bodies)]


def appeals_in_long_and_short(words, seed):
    appeal = "Our readers know " + words.line("appeal", 10).lower() + " from us"
    return [article(url=f"https://a.example/{seed}/{n}", title=words.line(f"{seed}.{n}"), outlet="Record",
                    body=words.body(f"{seed}.{n}", 2 if n % 2 else 20)[:60 if n % 2 else None] + "\n\n" + appeal)
            for n in range(5)]


def addresses_that_are_guids_elsewhere(words, seed):
    x, y = f"https://a.example/{seed}/x", f"https://a.example/{seed}/y"
    titles = [words.line(f"{seed}.{n}") for n in range(3)]
    return [article(url=x, guid=y, title=titles[0], body=words.body(seed)),
            article(url=y, title=titles[0], body=words.body(seed)),
            article(url=y, title=titles[1], body=words.body(f"{seed}.1")),
            article(guid=x, title=titles[2], body=words.body(f"{seed}.2"))]


def story_that_changes_step_by_step(words, seed):
    """Neighbours share half of their text and headline, the first and the last nothing."""
    heads = [words.line(f"{seed}.{n}", 4) for n in range(5)]
    parts = [words.body(f"{seed}.{n}") for n in range(5)]
    return [article(url=f"https://a.example/{seed}", title=heads[n] + " " + heads[n + 1].lower(),
                    body=parts[n] + "\n\n" + parts[n + 1]) for n in range(4)]


def text_of_two_pages(words, seed):
    title, body = words.line(seed), words.body(seed)
    return [article(url=f"https://red.example/{seed}", title=title, body=body + "\n\n" + words.body(f"{seed}r", 2)),
            article(url=f"https://blue.example/{seed}", title=title, body=body + "\n\n" + words.body(f"{seed}b", 2)),
            article(title=title, body=body), article(title=title, body=body + "\n\n" + words.line(f"{seed}t", 12))]


def texts_that_a_page_parts(words, seed):
    """Unidentified texts connected by one that later turns out to belong to a page."""
    title = words.line(seed)
    left, right = words.body(f"{seed}l", 4), words.body(f"{seed}r", 4)
    return [article(title=title, body=left), article(title=title, body=right),
            article(title=title, body=left + "\n\n" + right, outlet="Red"),
            article(url=f"https://red.example/{seed}", title=title, outlet="Red", body=left[:len(left) // 2]),
            article(title=title, body=right + "\n\n" + words.body(f"{seed}o", 2), outlet="Blue")]


def untitled_items_of_one_address(words, seed):
    url = f"https://a.example/{seed}"
    return [article(url=url, title=words.line(f"{seed}.{n}"), body=words.body(f"{seed}.{n}")) for n in range(2)] + \
        [article(url=url, body=words.body(f"{seed}.u")), article(url=url, summary=words.line(f"{seed}.s", 12)),
         article(url=url + "/other", body=words.body(f"{seed}.v")), article(url=url + "/other", authors=["Ann Day"])]


def bare_headlines_of_several_outlets(words, seed):
    title = words.line(seed)
    return [article(title=title, outlet=outlet, body=body) for outlet in ("Red", "Blue")
            for body in (words.body(f"{seed}.1"), words.body(f"{seed}.2"))] + [article(title=title)]


class AnyOrder(ProgramTest):
    def archive_of(self, articles):
        """The exported articles and their groups, without the times."""
        self.database = self.folder / f"db{len(list(self.folder.iterdir()))}"
        self.write("in.jsonl", "".join(json.dumps(one) + "\n" for one in articles))
        self.assertEqual(self.index("add", self.folder / "in.jsonl").status, 0)
        stored = self.index("export").lines()
        for one in stored:
            for name in ("first_seen", "last_seen", "changed"):
                one.pop(name, None)
        stories = len(self.search("--format", "jsonl", "--group", "--limit", "1000", "date:2020").lines())
        return sorted(json.dumps(one, sort_keys=True) for one in stored), stories

    def check(self, make):
        words = Words()
        articles = [one for case in range(CASES) for one in make(words, f"{make.__name__}{case}")]
        expected = self.archive_of(articles)
        for order in range(ORDERS):
            random.Random(order).shuffle(articles)
            self.assertEqual(self.archive_of(articles), expected)
        self.assertEqual(self.archive_of(articles + articles[::-1]), expected)
        return expected

    def test_one_url_for_many_articles(self):
        self.assertEqual(len(self.check(one_address_for_many)[0]), 4 * CASES)

    def test_one_guid_for_many_articles(self):
        self.assertEqual(len(self.check(one_guid_for_many)[0]), 4 * CASES)

    def test_a_text_that_matches_two_pages(self):
        self.assertEqual(len(self.check(text_that_fits_two_pages)[0]), 3 * CASES)

    def test_feed_page_and_captures(self):
        self.assertEqual(len(self.check(feed_page_and_captures)[0]), CASES)

    def test_connected_texts(self):
        stored, stories = self.check(texts_that_hang_together)
        self.assertEqual((len(stored), stories), (5 * CASES, CASES))

    def test_appeals_in_long_and_short(self):
        stored, _ = self.check(appeals_in_long_and_short)
        self.assertTrue(all(json.loads(one)["boilerplate"] for one in stored))

    def test_urls_that_are_guids_elsewhere(self):
        self.check(addresses_that_are_guids_elsewhere)

    def test_story_that_changes_step_by_step(self):
        self.assertEqual(len(self.check(story_that_changes_step_by_step)[0]), CASES)

    def test_text_of_two_pages(self):
        self.assertEqual(len(self.check(text_of_two_pages)[0]), 2 * CASES)

    def test_texts_that_a_page_disconnects(self):
        self.check(texts_that_a_page_parts)

    def test_untitled_items_with_one_url(self):
        self.assertEqual(len(self.check(untitled_items_of_one_address)[0]), 3 * CASES)

    def test_bare_headlines_of_several_outlets(self):
        self.check(bare_headlines_of_several_outlets)


if __name__ == "__main__":
    unittest.main()
