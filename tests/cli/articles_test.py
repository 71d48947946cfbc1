"""What is one article: entries, pages and captures of many nights, and what a person has removed."""
import json
import time
import unittest

from programs import ProgramTest

LONG = ("Drivers in Rotherham will pay more to leave their cars in the town centre from next spring, after councillors "
        "backed higher charges on Tuesday night. The cabinet was told that the car parks lose money every year. ")


def entry(title, link="", guid="", text="A short note.", date="Tue, 04 Jun 2024 09:30:00 GMT", permalink="false"):
    return (f"<item><title>{title}</title>" + (f"<link>{link}</link>" if link else "") +
            (f'<guid isPermaLink="{permalink}">{guid}</guid>' if guid else "") +
            f"<pubDate>{date}</pubDate><description>{text}</description></item>")


def rss(*entries, title="Don Dispatch"):
    return (f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{title}</title>'
            f'<link>https://dispatch.example/</link><description>News</description>{"".join(entries)}</channel></rss>')


def atom(*entries):
    body = "".join(f'<entry><title>{title}</title><id>{ident}</id><link href="{link}"/>'
                   f'<updated>2024-06-04T09:30:00Z</updated><summary>{text}</summary></entry>'
                   for title, link, ident, text in entries)
    return ('<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Don Dispatch</title>'
            f'<id>urn:x</id><updated>2024-06-04T09:30:00Z</updated>{body}</feed>')


def page(url, title, text, site="Don Dispatch", date="2024-06-04T09:30:00Z"):
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return (f'<!DOCTYPE html><html lang="en"><head><title>{title}</title><link rel="canonical" href="{url}">'
            f'<meta property="og:site_name" content="{site}">'
            f'<meta property="article:published_time" content="{date}"></head>'
            f"<body><main><article><h1>{title}</h1>{paragraphs}</article></main></body></html>")


class ArticlesTest(ProgramTest):
    def night(self, *documents):
        """Adds documents in one run. Each gets a name of its own, as nightly copies have."""
        paths = []
        for document in documents:
            name = f"n{len(list(self.folder.glob('n*')))}"
            paths.append(self.write(name, document))
        result = self.index("add", *paths)
        self.assertEqual(result.status, 0, result.err)
        return result.err

    def articles(self):
        return self.index("export").lines()

    def titles(self, query):
        return sorted(hit["title"] for hit in self.search("--format", "json", "--no-group", "-n", "50", query).json()["hits"])

    def one(self):
        articles = self.articles()
        self.assertEqual(len(articles), 1, [one["title"] for one in articles])
        return articles[0]


class OneDocument(ArticlesTest):
    WORDS = ("garage", "stable", "bungalow", "shopfront", "conservatory")

    def text(self, word):
        return f"The council received an application for a {word}. The papers can be seen at the town hall for three weeks."

    def check(self, make):
        """Five entries, then four of them and a new one: six articles."""
        self.night(make(self.WORDS))
        self.assertEqual(len(self.articles()), 5)
        self.night(make(self.WORDS[1:] + ("orangery",)))
        self.night(make(("marquee",)))
        self.assertEqual(len(self.articles()), 7)
        for word in self.WORDS + ("orangery", "marquee"):
            self.assertEqual(self.titles(f"title:{word}"), [f"Planning: {word}"])

    def test_one_link_and_a_guid_each(self):
        self.check(lambda words: rss(*(entry(f"Planning: {word}", "https://plans.example/list", f"WF/{word}", self.text(word))
                                       for word in words)))

    def test_one_link_and_an_atom_id_each(self):
        self.check(lambda words: atom(*((f"Planning: {word}", "https://plans.example/list", f"tag:plans,2024:{word}",
                                         self.text(word)) for word in words)))

    def test_links_that_differ_in_their_fragment(self):
        self.check(lambda words: rss(*(entry(f"Planning: {word}", f"https://plans.example/list#{word}", "", self.text(word))
                                       for word in words)))

    def test_guids_that_differ_in_their_fragment(self):
        self.check(lambda words: rss(*(entry(f"Planning: {word}", "https://plans.example/list",
                                             f"https://plans.example/list#{word}", self.text(word)) for word in words)))

    def test_json_feed(self):
        self.check(lambda words: json.dumps({
            "version": "https://jsonfeed.org/version/1.1", "title": "Plans", "items": [
                {"id": word, "url": "https://plans.example/list", "title": f"Planning: {word}",
                 "content_text": self.text(word)} for word in words]}))

    def test_article_json(self):
        self.check(lambda words: "".join(json.dumps(
            {"guid": f"p-{word}", "url": "https://plans.example/list", "title": f"Planning: {word}",
             "body": self.text(word)}) + "\n" for word in words))

    def test_the_same_entries_in_one_file_and_in_an_export(self):
        self.night(rss(*(entry(f"Planning: {word}", "https://plans.example/list", f"WF/{word}", self.text(word))
                         for word in self.WORDS)))
        exported = self.index("export").out
        self.database = self.folder / "again"
        self.night(exported)
        self.assertEqual(len(self.articles()), 5)

    def test_an_item_listed_twice_is_one(self):
        item = entry("Bridge to close", "https://dispatch.example/bridge", "bridge-2024")
        self.night(rss(item, item))
        self.one()


