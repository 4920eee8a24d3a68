/// message.h - a letter as it travels: headers, plain text and HTML in one text.
///
/// Source: RFC 5322 (headers, line ends CRLF), RFC 2045 section 6.7 (quoted-printable), RFC 2046
///         section 5.1.4 (multipart/alternative), RFC 2047 (words of headers), RFC 3834
///         (Auto-Submitted).
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "mail/letter.h"

namespace mail {

struct Envelope {
  std::string recipient{};
  std::string message_key{};  // makes the Message-ID, the same at every try
  Instant date{};
};

/// True for an address that can stand in a header and in an SMTP command without harm.
bool is_sendable_address(std::string_view address);

/// The whole message. The addresses must be sendable.
std::string compose(const Sender& sender, const Envelope& envelope, const Letter& letter);

/// For headers: text in ASCII stays, other text becomes encoded words.
std::string encoded_header(std::string_view text);

std::string quoted_printable(std::string_view text);

}  // namespace mail
