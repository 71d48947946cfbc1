#pragma once

#include <string_view>

namespace council_news::page {

/// Whether a short line only leads away from the article (`Read more: …`, `Advertisement`) or says who made a picture
/// of it. `line` is one line in lower case.
bool leads_away(std::string_view line);

/// Whether a line heads what is appended to an article: notes to editors, related stories, comments. `line` is one
/// line in lower case.
bool heads_appendix(std::string_view line);

/// A date or a time and words like "Published" around it, and nothing else.
bool is_only_date(std::string_view line);

}  // namespace council_news::page