class ManyNights(ArticlesTest):
    def test_a_rewritten_entry_is_one_article(self):
        for name, make in {
            "guid and link": lambda title, text: entry(title, "https://dispatch.example/fire", "fire-20240604", text),
            "link": lambda title, text: entry(title, "https://dispatch.example/fire", "", text),
            "guid": lambda title, text: entry(title, "", "fire-20240604", text),
            "guid, and a link from the headline": lambda title, text: entry(
                title, "https://dispatch.example/" + title.replace(" ", "-"), "fire-20240604", text),
        }.items():
            with self.subTest(name):
                self.database = self.folder / name
                self.night(rss(make("Smoke seen above tower block", "Engines are on their way.")))
                self.night(rss(make("Forty families rehoused in Wakefield", "The borough opened a leisure centre to them.")))
                article = self.one()
                self.assertEqual(article["title"], "Forty families rehoused in Wakefield")
                self.assertEqual(article["earlier_titles"], ["Smoke seen above tower block"])
                for query in ("smoke", "engines", "families", "leisure"):
                    self.assertEqual(self.titles(query), ["Forty families rehoused in Wakefield"], query)

    def test_an_address_reused_for_another_story(self):
        self.night(rss(entry("Register to vote by Friday", "https://dispatch.example/now", "now-1", LONG)))
        self.night(rss(entry("Pool closes for repairs", "https://dispatch.example/now", "now-2",
                             "The leisure centre drains its pool today, and swimmers go elsewhere until the autumn.")))
        self.assertEqual(len(self.articles()), 2)

    def test_a_corrected_headline_beside_a_long_page(self):
        link = "https://dispatch.example/parking"
        for corrected in ("Parking to cost more after traders object to higher charges", "Parking dearer"):
            with self.subTest(corrected):
                self.database = self.folder / corrected
                self.night(rss(entry("Parking charges rise in town", link, link)), page(link, "Parking charges rise in town", LONG))
                self.night(rss(entry(corrected, link, link)))
                article = self.one()
                self.assertEqual(article["title"], corrected)
                self.assertIn("cabinet was told", article["body"])

    def test_a_short_notice_replaces_a_long_text_but_an_excerpt_does_not(self):
        link = "https://dispatch.example/parking"
        for text, shown in (("This article was withdrawn after a complaint.", "withdrawn"),
                            ("Drivers in Rotherham will pay more to leave their cars in the town centre.", "cabinet was told")):
            with self.subTest(text):
                self.database = self.folder / shown
                self.night(rss(entry("Parking charges rise", link, link, LONG)))
                self.night(rss(entry("Parking charges rise", link, link, text)))
                self.assertIn(shown, self.one()["body"])
                self.assertEqual(self.titles('"cabinet was told"'), ["Parking charges rise"])

    def test_standing_lines_do_not_make_two_stories_one(self):
        lines = ("<p>The Dispatch is printed at the old works by the river, opposite the offices of the canal company.</p>"
                 "<p>Support the Dispatch: join our circle of readers for two pounds a month and get the puzzles.</p>")
        link = "https://dispatch.example/now"
        self.night(rss(entry("Register to vote by Friday", link, "now-1", f"<![CDATA[<p>Forms are at the library desk.</p>{lines}]]>")))
        self.night(rss(entry("Pool closes for repairs", link, "now-2", f"<![CDATA[<p>Swimmers go elsewhere until May.</p>{lines}]]>")))
        self.assertEqual(len(self.articles()), 2)

    def test_the_first_date_is_kept(self):
        link = "https://dispatch.example/parking"
        for date in ("Tue, 01 Jun 2021 10:00:00 GMT", "Wed, 02 Jun 2021 10:00:00 GMT", "Mon, 11 Mar 2024 08:15:00 GMT"):
            self.night(rss(entry("Parking charges rise", link, link, date=date)))
        article = self.one()
        self.assertEqual((article["published"], article["updated"]), ("2021-06-01T10:00:00Z", "2024-03-11T08:15:00Z"))
        self.assertEqual(self.titles("date:2024"), [])

    def test_one_run_and_several_runs_agree(self):
        link = "https://dispatch.example/parking"
        feed = rss(entry("Parking charges rise", link + "?utm_source=rss", "parking-2024", "Charges go up."), title="Dispatch feed")
        web = page(link, "Parking charges to rise in town", LONG, "The Don Dispatch", "2024-06-03")
        seen = []
        for number, runs in enumerate([[[feed, web]], [[feed], [web]], [[web], [feed]], [[web, feed]], [[feed], [web], [feed]]]):
            self.database = self.folder / f"db{number}"
            for run in runs:
                self.night(*run)
            article = self.one()
            seen.append({name: value for name, value in article.items() if name not in ("first_seen", "last_seen", "source")})
        for other in seen[1:]:
            self.assertEqual(other, seen[0])

    def test_earlier_texts_stay_findable(self):
        link = "https://dispatch.example/parking"
        for night in range(25):
            self.night(rss(entry(f"Parking, version {night}", link, link, f"Members heard of the zq{night}x scheme, one of many.")))
        self.one()
        exported = self.index("export").out
        for database in ("db", "again"):
            self.database = self.folder / database
            if database == "again":
                self.night(exported)
            for night in range(25):
                self.assertEqual(self.titles(f"zq{night}x"), ["Parking, version 24"], f"{night} in {database}")

    def test_of_two_versions_in_one_run_the_source_says_which_is_newer(self):
        versions = [json.dumps({"url": "https://dispatch.example/1", "title": title, "published": "2024-06-04",
                                "updated": f"2024-06-0{day}", "body": text}) for title, day, text in
                    (("Alpha of the council", 5, LONG), ("Beta of the council", 7, LONG.replace("Tuesday", "Monday") + " More."))]
        for order in (versions, versions[::-1]):
            self.database = self.folder / f"db-{order[0][40:46]}"
            self.night(*order)
            article = self.one()
            self.assertEqual((article["title"], "Monday" in article["body"]), ("Beta of the council", True))

    def test_an_export_of_a_reused_address_stays_as_it_is(self):
        link = "https://dispatch.example/now"
        self.night(rss(entry("Register to vote by Friday", link, "now-1", LONG)))
        self.night(rss(entry("Pool closes for repairs", link, "now-2", "Swimmers go elsewhere until the autumn, says the manager.")))
        exported = self.index("export").out
        self.database = self.folder / "again"
        self.night(exported)
        self.night(page(link, "Pool closes for repairs", "Swimmers go elsewhere until the autumn, says the manager. More."))
        self.assertEqual(len(self.articles()), 2)

    def test_a_feed_that_was_cut_off_is_a_failure_but_its_whole_entries_are_in(self):
        whole = rss(entry("Bridge closes", "https://dispatch.example/1"), entry("Bridge opens", "https://dispatch.example/2"))
        result = self.index("add", self.write("cut.rss", whole[:whole.index("Bridge opens") - 13]))
        self.assertEqual(result.status, 1)
        self.assertIn("truncated", result.err)
        self.assertEqual(self.titles("bridge"), ["Bridge closes"])

    def test_an_address_written_differently_is_no_change(self):
        for session in ("?PHPSESSID=0123456789abcdef0123456789abcdef", "?utm_source=rss", ""):
            said = self.night(rss(entry("Parking charges rise", "https://dispatch.example/parking" + session, "parking-2024")))
        self.assertIn("0 added, 0 updated, 1 unchanged", said)

    def test_a_live_page_of_many_updates(self):
        for night in range(40):
            self.night(page("https://dispatch.example/live", f"Storm: update {night}", f"{LONG}\n\nStreet number {night} is shut."))
        article = self.one()
        self.assertEqual(article["title"], "Storm: update 39")
        self.assertLessEqual(len(article["earlier_titles"]), 24)
        self.assertEqual(len(self.titles('"street number 39"')), 1)


