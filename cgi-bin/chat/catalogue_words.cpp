#include "chat/catalogue_words.h"

#include "base/text.h"
#include "chat.sql.h"

namespace chat {
namespace {

std::vector<std::int64_t> to_ids(std::string_view text) {
  std::vector<std::int64_t> ids;
  for (const std::string_view part : split(text, ',')) {
    if (const auto id = to_integer(part)) ids.push_back(*id);
  }
  return ids;
}

}  // namespace

CatalogueWords::CatalogueWords(const Phrases& phrases) {
  for (const std::string& word : phrases.words()) vocabulary_.add_word(word);
}

const Vocabulary& CatalogueWords::refresh(db::Connection& db) {
  // The mark is taken before reading: what changes meanwhile is read twice rather than never.
  const auto mark = db.first(sql::chat::catalogue_mark);
  if (mark_ != "0" && db.run(sql::chat::catalogue_changes, mark_).empty()) return vocabulary_;
  for (const db::Row row : db.run(sql::chat::catalogue_categories)) {
    vocabulary_.add_category(row.text("name"), to_ids(row.text("ids")));
  }
  for (const db::Row row : db.run(sql::chat::catalogue_brands)) {
    vocabulary_.add_brand(row.text("name"), row.integer("id"));
  }
  for (const db::Row row : db.run(sql::chat::catalogue_attributes, mark_)) {
    vocabulary_.add_attribute(row.text("name"), row.text("value"));
  }
  for (const db::Row row : db.run(sql::chat::catalogue_names, mark_)) {
    vocabulary_.add_product(row.text("name"), row.integer("id"));
  }
  mark_ = mark->string("mark");
  return vocabulary_;
}

}  // namespace chat
