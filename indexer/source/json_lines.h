#pragma once

#include <string_view>

namespace council_news {

/// Does `text` begin with two lines that are JSON objects? Only such a text may be split between lines.
bool looks_like_json_lines(std::string_view text);

}  // namespace council_news
