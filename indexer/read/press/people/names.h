#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/read/press/people/words.h"

namespace council_news::press {

/// A word of a byline.
struct Word {
  std::string_view text;    ///< without brackets and marks around it; an initial keeps its full stop
  WordClasses classes = 0;  ///< those that its capitals allow: `Ma` is no Master of Arts
};

using Words = std::span<const Word>;

inline bool has(const Word& word, WordClasses classes) { return (word.classes & classes) != 0; }
bool any_has(Words words, WordClasses classes);
bool all_have(Words words, WordClasses classes);

/// Every word is one of offices, papers and pages: nobody in particular is named.
inline bool is_generic(Words words) { return all_have(words, ~WordClasses{kParticle | kTitle | kLetters}); }

/// `text` must hold no white space, and outlive the word.
Word read_word(std::string_view text);

/// A word as names are made of: a capital first (`O'Neil`, `d'Arcy`, `al-Rashid`), letters, apostrophes, hyphens, full
/// stops, quotes around a nickname.
bool is_name_word(std::string_view word);

bool is_all_capitals(std::string_view word);

/// A person's name: titles, then two to five capitalised words or one after a title, small particles between them
/// (`Ludwig van Beethoven`, `Siân ap Gwilym`). No word of it is one that offices, papers and sentences use, at least
/// one is in no list of ours, and it is neither the name of a council's area (`West Sussex`) nor that of a paper there
/// (`Leeds Live`).
bool is_person_name(Words words);

/// The name as running text writes it: `JANE McDONALD` → `Jane McDonald`, `SIÂN O'BRIEN` → `Siân O'Brien`; a name given
/// twice, as a link and its tooltip, once.
std::string written_name(Words words);

}  // namespace council_news::press
