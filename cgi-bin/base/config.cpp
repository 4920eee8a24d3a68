#include "base/config.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <variant>

#include "base/secrets.h"
#include "base/text.h"

namespace {

/// Kept by base/secrets.h, under the setting's own name: secrets, and what one place alone needs
/// (base/kept_setting.h).
struct Kept {};
struct KeptNumber {};
using Field = std::variant<std::string Config::*, int Config::*, Kept, KeptNumber>;

struct Setting {
  std::string_view name;
  Field field;
  std::string_view standard;
  std::string_view help;
  bool secret = false;
  int least = 1;  // of a number
};

const std::array kSettings = {
    Setting{"shop_name", &Config::shop_name, "Parley", "the name on every page"},
    Setting{"base_url", &Config::base_url, "", "how visitors reach the shop, for canonical links"},
    Setting{"currency", &Config::currency, "USD", "ISO 4217 code; the shop has one currency"},
    Setting{"country", &Config::country, "US",
            "where the shop is, for tax before an address is known"},
    Setting{"time_zone", &Config::time_zone, "UTC", "zone of the times on pages"},
    Setting{"language", &Config::language, "en", "language of all texts"},
    Setting{"database", &Config::database, "dbname=parley",
            "libpq connection string, without the password"},
    Setting{"admin_database", &Config::admin_database, "",
            "the same for the admin pool; empty: as database"},
    Setting{"templates", &Config::templates, "templates", "folder of the page templates"},
    Setting{"pictures", &Config::pictures, "var/pictures", "folder of the product pictures"},
    Setting{"sql", &Config::sql, "sql", "folder of the migrations"},
    Setting{"card_gateway", &Config::card_gateway, "none",
            "'sandbox' offers a test card at checkout, 'none' no card; an address, such as "
            "https://api.stripe.com, a payment service's pages"},
    Setting{"mail_url", &Config::mail_url, "",
            "mail server, smtp:// or smtps://; empty: letters become files in mail_folder"},
    Setting{"mail_user", &Config::mail_user, "", "user at the mail server, if it asks for one"},
    Setting{"mail_from", &Config::mail_from, "shop@localhost", "sender's address of all letters"},
    Setting{"mail_folder", &Config::mail_folder, "var/mail",
            "folder of the .eml files when mail_url is empty"},
    Setting{"mail_timeout_s", &Config::mail_timeout_s, "30",
            "a letter that takes longer is put off"},
    Setting{"cors_origins", &Config::cors_origins, "",
            "sites whose scripts may use the API: 'https://app.example https://other.example'"},
    Setting{"intent_model", &Config::intent_model, "build/intents.en.model",
            "what the assistant has learnt of sentences; made by `make`"},
    Setting{"dictionaries", &Config::dictionaries,
            "/usr/share/dict/american-english-small:/usr/share/dict/british-english-small",
            "word lists, separated by ':'; their words are no typing errors"},
    Setting{"llm_protocol", &Config::llm_protocol, "none",
            "language model that words answers: 'ollama', 'openai' (compatible) or 'none'"},
    Setting{"llm_url", &Config::llm_url, "http://127.0.0.1:11434",
            "where it listens, without /api or /v1"},
    Setting{"llm_model", &Config::llm_model, "mistral", "its name there"},
    Setting{"llm_timeout_s", &Config::llm_timeout_s, "20",
            "an answer that takes longer is the built-in one"},
    Setting{"llm_prompts_per_session", &Config::llm_prompts_per_session, "5",
            "answers of a conversation that the model may word", false, 0},
    Setting{"chat_prompts_per_session", &Config::chat_prompts_per_session, "0",
            "questions that a conversation may have; 0: any number", false, 0},
    Setting{"llm_prompt_tokens", KeptNumber{}, "2000",
            "a prompt to the model is cut to so many tokens, three bytes taken for one", false,
            300},
    Setting{
        "chat_log", Kept{}, "",
        "file that every question and answer of the chat is written to as plain text; empty: none"},
    Setting{"chat_log_mb", KeptNumber{}, "10",
            "a chat_log of this size becomes chat_log.1, and so on up to chat_log.5"},
    Setting{"workers", &Config::workers, "4", "processes of the shop pool"},
    Setting{"chat_workers", &Config::chat_workers, "4", "processes of the chat pool"},
    Setting{"admin_workers", &Config::admin_workers, "2", "processes of the admin pool"},
    Setting{"statement_timeout_ms", &Config::statement_timeout_ms, "5000",
            "a database query is stopped after this time"},
    Setting{"login_attempts", &Config::login_attempts, "10",
            "failed log-ins per account and per address in 15 minutes"},
    Setting{"register_attempts", &Config::register_attempts, "20",
            "registrations per address in an hour"},
    Setting{"chat_attempts", &Config::chat_attempts, "30", "questions per visitor in a minute"},
    Setting{"session_days", &Config::session_days, "30",
            "a session ends so many days after its last use"},
    Setting{"session_keys", &Config::session_keys, "", "cookie keys 'id:base64url', newest first",
            true},
    Setting{"database_password", &Config::database_password, "",
            "password of the database role, if it needs one", true},
    Setting{"admin_database_password", &Config::admin_database_password, "",
            "the same for admin_database; empty: as database_password", true},
    Setting{"mail_password", &Config::mail_password, "", "password of mail_user", true},
    Setting{"llm_key", &Config::llm_key, "", "key of a hosted language model", true},
    Setting{"gateway_key", Kept{}, "", "key of the payment service", true},
    Setting{"gateway_webhook_secret", Kept{}, "", "secret that signs the payment service's events",
            true},
};

void assign(Config& config, const Setting& setting, std::string_view value,
            const std::string& where) {
  if (std::holds_alternative<Kept>(setting.field))
    return keep_secret(setting.name, std::string(value));
  if (const auto* text = std::get_if<std::string Config::*>(&setting.field)) {
    config.*(*text) = std::string(value);
    return;
  }
  const auto number = to_integer(value, setting.least, 1000000);
  if (!number) {
    throw ConfigError(where + ": " + std::string(setting.name) + " needs a whole number from " +
                      std::to_string(setting.least) + ", not '" + std::string(value) + "'");
  }
  if (std::holds_alternative<KeptNumber>(setting.field)) {
    return keep_secret(setting.name, std::to_string(*number));
  }
  config.*(std::get<int Config::*>(setting.field)) = static_cast<int>(*number);
}

const Setting& find_setting(std::string_view name, const std::string& where) {
  for (const Setting& setting : kSettings) {
    if (setting.name == name) return setting;
  }
  throw ConfigError(where + ": there is no setting '" + std::string(name) + "'");
}

void read_file(Config& config, const std::string& file, bool secrets) {
  std::ifstream input(file);
  if (!input) throw ConfigError(file + ": cannot be read");
  std::string line;
  for (int number = 1; std::getline(input, line); ++number) {
    const std::string where = file + ":" + std::to_string(number);
    const std::string_view text = trimmed(line);
    if (text.empty() || text.front() == '#') continue;
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) throw ConfigError(where + ": expected 'name = value'");
    const Setting& setting = find_setting(trimmed(text.substr(0, equals)), where);
    if (setting.secret && !secrets) {
      throw ConfigError(where + ": '" + std::string(setting.name) +
                        "' is a secret and belongs in secret.conf");
    }
    assign(config, setting, trimmed(text.substr(equals + 1)), where);
  }
}

