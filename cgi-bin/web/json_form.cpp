#include "web/json_form.h"

namespace web {
namespace {

const Json kNothing;

}  // namespace

JsonForm::JsonForm(const Request& request, Json object, std::string prefix)
    : detail::JsonFields{std::move(object), {}},
      Form(request, detail::JsonFields::fields),
      request_(request),
      prefix_(std::move(prefix)) {
  for (const auto& [name, value] : json().items()) {
    if (value.is_null()) continue;
    const bool is_text = value.is_string();
    const bool is_number = value.is_number_integer() || value.is_number_unsigned();
    detail::JsonFields::fields.add(name, is_text ? value.get<std::string>() : value.dump());
    note_type(name, is_text ? Type::text : is_number ? Type::number : Type::other);
  }
}

const Json& JsonForm::value(std::string_view field) const {
  const auto found = json().find(field);
  return found == json().end() ? kNothing : *found;
}

std::string JsonForm::value_text(std::string_view field) const {
  const Json& held = value(field);
  if (held.is_string()) return held.get<std::string>();
  return held.is_number() ? held.dump() : std::string();
}

bool JsonForm::boolean(std::string_view field, bool otherwise) {
  const Json& held = value(field);
  if (held.is_null()) return otherwise;
  if (held.is_boolean()) return held.get<bool>();
  add_problem(field, {"json.not_boolean"});
  return otherwise;
}

std::unique_ptr<JsonForm> JsonForm::object(std::string_view field) {
  const Json& held = value(field);
  if (!held.is_null() && !held.is_object()) add_problem(field, {"json.not_object"});
  return std::make_unique<JsonForm>(request_, held.is_object() ? held : Json::object(),
                                    prefix_ + std::string(field) + ".");
}

std::vector<std::unique_ptr<JsonForm>> JsonForm::objects(std::string_view field, std::size_t most) {
  std::vector<std::unique_ptr<JsonForm>> parts;
  const Json& held = value(field);
  if (!held.is_array() || held.empty() || held.size() > most) {
    add_problem(field, {"json.not_list", {std::to_string(most)}});
    return parts;
  }
  for (const Json& item : held) {
    const std::string place = std::string(field) + "." + std::to_string(parts.size());
    if (!item.is_object()) add_problem(place, {"json.not_object"});
    parts.push_back(std::make_unique<JsonForm>(request_, item.is_object() ? item : Json::object(),
                                               prefix_ + place + "."));
  }
  return parts;
}

void JsonForm::add_problems_of(const JsonForm& part) {
  for (const FieldProblem& problem : part.problems()) {
    add_problem(part.prefix_ + problem.field, problem.message);
  }
}

void JsonForm::require_good() const {
  if (has_problems()) throw BadFields(problems());
}

}  // namespace web
