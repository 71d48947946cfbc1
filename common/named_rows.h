#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace council_news {

// Look-ups in tables whose rows have a `name`: formats, sort orders, facets, columns.

/// `a`, `a or b`, `a, b or c`, with `last` before the last one.
std::string joined(const std::vector<std::string>& names, std::string_view last);

/// The names of all rows, in their order.
template <typename Table>
std::vector<std::string> names_in(const Table& table) {
  std::vector<std::string> names;
  for (const auto& row : table) names.emplace_back(row.name);
  return names;
}

/// The row of that name. Throws UsageError, listing the known names; `what` is what a row is called: `format`.
template <typename Table>
const auto& row_named(std::string_view name, std::string_view what, const Table& table) {
  const auto it = std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return row.name == name; });
  if (it != std::end(table)) return *it;
  throw UsageError("unknown " + std::string(what) + " '" + std::string(name) + "'",
                   "known " + std::string(what) + "s are " + joined(names_in(table), "and"));
}

/// Whether each row's id is its index, for tables indexed by an enum.
template <typename Table>
constexpr bool rows_are_in_order(const Table& table) {
  for (std::size_t i = 0; i < std::size(table); ++i)
    if (static_cast<std::size_t>(table[i].id) != i) return false;
  return true;
}

}  // namespace council_news
