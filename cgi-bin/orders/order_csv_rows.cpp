#include "orders/order_csv_rows.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "accounts/account_rules.h"
#include "base/text.h"
#include "catalog/manage.h"
#include "orders/payment_method.h"

namespace orders {
namespace {

enum Column : std::size_t {
  number,
  placed_at,
  state,
  payment,
  fulfilment,
  email,
  name,
  street,
  postal_code,
  city,
  country,
  phone,
  currency,
  subtotal,
  discount,
  shipping,
  tax,
  total,
  tax_name,
  tax_rate,
  tax_included,
  shipping_method,
  payment_method,
  paid_at,
  shipped_at,
  delivered_at,
  cancelled_at,
  // From here on each row has its own.
  sku,
  product,
  quantity,
  unit_price
};
constexpr std::array<std::string_view, 31> kNames = {"number",
                                                     "placed_at",
                                                     "state",
                                                     "payment",
                                                     "fulfilment",
                                                     "email",
                                                     "name",
                                                     "street",
                                                     "postal_code",
                                                     "city",
                                                     "country",
                                                     "phone",
                                                     "currency",
                                                     "subtotal",
                                                     "discount",
                                                     "shipping",
                                                     "tax",
                                                     "total",
                                                     "tax_name",
                                                     "tax_rate",
                                                     "tax_included",
                                                     "shipping_method",
                                                     "payment_method",
                                                     "paid_at",
                                                     "shipped_at",
                                                     "delivered_at",
                                                     "cancelled_at",
                                                     "sku",
                                                     "product",
                                                     "quantity",
                                                     "unit_price"};
constexpr std::array<std::string_view, 13> kNeeded = {
    "number",   "placed_at", "state", "payment", "fulfilment", "currency",  "subtotal",
    "shipping", "tax",       "total", "sku",     "quantity",   "unit_price"};

constexpr std::size_t kLongestNumber = 40;
constexpr std::size_t kLongestText = 200;
constexpr int kMostQuantity = 100'000;
constexpr Money kHighestTotal{99'999'999'999'99};
constexpr char kBetween = '\x1F';

/// What an order may be like at all; which of these go together the database knows.
constexpr std::array<std::string_view, 4> kStates = {"placed", "complete", "cancelled", "returned"};
constexpr std::array<std::string_view, 3> kPayments = {"unpaid", "paid", "refunded"};
// 'partly_shipped' for orders that are here already: which pieces are on their way is not in a
// file.
constexpr std::array<std::string_view, 6> kFulfilments = {"open",    "packed",    "partly_shipped",
                                                          "shipped", "delivered", "returned"};

/// Reads the cells of one row; the first that cannot be used is why it is left out.
class Cells {
 public:
  explicit Cells(const CsvFile& file) : file_(file) {}

  const char* code() const { return code_; }
  std::string_view detail() const { return detail_; }
  bool is_fine() const { return code_ == nullptr; }

  std::string text(Column column, std::size_t most) {
    const std::string_view cell = file_.cell(column);
    check(count_characters(cell) <= most && !has_control_characters(cell), "text", cell);
    return std::string(cell);
  }
  std::optional<std::string> maybe_text(Column column, std::size_t most) {
    if (!file_.has(column)) return std::nullopt;
    return text(column, most);
  }
  std::string needed_text(Column column, std::size_t most, const char* problem) {
    std::string value = text(column, most);
    check(!value.empty(), problem, value);
    return value;
  }
  std::string word(Column column, std::span<const std::string_view> words) {
    std::string value = to_lower(file_.cell(column));
    check(std::ranges::find(words, value) != words.end(), "order_state", value);
    return value;
  }
  Money money(Column column) {
    const std::string_view cell = file_.cell(column);
    if (cell.empty() && column == discount) return {};
    const auto value = parse_money(cell);
    check(value && *value <= kHighestTotal, "amount", cell);
    return value.value_or(Money{});
  }
  std::optional<Instant> moment(Column column, Instant now) {
    const std::string_view cell = file_.cell(column);
    if (cell.empty()) return std::nullopt;
    const auto value = moment_in(cell);
    check(value && *value <= now, "moment", cell);
    return value;
  }
  std::optional<bool> yes_or_no(Column column) {
    const std::string word = to_lower(file_.cell(column));
    if (word.empty()) return std::nullopt;
    check(word == "yes" || word == "no", "yes_or_no", word);
    return word == "yes";
  }
  int quantity_of() {
    const std::string_view cell = file_.cell(quantity);
    const auto value = to_integer(cell, 1, kMostQuantity);
    check(value.has_value(), "quantity", cell);
    return static_cast<int>(value.value_or(1));
  }
  void check(bool is_good, const char* problem, std::string_view cell) {
    if (is_good || code_ != nullptr) return;
    code_ = problem;
    detail_ = cell;
  }

