/// proposal_page.cpp - POST /chat/proposal/{id}: the button under an answer.
///
/// Test: tests/page/proposal_page_test.cpp

#include "chat/chat_pages.h"
#include "chat/chat_view.h"
#include "chat/proposal.h"

namespace chat {
namespace {

std::string_view refusal_key(AcceptOutcome outcome) {
  switch (outcome) {
    case AcceptOutcome::used: return "chat.refused.used";
    case AcceptOutcome::expired: return "chat.refused.expired";
    case AcceptOutcome::price_changed: return "chat.refused.price_changed";
    case AcceptOutcome::too_many: return "chat.refused.too_many";
    case AcceptOutcome::log_in_first: return "chat.refused.log_in_first";
    case AcceptOutcome::not_now: return "chat.refused.not_now";
    case AcceptOutcome::done:
    case AcceptOutcome::unknown: break;
  }
  throw std::logic_error("no refusal");
}

}  // namespace

web::Response post_proposal(const web::Request& request, Shop& shop) {
  const Accepted accepted =
      accept_proposal(shop.db, owner_of(request), request.captured_id("id"), request.now);
  if (accepted.outcome == AcceptOutcome::unknown) throw web::NotFound("proposal");
  const std::string back = "/chat/" + std::to_string(accepted.conversation_id);
  if (accepted.outcome != AcceptOutcome::done) {
    return web::redirect_with_warning(back, {std::string(refusal_key(accepted.outcome))});
  }
  const Proposal& proposal = accepted.proposal;
  return web::redirect_after_post(back, {"chat.accepted." + std::string(to_text(proposal.kind)),
                                         words_of(proposal, request.site->currency)});
}

}  // namespace chat
