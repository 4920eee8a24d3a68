#include "chat/conversation.h"

#include <algorithm>
#include <climits>

#include "base/log.h"
#include "base/text.h"
#include "chat.sql.h"
#include "chat_proposals.sql.h"

namespace chat {
namespace {

constexpr std::size_t kLongestTitle = 60;  // characters

/// The owner as two parameters of which one is NULL.
db::Param account_of(const Owner& owner) {
  return owner.account_id == 0 ? db::Param(std::nullopt) : db::Param(owner.account_id);
}
db::Param visitor_of(const Owner& owner) {
  const bool is_guest = owner.account_id == 0 && !owner.visitor.empty();
  return is_guest ? db::Param(owner.visitor) : db::Param(std::nullopt);
}

Conversation to_conversation(const db::Row& row) {
  return {.id = row.integer("id"),
          .title = row.string("title"),
          .status = row.string("status"),
          .message_count = row.small("message_count"),
          .state = row.string("state"),
          .created_at = row.instant("created_at"),
          .last_activity_at = row.instant("last_activity_at")};
}

Message to_message(const db::Row& row) {
  return {.id = row.integer("id"),
          .conversation_id = row.integer("conversation_id"),
          .sequence = row.small("sequence"),
          .sender = row.string("sender"),
          .text = row.string("text"),
          .created_at = row.instant("created_at"),
          .answers = row.integer("answers"),
          .fact_count = row.small("fact_count")};
}

std::optional<Conversation> first_conversation(const db::Result& rows) {
  if (rows.empty()) return std::nullopt;
  return to_conversation(rows[0]);
}

/// Products and links of all messages in one round trip.
void add_details(db::Connection& db, std::vector<Message>& messages, Instant now) {
  std::vector<std::int64_t> ids;
  for (const Message& message : messages) {
    if (message.sender != "user") ids.push_back(message.id);
  }
  if (ids.empty()) return;
  db::Pipeline pipeline(db);
  const int products = pipeline.add(sql::chat::message_products, db::array_of(ids));
  const int links = pipeline.add(sql::chat::message_links, db::array_of(ids));
  pipeline.run();
  const auto message_of = [&](const db::Row& row) {
    return std::ranges::find(messages, row.integer("message_id"), &Message::id);
  };
  for (const db::Row row : pipeline.take(products)) {
    message_of(row)->products.push_back(catalog::to_card(row));
  }
  for (const db::Row row : pipeline.take(links)) {
    message_of(row)->links.push_back({row.string("kind"), row.string("key"), row.string("label")});
  }
  for (Proposal& proposal : list_open_proposals(db, ids, now)) {
    std::ranges::find(messages, proposal.message_id, &Message::id)
        ->proposals.push_back(std::move(proposal));
  }
}

/// One line for lists: the question without line ends, shortened.
std::string title_of(const std::string& question) {
  std::string line = question;
  std::ranges::replace(line, '\n', ' ');
  return shortened(line, kLongestTitle);
}

void store_details(db::Connection& db, std::int64_t message, const AnswerText& answer,
                   Instant now) {
  if (!answer.products.empty()) {
    db.run(sql::chat::add_message_products, message, db::array_of(answer.products));
  }
  if (answer.facts.empty()) return;
  std::vector<std::string> sources;
  std::vector<std::string> values;
  for (const Fact& fact : answer.facts) {
    sources.push_back(fact.source);
    values.push_back(fact.value);
  }
  db.run(sql::chat::add_message_facts, message, db::array_of(sources), db::array_of(values), now);
}

}  // namespace

Conversation start_conversation(db::Connection& db, const Owner& owner, Instant now) {
  const auto rows =
      db.run(sql::chat::start_conversation, account_of(owner), visitor_of(owner), now);
  return to_conversation(rows[0]);
}

std::optional<Conversation> find_conversation(db::Connection& db, const Owner& owner,
                                              std::int64_t id) {
  return first_conversation(
      db.run(sql::chat::conversation_by_id, account_of(owner), visitor_of(owner), id));
}

std::optional<Conversation> find_current(db::Connection& db, const Owner& owner) {
  return first_conversation(
      db.run(sql::chat::current_conversation, account_of(owner), visitor_of(owner)));
}

std::vector<Conversation> list_conversations(db::Connection& db, const Owner& owner,
                                             std::int64_t after, int limit) {
  std::vector<Conversation> conversations;
  for (const db::Row row :
       db.run(sql::chat::conversations, account_of(owner), visitor_of(owner), after, limit)) {
    conversations.push_back(to_conversation(row));
  }
  return conversations;
}

std::optional<Message> add_question(db::Connection& db, const Owner& owner,
                                    std::int64_t conversation, const std::string& text,
                                    Instant now) {
  const auto rows = db.run(sql::chat::add_question, account_of(owner), visitor_of(owner),
                           conversation, text, title_of(text), now);
  if (rows.empty()) return std::nullopt;
  return to_message(rows[0]);
}

int count_questions(db::Connection& db, std::int64_t conversation) {
  return db.first(sql::chat_proposals::questions_asked, conversation).value().small("questions");
}

int count_llm_prompts(db::Connection& db, std::int64_t conversation) {
  return db.first(sql::chat_proposals::prompts_used, conversation).value().small("prompts");
}

std::optional<Message> find_message(db::Connection& db, const Owner& owner, std::int64_t id) {
  const auto row = db.first(sql::chat::message_by_id, account_of(owner), visitor_of(owner), id);
  if (!row) return std::nullopt;
  return to_message(*row);
}

std::optional<Message> find_answer(db::Connection& db, std::int64_t question, Instant now) {
  const auto row = db.first(sql::chat::answer_to, question);
  if (!row) return std::nullopt;
  std::vector<Message> messages{to_message(*row)};
  add_details(db, messages, now);
  return std::move(messages.front());
}

Message add_answer(db::Connection& db, const Message& question, const AnswerText& answer,
                   Instant now) {
  db::Transaction transaction(db);
  db.run(sql::chat::lock_conversation, question.conversation_id);
  if (const auto there = find_answer(db, question.id, now)) return *there;
  const auto row = db.first(sql::chat::add_answer, question.conversation_id, question.id,
                            answer.text, answer.intent, answer.confidence, answer.engine,
                            answer.response_ms, answer.state, now, answer.model_version,
                            answer.llm_outcome, answer.not_found, answer.wants_person);
  if (!row) throw std::logic_error("the conversation was deleted while it was answered");
  store_details(db, row->integer("id"), answer, now);
  store_proposals(db, row->integer("id"), answer.proposals, now);
  transaction.commit();
  return find_answer(db, question.id, now).value();
}

std::vector<Message> list_messages(db::Connection& db, std::int64_t conversation, int before,
                                   int limit, Instant now) {
  std::vector<Message> messages;
  const int end = before == 0 ? INT_MAX : before;
  for (const db::Row row : db.run(sql::chat::messages_before, conversation, end, limit)) {
    messages.push_back(to_message(row));
    messages.back().reaction = row.string("reaction");
  }
  std::ranges::reverse(messages);
  add_details(db, messages, now);
  return messages;
}

std::vector<StoredFact> list_facts(db::Connection& db, std::int64_t message) {
  std::vector<StoredFact> facts;
  for (const db::Row row : db.run(sql::chat::message_facts, message)) {
    StoredFact fact;
    fact.source = row.string("source");
    fact.value = row.string("value");
    fact.as_of = row.instant("as_of");
    facts.push_back(std::move(fact));
  }
  return facts;
}

Conversation reset(db::Connection& db, const Owner& owner, Instant now) {
  db::Transaction transaction(db);
  db.run(sql::chat::complete_current, account_of(owner), visitor_of(owner));
  // What is left is a conversation in which nothing was said yet: as good as a new one.
  auto conversation = find_current(db, owner);
  if (!conversation) conversation = start_conversation(db, owner, now);
  transaction.commit();
  return *conversation;
}

bool archive(db::Connection& db, const Owner& owner, std::int64_t id) {
  return db.run(sql::chat::archive_conversation, account_of(owner), visitor_of(owner), id)
             .affected() > 0;
}

bool delete_conversation(db::Connection& db, const Owner& owner, std::int64_t id) {
  return db.run(sql::chat::delete_conversation, account_of(owner), visitor_of(owner), id)
             .affected() > 0;
}

Turn::Turn(db::Connection& db, std::int64_t question) : db_(db), question_(question) {
  db_.run(sql::chat::begin_turn, question_);
}

Turn::~Turn() {
  try {
    db_.run(sql::chat::end_turn, question_);
  } catch (const std::exception& lost) {
    // A connection that is gone has given its locks back.
    logging::error("", lost.what());
  }
}

}  // namespace chat
