#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/stem.h"

namespace council_news {

/// A part of a query in the terms of the index. `co-operative society` is `co operative society`, and joined
/// `cooperative society`.
struct Words {
  std::vector<std::string> surfaces;  ///< one per position
  std::vector<std::string> stems;     ///< likewise
  std::vector<std::string> joined;    ///< one per position, hyphenated words joined; empty if there are none
  std::vector<std::string> joined_stems;
  std::vector<std::size_t> starred;  ///< indexes of `surfaces` with a wildcard directly after them

  bool empty() const { return surfaces.empty(); }
};

/// Splits as the index does. Drops words too long to be indexed, and all after the first hundred.
Words words_of(std::string_view text, Stemmer& stem);

/// Whether a folded word is a stop word (`the`, `what`, `before`) or hardly more in news (`said`). Stop words say
/// nothing about the subject: where any word is enough they would match articles for no reason, and rare ones (`what`,
/// `whether`) would even have a high weight. Words that are also names or subjects (`may`, `will`, `us`) are not
/// included.
bool is_stop_word(std::string_view folded);

}  // namespace council_news
