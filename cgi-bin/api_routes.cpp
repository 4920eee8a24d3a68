#include "api_routes.h"

#include "accounts/accounts_api.h"
#include "accounts/api_keys_api.h"
#include "accounts/people_api.h"
#include "analytics/models_api.h"
#include "analytics/sales_api.h"
#include "catalog/catalog_api.h"
#include "catalog/manage_api.h"
#include "chat/chat_api.h"
#include "docs_page.h"
#include "health_api.h"
#include "inventory/centers_api.h"
#include "mail/webhooks_api.h"
#include "mcp_api.h"
#include "metrics_api.h"
#include "orders/orders_api.h"
#include "recommend/recommend_api.h"
#include "search/search_api.h"

namespace {

using web::Access;
using web::Kind;
using web::Pool;

constexpr auto anyone = Access::anyone;
constexpr auto customer = Access::customer;
constexpr auto shop = Pool::shop;
constexpr auto chats = Pool::chat;
constexpr auto admin_pool = Pool::admin;
constexpr auto json = Kind::json;
constexpr auto sign_in = Kind::sign_in;

// What a row answers, takes and means is told by templates/api/operations.en.json, one entry a row;
// a test compares the two.
const web::Route kRoutes[] = {
    // method  path            who may   pool   handler
    {"GET", "/health", anyone, shop, api_health, json},
    {"GET", "/api/health", anyone, shop, api_health, json},
    {"GET", "/metrics", anyone, shop, api_metrics, json},
    {"GET", "/", anyone, shop, api_info, json},
    {"GET", "/api", anyone, shop, api_info, json},
    {"GET", "/api/openapi.json", anyone, shop, api_openapi, json},
    {"POST", "/api/mcp", anyone, shop, api_mcp, json},

    {"GET", "/api/keys", Access::settings, admin_pool, accounts::api_keys, json},
    {"POST", "/api/keys", Access::settings, admin_pool, accounts::api_key_create, json},
    {"DELETE", "/api/keys/{id}", Access::settings, admin_pool, accounts::api_key_revoke, json},
    {"GET", "/api/webhooks", Access::settings, admin_pool, mail::api_webhooks, json},
    {"POST", "/api/webhooks", Access::settings, admin_pool, mail::api_webhook_create, json},
    {"PATCH", "/api/webhooks/{id}", Access::settings, admin_pool, mail::api_webhook_change, json},
    {"DELETE", "/api/webhooks/{id}", Access::settings, admin_pool, mail::api_webhook_delete, json},
    {"GET", "/api/webhooks/deliveries", Access::settings, admin_pool, mail::api_deliveries, json},
    {"POST", "/api/webhooks/deliveries/{id}/replay", Access::settings, admin_pool,
     mail::api_delivery_replay, json},

    {"POST", "/login", anyone, shop, accounts::api_login, sign_in},
    {"POST", "/api/login", anyone, shop, accounts::api_login, sign_in},
    {"POST", "/api/users/login", anyone, shop, accounts::api_login, sign_in},
    {"POST", "/api/auth/token", anyone, shop, accounts::api_login, sign_in},
    {"POST", "/api/token/refresh", anyone, shop, accounts::api_token_refresh, sign_in},
    {"POST", "/logout", anyone, shop, accounts::api_logout, sign_in},
    {"POST", "/api/logout", anyone, shop, accounts::api_logout, sign_in},
    {"POST", "/register", anyone, shop, accounts::api_register, sign_in},
    {"POST", "/api/users/register", anyone, shop, accounts::api_register, sign_in},
    {"GET", "/api/users/profile", customer, shop, accounts::api_profile, json},
    {"PUT", "/api/users/profile/update", customer, shop, accounts::api_profile_update, json},

    {"GET", "/users", Access::admin, admin_pool, accounts::api_users, json},
    {"GET", "/users/{id}", Access::admin, admin_pool, accounts::api_user, json},
    {"GET", "/api/users", Access::admin, admin_pool, accounts::api_users, json},
    {"GET", "/api/users/{id}", Access::admin, admin_pool, accounts::api_user, json},
    {"PUT", "/api/users/update/{id}", Access::admin, admin_pool, accounts::api_user_update, json},
    {"DELETE", "/api/users/delete/{id}", Access::admin, admin_pool, accounts::api_user_delete,
     json},
    {"GET", "/api/profiles/me", customer, shop, accounts::api_own_profile, json},
    {"GET", "/api/profiles", Access::admin, admin_pool, accounts::api_profiles, json},

    {"GET", "/search", anyone, shop, search::api_products, json},
    {"GET", "/products", anyone, shop, search::api_products, json},
    {"GET", "/api/products", anyone, shop, search::api_products, json},
    {"GET", "/api/products/products_search", anyone, shop, search::api_products, json},
    {"GET", "/products/{id}", anyone, shop, catalog::api_product, json},
    {"GET", "/api/products/{id}", anyone, shop, catalog::api_product, json},
    {"GET", "/api/categories", anyone, shop, catalog::api_categories, json},
    {"GET", "/api/products/{id}/reviews", anyone, shop, catalog::api_reviews, json},
    {"POST", "/api/products/{id}/reviews", customer, shop, catalog::api_review_add, json},
    {"DELETE", "/api/products/{id}/reviews", customer, shop, catalog::api_review_delete, json},
    {"GET", "/api/favorites", customer, shop, catalog::api_favorites, json},
    {"POST", "/api/favorites", customer, shop, catalog::api_favorite_add, json},
    {"DELETE", "/api/favorites/{id}", customer, shop, catalog::api_favorite_delete, json},
    {"POST", "/purchase", customer, shop, orders::api_purchase, json},
    {"POST", "/api/purchase", customer, shop, orders::api_purchase, json},
    {"GET", "/orders", Access::order_owner, shop, orders::api_orders, json},
    {"GET", "/api/orders", Access::orders, admin_pool, orders::api_all_orders, json},
    {"POST", "/api/orders/add", customer, shop, orders::api_order_add, json},
    {"GET", "/api/orders/myorders", customer, shop, orders::api_own_orders, json},
    {"GET", "/api/orders/{id}", Access::order_owner, shop, orders::api_order, json},
    {"PUT", "/api/orders/{id}/pay", Access::order_owner, shop, orders::api_order_pay, json},
    {"PUT", "/api/orders/{id}/deliver", Access::orders, shop, orders::api_order_deliver, json},
    {"POST", "/api/orders/{id}/cancel", Access::order_owner, shop, orders::api_order_cancel, json},
    {"GET", "/api/cart", customer, shop, orders::api_cart, json},
    {"DELETE", "/api/cart", customer, shop, orders::api_cart_clear, json},
    {"DELETE", "/api/cart/clear", customer, shop, orders::api_cart_clear, json},
    {"POST", "/api/cart/items", customer, shop, orders::api_cart_add, json},
    {"PATCH", "/api/cart/items/{product_id}", customer, shop, orders::api_cart_change, json},
    {"DELETE", "/api/cart/items/{product_id}", customer, shop, orders::api_cart_remove, json},
    {"POST", "/api/chat", customer, chats, chat::api_chat, json},
    {"POST", "/save_chat", customer, chats, chat::api_chat_save, json},
    {"POST", "/api/chat/chat/save", customer, chats, chat::api_chat_save, json},
    {"GET", "/chat_history", customer, chats, chat::api_chat_history, json},
    {"GET", "/api/chat/chat/history", customer, chats, chat::api_chat_history, json},
    {"GET", "/api/sessions", customer, chats, chat::api_sessions, json},
    {"POST", "/api/sessions", customer, chats, chat::api_session_create, json},
    {"GET", "/api/sessions/stats", customer, chats, chat::api_session_stats, json},
    {"GET", "/api/sessions/{id}", customer, chats, chat::api_session, json},
    {"PATCH", "/api/sessions/{id}", customer, chats, chat::api_session_change, json},
    {"DELETE", "/api/sessions/{id}", customer, chats, chat::api_session_delete, json},
    {"POST", "/api/sessions/{id}/add_message", customer, chats, chat::api_session_add_message,
     json},
    {"GET", "/api/sessions/{id}/messages", customer, chats, chat::api_session_messages, json},
    {"POST", "/api/sessions/{id}/archive", customer, chats, chat::api_session_archive, json},
    {"POST", "/api/sessions/{id}/activate", customer, chats, chat::api_session_activate, json},
    {"GET", "/api/messages", customer, chats, chat::api_messages, json},
    {"POST", "/api/messages/{id}/react", customer, chats, chat::api_message_react, json},
    {"GET", "/api/messages/{id}/reactions", customer, chats, chat::api_message_reactions, json},
    {"GET", "/api/templates", customer, chats, chat::api_templates, json},
    {"POST", "/api/templates/{id}/use_template", customer, chats, chat::api_template_use, json},
    {"GET", "/api/analytics", Access::conversations, admin_pool, chat::api_conversation_analytics,
     json},
    {"GET", "/api/analytics/summary", Access::conversations, admin_pool,
     chat::api_conversation_summary, json},

    {"POST", "/ai/recommendations", customer, shop, recommend::api_recommendations, json},
    {"POST", "/api/ml/predict", Access::reports, admin_pool, analytics::api_predict, json},
    {"GET", "/api/ml/models", Access::reports, admin_pool, analytics::api_models, json},
    {"GET", "/api/ml/models/{id}", Access::reports, admin_pool, analytics::api_model, json},
    {"POST", "/api/ml/models/{id}/activate", Access::admin, admin_pool,
     analytics::api_model_activate, json},
    {"POST", "/api/ml/retrain", Access::admin, admin_pool, analytics::api_retrain, json},
    {"GET", "/api/ml/jobs", Access::reports, admin_pool, analytics::api_jobs, json},
    {"GET", "/api/ml/jobs/{id}", Access::reports, admin_pool, analytics::api_job, json},
    {"POST", "/api/ml/jobs/{id}/stop", Access::admin, admin_pool, analytics::api_job_stop, json},

    {"GET", "/analytics/sales-summary", Access::reports, admin_pool, analytics::api_sales_summary,
     json},
    {"GET", "/analytics/top-products", Access::reports, admin_pool, analytics::api_top_products,
     json},

    {"POST", "/api/products/create", Access::products, admin_pool, catalog::api_product_create,
     json},
    {"PUT", "/api/products/update/{id}", Access::products, admin_pool, catalog::api_product_update,
     json},
    {"DELETE", "/api/products/delete/{id}", Access::products, admin_pool,
     catalog::api_product_delete, json},
    {"POST", "/api/products/upload", Access::products, admin_pool, catalog::api_product_upload,
     json},
    {"POST", "/api/stock/receive", Access::stock, admin_pool, inventory::api_stock_receive, json},

    {"GET", "/distribution-centers", anyone, shop, inventory::api_centers, json},
    {"GET", "/distribution-centers/{id}", anyone, shop, inventory::api_center, json},
    {"GET", "/api/distribution-centers", anyone, shop, inventory::api_centers, json},
    {"GET", "/api/distribution-centers/{id}", anyone, shop, inventory::api_center, json},
};

}  // namespace

std::span<const web::Route> api_routes() {
  return kRoutes;
}
