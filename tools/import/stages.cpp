#include "import/stages.h"

#include "import.sql.h"

namespace importer {

Summary in_one_transaction(db::Connection& db, const Options& options, Report& report,
                           const std::function<Summary()>& import_all) {
  db::Transaction transaction(db);
  db.run(sql::import::be_quiet);
  Summary summary = import_all();
  if (options.strict && report.bad_rows() > 0) {
    throw Refused(std::to_string(report.bad_rows()) + " bad rows and --strict");
  }
  if (!options.dry_run) transaction.commit();
  return summary;
}

void run_all(db::Connection& db, std::initializer_list<const db::Query*> queries) {
  for (const db::Query* query : queries) db.run(*query);
}

void make_stages(db::Connection& db, std::initializer_list<const db::Query*> tables) {
  db.run(sql::import::drop_tables);
  run_all(db, {&sql::import::give_memory, &sql::import::make_problems});
  run_all(db, tables);
}

std::int64_t warehouse(db::Connection& db) {
  return db.first(sql::import::warehouse)->integer("id");
}

void report_problems(db::Connection& db, Report& report) {
  for (const db::Row row : db.run(sql::import::problems)) {
    const Verdict verdict = row.text("verdict") == "bad" ? Verdict::bad : Verdict::left_out;
    report.row(verdict, row.text("file"), row.integer("line"), row.text("reason"));
  }
  db.run(sql::import::forget_problems);
}

void finish_stages(db::Connection& db, const std::string& source, const Options& options,
                   Report& report) {
  const auto unbalanced = db.first(sql::import::count_unbalanced_products, source);
  if (unbalanced->integer("products") != 0) {
    throw std::logic_error(unbalanced->string("products") + " products of " + source +
                           " have another stock than pieces");
  }
  db.run(sql::import::drop_tables);
  if (options.dry_run) return;
  report.progress("statistics");
  run_all(
      db,
      {&sql::import::refresh_statistics_of_lines, &sql::import::refresh_statistics_of_orders,
       &sql::import::refresh_statistics_of_products, &sql::import::refresh_statistics_of_units});
}

}  // namespace importer
