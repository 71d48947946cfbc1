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

/// Hash of the article's publisher, and its rarity: for samples of one publisher's articles, from which its boilerplate
/// is learnt (indexer/write/boilerplate.h).
inline constexpr std::string_view kPublisherPrefix = "XPUBLISHER:";

}  // namespace council_news
