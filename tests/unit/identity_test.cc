#include "indexer/enrich/identity.h"

#include "common/merge.h"
#include "indexer/enrich/sketch.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

Article article(const char* url, const char* guid, const char* title, const char* day = "2018-01-29") {
  Article made;
  made.url = url;
  made.guid = guid;
  made.title = title;
  made.published = parse_timestamp(day);
  return made;
}

}  // namespace

TEST_CASE("which readings are the same article") {
  struct Case {
    const char* name;
    Article a;
    Article b;
    bool same;
  };
  Article bare = article("", "", "Trust opens");
  Article bare_later = article("", "", "Trust opens", "2018-02-01");
  Article elsewhere = article("https://b.example/x", "", "Trust opens");
  Article record = elsewhere;
  record.outlet = "The Record";
  Article said = elsewhere;
  said.body = "The trust opened its doors on Monday, and the mayor cut a ribbon.";
  Article said_otherwise = bare;
  said_otherwise.body = "Nothing is known of when the doors will open, if they ever do.";
  Article ledger = bare;
  ledger.outlet = "Civic Ledger";
  Article short_guid_a = article("", "17", "Bins collected late");
  Article short_guid_b = article("", "17", "Bins collected late", "2019-05-05");
  short_guid_a.outlet = "The Record";
  Article short_guid_c = short_guid_a;
  short_guid_c.outlet = "Civic Ledger";
  short_guid_c.published = parse_timestamp("2020-01-01");
  Article moved_from = article("https://old.example/news/1", "old-guid-1", "Trust opens");
  moved_from.outlet = "The Record";
  moved_from.form = kEntryForm;
  Article moved_to = article("https://www.new.example/news/1", "new-guid-1", "Trust opens");
  moved_to.outlet = "The Record";
  moved_to.form = kEntryForm;
  Article retitled = moved_to;
  retitled.title = "Bins collected late";
  Article no_entry = moved_to;
  no_entry.form.clear();
  Article copied = moved_to;
  copied.outlet = "Civic Ledger";
  Article listed_first = article("https://a.example/list", "", "Smoke seen");
  listed_first.source = "list.jsonl";
  Article listed_second = article("https://a.example/list", "", "Bins collected late");
  listed_second.source = "list.jsonl";
  const Case row = GENERATE_COPY(values<Case>({
      {"tracking parameters", article("https://a.example/x?utm_source=r", "", "Trust opens"),
       article("http://A.example/x/", "", "Trust opens today"), true},
      {"another page", article("https://a.example/x", "", "Trust opens"),
       article("https://a.example/y", "", "Trust opens"), false},
      {"reused page", article("https://a.example/now", "", "Elections and voting: register"),
       article("https://a.example/now", "", "Leisure centre closes its pool", "2019-05-01"), false},
      {"revision of a guid", article("", "https://a.example/x#0", "Trust opens"),
       article("", "https://a.example/x#1", "Trust opens"), true},
      {"guid of another story", article("", "tag:1", "Trust opens"), article("", "tag:1", "Bins collected late"), true},
      {"short guid of another story", article("", "17", "Trust opens"), article("", "17", "Bins collected late"),
       false},
      {"short guid and address", article("https://a.example/x", "17", "Smoke seen"),
       article("https://a.example/x", "17", "Forty families rehoused"), true},
      {"long guid, address from the headline", article("https://a.example/smoke", "cms-48213", "Smoke seen"),
       article("https://a.example/rehoused", "cms-48213", "Forty families rehoused"), true},
      {"rewritten page", article("https://a.example/x", "", "Smoke seen"),
       article("https://a.example/x", "", "Forty families rehoused", "2018-02-03"), true},
      {"address with another guid", article("https://a.example/x", "a-guid-1", "Smoke seen"),
       article("https://a.example/x", "a-guid-2", "Forty families rehoused"), false},
      {"rebuilt guid", article("https://a.example/x", "a-guid-1", "Smoke seen in town"),
       article("https://a.example/x", "b-guid-1", "Smoke seen in the town"), true},
      {"moved to another host", moved_from, moved_to, true},
      {"moved, with another headline", moved_from, retitled, false},
      {"same path at another outlet", moved_from, copied, false},
      {"same path at two sites, not in feeds", moved_from, no_entry, false},
      {"two stories in one document", listed_first, listed_second, false},
      {"short guid in another outlet", short_guid_a, short_guid_c, false},
      {"title and day", bare, bare, true},
      {"title on another day", bare, bare_later, false},
      {"scraped text and its page", bare, elsewhere, true},
      {"text and a different page", said_otherwise, said, false},
      {"text and page of different outlets", ledger, record, false},
      {"two pages with the same title and day", record, article("https://c.example/x", "", "Trust opens"), false},
  }));
  CAPTURE(row.name);
  CHECK(are_same_article(row.a, row.b) == row.same);
  CHECK(are_same_article(row.b, row.a) == row.same);
}

