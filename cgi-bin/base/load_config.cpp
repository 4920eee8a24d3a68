#include "base/load_config.h"

#include <sys/stat.h>

Config load_config(const std::string& file, const std::string& secret_file) {
  struct stat status {};
  const bool has_file = ::stat(file.c_str(), &status) == 0;
  return read_config(has_file ? file : "", secret_file, environment_map());
}

std::string with_password(const std::string& options, const std::string& password) {
  const bool is_url = options.starts_with("postgres://") || options.starts_with("postgresql://");
  return is_url || password.empty() ? options : options + " password='" + password + "'";
}

std::string admin_connection(const Config& config) {
  return with_password(config.admin_database, config.admin_database_password);
}
