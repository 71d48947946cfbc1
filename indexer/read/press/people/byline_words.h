#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/press/people/names.h"

namespace council_news::press {

enum class Separator { hard, comma, conjunction };

/// The words of a byline between two separators.
struct Piece {
  Separator before = Separator::hard;
  std::vector<Word> words;
  std::size_t after_colon = 0;  ///< index of the word after the last colon; 0 without one
};

/// A byline split at its separators. Addresses and handles are separators too.
struct BylineWords {
  std::vector<Piece> pieces;  ///< never empty
  std::string email;          ///< the first one
};

/// The words are views into `text`.
BylineWords cut_byline(std::string_view text);

}  // namespace council_news::press