TEST_CASE("combining is commutative") {
  Article feed = article("https://a.example/x?utm_source=rss", "g1", "Trust opens its doors in…");
  feed.summary = "A blurb.";
  feed.categories = {"News"};
  Article page = article("https://a.example/x", "", "Trust opens its doors in town", "2018-01-29T09:00:00Z");
  page.body = "A long text of the article.";
  page.authors = {"Ann Smith"};
  Article text = article("", "", "Trust opens its doors in town");
  text.body = "A longer text of the same article.";
  text.categories = {"Children", "News"};
  const Article all = combine(combine(feed, page), text);
  CHECK(combine(feed, combine(page, text)) == all);
  CHECK(combine(text, combine(feed, page)) == all);
  CHECK(combine(page, combine(text, feed)) == all);
  CHECK(combine(all, all) == all);
  CHECK(all.title == "Trust opens its doors in town");
  CHECK(all.body == text.body);
  CHECK(all.published == parse_timestamp("2018-01-29T09:00:00Z"));
}

TEST_CASE("an article without headline, text, address and guid has an identity") {
  CHECK(identities({}).size() == 1);
  CHECK_FALSE(identities({}).front().empty());
}

TEST_CASE("an address that a document gives to several entries identifies none of them") {
  Article a = article("https://a.example/list#one", "", "Licence for the tavern");
  Article b = article("https://a.example/list#two", "", "Licence for the bakery");
  Article b_later = article("https://a.example/list#two", "", "Licence for the bakery granted", "2018-02-05");
  Article bare = article("https://a.example/list", "", "Licence for the arcade");
  const SharedAddresses shared{address_hash(a)};
  CHECK(are_same_article(a, b));
  CHECK_FALSE(are_same_article(a, b, shared));
  CHECK(are_same_article(b, b_later, shared));
  CHECK(is_identified(bare));
  CHECK_FALSE(is_identified(bare, shared));
  CHECK(identities(bare, shared) == std::vector<std::string>{identifiers_of(bare).text});
}

TEST_CASE("readings of several runs are merged by time, in any order") {
  Article first = article("https://a.example/x", "", "Trust opens");
  first.body = "The trust opened its doors today, the council said in a statement.";
  first.first_seen = first.last_seen = parse_timestamp("2026-11-22T01:00:00Z");
  Article same_night = first;
  same_night.authors = {"Ann Smith"};
  Article later = first;
  later.title = "Trust opens late";
  later.first_seen = later.last_seen = parse_timestamp("2026-11-23T01:00:00Z");
  const Article merged = merge_readings({first, same_night, later});
  CHECK(merge_readings({later, same_night, first}) == merged);
  CHECK(merge_readings({same_night, later, first}) == merged);
  CHECK(merged.title == "Trust opens late");
  CHECK(merged.earlier_titles == std::vector<std::string>{"Trust opens"});
  CHECK(merged.authors == std::vector<std::string>{"Ann Smith"});
  CHECK(merged.first_seen == first.first_seen);
  CHECK(merged.changed == later.last_seen);
}

TEST_CASE("a reading is identified by a URL or guid and a headline") {
  CHECK(is_identified(article("https://a.example/x", "", "Trust opens")));
  CHECK(is_identified(article("", "17", "Trust opens")));
  CHECK_FALSE(is_identified(article("", "", "Trust opens")));
  CHECK_FALSE(is_identified(article("https://a.example/x", "17", "")));
}

TEST_CASE("the proportion of one text that another contains") {
  const std::string text = "The council agreed on Tuesday to close two libraries and a swimming pool.";
  CHECK(Sketch::containment(Sketch(text), Sketch(text)) == 1);
  CHECK(Sketch::containment(Sketch(text), Sketch("Before. " + text + " And after.")) == 1);
  CHECK(Sketch::containment(Sketch(text), Sketch("Nothing of it is here at all.")) == 0);
  CHECK(Sketch::containment(Sketch(""), Sketch(text)) == 0);
  CHECK(Sketch("one two").size() == 1);
  CHECK(Sketch("").bands(32).empty());
  CHECK(Sketch(text).bands(32) ==
        Sketch("THE COUNCIL agreed on Tuesday to close two libraries and a swimming-pool").bands(32));
}
