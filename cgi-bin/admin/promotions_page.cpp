/// promotions_page.cpp - GET /admin/promotions and /admin/promotions.csv: coupons and automatic
/// rules.
///
/// Template: templates/admin/promotions_page.tpl
/// Test:     tests/page/promotions_page_test.cpp

#include "admin/promotions_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "orders/promotions.h"
#include "promotions_page.tpl.varnames.h"
#include "web/csv_response.h"

namespace admin {
namespace {

constexpr int kRows = 50;
constexpr int kRowsInFile = 10000;
constexpr std::size_t kMostWords = 100;

void fill_row(ctemplate::TemplateDictionary& row, const orders::PromotionRow& promotion,
              const web::Request& request) {
  const std::string& currency = request.site->currency;
  row.SetValue(kpp_PROMOTION_ID, std::to_string(promotion.id));
  row.SetValue(kpp_PROMOTION_NAME, promotion.name);
  if (promotion.code.empty()) {
    row.ShowSection(kpp_PROMOTION_AUTOMATIC);
  } else {
    row.SetValueAndShowSection(kpp_PROMOTION_CODE_TEXT, promotion.code, kpp_PROMOTION_CODE);
  }
  switch (promotion.kind) {
    case orders::PromotionKind::percent:
      row.SetValueAndShowSection(kpp_PROMOTION_PERCENT_RATE, to_decimal(Money{promotion.rate_bp}),
                                 kpp_PROMOTION_PERCENT);
      break;
    case orders::PromotionKind::amount:
      row.SetValueAndShowSection(kpp_PROMOTION_AMOUNT_TEXT, to_text(promotion.amount, currency),
                                 kpp_PROMOTION_AMOUNT);
      break;
    case orders::PromotionKind::free_shipping: row.ShowSection(kpp_PROMOTION_SHIPPING); break;
  }
  if (promotion.starts) {
    row.SetValueAndShowSection(kpp_PROMOTION_FROM_TEXT, to_minute_text(*promotion.starts),
                               kpp_PROMOTION_FROM);
  }
  if (promotion.ends) {
    row.SetValueAndShowSection(kpp_PROMOTION_UNTIL_TEXT, to_minute_text(*promotion.ends),
                               kpp_PROMOTION_UNTIL);
  }
  row.SetIntValue(kpp_PROMOTION_USED, promotion.used_count);
  if (promotion.limit_total) {
    row.SetValueAndShowSection(kpp_PROMOTION_LIMIT_TEXT, std::to_string(*promotion.limit_total),
                               kpp_PROMOTION_LIMIT);
  }
  row.SetValue(kpp_PROMOTION_TAKEN_OFF, to_text(promotion.taken_off, currency));
  const bool is_over = promotion.ends && *promotion.ends <= request.now;
  row.ShowSection(!promotion.active ? kpp_PROMOTION_OFF
                  : is_over         ? kpp_PROMOTION_OVER
                                    : kpp_PROMOTION_ON);
}

std::string read_words(const web::Request& request) {
  std::string words(trimmed(request.query.get("q")));
  if (count_characters(words) > kMostWords) words.clear();
  return words;
}

}  // namespace

web::Response promotions_file(const web::Request& request, Shop& shop) {
  web::Response response = web::csv_response("promotions");
  add_csv_line(response.body, {"id", "name", "code", "kind", "percent", "amount", "starts_at",
                               "ends_at", "active", "orders", "limit", "taken_off"});
  for (const orders::PromotionRow& row :
       orders::list_promotions(shop.db, std::nullopt, read_words(request), kRowsInFile)) {
    const bool is_percent = row.kind == orders::PromotionKind::percent;
    const bool is_amount = row.kind == orders::PromotionKind::amount;
    add_csv_line(
        response.body,
        {std::to_string(row.id), row.name, row.code,
         is_percent  ? "percent"
         : is_amount ? "amount"
                     : "free_shipping",
         is_percent ? to_decimal(Money{row.rate_bp}) : "", is_amount ? to_decimal(row.amount) : "",
         row.starts ? to_iso(*row.starts) : "", row.ends ? to_iso(*row.ends) : "",
         row.active ? "yes" : "no", std::to_string(row.used_count),
         row.limit_total ? std::to_string(*row.limit_total) : "", to_decimal(row.taken_off)});
  }
  return response;
}

web::Response promotions_page(const web::Request& request, Shop& shop) {
  const std::string words = read_words(request);
  const auto before = to_integer(request.query.get("before"), 1);
  auto rows = orders::list_promotions(shop.db, before, words, kRows + 1);
  const bool has_more = rows.size() > kRows;
  if (has_more) rows.pop_back();

  web::Page page(request, "admin/promotions_page.tpl", request.say({"title.promotions"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kpp_WORDS, words);
  body.SetValue(kpp_FILE, "/admin/promotions.csv?q=" + url_encoded(words));
  if (rows.empty()) {
    body.ShowSection(kpp_NONE);
    return page.render();
  }
  auto& list = *body.AddSectionDictionary(kpp_LIST);
  for (const orders::PromotionRow& promotion : rows) {
    fill_row(*list.AddSectionDictionary(kpp_PROMOTION), promotion, request);
  }
  if (has_more) {
    body.SetValueAndShowSection(
        kpp_MORE_URL,
        "/admin/promotions?q=" + url_encoded(words) + "&before=" + std::to_string(rows.back().id),
        kpp_MORE);
  }
  return page.render();
}

}  // namespace admin
