#pragma once

#include <string_view>
#include <vector>

namespace council_news {

/// The cells of a table of this folder: tab-separated, without lines that begin with '#'. The first line must be
/// `header`. Every row has as many cells as the header. Throws std::logic_error for a malformed table, since the tables
/// are embedded at build time and tested.
std::vector<std::vector<std::string_view>> read_table(std::string_view table, std::string_view header);

}  // namespace council_news
