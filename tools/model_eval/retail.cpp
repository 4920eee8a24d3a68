#include "model_eval/retail.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>

#include "base/csv_reader.h"
#include "base/text.h"
#include "base/time.h"
#include "model_eval/rows.h"

namespace model_eval {
namespace {

enum Column : std::size_t { invoice, code, description, quantity, date, price, customer, country };
constexpr std::size_t kColumns = 8;

struct Sale {
  std::string invoice{};
  std::string code{};
  std::string description{};
  std::string customer{};
  double day = 0;
};

std::filesystem::path csv_in(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".csv") return entry.path();
  }
  throw std::runtime_error(folder.string() + ": holds no .csv file");
}

std::optional<Sale> to_sale(const std::vector<std::string>& fields) {
  if (fields.size() < kColumns || fields[customer].empty() || fields[invoice].starts_with('C')) {
    return std::nullopt;
  }
  const auto pieces = to_integer(fields[quantity], 1);
  if (!pieces || std::stod(fields[price]) <= 0) return std::nullopt;
  Sale sale{fields[invoice], fields[code], fields[description], fields[customer], 0};
  std::transform(sale.code.begin(), sale.code.end(), sale.code.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  const bool is_goods = sale.code.size() >= 5 &&
                        std::all_of(sale.code.begin(), sale.code.begin() + 5,
                                    [](unsigned char letter) { return std::isdigit(letter); });
  const auto moment = parse_instant(fields[date] + "+00");
  if (!is_goods || !moment) return std::nullopt;
  sale.day = std::chrono::duration<double, std::ratio<86400>>(moment->time_since_epoch()).count();
  return sale;
}

std::vector<Sale> read_sales(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  CsvReader reader(bytes);
  CsvRecord record;
  std::vector<Sale> sales;
  while (reader.next(record)) {
    if (!record.problem.empty() || record.line == 1) continue;
    if (auto sale = to_sale(record.fields)) sales.push_back(std::move(*sale));
  }
  if (sales.empty()) throw std::runtime_error(file.string() + ": holds no sales");
  return sales;
}

}  // namespace

Retail read_retail(const std::filesystem::path& folder) {
  std::vector<Sale> sales = read_sales(csv_in(folder));
  std::stable_sort(sales.begin(), sales.end(), [](const Sale& a, const Sale& b) {
    return std::tie(a.customer, a.day, a.invoice) < std::tie(b.customer, b.day, b.invoice);
  });
  Retail retail;
  Numbers items;
  std::vector<std::map<std::string, int>> descriptions;
  std::string_view last_customer;
  std::map<std::string_view, std::size_t> basket_of;  // by invoice: its rows may differ by a minute
  for (const Sale& sale : sales) {
    if (sale.customer != last_customer) {
      retail.history.people.emplace_back();
      basket_of.clear();
    }
    last_customer = sale.customer;
    recommend::Past& past = retail.history.people.back();
    const auto [basket, is_new] = basket_of.try_emplace(sale.invoice, past.size());
    if (is_new) past.push_back({sale.day, {}});
    const int item = items.of(sale.code);
    std::vector<int>& taken = past[basket->second].items;
    if (std::find(taken.begin(), taken.end(), item) == taken.end()) taken.push_back(item);
    descriptions.resize(static_cast<std::size_t>(items.count()));
    ++descriptions[static_cast<std::size_t>(item)][sale.description];
  }
  retail.history.items = items.count();
  for (const auto& counts : descriptions) {
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    retail.texts.push_back(most->first);
  }
  return retail;
}

}  // namespace model_eval
