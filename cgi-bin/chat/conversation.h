/// conversation.h - conversations with the assistant: their messages, products and facts.
///
/// Source: tables conversation, message, message_product, message_fact
/// (sql/migrations/0006_chat.sql,
///         0050_chat_answers.sql), queries in sql/queries/chat.sql.
/// Units:  time is UTC; sequence numbers start at 1 and have no gaps.
/// Errors: a conversation of somebody else is the same as none: an empty result.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "chat/proposal.h"
#include "db/db.h"

namespace chat {

inline constexpr std::size_t kLongestQuestion = 2000;  // characters

/// Whose conversations: an account's, or those of a guest's session key.
struct Owner {
  std::int64_t account_id = 0;  // 0: a guest
  std::string visitor{};
};

struct Conversation {
  std::int64_t id = 0;
  std::string title{};   // its first question, shortened; empty before
  std::string status{};  // 'active', 'paused', 'completed' or 'archived'
  int message_count = 0;
  std::string state{};  // what the dialogue remembers, see state.h
  Instant created_at{};
  Instant last_activity_at{};
};

/// A cell of the database that an answer quotes: "product 42 price_cents" held "$19.99".
struct Fact {
  std::string source{};
  std::string value{};
};

/// Where an answer leads to: an order or a policy that it names.
struct MessageLink {
  std::string kind{};   // 'sales_order' or 'policy_paragraph'
  std::string key{};    // its id, or the policy's slug
  std::string label{};  // an order's number, a policy's title
};

struct Message {
  std::int64_t id = 0;
  std::int64_t conversation_id = 0;
  int sequence = 0;
  std::string sender{};  // 'user', 'assistant' or 'staff'
  std::string text{};    // lines
  Instant created_at{};
  std::int64_t answers = 0;  // the question that this answers; 0: none
  int fact_count = 0;
  std::string reaction{};  // of the conversation's customer; only list_messages() fills it
  std::vector<catalog::ProductCard> products{};
  std::vector<MessageLink> links{};
  std::vector<Proposal> proposals{};  // that can still be accepted
};

/// What the assistant says to one question.
struct AnswerText {
  std::string text{};
  std::string intent{};
  double confidence = 0;  // 0 to 1
  std::string engine{"built-in"};
  int response_ms = 0;
  std::vector<std::int64_t> products{};
  std::vector<Fact> facts{};
  std::vector<Proposal> proposals{};
  std::string state{};          // the conversation's, from now on
  std::string model_version{};  // of the language model, when one was asked
  std::string llm_outcome{};    // 'used', 'rejected' or 'failed'; empty: none was asked
  bool wants_person = false;    // rather than a program: staff see it in their list
  std::string not_found{};      // what was asked for and nothing matches; at most 200 characters
};

/// A new conversation without messages.
Conversation start_conversation(db::Connection& db, const Owner& owner, Instant now);

std::optional<Conversation> find_conversation(db::Connection& db, const Owner& owner,
                                              std::int64_t id);

/// The one that the owner was in last, unless it is completed or archived.
std::optional<Conversation> find_current(db::Connection& db, const Owner& owner);

/// The owner's conversations, the latest activity first, at most `limit`; those behind the
/// conversation `after` when that is not 0. Conversations without a message are left out.
std::vector<Conversation> list_conversations(db::Connection& db, const Owner& owner,
                                             std::int64_t after, int limit);

/// Adds what the owner asks; the conversation becomes active, and the first question its title.
/// Nothing when the conversation is not his.
std::optional<Message> add_question(db::Connection& db, const Owner& owner,
                                    std::int64_t conversation, const std::string& text,
                                    Instant now);

/// How many questions a conversation has, and for how many answers a language model was asked.
int count_questions(db::Connection& db, std::int64_t conversation);
int count_llm_prompts(db::Connection& db, std::int64_t conversation);

/// The answer to a question, with its products and links.
std::optional<Message> find_answer(db::Connection& db, std::int64_t question, Instant now);

/// The message with this id of one of the owner's conversations, whoever said it; without its
/// products and links.
std::optional<Message> find_message(db::Connection& db, const Owner& owner, std::int64_t id);

/// Stores the answer, or returns the one that was there already.
Message add_answer(db::Connection& db, const Message& question, const AnswerText& answer,
                   Instant now);

/// Up to `limit` messages before sequence number `before` (0: the newest), oldest first, with
/// their products and links.
std::vector<Message> list_messages(db::Connection& db, std::int64_t conversation, int before,
                                   int limit, Instant now);

struct StoredFact : Fact {
  Instant as_of{};
};

/// The facts of an answer, in the order in which it says them.
std::vector<StoredFact> list_facts(db::Connection& db, std::int64_t message);

/// Marks the conversation that the owner is in as completed and starts a new one.
Conversation reset(db::Connection& db, const Owner& owner, Instant now);

/// False when the conversation is not the owner's.
[[nodiscard]] bool archive(db::Connection& db, const Owner& owner, std::int64_t id);
[[nodiscard]] bool delete_conversation(db::Connection& db, const Owner& owner, std::int64_t id);

/// Lets one process at a time answer a question; others wait until it has. Holds no transaction
/// open: an answer may take seconds.
class Turn {
 public:
  Turn(db::Connection& db, std::int64_t question);
  ~Turn();
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  db::Connection& db_;
  std::int64_t question_;
};

}  // namespace chat
