// Hints when no article has everything the query asks for.
#include "searcher/answer/hints.h"

#include "tests/support/catch.h"
#include "tests/support/small_archive.h"

using namespace council_news;

namespace {

SmallArchive make_archive() {
  SmallArchive archive;
  Article article;
  article.title = "Norfolk ends a contract";
  article.body = "The incinerator was to stand at the edge of King’s Lynn.";
  article.councils = {"norfolk"};
  article.mentions = {"norfolk", "kings-lynn-and-west-norfolk"};
  archive.add(article);
  return archive;
}

Node resolved(SmallArchive& archive, const std::string& query) {
  Node root = parse_query(query).root;
  resolve(root, archive.database(), archive.stemmer(), Day{2026, 11, 23});
  return root;
}

}  // namespace

TEST_CASE("a word in no article is named if the query has other words") {
  struct Case {
    const char* query;
    const char* said;
  };
  const Case row = GENERATE(values<Case>({
      {"incinerator ombudsman", "no article has 'ombudsman'"},
      {"ombudsman incinerator ombudsman xyzzy", "no article has 'ombudsman' or 'xyzzy'"},
      {"incinerator a b c xyzzy plugh", "no article has 'b', 'c', 'xyzzy' or 'plugh'"},
      {"contracts incinerators", ""},
      {"ombudsman", ""},
      {"council:norfolk ombudsman", ""},
      {"incinerator -ombudsman contract", ""},
      {"incinerator (ombudsman OR contract)", ""},
      {"incinerator con-tract", ""},
      {"incinerator b c d e f g", ""},
      {"the of incinerator", ""},
  }));
  CAPTURE(row.query);
  SmallArchive archive = make_archive();
  CHECK(missing_words(resolved(archive, row.query), archive.database(), archive.stemmer()) == row.said);
}

TEST_CASE("articles that mention a council without being about it are suggested") {
  SmallArchive archive = make_archive();
  const auto said = [&](const std::string& query) {
    return mentions_instead(resolved(archive, query), archive.database(), archive.stemmer());
  };
  CHECK(said("council:king's lynn incinerator") ==
        "no article is about King's Lynn and West Norfolk, but 1 article mentions it: search with mentions: instead of "
        "council:");
  CHECK(said("council:king's lynn ombudsman").empty());
  CHECK(said("council:leeds incinerator").empty());
  CHECK(said("council:atlantis").empty());
  CHECK(said("incinerator -council:king's lynn").empty());
  CHECK(said("region:east-of-england ombudsman").empty());
}
