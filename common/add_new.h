#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace council_news {

/// Appends a value to an ordered list unless it is already there.
inline void add_new(std::vector<std::string>& values, std::string value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

inline void add_new(std::vector<std::string>& values, const std::vector<std::string>& more) {
  for (const std::string& value : more) add_new(values, value);
}

}  // namespace council_news
