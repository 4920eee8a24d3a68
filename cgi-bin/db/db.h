/// db.h - PostgreSQL by libpq: one connection per process, named prepared queries, transactions.
///
///   const auto row = db.first(sql::catalog::product_by_id, id);
///   if (row) name = row->text("name");
///
/// Source: libpq, PostgreSQL 15 documentation chapter 34. Queries come from sql/queries/*.sql as
///         generated constants; values travel as parameters only.
/// Errors: Unreachable (an Unavailable) when the database is away or too slow, ConstraintError when
///         a rule of the schema refused a change, Error for all else. After any of them inside a
///         Transaction only rolling back is possible; ~Transaction does it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <vector>

#include "base/errors.h"
#include "base/money.h"
#include "base/time.h"

struct pg_conn;
struct pg_result;

namespace db {

/// The database cannot be reached, or did not answer in time.
class Unreachable : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

/// The database refused a statement.
class Error : public std::runtime_error {
 public:
  Error(const std::string& what, std::string sqlstate)
      : std::runtime_error(what), sqlstate_(std::move(sqlstate)) {}
  /// Five characters, PostgreSQL documentation appendix A.
  const std::string& sqlstate() const { return sqlstate_; }
  /// Deadlock or serialization failure: the same transaction may succeed when tried again.
  bool may_be_retried() const { return sqlstate_ == "40001" || sqlstate_ == "40P01"; }

 private:
  std::string sqlstate_;
};

/// A constraint of the schema refused the change: `constraint()` is its name.
class ConstraintError : public Error {
 public:
  ConstraintError(const std::string& what, std::string sqlstate, std::string constraint)
      : Error(what, std::move(sqlstate)), constraint_(std::move(constraint)) {}
  const std::string& constraint() const { return constraint_; }

 private:
  std::string constraint_;
};

/// A statement of sql/queries/: its name is also the prepared statement's name and shows in logs.
struct Query {
  const char* name;
  const char* text;
  int params;
};

/// One value on its way to the database, as text; or NULL.
class Param {
 public:
  Param(std::nullopt_t) {}
  Param(std::string_view text) : text_(text) {}
  Param(const std::string& text) : text_(text) {}
  Param(const char* text) : text_(text) {}
  Param(bool value) : text_(value ? "t" : "f") {}
  Param(double value);
  Param(Money amount) : text_(std::to_string(amount.cents)) {}
  Param(Instant moment);
  template <class Integer>
  requires std::is_integral_v<Integer> Param(Integer value) : text_(std::to_string(value)) {}
  template <class Value>
  Param(const std::optional<Value>& value) {
    if (value) *this = Param(*value);
  }

  bool is_null() const { return !text_.has_value(); }
  const std::string& text() const { return *text_; }

 private:
  std::optional<std::string> text_;
};

/// The text of a PostgreSQL array, for `= ANY($1::bigint[])` and the like.
std::string array_of(std::span<const std::int64_t> numbers);
std::string array_of(std::span<const std::string> texts);

class Result;

/// One row of a Result, valid as long as the Result lives. Columns are read by name; an unknown
/// name is a std::logic_error, NULL reads as empty, 0 or false unless asked for by maybe_….
class Row {
 public:
  std::string_view text(std::string_view column) const;
  std::string string(std::string_view column) const { return std::string(text(column)); }
  std::int64_t integer(std::string_view column) const;
  int small(std::string_view column) const { return static_cast<int>(integer(column)); }
  double number(std::string_view column) const;
  bool boolean(std::string_view column) const;
  Money money(std::string_view column) const { return {integer(column)}; }
  Instant instant(std::string_view column) const;
  bool is_null(std::string_view column) const;
  std::optional<std::string> maybe_string(std::string_view column) const;
  std::optional<std::int64_t> maybe_integer(std::string_view column) const;
  std::optional<Money> maybe_money(std::string_view column) const;
  std::optional<Instant> maybe_instant(std::string_view column) const;

 private:
  friend class Result;
  Row(const Result& result, int index) : result_(&result), index_(index) {}
  const Result* result_;
  int index_;
};

/// The rows of one answer; empty for statements that return none.
class Result {
 public:
  Result() = default;
  explicit Result(pg_result* result);

  int size() const { return rows_; }
  bool empty() const { return rows_ == 0; }
  Row operator[](int index) const { return Row(*this, index); }
  /// Rows that an INSERT, UPDATE, DELETE or COPY touched.
  std::int64_t affected() const;

  class Iterator {
   public:
    Iterator(const Result& result, int index) : result_(&result), index_(index) {}
    Row operator*() const { return (*result_)[index_]; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const Result* result_;
    int index_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, rows_}; }

 private:
  friend class Row;
  int column_number(std::string_view name) const;

  std::shared_ptr<pg_result> result_;
  int rows_ = 0;
  std::vector<std::string_view> columns_;
  mutable std::size_t next_column_ = 0;  // rows are mostly read in the order of their columns
};

/// A row that keeps its Result alive.
class OwnedRow : public Row {
 public:
  explicit OwnedRow(std::shared_ptr<const Result> result)
      : Row((*result)[0]), result_(std::move(result)) {}

