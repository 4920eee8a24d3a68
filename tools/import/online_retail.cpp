#include "import/online_retail.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "import.sql.h"
#include "import/input.h"
#include "import/stages.h"
#include "import/values.h"
#include "import_retail.sql.h"

namespace importer {
namespace {

namespace retail = sql::import_retail;

enum Column : std::size_t { invoice, code, description, quantity, date, price, customer, country };
constexpr auto kColumns =
    std::to_array<std::string_view>({"InvoiceNo", "StockCode", "Description", "Quantity",
                                     "InvoiceDate", "UnitPrice", "CustomerID", "Country"});

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return capitals;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Five digits and up to three letters, or DCGS and more: the goods. All else is bookkeeping.
bool is_goods_code(std::string_view code) {
  if (code.starts_with("DCGS")) return code.size() > 4;
  if (code.size() < 5 || code.size() > 8 || !all_digits(code.substr(0, 5))) return false;
  return std::all_of(code.begin() + 5, code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_postage(std::string_view code, std::string_view shouted) {
  return code == "POST" || code == "DOT" || code == "C2" || shouted.ends_with("CARRIAGE");
}

Classified left_out(std::string reason) {
  return {{}, Verdict::left_out, std::move(reason)};
}
Classified bad(std::string reason) {
  return {{}, Verdict::bad, std::move(reason)};
}

/// A row whose fields could all be read.
struct Parsed {
  InvoiceRow row{};
  Instant at{};
  std::optional<std::int64_t> customer{};
  std::string country{};
};

/// Nothing when the row was reported instead.
std::optional<Parsed> parse(CsvTable& table) {
  Parsed parsed;
  parsed.row.invoice = table.field(invoice);
  parsed.row.code = in_capitals(table.field(code));
  parsed.row.description = table.field(description);
  const auto pieces = parse_whole(table.field(quantity));
  const auto amount = parse_price(table.field(price));
  const auto moment = parse_moment(table.field(date));
  const std::string_view buyer = table.field(customer);
  parsed.customer = parse_whole(buyer);
  std::string wrong;
  if (!pieces) wrong = "quantity " + in_quotes(table.field(quantity)) + " is no whole number";
  if (!amount) wrong = "price " + in_quotes(table.field(price)) + " is no amount";
  if (!moment) wrong = "date " + in_quotes(table.field(date)) + " is no moment";
  if (!buyer.empty() && parsed.customer.value_or(0) <= 0) {
    wrong = "customer " + in_quotes(buyer) + " is no number";
  }
  if (!wrong.empty()) {
    table.bad(wrong);
    return std::nullopt;
  }
  parsed.row.quantity = *pieces;
  parsed.row.price = *amount;
  parsed.row.has_customer = parsed.customer.has_value();
  parsed.at = *moment;
  parsed.country = country_code(table.field(country));
  return parsed;
}

/// Each text once, numbered; loaded behind the rows, because one COPY runs at a time.
class Descriptions {
 public:
  std::int64_t number(std::string_view text) {
    const auto [found, is_new] =
        numbers_.try_emplace(std::string(text), static_cast<std::int64_t>(numbers_.size()));
    return found->second;
  }
  void load(db::Connection& db) const {
    db::CopyIn copy(db, retail::copy_descriptions);
    for (const auto& [text, number] : numbers_) {
      const std::string name = to_display_name(text);
      copy.row(number, name, to_slug(name));
    }
    copy.finish();
  }

 private:
  std::unordered_map<std::string, std::int64_t> numbers_{};
};

/// Reads the file into the staging tables; returns the number of rows read.
std::int64_t stage_file(db::Connection& db, const std::filesystem::path& file, Report& report) {
  CsvTable table(file, kColumns, report);
  Descriptions descriptions;
  std::unordered_set<std::string_view> seen;
  db::CopyIn copy(db, retail::copy_lines);
  while (table.next()) {
    const auto parsed = parse(table);
    if (!parsed) continue;
    const Classified classified = classify(parsed->row);
    if (!classified.kind) {
      report.row(classified.verdict, table.name(), table.line(), classified.reason);
    } else if (!seen.insert(table.raw()).second) {
      table.left_out("repeats an earlier row exactly");
    } else {
      const char kind = static_cast<char>(*classified.kind);
      copy.row(table.line(), std::string_view(&kind, 1), in_capitals(parsed->row.invoice),
               parsed->row.code, descriptions.number(parsed->row.description),
               std::abs(parsed->row.quantity), parsed->row.price, parsed->at, parsed->customer,
               parsed->country);
    }
  }
  copy.finish();
  descriptions.load(db);
  return table.rows();
}

void add_catalogue(db::Connection& db, const Options& options) {
  run_all(db, {&retail::make_products, &retail::make_words, &retail::add_words,
               &retail::choose_categories, &retail::add_categories});
  db.run(retail::add_products, options.stock);
  run_all(db, {&retail::find_products, &retail::add_attributes});
  db.run(retail::add_units, options.stock, warehouse(db));
}

void add_orders(db::Connection& db, const std::string& file, const Options& options) {
  run_all(db,
          {&retail::make_sales, &retail::index_sales, &retail::analyze_sales, &retail::make_cancels,
           &retail::make_returns, &retail::match_whole_sales, &retail::match_parts});
  db.run(retail::leave_out_unmatched_cancels, file);
  run_all(db, {&retail::take_back_returns, &retail::make_orders});
  db.run(retail::add_orders, options.currency);
  run_all(db, {&retail::find_orders, &retail::add_order_lines, &retail::add_order_events,
               &retail::count_sales});
}

Summary summarize(db::Connection& db, std::int64_t rows, const Report& report) {
  const auto totals = db.first(retail::totals);
  Summary summary;
  summary.add("rows read", rows);
  summary.add("bad rows", report.bad_rows());
  summary.add("rows left out", report.left_out_rows());
  for (const char* count : {"products", "customers", "orders", "guest_orders", "cancelled_orders",
                            "returned_orders", "known_orders"}) {
    std::string what = count;
    std::replace(what.begin(), what.end(), '_', ' ');
    summary.add(what, totals->integer(count));
  }
  summary.add("goods kept", totals->money("goods_cents"));
  summary.add("postage", totals->money("shipping_cents"));
  return summary;
}

}  // namespace

bool names_a_product(std::string_view description) {
  const bool has_letters = std::count_if(description.begin(), description.end(),
                                         [](unsigned char c) { return std::isalpha(c) != 0; }) >= 3;
  const bool starts_small = !description.empty() && description[0] >= 'a' && description[0] <= 'z';
  return has_letters && !starts_small && description.find('?') == std::string_view::npos;
}

Classified classify(const InvoiceRow& row) {
  const std::string shouted = in_capitals(row.description);
  const bool cancels = row.invoice.starts_with('C') || row.invoice.starts_with('c');
  if (row.invoice.starts_with('A') && all_digits(row.invoice.substr(1))) {
    return left_out("invoice " + in_quotes(row.invoice) + " corrects the books");
  }
  if (!all_digits(row.invoice.substr(cancels ? 1 : 0))) {
    return bad("invoice number " + in_quotes(row.invoice) + " is not understood");
  }
  if (row.invoice.size() > 20 || row.code.size() > 20) return bad("number or code is too long");
  if (row.code.empty()) return bad("has no stock code");
  if (row.quantity == 0) return bad("is about no pieces at all");
  if (cancels && row.quantity > 0) return bad("cancels a positive quantity");
  if (row.price < Money{0}) return bad("has a negative price");
  if (is_postage(row.code, shouted)) {
    if (row.quantity < 0) return left_out("postage that was paid back");
    return {RowKind::postage, Verdict::left_out, {}};
  }
  if (!is_goods_code(row.code) || shouted.find("GIFT VOUCHER") != std::string::npos) {
    return left_out(in_quotes(row.code) + " " + in_quotes(row.description) + " is no product");
  }
  if (cancels) return {RowKind::cancellation, Verdict::left_out, {}};
  if (row.quantity < 0) return left_out("corrects the stock: " + in_quotes(row.description));
  if (row.price == Money{0} && !row.has_customer) {
    return left_out("has neither price nor customer: " + in_quotes(row.description));
  }
  if (!names_a_product(row.description)) {
    return left_out(in_quotes(row.description) + " describes no product");
  }
  return {RowKind::sale, Verdict::left_out, {}};
}

Summary import_online_retail(db::Connection& db, const std::filesystem::path& file,
                             const Options& options, Report& report) {
  const std::string name = file.filename().string();
  make_stages(db, {&retail::make_lines, &retail::make_descriptions});
  const std::int64_t rows = stage_file(db, file, report);
  report.progress("checking " + std::to_string(rows) + " rows");
  db.run(retail::analyze_lines);
  db.run(retail::refuse_mixed_invoices, name);
  db.run(retail::leave_out_unpriced_codes, name);
  db.run(retail::refuse_foreign_codes, name);
  db.run(retail::drop_problem_lines);
  db.run(retail::leave_out_lonely_postage, name);
  report.progress("products");
  add_catalogue(db, options);
  report.progress("customers");
  run_all(db, {&retail::make_accounts, &retail::add_accounts, &retail::find_accounts});
  report.progress("orders");
  add_orders(db, name, options);
  report_problems(db, report);
  Summary summary = summarize(db, rows, report);
  finish_stages(db, "online-retail", options, report);
  return summary;
}

}  // namespace importer
