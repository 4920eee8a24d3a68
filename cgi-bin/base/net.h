/// net.h - addresses of machines: which of them are nobody else's business.
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// True for loopback and private networks (RFC 1918, RFC 4193): a machine of one's own.
bool is_inside_address(std::string_view address);

/// True for every address that is not a public unicast one: inside addresses, link-local ones
/// (where clouds answer with secrets), multicast, documentation, "this network", and IPv6 addresses
/// that carry such an IPv4 address. Text that is no address is not public either.
/// Source: IANA special-purpose address registries (RFC 6890).
bool is_special_address(std::string_view address);

/// The numeric addresses of a host; empty when it has none. Waits for the name server.
std::vector<std::string> resolve_host(const std::string& host);
