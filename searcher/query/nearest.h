#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// Letters to change, add, drop or swap with their neighbour to make one word of the other (optimal string alignment);
/// `max + 1` as soon as it is more than `max`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t max);

/// The names most like `typed`, best first, at most `max`; none when nothing is near enough to be meant. A name that
/// `typed` begins, one that begins as it does, or one of which it is a whole part between hyphens, counts as near.
std::vector<std::string> nearest(std::string_view typed, const std::vector<std::string>& names, std::size_t max);

}  // namespace council_news
