#pragma once

#include <string_view>
#include <vector>

namespace council_news {

/// The cells of a table of this folder: tab-separated, lines that begin with '#' left out, the header line checked to
/// be `header`. Every row has as many cells as the header; the build embeds the tables and a test reads them, so a
/// fault throws std::logic_error.
std::vector<std::vector<std::string_view>> read_table(std::string_view table, std::string_view header);

}  // namespace council_news
