#include "catalog/product_json_view.h"

#include "web/json_list.h"

namespace catalog {

web::Json to_json(const web::Site& site, const ProductCard& card, const ProductTexts& texts) {
  web::Json product{
      {"id", card.id},
      {"name", card.name},
      {"slug", card.slug},
      {"description", texts.description},
      {"category", texts.category},
      {"category_slug", texts.category_slug},
      {"brand", card.brand},
  };
  web::put_money(product, "price", card.price);
  // What it costs without the sale that runs.
  product["regular_price"] =
      card.regular_price ? web::Json(to_decimal(*card.regular_price)) : web::Json(nullptr);
  product["currency"] = site.currency;
  product["in_stock"] = card.in_stock;
  const int tenths = rating_tenths(card.rating_sum, card.review_count);
  product["rating"] = tenths == 0 ? web::Json(nullptr) : web::Json(tenths / 10.0);
  product["review_count"] = card.review_count;
  product["image_url"] = web::absolute_url(site, picture_url(card.image));
  product["url"] = web::absolute_url(site, product_path(card.id, card.slug));
  return product;
}

web::Json to_json(const web::Site& site, const Product& product) {
  const ProductTexts texts{product.description, product.category().name, product.category().slug};
  web::Json json = to_json(site, product, texts);
  json["sku"] = product.sku;
  json["attributes"] = web::Json::array();
  for (const Attribute& attribute : product.attributes) {
    json["attributes"].push_back({{"name", attribute.name}, {"value", attribute.value}});
  }
  json["images"] = web::Json::array();
  for (const Picture& picture : product.pictures) {
    json["images"].push_back({{"url", web::absolute_url(site, picture_url(picture.file))},
                              {"alt", picture.alt.empty() ? product.name : picture.alt}});
  }
  return json;
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
