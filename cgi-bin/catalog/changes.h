/// changes.h - what others changed since this process last looked. Lets a process keep what it has
/// read, and show it again as truly as if it had just been read: one cheap query tells that nothing
/// happened to it.
///
/// How: every row that is kept anywhere carries the transaction that changed it last
/// (product.changed_xid, change_mark.changed_xid). A look remembers its snapshot. At the next look
/// news is what was changed by transactions that began later, or that were still open then: none
/// slips through, in whatever order they end, and none is told twice, however long others run.
/// Source: PostgreSQL documentation, section 9.27.8 "Transaction ID and Snapshot Information".
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "db/db.h"

namespace catalog {

struct News {
  std::vector<std::int64_t> products{};  // whose row, attributes, pictures or reviews changed
  bool categories = false;               // the tree: names, addresses, order
  bool search_rules = false;             // the shopkeeper's words
  bool answers = false;                  // what the shopkeeper taught the assistant
  bool search_factors = false;           // what visitors taught the search
  bool companions = false;               // what goes with what
  bool prices = false;                   // shipping, tax, which promotions there are

  bool is_empty() const;
};

class Changes {
 public:
  using Listener = std::function<void(db::Connection&, const News&)>;

  /// Is told of every look that brought news, in the order of listening.
  void listen(Listener listener) { listeners_.push_back(std::move(listener)); }

  /// What a moment saw: the transactions from `next` on had not begun; those in `open`, our own
  /// among them, had not ended, and all before `oldest` had.
  struct Moment {
    std::string oldest{};
    std::string next{};
    std::string open{};  // xid8[]
  };
  static Moment now(db::Connection& db);

  /// From this moment on changes are news; what is read after it can be kept.
  void begin(Moment moment) { last_ = std::move(moment); }
  bool has_begun() const { return !last_.next.empty(); }

  /// Looks, and tells the listeners. One round trip when nothing happened. Before begin(): nothing.
  void catch_up(db::Connection& db);

 private:
  Moment last_;
  std::vector<Listener> listeners_;
};

}  // namespace catalog
