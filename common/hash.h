#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace council_news {

/// The first 128 bits of SHA-256 as 32 lower-case hex digits. A short or weak hash would let two articles meet.
std::string hash_hex(std::string_view bytes);

/// FNV-1a, for tables and sketches: fast, and nobody gains anything by making two words collide.
/// `map` is applied to each byte: to lower case, say.
template <typename Map = std::identity>
constexpr std::uint32_t fnv1a_32(std::string_view bytes, Map map = {}) {
  std::uint32_t hash = 2166136261U;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(map(byte))) * 16777619U;
  return hash;
}

constexpr std::uint64_t fnv1a_64(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211U;
  return hash;
}

}  // namespace council_news
