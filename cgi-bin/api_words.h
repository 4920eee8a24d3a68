/// api_words.h - what is said about the API beside the route table: sentences, schemas, examples.
///
/// Source: templates/api/operations.en.json (one entry a row of api_routes.cpp) and schemas.en.json
///         (JSON Schema 2020-12). Methods, paths and roles come from the table itself.
#pragma once

#include <span>
#include <string>

#include "web/json.h"
#include "web/route.h"

struct ApiWords {
  web::Json info{};
  web::Json tags{};
  web::Json operations{};  // by "GET /api/products"
  web::Json schemas{};
  web::Json parameters{};

  /// Throws std::runtime_error naming the file that cannot be read.
  static ApiWords load(const std::string& templates);

  /// The words of a row; of another row when it is only another name of that one. nullptr: none.
  const web::Json* find(const web::Route& route) const;
};

/// OpenAPI 3.1 of the JSON rows.
web::Json make_openapi(const web::Site& site, std::span<const web::Route> routes,
                       const ApiWords& words);

/// Who may use a row, in a word of the documents.
std::string role_text(web::Access access);
