/// csv_response.h - a list as a CSV file to be taken away, and who may take which.
#pragma once

#include <string>
#include <string_view>

#include "web/response.h"
#include "web/visitor.h"

namespace web {

/// The beginning of a CSV file that is called `name` + ".csv": lines go into body or stream.
inline Response csv_response(const std::string& name) {
  Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
  return response;
}

/// Visitor::may() by the permission's name; false for a name that is none.
inline bool may_by_name(const Visitor& visitor, std::string_view name) {
  for (const auto& [known, permission] : kPermissions) {
    if (known == name) return visitor.may(permission);
  }
  return false;
}

}  // namespace web
