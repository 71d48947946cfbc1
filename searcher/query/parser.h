#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/ast.h"

namespace council_news {

/// A query as it was read, and what had to be guessed, for people.
struct ParsedQuery {
  Node root;
  std::vector<std::string> warnings;
};

/// Reads a query. Words side by side are all wanted; OR binds looser than AND, NOT and `-` tighter. Any text is read,
/// as generously as possible: an open quote or parenthesis is closed at the end, a stray operator is a word or nothing,
/// and each such reading is a warning.
ParsedQuery parse_query(std::string_view query);

/// The words of a text, whatever signs are in it. Hyphenated ones stay whole.
ParsedQuery parse_plain(std::string_view text);

}  // namespace council_news
