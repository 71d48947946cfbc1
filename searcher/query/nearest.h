#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// The names most like `typed`, best first, at most `most`; none when nothing is near enough to be meant. A name that
/// `typed` begins counts as near.
std::vector<std::string> nearest(std::string_view typed, const std::vector<std::string>& names, std::size_t most);

}  // namespace council_news
