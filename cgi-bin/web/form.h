/// form.h - reading what visitors typed.
///
/// Two kinds: form_…() for values that our own pages made (hidden ids, buttons); anything strange
/// there throws BadRequest. Form for values that people type: problems are collected, one sentence
/// each, and the page shows them beside the field with what was typed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http_error.h"
#include "web/request.h"
#include "web/template.h"

namespace web {

/// One whole number within [least, most]; BadRequest when it is missing, doubled or no such number.
std::int64_t form_integer(const Request& request, std::string_view name, std::int64_t least,
                          std::int64_t most);

/// One text of at most `most` characters; BadRequest when it is missing, doubled or longer.
std::string form_text(const Request& request, std::string_view name, std::size_t most);

/// A form that people fill in. JsonForm (json_form.h) reads the same from a JSON body.
class Form {
 public:
  explicit Form(const Request& request) : Form(request, request.form) {}

  /// The trimmed text; a problem when it is empty (if `required`), doubled, longer than `most`
  /// characters, or holds control characters.
  std::string text(std::string_view field, std::size_t most, bool required);
  /// As text(), but line ends are kept.
  std::string lines(std::string_view field, std::size_t most, bool required);
  /// A secret as typed, not trimmed.
  std::string password(std::string_view field);
  bool checked(std::string_view field) const;
  std::int64_t integer(std::string_view field, std::int64_t least, std::int64_t most);

  void add_problem(std::string_view field, Message message);
  /// As sent, untouched; empty when it was not.
  const std::string& value(std::string_view field) const { return fields_.get(field); }
  /// True when the field was sent, whatever it holds.
  bool has(std::string_view field) const { return fields_.has(field); }
  /// As integer(), for a field that may be left out.
  std::int64_t integer(std::string_view field, std::int64_t least, std::int64_t most,
                       std::int64_t otherwise);

  bool has_problems() const { return !problems_.empty(); }
  bool has_problem(std::string_view field) const;
  const std::vector<FieldProblem>& problems() const { return problems_; }

  /// Fills the page's include {{>PROBLEMS}} with the summary, and beside each field the section
  /// <FIELD>_ERROR (upper case) holding <FIELD>_ERROR_TEXT. A field's id is its name.
  void fill_problems(ctemplate::TemplateDictionary& page) const;

 protected:
  enum class Type { text, number, other };  // what a JSON field held; forms hold text only
  Form(const Request& request, const Fields& fields) : request_(request), fields_(fields) {}
  void note_type(const std::string& field, Type type) { types_.emplace_back(field, type); }

 private:
  std::string read(std::string_view field, std::size_t most, bool required, bool lines);
  bool has_type(std::string_view field, Type wanted) const;

  const Request& request_;
  const Fields& fields_;
  std::vector<std::pair<std::string, Type>> types_;  // empty for forms
  std::vector<FieldProblem> problems_;
};

}  // namespace web
