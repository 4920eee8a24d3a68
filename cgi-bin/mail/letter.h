/// letter.h - what a letter says: a template filled with the facts that were queued.
///
/// A fact's name in lower case is the template's variable in upper case. Three endings are read:
/// "total_cents" becomes {{TOTAL}}, money in the fact `currency`; "placed_at" becomes {{PLACED}}, a
/// moment; a list "line" becomes a section {{#LINE}} whose variables start with LINE_. A fact that
/// is neither empty, null nor false also shows the section of its name with HAS_ before it.
///
/// Source: templates/mail/: <stem>_mail.tpl is HTML, <stem>_mail_text.tpl plain text whose first
///         line is the subject. CTemplate 2.4.
/// Errors: a kind without templates, or templates that are not loaded: std::logic_error.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace mail {

/// What every letter says about its sender.
struct Sender {
  std::string shop_name{};
  std::string base_url{};  // without a slash at its end; may be empty
  std::string from{};      // address
  std::string currency{};
};

struct Letter {
  std::string subject{};
  std::string text{};
  std::string html{};
};

/// All kinds of letters that can be queued.
std::vector<std::string_view> kinds();
bool is_kind(std::string_view kind);

Letter write_letter(const Sender& sender, const std::string& kind, const nlohmann::json& facts);

/// For programs that show no pages: loads the letters below `templates`. Throws std::runtime_error
/// naming the one that is broken.
void load_letters(const std::string& templates);

}  // namespace mail
