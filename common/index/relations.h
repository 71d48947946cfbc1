#pragma once

#include <string_view>

namespace council_news {

/// Terms and slots that relate documents to each other, beside those of the field table (schema.h).

/// Hash of each version of the article that was read: what is known need not be looked at again.
inline constexpr std::string_view kVersionPrefix = "XVERSION:";

/// Bands of the text's sketch: near-duplicates share some (indexer/enrich/sketch.h).
inline constexpr std::string_view kBandPrefix = "XBAND:";

/// The group of near-duplicates an article belongs to: the least id of its members. Articles without any are in none.
inline constexpr std::string_view kGroupPrefix = "XGROUP:";
inline constexpr unsigned kGroupSlot = 8;

/// Hash of each paragraph with its outlet: what several articles of one outlet share is no article's own.
inline constexpr std::string_view kParagraphPrefix = "XPARAGRAPH:";

}  // namespace council_news
