/// account_page.cpp - GET /account: the profile, and the ways to what is one's own.
///
/// Template: templates/accounts/account_page.tpl
/// Test:     tests/page/account_page_test.cpp

#include "account_page.tpl.varnames.h"
#include "accounts/accounts.h"
#include "accounts/accounts_pages.h"
#include "analytics/events.h"
#include "memory.h"
#include "recommend/suggestion_view.h"
#include "shop.h"
#include "web/countries.h"
#include "web/web.h"

namespace accounts {
namespace {

/// "1 High Street, 12345 Springfield, United States", without the parts that are not known.
std::string address_line(const web::Request& request, const Profile& profile) {
  std::string line = profile.street;
  const std::string place =
      profile.postal_code + (profile.postal_code.empty() ? "" : " ") + profile.city;
  for (const std::string& part : {place, web::country_name(request, profile.country)}) {
    if (part.empty()) continue;
    line += (line.empty() ? "" : ", ") + part;
  }
  return line;
}

}  // namespace

web::Response account_page(const web::Request& request, Shop& shop) {
  const auto account = find_account(shop.db, request.visitor.account_id);
  if (!account) throw web::NotFound("account");
  const Belongings belongings = belongings_of(shop.db, account->id);
  const Profile& profile = account->profile;

  web::Page page(request, "accounts/account_page.tpl", request.visitor.name);
  auto& body = page.body();
  const std::string name = profile.first_name + " " + profile.last_name;
  body.SetValue(kap_NAME, name == " " ? account->username : name);
  body.SetValue(kap_USERNAME, account->username);
  body.SetValue(kap_EMAIL, profile.email);
  body.SetValue(kap_SINCE, to_day_text(account->created_at));
  body.SetValue(kap_CSRF, request.csrf_token());
  if (account->email_verified) {
    body.ShowSection(kap_CONFIRMED);
  } else {
    body.AddSectionDictionary(kap_UNCONFIRMED)
        ->SetValue(kap_UNCONFIRMED_CSRF, request.csrf_token());
  }
  if (!profile.phone.empty()) {
    body.SetValueAndShowSection(kap_PHONE_KNOWN_TEXT, profile.phone, kap_PHONE_KNOWN);
  }
  const std::string address = address_line(request, profile);
  if (!address.empty()) {
    body.SetValueAndShowSection(kap_ADDRESS_KNOWN_TEXT, address, kap_ADDRESS_KNOWN);
  }
  body.SetIntValue(kap_ORDERS, belongings.open_orders + belongings.orders_on_the_way +
                                   belongings.finished_orders);
  body.SetIntValue(kap_FAVORITES, belongings.favorites);
  body.SetIntValue(kap_CONVERSATIONS, belongings.conversations);
  body.SetIntValue(kap_REVIEWS, belongings.reviews);
  body.ShowSection(analytics::is_tracking_refused(shop.db, account->id) ? kap_UNWATCHED
                                                                        : kap_WATCHED);
  constexpr int kShown = 5;  // one row of the product grid
  const auto chosen =
      recommend::for_account(shop.db, account->id, request.now, {.fresh = kShown, .again = kShown});
  auto& cards = shop.memory->cards;
  recommend::fill_suggestions(body, request, cards, kap_AGAIN, kap_AGAIN_PRODUCT_CARDS,
                              chosen.again);
  recommend::fill_suggestions(body, request, cards, kap_FOR_YOU, kap_FOR_YOU_PRODUCT_CARDS,
                              chosen.fresh);
  page.set_noindex();
  return page.render();
}

web::Response post_tracking(const web::Request& request, Shop& shop) {
  const std::string choice = web::form_text(request, "watch", 3);
  if (choice != "yes" && choice != "no") throw web::BadRequest("bad watch");
  if (choice == "yes") {
    analytics::allow_tracking(shop.db, request.visitor.account_id);
    return web::redirect_after_post("/account", {"account.watched"});
  }
  analytics::refuse_tracking(shop.db, request.visitor.account_id);
  return web::redirect_after_post("/account", {"account.unwatched"});
}

}  // namespace accounts
