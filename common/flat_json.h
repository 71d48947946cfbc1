#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// One field of a flat object.
struct FlatField {
  std::string name;
  std::vector<std::string> values;  ///< one, unless `is_list`
  bool is_list = false;
};

/// Reads a JSON object of strings and lists of strings, the form in which articles are stored. A search reads each
/// article it shows, and this is many times faster than a general parser. nullopt for anything else, valid or not.
std::optional<std::vector<FlatField>> read_flat_json(std::string_view json);

}  // namespace council_news
