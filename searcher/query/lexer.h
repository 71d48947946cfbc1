#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

enum class LexemeKind { word, phrase, field, open, close, and_op, or_op, not_op, near_op };

/// Maximum distance of NEAR, in words.
inline constexpr unsigned kMaxDistance = 100;

/// A piece of a query.
struct Lexeme {
  LexemeKind kind;
  std::string text;       ///< of words, phrases (without quotes) and `near_op`; of `field`: its name, in lower case
  unsigned distance = 0;  ///< of `near_op`
  bool closed = true;     ///< of `phrase`: the closing quote was there
  bool exact = false;     ///< of `field`: `council:=`
};

/// Splits a query into lexemes. Never fails.
///
/// Quotes are " and all curly and angled pairs; apostrophes never quote. AND, OR, NOT and NEAR/n are operators only in
/// capitals; `-`, `!` and `+` only at the start of a word. A parenthesis inside a word belongs to it: `A1(M)`. A name
/// and a colon directly followed by something is a field, so `Ofsted: a report` has none. After `:=` the value is
/// exact.
std::vector<Lexeme> lex(std::string_view query);

}  // namespace council_news
