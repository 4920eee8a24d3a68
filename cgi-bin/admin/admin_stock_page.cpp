/// admin_stock_page.cpp - GET /admin/stock and /admin/stock.csv: what lies on the shelf.
///
/// Template: templates/admin/admin_stock_page.tpl
/// Test:     tests/page/admin_stock_page_test.cpp

#include "admin/admin_stock_pages.h"
#include "admin_stock_page.tpl.varnames.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "inventory/centers.h"
#include "inventory/stock.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

using inventory::StockFilter;
using inventory::StockPlace;
using inventory::StockRow;

constexpr int kProductsShown = 50;
constexpr int kRowsAtOnce = 500;  // of the CSV file
constexpr int kLowStock = 3;      // pieces, as on the overview
constexpr std::size_t kLongestText = 254;
constexpr int kMostPieces = 1000000;

struct Asked {
  StockFilter filter{};
  std::string at_most{};  // as typed
  std::vector<web::Message> problems{};
};

Asked read_filter(const web::Request& request) {
  Asked asked;
  asked.filter.text = shortened(trimmed(request.query.get("q")), kLongestText);
  asked.at_most = shortened(trimmed(request.query.get("at_most")), 20);
  if (!asked.at_most.empty()) {
    const auto pieces = to_integer(asked.at_most, 0, kMostPieces);
    if (pieces) {
      asked.filter.at_most = static_cast<int>(*pieces);
    } else {
      asked.problems.push_back({"listing.bad_stock_value", {asked.at_most}});
    }
  }
  const std::string& center = request.query.get("center");
  if (!center.empty()) {
    asked.filter.center_id = to_integer(center, 1);
    if (!asked.filter.center_id) throw web::BadRequest("center is no id");
  }
  return asked;
}

/// "?q=lamp&at_most=3&center="
std::string to_query(const Asked& asked) {
  const auto& filter = asked.filter;
  return "?q=" + url_encoded(filter.text) +
         "&at_most=" + (filter.at_most ? std::to_string(*filter.at_most) : "") +
         "&center=" + (filter.center_id ? std::to_string(*filter.center_id) : "");
}

/// "3-42": behind product 42 with three pieces.
std::optional<StockPlace> behind_of(const web::Request& request) {
  if (!request.query.has("behind")) return std::nullopt;
  const auto parts = split(request.query.get("behind"), '-');
  if (parts.size() == 2) {
    const auto pieces = to_integer(parts[0], 0, INT32_MAX);
    const auto product = to_integer(parts[1], 1);
    if (pieces && product) return StockPlace{static_cast<int>(*pieces), *product};
  }
  throw web::NotFound("behind is no place");
}

void fill_centers(ctemplate::TemplateDictionary& body, Shop& shop, const Asked& asked) {
  for (const inventory::ListedCenter& listed : inventory::list_centers(shop.db)) {
    auto& option = *body.AddSectionDictionary(kasp_CENTER);
    option.SetIntValue(kasp_CENTER_ID, listed.center.id);
    option.SetValue(kasp_CENTER_NAME, listed.center.name);
    if (asked.filter.center_id == listed.center.id) option.ShowSection(kasp_CENTER_CHOSEN);
  }
}

void fill_product(ctemplate::TemplateDictionary& table, const StockRow& product,
                  const std::string& currency) {
  auto& row = *table.AddSectionDictionary(kasp_PRODUCT);
  row.SetIntValue(kasp_PRODUCT_ID, product.product_id);
  row.SetValue(kasp_PRODUCT_NAME, product.name);
  row.SetValue(kasp_PRODUCT_SKU, product.sku);
  row.SetIntValue(kasp_PRODUCT_PIECES, product.in_stock);
  row.SetValue(kasp_PRODUCT_SOLD, std::to_string(product.sold));
  row.SetValue(kasp_PRODUCT_VALUE, to_text(product.value, currency));
  if (product.withdrawn) row.ShowSection(kasp_PRODUCT_WITHDRAWN);
  if (product.in_stock == 0) {
    row.ShowSection(kasp_PRODUCT_NONE_LEFT);
  } else if (product.in_stock <= kLowStock) {
    row.ShowSection(kasp_PRODUCT_LOW);
  }
}

void write_csv(web::Stream& stream, Shop& shop, const StockFilter& filter) {
  std::string text;
  add_csv_line(text, {"product", "stock_code", "name", "in_stock", "sold", "value", "withdrawn"});
  std::optional<StockPlace> behind;
  while (true) {
    const auto rows = inventory::list_stock(shop.db, filter, kRowsAtOnce, behind);
    for (const StockRow& row : rows) {
      add_csv_line(text,
                   {std::to_string(row.product_id), row.sku, row.name, std::to_string(row.in_stock),
                    std::to_string(row.sold), to_decimal(row.value), row.withdrawn ? "yes" : "no"});
    }
    if (!stream.write(text) || static_cast<int>(rows.size()) < kRowsAtOnce) return;
    text.clear();
    behind = {rows.back().in_stock, rows.back().product_id};
  }
}

}  // namespace

web::Response admin_stock_page(const web::Request& request, Shop& shop) {
  const Asked asked = read_filter(request);
  auto products =
      inventory::list_stock(shop.db, asked.filter, kProductsShown + 1, behind_of(request));
  web::Page page(request, "admin/admin_stock_page.tpl", request.say({"stock.title"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kasp_TEXT, asked.filter.text);
  body.SetValue(kasp_AT_MOST, asked.at_most);
  body.SetIntValue(kasp_LOW_PIECES, kLowStock);
  body.SetValue(kasp_CSV_URL, "/admin/stock.csv" + to_query(asked));
  fill_centers(body, shop, asked);
  for (const web::Message& problem : asked.problems) {
    body.AddSectionDictionary(kasp_PROBLEM)->SetValue(kasp_PROBLEM_TEXT, request.say(problem));
  }
  if (products.empty()) body.ShowSection(kasp_NONE);
  if (products.size() > kProductsShown) {
    products.resize(kProductsShown);
    const StockRow& last = products.back();
    body.AddSectionDictionary(kasp_MORE)->SetValue(
        kasp_MORE_URL, "/admin/stock" + to_query(asked) + "&behind=" +
                           std::to_string(last.in_stock) + "-" + std::to_string(last.product_id));
  }
  if (!products.empty()) {
    auto& table = *body.AddSectionDictionary(kasp_TABLE);
    for (const StockRow& product : products) fill_product(table, product, request.site->currency);
  }
  return page.render();
}

web::Response admin_stock_csv_page(const web::Request& request, Shop& shop) {
  const StockFilter filter = read_filter(request).filter;
  web::Response response = web::csv_response("stock");
  response.stream = [filter, &shop](web::Stream& stream) { write_csv(stream, shop, filter); };
  return response;
}

}  // namespace admin
