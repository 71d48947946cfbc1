#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/stem.h"

namespace council_news {

/// A piece of query text as the index knows it. `co-operative society` is `co operative society`, and with its
/// hyphenated words as one `cooperative society`.
struct Words {
  std::vector<std::string> surfaces;  ///< one a position
  std::vector<std::string> stems;     ///< likewise
  std::vector<std::string> joined;    ///< one a position, hyphenated words as one; empty when there is no such word
  std::vector<std::string> joined_stems;
  std::vector<std::size_t> starred;  ///< which of `surfaces` have a star right behind them

  bool empty() const { return surfaces.empty(); }
};

/// Cuts as the index does. Words too long to be indexed are left out, and so are all but the first hundred.
Words words_of(std::string_view text, Stemmer& stem);

/// Is that a stop word (`the`, `what`, `before`), or one that in news is hardly more (`said`), in folded form? It
/// says nothing of what is sought: in a query that wants any of its words it would bring in articles for nothing, and
/// rare ones among them (`what`, `whether`) would even be weighed as if they told much. Words that are also names or
/// subjects (`may`, `will`, `us`) are none.
bool is_stop_word(std::string_view folded);

}  // namespace council_news
