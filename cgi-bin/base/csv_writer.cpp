#include "base/csv_writer.h"

namespace {

bool is_number(std::string_view field) {
  if (field.starts_with('-')) field.remove_prefix(1);
  if (field.empty() || field.front() == '.') return false;
  return field.find_first_not_of("0123456789.") == std::string_view::npos &&
         field.find('.') == field.rfind('.');
}

bool is_formula(std::string_view field) {
  constexpr std::string_view kStarts = "=+-@\t\r\n";
  return !field.empty() && kStarts.find(field.front()) != std::string_view::npos &&
         !is_number(field);
}

void add_field(std::string& text, std::string_view field) {
  const bool is_quoted =
      is_formula(field) || field.find_first_of(",;\"\r\n") != std::string_view::npos;
  if (!is_quoted) {
    text += field;
    return;
  }
  text += '"';
  if (is_formula(field)) text += '\'';
  for (const char c : field) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

template <class Fields>
void add_line(std::string& text, const Fields& fields) {
  bool is_first = true;
  for (const std::string_view field : fields) {
    if (!is_first) text += ',';
    is_first = false;
    add_field(text, field);
  }
  text += "\r\n";
}

}  // namespace

void add_csv_line(std::string& text, std::initializer_list<std::string_view> fields) {
  add_line(text, fields);
}

void add_csv_line(std::string& text, std::span<const std::string> fields) {
  add_line(text, fields);
}
