#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/knowledge/furniture.h"

namespace council_news::press {

/// A paragraph, or a line of a page's furniture, as the rules about furniture look at it.
struct Line {
  std::string_view text;
  std::string_view key;  ///< its beginning in the form of fold_name
  std::size_t words = 0;
  bool prose = false;  ///< a sentence, or too long for anything else
};

/// Reads `text` as a line, its key folded into `buffer`, which must outlive it.
Line read_line(std::string_view text, std::string& buffer);

/// What a line is by its words, from the table of phrases, and by its form: `£30,000 - £32,000 per annum`, `Facebook
/// Twitter Email`, `Home > News > Housing`, `(Image: Ann Lee)`, a telephone number. None for text of an article; `job`
/// and `apply` are never the answer.
Furniture furniture_of(const Line& line);

/// The words before a line's colon in the form of fold_name, when they are few enough to be a label; else empty.
std::string label_of(std::string_view text);

/// `© Civic Ledger 2018`, `Copyright 2018 …`.
bool is_copyright(const Line& line);

/// Ends as a sentence does, closing quotes and brackets apart.
bool ends_sentence(std::string_view text);

/// `text` without its closing quotes and brackets.
std::string_view without_closers(std::string_view text);

}  // namespace council_news::press
