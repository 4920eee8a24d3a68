/// catalogue_words.h - keeps the vocabulary equal to the catalogue.
///
/// Source: tables category, brand, product, product_attribute; product.changed_xid tells what to
///         read again. Queries in sql/queries/chat.sql.
#pragma once

#include <string>

#include "chat/phrases.h"
#include "chat/vocabulary.h"
#include "db/db.h"

namespace chat {

class CatalogueWords {
 public:
  explicit CatalogueWords(const Phrases& phrases);

  /// Reads what changed since the last call: one cheap query when nothing did. Words of products
  /// that were withdrawn stay known until the process ends; they merely find nothing.
  const Vocabulary& refresh(db::Connection& db);

 private:
  Vocabulary vocabulary_;
  std::string mark_ = "0";  // all changes of earlier transactions are in
};

}  // namespace chat
