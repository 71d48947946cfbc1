// Numbers of principal councils, started and ended, in the reorganisations since 1974.
#include <map>
#include <string>
#include <string_view>

#include "common/knowledge/gazetteer.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

using Counts = std::map<std::string_view, int>;

bool is_principal(const Council& council) {
  return council.kind != "combined-authority" && council.kind != "strategic-authority";
}

/// The number of principal councils by nation on a day.
Counts by_nation(std::string_view day) {
  Counts counts;
  for (const Council& council : gazetteer().councils()) {
    const bool begun = council.started.empty() || council.started <= day;
    if (is_principal(council) && begun && (council.ended.empty() || council.ended >= day)) ++counts[council.nation];
  }
  return counts;
}

/// Rows by kind whose first or last day is in a year.
Counts by_kind(std::string_view year, std::string_view Council::*day) {
  Counts counts;
  for (const Council& council : gazetteer().councils())
    if (is_principal(council) && (council.*day).starts_with(year)) ++counts[council.kind];
  return counts;
}

}  // namespace

TEST_CASE("councils of each nation after each reorganisation") {
  struct Row {
    const char* day;
    int england;
    int scotland;
    int wales;
    int northern_ireland;
  };
  const Row row = GENERATE(values<Row>({
      {"1975-06-01", 412, 65, 45, 26},  // 39 + 6 counties, 296 + 36 districts, 32 boroughs, City, Scilly, GLC
      {"1986-06-01", 405, 65, 45, 26},
      {"1995-06-01", 403, 65, 45, 26},
      {"1996-06-01", 393, 32, 22, 26},
      {"1997-06-01", 392, 32, 22, 26},
      {"1998-06-01", 388, 32, 22, 26},
      {"2009-06-01", 353, 32, 22, 26},
      {"2015-06-01", 353, 32, 22, 11},
      {"2019-06-01", 343, 32, 22, 11},
      {"2020-06-01", 339, 32, 22, 11},
      {"2021-06-01", 333, 32, 22, 11},
      {"2023-06-01", 317, 32, 22, 11},
      {"2026-06-01", 317, 32, 22, 11},
  }));
  CAPTURE(row.day);
  CHECK(by_nation(row.day) == Counts{{"england", row.england},
                                     {"scotland", row.scotland},
                                     {"wales", row.wales},
                                     {"northern-ireland", row.northern_ireland}});
}

TEST_CASE("councils started and ended in each year of reorganisation, by kind") {
  struct Row {
    const char* year;
    Counts began;
    Counts ended;
  };
  // A district or county that became a unitary neither ends nor starts: it is one row, of its later kind.
  const Row row = GENERATE(values<Row>({
      {"1974",
       {{"county", 32},
        {"district", 259},
        {"metropolitan", 36},
        {"metropolitan-county", 6},
        {"sui-generis", 1},
        {"unitary", 44},
        {"welsh-county", 8},
        {"welsh-district", 37}},
       {}},
      {"1975", {{"council-area", 3}, {"scottish-district", 53}, {"scottish-region", 9}}, {}},
      {"1986", {}, {{"gla", 1}, {"metropolitan-county", 6}}},
      {"1995", {{"unitary", 1}}, {{"county", 1}, {"district", 2}}},
      {"1996",
       {{"council-area", 29}, {"principal-area", 22}, {"unitary", 6}},
       {{"county", 3},
        {"district", 13},
        {"scottish-district", 53},
        {"scottish-region", 9},
        {"welsh-county", 8},
        {"welsh-district", 37}}},
      {"1997", {{"unitary", 1}}, {{"district", 2}}},
      {"1998", {{"county", 1}, {"unitary", 2}}, {{"county", 2}, {"district", 5}}},
      {"2009", {{"unitary", 3}}, {{"county", 2}, {"district", 36}}},
      {"2015", {{"ni-district", 10}}, {{"ni-district", 25}}},
      {"2019", {{"district", 3}, {"unitary", 2}}, {{"county", 1}, {"district", 12}, {"unitary", 2}}},
      {"2020", {{"unitary", 1}}, {{"county", 1}, {"district", 4}}},
      {"2021", {{"unitary", 2}}, {{"county", 1}, {"district", 7}}},
      {"2023", {{"unitary", 2}}, {{"county", 1}, {"district", 17}}},
  }));
  CAPTURE(row.year);
  CHECK(by_kind(row.year, &Council::started) == row.began);
  CHECK(by_kind(row.year, &Council::ended) == row.ended);
}

TEST_CASE("councils end only in years of reorganisation") {
  for (const Council& council : gazetteer().councils()) {
    if (!is_principal(council) || council.ended.empty()) continue;
    CAPTURE(council.slug);
    const std::string year(council.ended.substr(0, 4));
    CHECK(std::string(" 1986 1995 1996 1997 1998 2009 2015 2019 2020 2021 2023 ").find(" " + year + " ") !=
          std::string::npos);
    CHECK_FALSE(council.successors.empty());
  }
}

TEST_CASE("a successor starts when its predecessor ends, or continues") {
  for (const Council& council : gazetteer().councils()) {
    for (const std::string_view slug : council.successors) {
      CAPTURE(council.slug, slug);
      const Council* next = gazetteer().by_slug(slug);
      REQUIRE(next != nullptr);
      CHECK(std::find(next->predecessors.begin(), next->predecessors.end(), council.slug) != next->predecessors.end());
      if (!council.ended.empty()) CHECK((next->ended.empty() || next->ended > council.ended));
    }
  }
}
