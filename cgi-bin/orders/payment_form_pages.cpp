#include "orders/payment_form_pages.h"

#include <algorithm>

#include "_payment_choices.tpl.varnames.h"
#include "base/text.h"
#include "orders/hosted.h"

namespace orders {
namespace {

/// Card fields are read without Form::text(): nothing of them may come back to the page.
std::string typed(const web::Request& request, web::Form& form, std::string_view field) {
  if (request.form.count(field) > 1) form.add_problem(field, {"form.doubled"});
  std::string text(trimmed(request.form.get(field)));
  if (text.empty()) form.add_problem(field, {"form.required"});
  return text;
}

std::optional<Card> read_card(const web::Request& request, web::Form& form) {
  const auto digits = card_digits(typed(request, form, "card_number"));
  if (!digits || !passes_luhn(*digits)) form.add_problem("card_number", {"checkout.card_number"});
  const auto expiry = parse_expiry(typed(request, form, "card_expiry"));
  if (!expiry) {
    form.add_problem("card_expiry", {"checkout.card_expiry"});
  } else if (is_expired(*expiry, request.now)) {
    form.add_problem("card_expiry", {"checkout.card_expired"});
  }
  const std::string cvc = typed(request, form, "card_cvc");
  if (!is_cvc(cvc)) form.add_problem("card_cvc", {"checkout.card_cvc"});
  for (const char* field : {"card_number", "card_expiry", "card_cvc"}) {
    if (form.has_problem(field)) return std::nullopt;
  }
  return Card{*digits, expiry->month, expiry->year, cvc};
}

bool is_switched_off(const web::Request& request, PaymentMethod method) {
  const auto& off = request.site->payments_off;
  return std::find(off.begin(), off.end(), to_text(method)) != off.end();
}

/// What this shop offers today.
std::vector<PaymentMethod> methods_of(const web::Request& request, std::string_view card_gateway) {
  std::vector<PaymentMethod> methods = payment_methods(card_gateway);
  std::erase_if(methods, [&](PaymentMethod method) { return is_switched_off(request, method); });
  // Never nothing: a gateway that went away may have been the last one.
  return methods.empty() ? payment_methods(card_gateway) : methods;
}

std::optional<PaymentMethod> chosen_method(const web::Request& request, std::string_view name,
                                           std::string_view card_gateway) {
  for (const PaymentMethod method : methods_of(request, card_gateway)) {
    if (to_text(method) == name) return method;
  }
  return std::nullopt;
}

}  // namespace

PaymentInput read_payment(const web::Request& request, web::Form& form, const Shop& shop) {
  PaymentInput input;
  if (request.form.count("payment") == 1) {
    input.method = chosen_method(request, request.form.get("payment"), shop.config.card_gateway);
  }
  if (!input.method) form.add_problem("payment", {"checkout.payment"});
  if (input.method == PaymentMethod::sandbox_card) input.card = read_card(request, form);
  return input;
}

void fill_payment_choices(ctemplate::TemplateDictionary& page,
                          const ctemplate::TemplateString& marker, const web::Request& request,
                          const PaymentChoices& choices) {
  auto& part = *page.AddIncludeDictionary(marker);
  part.SetFilename("orders/_payment_choices.tpl");
  const auto methods = methods_of(request, choices.card_gateway);
  const PaymentMethod chosen =
      chosen_method(request, choices.chosen, choices.card_gateway).value_or(methods.front());
  for (const PaymentMethod method : methods) {
    const std::string code(to_text(method));
    auto& row = *part.AddSectionDictionary(k_pc_PAYMENT);
    row.SetValue(k_pc_PAYMENT_CODE, code);
    row.SetValue(k_pc_PAYMENT_NAME, request.say({"payment." + code}));
    if (method == chosen) row.ShowSection(k_pc_PAYMENT_CHOSEN);
    if (method == PaymentMethod::sandbox_card) part.ShowSection(k_pc_CARD);
    if (method == PaymentMethod::hosted_card) part.ShowSection(k_pc_HOSTED);
  }
  if (choices.form != nullptr) choices.form->fill_problems(part);
}

web::Response open_payment_page(const web::Request& request, Shop& shop,
                                const VisibleOrder& order) {
  auto gateway = make_hosted_gateway(shop.config);
  if (!gateway) throw web::BadRequest("this shop has no payment service");
  const std::string& base = request.site->base_url;
  const std::string site =
      base.empty() ? (request.is_tls ? "https://" : "http://") + request.host : base;
  const auto opened = open_hosted_payment(
      shop.db, *gateway, order.order.id,
      request.say({"hosted.title", {request.site->shop_name, order.order.number}}),
      {site + order.path("/pay/hosted"), site + order.path("/pay")}, request.now);
  switch (opened.outcome) {
    case OpenOutcome::opened: return web::redirect_after_post(order.path("/pay/hosted"));
    case OpenOutcome::already_paid: return web::redirect_after_post(order.path(), {"order.paid"});
    case OpenOutcome::not_payable:
      return web::redirect_with_warning(order.path(), {"order.not_payable"});
    case OpenOutcome::being_opened:
      return web::redirect_after_post(order.path(), {"hosted.being_opened", {order.order.number}});
    case OpenOutcome::unreachable:
      return web::redirect_with_warning(order.path("/pay"), {"hosted.unreachable"});
  }
  throw std::logic_error("unknown OpenOutcome");
}

web::Response charge_card(const web::Request& request, Shop& shop, const ChargeRequest& charge) {
  const auto gateway = make_gateway(shop.config.card_gateway);
  if (gateway == nullptr) throw web::BadRequest("this shop takes no cards");
  switch (pay_order(shop.db, *gateway, charge.order_id, charge.card, charge.token, request.now)) {
    case PayOutcome::paid:
      if (charge.placed_number.empty()) {
        return web::redirect_after_post(charge.order_path, {"order.paid"});
      }
      return web::redirect_after_post(charge.order_path,
                                      {"order.placed_and_paid", {charge.placed_number}});
    case PayOutcome::declined:
      return web::redirect_with_warning(charge.pay_path, {"order.declined"});
    case PayOutcome::timed_out:
      return web::redirect_with_warning(charge.pay_path, {"order.timed_out"});
    case PayOutcome::in_progress:
      return web::redirect_with_warning(charge.order_path, {"order.pay_in_progress"});
    case PayOutcome::already_paid:
      return web::redirect_with_warning(charge.order_path, {"order.already_paid"});
    case PayOutcome::not_payable:
      return web::redirect_with_warning(charge.order_path, {"order.not_payable"});
  }
  throw std::logic_error("unknown PayOutcome");
}

}  // namespace orders
