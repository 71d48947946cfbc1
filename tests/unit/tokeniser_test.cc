#include "common/text/tokeniser.h"

#include <algorithm>

#include "common/text/fold.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

/// The terms of a text with their positions: `re@0 inspection@1 reinspection@0`.
std::string terms(std::string_view text) {
  std::string out;
  for (const Token& token : tokenise(text)) {
    if (!out.empty()) out += ' ';
    out += token.term + "@" + std::to_string(token.position);
  }
  return out;
}

}  // namespace

TEST_CASE("one word however it is typed") {
  const char* apostrophe =
      GENERATE("'", "’", "‘", "ʼ", "´", "`", "′", "‛", "&#39;", "&rsquo;", "&#8217;", "", "\u00AD");
  CHECK(terms(std::string("Children") + apostrophe + "s Trust") == "childrens@0 trust@1");
}

TEST_CASE("words of a text") {
  struct Case {
    const char* text;
    const char* terms;
  };
  const Case row = GENERATE(values<Case>({
      {"", ""},
      {"  ... !", ""},
      {"Re-inspection of", "re@0 inspection@1 reinspection@0 of@2"},
      {"state‑of–the‐art", "state@0 of@1 the@2 art@3 stateoftheart@0"},
      {"2017-18 budget", "2017@0 18@1 budget@2"},
      {"Covid-19", "covid@0 19@1 covid19@0"},
      {"‘inadequate’, say", "inadequate@0 say@1"},
      {"councils’ powers", "councils@0 powers@1"},
      {"£2.5m of £1,000", "2.5m@0 of@1 1000@2"},
      {"3, 4 and 12,34", "3@0 4@1 and@2 12@3 34@4"},
      {"Ynys Môn", "ynys@0 mon@1"},
      {"Ynys Mo\u0302n", "ynys@0 mon@1"},
      {"STRASSE Straße", "strasse@0 strasse@1"},
      {"R&D, M & S", "r@0 and@1 d@2 m@3 and@4 s@5"},
      {"Barking & Dagenham", "barking@0 and@1 dagenham@2"},
      {"Barking&Dagenham", "barking@0 and@1 dagenham@2"},
      {"Barking &amp; Dagenham", "barking@0 and@1 dagenham@2"},
      {"A1(M)", "a1@0 m@1"},
      {"4.99% of 5 %, 7％", "4.99@0 percent@1 of@2 5@3 percent@4 7@5 percent@6"},
      {"a%20b%20c 5%3 % 100% % x%", "a@0 20b@1 20c@2 5@3 3@4 percent@5 100@6 percent@7 x@8"},
      {"co\u00ADopera\u200Btive", "cooperative@0"},
      {"a\xFF"
       "b",
       "a@0 b@1"},
  }));
  CAPTURE(row.text);
  CHECK(terms(row.text) == row.terms);
}

TEST_CASE("a token knows its position and whether it is a possessive") {
  const std::vector<Token> tokens = tokenise("The children’s trust");
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[1].begin == 4);
  CHECK(tokens[1].end == 16);
  CHECK(tokens[1].possessive);
  CHECK(stem_base(tokens[1]) == "children");
  CHECK_FALSE(tokens[2].possessive);
}

TEST_CASE("names fold to one form") {
  CHECK(fold_name("King’s Lynn & West-Norfolk") == "kings lynn and west norfolk");
  CHECK(fold_name("  Ynys   Môn ") == "ynys mon");
  CHECK(fold_name("") == "");
}

TEST_CASE("a word of any length is converted to lower case") {
  for (std::size_t length = 1; length <= 130; ++length) {
    CAPTURE(length);
    const std::string capitals(length, 'Q');
    for (const std::string& text : {capitals, "x " + capitals + ", y", capitals + "’s", "x-" + capitals}) {
      const std::vector<Token> tokens = tokenise(text);
      const bool found = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return token.term.starts_with(std::string(length, 'q')) && token.term.size() <= length + 1;
      });
      CHECK(found);
    }
  }
}
