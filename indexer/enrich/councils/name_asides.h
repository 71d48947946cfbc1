#pragma once

#include <cstddef>

#include "indexer/enrich/councils/passage.h"

namespace council_news {

// What tells that a council is named by the way: it is not the news.

/// "a new authority for an area including Tamworth and Stoke-on-Trent": before the word `begin`, the places of a list
/// are told rather than their councils.
bool is_of_areas(const Passage& passage, std::size_t begin);

/// "formerly of Leeds", "Its chairman is leader of Kent": before the word `begin`.
bool is_aside_before(const Passage& passage, std::size_t begin);

/// "Kent has not objected": who did nothing is no news. `end` is the word after the name.
bool is_denied(const Passage& passage, std::size_t end);

/// "Leeds and York have already done so".
bool has_already(const Passage& passage, std::size_t end);

}  // namespace council_news
