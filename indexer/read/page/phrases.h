#pragma once

#include <string_view>

namespace council_news::page {

/// Whether a short line only leads away from the article (`Read more: …`, `Advertisement`) or says who made a picture
/// of it. `line` is one line in lower case.
bool leads_away(std::string_view line);

/// What begins with a line.
enum class Appendix {
  none,
  notes,    ///< notes to editors, contacts of the press office, comments: nor is what follows of the article
  leading,  ///< related stories, share buttons: the article may go on behind them
};

/// `line` is one line in lower case.
Appendix appendix_of(std::string_view line);

/// A label of a date that is not there: `Release date:`.
bool is_date_label(std::string_view line);

/// A date or a time and words like "Published" around it, and nothing else.
bool is_only_date(std::string_view line);

}  // namespace council_news::page
