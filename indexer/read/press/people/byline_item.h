#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/read/press/people/byline_words.h"

namespace council_news::press {

/// The interpretation of the words between two separators, without labels.
struct Item {
  enum Kind { person, generic, organisation, unsure };
  Kind kind = unsure;
  Separator before = Separator::hard;
  Words words;
  std::vector<Words> names;      ///< of its people
  std::string_view merged = {};  ///< text of several pieces that are one organisation
  std::size_t roles = 0;
  std::size_t unknown = 0;
  std::size_t sections = 0;  ///< number of words for offices and sections: `News`
  std::size_t trailing = 0;  ///< number of words about a person that are no writer's role: `leader of Vale Council`
  bool sentence = false;     ///< the words after a name make a sentence: `Ann Smith wins prize`
};

/// Interprets the words of one item, which must not be empty.
Item read_item(Words words, Separator before);

/// Reads `words` as one or two people and the words about them; false if they do not begin with a name.
bool read_people(Words words, Item& item);

/// The number of words at the front of a piece that are a label: `Words and`, `Exclusive by`, `Political Editor:`,
/// `Photography`. All of them if the piece is only a label.
std::size_t label_length(const Piece& piece);

/// Whether a label begins headlines: `EXCLUSIVE: …`, `UPDATE: …`.
bool is_headline_tag(Words label);

/// The text from the first to the last word.
std::string_view span_of(Words words);

}  // namespace council_news::press
