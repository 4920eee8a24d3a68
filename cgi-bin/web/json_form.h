/// json_form.h - a JSON body read like a form: the same rules, the same sentences.
///
///   web::JsonForm form(request);
///   const std::string text = form.text("text", 2000, true);
///   form.require_good();                       // 422 with every problem
///
/// Fields that nobody asks for are ignored; null is the same as left out. Texts must be JSON texts,
/// numbers JSON numbers without a fraction.
#pragma once

#include <memory>
#include <vector>

#include "web/form.h"
#include "web/json.h"

namespace web {

namespace detail {
/// Made before the Form that reads it.
struct JsonFields {
  Json json{};
  Fields fields{};
};
}  // namespace detail

class JsonForm : private detail::JsonFields, public Form {
 public:
  /// Throws as json_body() does.
  explicit JsonForm(const Request& request) : JsonForm(request, json_body(request)) {}
  /// Of a part of a body; its problems are told as "prefix.field".
  JsonForm(const Request& request, Json object, std::string prefix = {});
  JsonForm(const JsonForm&) = delete;
  JsonForm& operator=(const JsonForm&) = delete;

  const Json& json() const { return detail::JsonFields::json; }
  /// The value of a field, null when it was left out.
  const Json& value(std::string_view field) const;
  /// A text or a number as it was written; empty for anything else.
  std::string value_text(std::string_view field) const;
  bool boolean(std::string_view field, bool otherwise);
  /// The object in a field; an empty one when it was left out. Anything else is a problem.
  std::unique_ptr<JsonForm> object(std::string_view field);
  /// The objects in the list of a field, at most `most`; a problem when it is no such list.
  std::vector<std::unique_ptr<JsonForm>> objects(std::string_view field, std::size_t most);
  /// Takes over the problems of a part.
  void add_problems_of(const JsonForm& part);

  /// Throws BadFields when there is a problem.
  void require_good() const;

 private:
  const Request& request_;
  std::string prefix_;
};

}  // namespace web
