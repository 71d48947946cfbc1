#pragma once

#include <string>
#include <vector>

namespace council_news {

/// The other common forms of a text that mixes numbers and letters, as folded words separated by spaces:
///
///     s114        s 114, section 114          2.5 million  2.5m, 2.5 m
///     20 mph      20mph                       5 percent    5 per cent, 5pc, 5 pc
///     a1m         a1 m, a 1m, a 1 m           500k         500 k, 500000
///
/// Empty for anything else: `2018`, `21st`, `housing trust`. Some results mean nothing (`114 notices` gives
/// `114notices`); the caller drops those that are not in the archive.
std::vector<std::string> number_forms(const std::vector<std::string>& words);

/// Maximum number of words in such a text.
inline constexpr std::size_t kMaxNumberFormWords = 3;

}  // namespace council_news
