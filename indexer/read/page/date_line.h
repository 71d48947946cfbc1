#pragma once

#include <string_view>

namespace council_news::page {

/// A label of a date that is not there: `Release date:`. `line` is one line in lower case.
bool is_date_label(std::string_view line);

/// A date or a time and words like "Published" around it, and nothing else.
bool is_only_date(std::string_view line);

}  // namespace council_news::page
