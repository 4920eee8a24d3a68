#include "web/signer.h"

#include <openssl/crypto.h>

#include <stdexcept>

#include "base/hash.h"
#include "base/text.h"

namespace web {
namespace {

std::string mac_by(const Signer::Key& key, std::string_view purpose, std::string_view payload) {
  // The purpose is part of what is signed, so that a token of one kind never passes as another.
  const std::string text = std::string(purpose) + '\n' + std::string(payload);
  return to_base64url(hmac_sha256_bytes(key.secret, text));
}

}  // namespace

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

Signer::Signer(std::vector<Key> keys) : keys_(std::move(keys)) {
  constexpr std::size_t kShortestKey = 32;
  if (keys_.empty()) throw std::runtime_error("session_keys: no key is set");
  for (const Key& key : keys_) {
    if (key.secret.size() < kShortestKey) {
      throw std::runtime_error("session_keys: key '" + key.id + "' is shorter than 32 bytes");
    }
  }
}

Signer Signer::from_setting(std::string_view setting) {
  std::vector<Key> keys;
  for (const std::string_view part : split(trimmed(setting), ' ')) {
    if (part.empty()) continue;
    const std::size_t colon = part.find(':');
    const auto secret =
        from_base64url(part.substr(colon == std::string_view::npos ? 0 : colon + 1));
    if (colon == std::string_view::npos || colon == 0 || !secret) {
      throw std::runtime_error("session_keys: expected 'id:base64url'");
    }
    keys.push_back({std::string(part.substr(0, colon)), *secret});
  }
  return Signer(std::move(keys));
}

std::string Signer::mac(std::string_view purpose, std::string_view payload) const {
  return mac_by(keys_.front(), purpose, payload);
}

bool Signer::is_mac(std::string_view purpose, std::string_view payload,
                    std::string_view mac) const {
  for (const Key& key : keys_) {
    if (equal_in_constant_time(mac_by(key, purpose, payload), mac)) return true;
  }
  return false;
}

std::string Signer::sign(std::string_view purpose, std::string_view payload) const {
  const Key& key = keys_.front();
  return std::string(payload) + "." + key.id + "." + mac_by(key, purpose, payload);
}

std::optional<std::string> Signer::verify(std::string_view purpose, std::string_view text) const {
  const std::size_t mac_dot = text.rfind('.');
  if (mac_dot == std::string_view::npos || mac_dot == 0) return std::nullopt;
  const std::size_t key_dot = text.rfind('.', mac_dot - 1);
  if (key_dot == std::string_view::npos) return std::nullopt;
  const std::string_view key_id = text.substr(key_dot + 1, mac_dot - key_dot - 1);
  const std::string_view payload = text.substr(0, key_dot);
  for (const Key& key : keys_) {
    if (key.id != key_id) continue;
    if (!equal_in_constant_time(mac_by(key, purpose, payload), text.substr(mac_dot + 1))) continue;
    return std::string(payload);
  }
  return std::nullopt;
}

}  // namespace web
