/// json_list.h - lists of the API: {"items", "total", "next"}, page by page behind a key.
///
///   web::QueryForm query(request);
///   const web::ListWish wish = web::read_list(query);
///   query.require_good();
///   …
///   return web::json_response(web::list_answer(request, items, total, last_key));
#pragma once

#include <cstdint>
#include <string>

#include "base/money.h"
#include "web/form.h"
#include "web/json.h"

namespace web {

/// The query of an address, read like a form.
class QueryForm : public Form {
 public:
  explicit QueryForm(const Request& request) : Form(request, request.query) {}
  /// "2026-03-01" (its first moment, UTC) or "2026-03-01T12:00:00Z"; nothing when it was not sent.
  std::optional<Instant> moment(std::string_view field);
  /// "1" and "true" are true.
  bool flag(std::string_view field) const;
  /// Throws BadFields when there is a problem.
  void require_good() const;

 private:
  std::string sent(std::string_view field);
};

struct ListWish {
  int per_page = 24;       // 1 … 100
  std::int64_t after = 0;  // the key that the last page ended with; 0: from the start
};
/// `per_page` (or `limit`) and `after`.
ListWish read_list(QueryForm& query);

/// The address of this list behind that key.
std::string next_address(const Request& request, std::int64_t next_key);

/// The whole answer. `next_key`: of the last item when more follow, 0 when it is the last page.
Json list_answer(const Request& request, Json items, std::int64_t total, std::int64_t next_key);

/// {"name": "19.99", "name_cents": 1999}
void put_money(Json& object, const std::string& name, Money amount);
/// A moment, or null.
Json to_json(const std::optional<Instant>& moment);
/// An address on this site as others must write it: with the shop's base_url, when it has one.
std::string absolute_url(const Site& site, std::string_view path);

}  // namespace web
