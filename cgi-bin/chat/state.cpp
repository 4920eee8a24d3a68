#include "chat/state.h"

#include <nlohmann/json.hpp>

namespace chat {
namespace {

using Json = nlohmann::json;

Json to_json(const Need& need) {
  Json pairs = Json::array();
  for (const Pair& pair : need.pairs) pairs.push_back({pair.name, pair.value});
  return {{"text", need.text}, {"categories", need.categories}, {"brands", need.brands},
          {"pairs", pairs},    {"products", need.products},     {"names", need.names},
          {"deep", need.deep}, {"unwanted", need.unwanted},     {"kind", need.kind}};
}

Need to_need(const Json& json) {
  Need need{.text = json.at("text"),
            .categories = json.at("categories"),
            .brands = json.at("brands"),
            .products = json.at("products"),
            .names = json.at("names"),
            .deep = json.at("deep"),
            .unwanted = json.at("unwanted"),
            .kind = json.value("kind", false)};
  for (const Json& pair : json.at("pairs")) need.pairs.push_back({pair.at(0), pair.at(1)});
  return need;
}

Json to_json(const Wish& wish) {
  Json needs = Json::array();
  for (const Need& need : wish.needs) needs.push_back(to_json(need));
  Json json = {{"needs", needs},          {"in_stock", wish.in_stock},
               {"on_sale", wish.on_sale}, {"sort", static_cast<int>(wish.sort)},
               {"limit", wish.limit},     {"skip", wish.skip}};
  if (wish.price_from) json["price_from"] = wish.price_from->cents;
  if (wish.price_to) json["price_to"] = wish.price_to->cents;
  return json;
}

Wish to_wish(const Json& json) {
  Wish wish{.in_stock = json.at("in_stock"),
            .on_sale = json.value("on_sale", false),
            .sort = static_cast<Sort>(json.at("sort").get<int>()),
            .limit = json.at("limit"),
            .skip = json.at("skip")};
  for (const Json& need : json.at("needs")) wish.needs.push_back(to_need(need));
  if (json.contains("price_from")) wish.price_from = Money{json.at("price_from")};
  if (json.contains("price_to")) wish.price_to = Money{json.at("price_to")};
  return wish;
}

}  // namespace

std::string to_text(const State& state) {
  const Json json = {{"wish", to_json(state.wish)},  {"previous", to_json(state.previous)},
                     {"shown", state.shown},         {"subject", state.subject},
                     {"lowest", state.lowest.cents}, {"highest", state.highest.cents},
                     {"asked", state.asked},         {"asked_quantity", state.asked_quantity}};
  return json.dump();
}

State to_state(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    return {.wish = to_wish(json.at("wish")),
            .previous = to_wish(json.at("previous")),
            .shown = json.at("shown"),
            .subject = json.at("subject"),
            .lowest = Money{json.at("lowest")},
            .highest = Money{json.at("highest")},
            .asked = json.value("asked", ""),
            .asked_quantity = json.value("asked_quantity", 0)};
  } catch (const Json::exception&) {
    return {};  // empty, or written by another version: the dialogue starts anew
  }
}

}  // namespace chat
