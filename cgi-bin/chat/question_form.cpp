#include "chat/question_form.h"

namespace chat {
namespace {

constexpr int kGuestsBehindOneAddress = 10;

}  // namespace

accounts::RateLimit chat_limit(const Shop& shop) {
  return {"chat", shop.config.chat_attempts, std::chrono::minutes(1)};
}

std::string asker_of(const web::Request& request) {
  return request.visitor.is_signed_in() ? "account:" + std::to_string(request.visitor.account_id)
                                        : "visitor:" + request.session.visitor;
}

void count_question(const web::Request& request, Shop& shop) {
  accounts::RateLimit limit = chat_limit(shop);
  bool is_fine = accounts::count_attempt(shop.db, limit, asker_of(request), request.now);
  if (!request.visitor.is_signed_in()) {
    // A new session costs nothing, an address does.
    limit.attempts *= kGuestsBehindOneAddress;
    const std::string address = "address:" + request.remote_address;
    is_fine = accounts::count_attempt(shop.db, limit, address, request.now) && is_fine;
  }
  if (!is_fine) throw web::TooManyRequests("questions", seconds_left(limit, request.now));
}

Wording wording_of(const web::Site& site) {
  return [&site](const std::string& key, const std::vector<std::string>& arguments) {
    return site.messages.say(key, arguments);
  };
}

}  // namespace chat
