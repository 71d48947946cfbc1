#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// Every sign that people type or programs write for an apostrophe: ' ’ ‘ ʼ ´ ` ′ ‛ and the like.
bool is_apostrophe(char32_t code_point);

/// A hyphen that joins the parts of a word: - ‐ ‑ ‒ – and the like. The em dash parts clauses and is none.
bool is_hyphen(char32_t code_point);

/// Signs that are no text at all: soft hyphen, zero-width blanks and joiners, bidi marks, variation selectors.
bool is_invisible(char32_t code_point);

/// Appends the folded form of one code point: case and accents gone, ligatures and wide forms apart. May be empty.
void append_folded(std::string& out, char32_t code_point);

/// The form in which names are compared: lower case, without accents and apostrophes, `&` as "and", every other sign
/// as one blank: `King’s Lynn & West-Norfolk` → `kings lynn and west norfolk`.
std::string fold_name(std::string_view text);

}  // namespace council_news
