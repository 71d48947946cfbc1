#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// The first 128 bits of SHA-256 as 32 lower-case hex digits: enough that no two articles collide.
std::string hash_hex(std::string_view bytes);

}  // namespace council_news
