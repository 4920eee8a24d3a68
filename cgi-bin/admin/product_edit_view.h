/// product_edit_view.h - how the form of a product looks, new or not, right or refused.
#pragma once

#include "catalog/manage.h"
#include "shop.h"
#include "web/web.h"

namespace admin {

inline constexpr std::size_t kMostRows = 120;  // of attributes, blank ones included

/// What was typed, the price as text.
struct ProductFields {
  catalog::ProductDraft draft{};
  std::string price{};
};

/// A sale as it was typed, with what is wrong with it.
struct SaleFields {
  std::string price{};
  std::string starts{};
  std::string ends{};
};

struct ProductView {
  const web::Form& form;
  const catalog::EditableProduct* product = nullptr;  // nullptr: a new one
  ProductFields fields{};
  int version = 0;
  std::size_t rows = 0;  // of attributes
  SaleFields sale{};
  bool more = false;  // only more rows were asked for: problems do not show yet
};

/// The whole page; status 422 when something was refused.
web::Response show_product_form(const web::Request& request, Shop& shop, const ProductView& view);

/// What was typed again, with more blank rows for attributes; nothing is saved.
web::Response show_more_rows(const web::Request& request, Shop& shop, ProductView view);

}  // namespace admin
