/// catalogue_words.h - keeps vocabulary and assortment equal to the catalogue.
///
/// Source: tables category, brand, product, product_attribute, search_rule, answer_template; their
///         changed_xid tells what to read again. Queries in sql/queries/chat.sql.
#pragma once

#include <string>
#include <unordered_set>

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
  const Phrases& phrases_;
  void forget();
  void read_products(db::Connection& db);
  void put(const db::Row& row);

  Vocabulary vocabulary_;
  Assortment assortment_;
  std::unordered_set<std::string> pairs_;  // attributes that the vocabulary knows
  ShopWords shop_;
  std::string mark_ = "0";  // all changes of earlier transactions are in
};

}  // namespace chat
