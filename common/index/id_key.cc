#include "common/index/id_key.h"

#include <charconv>

namespace council_news {

std::uint64_t id_key(std::string_view hex) {
  constexpr std::size_t kDigits = 16;
  hex = hex.substr(0, kDigits);
  std::uint64_t key = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), key, 16);
  return key;
}

std::string slot_of(std::uint64_t key) {
  std::string bytes(sizeof key, '\0');
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, key >>= 8) *byte = static_cast<char>(key & 0xFF);
  return bytes;
}

std::uint64_t key_in(std::string_view slot) {
  std::uint64_t key = 0;
  for (const char byte : slot) key = key << 8 | static_cast<unsigned char>(byte);
  return key;
}

}  // namespace council_news
