#pragma once

#include <cstddef>
#include <vector>

#include "indexer/enrich/councils/name_match.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {

/// Names that stand side by side, with nothing but commas, "and", figures and council words between.
struct NameList {
  std::size_t first;  ///< of the matches
  std::size_t end;    ///< one behind
};

/// The lists of a passage; a name by itself is a list of one. What is surely another thing is in none.
std::vector<NameList> find_lists(const Passage& passage, const std::vector<NameMatch>& matches);

}  // namespace council_news
