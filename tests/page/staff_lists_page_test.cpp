// What staff look through grows with the shop: every list can be searched, taken away as a CSV file
// and is paged by key.
#include <boost/test/unit_test.hpp>

#include <map>
#include <regex>

#include "routes.h"
#include "support/files.h"
#include "support/support.h"

using namespace support;

namespace {

/// Staff pages that are no lists, or lists that cannot grow, each with why.
const std::map<std::string_view, std::string_view> kNoLists = {
    {"/admin", "figures of today with links to the lists"},
    {"/admin/conversations/gaps", "the hundred most frequent questions; all are in its file"},
    {"/admin/conversations/gaps/mend", "a form"},
    {"/admin/models", "one panel a model, with its last versions"},
    {"/admin/models/settings", "a form"},
    {"/admin/products/new", "a form"},
    {"/admin/promotions/new", "a form"},
    {"/admin/reports", "figures of a period, each with its own file"},
    {"/admin/search", "a few rules and the twenty most frequent searches; all are in its file"},
    {"/admin/search/rule", "a form"},
    {"/admin/settings", "a form"},
    {"/admin/settings/policies", "the shop's five policies"},
    {"/admin/settings/shipping", "one form of a few rows"},
    {"/admin/settings/taxes", "one form of a few rows"},
};

std::vector<std::string> staff_pages() {
  std::vector<std::string> paths;
  for (const web::Route& route : all_routes()) {
    const bool is_page = route.method == "GET" && route.kind == web::Kind::page &&
                         route.path.starts_with("/admin") && !route.path.ends_with(".csv") &&
                         route.path.find('{') == std::string_view::npos;
    if (is_page) paths.emplace_back(route.path);
  }
  return paths;
}

struct ListsTest : PageTest {
  ListsTest() { sign_in(make_account(db, {.role = "admin"})); }
};

/// Text of the page's own search field, not that of the shop above it.
std::string search_form_of(const web::Response& page, const std::string& path) {
  const std::regex form("<form method=\"get\" action=\"" + path + "\"[^]*?</form>");
  std::smatch match;
  return std::regex_search(page.body, match, form) ? match.str() : "";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(staff_lists, ListsTest)

BOOST_AUTO_TEST_CASE(every_list_has_a_search_and_a_csv_file) {
  for (const std::string& path : staff_pages()) {
    if (kNoLists.contains(path)) continue;
    const auto page = get(path);
    BOOST_TEST(page.status == 200, path);
    BOOST_TEST((search_form_of(page, path).find("type=\"search\"") != std::string::npos),
               path << " cannot be searched");
    BOOST_TEST(std::regex_search(page.body, std::regex("href=\"" + path + "\\.csv")),
               path << " has no CSV file");
    BOOST_TEST(get(path + "?q=nothing%20is%20called%20so").status == 200, path);
    BOOST_TEST(get(path + ".csv?q=x").content_type == "text/csv; charset=utf-8", path);
  }
}

BOOST_AUTO_TEST_CASE(no_exception_is_kept_for_a_page_that_is_gone) {
  const auto pages = staff_pages();
  for (const auto& [path, reason] : kNoLists) {
    BOOST_TEST((std::ranges::find(pages, path) != pages.end()), path << " is no staff page");
  }
}

BOOST_AUTO_TEST_CASE(lists_are_paged_by_key_and_never_by_counting_rows) {
  // Favorites: what a customer sees, and ends after a few pages.
  const std::map<std::string, int> expected = {{"sql/queries/catalog.sql", 1}};
  for (const File& file : files_below("sql/queries", {".sql"})) {
    const std::regex counting(R"(\bOFFSET\b)");
    const auto times = std::distance(
        std::sregex_iterator(file.text.begin(), file.text.end(), counting), std::sregex_iterator());
    const auto known = expected.find(file.path);
    BOOST_TEST(times == (known == expected.end() ? 0 : known->second), file.path);
  }
}

BOOST_AUTO_TEST_CASE(a_long_list_goes_on_behind_its_last_row) {
  db.run_script(
      "INSERT INTO brand (slug, name) SELECT 'b-' || n, 'Brand ' || lpad(n::text, 3, '0')"
      "  FROM generate_series(1, 60) AS n;"
      "INSERT INTO category (slug, name) SELECT 'c-' || n, 'Category ' || lpad(n::text, 3, '0')"
      "  FROM generate_series(1, 60) AS n");
  for (const auto& [path, word] :
       {std::pair{"/admin/brands", "Brand 0"}, std::pair{"/admin/categories", "Category 0"}}) {
    const auto first = get(std::string(path) + "?q=" + (word[0] == 'B' ? "brand" : "category"));
    const auto row = [&](const char* end) { return "value=\"" + std::string(word) + end + "\""; };
    BOOST_TEST(contains(first, row("50")), path);
    BOOST_TEST(!contains(first, row("51")), path);
    std::smatch next;
    const std::regex link("href=\"(" + std::string(path) + "\\?q=[a-z]+&amp;behind=[0-9]+)\"");
    BOOST_REQUIRE(std::regex_search(first.body, next, link));
    const auto second = get(std::regex_replace(next[1].str(), std::regex("&amp;"), "&"));
    BOOST_TEST(contains(second, row("51")), path);
    BOOST_TEST(contains(second, row("60")), path);
  }
}

BOOST_AUTO_TEST_SUITE_END()
