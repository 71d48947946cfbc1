#include "common/knowledge/gazetteer.h"

#include <map>
#include <set>

#include "common/text/fold.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

bool is_combined(const Council& council) {
  return council.kind == "combined-authority" || council.kind == "strategic-authority";
}

std::vector<std::string> slugs(const std::vector<const Council*>& councils) {
  std::vector<std::string> names;
  for (const Council* council : councils) names.emplace_back(council->slug);
  return names;
}

}  // namespace

TEST_CASE("the gazetteer has every current principal authority") {
  std::map<std::string_view, int> by_nation;
  std::map<std::string_view, int> by_kind;
  for (const Council& council : gazetteer().councils()) {
    if (!council.is_current() || is_combined(council)) continue;
    ++by_nation[council.nation];
    ++by_kind[council.kind];
  }
  CHECK(by_nation ==
        std::map<std::string_view, int>{{"england", 317}, {"scotland", 32}, {"wales", 22}, {"northern-ireland", 11}});
  CHECK(by_kind == std::map<std::string_view, int>{{"county", 21},
                                                   {"district", 164},
                                                   {"london-borough", 32},
                                                   {"metropolitan", 36},
                                                   {"unitary", 62},
                                                   {"sui-generis", 2},
                                                   {"council-area", 32},
                                                   {"principal-area", 22},
                                                   {"ni-district", 11}});
}

TEST_CASE("slugs and codes are unique, and references are valid") {
  std::set<std::string_view> seen_slugs;
  std::set<std::string_view> seen_codes;
  for (const Council& council : gazetteer().councils()) {
    CAPTURE(council.slug);
    CHECK(seen_slugs.insert(council.slug).second);
    CHECK_FALSE(council.slug.empty());
    CHECK(council.slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    if (council.is_current() && !is_combined(council)) CHECK(council.gss.size() == 9);
    if (!council.gss.empty()) CHECK(seen_codes.insert(council.gss).second);
    CHECK_FALSE(council.name.empty());
    CHECK_FALSE(council.official_name.empty());
    for (const std::string_view other : council.predecessors) CHECK(gazetteer().by_slug(other) != nullptr);
    for (const std::string_view other : council.successors) CHECK(gazetteer().by_slug(other) != nullptr);
  }
}

TEST_CASE("no two current authorities share a name") {
  std::map<std::string_view, std::set<std::string_view>> owners;
  for (const Council& council : gazetteer().councils()) {
    if (!council.is_current()) continue;
    for (const CouncilName& name : council.names) owners[name.text].insert(council.slug);
  }
  std::string clashes;
  for (const auto& [name, councils] : owners) {
    if (councils.size() < 2) continue;
    clashes += std::string(name) + ":";
    for (const std::string_view slug : councils) clashes += " " + std::string(slug);
    clashes += "\n";
  }
  CHECK(clashes == "");
}

TEST_CASE("a council is found by all of its names") {
  struct Case {
    const char* text;
    const char* slug;
  };
  const Case row = GENERATE(values<Case>({
      {"sandwell", "sandwell"},
      {"Sandwell MBC", "sandwell"},
      {"Sandwell Metropolitan Borough Council", "sandwell"},
      {"E08000028", "sandwell"},
      {"e08000028", "sandwell"},
      {"King's Lynn", "kings-lynn-and-west-norfolk"},
      {"king’s lynn & west norfolk", "kings-lynn-and-west-norfolk"},
      {"Kensington & Chelsea RLBC", "kensington-and-chelsea"},
      {"London Borough of Camden", "camden"},
      {"Ynys Môn", "isle-of-anglesey"},
      {"ynys mon", "isle-of-anglesey"},
      {"Hull", "kingston-upon-hull"},
      {"Norfolk CC", "norfolk"},
      {"City of Edinburgh Council", "edinburgh"},
      {"Newcastle-under-Lyme", "newcastle-under-lyme"},
      {"County Durham", "durham"},
  }));
  CAPTURE(row.text);
  const auto found = gazetteer().resolve(row.text);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front()->slug == row.slug);
}

TEST_CASE("the slug of an abolished council also finds its namesakes") {
  CHECK(slugs(gazetteer().resolve("bath")) == std::vector<std::string>{"bath-and-north-east-somerset", "bath"});
  CHECK(slugs(gazetteer().resolve("Derry")) == std::vector<std::string>{"derry-city-and-strabane", "derry"});
  CHECK(slugs(gazetteer().resolve("durham")) == std::vector<std::string>{"durham"});
  CHECK(slugs(gazetteer().resolve("cumbria")) == std::vector<std::string>{"cumbria"});
  CHECK(slugs(gazetteer().resolve("Bath City Council")) == std::vector<std::string>{"bath"});
}

TEST_CASE("names of other things are not found") {
  const char* text = GENERATE("", "council", "Atlantis", "E99999999", "children");
  CAPTURE(text);
  CHECK(slugs(gazetteer().resolve(text)).empty());
}

TEST_CASE("council_name agrees with by_slug") {
  for (const Council& council : gazetteer().councils()) CHECK(council_name(council.slug) == council.name);
  CHECK(council_name("no-such-council") == "no-such-council");
  CHECK(council_name("").empty());
}

TEST_CASE("a host name belongs to its council") {
  CHECK(slugs(gazetteer().by_host("news.leeds.gov.uk")) == std::vector<std::string>{"leeds"});
  CHECK(slugs(gazetteer().by_host("www.sandwell.gov.uk")) == std::vector<std::string>{"sandwell"});
  CHECK(gazetteer().by_host("localgov.co.uk").empty());
  CHECK(gazetteer().by_host("").empty());
}

TEST_CASE("a council's family is its predecessors and successors") {
  const auto family_of = [](const char* slug) {
    const auto members = slugs(gazetteer().family(*gazetteer().by_slug(slug)));
    return std::set<std::string>(members.begin(), members.end());
  };
  CHECK(family_of("cumbria") == std::set<std::string>{"cumbria", "cumberland", "westmorland-and-furness"});
  CHECK(family_of("cumberland") == std::set<std::string>{"cumberland", "cumbria", "allerdale", "carlisle", "copeland"});
  // Not every London borough, although all succeeded the Greater London Council.
  CHECK(family_of("camden") == std::set<std::string>{"camden", "greater-london-council"});
  CHECK(slugs(gazetteer().family(*gazetteer().by_slug("cumbria"))).front() != "cumbria");
}
