/// csv_writer.h - lines of a CSV file (RFC 4180) that a spreadsheet opens as text, never as
/// formulas.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

/// Appends one line. A field that a spreadsheet would read as a formula (it begins with = + - @, a
/// tab or a line end) gets an apostrophe before it; plain numbers stay numbers.
/// Source: OWASP, CSV Injection.
void add_csv_line(std::string& text, std::initializer_list<std::string_view> fields);
void add_csv_line(std::string& text, std::span<const std::string> fields);