 private:
  const CsvFile& file_;
  const char* code_ = nullptr;
  std::string detail_;
};

/// Everything that the rows of an order share, as written: later rows repeat it or leave it out.
std::string shared_cells(const CsvFile& file) {
  std::string all;
  bool is_empty = true;
  for (std::size_t column = placed_at; column < sku; ++column) {
    const std::string_view cell = file.cell(column);
    is_empty = is_empty && cell.empty();
    all += cell;
    all += kBetween;
  }
  return is_empty ? "" : all;
}

CsvOrder read_order(CsvFile& file, Cells& cells, const std::string& shop_currency, Instant now) {
  CsvOrder order{.line = file.line()};
  order.number = cells.needed_text(number, kLongestNumber, "number");
  order.state = cells.word(state, kStates);
  order.payment = cells.word(payment, kPayments);
  order.fulfilment = cells.word(fulfilment, kFulfilments);
  order.currency = cells.text(currency, 3);
  cells.check(
      order.currency.size() == 3 && (shop_currency.empty() || order.currency == shop_currency),
      "currency", order.currency);
  const auto placed = cells.moment(placed_at, now);
  cells.check(placed.has_value(), "moment", file.cell(placed_at));
  order.placed_at = placed.value_or(Instant{});
  order.subtotal = cells.money(subtotal);
  order.discount = cells.money(discount);
  order.shipping = cells.money(shipping);
  order.tax = cells.money(tax);
  order.total = cells.money(total);
  order.tax_name = cells.text(tax_name, kLongestText);
  if (!file.cell(tax_rate).empty()) {
    const auto percent = parse_money(file.cell(tax_rate));  // 8.25 % are 825 basis points
    cells.check(percent && percent->cents <= 10'000, "amount", file.cell(tax_rate));
    if (percent) order.tax_rate_bp = static_cast<int>(percent->cents);
  }
  order.tax_included = cells.yes_or_no(tax_included);
  order.email = cells.maybe_text(email, accounts::kLongestEmail);
  order.name = cells.maybe_text(name, kLongestText);
  order.street = cells.maybe_text(street, accounts::kLongestStreet);
  order.postal_code = cells.maybe_text(postal_code, accounts::kLongestPostalCode);
  order.city = cells.maybe_text(city, accounts::kLongestName);
  order.country = cells.maybe_text(country, 2);
  order.phone = cells.maybe_text(phone, accounts::kLongestPhone);
  order.shipping_name = cells.text(shipping_method, kLongestText);
  order.payment_method = cells.text(payment_method, kLongestText);
  cells.check(order.payment_method.empty() || parse_payment_method(order.payment_method),
              "payment_method", order.payment_method);
  order.paid_at = cells.moment(paid_at, now);
  order.shipped_at = cells.moment(shipped_at, now);
  order.delivered_at = cells.moment(delivered_at, now);
  order.cancelled_at = cells.moment(cancelled_at, now);
  return order;
}

CsvOrderLine read_line(const CsvFile& file, Cells& cells) {
  CsvOrderLine line{.line = file.line()};
  line.sku = cells.needed_text(sku, catalog::kMostSku, "sku");
  line.product = cells.text(product, catalog::kMostProductName);
  line.quantity = cells.quantity_of();
  line.unit_price = cells.money(unit_price);
  return line;
}

/// An order of the file on its way: what its first row said, and whether one of its rows is bad.
struct Growing {
  CsvOrder order{};
  std::string shared{};
  std::vector<std::int64_t> good_rows{};  // lines of the file
  bool is_broken = false;
};

class OrderReader {
 public:
  OrderReader(CsvFile& file, const std::string& currency, Instant now)
      : file_(file), currency_(currency), now_(now) {}

  std::vector<CsvOrder> read() {
    while (file_.next()) read_row();
    std::vector<CsvOrder> orders;
    for (Growing& one : growing_) {
      if (one.is_broken) {
        leave_out(one);
      } else {
        orders.push_back(std::move(one.order));
      }
    }
    return orders;
  }

 private:
  void read_row() {
    Cells cells(file_);
    const std::string key(file_.cell(number));
    const auto [entry, is_first] = places_.try_emplace(key, growing_.size());
    const std::string shared = shared_cells(file_);
    if (is_first) {
      growing_.push_back({.order = read_order(file_, cells, currency_, now_), .shared = shared});
    }
    Growing& one = growing_[entry->second];
    if (!is_first && !shared.empty()) {
      cells.check(shared == one.shared, "order_rows_differ", key);
    }
    ++one.order.rows;
    // Orders without lines exist: one row without a product speaks for such a one.
    const bool has_line = !file_.cell(sku).empty() || !file_.cell(quantity).empty();
    if (has_line) one.order.lines.push_back(read_line(file_, cells));
    if (cells.is_fine()) {
      one.good_rows.push_back(file_.line());
    } else {
      one.is_broken = true;
      file_.fail(cells.code(), cells.detail());
    }
  }

  void leave_out(const Growing& one) {
    for (const std::int64_t line : one.good_rows) {
      ++file_.report().bad;
      if (std::ssize(file_.report().problems) < 2 * kRowsShown) {
        file_.report().add_problem(line, "order_incomplete", one.order.number);
      }
    }
  }

  CsvFile& file_;
  const std::string& currency_;
  Instant now_;
  std::vector<Growing> growing_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

CsvFile::Columns order_columns() {
  return {.names = kNames, .needed = kNeeded};
}

std::vector<CsvOrder> read_orders(CsvFile& file, const std::string& currency, Instant now) {
  return OrderReader(file, currency, now).read();
}

}  // namespace orders
