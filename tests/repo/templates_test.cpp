// Rules about templates that a reader cannot be trusted to remember.
#include <boost/test/unit_test.hpp>

#include <map>
#include <regex>

#include "base/text.h"
#include "support/files.h"

namespace {

bool is_plain_text(const support::File& file) {
  return file.path.starts_with("templates/mail/") && file.path.ends_with("_text.tpl");
}

/// All but the plain text parts of letters, which are no HTML and are not escaped.
std::vector<support::File> templates() {
  auto files = support::files_below("templates", {".tpl"});
  std::erase_if(files, is_plain_text);
  return files;
}

/// Every place where `pattern` matches, as "file:line".
std::string places_of(const std::vector<support::File>& files, const std::regex& pattern) {
  std::string places;
  for (const support::File& file : files) {
    for (std::sregex_iterator match(file.text.begin(), file.text.end(), pattern), end; match != end;
         ++match) {
      const auto at = static_cast<std::size_t>(match->position());
      places += file.path + ":" + std::to_string(support::line_of(file.text, at)) + " ";
    }
  }
  return places;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(templates_rules)

BOOST_AUTO_TEST_CASE(every_template_escapes_by_itself) {
  BOOST_TEST(!templates().empty());
  for (const support::File& file : templates()) {
    BOOST_TEST(file.text.starts_with("{{%AUTOESCAPE context=\""), file.path);
  }
}

BOOST_AUTO_TEST_CASE(every_template_says_who_fills_it) {
  for (const support::File& file : templates()) {
    const auto lines = split(file.text, '\n');
    BOOST_TEST((lines.size() > 1 && lines[1].starts_with("{{!")), file.path);
  }
}

BOOST_AUTO_TEST_CASE(plain_text_holds_no_markup_and_says_who_fills_it) {
  for (const support::File& file : support::files_below("templates/mail", {"_text.tpl"})) {
    BOOST_TEST(file.text.starts_with("{{!"), file.path);
    BOOST_TEST(file.text.find('<') == std::string::npos, file.path);
  }
}

BOOST_AUTO_TEST_CASE(only_what_other_templates_have_finished_is_printed_unescaped) {
  const std::regex finished("\\{\\{(SHOP_BAR|POPULAR_SEARCHES|[A-Z_]+_PRODUCT_CARDS):none\\}\\}");
  for (const support::File& file : templates()) {
    std::string text = std::regex_replace(file.text, finished, "");
    if (file.path == "templates/layout.tpl") {
      const std::size_t body = text.find("{{BODY:none}}");
      BOOST_REQUIRE(body != std::string::npos);
      text.erase(body, std::string("{{BODY:none}}").size());
    }
    BOOST_TEST(text.find(":none") == std::string::npos, file.path);
  }
}

BOOST_AUTO_TEST_CASE(there_is_no_script_and_no_inline_style) {
  const std::regex forbidden(
      R"(<script|javascript:|\son[a-z]+\s*=|\sstyle\s*=|<style|src=["']?data:)", std::regex::icase);
  BOOST_TEST(places_of(templates(), forbidden) == "");
  BOOST_TEST(places_of(support::files_below("static", {".html"}), forbidden) == "");
  BOOST_TEST(support::files_below("static", {".js"}).empty());
}

BOOST_AUTO_TEST_CASE(attributes_that_the_escaper_does_not_know_hold_no_variables) {
  // CTemplate 2.4 treats these as plain text, so a javascript: address would pass. Only srcset may
  // hold variables, behind a path of our own: /pictures/{{SIZE_FILE}}.webp {{SIZE_WIDTH}}w.
  const std::regex unknown(R"((formaction|srcset|poster|srcdoc|xlink:href)="[^"]*\{\{)");
  const std::regex ours(R"(/pictures/\{\{SIZE_FILE\}\}\.(webp|jpg) \{\{SIZE_WIDTH\}\}w)");
  const std::regex marks(R"(\{\{[#/]SIZE(_separator)?\}\})");
  std::vector<support::File> files = templates();
  for (support::File& file : files) {
    file.text = std::regex_replace(std::regex_replace(file.text, ours, ""), marks, "");
  }
  BOOST_TEST(places_of(files, unknown) == "");
}

BOOST_AUTO_TEST_CASE(every_form_that_changes_something_carries_a_token) {
  const std::regex form(R"(<form[^>]*method="post"[\s\S]*?</form>)", std::regex::icase);
  for (const support::File& file : templates()) {
    for (std::sregex_iterator match(file.text.begin(), file.text.end(), form), end; match != end;
         ++match) {
      const std::string text = match->str();
      const bool has_token =
          text.find("name=\"csrf\"") != std::string::npos || text.find("{{>") != std::string::npos;
      BOOST_TEST(
          has_token,
          file.path << ":"
                    << support::line_of(file.text, static_cast<std::size_t>(match->position())));
    }
  }
}

BOOST_AUTO_TEST_CASE(stems_are_unique_since_generated_headers_drop_the_folder) {
  std::map<std::string, std::string> seen;
  for (const support::File& file : support::files_below("templates", {".tpl"})) {
    const std::string stem = file.path.substr(file.path.rfind('/') + 1);
    BOOST_TEST(seen[stem] == "", file.path << " and " << seen[stem]);
    seen[stem] = file.path;
  }
}

BOOST_AUTO_TEST_SUITE_END()
