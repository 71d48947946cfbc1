#include "indexer/fetch/address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace council_news {
namespace {

struct Block4 {
  std::uint32_t network;
  unsigned bits;
};

constexpr std::uint32_t ip4(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

/// Blocks of the IANA IPv4 special-purpose address registry that are not globally reachable, multicast and reserved
/// space.
constexpr Block4 kSpecial4[] = {
    {ip4(0, 0, 0, 0), 8},      {ip4(10, 0, 0, 0), 8},     {ip4(100, 64, 0, 0), 10}, {ip4(127, 0, 0, 0), 8},
    {ip4(169, 254, 0, 0), 16}, {ip4(172, 16, 0, 0), 12},  {ip4(192, 0, 0, 0), 24},  {ip4(192, 0, 2, 0), 24},
    {ip4(192, 88, 99, 0), 24}, {ip4(192, 168, 0, 0), 16}, {ip4(198, 18, 0, 0), 15}, {ip4(198, 51, 100, 0), 24},
    {ip4(203, 0, 113, 0), 24}, {ip4(224, 0, 0, 0), 4},    {ip4(240, 0, 0, 0), 4},
};

using Bytes6 = std::array<std::uint8_t, 16>;

bool is_public4(std::uint32_t address) {
  return std::none_of(std::begin(kSpecial4), std::end(kSpecial4),
                      [&](const Block4& block) { return (address ^ block.network) >> (32 - block.bits) == 0; });
}

std::uint32_t ip4_at(const Bytes6& bytes, std::size_t at) {
  return ip4(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
}

bool has_prefix(const Bytes6& bytes, std::initializer_list<std::uint8_t> prefix) {
  return std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

/// Only 2000::/3 is global unicast space.
bool is_public6(const Bytes6& bytes) {
  if (has_prefix(bytes, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) return is_public4(ip4_at(bytes, 12));  // mapped
  if (has_prefix(bytes, {0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0}))
    return is_public4(ip4_at(bytes, 12));                                    // NAT64
  if (has_prefix(bytes, {0x20, 0x02})) return is_public4(ip4_at(bytes, 2));  // 6to4
  if (has_prefix(bytes, {0x20, 0x01, 0x0D, 0xB8})) return false;             // documentation
  if (has_prefix(bytes, {0x20, 0x01}) && bytes[2] < 2) return false;         // 2001::/23: Teredo, benchmarks, ORCHID
  return (bytes[0] & 0xE0) == 0x20;
}

/// The 4 or 16 bytes of an IP address; empty if `text` is not one.
std::vector<std::uint8_t> bytes_of(const std::string& text) {
  std::vector<std::uint8_t> bytes(16);
  if (::inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return bytes;
  bytes.resize(4);
  if (::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return bytes;
  return {};
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in ip{};
    std::memcpy(&ip, &address, sizeof ip);
    return is_public4(ntohl(ip.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 ip{};
    std::memcpy(&ip, &address, sizeof ip);
    Bytes6 bytes{};
    std::memcpy(bytes.data(), &ip.sin6_addr, bytes.size());
    return is_public6(bytes);
  }
  return false;
}

bool is_public_address(const std::string& text) {
  const std::vector<std::uint8_t> bytes = bytes_of(text);
  if (bytes.size() == 4) return is_public4(ip4(bytes[0], bytes[1], bytes[2], bytes[3]));
  Bytes6 six{};
  std::copy(bytes.begin(), bytes.end(), six.begin());
  return !bytes.empty() && is_public6(six);
}

bool is_address(const std::string& text) { return !bytes_of(text).empty(); }

bool is_in_network(const std::string& address, const std::string& network) {
  const std::size_t slash = std::min(network.find('/'), network.size());
  const std::vector<std::uint8_t> at = bytes_of(address);
  const std::vector<std::uint8_t> begin = bytes_of(network.substr(0, slash));
  if (at.empty() || at.size() != begin.size()) return false;
  std::size_t bits = at.size() * 8;
  if (slash < network.size()) {
    const char* const end = network.data() + network.size();
    const auto read = std::from_chars(network.data() + slash + 1, end, bits);
    if (read.ec != std::errc() || read.ptr != end || bits > at.size() * 8) return false;
  }
  for (std::size_t bit = 0; bit < bits; ++bit) {
    if (((at[bit / 8] ^ begin[bit / 8]) >> (7 - bit % 8) & 1) != 0) return false;
  }
  return true;
}

}  // namespace council_news
