/// product_json_view.h - the shapes "product" and "review" of the API.
#pragma once

#include <span>

#include "catalog/product_texts.h"
#include "web/json.h"
#include "web/json_text.h"

namespace catalog {

/// Writes the product; every other form of it is made from this one.
void add_product(web::JsonText& json, const web::Site& site, const ProductCard& card,
                 const ProductTexts& texts);
void add_product(web::JsonText& json, const web::Site& site, const Product& product);

web::Json to_json(const web::Site& site, const ProductCard& card, const ProductTexts& texts);
/// The whole product, with attributes and pictures.
web::Json to_json(const web::Site& site, const Product& product);
web::Json to_json(const Review& review);

/// Products in this order, their texts fetched in one query.
web::Json products_json(const web::Site& site, db::Connection& db,
                        std::span<const ProductCard* const> cards);
web::Json products_json(const web::Site& site, db::Connection& db,
                        std::span<const ProductCard> cards);

}  // namespace catalog
