#include <libpq-fe.h>
#include <poll.h>

#include <array>
#include <memory>
#include <utility>

#include "db/db.h"
#include "db/no_room.h"

namespace db {
namespace {

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ClearResult>;

/// Without a line end, for log lines.
std::string message_of(const char* text) {
  std::string message = text == nullptr ? "" : text;
  while (!message.empty() && message.back() == '\n') message.pop_back();
  return message;
}

/// Classes of SQLSTATE that mean "away or overloaded" and not "your statement is wrong".
bool means_unreachable(std::string_view sqlstate) {
  return sqlstate.empty() || sqlstate.starts_with("08") || sqlstate.starts_with("53") ||
         sqlstate.starts_with("57") || sqlstate.starts_with("58") || sqlstate == "25006";
}

/// disk_full, and configuration_limit_exceeded: temp_file_limit.
bool means_no_room(std::string_view sqlstate) {
  return sqlstate == "53100" || sqlstate == "53400";
}

}  // namespace

Connection::Connection(std::string options, int statement_timeout_ms)
    : options_(std::move(options)), statement_timeout_ms_(statement_timeout_ms) {
  connect();
}

Connection::~Connection() {
  PQfinish(connection_);
}

void Connection::connect() {
  PQfinish(connection_);
  prepared_.clear();
  open_transactions_ = 0;
  connection_ = PQconnectdb(options_.c_str());
  if (PQstatus(connection_) != CONNECTION_OK) {
    throw Unreachable("database: " + message_of(PQerrorMessage(connection_)));
  }
  PQsetNoticeProcessor(
      connection_, [](void*, const char*) {}, nullptr);
  // The session's zone is UTC so that timestamps arrive in one form (see parse_instant). Queries
  // are written so that one plan serves all parameters: planning anew costs more than it brings.
  run_script(
      "SET timezone = 'UTC'; SET plan_cache_mode = force_generic_plan; SET statement_timeout = " +
      std::to_string(statement_timeout_ms_));
}

void Connection::fail(const std::string& during, pg_result* result) {
  const ResultPtr owner(result);
  const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string sqlstate = state == nullptr ? "" : state;
  const std::string what =
      during + ": " +
      message_of(result == nullptr ? PQerrorMessage(connection_) : PQresultErrorMessage(result));
  if (means_unreachable(sqlstate) || PQstatus(connection_) != CONNECTION_OK) {
    if (means_no_room(sqlstate)) throw NoRoom(what);
    throw Unreachable(what);
  }
  if (sqlstate.starts_with("23")) {
    const char* name = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
    throw ConstraintError(what, sqlstate, name == nullptr ? "" : name);
  }
  throw Error(what, sqlstate);
}

pg_result* Connection::checked(const std::string& during, pg_result* result) {
  switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_COPY_IN: return result;
    default:  // the other states of libpq's enum are all failures here
      fail(during, result);
  }
}

void Connection::prepare(const Query& query) {
  if (prepared_.contains(query.name)) return;
  PQclear(checked(std::string("prepare ") + query.name,
                  PQprepare(connection_, query.name, query.text, query.params, nullptr)));
  prepared_.insert(query.name);
}

Result Connection::execute(const Query& query, std::span<const Param> params) {
  if (static_cast<int>(params.size()) != query.params) {
    throw std::logic_error(std::string(query.name) + " takes " + std::to_string(query.params) +
                           " parameters, not " + std::to_string(params.size()));
  }
  if (!riders_.empty()) {
    Pipeline together(*this);
    together.steps_.push_back({&query, {params.begin(), params.end()}});
    together.run();
    return together.take(0);
  }
  constexpr std::size_t kMostParams = 40;
  if (params.size() > kMostParams) throw std::logic_error("too many parameters");
  std::array<const char*, kMostParams> values{};
  for (std::size_t i = 0; i < params.size(); ++i) {
    values.at(i) = params[i].is_null() ? nullptr : params[i].text().c_str();
  }
  const auto begin = std::chrono::steady_clock::now();
  prepare(query);
  pg_result* result =
      PQexecPrepared(connection_, query.name, query.params, values.data(), nullptr, nullptr, 0);
  cost_.time += std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  ++cost_.calls;
  return Result(checked(query.name, result));
}

void Connection::run_script(const std::string& text) {
  riders_.clear();
  PQclear(checked(text.substr(0, 60), PQexec(connection_, text.c_str())));
}

void Connection::recover() {
  riders_.clear();
  pollfd idle{PQsocket(connection_), POLLIN, 0};
  // An idle connection has nothing to say, unless the server is closing it: a farewell first, the
  // end of the stream behind it, which takes a second look.
  for (int look = 0; look < 3 && idle.fd >= 0 && ::poll(&idle, 1, 0) > 0; ++look) {
    if (PQconsumeInput(connection_) == 0 || PQstatus(connection_) != CONNECTION_OK) break;
  }
  if (PQstatus(connection_) != CONNECTION_OK) {
    connect();
  } else if (PQtransactionStatus(connection_) != PQTRANS_IDLE) {
    run_script("ROLLBACK");
    open_transactions_ = 0;
  }
}

bool Connection::in_transaction() const {
  return PQtransactionStatus(connection_) != PQTRANS_IDLE;
}

Transaction::Transaction(Connection& db) : db_(db), depth_(db.open_transactions_) {
  db_.run_script(depth_ == 0 ? "BEGIN" : "SAVEPOINT level_" + std::to_string(depth_));
  ++db_.open_transactions_;
}

