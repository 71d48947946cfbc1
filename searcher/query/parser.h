#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/ast.h"

namespace council_news {

/// A parsed query, with human-readable warnings on what had to be guessed.
struct ParsedQuery {
  Node root;
  std::vector<std::string> warnings;
};

/// Parses a query. AND is implied between words; OR binds looser than AND, NOT and `-` tighter. Any text can be parsed:
/// an unclosed quote or parenthesis is closed at the end, a stray operator becomes a word or is ignored, and each such
/// reading adds a warning.
ParsedQuery parse_query(std::string_view query);

/// The words of a text, without operators or fields. Hyphenated words stay whole.
ParsedQuery parse_plain(std::string_view text);

}  // namespace council_news
