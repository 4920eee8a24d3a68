/// config.h - the settings of one process, read once at its start.
///
/// Source: etc/shop.conf (settings) and etc/secret.conf (secrets, mode 0600), lines "name = value",
///         '#' starts a comment. An environment variable PARLEY_<NAME> wins over both files;
///         DATABASE_URL, when set, stands for `database`.
/// Errors: ConfigError with file, line and reason; the program does not start.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

class ConfigError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Config {
  std::string shop_name;
  std::string base_url;        // "https://shop.example", for links in mail and canonical URLs
  std::string currency;        // ISO 4217
  std::string country;         // where the shop is, ISO 3166-1 alpha-2
  std::string time_zone;       // tz database name
  std::string language;        // BCP 47, of all texts
  std::string database;        // libpq connection string without the password
  std::string admin_database;  // the same for the admin pool; empty: as `database`
  std::string templates;       // folder
  std::string pictures;        // folder of uploaded and generated product pictures
  std::string sql;             // folder of migrations and demo rows
  std::string cors_origins;    // other sites whose scripts may use the API, with spaces between
  std::string card_gateway;    // "sandbox" offers the test card at checkout; "none" does not
  std::string mail_url;        // "smtp://mail.example:587"; empty: letters become files
  std::string mail_user;       // at that server; empty: without log-in
  std::string mail_from;       // sender's address of all letters
  std::string mail_folder;     // of the .eml files when mail_url is empty
  int mail_timeout_s = 0;      // a letter that takes longer is put off
  std::string intent_model;    // file that tools/chat_eval wrote from labelled sentences
  std::string dictionaries;    // word lists, separated by ':'
  std::string llm_protocol;    // "ollama", "openai", or "none": the built-in assistant alone
  std::string llm_url;         // "http://127.0.0.1:11434"
  std::string llm_model;
  int llm_timeout_s = 0;             // an answer that takes longer is the built-in one
  int llm_prompts_per_session = 0;   // a conversation's answers that a model may word
  int chat_prompts_per_session = 0;  // questions of a conversation; 0: as many as one likes
  int workers = 0;                   // processes of the shop pool
  int chat_workers = 0;
  int admin_workers = 0;
  int statement_timeout_ms = 0;  // a query that takes longer is stopped
  int login_attempts = 0;        // per account and per address in 15 minutes
  int register_attempts = 0;     // new accounts per address in an hour
  int chat_attempts = 0;         // questions per visitor in a minute
  int session_days = 0;          // a session ends so many days after its last use

  // Secrets: only in secret.conf or the environment.
  std::string session_keys;  // "id:base64url …", newest first; older ones still verify
  std::string database_password;
  std::string admin_database_password;  // empty: as database_password
  std::string mail_password;
  std::string llm_key;  // of a hosted model
};

/// One row of `--settings`.
struct SettingHelp {
  std::string_view name;
  std::string_view standard;  // default value
  std::string_view help;
  bool secret = false;
};

/// All settings that exist, in the order of etc/shop.conf.
std::vector<SettingHelp> setting_list();

/// Reads the files and the given environment ("NAME" -> "value"). A missing `secret_file` is fine
/// as long as the environment holds the session keys.
Config read_config(const std::string& file, const std::string& secret_file,
                   const std::map<std::string, std::string>& environment);

/// This process's environment as a map.
std::map<std::string, std::string> environment_map();
