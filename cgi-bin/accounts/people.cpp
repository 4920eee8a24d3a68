#include "accounts/people.h"

#include "base/text.h"
#include "people.sql.h"

namespace accounts {
namespace {

Account to_account(const db::Row& row) {
  return {
      .id = row.integer("id"),
      .username = row.string("username"),
      .role = row.string("role"),
      .session_epoch = row.small("session_epoch"),
      .created_at = row.instant("created_at"),
      .profile = {.email = row.string("email"),
                  .first_name = row.string("first_name"),
                  .last_name = row.string("last_name"),
                  .phone = row.string("phone"),
                  .street = row.string("street"),
                  .postal_code = row.string("postal_code"),
                  .city = row.string("city"),
                  .country = row.string("country")},
  };
}

}  // namespace

PeoplePage list_people(db::Connection& db, const PeopleFilter& filter, std::int64_t after,
                       int limit) {
  db::Pipeline pipeline(db);
  const int rows =
      pipeline.add(sql::people::accounts_after, after, filter.words, filter.role, limit + 1);
  const int count = pipeline.add(sql::people::count_accounts, filter.words, filter.role);
  pipeline.run();
  PeoplePage page;
  for (const db::Row row : pipeline.take(rows)) page.people.push_back(to_account(row));
  page.has_more = std::ssize(page.people) > limit;
  if (page.has_more) page.people.pop_back();
  page.total = pipeline.take(count)[0].integer("accounts");
  return page;
}

bool set_role(db::Connection& db, std::int64_t id, const std::string& role,
              const std::vector<std::string>& permissions) {
  db::Transaction transaction(db);
  const bool done =
      db.first(sql::people::set_role, id, role, db::array_of(permissions)).has_value();
  transaction.commit();
  return done;
}

std::vector<std::string> permissions_of(db::Connection& db, std::int64_t id) {
  std::vector<std::string> permissions;
  const auto row = db.first(sql::people::permissions_of, id);
  if (!row) return permissions;
  for (const std::string_view name : split(row->text("permissions"), ' ')) {
    if (!name.empty()) permissions.emplace_back(name);
  }
  return permissions;
}

}  // namespace accounts
