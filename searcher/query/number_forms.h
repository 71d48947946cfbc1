#pragma once

#include <string>
#include <vector>

namespace council_news {

/// The other usual forms of what mixes a number with letters, given and returned as folded words separated by spaces:
///
///     s114        s 114, section 114          2.5 million  2.5m, 2.5 m
///     20 mph      20mph                       5 percent    5 per cent, 5pc, 5 pc
///     a1m         a1 m, a 1m, a 1 m           500k         500 k, 500000
///
/// Empty when the words are no such thing: `2018`, `21st`, `housing trust`. Not all that is returned means something
/// (`114 notices` might be `114notices`): what no archive has need not be asked for.
std::vector<std::string> number_forms(const std::vector<std::string>& words);

/// Words of the longest of them.
inline constexpr std::size_t kMaxNumberFormWords = 3;

}  // namespace council_news
