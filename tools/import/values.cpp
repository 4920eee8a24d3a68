#include "import/values.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <span>
#include <utility>
#include <vector>

#include "base/text.h"

namespace importer {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
char upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

/// Reads a text from left to right.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  bool skip(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool skip(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  /// A number of 1 to `most_digits` digits.
  std::optional<int> number(std::size_t most_digits) {
    std::size_t length = 0;
    while (length < rest_.size() && length < most_digits && is_digit(rest_[length])) ++length;
    int value = 0;
    if (length == 0) return std::nullopt;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return value;
  }

 private:
  std::string_view rest_;
};

std::optional<Day> make_day(std::optional<int> year, std::optional<int> month,
                            std::optional<int> day) {
  if (!year || !month || !day || *year < 1990 || *year > 2099) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::optional<Day> scan_day(Scanner& text) {
  const auto first = text.number(4);
  if (text.skip('-')) {
    const auto month = text.number(2);
    if (!text.skip('-')) return std::nullopt;
    return make_day(first, month, text.number(2));
  }
  if (!text.skip('/')) return std::nullopt;
  const auto day = text.number(2);
  if (!text.skip('/')) return std::nullopt;
  return make_day(text.number(4), first, day);
}

std::optional<std::chrono::seconds> scan_clock(Scanner& text) {
  const auto hour = text.number(2);
  if (!text.skip(':')) return std::nullopt;
  const auto minute = text.number(2);
  const auto second = text.skip(':') ? text.number(2) : 0;
  if (text.skip('.')) text.number(9);  // finer than the shop needs
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
    return std::nullopt;
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

/// How far the zone is ahead of UTC; no zone at all is UTC.
std::optional<std::chrono::minutes> scan_zone(Scanner& text) {
  text.skip(' ');
  if (text.done() || text.skip("UTC") || text.skip('Z')) return std::chrono::minutes(0);
  const bool behind = text.skip('-');
  if (!behind && !text.skip('+')) return std::nullopt;
  const auto hours = text.number(2);
  const auto minutes = text.skip(':') || !text.done() ? text.number(2) : 0;
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  const auto ahead = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
  return behind ? -ahead : ahead;
}

struct Country {
  std::string_view name;
  std::string_view code;
};

// The names that the known data sets use, besides the codes themselves. "Unspecified" and
// "European Community" are no countries; of the Channel Islands the larger one stands for both.
constexpr auto kCountries = std::to_array<Country>({
    {"australia", "AU"},
    {"austria", "AT"},
    {"bahrain", "BH"},
    {"belgium", "BE"},
    {"brasil", "BR"},
    {"brazil", "BR"},
    {"canada", "CA"},
    {"channel islands", "JE"},
    {"china", "CN"},
    {"colombia", "CO"},
    {"cyprus", "CY"},
    {"czech republic", "CZ"},
    {"denmark", "DK"},
    {"deutschland", "DE"},
    {"eire", "IE"},
    {"españa", "ES"},
    {"finland", "FI"},
    {"france", "FR"},
    {"germany", "DE"},
    {"greece", "GR"},
    {"hong kong", "HK"},
    {"iceland", "IS"},
    {"india", "IN"},
    {"ireland", "IE"},
    {"israel", "IL"},
    {"italy", "IT"},
    {"japan", "JP"},
    {"korea", "KR"},
    {"lebanon", "LB"},
    {"lithuania", "LT"},
    {"malta", "MT"},
    {"mexico", "MX"},
    {"netherlands", "NL"},
    {"new zealand", "NZ"},
    {"nigeria", "NG"},
    {"norway", "NO"},
    {"poland", "PL"},
    {"portugal", "PT"},
    {"republic of korea", "KR"},
    {"rsa", "ZA"},
    {"saudi arabia", "SA"},
    {"singapore", "SG"},
    {"south africa", "ZA"},
    {"south korea", "KR"},
    {"spain", "ES"},
    {"sweden", "SE"},
    {"switzerland", "CH"},
    {"thailand", "TH"},
    {"uk", "GB"},
    {"united arab emirates", "AE"},
    {"united kingdom", "GB"},
    {"united states", "US"},
    {"united states of america", "US"},
    {"usa", "US"},
    {"west indies", ""},
});

constexpr auto kSmallWords = std::to_array<std::string_view>(
    {"a", "and", "at", "by", "de", "for", "from", "in", "of", "on", "or", "the", "to", "with"});
constexpr auto kCapitals = std::to_array<std::string_view>(
    {"3D", "CD", "DIY", "DVD", "IPOD", "LED", "TV", "UK", "USA", "USB", "XMAS"});

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A shouted word as it stands in a title: a capital behind each '-', '/', '(' and '"'.
std::string to_title(std::string_view word) {
  std::string title;
  bool starts = true;
  for (const char c : word) {
    title += starts ? upper(c) : lower(c);
    starts = c == '-' || c == '/' || c == '(' || c == '"' || c == '.' || c == ',' || c == '&';
  }
  return title;
}

std::string display_word(std::string_view word, bool first) {
  const auto small = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_lower));
  const auto large = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_upper));
  if (small > 0 && (small >= large || is_digit(word.front()))) return std::string(word);
  if (is_one_of(word, kCapitals)) return word == "XMAS" ? "Xmas" : std::string(word);
  std::string quiet = to_lower(word);
  if (!first && is_one_of(quiet, kSmallWords)) return quiet;
  return is_digit(word.front()) && large > 1 ? quiet : to_title(word);
}

}  // namespace

