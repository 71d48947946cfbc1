#include "common/knowledge/table.h"

#include <stdexcept>
#include <string>

#include "common/text/split.h"

namespace council_news {

std::vector<std::vector<std::string_view>> read_table(std::string_view table, std::string_view header) {
  std::vector<std::vector<std::string_view>> rows;
  std::size_t width = 0;
  for (const std::string_view line : split(table, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view> cells = split(line, '\t');
    if (width == 0) {
      if (line != header) throw std::logic_error("table: the header line is not '" + std::string(header) + "'");
      width = cells.size();
      continue;
    }
    if (cells.size() != width) throw std::logic_error("table: wrong number of cells in '" + std::string(line) + "'");
    rows.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace council_news
