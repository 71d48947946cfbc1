#pragma once

#include <string>

#include <sys/socket.h>

namespace council_news {

/// May anybody on the internet be at that address? False for those of this machine, private networks, link-local,
/// shared (RFC 6598), multicast, documentation and reserved ones (IANA special-purpose registries), also within IPv6
/// forms that carry an IPv4 address (mapped, NAT64, 6to4), and for every family but IPv4 and IPv6.
bool is_public_address(const sockaddr& address);

/// The same of an address as text (`127.0.0.1`, `::1`); false for what is no address.
bool is_public_address(const std::string& text);

bool is_address(const std::string& text);

/// Is an address within a network (`10.0.0.0/8`, `fd00::/8`) or the one that is named? False for what is neither.
bool is_in_network(const std::string& address, const std::string& network);

}  // namespace council_news
