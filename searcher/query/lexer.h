#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

enum class LexemeKind { word, phrase, field, open, close, and_op, or_op, not_op, near_op };

/// Words that NEAR may span.
inline constexpr unsigned kMaxDistance = 100;

/// A piece of a query.
struct Lexeme {
  LexemeKind kind;
  std::string text;       ///< of words and phrases, without quotes; of `field`: its name, in lower case; of `near_op`
  unsigned distance = 0;  ///< of `near_op`
  bool closed = true;     ///< of `phrase`: did the closing quote stand there?
  bool exact = false;     ///< of `field`: `council:=`
};

/// Cuts a query into pieces. Any text has pieces: nothing here fails.
///
/// Quotes are " and every curly or angled pair; apostrophes never quote. AND, OR, NOT and NEAR/n are operators only in
/// capitals; `-`, `!` and `+` only at the beginning of a word. A parenthesis inside a word belongs to it: `A1(M)`. A
/// name and a colon with something right behind it is a field: `Ofsted: a report` has none. So is one with `:=`, whose
/// value is meant exactly.
std::vector<Lexeme> lex(std::string_view query);

}  // namespace council_news
