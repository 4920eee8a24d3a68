// Who may include whom: the arrows of the house.
#include <boost/test/unit_test.hpp>

#include <map>
#include <regex>
#include <set>

#include "support/files.h"

namespace {

const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"base", {}},
    {"db", {"base"}},
    {"web", {"base"}},
    {"accounts", {"mail"}},
    {"catalog", {}},
    {"analytics", {}},
    {"mail", {}},
    {"search", {"catalog"}},
    {"inventory", {"catalog"}},
    {"orders", {"accounts", "catalog", "inventory", "mail"}},
    {"recommend", {"catalog", "analytics"}},
    {"predict", {"analytics", "orders"}},
    {"chat", {"catalog", "search", "orders", "recommend"}},
    {"csv", {"accounts", "catalog", "inventory", "orders"}},
    {"admin", {}},
};

/// "cgi-bin/orders/cart_page.cpp" -> "orders"; empty for files beside main.cpp.
std::string room_of(const std::string& path) {
  const std::string inside = path.substr(std::string("cgi-bin/").size());
  const std::size_t slash = inside.find('/');
  return slash == std::string::npos ? "" : inside.substr(0, slash);
}

/// Pages, the API, and what fills templates for them: they may look at every domain and at web/.
bool is_front(const std::string& path) {
  return std::regex_search(path, std::regex(R"(_(page|pages|api|form|view|card)\.(cpp|h)$)"));
}

bool may_include(const std::string& path, const std::string& target) {
  const std::string room = room_of(path);
  if (room.empty() || room == target) return true;
  if (room == "base" || room == "db" || room == "web") return kMayInclude.at(room).contains(target);
  if (target == "base" || target == "db") return true;
  if (is_front(path)) return true;
  return kMayInclude.at(room).contains(target);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layers)

BOOST_AUTO_TEST_CASE(every_include_follows_the_arrows) {
  const std::regex include(R"re(#include "([a-z_]+)/[^"]+")re");
  for (const support::File& file : support::files_below("cgi-bin", {".cpp", ".h"})) {
    const std::string room = room_of(file.path);
    BOOST_TEST((room.empty() || kMayInclude.contains(room)), "a new room: " << file.path);
    for (std::sregex_iterator match(file.text.begin(), file.text.end(), include), end; match != end;
         ++match) {
      const std::string target = (*match)[1];
      BOOST_TEST(may_include(file.path, target), file.path << " includes " << target);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_domain_knows_no_http) {
  const std::regex shop(R"re(#include "(shop|program|routes|visitor)\.h")re");
  for (const support::File& file : support::files_below("cgi-bin", {".cpp", ".h"})) {
    if (room_of(file.path).empty() || is_front(file.path)) continue;
    BOOST_TEST(!std::regex_search(file.text, shop), file.path);
  }
}

BOOST_AUTO_TEST_CASE(tools_borrow_the_domain_and_never_the_web) {
  for (const support::File& file : support::files_below("tools", {".cpp", ".h"})) {
    BOOST_TEST(file.text.find("#include \"web/") == std::string::npos, file.path);
  }
}

BOOST_AUTO_TEST_CASE(sql_and_html_live_in_their_own_files) {
  const std::regex sql(R"re("(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH) )re");
  const std::regex html(R"re("<(p|div|a|h[1-6]|form|span|li|td|ul|table)[ >])re");
  for (const support::File& file : support::files_below("cgi-bin", {".cpp", ".h"})) {
    BOOST_TEST(!std::regex_search(file.text, sql), "SQL in " << file.path);
    BOOST_TEST(!std::regex_search(file.text, html), "HTML in " << file.path);
  }
}

BOOST_AUTO_TEST_SUITE_END()
