#include <string>
#include <vector>

#include "indexer/read/page/names.h"
#include "tests/support/catch.h"

using council_news::page::names_in_byline;
using Names = std::vector<std::string>;

TEST_CASE("names are read out of bylines") {
  struct Row {
    const char* byline;
    Names names;
  };
  const Row rows[] = {
      {"Ann Smith", {"Ann Smith"}},
      {"By Ann Smith", {"Ann Smith"}},
      {"BY ANN SMITH", {"ANN SMITH"}},
      {"By: Ann Smith and Bob Jones", {"Ann Smith", "Bob Jones"}},
      {"By Ann Smith, Bob Jones & Carys Price", {"Ann Smith", "Bob Jones", "Carys Price"}},
      {"Ann Smith; Bob Jones", {"Ann Smith", "Bob Jones"}},
      {"By Ann Smith, Local Democracy Reporter", {"Ann Smith"}},
      {"Ann Smith Local Democracy Reporter", {"Ann Smith"}},
      {"Chief reporter Ann Smith", {"Ann Smith"}},
      {"Local Democracy Reporter", {}},
      {"By Ann SmithBob Jones", {"Ann Smith", "Bob Jones"}},
      {"Ann McDonald", {"Ann McDonald"}},
      {"Vale Council communications team", {}},
      {"Ann Smith (Local Democracy Reporting Service)", {"Ann Smith"}},
      {"Written by Ann Smith on 29 January 2018", {"Ann Smith"}},
      {"Posted on 29 January 2018 by Ann Smith", {"Ann Smith"}},
      {"Ann Smith 29/01/2018", {"Ann Smith"}},
      {"Ann Smith, PhD", {"Ann Smith"}},
      {"Ann Smith @annsmith ann@news.example", {"Ann Smith"}},
      {"Published by Dr. Ann O'Neil", {"Dr. Ann O'Neil"}},
      {"Von Anna Schmidt und Jörg Maier", {"Anna Schmidt", "Jörg Maier"}},
      {"Par Anne Dupont", {"Anne Dupont"}},
      {"View all posts by Ann Smith", {"Ann Smith"}},
      {"admin", {}},
      {"https://news.example/authors/ann", {}},
      {"ann@news.example", {}},
      {"News desk", {}},
      {"By", {}},
      {"", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.byline);
    CHECK(names_in_byline(row.byline) == row.names);
  }
}
