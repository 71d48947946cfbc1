#pragma once

#include <cstddef>

#include "indexer/enrich/councils/passage.h"

namespace council_news {

// What reports of elections say of councils. They leave the council words out more than any others do: "Labour hold
// Bolton", "Millfield, Blaby", "held at High Peak (Limestone Peak ward)".

/// What a text says of elections, counted; that of a whole article is the sum of its passages'.
struct ElectionTalk {
  int local = 0;         ///< "local elections", "council by-election", "no overall control"
  int by_elections = 0;  ///< by-elections, be it to Parliament
  int won = 0;           ///< a party and what it does: "Lab hold", "Tories lose"; or just "elections"
  int parliament = 0;    ///< words of elections to Parliament

  ElectionTalk& operator+=(const ElectionTalk& other);
  /// Is it about elections to councils?
  bool is_of_councils() const;
};
ElectionTalk read_elections(const Passage& passage);

/// "Labour hold Bolton", "Tories have lost Stroud": before the word `begin`, a party and what it did.
bool is_won(const Passage& passage, std::size_t begin);

/// In a text on elections to councils, are the names from `begin` to `end` those elected to?
bool is_contested(const Passage& passage, std::size_t begin, std::size_t end);

/// Does the sentence of a word tell what a party won or lost? What surely is a council's name there is one elected to.
bool is_of_contest(const Passage& passage, std::size_t at);

}  // namespace council_news
