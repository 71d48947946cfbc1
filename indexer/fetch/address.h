#pragma once

#include <string>

#include <sys/socket.h>

namespace council_news {

/// Is the address globally reachable? False for loopback, private, link-local, shared (RFC 6598), multicast,
/// documentation and reserved addresses (IANA special-purpose registries), for IPv6 addresses that embed such an IPv4
/// address (mapped, NAT64, 6to4), and for address families other than IPv4 and IPv6.
bool is_public_address(const sockaddr& address);

/// The same for an address as text (`127.0.0.1`, `::1`); false if `text` is not an IP address.
bool is_public_address(const std::string& text);

bool is_address(const std::string& text);

/// Is `address` in `network`, which is in CIDR notation (`10.0.0.0/8`, `fd00::/8`) or a single address? False if either
/// cannot be parsed.
bool is_in_network(const std::string& address, const std::string& network);

}  // namespace council_news
