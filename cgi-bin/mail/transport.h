/// transport.h - ways for a message to leave the house: an SMTP server, or files in a folder.
///
/// Source: RFC 5321 by libcurl.
/// Errors: a message that did not go is an outcome; a folder that cannot be written, too.
#pragma once

#include <memory>
#include <string>

namespace mail {

enum class SendOutcome {
  sent,
  failed,       // not now: a full mailbox, a broken connection
  refused,      // the server says that this will never work (5yz)
  unreachable,  // there is no server: other letters need not try either
};

struct SendResult {
  SendOutcome outcome = SendOutcome::sent;
  std::string why{};
};

class Transport {
 public:
  virtual ~Transport() = default;
  /// `message_key` names the message, so that sending it again can be told from another one.
  virtual SendResult send(const std::string& from, const std::string& recipient,
                          const std::string& message_key, const std::string& message) = 0;
};

struct SmtpSettings {
  std::string url{};  // "smtp://mail.example:587", "smtps://mail.example"
  std::string user{};
  std::string password{};
  int timeout_s = 30;
};

/// With a user name the connection must be encrypted and the server's certificate good; without
/// one encryption is taken when the server offers it, as between mail servers.
std::unique_ptr<Transport> make_smtp_transport(const SmtpSettings& settings);

/// Writes <message_key>.eml; the same message again replaces its file.
std::unique_ptr<Transport> make_folder_transport(const std::string& folder);

}  // namespace mail
