#include "catalog/product_json_view.h"

#include "web/json_list.h"

namespace catalog {

namespace {

/// All but the bracket at the end.
void begin_product(web::JsonText& json, const web::Site& site, const ProductCard& card,
                   const ProductTexts& texts) {
  json.open('{').key("id").number(card.id);
  json.key("name").text(card.name).key("slug").text(card.slug);
  json.key("description").text(texts.description);
  json.key("category").text(texts.category).key("category_slug").text(texts.category_slug);
  json.key("brand").text(card.brand);
  json.money("price", card.price);
  // What it costs without the sale that runs.
  json.key("regular_price");
  json.text_or_null(card.regular_price ? to_decimal(*card.regular_price) : std::string());
  json.key("currency").text(site.currency).key("in_stock").number(card.in_stock);
  const int tenths = rating_tenths(card.rating_sum, card.review_count);
  json.key("rating");
  if (tenths == 0) {
    json.null();
  } else {
    json.raw(std::to_string(tenths / 10) + "." + std::to_string(tenths % 10));
  }
  json.key("review_count").number(card.review_count);
  json.key("image_url").text(web::absolute_url(site, picture_url(card.image)));
  json.key("url").text(web::absolute_url(site, product_path(card.id, card.slug)));
}

}  // namespace

void add_product(web::JsonText& json, const web::Site& site, const ProductCard& card,
                 const ProductTexts& texts) {
  begin_product(json, site, card, texts);
  json.close('}');
}

void add_product(web::JsonText& json, const web::Site& site, const Product& product) {
  begin_product(json, site, product,
                {product.description, product.category().name, product.category().slug});
  json.key("sku").text(product.sku).key("attributes").open('[');
  for (const Attribute& attribute : product.attributes) {
    json.open('{').key("name").text(attribute.name).key("value").text(attribute.value).close('}');
  }
  json.close(']').key("images").open('[');
  for (const Picture& picture : product.pictures) {
    json.open('{').key("url").text(web::absolute_url(site, picture_url(picture.file)));
    json.key("alt").text(picture.alt.empty() ? product.name : picture.alt).close('}');
  }
  json.close(']').close('}');
}

web::Json to_json(const web::Site& site, const ProductCard& card, const ProductTexts& texts) {
  web::JsonText json;
  add_product(json, site, card, texts);
  return web::Json::parse(json.str());
}

web::Json to_json(const web::Site& site, const Product& product) {
  web::JsonText json;
  add_product(json, site, product);
  return web::Json::parse(json.str());
}

web::Json to_json(const Review& review) {
  return {{"id", review.id},
          {"author", review.author},
          {"rating", review.stars},
          {"title", review.title},
          {"comment", review.body},
          {"verified", review.verified},
          {"created_at", to_iso(review.created_at)}};
}

web::Json products_json(const web::Site& site, db::Connection& db,
                        std::span<const ProductCard* const> cards) {
  std::vector<std::int64_t> ids;
  ids.reserve(cards.size());
  for (const ProductCard* card : cards) ids.push_back(card->id);
  const auto texts = find_product_texts(db, ids);
  web::Json items = web::Json::array();
  for (const ProductCard* card : cards) {
    const auto found = texts.find(card->id);
    // Withdrawn a moment ago: it is no longer there.
    if (found != texts.end()) items.push_back(to_json(site, *card, found->second));
  }
  return items;
}

web::Json products_json(const web::Site& site, db::Connection& db,
                        std::span<const ProductCard> cards) {
  std::vector<const ProductCard*> pointers;
  pointers.reserve(cards.size());
  for (const ProductCard& card : cards) pointers.push_back(&card);
  return products_json(site, db, std::span<const ProductCard* const>(pointers));
}

}  // namespace catalog
