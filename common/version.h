#pragma once

namespace council_news {

/// The version in the top CMakeLists.txt.
inline constexpr const char* kVersion = COUNCIL_NEWS_VERSION;

}  // namespace council_news
