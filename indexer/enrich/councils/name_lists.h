#pragma once

#include <cstddef>
#include <vector>

#include "indexer/enrich/councils/name_match.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {

/// Names that stand side by side, with nothing but commas, "and", figures, council words and what stands in brackets
/// between.
struct NameList {
  std::size_t first;  ///< of the matches
  std::size_t end;    ///< one behind
};

/// The lists of a passage; a name by itself is a list of one. The matches are without those of other things.
std::vector<NameList> find_lists(const Passage& passage, const std::vector<NameMatch>& matches);

}  // namespace council_news
