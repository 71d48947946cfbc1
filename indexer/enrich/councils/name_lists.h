#pragma once

#include <cstddef>
#include <vector>

#include "indexer/enrich/councils/name_match.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {

/// Names separated only by commas, "and", numbers, council words and text in brackets.
struct NameList {
  std::size_t first;  ///< index of the first match
  std::size_t end;    ///< one past the last
};

/// The lists of a passage; a single name is a list of one. The matches must not include names of other things.
std::vector<NameList> find_lists(const Passage& passage, const std::vector<NameMatch>& matches);

}  // namespace council_news
