#pragma once

#include <cstddef>

#include "indexer/enrich/councils/passage.h"

namespace council_news {

// Council names in election reports, which omit the council words more than any other text: "Labour hold Bolton",
// "Millfield, Blaby", "held at High Peak (Limestone Peak ward)".

/// Counts of election words in a passage; an article's are the sums over its passages.
struct ElectionTalk {
  int local = 0;         ///< "local elections", "council by-election", "no overall control"
  int by_elections = 0;  ///< by-elections, including those to Parliament
  int won = 0;           ///< a party and its result, "Lab hold", "Tories lose"; or "elections" alone
  int parliament = 0;    ///< words for parliamentary elections

  ElectionTalk& operator+=(const ElectionTalk& other);
  /// Whether the text is about council elections.
  bool is_of_councils() const;
};
ElectionTalk read_elections(const Passage& passage);

/// "Labour hold Bolton", "Tories have lost Stroud": whether a party and its result precede the word `begin`.
bool is_won(const Passage& passage, std::size_t begin);

/// In a text about council elections: whether the names from `begin` to `end` are councils being elected.
bool is_contested(const Passage& passage, std::size_t begin, std::size_t end);

/// Whether the sentence of a word reports a party's win or loss. A certain council name in it is a council being
/// elected.
bool is_of_contest(const Passage& passage, std::size_t at);

}  // namespace council_news
