#include "web/token.h"

#include "base/hash.h"
#include "base/text.h"
#include "web/json.h"

namespace web {
namespace {

constexpr std::size_t kLongestToken = 2000;

std::int64_t to_seconds(Instant moment) {
  return std::chrono::duration_cast<std::chrono::seconds>(moment.time_since_epoch()).count();
}

std::string signature_of(const Signer::Key& key, std::string_view text) {
  return to_base64url(hmac_sha256_bytes(key.secret, text));
}

std::optional<Json> decoded_object(std::string_view part) {
  const auto text = from_base64url(part);
  if (!text || !is_clean_utf8(*text)) return std::nullopt;
  std::string problem;
  auto json = parse_json(*text, problem);
  if (!json || !json->is_object()) return std::nullopt;
  return json;
}

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// A whole number of seconds that a clock can show; nothing for anything else.
std::optional<std::int64_t> seconds_in(const Json& object, const char* name) {
  constexpr std::int64_t kYear9999 = 253402300799;
  const auto found = object.find(name);
  if (found == object.end() || !found->is_number_integer()) return std::nullopt;
  const auto value = found->get<std::int64_t>();
  if (value < 0 || value > kYear9999) return std::nullopt;
  return value;
}

const Signer::Key* find_key(const Signer& signer, const std::string& id) {
  for (const Signer::Key& key : signer.keys()) {
    if (key.id == id) return &key;
  }
  return nullptr;
}

std::optional<TokenProblem> check_head(const Signer& signer, const Json& head,
                                       const Signer::Key*& key) {
  if (text_in(head, "alg") != "HS256") return TokenProblem::algorithm;
  // An extension that must be understood (RFC 7515, section 4.1.11): we know none.
  if (head.contains("crit")) return TokenProblem::algorithm;
  key = find_key(signer, text_in(head, "kid"));
  if (key == nullptr) return TokenProblem::unknown_key;
  return std::nullopt;
}

std::variant<Claims, TokenProblem> to_claims(const Json& payload) {
  const auto account = to_integer(text_in(payload, "sub"), 1);
  const auto issued = seconds_in(payload, "iat");
  const auto expires = seconds_in(payload, "exp");
  const auto epoch = seconds_in(payload, "epoch");
  const auto family = seconds_in(payload, "family");
  Claims claims{.issuer = text_in(payload, "iss"),
                .audience = text_in(payload, "aud"),
                .id = text_in(payload, "jti")};
  if (!account || !issued || !expires || !epoch || !family || claims.id.empty()) {
    return TokenProblem::broken;
  }
  claims.account_id = *account;
  claims.epoch = static_cast<int>(*epoch);
  claims.family = *family;
  claims.issued = Instant(std::chrono::seconds(*issued));
  claims.expires = Instant(std::chrono::seconds(*expires));
  if (const auto from = payload.find("nbf"); from != payload.end()) {
    const auto seconds = seconds_in(payload, "nbf");
    if (!seconds) return TokenProblem::broken;
    claims.issued = std::max(claims.issued, Instant(std::chrono::seconds(*seconds)));
  }
  return claims;
}

}  // namespace

std::string write_token(const Signer& signer, const Claims& claims) {
  const Signer::Key& key = signer.keys().at(0);
  const Json head{{"alg", "HS256"}, {"typ", "JWT"}, {"kid", key.id}};
  const Json payload{
      {"iss", claims.issuer},
      {"aud", claims.audience},
      {"sub", std::to_string(claims.account_id)},
      {"iat", to_seconds(claims.issued)},
      {"exp", to_seconds(claims.expires)},
      {"jti", claims.id},
      {"epoch", claims.epoch},
      {"family", claims.family},
  };
  const std::string text = to_base64url(head.dump()) + "." + to_base64url(payload.dump());
  return text + "." + signature_of(key, text);
}

std::string_view to_text(TokenProblem problem) {
  switch (problem) {
    case TokenProblem::broken: return "the token cannot be read";
    case TokenProblem::algorithm: return "the token is not signed by HS256";
    case TokenProblem::unknown_key: return "the token is signed by an unknown key";
    case TokenProblem::signature: return "the signature of the token is wrong";
    case TokenProblem::expired: return "the token has expired";
    case TokenProblem::not_yet: return "the token is from the future";
    case TokenProblem::wrong_use: return "the token is not meant for this";
  }
  return "";
}

std::variant<Claims, TokenProblem> read_token(const Signer& signer, std::string_view issuer,
                                              std::string_view audience, std::string_view token,
                                              Instant now) {
  if (token.size() > kLongestToken) return TokenProblem::broken;
  const auto parts = split(token, '.');
  if (parts.size() != 3) return TokenProblem::broken;
  const auto head = decoded_object(parts[0]);
  if (!head) return TokenProblem::broken;
  const Signer::Key* key = nullptr;
  if (const auto problem = check_head(signer, *head, key)) return *problem;
  const std::string_view signed_text = token.substr(0, parts[0].size() + 1 + parts[1].size());
  if (!equal_in_constant_time(signature_of(*key, signed_text), parts[2])) {
    return TokenProblem::signature;
  }
  const auto payload = decoded_object(parts[1]);
  if (!payload) return TokenProblem::broken;
  auto claims = to_claims(*payload);
  const auto* good = std::get_if<Claims>(&claims);
  if (good == nullptr) return claims;
  if (good->issuer != issuer || good->audience != audience) return TokenProblem::wrong_use;
  if (good->expires + kLeeway <= now) return TokenProblem::expired;
  if (good->issued > now + kLeeway) return TokenProblem::not_yet;
  return claims;
}

}  // namespace web
