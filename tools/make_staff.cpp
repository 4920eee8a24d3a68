/// make_staff.cpp - gives somebody a staff or admin account; there is no default one.
///
/// With --demo it gives the demo shop's people random passwords and writes them to a file that
/// only its owner can read.

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <fstream>
#include <iostream>

#include "accounts/accounts.h"
#include "base/random.h"
#include "db/db.h"

namespace {

struct Options {
  std::string database{};
  std::string username{};
  std::string email{};
  std::string role = "admin";
  std::string permissions = "orders,products,stock,customers,conversations,marketing,reports";
  bool password_stdin = false;
  bool generate = false;
  std::string demo{};
};

/// Reads a line without showing it on the terminal.
std::string ask_silently(const std::string& question) {
  std::cerr << question;
  termios before{};
  const bool is_terminal = tcgetattr(STDIN_FILENO, &before) == 0;
  if (is_terminal) {
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  std::string line;
  std::getline(std::cin, line);
  if (is_terminal) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::cerr << '\n';
  return line;
}

std::string choose_password(const Options& options) {
  if (options.generate) return random_token(15);
  if (options.password_stdin) {
    std::string line;
    std::getline(std::cin, line);
    return line;
  }
  std::string password = ask_silently("Password: ");
  if (ask_silently("Again: ") != password) throw std::runtime_error("the two are not the same");
  return password;
}

void make_one(db::Connection& db, const Options& options) {
  if (options.username.empty() || options.email.empty()) {
    throw std::runtime_error("--username and --email are needed");
  }
  const std::string password = choose_password(options);
  if (accounts::judge_password(password, options.username, options.email) !=
      accounts::PasswordVerdict::good) {
    throw std::runtime_error("this password is too short, too long or too easy to guess");
  }
  accounts::make_staff(db, options.username, options.email, options.role,
                       options.role == "admin" ? "" : options.permissions, password);
  std::cout << options.username << " is " << options.role << " now\n";
  if (options.generate) std::cout << "password: " << password << '\n';
}

void make_demo(db::Connection& db, const std::string& file) {
  // Made readable for its owner alone before anything is written.
  const int descriptor = ::open(file.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0) throw std::runtime_error(file + ": cannot be written");
  ::close(descriptor);
  std::ofstream list(file);
  for (const char* username : {"alice", "sam", "ada"}) {
    const auto account = accounts::find_by_login(db, username);
    if (!account) continue;
    const std::string password = random_token(9);
    accounts::change_password(db, account->id, password);
    list << account->role << ' ' << account->username << ' ' << password << '\n';
  }
  if (!list.flush()) throw std::runtime_error(file + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) try {
  Options options;
  CLI::App app{"Gives somebody a staff or admin account"};
  app.add_option("--database", options.database, "libpq connection string")->required();
  app.add_option("--username", options.username, "3 to 40 characters");
  app.add_option("--email", options.email, "address, for a new account");
  app.add_option("--role", options.role, "staff or admin")
      ->check(CLI::IsMember({"staff", "admin"}));
  app.add_option("--may", options.permissions, "what staff may do, with commas between");
  app.add_flag("--password-stdin", options.password_stdin, "read the password from a pipe");
  app.add_flag("--generate", options.generate, "make a password and print it once");
  app.add_option("--demo", options.demo, "give alice, sam and ada passwords, written to this file");
  CLI11_PARSE(app, argc, argv);
  db::Connection db(options.database);
  if (options.demo.empty()) {
    make_one(db, options);
  } else {
    make_demo(db, options.demo);
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << "make_staff: " << error.what() << '\n';
  return 1;
}
