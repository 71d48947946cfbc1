#pragma once

#include <string_view>
#include <vector>

namespace council_news {

/// The cells of a table in this folder: tab-separated, without lines that start with '#'. The header line must be
/// `header`, and every row must have as many cells. Throws std::logic_error otherwise: the build reads these tables.
std::vector<std::vector<std::string_view>> read_table(std::string_view table, std::string_view header);

}  // namespace council_news
