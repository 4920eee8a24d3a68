#include "routes.h"

#include <vector>

#include "accounts/accounts_pages.h"
#include "admin/admin_orders_pages.h"
#include "admin/admin_pages.h"
#include "admin/admin_stock_pages.h"
#include "admin/conversations_pages.h"
#include "admin/imports_pages.h"
#include "admin/machines_pages.h"
#include "admin/models_pages.h"
#include "admin/people_pages.h"
#include "admin/products_pages.h"
#include "admin/promotions_pages.h"
#include "admin/reviews_pages.h"
#include "admin/search_words_pages.h"
#include "admin/settings_pages.h"
#include "api_routes.h"
#include "catalog/catalog_pages.h"
#include "chat/chat_pages.h"
#include "docs_page.h"
#include "orders/orders_pages.h"
#include "search/search_pages.h"

namespace {

using web::Access;
using web::Pool;

constexpr auto anyone = Access::anyone;
constexpr auto customer = Access::customer;
constexpr auto staff = Access::staff;
constexpr auto products = Access::products;
constexpr auto marketing = Access::marketing;
constexpr auto shop = Pool::shop;
constexpr auto admin_pool = Pool::admin;
constexpr auto chats = Pool::chat;

const web::Route kRoutes[] = {
    // method  path            who may   pool   handler
    {"GET", "/register", anyone, shop, accounts::register_page},
    {"POST", "/register", anyone, shop, accounts::post_register},
    {"GET", "/login", anyone, shop, accounts::login_page},
    {"POST", "/login", anyone, shop, accounts::post_login},
    {"POST", "/logout", anyone, shop, accounts::post_logout},
    {"POST", "/logout-everywhere", customer, shop, accounts::post_logout_everywhere},
    {"GET", "/account", customer, shop, accounts::account_page},
    {"GET", "/account/edit", customer, shop, accounts::profile_page},
    {"POST", "/account/edit", customer, shop, accounts::post_profile},
    {"GET", "/account/password", customer, shop, accounts::password_page},
    {"POST", "/account/password", customer, shop, accounts::post_password},
    {"POST", "/account/tracking", customer, shop, accounts::post_tracking},
    {"GET", "/account/delete", customer, shop, accounts::delete_account_page},
    {"POST", "/account/delete", customer, shop, accounts::post_delete_account},

    {"GET", "/", anyone, shop, catalog::home_page},
    {"GET", "/search", anyone, shop, search::listing_page},
    {"GET", "/products", anyone, shop, search::listing_page},
    {"GET", "/category/{slug}", anyone, shop, search::listing_page},
    {"GET", "/product/{id}", anyone, shop, catalog::product_page},
    {"GET", "/product/{id}/{slug}", anyone, shop, catalog::product_page},
    {"POST", "/product/{id}/review", customer, shop, catalog::post_review},
    {"POST", "/product/{id}/review/delete", customer, shop, catalog::post_review_delete},
    {"POST", "/product/{id}/back-in-stock", anyone, shop, catalog::post_stock_wish},
    {"POST", "/review/{id}/helpful", customer, shop, catalog::post_review_helpful},
    {"GET", "/review/{id}/report", customer, shop, catalog::report_page},
    {"POST", "/review/{id}/report", customer, shop, catalog::post_report},
    {"GET", "/favorites", customer, shop, catalog::favorites_page},
    {"POST", "/favorites/add", customer, shop, catalog::post_favorite_add},
    {"POST", "/favorites/remove", customer, shop, catalog::post_favorite_remove},
    {"GET", "/policies/{slug}", anyone, shop, catalog::policy_page},
    {"GET", "/docs", anyone, shop, docs_page},
    {"GET", "/sitemap.xml", anyone, shop, catalog::sitemap_page},

    {"GET", "/cart", anyone, shop, orders::cart_page},
    {"POST", "/cart/add", anyone, shop, orders::post_cart_add},
    {"POST", "/cart/update", anyone, shop, orders::post_cart_update},
    {"POST", "/cart/remove", anyone, shop, orders::post_cart_remove},
    {"POST", "/cart/clear", anyone, shop, orders::post_cart_clear},
    {"POST", "/cart/coupon", anyone, shop, orders::post_cart_coupon},
    {"POST", "/cart/coupon/remove", anyone, shop, orders::post_cart_coupon_remove},
    {"GET", "/checkout", anyone, shop, orders::checkout_page},
    {"POST", "/checkout", anyone, shop, orders::post_checkout},
    {"GET", "/orders", customer, shop, orders::orders_page},
    {"GET", "/order/find", anyone, shop, orders::order_find_page},
    {"POST", "/order/find", anyone, shop, orders::post_order_find},
    {"GET", "/order/{id}", anyone, shop, orders::order_page},
    {"GET", "/withdraw", anyone, shop, orders::withdraw_find_page},
    {"POST", "/withdraw", anyone, shop, orders::post_withdraw_find},
    {"GET", "/order/{id}/withdraw", anyone, shop, orders::withdraw_page},
    {"POST", "/order/{id}/withdraw", anyone, shop, orders::post_withdraw},
    {"POST", "/order/{id}/withdraw/confirm", anyone, shop, orders::post_withdraw_confirm},
    {"GET", "/order/{id}/return/{return}", anyone, shop, orders::return_page},
    {"GET", "/order/{id}/invoice", anyone, shop, orders::invoice_page},
    {"POST", "/order/{id}/cancel", anyone, shop, orders::post_order_cancel},
    {"GET", "/order/{id}/pay", anyone, shop, orders::pay_page},
    {"POST", "/order/{id}/pay", anyone, shop, orders::post_order_pay},
    {"GET", "/order/{id}/pay/hosted", anyone, shop, orders::hosted_page},
    // Its sender holds no session: the event proves itself by its signature.
    {"POST", "/webhooks/payments", anyone, shop, orders::api_payment_event},

    {"GET", "/chat", anyone, chats, chat::chat_page},
    {"POST", "/chat", anyone, chats, chat::post_chat},
    {"POST", "/chat/reset", anyone, chats, chat::post_chat_reset},
    {"GET", "/chat/history", anyone, chats, chat::chat_history_page},
    {"GET", "/chat/{id}", anyone, chats, chat::conversation_page},
    {"GET", "/chat/{id}/answer/{message}", anyone, chats, chat::answer_page},
    {"GET", "/chat/{id}/copy.txt", anyone, chats, chat::conversation_text_file},
    {"GET", "/chat/{id}/copy.json", anyone, chats, chat::conversation_json_file},
    {"POST", "/chat/{id}/archive", anyone, chats, chat::post_chat_archive},
    {"POST", "/chat/{id}/delete", anyone, chats, chat::post_chat_delete},
    {"POST", "/chat/proposal/{id}", anyone, chats, chat::post_proposal},
    {"POST", "/chat/react/{message}", anyone, chats, chat::post_reaction},
    {"GET", "/why/{message}", anyone, chats, chat::why_page},

    {"GET", "/admin", staff, admin_pool, admin::overview_page},

    {"GET", "/admin/orders", Access::orders, admin_pool, admin::admin_orders_page},
    {"GET", "/admin/orders.csv", Access::orders, admin_pool, admin::admin_orders_csv_page},
    {"GET", "/admin/order/{id}", Access::orders, admin_pool, admin::admin_order_page},
    {"POST", "/admin/order/{id}/step", Access::orders, admin_pool, admin::post_admin_order_step},
    {"POST", "/admin/order/{id}/ship", Access::orders, admin_pool, admin::post_admin_order_ship},
    {"GET", "/admin/returns", Access::orders, admin_pool, admin::admin_returns_page},
    {"GET", "/admin/returns.csv", Access::orders, admin_pool, admin::admin_returns_csv_page},
    {"POST", "/admin/order/{id}/return/{return}/accept", Access::orders, admin_pool,
     admin::post_return_accept},
    {"POST", "/admin/order/{id}/return/{return}/decline", Access::orders, admin_pool,
     admin::post_return_decline},
    {"GET", "/admin/order/{id}/invoice", Access::orders, admin_pool, admin::admin_invoice_page},
    {"GET", "/admin/order/{id}/packing-slip", Access::orders, admin_pool, admin::packing_slip_page},
    {"POST", "/admin/order/{id}/refund", Access::orders, admin_pool,
     admin::post_admin_order_refund},
    {"POST", "/admin/order/{id}/refund/again", Access::orders, admin_pool,
     admin::post_admin_refund_again},
    // Models and what they say.
    {"GET", "/admin/models", Access::reports, admin_pool, admin::models_page},
    {"POST", "/admin/models/train", Access::admin, admin_pool, admin::post_model_train},
    {"POST", "/admin/models/stop", Access::admin, admin_pool, admin::post_model_stop},
    {"GET", "/admin/models/settings", Access::admin, admin_pool, admin::model_settings_page},
    {"POST", "/admin/models/settings", Access::admin, admin_pool, admin::post_model_settings},
    {"GET", "/admin/models/{id}", Access::reports, admin_pool, admin::model_page},
    {"POST", "/admin/models/{id}/activate", Access::admin, admin_pool, admin::post_model_activate},
    {"GET", "/admin/predictions", Access::reports, admin_pool, admin::predictions_page},
    {"GET", "/admin/predictions.csv", Access::reports, admin_pool, admin::predictions_csv_page},
    // People, mail, reports, settings.
    {"GET", "/login/code", anyone, shop, accounts::login_code_page},
    {"POST", "/login/code", anyone, shop, accounts::post_login_code},
    {"GET", "/password/forgot", anyone, shop, accounts::forgot_page},
    {"POST", "/password/forgot", anyone, shop, accounts::post_forgot},
    {"GET", "/password/reset", anyone, shop, accounts::reset_page},
    {"POST", "/password/reset", anyone, shop, accounts::post_reset},
    {"GET", "/account/verify", anyone, shop, accounts::verify_page},
    {"POST", "/account/verify", anyone, shop, accounts::post_verify},
    {"POST", "/account/verify/send", customer, shop, accounts::post_verify_send},
    {"GET", "/account/second-factor", customer, shop, accounts::second_factor_page},
    {"POST", "/account/second-factor", customer, shop, accounts::post_second_factor},
    {"POST", "/account/second-factor/codes", customer, shop, accounts::post_recovery_codes},
    {"POST", "/account/second-factor/off", customer, shop, accounts::post_second_factor_off},
    {"GET", "/account/log-ins", customer, shop, accounts::log_ins_page},
    {"POST", "/account/log-ins/end", customer, shop, accounts::post_log_in_end},
    {"GET", "/account/data", customer, shop, accounts::personal_data_page},
    {"GET", "/account/data.json", customer, shop, accounts::personal_data_file},
    {"GET", "/admin/customers", Access::customers, admin_pool, admin::customers_page},
    {"GET", "/admin/customers.csv", Access::customers, admin_pool, admin::customers_file},
    {"GET", "/admin/customers/{id}", Access::customers, admin_pool, admin::customer_page},
    {"POST", "/admin/customers/{id}", Access::customers, admin_pool, admin::post_customer},
    {"POST", "/admin/customers/{id}/lock", Access::customers, admin_pool,
     admin::post_customer_lock},
    {"POST", "/admin/customers/{id}/reset", Access::customers, admin_pool,
     admin::post_customer_reset},
    {"POST", "/admin/customers/{id}/delete", Access::customers, admin_pool,
     admin::post_customer_delete},
    {"POST", "/admin/customers/{id}/role", Access::admin, admin_pool, admin::post_customer_role},
    {"POST", "/admin/customers/{id}/second-factor-off", Access::admin, admin_pool,
     admin::post_customer_second_factor},
    {"GET", "/admin/audit", Access::admin, admin_pool, admin::audit_page},
    {"GET", "/admin/audit.csv", Access::admin, admin_pool, admin::audit_file},
    {"GET", "/admin/reports", Access::reports, admin_pool, admin::reports_page},
    {"GET", "/admin/reports/{report}", Access::reports, admin_pool, admin::report_file},
    {"GET", "/admin/settings", Access::settings, admin_pool, admin::settings_page},
    {"POST", "/admin/settings", Access::settings, admin_pool, admin::post_settings},
    {"POST", "/admin/settings/logo", Access::settings, admin_pool, admin::post_logo},
    {"POST", "/admin/settings/logo/remove", Access::settings, admin_pool, admin::post_logo_remove},
    {"GET", "/admin/settings/taxes", Access::settings, admin_pool, admin::taxes_page},
    {"POST", "/admin/settings/taxes", Access::settings, admin_pool, admin::post_taxes},
    {"GET", "/admin/settings/shipping", Access::settings, admin_pool, admin::shipping_page},
    {"POST", "/admin/settings/shipping", Access::settings, admin_pool, admin::post_shipping},
    {"GET", "/admin/settings/policies", Access::settings, admin_pool, admin::policies_page},
    {"GET", "/admin/settings/policies/{slug}", Access::settings, admin_pool,
     admin::policy_edit_page},
    {"POST", "/admin/settings/policies/{slug}", Access::settings, admin_pool,
     admin::post_policy_edit},
    {"GET", "/admin/settings/keys", Access::settings, admin_pool, admin::keys_page},
    {"GET", "/admin/settings/keys.csv", Access::settings, admin_pool, admin::keys_file},
    {"POST", "/admin/settings/keys", Access::settings, admin_pool, admin::post_key_new},
    {"POST", "/admin/settings/keys/{id}/revoke", Access::settings, admin_pool,
     admin::post_key_revoke},
    {"GET", "/admin/settings/webhooks", Access::settings, admin_pool, admin::webhooks_page},
    {"GET", "/admin/settings/webhooks.csv", Access::settings, admin_pool, admin::webhooks_file},
    {"POST", "/admin/settings/webhooks", Access::settings, admin_pool, admin::post_webhook_new},
    {"POST", "/admin/settings/webhooks/{id}", Access::settings, admin_pool,
     admin::post_webhook_change},
    {"POST", "/admin/settings/webhooks/{id}/remove", Access::settings, admin_pool,
     admin::post_webhook_remove},
    {"GET", "/admin/settings/deliveries", Access::settings, admin_pool, admin::deliveries_page},
    {"GET", "/admin/settings/deliveries.csv", Access::settings, admin_pool, admin::deliveries_file},
    {"POST", "/admin/settings/deliveries/{id}/replay", Access::settings, admin_pool,
     admin::post_delivery_replay},
    {"GET", "/admin/mail", Access::customers, admin_pool, admin::letters_page},
    {"GET", "/admin/mail.csv", Access::customers, admin_pool, admin::letters_file},
    {"GET", "/admin/mail/{id}", Access::customers, admin_pool, admin::letter_page},
    {"POST", "/admin/mail/again", Access::customers, admin_pool, admin::post_letters_again},
    {"GET", "/admin/products", products, admin_pool, admin::products_list_page},
    {"POST", "/admin/products/bulk", products, admin_pool, admin::post_products_bulk},
    {"GET", "/admin/products/new", products, admin_pool, admin::product_new_page},
    {"POST", "/admin/products/new", products, admin_pool, admin::post_product_new},
    {"GET", "/admin/products/{id}", products, admin_pool, admin::product_edit_page},
    {"POST", "/admin/products/{id}", products, admin_pool, admin::post_product_edit},
    {"POST", "/admin/products/{id}/withdraw", products, admin_pool, admin::post_product_withdraw},
    {"POST", "/admin/products/{id}/offer", products, admin_pool, admin::post_product_offer},
    {"POST", "/admin/products/{id}/sale", products, admin_pool, admin::post_product_sale},
    {"POST", "/admin/products/{id}/sale/end", products, admin_pool, admin::post_product_sale_end},
    {"GET", "/admin/products/{id}/pictures", products, admin_pool, admin::product_pictures_page},
    {"POST", "/admin/products/{id}/pictures", products, admin_pool, admin::post_product_pictures},
    {"POST", "/admin/products/{id}/pictures/order", products, admin_pool,
     admin::post_product_pictures_order},
    {"GET", "/admin/products/{id}/variants", products, admin_pool, admin::product_variants_page},
    {"POST", "/admin/products/{id}/variants", products, admin_pool, admin::post_product_variants},
    {"GET", "/admin/categories", products, admin_pool, admin::categories_page},
    {"GET", "/admin/categories.csv", products, admin_pool, admin::categories_file},
    {"POST", "/admin/categories", products, admin_pool, admin::post_category_new},
    {"POST", "/admin/categories/{id}", products, admin_pool, admin::post_category},
    {"POST", "/admin/categories/{id}/delete", products, admin_pool, admin::post_category_delete},
    {"GET", "/admin/brands", products, admin_pool, admin::brands_page},
    {"GET", "/admin/brands.csv", products, admin_pool, admin::brands_file},
    {"POST", "/admin/brands", products, admin_pool, admin::post_brand_new},
    {"POST", "/admin/brands/{id}", products, admin_pool, admin::post_brand},
    {"POST", "/admin/brands/{id}/delete", products, admin_pool, admin::post_brand_delete},

    {"GET", "/admin/search", products, admin_pool, admin::search_words_page},
    {"GET", "/admin/search.csv", products, admin_pool, admin::search_words_file},
    {"GET", "/admin/search/rule", products, admin_pool, admin::search_rule_page},
    {"POST", "/admin/search/rule", products, admin_pool, admin::post_search_rule},
    {"POST", "/admin/search/rule/{id}/remove", products, admin_pool,
     admin::post_search_rule_remove},

    {"GET", "/admin/stock", Access::stock, admin_pool, admin::admin_stock_page},
    {"GET", "/admin/stock.csv", Access::stock, admin_pool, admin::admin_stock_csv_page},
    {"GET", "/admin/stock/{id}", Access::stock, admin_pool, admin::admin_product_stock_page},
    {"POST", "/admin/stock/{id}/receive", Access::stock, admin_pool, admin::post_stock_receive},
    {"POST", "/admin/stock/{id}/move", Access::stock, admin_pool, admin::post_stock_move},
    {"POST", "/admin/stock/{id}/count", Access::stock, admin_pool, admin::post_stock_count},
    {"GET", "/admin/centers", Access::stock, admin_pool, admin::admin_centers_page},
    {"GET", "/admin/centers.csv", Access::stock, admin_pool, admin::admin_centers_file},
    {"POST", "/admin/centers", Access::stock, admin_pool, admin::post_center_add},
    {"GET", "/admin/center/{id}", Access::stock, admin_pool, admin::admin_center_page},
    {"POST", "/admin/center/{id}", Access::stock, admin_pool, admin::post_center_change},
    {"GET", "/admin/products.csv", products, admin_pool, admin::products_file},
    // Which kind of file staff may bring or take follows from the permission of the same name.
    {"GET", "/admin/imports", staff, admin_pool, admin::imports_page},
    {"GET", "/admin/imports.csv", staff, admin_pool, admin::imports_file},
    {"POST", "/admin/imports", staff, admin_pool, admin::post_import_upload},
    {"GET", "/admin/imports/stock.csv", Access::stock, admin_pool, admin::stock_file},
    {"GET", "/admin/imports/customers.csv", Access::customers, admin_pool,
     admin::customers_whole_file},
    {"GET", "/admin/imports/orders.csv", Access::orders, admin_pool, admin::orders_whole_file},
    {"GET", "/admin/imports/{id}", staff, admin_pool, admin::import_preview_page},
    {"POST", "/admin/imports/{id}/apply", staff, admin_pool, admin::post_import_apply},
    {"POST", "/admin/imports/{id}/undo", staff, admin_pool, admin::post_import_undo},
    {"GET", "/admin/conversations", Access::conversations, admin_pool,
     admin::admin_conversations_page},
    {"GET", "/admin/conversations.csv", Access::conversations, admin_pool,
     admin::admin_conversations_file},
    {"GET", "/admin/conversations/gaps", Access::conversations, admin_pool,
     admin::question_gaps_page},
    {"GET", "/admin/conversations/gaps.csv", Access::conversations, admin_pool,
     admin::question_gaps_file},
    {"GET", "/admin/conversations/gaps/mend", Access::conversations, admin_pool,
     admin::question_gap_page},
    {"POST", "/admin/conversations/templates", Access::conversations, admin_pool,
     admin::post_answer_template},
    {"POST", "/admin/conversations/templates/{id}/remove", Access::conversations, admin_pool,
     admin::post_answer_template_remove},
    {"GET", "/admin/conversations/starters", Access::conversations, admin_pool,
     admin::starters_page},
    {"GET", "/admin/conversations/starters.csv", Access::conversations, admin_pool,
     admin::starters_file},
    {"POST", "/admin/conversations/starters", Access::conversations, admin_pool,
     admin::post_starter_new},
    {"POST", "/admin/conversations/starters/{id}", Access::conversations, admin_pool,
     admin::post_starter_change},
    {"POST", "/admin/conversations/starters/{id}/remove", Access::conversations, admin_pool,
     admin::post_starter_remove},
    {"GET", "/admin/conversations/{id}", Access::conversations, admin_pool,
     admin::admin_conversation_page},
    {"POST", "/admin/conversations/{id}/take", Access::conversations, admin_pool,
     admin::post_conversation_taken},
    {"POST", "/admin/conversations/{id}/hand-back", Access::conversations, admin_pool,
     admin::post_conversation_handed_back},
    {"POST", "/admin/conversations/{id}/answer", Access::conversations, admin_pool,
     admin::post_staff_answer},
    {"GET", "/admin/reviews", marketing, admin_pool, admin::admin_reviews_page},
    {"GET", "/admin/reviews.csv", marketing, admin_pool, admin::admin_reviews_file},
    {"POST", "/admin/reviews/{id}", marketing, admin_pool, admin::post_review_moderated},
    {"GET", "/admin/promotions", marketing, admin_pool, admin::promotions_page},
    {"GET", "/admin/promotions.csv", marketing, admin_pool, admin::promotions_file},
    {"GET", "/admin/promotions/new", marketing, admin_pool, admin::promotion_new_page},
    {"POST", "/admin/promotions/new", marketing, admin_pool, admin::post_promotion_new},
    {"GET", "/admin/promotions/{id}", marketing, admin_pool, admin::promotion_edit_page},
    {"POST", "/admin/promotions/{id}", marketing, admin_pool, admin::post_promotion_edit},
};

}  // namespace

std::span<const web::Route> all_routes() {
  // Pages above, the API in its own file; one table all the same.
  static const std::vector<web::Route> all = [] {
    std::vector<web::Route> rows(std::begin(kRoutes), std::end(kRoutes));
    rows.insert(rows.end(), api_routes().begin(), api_routes().end());
    return rows;
  }();
  return all;
}
