#pragma once

#include <string_view>
#include <vector>

namespace council_news {

/// The parts of `text` between separators; empty parts are kept, an empty text has none.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace council_news
