#include "chat/catalogue_words.h"

#include <optional>
#include <utility>

#include "base/text.h"
#include "chat.sql.h"

namespace chat {
namespace {

// Attributes arrive as one text: values apart by these control characters, which no form lets in.
constexpr char kBetweenValues = '\x1E';
constexpr char kBetweenNameAndValue = '\x1F';

std::vector<std::int64_t> to_ids(std::string_view text) {
  std::vector<std::int64_t> ids;
  for (const std::string_view part : split(text, ',')) {
    if (const auto id = to_integer(part)) ids.push_back(*id);
  }
  return ids;
}

}  // namespace

CatalogueWords::CatalogueWords(const Phrases& phrases) : phrases_(phrases) {
  changes_.listen([this](db::Connection& db, const catalog::News& news) { learn(db, news); });
}

const Vocabulary& CatalogueWords::refresh(db::Connection& db) {
  constexpr std::size_t kMostDead = 10'000;
  if (changes_.has_begun()) changes_.catch_up(db);
  const bool is_full_of_dead = assortment_.dead() > assortment_.size() + kMostDead;
  if (!changes_.has_begun() || is_full_of_dead) read_all(db);
  return vocabulary_;
}

void CatalogueWords::forget() {
  vocabulary_ = {};
  assortment_ = {};
  pairs_.clear();
  for (const std::string& word : phrases_.words()) vocabulary_.add_word(word);
}

void CatalogueWords::read_all(db::Connection& db) {
  catalog::Changes::Moment moment = catalog::Changes::now(db);
  forget();
  read_shop(db);
  read_places(db);
  for (const db::Row row : db.run(sql::chat::catalogue_products, std::nullopt)) put(row);
  changes_.begin(std::move(moment));
}

void CatalogueWords::read_shop(db::Connection& db) {
  shop_ = ShopWords(search::list_rules(db), list_templates(db), phrases_);
}

void CatalogueWords::read_places(db::Connection& db) {
  for (const db::Row row : db.run(sql::chat::catalogue_categories)) {
    vocabulary_.add_category(row.text("name"), to_ids(row.text("ids")));
  }
  for (const db::Row row : db.run(sql::chat::catalogue_brands)) {
    vocabulary_.add_brand(row.text("name"), row.integer("id"));
  }
}

void CatalogueWords::learn(db::Connection& db, const catalog::News& news) {
  if (news.search_rules || news.answers) read_shop(db);
  // A brand is new with a product of it.
  if (news.categories || !news.products.empty()) read_places(db);
  if (news.products.empty()) return;
  for (const db::Row row : db.run(sql::chat::catalogue_products, db::array_of(news.products))) {
    put(row);
  }
}

void CatalogueWords::put(const db::Row& row) {
  const std::int64_t id = row.integer("id");
  if (row.boolean("withdrawn")) return assortment_.remove(id);
  ItemTexts texts{.name = row.string("name"), .description = row.string("description")};
  for (const std::string_view part : split(row.text("attributes"), kBetweenValues)) {
    const std::size_t cut = part.find(kBetweenNameAndValue);
    if (cut == std::string_view::npos) continue;
    texts.pairs.push_back({std::string(part.substr(0, cut)), std::string(part.substr(cut + 1))});
    if (!pairs_.emplace(part).second) continue;
    vocabulary_.add_attribute(texts.pairs.back().name, texts.pairs.back().value);
  }
  const bool is_new = assortment_.put({.id = id,
                                       .category = row.integer("category_id"),
                                       .brand = row.integer("brand_id"),
                                       .price = row.money("price_cents"),
                                       .in_stock = row.small("in_stock"),
                                       .on_sale = row.boolean("on_sale"),
                                       .sold = row.integer("sold_count"),
                                       .rating_sum = row.integer("rating_sum"),
                                       .review_count = row.small("review_count"),
                                       .created = row.integer("created")},
                                      texts);
  if (is_new) vocabulary_.add_product(texts.name, id);
}

}  // namespace chat
