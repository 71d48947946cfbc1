// Any text gets an answer or a helpful warning, and never matches every article by accident.
#include <algorithm>
#include <random>

#include "tests/support/catch.h"
#include "tests/support/small_archive.h"

using namespace council_news;

namespace {

SmallArchive make_archive() {
  SmallArchive archive;
  archive.add("Sandwell trust opens", "The children's trust opened on Monday.");
  archive.add("Dudley budget", "A co-operative budget of £2.5m.");
  Article article;
  article.title = "Leeds homes";
  article.body = "Homes for homeless people.";
  article.councils = {"leeds"};
  article.published = parse_timestamp("2018-01-29");
  article.url = "https://a.example/b/c";
  archive.add(article);
  return archive;
}

std::string repeated(const std::string& part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("hostile queries") {
  static const std::vector<std::string> kNasty{"",
                                               " ",
                                               "(",
                                               ")",
                                               "()",
                                               "((()))",
                                               "\"",
                                               "\"\"",
                                               "\"\"\"",
                                               "'",
                                               "''",
                                               "*",
                                               "**",
                                               "a*",
                                               "***trust",
                                               "tr*st",
                                               "-",
                                               "--",
                                               "---trust",
                                               "- trust",
                                               "+",
                                               "+-trust",
                                               "AND",
                                               "OR",
                                               "NOT",
                                               "NEAR",
                                               "NEAR/",
                                               "NEAR/0",
                                               "NEAR/-1",
                                               "NEAR/999999999999999999999 trust",
                                               "trust NEAR",
                                               "NEAR trust",
                                               "trust NEAR/5",
                                               "trust NEAR/x dudley",
                                               "trust NEAR (a OR b)",
                                               "trust NEAR council:leeds",
                                               "a AND",
                                               "AND a",
                                               "a OR",
                                               "OR a",
                                               "a AND AND b",
                                               "a OR OR b",
                                               "NOT NOT",
                                               "NOT AND a",
                                               "trust AND NOT",
                                               "(trust",
                                               "trust)",
                                               ")trust(",
                                               "(trust OR",
                                               "(trust AND (",
                                               "\"trust",
                                               "trust\"",
                                               "\"trust (a\" b)",
                                               "council:",
                                               "council:\"",
                                               "council:\"\"",
                                               "council:()",
                                               "council:(",
                                               "council:*",
                                               "council:NOT",
                                               "council:(NOT leeds)",
                                               "council:-leeds",
                                               "council:++",
                                               "council:+",
                                               "council:leeds++",
                                               "topic:",
                                               "topic:*",
                                               "date:",
                                               "date:..",
                                               "date:...",
                                               "date:2018..2017",
                                               "date:99999",
                                               "date:-1",
                                               "date:2018-02-30",
                                               "date:\"\"",
                                               "date:(2018",
                                               "after:",
                                               "before:..",
                                               "seen:never",
                                               "url:",
                                               "url:/",
                                               "url:http://",
                                               "url:https://%",
                                               "id:",
                                               "id:*",
                                               "id:\"\"",
                                               "author:*",
                                               "author:\"\"",
                                               "title:",
                                               "title:\"\"",
                                               "title:(",
                                               "title:*",
                                               "kind:",
                                               "region:x",
                                               "nation:\"\"",
                                               ":",
                                               "::",
                                               ":trust",
                                               "a:b:c",
                                               "council:council:leeds",
                                               "colour:red",
                                               "http://a.example/b/c",
                                               "https://",
                                               "a1(m)",
                                               "a1(m",
                                               "r&d",
                                               "&",
                                               "&amp;",
                                               "&&",
                                               "||",
                                               "a || b",
                                               "a && b",
                                               "!",
                                               "!trust",
                                               "~trust",
                                               "^2",
                                               "trust^2",
                                               "trust~2",
                                               "[a TO b]",
                                               "{a}",
                                               "a..b",
                                               "..",
                                               "...",
                                               "£",
                                               "£2.5m..£3m",
                                               "1..2",
                                               "%",
                                               "%s%s%n",
                                               "\\",
                                               "\\\"",
                                               "/trust/",
                                               "<b>",
                                               "' OR 1=1 --",
                                               "\x1b[31m",
                                               std::string("a\0b", 3),
                                               "\xff\xfe",
                                               "\xc3",
                                               "\u202etrust",
                                               "\u0000",
                                               "“”",
                                               "“trust",
                                               "trust”",
                                               "‘trust’",
                                               "«trust»",
                                               "„trust“",
                                               "–trust",
                                               "—",
                                               "−trust",
                                               "\u00a0",
                                               "\u200b",
                                               "\ufeff",
                                               "NOT trust",
                                               "-trust",
                                               "-xyzzy",
                                               "NOT xyzzy",
                                               "-xyzzy -plugh",
                                               "NOT (xyzzy OR plugh)",
                                               "xyzzy OR -plugh",
                                               "-council:atlantis",
                                               "NOT NOT xyzzy",
                                               "-date:soon",
                                               "-\"\"",
                                               "-()",
                                               "NOT *",
                                               "-url:x",
                                               "-id:zz",
                                               "-title:*",
                                               "-(a1(m))",
                                               "trust -",
                                               "trust - dudley",
                                               "trust -- dudley",
                                               "trust -(",
                                               "-(trust",
                                               "the",
                                               "and or not",
                                               "of the and",
                                               "\"the\"",
                                               "a b c d e f g h i j k l m n o p q r s t u v w x y z",
                                               "co-operative-",
                                               "-co-operative",
                                               "co--operative",
                                               "-co--op-",
                                               "'co'-'op'",
                                               "x-",
                                               "s114*",
                                               "5%",
                                               "5 %",
                                               "%%%",
                                               "100%%",
                                               "s114-s114",
                                               "section section 114 114",
                                               "\"section 114",
                                               "title:\"s114\"",
                                               "-s114",
                                               "NOT (s114 OR £2.5m)",
                                               "s114 NEAR/3 s115",
                                               "0000000000",
                                               "1.2.3.4.5m",
                                               "...5m",
                                               "5k 5k 5k",
                                               repeated("s114 ", 3000),
                                               repeated("section 114 ", 3000),
                                               "\"" + repeated("s114 ", 3000) + "\"",
                                               repeated("\"s114 notice\" OR ", 500),
                                               repeated("1a", 30000),
                                               repeated("1 a ", 3000),
                                               repeated("5% ", 5000),
                                               repeated("(s114 OR 5m) ", 200),
                                               repeated("(", 10000),
                                               repeated(")", 10000),
                                               repeated("(", 10000) + "trust",
                                               repeated("(", 10000) + "xyzzy" + repeated(")", 10000),
                                               repeated("NOT ", 10001) + "xyzzy",
                                               repeated("\"", 10001),
                                               repeated("a OR ", 5000),
                                               repeated("xyzzy ", 20000),
                                               repeated("-x ", 5000),
                                               repeated("council:leeds ", 2000),
                                               repeated("trust NEAR ", 3000),
                                               repeated("x", 100000),
                                               repeated("x-", 50000),
                                               repeated("é", 50000),
                                               repeated("title:\"a b\" ", 2000),
                                               repeated("hom* ", 2000),
                                               repeated("*", 50000),
                                               repeated(":", 50000),
                                               repeated("council:(", 3000),
                                               repeated("date:1d.. ", 2000),
                                               repeated("id:a ", 2000),
                                               repeated("\xff", 50000)};
  CHECK(kNasty.size() >= 200);
  SmallArchive archive = make_archive();
  archive.add("Section 114 notice", "The S.114 notice, s114 for short, of 5% or 5 per cent.");
  for (const std::string& query : kNasty) {
    CAPTURE(query.substr(0, 80));
    const auto found = archive.ask(query);
    // An exclusion of a known word is intended.
    if (found.titles.size() == archive.size()) CHECK(query == "of the and");
    CHECK_NOTHROW(archive.ask_plain(query, true));
    CHECK_NOTHROW(archive.ask(query, true));
  }
}

TEST_CASE("random queries") {
  SmallArchive archive = make_archive();
  const std::vector<std::string> pieces{
      "xyzzy",  "trust",    "plugh", "\"",     "(",       ")",    "-",  "*", ":",    "AND", "OR", "NOT",
      "NEAR/3", "council:", "date:", "title:", "leeds",   "2018", "..", "+", " ",    " ",   " ",  "’",
      "&",      "\xff",     "\n",    "co-op",  "topic:(", "zz*",  "“",  "”", "url:", "id:"};
  std::mt19937 random(20261123);
  for (int i = 0; i < 10000; ++i) {
    std::string query;
    const bool bytes = i % 3 == 0;
    for (auto length = random() % 24; length > 0; --length)
      query += bytes ? std::string(1, static_cast<char>(random() % 256)) : pieces[random() % pieces.size()];
    CAPTURE(query);
    REQUIRE_NOTHROW(archive.ask(query));
    REQUIRE_NOTHROW(archive.ask_plain(query, i % 2 == 0));
  }
}

TEST_CASE("a phrase matches only articles that its words match") {
  const std::vector<std::string> vocabulary{"trust",   "trusts", "children's", "co-operative", "cooperative", "the",
                                            "s114",    "S.114",  "section",    "114",          "notice",      "£2.5m",
                                            "million", "2.5",    "of",         "R&D",          "budget",      "20mph",
                                            "20",      "mph",    "per",        "cent",         "5%",          "5"};
  std::mt19937 random(2026);
  const auto words = [&](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += (i > 0 ? " " : "") + vocabulary[random() % vocabulary.size()];
    return text;
  };
  SmallArchive archive;
  for (int i = 0; i < 60; ++i) archive.add("article " + std::to_string(i), words(30));
  std::size_t found = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = words(2 + random() % 2);
    CAPTURE(text);
    std::vector<std::string> together = archive.titles("\"" + text + "\"");
    std::vector<std::string> apart = archive.titles(text);
    std::sort(together.begin(), together.end());
    std::sort(apart.begin(), apart.end());
    CHECK(std::includes(apart.begin(), apart.end(), together.begin(), together.end()));
    found += together.size();
  }
  CHECK(found > 500);
}

TEST_CASE("every malformed query gets a warning that says how it was read") {
  const std::string query = GENERATE(as<std::string>(), "kent AND", "(kent", "kent)", "\"kent", "ke*", "NEAR kent",
                                     "kent NOT", "kent OR", "colour:kent", "date:soon kent", "council:atlantis",
                                     "kent NEAR (a OR b)", "title:k* kent", "council: leeds", "-xyzzy");
  CAPTURE(query);
  SmallArchive archive = make_archive();
  CHECK_FALSE(archive.ask(query).warnings.empty());
}
