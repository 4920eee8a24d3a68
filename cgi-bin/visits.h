/// visits.h - turns answered requests into events, without anybody waiting for it.
///
/// Stands beside main.cpp because it looks at requests and at analytics/ at once. A worker collects
/// what it saw and writes it in one statement after an answer is on its way: every 64 events
/// or two seconds, at once when something was done (a cart, an order), and when it ends.
/// Nobody is watched who sends Sec-GPC: 1 (Global Privacy Control), or whose account said no; nor
/// is staff.
#pragma once

#include <optional>
#include <vector>

#include "analytics/events.h"
#include "web/request.h"
#include "web/response.h"

/// What a visitor did with this request, if it is worth a note. A product or a search that the page
/// before led to is a click.
std::optional<analytics::Event> event_of(const web::Request& request,
                                         const web::Response& response);

class Visits {
 public:
  explicit Visits(db::Connection& db) : db_(db) {}
  /// Writes what is left.
  ~Visits();
  Visits(const Visits&) = delete;
  Visits& operator=(const Visits&) = delete;

  /// To be called when the answer is sent. A database that is away costs events, never a page.
  void note(const web::Request& request, const web::Response& response);

 private:
  void write();

  db::Connection& db_;
  std::vector<analytics::Event> waiting_{};
};
