#include "web/json_list.h"

#include "base/text.h"

namespace web {

std::string QueryForm::sent(std::string_view field) {
  return text(field, 40, false);
}

std::optional<Instant> QueryForm::moment(std::string_view field) {
  const std::string text = sent(field);
  if (text.empty()) return std::nullopt;
  const auto moment = parse_instant(text.size() == 10 ? text + "T00:00:00Z" : text);
  if (!moment) add_problem(field, {"json.not_moment"});
  return moment;
}

bool QueryForm::flag(std::string_view field) const {
  return checked(field) && (value(field) == "1" || value(field) == "true");
}

void QueryForm::require_good() const {
  if (has_problems()) throw BadFields(problems());
}

ListWish read_list(QueryForm& query) {
  ListWish wish;
  const char* size = query.has("per_page") ? "per_page" : "limit";
  wish.per_page = static_cast<int>(query.integer(size, 1, 100, wish.per_page));
  wish.after = query.integer("after", 1, INT64_MAX, 0);
  return wish;
}

std::string next_address(const Request& request, std::int64_t next_key) {
  std::string address = request.path;
  char before = '?';
  for (const auto& [name, value] : request.query.entries()) {
    if (name == "after") continue;
    address += before + url_encoded(name) + "=" + url_encoded(value);
    before = '&';
  }
  return address + before + "after=" + std::to_string(next_key);
}

Json list_answer(const Request& request, Json items, std::int64_t total, std::int64_t next_key) {
  Json next = nullptr;
  if (next_key != 0) next = next_address(request, next_key);
  return {{"items", std::move(items)}, {"total", total}, {"next", std::move(next)}};
}

void put_money(Json& object, const std::string& name, Money amount) {
  object[name] = to_decimal(amount);
  object[name + "_cents"] = amount.cents;
}

Json to_json(const std::optional<Instant>& moment) {
  return moment ? Json(to_iso(*moment)) : Json(nullptr);
}

std::string absolute_url(const Site& site, std::string_view path) {
  return site.base_url + std::string(path);
}

}  // namespace web
