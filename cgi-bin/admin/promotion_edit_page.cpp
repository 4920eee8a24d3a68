/// promotion_edit_page.cpp - GET and POST /admin/promotions/new and /admin/promotions/{id}.
///
/// Template: templates/admin/promotion_edit_page.tpl
/// Test:     tests/page/promotions_page_test.cpp

#include "admin/products_pages.h"
#include "admin/promotions_pages.h"
#include "base/text.h"
#include "base/time.h"
#include "orders/promotions.h"
#include "promotion_edit_page.tpl.varnames.h"

namespace admin {
namespace {

constexpr const char* kList = "/admin/promotions";
constexpr int kMostPriority = 1000;
constexpr int kMostUses = 1'000'000'000;

/// What was typed, numbers and moments as text.
struct Fields {
  orders::PromotionDraft draft{};
  std::string value{};  // percent or amount
  std::string minimum{};
  std::string starts{};
  std::string ends{};
  std::string limit_total{};
  std::string limit_per_customer{};
};

std::string number_or_empty(const std::optional<int>& number) {
  return number ? std::to_string(*number) : "";
}

Fields to_fields(const orders::PromotionDraft& draft) {
  const bool is_percent = draft.kind == orders::PromotionKind::percent;
  const Money value = is_percent ? Money{draft.rate_bp} : draft.amount;
  return {.draft = draft,
          .value = value.cents == 0 ? "" : to_decimal(value),
          .minimum = draft.minimum.cents == 0 ? "" : to_decimal(draft.minimum),
          .starts = draft.starts ? to_local_minute(*draft.starts) : "",
          .ends = draft.ends ? to_local_minute(*draft.ends) : "",
          .limit_total = number_or_empty(draft.limit_total),
          .limit_per_customer = number_or_empty(draft.limit_per_customer)};
}

std::optional<Instant> read_moment(web::Form& form, std::string_view field,
                                   const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto moment = parse_local_minute(text);
  if (!moment) form.add_problem(field, {"product.moment"});
  return moment;
}

std::optional<int> read_limit(web::Form& form, std::string_view field, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto number = to_integer(text, 1, kMostUses);
  if (!number) form.add_problem(field, {"form.number", {"1", std::to_string(kMostUses)}});
  return static_cast<int>(number.value_or(1));
}

void read_kind(const web::Request& request, web::Form& form, Fields& fields) {
  const std::string& kind = request.form.get("kind");
  fields.value = form.text("value", 20, false);
  const auto value = parse_money(fields.value);
  if (kind == "free_shipping") {
    fields.draft.kind = orders::PromotionKind::free_shipping;
  } else if (kind == "amount") {
    fields.draft.kind = orders::PromotionKind::amount;
    fields.draft.amount = value.value_or(Money{});
    const bool is_fine = value && value->cents > 0 && value->cents <= catalog::kHighestPrice.cents;
    if (!is_fine) form.add_problem("value", {"promotion.amount"});
  } else if (kind == "percent") {
    // A percentage with two decimals has as many basis points as an amount has cents.
    constexpr std::int64_t kWhole = 10000;
    const bool is_fine = value && value->cents > 0 && value->cents <= kWhole;
    if (!is_fine) form.add_problem("value", {"promotion.percent"});
    fields.draft.rate_bp = is_fine ? static_cast<int>(value->cents) : 0;
  } else {
    form.add_problem("kind", {"promotion.kind"});
  }
}

Fields read_fields(const web::Request& request, web::Form& form) {
  Fields fields;
  orders::PromotionDraft& draft = fields.draft;
  draft.name = form.text("name", orders::kMostPromotionName, true);
  draft.code = form.text("code", orders::kMostCode, false);
  read_kind(request, form, fields);
  fields.minimum = form.text("minimum", 20, false);
  const auto minimum = fields.minimum.empty() ? Money{} : parse_money(fields.minimum);
  if (!minimum || minimum->cents > catalog::kHighestPrice.cents) {
    form.add_problem("minimum", {"product.price"});
  }
  draft.minimum = minimum.value_or(Money{});
  draft.category_id = to_integer(request.form.get("category"), 1).value_or(0);
  draft.first_order = form.checked("first_order");
  draft.combines = !form.checked("alone");
  draft.active = form.checked("active");
  draft.priority = request.form.get("priority").empty()
                       ? 0
                       : static_cast<int>(form.integer("priority", -kMostPriority, kMostPriority));
  fields.starts = form.text("starts", 20, false);
  fields.ends = form.text("ends", 20, false);
  draft.starts = read_moment(form, "starts", fields.starts);
  draft.ends = read_moment(form, "ends", fields.ends);
  fields.limit_total = form.text("limit_total", 12, false);
  fields.limit_per_customer = form.text("limit_per_customer", 12, false);
  draft.limit_total = read_limit(form, "limit_total", fields.limit_total);
  draft.limit_per_customer = read_limit(form, "limit_per_customer", fields.limit_per_customer);
  return fields;
}

/// True when what the database said is a problem of the form.
bool add_problem_of(orders::PromotionOutcome outcome, web::Form& form) {
  switch (outcome) {
    case orders::PromotionOutcome::saved: return false;
    case orders::PromotionOutcome::changed_meanwhile:
      form.add_problem("name", {"promotion.changed_meanwhile"});
      return true;
    case orders::PromotionOutcome::code_taken:
      form.add_problem("code", {"promotion.code_taken"});
      return true;
    case orders::PromotionOutcome::no_such_category:
      form.add_problem("category", {"product.no_such_category"});
      return true;
    case orders::PromotionOutcome::ends_too_early:
      form.add_problem("ends", {"promotion.ends_early"});
      return true;
    case orders::PromotionOutcome::limit_below_use:
      form.add_problem("limit_total", {"promotion.limit_below_use"});
      return true;
  }
  throw std::logic_error("unknown PromotionOutcome");
}

struct View {
  const web::Form& form;
  const Fields& fields;
  std::int64_t id = 0;  // 0: a new one
  int version = 0;
};

void fill_kind(ctemplate::TemplateDictionary& body, orders::PromotionKind kind) {
  switch (kind) {
    case orders::PromotionKind::percent: body.ShowSection(kpep_IS_PERCENT); break;
    case orders::PromotionKind::amount: body.ShowSection(kpep_IS_AMOUNT); break;
    case orders::PromotionKind::free_shipping: body.ShowSection(kpep_IS_SHIPPING); break;
  }
}

web::Response show(const web::Request& request, Shop& shop, const View& view) {
  const orders::PromotionDraft& draft = view.fields.draft;
  const std::string title = view.id == 0 ? request.say({"title.promotion_new"}) : draft.name;
  web::Page page(request, "admin/promotion_edit_page.tpl", title);
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kpep_TITLE, title);
  body.SetValue(kpep_CSRF, request.csrf_token());
  body.SetValue(kpep_ACTION, view.id == 0 ? "new" : std::to_string(view.id));
  body.SetIntValue(kpep_VERSION, view.version);
  body.SetValue(kpep_CURRENCY, shop.site.currency);
  body.SetValue(kpep_NAME, draft.name);
  body.SetValue(kpep_CODE, draft.code);
  fill_kind(body, draft.kind);
  body.SetValue(kpep_VALUE, view.fields.value);
  body.SetValue(kpep_MINIMUM, view.fields.minimum);
  body.SetValue(kpep_STARTS, view.fields.starts);
  body.SetValue(kpep_ENDS, view.fields.ends);
  body.SetValue(kpep_LIMIT_TOTAL, view.fields.limit_total);
  body.SetValue(kpep_LIMIT_PER_CUSTOMER, view.fields.limit_per_customer);
  body.SetIntValue(kpep_PRIORITY, draft.priority);
  if (draft.first_order) body.ShowSection(kpep_FIRST_ORDER);
  if (!draft.combines) body.ShowSection(kpep_ALONE);
  if (draft.active) body.ShowSection(kpep_ACTIVE);
  for (const catalog::TreeCategory& category : catalog::list_tree(shop.db)) {
    auto& option = *body.AddSectionDictionary(kpep_CATEGORY);
    option.SetIntValue(kpep_CATEGORY_ID, category.id);
    option.SetValue(kpep_CATEGORY_NAME, indented_name(category));
    if (category.id == draft.category_id) option.ShowSection(kpep_CATEGORY_CHOSEN);
  }
  view.form.fill_problems(body);
  return page.render(view.form.has_problems() ? 422 : 200);
}

}  // namespace

