#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace council_news {

/// The first 64 bits of an id, or of another identity of an article, which is written in hex digits. They tell articles
/// apart: that any two of a million have the same is one in 37 million.
std::uint64_t id_key(std::string_view hex);

/// The key as kIdSlot holds it: eight bytes, the highest first.
std::string slot_of(std::uint64_t key);

/// The key in that slot; 0 if the slot is empty.
std::uint64_t key_in(std::string_view slot);

}  // namespace council_news
