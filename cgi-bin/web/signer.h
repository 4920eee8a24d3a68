/// signer.h - HMAC-SHA256 over small texts, with keys that rotate.
///
/// Source: RFC 2104, RFC 6234; compared in constant time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace web {

class Signer {
 public:
  struct Key {
    std::string id{};
    std::string secret{};  // 32 bytes or more
  };

  Signer() = default;
  /// The newest key first: it signs. All of them verify. Throws std::runtime_error when there is
  /// no key, or one that is shorter than 32 bytes.
  explicit Signer(std::vector<Key> keys);
  /// Reads "id:base64url id:base64url".
  static Signer from_setting(std::string_view setting);

  /// The newest first.
  const std::vector<Key>& keys() const { return keys_; }

  /// "payload.keyid.mac", all of it safe in a cookie when the payload is.
  std::string sign(std::string_view purpose, std::string_view payload) const;
  /// The payload when its signature is good for this purpose, else nothing.
  std::optional<std::string> verify(std::string_view purpose, std::string_view text) const;

  /// A bare MAC by the newest key, as base64url.
  std::string mac(std::string_view purpose, std::string_view payload) const;
  /// True when any key made this MAC.
  bool is_mac(std::string_view purpose, std::string_view payload, std::string_view mac) const;

 private:
  std::vector<Key> keys_;
};

/// Compares in a time that depends on the lengths only.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace web
