#include "common/named_rows.h"

namespace council_news {

std::string joined(const std::vector<std::string>& names, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " " + std::string(last) + " " : std::string(", ");
    text += names[i];
  }
  return text;
}

}  // namespace council_news