void read_secrets(Config& config, const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return;
  if ((status.st_mode & 07U) != 0) {
    throw ConfigError(file + ": others may read it; chmod 0600 (or 0640) it");
  }
  read_file(config, file, true);
}

std::string upper(std::string_view name) {
  std::string result(name);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

}  // namespace

std::vector<SettingHelp> setting_list() {
  std::vector<SettingHelp> list;
  for (const Setting& setting : kSettings) {
    list.push_back({setting.name, setting.standard, setting.help, setting.secret});
  }
  return list;
}

Config read_config(const std::string& file, const std::string& secret_file,
                   const std::map<std::string, std::string>& environment) {
  Config config;
  for (const Setting& setting : kSettings) assign(config, setting, setting.standard, "built in");
  if (!file.empty()) read_file(config, file, false);
  if (!secret_file.empty()) read_secrets(config, secret_file);
  if (const auto url = environment.find("DATABASE_URL"); url != environment.end()) {
    config.database = url->second;
  }
  for (const Setting& setting : kSettings) {
    const std::string variable = "PARLEY_" + upper(setting.name);
    const auto value = environment.find(variable);
    if (value != environment.end()) assign(config, setting, value->second, variable);
  }
  if (config.admin_database.empty()) config.admin_database = config.database;
  if (config.admin_database_password.empty()) {
    config.admin_database_password = config.database_password;
  }
  return config;
}

std::map<std::string, std::string> environment_map() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return variables;
}
