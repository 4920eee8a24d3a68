#include "mail/message.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace mail {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::string base64(std::string_view bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3), '\0');
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                  reinterpret_cast<const unsigned char*>(bytes.data()),
                  static_cast<int>(bytes.size()));
  return text;
}

/// "Sun, 01 Mar 2026 12:00:00 +0000"
std::string date_text(Instant moment) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(
      std::chrono::time_point_cast<std::chrono::system_clock::duration>(moment));
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 40> text{};
  // The program never calls setlocale, so the names are English as the RFC wants them.
  std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S +0000", &parts);
  return text.data();
}

std::string domain_of(std::string_view address) {
  return std::string(address.substr(address.rfind('@') + 1));
}

std::string part(std::string_view boundary, std::string_view type, std::string_view text) {
  std::string result = "--" + std::string(boundary) + "\r\n";
  result += "Content-Type: " + std::string(type) + "; charset=utf-8\r\n";
  result += "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
  return result + quoted_printable(text) + "\r\n";
}

/// "Shop & Co" as a display name before an address.
std::string display_name(std::string_view name) {
  if (!is_plain_ascii(name)) return encoded_header(name);
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

bool is_sendable_address(std::string_view address) {
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == address.size()) return false;
  if (address.size() > 254 || address.front() == '-') return false;
  return std::none_of(address.begin(), address.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F || c == '<' || c == '>' || c == ',' || c == ';' ||
           c == '"' || c == '\\' || c == '(' || c == ')';
  });
}

std::string encoded_header(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  // An encoded word has at most 75 characters: 45 bytes, cut between characters.
  constexpr std::size_t kMostBytes = 45;
  std::string result;
  while (!text.empty()) {
    std::size_t cut = std::min(kMostBytes, text.size());
    while (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
    result += (result.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(0, cut));
    result += "?=";
    text.remove_prefix(cut);
  }
  return result;
}

std::string quoted_printable(std::string_view text) {
  constexpr std::size_t kLongestLine = 75;  // without the "=" of a soft line end
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string result;
  std::size_t line = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r') continue;
    if (c == '\n') {
      result += kLineEnd;
      line = 0;
      continue;
    }
    const bool ends_line = i + 1 == text.size() || text[i + 1] == '\n' || text[i + 1] == '\r';
    const bool is_space = c == ' ' || c == '\t';
    const bool stays = (c > 0x20 && c < 0x7F && c != '=') || (is_space && !ends_line);
    const std::size_t width = stays ? 1 : 3;
    if (line + width > kLongestLine) {
      result += "=\r\n";
      line = 0;
    }
    if (stays) {
      result += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      result += '=';
      result += kHex[byte >> 4U];
      result += kHex[byte & 15U];
    }
    line += width;
  }
  return result;
}

std::string compose(const Sender& sender, const Envelope& envelope, const Letter& letter) {
  const std::string boundary = "part-" + envelope.message_key;
  std::string text;
  text += "From: " + display_name(sender.shop_name) + " <" + sender.from + ">\r\n";
  text += "To: <" + envelope.recipient + ">\r\n";
  text += "Subject: " + encoded_header(letter.subject) + "\r\n";
  text += "Date: " + date_text(envelope.date) + "\r\n";
  text += "Message-ID: <" + envelope.message_key + "@" + domain_of(sender.from) + ">\r\n";
  text += "Auto-Submitted: auto-generated\r\n";
  text += "MIME-Version: 1.0\r\n";
  text += "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
  text += part(boundary, "text/plain", letter.text);
  text += part(boundary, "text/html", letter.html);
  return text + "--" + boundary + "--\r\n";
}

}  // namespace mail
