#include <algorithm>

#include "chat.sql.h"
#include "chat/act.h"

namespace chat {
namespace {

constexpr std::size_t kTold = 6;  // attributes, or products

}  // namespace

void say_hints(const Asking& asking, Answer& answer, const std::vector<FoundProduct>& products) {
  std::vector<std::int64_t> ids;
  for (const FoundProduct& product : products) ids.push_back(product.id);
  std::size_t told = 0;
  for (const db::Row row : asking.db.run(sql::chat::attribute_values, db::array_of(ids),
                                         db::array_of(asking.meaning.hints))) {
    if (told++ == kTold) return;
    const std::string id = row.string("id");
    const std::string source = "product_attribute " + id + " " + row.string("name");
    answer.say("answer.attribute", {{row.string("product_name"), "product " + id + " name"},
                                    {row.string("name"), source},
                                    {row.string("value"), source}});
  }
}

void say_what_is_known(const Asking& asking, Answer& answer, const FoundProduct& product) {
  const std::vector<std::int64_t> ids{product.id};
  std::string all;
  std::size_t told = 0;
  for (const db::Row row : asking.db.run(sql::chat::attributes_of, db::array_of(ids))) {
    if (told++ == kTold) break;
    all += (all.empty() ? "" : "; ") + row.string("name") + ": " + row.string("value");
  }
  if (all.empty()) return;
  answer.say("answer.what_is_known",
             {name_of(product), {all, "product_attribute " + std::to_string(product.id)}});
}

}  // namespace chat
