#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "indexer/read/press/people/words.h"

namespace council_news::press {

/// A word of a byline.
struct Word {
  std::string_view text;    ///< without surrounding brackets and punctuation; an initial keeps its full stop
  WordClasses classes = 0;  ///< those consistent with its capitals: `Ma` is not a Master of Arts
};

using Words = std::span<const Word>;

inline bool has(const Word& word, WordClasses classes) { return (word.classes & classes) != 0; }
bool any_has(Words words, WordClasses classes);
bool all_have(Words words, WordClasses classes);

/// Whether every word is a word of offices, papers and pages, so that nobody in particular is named.
inline bool is_generic(Words words) {
  return all_have(words, ~WordClasses{kParticle | kTitle | kPostNominal | kVerb | kFirm});
}

/// Whether its text is one of these, in any case.
bool is_one_of(const Word& word, std::initializer_list<std::string_view> texts);

/// `text` must not contain white space and must outlive the word.
Word read_word(std::string_view text);

/// Whether a word has the form of a name: a capital first (`O'Neil`, `d'Arcy`, `al-Rashid`), letters, apostrophes,
/// hyphens, full stops, quotes around a nickname. A possessive (`Smith's`) is none.
bool is_name_word(std::string_view word);

bool is_all_capitals(std::string_view word);

/// Whether the words are a person's name: titles, then two to five capitalised words, or one after a title, with
/// lower-case particles between them (`Ludwig van Beethoven`, `Siân ap Gwilym`). None of them is a word of offices,
/// papers or sentences, at least one is in no list, and together they are neither a council area (`West Sussex`) nor a
/// paper (`Leeds Live`).
bool is_person_name(Words words);

/// The name in normal case: `JANE McDONALD` → `Jane McDonald`, `SIÂN O'BRIEN` → `Siân O'Brien`. A name given twice, by
/// a link and its tooltip, is written once.
std::string written_name(Words words);

}  // namespace council_news::press
