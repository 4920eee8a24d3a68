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

#include "web/request.h"
#include "web/template.h"

namespace web {

/// One whole number within [least, most]; BadRequest when it is missing, doubled or no such number.
std::int64_t form_integer(const Request& request, std::string_view name, std::int64_t least,
                          std::int64_t most);

/// One text of at most `most` characters; BadRequest when it is missing, doubled or longer.
std::string form_text(const Request& request, std::string_view name, std::size_t most);

struct FieldProblem {
  std::string field{};
  Message message{};
};

/// A form that people fill in.
class Form {
 public:
  explicit Form(const Request& request) : request_(request) {}

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
  bool has_problems() const { return !problems_.empty(); }
  bool has_problem(std::string_view field) const;
  const std::vector<FieldProblem>& problems() const { return problems_; }

  /// Fills the page's include {{>PROBLEMS}} with the summary, and beside each field the section
  /// <FIELD>_ERROR (upper case) holding <FIELD>_ERROR_TEXT. A field's id is its name.
  void fill_problems(ctemplate::TemplateDictionary& page) const;

 private:
  std::string read(std::string_view field, std::size_t most, bool required, bool lines);

  const Request& request_;
  std::vector<FieldProblem> problems_;
};

}  // namespace web
