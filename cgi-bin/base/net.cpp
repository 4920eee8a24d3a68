#include "base/net.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

namespace {

using V4 = std::uint32_t;
using V6 = std::array<unsigned char, 16>;

std::optional<V4> to_v4(const std::string& text) {
  in_addr address{};
  if (inet_pton(AF_INET, text.c_str(), &address) != 1) return std::nullopt;
  return ntohl(address.s_addr);
}

std::optional<V6> to_v6(const std::string& text) {
  V6 address{};
  if (inet_pton(AF_INET6, text.c_str(), address.data()) != 1) return std::nullopt;
  return address;
}

struct Net4 {
  V4 first;
  int bits;
};
bool is_in(V4 address, const Net4& net) {
  const V4 mask = net.bits == 0 ? 0 : ~V4{0} << (32 - net.bits);
  return (address & mask) == net.first;
}

constexpr std::array kInside4 = {Net4{0x7F000000, 8}, Net4{0x0A000000, 8}, Net4{0xAC100000, 12},
                                 Net4{0xC0A80000, 16}};
constexpr std::array kSpecial4 = {
    Net4{0x00000000, 8},   // this network
    Net4{0x64400000, 10},  // carrier's network
    Net4{0xA9FE0000, 16},  // link-local
    Net4{0xC0000000, 24},  // protocol assignments
    Net4{0xC0000200, 24}, Net4{0xC6120000, 15}, Net4{0xC6336400, 24},
    Net4{0xCB007100, 24}, Net4{0xE0000000, 4},  // multicast
    Net4{0xF0000000, 4},                        // reserved, broadcast
};

template <std::size_t count>
bool is_in_any(V4 address, const std::array<Net4, count>& nets) {
  for (const Net4& net : nets) {
    if (is_in(address, net)) return true;
  }
  return false;
}

bool is_loopback6(const V6& address) {
  V6 loopback{};
  loopback[15] = 1;
  return address == loopback;
}

bool is_unique_local6(const V6& address) {
  return (address[0] & 0xFEU) == 0xFC;
}

/// The IPv4 address inside "::ffff:1.2.3.4", "64:ff9b::1.2.3.4" or "2002:…" (6to4).
std::optional<V4> embedded_v4(const V6& address) {
  const auto number = [&](std::size_t at) {
    V4 value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | address[at + i];
    return value;
  };
  static constexpr std::array<unsigned char, 12> kMapped = {0, 0, 0, 0, 0,    0,
                                                            0, 0, 0, 0, 0xFF, 0xFF};
  static constexpr std::array<unsigned char, 12> kTranslated = {0, 0x64, 0xFF, 0x9B};
  if (std::memcmp(address.data(), kMapped.data(), 12) == 0) return number(12);
  if (std::memcmp(address.data(), kTranslated.data(), 12) == 0) return number(12);
  if (address[0] == 0x20 && address[1] == 0x02) return number(2);
  return std::nullopt;
}

}  // namespace

bool is_inside_address(std::string_view address) {
  const std::string text(address);
  if (const auto v4 = to_v4(text)) return is_in_any(*v4, kInside4);
  const auto v6 = to_v6(text);
  if (!v6) return false;
  if (const auto v4 = embedded_v4(*v6)) return is_in_any(*v4, kInside4);
  return is_loopback6(*v6) || is_unique_local6(*v6);
}

bool is_special_address(std::string_view address) {
  const std::string text(address);
  if (const auto v4 = to_v4(text)) return is_in_any(*v4, kInside4) || is_in_any(*v4, kSpecial4);
  const auto v6 = to_v6(text);
  if (!v6) return true;
  if (const auto v4 = embedded_v4(*v6)) {
    return is_in_any(*v4, kInside4) || is_in_any(*v4, kSpecial4);
  }
  // Public unicast is 2000::/3, without the documentation prefix 2001:db8::/32.
  const bool is_global = ((*v6)[0] & 0xE0U) == 0x20;
  const bool is_documentation =
      (*v6)[0] == 0x20 && (*v6)[1] == 0x01 && (*v6)[2] == 0x0D && (*v6)[3] == 0xB8;
  return !is_global || is_documentation;
}

std::vector<std::string> resolve_host(const std::string& host) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return {};
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, &freeaddrinfo);
  std::vector<std::string> addresses;
  for (const addrinfo* at = found; at != nullptr; at = at->ai_next) {
    std::array<char, NI_MAXHOST> text{};
    if (getnameinfo(at->ai_addr, at->ai_addrlen, text.data(), text.size(), nullptr, 0,
                    NI_NUMERICHOST) == 0) {
      addresses.emplace_back(text.data());
    }
  }
  return addresses;
}
