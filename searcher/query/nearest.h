#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// The number of letters to change, add, drop or swap with their neighbour to turn one word into the other (optimal
/// string alignment); `max + 1` if it is more than `max`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t max);

/// The names most like `typed`, best first, at most `max`; empty if none is near enough. A name also counts as near if
/// `typed` is a prefix of it, if they share a long prefix, or if `typed` is one or more of its hyphen-separated words.
std::vector<std::string> nearest(std::string_view typed, const std::vector<std::string>& names, std::size_t max);

}  // namespace council_news
