#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/enrich/councils/council_names.h"

namespace council_news {

/// The position of a mention in its article. Lines of a list have the position of the line that announced it, and the
/// first names after an introduction without any are one paragraph higher (mention_rules.h).
enum class Where : std::uint8_t { headline, opening, second, later };

/// A name that stands for a council in an article.
struct Mention {
  NamedCouncil named;
  Where where;
  std::size_t paragraph;     ///< its index, 0 for the headline
  std::string_view passage;  ///< its headline or paragraph
};

}  // namespace council_news
