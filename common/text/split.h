#pragma once

#include <string_view>
#include <vector>

namespace council_news {

/// Splits `text` at separators. Empty parts are kept; an empty text has no parts.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace council_news
