#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// The people in an author field, as plain text: `press@council.example (Ann Smith)`, `Ann Smith <ann@…>` and
/// `By Ann Smith` are Ann Smith; names parted by `;`, by commas if each is a full name, or by "and" between two names
/// of people are apart. Who gives an address alone is that address.
std::vector<std::string> people_in(std::string_view text);

}  // namespace council_news