std::optional<std::int64_t> parse_whole(std::string_view text) {
  text = trimmed(text);
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos) {
    const std::string_view zeros = text.substr(point + 1);
    if (zeros.empty() || zeros.find_first_not_of('0') != std::string_view::npos)
      return std::nullopt;
    text = text.substr(0, point);
  }
  return to_integer(text, -999'999'999, 999'999'999);
}

std::optional<Money> parse_price(std::string_view text) {
  text = trimmed(text);
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find_first_of(".,");
  const std::string_view whole = text.substr(0, point);
  const std::string_view rest =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  const bool empty = whole.empty() && rest.empty();
  if (empty || whole.size() > 9 || !all_digits(whole) || !all_digits(rest)) return std::nullopt;
  const auto digit = [&](std::size_t at) { return at < rest.size() ? rest[at] - '0' : 0; };
  std::int64_t cents = whole.empty() ? 0 : *to_integer(whole) * 100;
  cents += digit(0) * 10 + digit(1) + (digit(2) >= 5 ? 1 : 0);
  return Money{negative ? -cents : cents};
}

std::optional<Instant> parse_moment(std::string_view text) {
  Scanner scanner(trimmed(text));
  const auto day = scan_day(scanner);
  if (!day) return std::nullopt;
  if (scanner.done()) return Instant(*day);
  if (!scanner.skip(' ') && !scanner.skip('T')) return std::nullopt;
  const auto clock = scan_clock(scanner);
  const auto zone = scan_zone(scanner);
  if (!clock || !zone || !scanner.done()) return std::nullopt;
  return Instant(*day) + *clock - *zone;
}

std::string country_code(std::string_view name) {
  name = trimmed(name);
  if (name.size() == 2 && is_upper(name[0]) && is_upper(name[1]) && name != "UK") {
    return std::string(name);
  }
  const std::string known = to_lower(name);
  for (const Country& country : kCountries) {
    if (country.name == known) return std::string(country.code);
  }
  return "";
}

std::string to_display_name(std::string_view shouted) {
  while (shouted.starts_with('*') || shouted.starts_with(' ')) shouted.remove_prefix(1);
  std::string name;
  for (const std::string_view word : split(shouted, ' ')) {
    const std::string_view bare = trimmed(word);
    if (bare.empty()) continue;
    if (!name.empty()) name += ' ';
    name += display_word(bare, name.empty());
  }
  return name;
}

std::string to_category_name(std::string_view slug) {
  std::string name;
  for (const std::string_view word : split(slug, '-')) {
    if (word.empty()) continue;
    if (!name.empty()) name += ' ';
    if (word == "mens" || word == "womens") {
      name += word == "mens" ? "Men's" : "Women's";
    } else {
      name += to_title(word);
    }
  }
  return name;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kMost = 40;
  std::string shown = shortened(text, kMost);
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return '"' + shown + '"';
}

}  // namespace importer
