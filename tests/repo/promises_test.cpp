// Settings, messages and routes: each is named where people look for it.
#include <boost/test/unit_test.hpp>

#include <regex>
#include <set>

#include "base/config.h"
#include "routes.h"
#include "support/files.h"
#include "support/support.h"

namespace {

std::string whole_text(const std::string& folder, const std::vector<std::string>& endings) {
  std::string text;
  for (const support::File& file : support::files_below(folder, endings)) text += file.text;
  return text;
}

/// "/product/{id}" as a pattern of the addresses that tests ask for.
std::regex address_pattern(std::string_view path) {
  std::string pattern;
  bool in_part = false;
  for (const char c : path) {
    if (c == '{') {
      in_part = true;
      // In a test the part may be text of its own or a variable that is put in.
      pattern += R"re(([^/"]+|" ?\+[^;]*?))re";
    }
    if (!in_part) pattern += c == '.' ? std::string("\\.") : std::string(1, c);
    if (c == '}') in_part = false;
  }
  return std::regex("\"" + pattern + "([?\"/]|$)");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(promises)

BOOST_AUTO_TEST_CASE(every_setting_is_shown_in_the_example_file) {
  const std::string shown = whole_text("etc", {"shop.conf", "secret.conf.example"});
  for (const SettingHelp& setting : setting_list()) {
    const std::regex line("(^|\\n)#? ?" + std::string(setting.name) + " =");
    BOOST_TEST(std::regex_search(shown, line), setting.name);
  }
}

BOOST_AUTO_TEST_CASE(every_setting_is_explained_in_the_readme) {
  const std::string readme = whole_text(".", {"./README.md"});
  for (const SettingHelp& setting : setting_list()) {
    BOOST_TEST(readme.find("`" + std::string(setting.name) + "`") != std::string::npos,
               setting.name);
  }
}

BOOST_AUTO_TEST_CASE(every_sentence_that_code_says_exists) {
  // Keys are written "group.name"; the groups are those of the message file itself.
  std::set<std::string> groups;
  const std::string messages = whole_text("templates", {"messages.en.txt"});
  const std::regex head(R"((^|\n)([a-z]+)\.[a-z_.0-9]+ = )");
  for (std::sregex_iterator match(messages.begin(), messages.end(), head), end; match != end;
       ++match) {
    groups.insert((*match)[2]);
  }
  const std::regex key(R"re("([a-z]+)\.([a-z_.0-9]*[a-z_0-9])")re");
  for (const support::File& file : support::files_below("cgi-bin", {".cpp", ".h"})) {
    // These names belong to protocols: events that are sent out, and a payment service's.
    if (file.path.ends_with("mail/webhooks.cpp") || file.path.ends_with("orders/hosted.cpp")) {
      continue;
    }
    for (std::sregex_iterator match(file.text.begin(), file.text.end(), key), end; match != end;
         ++match) {
      const std::string name = (*match)[1].str() + "." + (*match)[2].str();
      const std::string ending = name.substr(name.rfind('.'));
      const bool is_head =
          name.back() == '_';  // "listing.sort_" + an order: the rest is put together
      if (!groups.contains((*match)[1]) || is_head || ending == ".tpl" || ending == ".h") continue;
      BOOST_TEST(support::test_site().messages.has(name), file.path << ": " << name);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_route_has_a_page_test) {
  const std::string tests = whole_text("tests/page", {".cpp"});
  for (const web::Route& route : all_routes()) {
    BOOST_TEST(std::regex_search(tests, address_pattern(route.path)),
               route.method << " " << route.path);
  }
}

BOOST_AUTO_TEST_CASE(no_path_of_a_developers_machine_is_committed) {
  const std::regex path(R"re((^|[^a-z.])/(home|root|Users)/[a-z])re");
  for (const char* folder : {"cgi-bin", "tools", "templates", "sql", "etc", "tests"}) {
    for (const support::File& file :
         support::files_below(folder, {".cpp", ".h", ".sh", ".tpl", ".sql", ".conf", ".mjs"})) {
      BOOST_TEST(!std::regex_search(file.text, path), file.path);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
