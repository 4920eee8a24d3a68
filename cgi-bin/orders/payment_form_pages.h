/// payment_form_pages.h - choosing a way to pay and typing a card: shared by checkout and pay page.
#pragma once

#include <optional>

#include "orders/card.h"
#include "orders/orders_pages.h"
#include "orders/payment.h"
#include "orders/payment_method.h"
#include "shop.h"
#include "web/web.h"

namespace orders {

struct PaymentInput {
  std::optional<PaymentMethod> method{};
  std::optional<Card> card{};  // set when `method` is a card and all of it is right
};

/// Reads the fields payment, card_number, card_expiry, card_cvc; problems go into `form`.
PaymentInput read_payment(const web::Request& request, web::Form& form, const Shop& shop);

struct PaymentChoices {
  std::string card_gateway{};       // of the settings: a shop without one shows no card fields
  std::string chosen{};             // a method of the table; else the first one is chosen
  const web::Form* form = nullptr;  // its problems are shown beside the fields
};

/// Fills the include `marker` with the partial _payment_choices.tpl. Card fields are always empty.
void fill_payment_choices(ctemplate::TemplateDictionary& page,
                          const ctemplate::TemplateString& marker, const web::Request& request,
                          const PaymentChoices& choices);

/// Opens the payment service's page for this order, or says why not.
web::Response open_payment_page(const web::Request& request, Shop& shop, const VisibleOrder& order);

struct ChargeRequest {
  std::int64_t order_id = 0;
  Card card{};
  std::string token{};          // names this press of the button
  std::string order_path{};     // where it leads when there is nothing to try again
  std::string pay_path{};       // where it can be tried again
  std::string placed_number{};  // the order was placed by this very press
};

/// Charges the card and says what came of it, on the page where that leads.
web::Response charge_card(const web::Request& request, Shop& shop, const ChargeRequest& charge);

}  // namespace orders
