#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// One field of a flat object.
struct FlatField {
  std::string name;
  std::vector<std::string> values;  ///< one, unless it is a list
  bool is_list = false;
};

/// Reads a JSON object of strings and lists of strings, the form in which articles are stored: many times faster than a
/// reader of any JSON, and a search reads each article it shows. nullopt when `json` is anything else, right or wrong.
std::optional<std::vector<FlatField>> read_flat_json(std::string_view json);

}  // namespace council_news
