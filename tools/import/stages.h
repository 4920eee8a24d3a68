/// stages.h - the steps that all imports share: staging tables, problems found by SQL, the end.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>

#include "db/db.h"
#include "import/report.h"

namespace importer {

/// Runs an import so that all of it happens or nothing: undone under --dry-run, and refused (as
/// Refused) when a row is bad under --strict.
Summary in_one_transaction(db::Connection& db, const Options& options, Report& report,
                           const std::function<Summary()>& import_all);

/// Runs queries without parameters one after the other.
void run_all(db::Connection& db, std::initializer_list<const db::Query*> queries);

/// Removes what an earlier import of this session left, and makes the tables anew.
void make_stages(db::Connection& db, std::initializer_list<const db::Query*> tables);

/// The distribution centre of pieces whose source knows none.
std::int64_t warehouse(db::Connection& db);

/// Moves the rows of staged_problem into the report.
void report_problems(db::Connection& db, Report& report);

/// Checks that the stock of the source's products balances (std::logic_error when it does not),
/// tells the planner about the new rows and removes the staging tables.
void finish_stages(db::Connection& db, const std::string& source, const Options& options,
                   Report& report);

}  // namespace importer
