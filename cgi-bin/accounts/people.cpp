#include "accounts/people.h"

#include <functional>

#include "accounts/account_rows.h"
#include "base/text.h"
#include "people.sql.h"

namespace accounts {
namespace {

std::string whole_name(const db::Row& row) {
  return std::string(trimmed(row.string("first_name") + " " + row.string("last_name")));
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

/// Locks the account as staff saw it, changes it, and turns the schema's refusals into outcomes.
ChangeOutcome change(db::Connection& db, std::int64_t id, Reach reach, const std::string& version,
                     const std::function<ChangeOutcome()>& work) {
  try {
    db::Transaction transaction(db);
    const bool is_everybody = reach == Reach::everybody;
    if (!db.first(sql::people::lock_person, id, version, is_everybody)) {
      return ChangeOutcome::changed_meanwhile;
    }
    const ChangeOutcome outcome = work();
    if (outcome == ChangeOutcome::done) transaction.commit();
    return outcome;
  } catch (const db::ConstraintError& error) {
    if (error.constraint() == "account_last_admin") return ChangeOutcome::last_admin;
    throw;
  }
}

}  // namespace

std::vector<PersonRow> list_people(db::Connection& db, const PeopleFilter& filter, int limit) {
  std::vector<PersonRow> people;
  for (const db::Row row : db.run(sql::people::people, filter.words, filter.role,
                                  filter.locked_only, limit, filter.before)) {
    people.push_back({.id = row.integer("id"),
                      .username = row.string("username"),
                      .email = row.string("email"),
                      .name = whole_name(row),
                      .role = row.string("role"),
                      .created_at = row.instant("created_at"),
                      .last_login_at = row.maybe_instant("last_login_at"),
                      .locked = row.boolean("locked"),
                      .orders = row.small("orders")});
  }
  return people;
}

AccountPage list_accounts(db::Connection& db, const AccountFilter& filter, std::int64_t after,
                          int limit) {
  db::Pipeline pipeline(db);
  const int rows =
      pipeline.add(sql::people::accounts_after, after, filter.words, filter.role, limit + 1);
  const int count = pipeline.add(sql::people::count_accounts, filter.words, filter.role);
  pipeline.run();
  AccountPage page;
  for (const db::Row row : pipeline.take(rows)) page.accounts.push_back(to_account(row));
  page.has_more = std::ssize(page.accounts) > limit;
  if (page.has_more) page.accounts.pop_back();
  page.total = pipeline.take(count)[0].integer("accounts");
  return page;
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

std::optional<Person> find_person(db::Connection& db, std::int64_t id) {
  const auto row = db.first(sql::people::person, id);
  if (!row) return std::nullopt;
  Person person;
  person.id = row->integer("id");
  person.username = row->string("username");
  person.profile = to_profile(*row);
  person.role = row->string("role");
  person.permissions = words_of(row->text("permissions"));
  person.created_at = row->instant("created_at");
  person.last_login_at = row->maybe_instant("last_login_at");
  person.locked_at = row->maybe_instant("locked_at");
  person.email_verified = row->boolean("email_verified");
  person.has_second_factor = row->boolean("has_second_factor");
  person.version = row->string("version");
  person.orders = row->small("orders");
  person.spent = row->money("spent_cents");
  person.reviews = row->small("reviews");
  person.conversations = row->small("conversations");
  return person;
}

std::vector<PersonOrder> orders_of_person(db::Connection& db, std::int64_t id, int limit) {
  std::vector<PersonOrder> orders;
  for (const db::Row row : db.run(sql::people::person_orders, id, limit)) {
    orders.push_back({row.integer("id"), row.string("number"), row.string("state"),
                      row.string("payment_state"), row.money("total_cents"),
                      row.instant("placed_at")});
  }
  return orders;
}

ChangeOutcome edit_person(db::Connection& db, std::int64_t id, Reach reach,
                          const std::string& version, const Profile& profile) {
  return change(db, id, reach, version, [&] {
    return update_profile(db, id, profile) ? ChangeOutcome::done : ChangeOutcome::email_taken;
  });
}

ChangeOutcome set_locked(db::Connection& db, std::int64_t id, Reach reach, bool locked,
                         Instant now) {
  return change(db, id, reach, "", [&] {
    db.run(sql::people::set_locked, id, locked, now);
    return ChangeOutcome::done;
  });
}

ChangeOutcome set_role(db::Connection& db, std::int64_t id, const std::string& role,
                       const std::vector<std::string>& permissions) {
  const std::vector<std::string> counted =
      role == "staff" ? permissions : std::vector<std::string>{};
  return change(db, id, Reach::everybody, "", [&] {
    db.run(sql::people::set_role, id, role, db::array_of(std::span<const std::string>(counted)));
    return ChangeOutcome::done;
  });
}

ChangeOutcome delete_person(db::Connection& db, std::int64_t id, Reach reach) {
  // No lock before delete_account takes its own, in its own order.
  const auto person = find_person(db, id);
  if (!person || (reach == Reach::customers && person->role != "customer")) {
    return ChangeOutcome::changed_meanwhile;
  }
  try {
    delete_account(db, id);
    return ChangeOutcome::done;
  } catch (const db::ConstraintError& error) {
    if (error.constraint() == "account_last_admin") return ChangeOutcome::last_admin;
    throw;
  }
}

}  // namespace accounts
