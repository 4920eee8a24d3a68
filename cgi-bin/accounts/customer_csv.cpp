#include "accounts/customer_csv.h"

#include <algorithm>
#include <array>

#include "accounts/account_rules.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "csv_imports.sql.h"
#include "customers_csv.sql.h"

namespace accounts {
namespace {

namespace queries = sql::customers_csv;
namespace shared = sql::csv_imports;

enum Column : std::size_t {
  email,
  first_name,
  last_name,
  phone,
  street,
  postal_code,
  city,
  country,
  username,
  created_at
};
constexpr std::array<std::string_view, 10> kNames = {
    "email",       "first_name", "last_name", "phone",    "street",
    "postal_code", "city",       "country",   "username", "created_at"};
constexpr std::array<std::string_view, 1> kNeeded = {"email"};

struct TextColumn {
  Column column;
  std::size_t most;  // characters, as in the forms
};
constexpr std::array<TextColumn, 6> kTexts = {{{first_name, kLongestName},
                                               {last_name, kLongestName},
                                               {phone, kLongestPhone},
                                               {street, kLongestStreet},
                                               {postal_code, kLongestPostalCode},
                                               {city, kLongestName}}};

bool is_country_code(std::string_view text) {
  return text.size() == 2 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

class CustomerFile {
 public:
  CustomerFile(db::Connection& db, std::string_view bytes)
      : db_(db), file_(bytes, {.names = kNames, .needed = kNeeded}) {}

  const CsvReport& check(Instant now) {
    db_.run(shared::patience);
    db_.run_script(queries::forget_incoming.text);
    db_.run_script(queries::make_incoming.text);
    copy_rows();
    db_.run_script(queries::analyze_incoming.text);
    db_.run(queries::lock_customers);
    db_.run(queries::judge, now);
    read_verdicts();
    return report();
  }

  void apply(const CsvImport& import, Instant now) {
    const std::int64_t id =
        db_.first(shared::record_import, "customers", import.file_name, import.account_id, now,
                  report().created, report().changed, report().bad)
            ->integer("id");
    const std::string actor = db_.first(shared::quiet_audit)->string("actor");
    db_.run(queries::keep_before, id);
    db_.run(queries::create_new, now);
    db_.run(queries::change_known);
    db_.run(queries::keep_after, id);
    db_.run(shared::loud_audit, actor);
    report().import_id = id;
  }

  CsvReport& report() { return file_.report(); }

 private:
  /// Why the row at hand is left out; nothing when it can be used.
  const char* problem(std::string_view& detail, std::optional<Instant>& since) {
    detail = file_.cell(email);
    if (detail.empty() || count_characters(detail) > kLongestEmail ||
        has_control_characters(detail)) {
      return "email";
    }
    for (const TextColumn& text : kTexts) {
      detail = file_.cell(text.column);
      if (count_characters(detail) > text.most || has_control_characters(detail)) return "text";
    }
    detail = file_.cell(country);
    if (!detail.empty() && !is_country_code(detail)) return "country";
    detail = file_.cell(created_at);
    since = moment_in(detail);
    if (!detail.empty() && !since) return "created_at";
    return nullptr;
  }

  void copy_rows() {
    db::CopyIn copy(db_, queries::copy_incoming);
    while (file_.next()) {
      std::string_view detail;
      std::optional<Instant> since;
      if (const char* code = problem(detail, since)) {
        file_.fail(code, detail);
        continue;
      }
      std::optional<std::string> name;
      if (!file_.cell(username).empty()) name = std::string(file_.cell(username));
      // New customers must fit the rules; who is here already may come from before them.
      const bool is_fine_name = !name || is_username(*name);
      copy.row(file_.line(), file_.cell(email), has_email_shape(file_.cell(email)), name,
               is_fine_name, file_.maybe(first_name), file_.maybe(last_name), file_.maybe(phone),
               file_.maybe(street), file_.maybe(postal_code), file_.maybe(city),
               file_.maybe(country), since);
    }
    copy.finish();
  }

  void read_verdicts() {
    for (const db::Row row : db_.run(queries::verdicts)) {
      report().count(row.text("verdict"), row.integer("rows"));
    }
    for (const db::Row row : db_.run(queries::bad_rows, kRowsShown)) {
      const bool names_user = row.text("verdict").starts_with("username");
      report().add_problem(row.integer("line"), row.string("verdict"),
                           row.text(names_user ? "username" : "email"));
    }
    report().sort_problems();
    for (const db::Row row : db_.run(queries::changes, kRowsShown)) {
      report().add_change(row.integer("line"), row.string("email"), row.string("field"),
                          row.text("before"), row.text("after"));
    }
  }

  db::Connection& db_;
  CsvFile file_;
};

CsvReport try_to_import(db::Connection& db, std::string_view bytes, const CsvImport& import,
                        Instant now) {
  db::Transaction transaction(db);
  CustomerFile file(db, bytes);
  const CsvReport& report = file.check(now);
  if (!import.dry_run && report.created + report.changed > 0) {
    file.apply(import, now);
    transaction.commit();
  }
  return report;
}

}  // namespace

CsvReport import_customers(db::Connection& db, std::string_view bytes, const CsvImport& import,
                           Instant now) {
  try {
    return try_to_import(db, bytes, import, now);
  } catch (const db::ConstraintError&) {
    // Somebody registered with such a name or address a moment ago: the second look sees him.
    return try_to_import(db, bytes, import, now);
  }
}

CsvUndone undo_customers(db::Connection& db, std::int64_t import_id, Instant) {
  db.run(shared::patience);
  const std::int64_t all = db.first(queries::count_imported, import_id)->integer("customers");
  db.run(queries::lock_imported, import_id);
  const std::string actor = db.first(shared::quiet_audit)->string("actor");
  const std::int64_t changed = db.run(queries::undo_changed, import_id).affected();
  db.run(queries::look_up_by_index);
  const std::int64_t created = db.run(queries::undo_created, import_id).affected();
  db.run(shared::loud_audit, actor);
  return {changed + created, all - changed - created};
}

void export_customers(db::Connection& db, const std::function<bool(std::string_view)>& write) {
  constexpr int kRows = 1000;
  std::string text;
  add_csv_line(text, {"username", "email", "first_name", "last_name", "phone", "street",
                      "postal_code", "city", "country", "created_at"});
  std::int64_t last = 0;
  while (write(text)) {
    const db::Result rows = db.run(queries::export_customers, last, kRows);
    if (rows.empty()) return;
    text.clear();
    for (const db::Row row : rows) {
      last = row.integer("id");
      add_csv_line(text, {row.text("username"), row.text("email"), row.text("first_name"),
                          row.text("last_name"), row.text("phone"), row.text("street"),
                          row.text("postal_code"), row.text("city"), row.text("country"),
                          row.text("created_at")});
    }
  }
}

}  // namespace accounts
