/// conversations_pages.h - what visitors and the assistant say to each other, for those who answer
/// for it. Needs the permission `conversations`.
#pragma once

#include "web/route.h"

namespace admin {

/// GET /admin/conversations: ?q= words in messages, ?status=, ?behind= a conversation.
web::Response admin_conversations_page(const web::Request& request, Shop& shop);
/// GET /admin/conversations.csv: the same as a file.
web::Response admin_conversations_file(const web::Request& request, Shop& shop);
/// GET /admin/conversations/gaps: questions of 90 days that were not understood.
web::Response question_gaps_page(const web::Request& request, Shop& shop);
/// GET /admin/conversations/gaps.csv: the same list as a file.
web::Response question_gaps_file(const web::Request& request, Shop& shop);
/// GET /admin/conversations/gaps/mend: ?wording=, ?kind= means, answer or synonym, ?text= what it
/// means; with ?try= what that would have changed.
web::Response question_gap_page(const web::Request& request, Shop& shop);
/// POST /admin/conversations/templates: the assistant knows this wording from now on.
web::Response post_answer_template(const web::Request& request, Shop& shop);
/// POST /admin/conversations/templates/{id}/remove: it forgets it.
web::Response post_answer_template_remove(const web::Request& request, Shop& shop);
/// GET /admin/conversations/starters: the beginnings that the chat offers; ?q=.
web::Response starters_page(const web::Request& request, Shop& shop);
/// GET /admin/conversations/starters.csv: the same list as a file.
web::Response starters_file(const web::Request& request, Shop& shop);
/// POST /admin/conversations/starters: one more.
web::Response post_starter_new(const web::Request& request, Shop& shop);
/// POST /admin/conversations/starters/{id} and .../remove.
web::Response post_starter_change(const web::Request& request, Shop& shop);
web::Response post_starter_remove(const web::Request& request, Shop& shop);
/// GET /admin/conversations/{id}: every message with what the assistant knew; ?before= a message.
web::Response admin_conversation_page(const web::Request& request, Shop& shop);
/// POST /admin/conversations/{id}/take: this person answers from now on.
web::Response post_conversation_taken(const web::Request& request, Shop& shop);
/// POST /admin/conversations/{id}/hand-back: the assistant answers again.
web::Response post_conversation_handed_back(const web::Request& request, Shop& shop);
/// POST /admin/conversations/{id}/answer: what the person says.
web::Response post_staff_answer(const web::Request& request, Shop& shop);

}  // namespace admin
