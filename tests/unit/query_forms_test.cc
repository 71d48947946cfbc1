// Forms of a word: in NEAR, with hyphens, as initials.

#include "tests/support/catch.h"
#include "tests/support/small_archive.h"

using namespace council_news;

namespace {

using Titles = std::vector<std::string>;

Titles found_in(const std::string& body, const std::string& query) {
  SmallArchive archive;
  archive.add("it", body);
  archive.add("another", "Something else: government operation, authority, vote, agency, care and u k and notice.");
  Titles titles = archive.titles(query);
  std::erase(titles, "another");
  return titles;
}

}  // namespace

TEST_CASE("NEAR and adjacency match inflections") {
  struct Case {
    const char* body;
    const char* query;
  };
  const Case row = GENERATE(values<Case>({
      {"The authorities agreed the budget.", "authority NEAR/5 budget"},
      {"The authority agreed the budget.", "authorities NEAR/5 budget"},
      {"Residents closed the bridge.", "resident NEAR/5 bridge"},
      {"Residents closed the bridge.", "close NEAR/5 bridge"},
      {"Closing the bridge.", "closed NEAR/5 bridge"},
      {"The operations were discontinued.", "operation NEAR/3 discontinued"},
      {"A government official.", "governments NEAR/3 officials"},
      {"Agencies in cities.", "agency NEAR/3 city"},
      {"They voted and moved on.", "voting NEAR/3 moves"},
      {"Children’s trusts.", "child* NEAR/2 trust"},
      {"The cooperative bank.", "co-operative NEAR/3 bank"},
      {"The co-operative bank.", "cooperative NEAR/3 bank"},
      {"A co-operative bank.", "co-operative NEAR/3 bank"},
      {"Care leavers in care homes.", "care-leaver care-home"},
      {"A re-inspection report.", "re-insp*"},
      {"A reinspection report.", "re-insp*"},
      {"Jobs in the U.K. rose.", "UK jobs"},
      {"Jobs in the UK rose.", "U.K. jobs"},
      {"Zebras (N.H.S.) and zebras.", "NHS zebras"},
      {"Paying rent.", "pay NEAR/3 rent"},
  }));
  CAPTURE(row.body, row.query);
  CHECK(found_in(row.body, row.query) == Titles{"it"});
}

TEST_CASE("similar words with another meaning are not found") {
  struct Case {
    const char* body;
    const char* query;
  };
  const Case row = GENERATE(values<Case>({
      {"Notice of 114 the section.", "\"section 114\" NEAR/5 notice"},
      {"The author agreed the budget.", "authorise NEAR/5 budget"},
      {"He told us of jobs.", "U.K. jobs"},
      {"A man told us: jobs.", "u.s.a. jobs"},
      {"The news homes.", "new NEAR/2 homes"},
      {"Budget of the plain report and a quick report.", "budget -quick NEAR/5 report"},
      {"Budget of the plain report.", "budget -(plain NEAR/5 report)"},
  }));
  CAPTURE(row.body, row.query);
  CHECK(found_in(row.body, row.query).empty());
}

TEST_CASE("NOT binds looser than NEAR") {
  CHECK(found_in("Budget of the plain report.", "budget -quick NEAR/5 report") == Titles{"it"});
}

TEST_CASE("a quoted name is one author, a quoted headline one headline") {
  SmallArchive archive;
  Article article;
  article.title = "Gamma delta";
  article.earlier_titles = {"Alpha beta"};
  article.authors = {"William Smith", "Ann Eichler"};
  article.body = "Text.";
  archive.add(article);
  for (const char* query :
       {"author:\"william eichler\"", "author:\"smith ann\"", "title:\"delta alpha\"", "title:\"alpha delta\""})
    CHECK(archive.titles(query).empty());
  for (const char* query :
       {"author:\"william smith\"", "author:\"ann eichler\"", "title:\"alpha beta\"", "title:\"gamma delta\""})
    CHECK(archive.titles(query).size() == 1);
}

TEST_CASE("fields in parentheses filter as single ones do") {
  SmallArchive archive;
  Article article;
  article.title = "football";
  article.body = "A football match.";
  article.outlet = "Alpha Post";
  archive.add(article);
  article.title = "hub";
  article.body = "A wellbeing hub.";
  article.outlet = "Beta Post";
  archive.add(article);
  CHECK(archive.ask("football hub outlet:(Beta OR Gamma)", true).titles == Titles{"hub"});
  CHECK(archive.ask_coordinated("football zzqq outlet:(Beta OR Gamma)").titles.empty());
  CHECK(archive.ask_coordinated("football zzqq outlet:(Alpha OR Gamma)").titles == Titles{"football"});
}

TEST_CASE("NEAR filters in a byline and has weight in a headline") {
  SmallArchive archive;
  Article article;
  article.title = "Decision makers met";
  article.body = "A budget report.";
  article.authors = {"Ann Oakley"};
  archive.add(article);
  article.title = "Panel";
  article.authors = {"Bob Ash"};
  archive.add(article);
  CHECK(archive.ask_coordinated("budget report zzqq author:(Ann NEAR/2 Oakley)").titles ==
        Titles{"Decision makers met"});
  CHECK(archive.titles("author:(ann NEAR/2 ash)").empty());
  CHECK(archive.titles("title:decision-maker") == Titles{"Decision makers met"});
  CHECK(archive.titles("title:(decision-maker OR q)") == Titles{"Decision makers met"});
  CHECK(archive.titles("title:(met NEAR/2 decisions)") == Titles{"Decision makers met"});
}

TEST_CASE("NOT of an unknown word excludes nothing if the query has something else") {
  SmallArchive archive;
  archive.add("zeta", "Zeta.");
  archive.add("other", "Eta.");
  CHECK(archive.titles("zeta (NOT zzz OR yyy)") == Titles{"zeta"});
  CHECK(archive.titles("zeta -zzz") == Titles{"zeta"});
  for (const char* query : {"NOT zzz", "NOT zzz OR yyy", "(NOT zzz) (NOT yyy)"}) CHECK(archive.titles(query).empty());
}

TEST_CASE("a path prefix matches everything below it") {
  SmallArchive archive;
  for (int i = 0; i < 300; ++i) {
    Article article;
    article.title = std::to_string(i);
    article.body = "Text.";
    article.url = "https://www.host.example/2018/01/story-" + std::to_string(i);
    archive.add(article);
  }
  for (const char* query :
       {"url:host.example/2018/0", "url:host.example/2018/01", "url:host.example/2018/01/story", "url:host.ex"})
    CHECK(archive.titles(query).size() == 300);
  CHECK(archive.titles("url:host.example/2018/01/story-29").size() == 1);
  CHECK(archive.titles("url:example/2018").empty());
}