web::Response promotion_new_page(const web::Request& request, Shop& shop) {
  const web::Form form(request);
  const Fields fields;
  return show(request, shop, {.form = form, .fields = fields});
}

web::Response post_promotion_new(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const Fields fields = read_fields(request, form);
  if (!form.has_problems() &&
      !add_problem_of(orders::create_promotion(shop.db, fields.draft).outcome, form)) {
    return web::redirect_after_post(kList, {"promotion.created"});
  }
  return show(request, shop, {.form = form, .fields = fields});
}

web::Response promotion_edit_page(const web::Request& request, Shop& shop) {
  const auto promotion = orders::find_promotion(shop.db, request.captured_id("id"));
  if (!promotion) throw web::NotFound("promotion");
  const web::Form form(request);
  const Fields fields = to_fields(promotion->draft);
  return show(request, shop,
              {.form = form, .fields = fields, .id = promotion->id, .version = promotion->version});
}

web::Response post_promotion_edit(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  if (!orders::find_promotion(shop.db, id)) throw web::NotFound("promotion");
  const int version = static_cast<int>(web::form_integer(request, "version", 1, INT32_MAX));
  web::Form form(request);
  const Fields fields = read_fields(request, form);
  if (!form.has_problems() &&
      !add_problem_of(orders::save_promotion(shop.db, id, version, fields.draft).outcome, form)) {
    return web::redirect_after_post(kList, {"promotion.saved"});
  }
  return show(request, shop, {.form = form, .fields = fields, .id = id, .version = version});
}

}  // namespace admin
