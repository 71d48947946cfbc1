#include "searcher/query/number_forms.h"

#include <algorithm>

#include "common/text/split.h"
#include "tests/support/catch.h"

using namespace council_news;

TEST_CASE("other spellings of numbers with letters") {
  struct Case {
    const char* given;
    std::vector<std::string> others;
  };
  const Case row = GENERATE(values<Case>({
      {"s114", {"s 114", "section 114"}},
      {"s 114", {"s114", "section 114"}},
      {"section 114", {"s 114", "s114"}},
      {"2.5m", {"2.5 m", "2.5 million"}},
      {"2.5 million", {"2.5 m", "2.5m"}},
      {"3bn", {"3 billion", "3 bn"}},
      {"5 percent", {"5 pc", "5 per cent", "5pc"}},
      {"4.99 per cent", {"4.99 pc", "4.99 percent", "4.99pc"}},
      {"5pc", {"5 pc", "5 per cent", "5 percent"}},
      {"500k", {"500 k", "500000"}},
      {"covid19", {"covid 19"}},
      {"20 mph", {"20mph"}},
      {"a1m", {"a 1 m", "a 1m", "a1 m"}},
      {"a1 m", {"a1m"}},
      {"s114 notice", {"s114notice"}},
      {"500000", {"500 k", "500k"}},
      {"1500 k", {"1500000", "1500k"}},
      {"2.5k", {"2.5 k"}},
      {"000", {}},
      {"m25", {"m 25"}},
      {"section", {}},
      {"2018", {}},
      {"21st", {}},
      {"2nd", {}},
      {"2018 19", {}},
      {"housing trust", {}},
      {"per cent", {}},
      {"a1b2c3", {}},
      {"e08000028", {"e 08000028"}},
      {"section 114 notice", {"section114notice"}},
      {"", {}},
  }));
  CAPTURE(row.given);
  std::vector<std::string> words;
  for (const std::string_view word : split(row.given, ' ')) words.emplace_back(word);
  std::vector<std::string> others = number_forms(words);
  std::sort(others.begin(), others.end());
  CHECK(others == row.others);
}