Transaction::~Transaction() {
  if (!open_) return;
  db_.open_transactions_ = depth_;
  try {
    db_.run_script(depth_ == 0 ? "ROLLBACK" : "ROLLBACK TO level_" + std::to_string(depth_));
  } catch (const std::exception&) {
    // The connection is gone, and the server rolls back by itself; recover() reconnects.
  }
}

void Transaction::commit() {
  db_.run_script(depth_ == 0 ? "COMMIT" : "RELEASE level_" + std::to_string(depth_));
  open_ = false;
  db_.open_transactions_ = depth_;
}

const Result& Later::rows() const {
  if (!rider_->rows) {
    std::erase(db_->riders_, rider_);
    rider_->rows = db_->execute(*rider_->query, rider_->params);
  }
  return *rider_->rows;
}

void Pipeline::run() {
  const auto riders = std::exchange(db_.riders_, {});
  const std::size_t own = steps_.size();
  for (const auto& rider : riders) steps_.push_back({rider->query, rider->params});
  exchange();
  for (std::size_t i = 0; i < riders.size(); ++i) riders[i]->rows = std::move(results_[own + i]);
  results_.resize(own);
}

void Pipeline::exchange() {
  const auto begin = std::chrono::steady_clock::now();
  if (PQenterPipelineMode(db_.connection_) != 1) db_.fail("pipeline", nullptr);
  try {
    send();
    collect();
  } catch (...) {
    // Drain what is still under way, so that the connection can be used again.
    while (PQpipelineStatus(db_.connection_) != PQ_PIPELINE_OFF &&
           PQstatus(db_.connection_) == CONNECTION_OK) {
      const ResultPtr rest(PQgetResult(db_.connection_));
      if (rest != nullptr && PQresultStatus(rest.get()) == PGRES_PIPELINE_SYNC) break;
    }
    PQexitPipelineMode(db_.connection_);
    throw;
  }
  PQexitPipelineMode(db_.connection_);
  db_.cost_.time += std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  ++db_.cost_.calls;
}

void Pipeline::send() {
  std::unordered_set<std::string_view> on_their_way;
  for (Step& step : steps_) {
    const Query& query = *step.query;
    if (static_cast<int>(step.params.size()) != query.params) {
      throw std::logic_error(std::string(query.name) + ": wrong number of parameters");
    }
    step.prepares = !db_.prepared_.contains(query.name) && on_their_way.insert(query.name).second;
    if (step.prepares) {
      if (PQsendPrepare(db_.connection_, query.name, query.text, query.params, nullptr) != 1) {
        db_.fail(query.name, nullptr);
      }
    }
    std::vector<const char*> values;
    values.reserve(step.params.size());
    for (const Param& param : step.params) {
      values.push_back(param.is_null() ? nullptr : param.text().c_str());
    }
    if (PQsendQueryPrepared(db_.connection_, query.name, query.params, values.data(), nullptr,
                            nullptr, 0) != 1) {
      db_.fail(query.name, nullptr);
    }
  }
  if (PQpipelineSync(db_.connection_) != 1) db_.fail("pipeline", nullptr);
}

void Pipeline::collect() {
  results_.clear();
  for (const Step& step : steps_) {
    const Query& query = *step.query;
    if (step.prepares) {
      PQclear(db_.checked(query.name, PQgetResult(db_.connection_)));
      PQclear(PQgetResult(db_.connection_));  // the NULL that ends this step
      db_.prepared_.insert(query.name);
    }
    results_.emplace_back(db_.checked(query.name, PQgetResult(db_.connection_)));
    PQclear(PQgetResult(db_.connection_));
  }
  PQclear(PQgetResult(db_.connection_));  // the sync
}

CopyIn::CopyIn(Connection& db, const Query& copy) : db_(db), copy_(copy) {
  PQclear(db_.checked(copy.name, PQexec(db_.connection_, copy.text)));
}

CopyIn::~CopyIn() {
  if (!open_) return;
  PQputCopyEnd(db_.connection_, "cancelled");
  while (PGresult* rest = PQgetResult(db_.connection_)) PQclear(rest);
}

void CopyIn::field(const Param& value, bool first) {
  if (!first) buffer_ += '\t';
  if (value.is_null()) {
    buffer_ += "\\N";
    return;
  }
  for (const char c : value.text()) {
    switch (c) {
      case '\\': buffer_ += "\\\\"; break;
      case '\t': buffer_ += "\\t"; break;
      case '\n': buffer_ += "\\n"; break;
      case '\r': buffer_ += "\\r"; break;
      default: buffer_ += c;
    }
  }
}

void CopyIn::end_row() {
  constexpr std::size_t kChunk = 64 * 1024;
  buffer_ += '\n';
  if (buffer_.size() >= kChunk) flush();
}

void CopyIn::flush() {
  if (PQputCopyData(db_.connection_, buffer_.data(), static_cast<int>(buffer_.size())) != 1) {
    open_ = false;
    db_.fail(copy_.name, nullptr);
  }
  buffer_.clear();
}

std::int64_t CopyIn::finish() {
  flush();
  open_ = false;
  if (PQputCopyEnd(db_.connection_, nullptr) != 1) db_.fail(copy_.name, nullptr);
  PGresult* raw = PQgetResult(db_.connection_);
  if (PQresultStatus(raw) != PGRES_COMMAND_OK) {
    const std::string during = copy_.name;
    PGresult* failed = raw;
    while (PGresult* rest = PQgetResult(db_.connection_)) PQclear(rest);
    db_.fail(during, failed);
  }
  const Result result(raw);
  while (PGresult* rest = PQgetResult(db_.connection_)) PQclear(rest);
  return result.affected();
}

}  // namespace db
