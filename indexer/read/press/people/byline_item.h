#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/read/press/people/byline_words.h"

namespace council_news::press {

/// What stands between two separators, without labels, as it was read.
struct Item {
  enum Kind { person, generic, body, unsure };
  Kind kind = unsure;
  Separator before = Separator::hard;
  Words words;
  std::vector<Words> names;      ///< of the people
  std::string_view merged = {};  ///< of several pieces that are one body
  std::size_t roles = 0;
  std::size_t unknown = 0;
  std::size_t sections = 0;  ///< words of offices and pages: `News`
  std::size_t behind = 0;    ///< words behind a name that are no role: `for the Ledger`
};

/// Reads the words of one item, which must not be empty.
Item read_item(Words words, Separator before);

/// Reads `words` as one or two people and what is said of them; false if no name begins them.
bool read_people(Words words, Item& item);

/// How many words at the front of a piece are a label: `Words and`, `Exclusive by`, `Political Editor:`,
/// `Photography`. All of them if it is a label and no more.
std::size_t label_length(const Piece& piece);

/// The text from the first word to the last.
std::string_view span_of(Words words);

}  // namespace council_news::press
