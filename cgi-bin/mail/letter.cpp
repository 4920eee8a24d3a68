#include "mail/letter.h"

#include "base/template.h"
// After base/template.h, which CTemplate's headers need first.
#include <ctemplate/template.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>

#include "base/money.h"
#include "base/text.h"
#include "base/time.h"
#include "mail_frame.tpl.varnames.h"

namespace mail {
namespace {

using Json = nlohmann::json;
using Dictionary = ctemplate::TemplateDictionary;

struct Kind {
  std::string_view name;
  std::string_view stem;     // templates/mail/<stem>_mail.tpl and _mail_text.tpl
  std::string_view section;  // the part of the template that is this kind's
};
constexpr std::array kKinds = {
    Kind{"order_placed", "order", "PLACED_LETTER"},
    Kind{"order_paid", "order", "PAID_LETTER"},
    Kind{"order_shipped", "order", "SHIPPED_LETTER"},
    Kind{"order_part_shipped", "order", "PART_SHIPPED_LETTER"},
    Kind{"order_part_refunded", "order", "PART_REFUNDED_LETTER"},
    Kind{"order_refunded", "order", "REFUNDED_LETTER"},
    Kind{"order_cancelled", "order", "CANCELLED_LETTER"},
    Kind{"password_reset", "account", "RESET_LETTER"},
    Kind{"email_verification", "account", "VERIFY_LETTER"},
    Kind{"email_changed", "account", "CHANGED_LETTER"},
    Kind{"back_in_stock", "stock", "BACK_LETTER"},
    Kind{"withdrawal_receipt", "withdrawal", "RECEIPT_LETTER"},
};

const Kind* find_kind(std::string_view name) {
  for (const Kind& kind : kKinds) {
    if (kind.name == name) return &kind;
  }
  return nullptr;
}

std::string upper(std::string_view name) {
  std::string result(name);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

/// A fact as words; line ends and other control characters become spaces, so that no fact can
/// start a header or a paragraph of its own.
std::string to_words(const Json& value) {
  std::string words = value.is_string() ? value.get<std::string>() : value.dump();
  for (char& c : words) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) c = ' ';
  }
  return words;
}

bool is_nothing(const Json& value) {
  return value.is_null() || value == false || (value.is_array() && value.empty()) ||
         (value.is_string() && value.get_ref<const std::string&>().empty());
}

struct Filler {
  std::string currency;

  void fill(Dictionary& dictionary, const Json& facts, const std::string& prefix) const {
    for (const auto& [name, value] : facts.items()) {
      if (is_nothing(value)) continue;
      if (value.is_array()) {
        fill_list(dictionary, prefix + upper(name), value);
        show(dictionary, prefix, name);
      } else if (name.ends_with("_cents") && value.is_number_integer()) {
        const std::string stem = name.substr(0, name.size() - std::string("_cents").size());
        dictionary.SetValue(prefix + upper(stem),
                            to_text(Money{value.get<std::int64_t>()}, currency));
        show(dictionary, prefix, stem);
      } else if (name.ends_with("_at")) {
        const std::string stem = name.substr(0, name.size() - std::string("_at").size());
        const auto moment = moment_of(to_words(value));
        dictionary.SetValue(prefix + upper(stem),
                            moment ? to_minute_text(*moment) : to_words(value));
        show(dictionary, prefix, stem);
      } else {
        dictionary.SetValue(prefix + upper(name), to_words(value));
        show(dictionary, prefix, name);
      }
    }
  }

