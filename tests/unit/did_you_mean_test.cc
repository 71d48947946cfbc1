#include "searcher/query/did_you_mean.h"

#include "searcher/query/nearest.h"
#include "tests/support/catch.h"
#include "tests/support/small_archive.h"

using namespace council_news;

namespace {

std::string suggestion(SmallArchive& archive, const std::string& query) {
  const ParsedQuery parsed = parse_query(query);
  return did_you_mean(parsed.root, query, archive.database(), archive.stemmer());
}

}  // namespace

TEST_CASE("unknown words are corrected, known ones never") {
  SmallArchive archive;
  archive.add("Inspectors judge children’s services inadequate",
              "The homelessness team was praised. Form of the farm.");
  Article article;
  article.title = "Homelessness strategy";
  article.body = "A homelessness strategy and another form.";
  article.authors = {"Marguerite Oakshott"};
  article.outlet = "Civic Ledger";
  archive.add(article);
  struct Case {
    const char* query;
    const char* suggestion;
  };
  const Case row = GENERATE(values<Case>({
      {"homelesness", "homelessness"},
      {"homlessness strategy", "homelessness strategy"},
      {"ihnadequate", "inadequate"},
      {"xnadequate", "inadequate"},
      {"inspecters", "inspectors"},
      {"\"childrens sevrices\" -farm", "\"childrens services\" -farm"},
      {"Sandwel's strategy", "sandwell's strategy"},
      {"homelessnessstrategy", "homelessness strategy"},
      {"farm", ""},
      {"homelesness homelesness", "homelessness homelessness"},
      {"team belt", ""},
      {"prayer", ""},
      {"straight", ""},
      {"forms", ""},
      {"inspected", ""},
      {"zzzzzzzzzz", ""},
      {"xyz", ""},
      {"a1234567", ""},
      {"strategy -homelesness", ""},
      {"topic:homelesness", ""},
      {"oakshot", "oakshott"},
      {"author:oakshot", "author:oakshott"},
      {"author:homelesness", ""},
      {"oakshott", ""},
      {"civic ledger", ""},
      {"outlet:legder", "outlet:ledger"},
      {"title:inadquate", "title:inadequate"},
  }));
  CAPTURE(row.query);
  CHECK(suggestion(archive, row.query) == row.suggestion);
}

TEST_CASE("only the first few of many unknown words are corrected") {
  SmallArchive archive;
  archive.add("a", "alpha bravo charlie delta foxtrot hotel india");
  CHECK(suggestion(archive, "alpah bravoo charlei dleta foxtort hotell inida") ==
        "alpha bravo charlie delta foxtrot hotell inida");
}

TEST_CASE("the nearest names") {
  const std::vector<std::string> names{"sandwell", "sutton", "kings-lynn-and-west-norfolk", "south-norfolk"};
  CHECK(nearest("sandwel", names, 3) == std::vector<std::string>{"sandwell"});
  CHECK(nearest("kings", names, 3) == std::vector<std::string>{"kings-lynn-and-west-norfolk"});
  CHECK(nearest("norfolk", names, 3) == std::vector<std::string>{"kings-lynn-and-west-norfolk", "south-norfolk"});
  CHECK(nearest("atlantis", names, 3).empty());
  CHECK(nearest("", names, 3).empty());
  CHECK(edit_distance("trust", "turst", 2) == 1);
  CHECK(edit_distance("trust", "burst", 2) == 2);
  CHECK(edit_distance("trust", "", 2) == 3);
}
