#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// Every character used as an apostrophe: ' ’ ‘ ʼ ´ ` ′ ‛ and similar.
bool is_apostrophe(char32_t code_point);

/// A hyphen that joins the parts of a word: - ‐ ‑ ‒ – and similar. Not the em dash, which separates clauses.
bool is_hyphen(char32_t code_point);

/// Invisible characters: soft hyphen, zero-width spaces and joiners, bidi marks, variation selectors.
bool is_invisible(char32_t code_point);

/// Appends the folded form of one code point: without case and accents, with ligatures and wide forms decomposed. May
/// be empty.
void append_folded(std::string& out, char32_t code_point);

/// The form in which names are compared: lower case, without accents and apostrophes, `&` as "and", all other
/// punctuation as one space: `King’s Lynn & West-Norfolk` → `kings lynn and west norfolk`.
std::string fold_name(std::string_view text);

}  // namespace council_news
