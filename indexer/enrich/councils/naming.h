#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/enrich/councils/council_names.h"

namespace council_news {

/// Where in an article a name stands. The lines of a list stand where the list was announced, and the first names
/// behind an introduction without any one paragraph higher (naming_rules.h).
enum class Where : std::uint8_t { headline, opening, second, later };

/// A name that stands for a council in an article.
struct Naming {
  NamedCouncil named;
  Where where;
  std::size_t paragraph;     ///< its number, 0 for the headline
  std::string_view passage;  ///< the headline or paragraph it stands in
};

}  // namespace council_news
