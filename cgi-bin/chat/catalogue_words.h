/// catalogue_words.h - keeps vocabulary and assortment equal to the catalogue.
///
/// Source: tables category, brand, product, product_attribute, search_rule, answer_template;
/// queries
///         in sql/queries/chat.sql. What changed in them tells catalog/changes.h.
#pragma once

#include <string>
#include <unordered_set>

#include "catalog/changes.h"
#include "chat/assortment.h"
#include "chat/phrases.h"
#include "chat/shop_words.h"
#include "chat/vocabulary.h"
#include "db/db.h"

namespace chat {

class CatalogueWords {
 public:
  /// `phrases` must outlive this.
  explicit CatalogueWords(const Phrases& phrases);
  CatalogueWords(const CatalogueWords&) = delete;
  CatalogueWords& operator=(const CatalogueWords&) = delete;

  /// Reads what changed since the last call: one cheap query when nothing did. Words of products
  /// that were withdrawn stay known until the process ends; they merely find nothing.
  const Vocabulary& refresh(db::Connection& db);
  /// As of the last refresh().
  const Vocabulary& vocabulary() const { return vocabulary_; }
  /// Its products, as of the last refresh().
  const Assortment& assortment() const { return assortment_; }
  /// What the shopkeeper taught, as of the last refresh().
  const ShopWords& shop() const { return shop_; }

 private:
  void forget();
  void read_all(db::Connection& db);
  void read_shop(db::Connection& db);
  void read_places(db::Connection& db);
  void learn(db::Connection& db, const catalog::News& news);
  void put(const db::Row& row);

  const Phrases& phrases_;
  catalog::Changes changes_;
  Vocabulary vocabulary_;
  Assortment assortment_;
  std::unordered_set<std::string> pairs_;  // attributes that the vocabulary knows
  ShopWords shop_;
};

}  // namespace chat
