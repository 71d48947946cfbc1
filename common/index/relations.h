#pragma once

#include <string_view>

namespace council_news {

/// Terms and slots that relate documents to each other; those of fields are in schema.h.

/// Bands of the text's sketch; near-duplicates share some (indexer/enrich/sketch.h).
inline constexpr std::string_view kBandPrefix = "XBAND:";

/// The article's group of near-duplicates, named after the smallest id in it. Articles without near-duplicates have
/// none.
inline constexpr std::string_view kGroupPrefix = "XGROUP:";
inline constexpr unsigned kGroupSlot = 8;

/// Hash of each paragraph with its outlet: a paragraph that articles of one outlet share is boilerplate.
inline constexpr std::string_view kParagraphPrefix = "XPARAGRAPH:";

}  // namespace council_news