 private:
  /// PostgreSQL's JSON writes "2026-03-01T12:00:04.25+00:00".
  static std::optional<Instant> moment_of(std::string text) {
    if (text.ends_with("+00:00")) text.resize(text.size() - 3);
    if (const std::size_t t = text.find('T'); t != std::string::npos && text.back() != 'Z') {
      text[t] = ' ';
    }
    return parse_instant(text);
  }
  static void show(Dictionary& dictionary, const std::string& prefix, const std::string& name) {
    dictionary.ShowSection("HAS_" + prefix + upper(name));
  }
  void fill_list(Dictionary& dictionary, const std::string& section, const Json& list) const {
    for (const Json& entry : list) {
      Dictionary& part = *dictionary.AddSectionDictionary(section);
      if (entry.is_object()) fill(part, entry, section + "_");
    }
  }
};

void fill_letter(Dictionary& dictionary, const Sender& sender, const Kind& kind,
                 const Json& facts) {
  dictionary.SetValue("SHOP_NAME", sender.shop_name);
  dictionary.SetValue("SHOP_URL", sender.base_url);
  if (!sender.base_url.empty()) dictionary.ShowSection("HAS_SHOP_URL");
  if (!facts.contains("link")) dictionary.ShowSection("NO_LINK");
  dictionary.ShowSection(std::string(kind.section));
  const std::string currency = facts.value("currency", sender.currency);
  Filler{currency}.fill(dictionary, facts, "");
}

std::string expand(const std::string& file, const Dictionary& dictionary) {
  std::string text;
  ctemplate::StringEmitter emitter(&text);
  if (!ctemplate::ExpandTemplate(file, ctemplate::STRIP_BLANK_LINES, &dictionary, &emitter)) {
    throw std::logic_error("letter " + file + " cannot be expanded");
  }
  return text;
}

/// Lines without spaces at their ends, at most one empty line in a row.
std::string tidy(std::string_view text) {
  std::string result;
  int empty_lines = 1;
  for (const std::string_view line : split(text, '\n')) {
    const std::size_t end = line.find_last_not_of(" \t\r");
    const std::string_view words = end == std::string_view::npos ? "" : line.substr(0, end + 1);
    empty_lines = words.empty() ? empty_lines + 1 : 0;
    if (empty_lines > 1) continue;
    result.append(words).append("\n");
  }
  return result;
}

}  // namespace

std::vector<std::string_view> kinds() {
  std::vector<std::string_view> names;
  for (const Kind& kind : kKinds) names.push_back(kind.name);
  return names;
}

bool is_kind(std::string_view kind) {
  return find_kind(kind) != nullptr;
}

Letter write_letter(const Sender& sender, const std::string& name, const Json& facts) {
  const Kind* kind = find_kind(name);
  if (kind == nullptr) throw std::logic_error("there is no letter '" + name + "'");
  const std::string stem = "mail/" + std::string(kind->stem) + "_mail";

  Dictionary plain("text");
  fill_letter(plain, sender, *kind, facts);
  const std::string whole = tidy(expand(stem + "_text.tpl", plain));
  const std::size_t line_end = whole.find('\n');

  Letter letter;
  letter.subject = whole.substr(0, line_end);
  letter.text = whole.substr(whole.find_first_not_of('\n', line_end));

  Dictionary frame("frame");
  frame.SetValue(kmf_SUBJECT, letter.subject);
  frame.SetValue(kmf_SHOP_NAME, sender.shop_name);
  if (!sender.base_url.empty()) {
    frame.SetValueAndShowSection(kmf_SHOP_LINK_URL, sender.base_url, kmf_SHOP_LINK);
  }
  Dictionary& content = *frame.AddIncludeDictionary(kmf_CONTENT);
  content.SetFilename(stem + ".tpl");
  fill_letter(content, sender, *kind, facts);
  letter.html = expand("mail/mail_frame.tpl", frame);
  return letter;
}

void load_letters(const std::string& templates) {
  namespace fs = std::filesystem;
  auto* cache = ctemplate::mutable_default_template_cache();
  cache->SetTemplateRootDirectory(templates);
  const std::string folder = templates + "/mail";
  if (!fs::is_directory(folder)) throw std::runtime_error(folder + ": no such folder of letters");
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".tpl") continue;
    const std::string name = "mail/" + entry.path().filename().string();
    if (!cache->LoadTemplate(name, ctemplate::STRIP_BLANK_LINES)) {
      throw std::runtime_error("letter " + name + " is broken");
    }
  }
  cache->Freeze();
}

}  // namespace mail