class Removed(ArticlesTest):
    LINK = "https://dispatch.example/libel"
    KEPT = entry("Beach huts sold", "https://dispatch.example/huts", "huts-2024")

    def item(self, title="Councillor accused", guid="libel-2024", text="An accusation that was withdrawn later.", link=LINK):
        return entry(title, link, guid, text)

    def setUp(self):
        super().setUp()
        self.night(rss(self.item(), self.KEPT), page(self.LINK, "Councillor accused", LONG))
        self.removed = next(one for one in self.articles() if one["url"].startswith(self.LINK))["id"]
        self.assertEqual(self.index("remove", self.removed).status, 0)

    def check_absent(self, *documents):
        said = self.night(*documents)
        self.assertEqual([one["title"] for one in self.articles()], ["Beach huts sold"])
        self.assertIn("--list shows them", said)

    def test_later_readings_are_skipped(self):
        for name, document in {
            "restamped": rss(self.item().replace("04 Jun", "07 Jun"), self.KEPT),
            "rewritten": rss(self.item("A correction", text="We were wrong about it."), self.KEPT),
            "another guid": rss(self.item("Councillor accused of it", guid="rebuilt-77"), self.KEPT),
            "another address": rss(self.item(link="https://dispatch.example/moved"), self.KEPT),
            "its page at another address": page("https://dispatch.example/moved", "No words in common", LONG),
            "its page": page(self.LINK + "?utm_source=x", "Councillor accused", LONG),
            "its text": json.dumps({"title": "Councillor accused", "published": "2024-06-04", "body": LONG}),
        }.items():
            with self.subTest(name):
                self.check_absent(document)

    def test_another_story_at_its_address_is_added(self):
        self.night(rss(self.item("Pool closes for repairs", "pool-2024", "Swimmers go elsewhere.")))
        self.assertEqual(self.titles("pool"), ["Pool closes for repairs"])

    def test_another_story_at_its_address_long_after(self):
        self.night(page(self.LINK, "Pool closes for repairs", "Swimmers go elsewhere.", date="2024-08-04T09:30:00Z"))
        self.assertEqual(self.titles("pool"), ["Pool closes for repairs"])

    def test_it_stays_removed_after_reindex_and_compact(self):
        for command in ("reindex", "compact"):
            self.assertEqual(self.index(command).status, 0)
        self.check_absent(rss(self.item("Councillor accused again"), self.KEPT))

    def test_list_and_lift(self):
        listed = self.index("remove", "--list").out
        self.assertIn(self.removed[:10], listed)
        self.assertIn("Councillor accused", listed)
        self.assertEqual(self.index("remove", "--lift", "0000").status, 2)
        self.assertEqual(self.index("remove", "--lift", self.removed[:10]).status, 0)
        self.assertEqual(self.index("remove", "--list").out, "")
        self.index("add", *sorted(self.folder.glob("n*")))
        self.assertEqual(self.titles("accused"), ["Councillor accused"])

    def test_usage(self):
        for arguments in ((), ("--list", "abc"), ("--lift",), ("--source", "x", "--list"), ("--source", "x", "abc")):
            self.assertEqual(self.index("remove", *arguments).status, 2, arguments)


if __name__ == "__main__":
    unittest.main()
