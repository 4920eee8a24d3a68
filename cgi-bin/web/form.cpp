#include "web/form.h"

#include "_problems.tpl.varnames.h"
#include "base/text.h"
#include "web/http_error.h"

namespace web {
namespace {

const std::string& single(const Request& request, std::string_view name) {
  if (request.form.count(name) != 1) {
    throw BadRequest("field '" + std::string(name) + "' must come once");
  }
  return request.form.get(name);
}

bool has_control_characters(std::string_view text, bool lines) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0x7F) return true;
    if (byte < 0x20 && !(lines && (c == '\n' || c == '\t'))) return true;
  }
  return false;
}

std::string upper(std::string_view name) {
  std::string result(name);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

}  // namespace

std::int64_t form_integer(const Request& request, std::string_view name, std::int64_t least,
                          std::int64_t most) {
  const auto number = to_integer(trimmed(single(request, name)), least, most);
  if (!number) throw BadRequest("field '" + std::string(name) + "' is out of range");
  return *number;
}

std::string form_text(const Request& request, std::string_view name, std::size_t most) {
  const std::string& text = single(request, name);
  if (count_characters(text) > most)
    throw BadRequest("field '" + std::string(name) + "' is too long");
  return text;
}

std::string Form::read(std::string_view field, std::size_t most, bool required, bool lines) {
  if (fields_.count(field) > 1) {
    add_problem(field, {"form.doubled"});
    return {};
  }
  if (!has_type(field, Type::text)) {
    add_problem(field, {"json.not_text"});
    return {};
  }
  std::string text;
  for (const char c : trimmed(fields_.get(field))) {
    if (c != '\r') text += c;  // browsers send CRLF for a line end
  }
  if (text.empty() && required) add_problem(field, {"form.required"});
  if (count_characters(text) > most) add_problem(field, {"form.too_long", {std::to_string(most)}});
  if (has_control_characters(text, lines)) add_problem(field, {"form.control_characters"});
  return text;
}

std::string Form::text(std::string_view field, std::size_t most, bool required) {
  return read(field, most, required, false);
}

std::string Form::lines(std::string_view field, std::size_t most, bool required) {
  return read(field, most, required, true);
}

std::string Form::password(std::string_view field) {
  if (fields_.count(field) > 1) add_problem(field, {"form.doubled"});
  if (!has_type(field, Type::text)) add_problem(field, {"json.not_text"});
  return fields_.get(field);
}

bool Form::checked(std::string_view field) const {
  return fields_.has(field);
}

std::int64_t Form::integer(std::string_view field, std::int64_t least, std::int64_t most) {
  const auto number = to_integer(trimmed(fields_.get(field)), least, most);
  if (number && fields_.count(field) == 1 && has_type(field, Type::number)) return *number;
  add_problem(field, {"form.number", {std::to_string(least), std::to_string(most)}});
  return least;
}

std::int64_t Form::integer(std::string_view field, std::int64_t least, std::int64_t most,
                           std::int64_t otherwise) {
  return has(field) ? integer(field, least, most) : otherwise;
}

bool Form::has_type(std::string_view field, Type wanted) const {
  for (const auto& [name, type] : types_) {
    if (name == field) return type == wanted;
  }
  return true;
}

void Form::add_problem(std::string_view field, Message message) {
  // One sentence a field: the first problem is the one to mend first.
  if (!has_problem(field)) problems_.push_back({std::string(field), std::move(message)});
}

bool Form::has_problem(std::string_view field) const {
  for (const FieldProblem& problem : problems_) {
    if (problem.field == field) return true;
  }
  return false;
}

void Form::fill_problems(ctemplate::TemplateDictionary& page) const {
  if (problems_.empty()) return;
  auto& summary = *page.AddIncludeDictionary("PROBLEMS");
  summary.SetFilename("web/_problems.tpl");
  for (const FieldProblem& problem : problems_) {
    const std::string sentence = request_.say(problem.message);
    auto& line = *summary.AddSectionDictionary(k_p_PROBLEM_LINE);
    line.SetValue(k_p_PROBLEM_LINE_FIELD, problem.field);
    line.SetValue(k_p_PROBLEM_LINE_TEXT, sentence);
    const std::string section = upper(problem.field) + "_ERROR";
    page.AddSectionDictionary(section)->SetValue(section + "_TEXT", sentence);
  }
}

}  // namespace web
