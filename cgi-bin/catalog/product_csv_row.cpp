#include "catalog/product_csv_row.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "catalog/variants.h"

namespace catalog {
namespace {

enum Column : std::size_t {
  sku,
  name,
  description,
  category,
  brand,
  price,
  offered,
  family,
  options
};
constexpr std::array<std::string_view, 9> kNames = {
    "sku", "name", "description", "category", "brand", "price", "offered", "family", "options"};
constexpr std::array<std::string_view, 1> kNeeded = {"sku"};
constexpr std::size_t kMostCategoryPath = 1000;
constexpr std::size_t kMostBrand = 100;

bool fits(std::string_view text, std::size_t most, bool lines = false) {
  return count_characters(text) <= most && !has_control_characters(text, lines);
}

std::vector<std::string> values_in(std::string_view text) {
  std::vector<std::string> values;
  while (!text.empty()) {
    const std::size_t cut = text.find(kBetweenValues);
    const std::string_view value = trimmed(text.substr(0, cut));
    if (!value.empty()) values.emplace_back(value);
    if (cut == std::string_view::npos) break;
    text.remove_prefix(cut + kBetweenValues.size());
  }
  return values;
}

/// Reads the row cell by cell; the first problem leaves it out.
class RowReader {
 public:
  explicit RowReader(CsvFile& file) : file_(file) {}

  std::optional<IncomingProduct> read() {
    row_.sku = std::string(file_.cell(sku));
    if (row_.sku.empty() || !fits(row_.sku, kMostSku)) return fail("sku", row_.sku);
    if (!take(row_.name, name, kMostProductName)) return fail("name", file_.cell(name));
    if (!take(row_.category, category, kMostCategoryPath)) {
      return fail("category", file_.cell(category));
    }
    if (!take(row_.brand, brand, kMostBrand)) return fail("text", file_.cell(brand));
    if (!take(row_.family, family, kMostProductName)) return fail("text", file_.cell(family));
    if (!read_description()) return fail("text", file_.cell(description));
    if (!read_price()) return fail("price", file_.cell(price));
    if (!read_offered()) return fail("offered", file_.cell(offered));
    if (!read_options()) return fail("options", file_.cell(options));
    for (std::size_t number = 0; number < file_.extras().size(); ++number) {
      if (!read_detail(number)) return fail("detail", file_.extras()[number]);
    }
    return std::move(row_);
  }

 private:
  std::nullopt_t fail(const char* code, std::string_view detail) {
    file_.fail(code, detail);
    return std::nullopt;
  }

  bool take(std::optional<std::string>& text, Column column, std::size_t most) {
    text = file_.maybe(column);
    return !text || fits(*text, most);
  }

  bool read_description() {
    if (!file_.has(description)) return true;
    std::string plain(file_.cell(description));
    std::erase(plain, '\r');
    if (!fits(plain, kMostDescription, true)) return false;
    row_.description = std::move(plain);
    return true;
  }

  bool read_price() {
    const std::string_view text = file_.cell(price);
    if (text.empty()) return true;
    row_.price = parse_money(text);
    return row_.price && *row_.price <= kHighestPrice;
  }

  bool read_offered() {
    const std::string word = to_lower(file_.cell(offered));
    if (word.empty()) return true;
    if (word == "yes" || word == "true" || word == "1") row_.withdrawn = false;
    if (word == "no" || word == "false" || word == "0") row_.withdrawn = true;
    return row_.withdrawn.has_value();
  }

  bool read_options() {
    const std::string_view text = file_.cell(options);
    if (text.empty()) return true;
    row_.options = values_in(text);
    return row_.options->size() <= kMostOptions &&
           std::ranges::all_of(*row_.options,
                               [](const auto& one) { return fits(one, kMostAttributeText); });
  }

  bool read_detail(std::size_t number) {
    for (std::string& value : values_in(file_.extra(number))) {
      if (!fits(value, kMostAttributeText)) return false;
      row_.details.push_back({file_.extras()[number], std::move(value)});
    }
    return row_.details.size() <= kMostAttributes;
  }

  CsvFile& file_;
  IncomingProduct row_;
};

}  // namespace

CsvFile::Columns product_columns() {
  return {.names = kNames,
          .needed = kNeeded,
          .prefix = "detail:",
          .most_extra_characters = kMostAttributeText};
}

std::optional<IncomingProduct> read_product_row(CsvFile& file) {
  return RowReader(file).read();
}

}  // namespace catalog
