/// products_pages.h - the shopkeeper's pages for products, categories and brands; their rows are in
/// routes.cpp. Needs the permission `products`.
#pragma once

#include <vector>

#include "catalog/manage.h"
#include "catalog/tree.h"
#include "shop.h"
#include "web/web.h"

namespace admin {

inline constexpr std::size_t kMostWords = 100;  // characters of a search in categories and brands

/// GET /admin/products: every product; ?q=, category=, brand=, stock=, state=, behind= a place.
web::Response products_list_page(const web::Request& request, Shop& shop);
/// POST /admin/products/bulk: `pick` "id-version" several times, and what to do with them.
web::Response post_products_bulk(const web::Request& request, Shop& shop);

/// GET /admin/products/new: an empty form.
web::Response product_new_page(const web::Request& request, Shop& shop);
/// POST /admin/products/new: makes a product; `more` only shows more rows for attributes.
web::Response post_product_new(const web::Request& request, Shop& shop);
/// GET /admin/products/{id}: the form of one product, its sale and its prices.
web::Response product_edit_page(const web::Request& request, Shop& shop);
/// POST /admin/products/{id}: saves what was typed, if nobody else did meanwhile.
web::Response post_product_edit(const web::Request& request, Shop& shop);
/// POST /admin/products/{id}/withdraw: no longer offered.
web::Response post_product_withdraw(const web::Request& request, Shop& shop);
/// POST /admin/products/{id}/offer: offered again.
web::Response post_product_offer(const web::Request& request, Shop& shop);
/// POST /admin/products/{id}/sale: plans a reduced price with start and end.
web::Response post_product_sale(const web::Request& request, Shop& shop);
/// POST /admin/products/{id}/sale/end: ends the sale that waits or runs.
web::Response post_product_sale_end(const web::Request& request, Shop& shop);

/// GET /admin/products/{id}/pictures: order, words, deletion, upload.
web::Response product_pictures_page(const web::Request& request, Shop& shop);
/// POST /admin/products/{id}/pictures: multipart, `picture` several times; all of them or none.
web::Response post_product_pictures(const web::Request& request, Shop& shop);
/// POST /admin/products/{id}/pictures/order: places, words, ticks for deletion.
web::Response post_product_pictures_order(const web::Request& request, Shop& shop);

/// GET /admin/products/{id}/variants: the sizes and colours in which there is a product.
web::Response product_variants_page(const web::Request& request, Shop& shop);
/// POST /admin/products/{id}/variants: `act` start (option names and values), add (values, stock
/// code, price) or leave.
web::Response post_product_variants(const web::Request& request, Shop& shop);

/// GET /admin/categories.csv: the same as a file.
web::Response categories_file(const web::Request& request, Shop& shop);
/// GET /admin/categories: the tree; every row is a form.
web::Response categories_page(const web::Request& request, Shop& shop);
/// POST /admin/categories: makes a category.
web::Response post_category_new(const web::Request& request, Shop& shop);
/// POST /admin/categories/{id}: renames or moves it.
web::Response post_category(const web::Request& request, Shop& shop);
/// POST /admin/categories/{id}/delete: when nothing is in it.
web::Response post_category_delete(const web::Request& request, Shop& shop);

/// GET /admin/brands.csv: the same as a file.
web::Response brands_file(const web::Request& request, Shop& shop);
/// GET /admin/brands: every brand; each row is a form.
web::Response brands_page(const web::Request& request, Shop& shop);
/// POST /admin/brands: makes a brand.
web::Response post_brand_new(const web::Request& request, Shop& shop);
/// POST /admin/brands/{id}: renames it.
web::Response post_brand(const web::Request& request, Shop& shop);
/// POST /admin/brands/{id}/delete: when no product has it.
web::Response post_brand_delete(const web::Request& request, Shop& shop);

/// "— — Lamps" for a category two levels deep, for lists of options.
std::string indented_name(const catalog::TreeCategory& category);

}  // namespace admin