 private:
  std::shared_ptr<const Result> result_;
};

/// What the database cost since reset: shown in Server-Timing and in the log.
struct Cost {
  int calls = 0;  // round trips
  std::chrono::microseconds time{0};
};

/// A query that waits for company: see Later.
struct Rider {
  const Query* query;
  std::vector<Param> params;
  std::optional<Result> rows{};
};

class Connection {
 public:
  /// Connects at once. `options` is a libpq connection string; throws Unreachable.
  explicit Connection(std::string options, int statement_timeout_ms = 0);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Runs a named query. The number of arguments must be query.params.
  template <class... Args>
  Result run(const Query& query, const Args&... args) {
    const std::initializer_list<Param> params = {Param(args)...};
    return execute(query, params);
  }
  /// The first row with its Result kept alive, or nothing.
  template <class... Args>
  std::optional<OwnedRow> first(const Query& query, const Args&... args);

  Result execute(const Query& query, std::span<const Param> params);

  /// Text of our own that is no named query: BEGIN, a migration file. May hold several statements.
  void run_script(const std::string& text);

  /// To be called between two requests: rolls back what was left open and reconnects when the
  /// connection has died meanwhile. Throws Unreachable when that fails.
  void recover();

  bool in_transaction() const;
  Cost cost() const { return cost_; }
  void reset_cost() { cost_ = {}; }

 private:
  friend class Pipeline;
  friend class CopyIn;
  friend class Transaction;
  friend class Later;
  void connect();
  void prepare(const Query& query);
  [[noreturn]] void fail(const std::string& during, pg_result* result);
  pg_result* checked(const std::string& during, pg_result* result);

  std::string options_;
  int statement_timeout_ms_;
  pg_conn* connection_ = nullptr;
  std::unordered_set<std::string_view> prepared_;
  int open_transactions_ = 0;
  std::vector<std::shared_ptr<Rider>> riders_;  // they travel with the next round trip
  Cost cost_;
};

template <class... Args>
std::optional<OwnedRow> Connection::first(const Query& query, const Args&... args) {
  Result result = run(query, args...);
  if (result.empty()) return std::nullopt;
  return OwnedRow(std::make_shared<const Result>(std::move(result)));
}

/// All or nothing: rolls back unless commit() was called. Inside another transaction it is a
/// savepoint, so that a domain verb may call another one.
class Transaction {
 public:
  explicit Transaction(Connection& db);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Connection& db_;
  int depth_;
  bool open_ = true;
};

/// Several queries in one round trip: add() them, run() once, then take the results.
///
///   db::Pipeline pipeline(db);
///   const int product = pipeline.add(sql::catalog::product_by_id, id);
///   const int reviews = pipeline.add(sql::catalog::newest_reviews, id, 5);
///   pipeline.run();
///   … pipeline.take(product) …
///
/// The first failing query raises its error from run(). Outside a transaction all of it is one
/// implicit transaction.
class Pipeline {
 public:
  explicit Pipeline(Connection& db) : db_(db) {}
  template <class... Args>
  int add(const Query& query, const Args&... args) {
    steps_.push_back({&query, {Param(args)...}, false});
    return static_cast<int>(steps_.size()) - 1;
  }
  void run();
  Result take(int step) { return std::move(results_.at(static_cast<std::size_t>(step))); }

 private:
  struct Step {
    const Query* query;
    std::vector<Param> params;
    bool prepares = false;  // the first use of this query on this connection
  };
  friend class Connection;
  void send();
  void collect();
  void exchange();

  Connection& db_;
  std::vector<Step> steps_;
  std::vector<Result> results_;
};

/// Rows that are wanted later: the query travels along with the next round trip of the connection,
/// whatever that asks, and costs none of its own.
///
///   db::Later pieces(db, sql::visitor::guest_by_key, key);
///   … whatever the page asks …
///   pieces.rows()[0].small("cart_pieces")
///
/// The rows are those of the moment of that round trip. When none came, a transaction or a script
/// came first, or the queries that it travelled with failed, rows() asks by itself, and raises what
/// run() raises.
class Later {
 public:
  template <class... Args>
  Later(Connection& db, const Query& query, const Args&... args)
      : db_(&db), rider_(std::make_shared<Rider>(Rider{&query, {Param(args)...}})) {
    db.riders_.push_back(rider_);
  }
  const Result& rows() const;

 private:
  Connection* db_;
  std::shared_ptr<Rider> rider_;
};

/// Fast loading: COPY … FROM STDIN in text format.
///
///   db::CopyIn copy(db, sql::demo::copy_products);
///   for (…) copy.row(id, name, price, std::nullopt);
///   copy.finish();
///
/// Without finish() the copy is cancelled and the transaction with it.
class CopyIn {
 public:
  CopyIn(Connection& db, const Query& copy);
  ~CopyIn();
  CopyIn(const CopyIn&) = delete;
  CopyIn& operator=(const CopyIn&) = delete;

  template <class... Args>
  void row(const Args&... args) {
    bool first = true;
    ((field(Param(args), first), first = false), ...);
    end_row();
  }
  /// Ends the copy; returns the number of rows loaded.
  std::int64_t finish();

 private:
  void field(const Param& value, bool first);
  void end_row();
  void flush();

  Connection& db_;
  const Query& copy_;
  std::string buffer_;
  bool open_ = true;
};

}  // namespace db
