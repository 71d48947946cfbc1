#pragma once

#include <string_view>

namespace council_news::page {

/// Whether a line is the label of a missing date: `Release date:`. `line` must be one line in lower case.
bool is_date_label(std::string_view line);

/// Whether a line is only a date or a time, with words like "Published" around it.
bool is_only_date(std::string_view line);

}  // namespace council_news::page
