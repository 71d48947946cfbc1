#pragma once

#include <cstddef>

#include "indexer/enrich/councils/passage.h"

namespace council_news {

// Signs of a passing mention: the council is not the news.

/// "a new authority for an area including Tamworth and Stoke-on-Trent": whether the list at the word `begin` names
/// places rather than their councils.
bool is_of_areas(const Passage& passage, std::size_t begin);

/// "formerly of Leeds", "Its chairman is leader of Kent": whether the words before `begin` make it a passing mention.
bool is_passing_before(const Passage& passage, std::size_t begin);

/// "Kent has not objected": a council that did nothing is not the news. `end` is the word after the name.
bool is_denied(const Passage& passage, std::size_t end);

/// "Leeds and York have already done so".
bool has_already(const Passage& passage, std::size_t end);

}  // namespace council_news
