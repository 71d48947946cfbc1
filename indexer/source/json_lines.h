#pragma once

#include <string_view>

namespace council_news {

/// Does it begin with two lines, each a JSON object? Only such a text may be cut at the end of a line.
bool looks_like_json_lines(std::string_view text);

}  // namespace council_news
