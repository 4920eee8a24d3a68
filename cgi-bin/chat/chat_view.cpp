#include "chat/chat_view.h"

#include "_ask.tpl.varnames.h"
#include "_message.tpl.varnames.h"
#include "base/kept_setting.h"
#include "base/text.h"
#include "catalog/product_card.h"
#include "chat_page.tpl.varnames.h"

namespace chat {
namespace {

constexpr int kMessagesShown = 20;
constexpr int kOthersShown = 6;

void fill_lines(ctemplate::TemplateDictionary& item, const Message& message) {
  for (const std::string_view line : split(message.text, '\n')) {
    item.AddSectionDictionary(k_m_LINE)->SetValue(
        k_m_LINE_TEXT, ctemplate::TemplateString(line.data(), line.size()));
  }
}

void fill_links(ctemplate::TemplateDictionary& item, const Message& message) {
  for (const MessageLink& link : message.links) {
    if (link.kind == "sales_order") {
      auto& order = *item.AddSectionDictionary(k_m_ORDER);
      order.SetValue(k_m_ORDER_ID, link.key);
      order.SetValue(k_m_ORDER_NUMBER, link.label);
    } else {
      auto& policy = *item.AddSectionDictionary(k_m_POLICY);
      policy.SetValue(k_m_POLICY_SLUG, link.key);
      policy.SetValue(k_m_POLICY_TITLE, link.label);
    }
  }
}

void fill_proposals(ctemplate::TemplateDictionary& item, const Message& message,
                    const Reader& reader) {
  for (const Proposal& proposal : message.proposals) {
    auto& button = *item.AddSectionDictionary(k_m_PROPOSAL);
    button.SetIntValue(k_m_PROPOSAL_ID, proposal.id);
    button.SetValue(k_m_PROPOSAL_CSRF, reader.csrf);
    button.SetValue(k_m_PROPOSAL_LABEL,
                    reader.site.messages.say("chat.propose." + std::string(to_text(proposal.kind)),
                                             words_of(proposal, reader.site.currency)));
  }
}

/// What the reader thinks of what the shop said.
void fill_reaction(ctemplate::TemplateDictionary& item, const Message& message,
                   const Reader& reader) {
  if (!reader.may_react || message.sender == "user") return;
  auto& form = *item.AddSectionDictionary(k_m_REACT);
  form.SetIntValue(k_m_REACT_MESSAGE, message.id);
  form.SetValue(k_m_REACT_CSRF, reader.csrf);
  form.SetValue(k_m_REACT_LIKED, message.reaction == "like" ? "true" : "false");
  form.SetValue(k_m_REACT_DISLIKED, message.reaction == "dislike" ? "true" : "false");
}

void fill_older(ctemplate::TemplateDictionary& page, const ChatView& view) {
  if (view.messages.empty()) return;
  const int older = view.messages.front().sequence - 1;
  if (older > 0) {
    auto& link = *page.AddSectionDictionary(kcp_OLDER);
    link.SetIntValue(kcp_OLDER_CONVERSATION, view.conversation->id);
    link.SetIntValue(kcp_OLDER_BEFORE, view.messages.front().sequence);
    link.SetIntValue(kcp_OLDER_COUNT, older);
  }
  if (!view.is_answering && view.messages.back().sequence < view.conversation->message_count) {
    page.AddSectionDictionary(kcp_NEWER)->SetIntValue(kcp_NEWER_CONVERSATION,
                                                      view.conversation->id);
  }
}

void fill_unanswered(ctemplate::TemplateDictionary& page, const ChatView& view) {
  if (view.is_answering || view.messages.empty()) return;
  const Message& last = view.messages.back();
  if (last.sender != "user") return;
  auto& link = *page.AddSectionDictionary(kcp_UNANSWERED);
  link.SetIntValue(kcp_UNANSWERED_CONVERSATION, last.conversation_id);
  link.SetIntValue(kcp_UNANSWERED_MESSAGE, last.id);
}

/// A beginning that asks nothing is for API clients.
void fill_starters(ctemplate::TemplateDictionary& page, const ChatView& view) {
  for (const Starter& starter : view.starters) {
    if (starter.opening.empty()) continue;
    auto& chip = *page.AddSectionDictionary(kcp_STARTER);
    chip.SetIntValue(kcp_STARTER_ID, starter.id);
    chip.SetValue(kcp_STARTER_OPENING, starter.opening);
    page.ShowSection(kcp_STARTERS);
  }
}

void fill_others(ctemplate::TemplateDictionary& page, const ChatView& view) {
  for (const Conversation& other : view.others) {
    if (view.conversation && other.id == view.conversation->id) continue;
    auto& link = *page.AddSectionDictionary(kcp_OTHER);
    link.SetIntValue(kcp_OTHER_ID, other.id);
    link.SetValue(kcp_OTHER_TITLE, other.title);
    link.SetValue(kcp_OTHER_TIME, to_day_text(other.last_activity_at));
    page.ShowSection(kcp_HAS_OTHERS);
  }
}

}  // namespace

Owner owner_of(const web::Request& request) {
  return {request.visitor.account_id, request.session.visitor};
}

TurnSettings turn_settings(const Shop& shop) {
  constexpr std::int64_t kMegabyte = 1'000'000;
  static ChatLog log(kept_setting("chat_log"), kept_number("chat_log_mb") * kMegabyte);
  return {.currency = shop.site.currency,
          .llm_prompts = shop.config.llm_prompts_per_session,
          .log = &log};
}

Assistant& assistant_of(Shop& shop) {
  if (!shop.assistant) shop.assistant = make_assistant(shop.config);
  return *shop.assistant;
}

ChatView view_of(const web::Request& request, Shop& shop,
                 const std::optional<Conversation>& conversation, int before) {
  ChatView view{.conversation = conversation};
  if (conversation) {
    view.messages = list_messages(shop.db, conversation->id, before, kMessagesShown, request.now);
  }
  if (conversation && shop.config.llm_protocol != "none") {
    view.prompts_left = std::max(
        0, shop.config.llm_prompts_per_session - count_llm_prompts(shop.db, conversation->id));
  }
  if (view.messages.empty()) view.starters = list_starters(shop.db);
  view.others = list_conversations(shop.db, owner_of(request), 0, kOthersShown);
  return view;
}

void fill_message(ctemplate::TemplateDictionary& item, const Message& message, const Reader& reader,
                  Part part) {
  item.SetFilename("chat/_message.tpl");
  item.SetValue(k_m_SENDER, message.sender);
  item.SetIntValue(k_m_SEQUENCE, message.sequence);
  item.SetValue(k_m_ISO, to_iso(message.created_at));
  item.SetValue(k_m_TIME, to_minute_text(message.created_at));
  item.ShowSection(message.sender == "user" ? k_m_BY_VISITOR : k_m_BY_SHOP);
  if (part == Part::frame) {
    item.ShowSection(k_m_THINKING);
    item.ShowSection(k_m_CUT);
  } else {
    fill_lines(item, message);
  }
  if (!message.products.empty()) {
    auto& grid = *item.AddSectionDictionary(k_m_PRODUCTS);
    for (const catalog::ProductCard& product : message.products) {
      catalog::fill_product_card(*grid.AddIncludeDictionary(k_m_PRODUCT), product,
                                 reader.site.currency);
    }
  }
  fill_proposals(item, message, reader);
  fill_links(item, message);
  if (part == Part::whole) fill_reaction(item, message, reader);
  if (message.fact_count > 0) {
    item.AddSectionDictionary(k_m_WHY)->SetIntValue(k_m_WHY_MESSAGE, message.id);
  }
}

namespace {

/// The form for the next question. Where the answer will grow it comes first, see chat_page.tpl.
ctemplate::TemplateDictionary& fill_ask(ctemplate::TemplateDictionary& page,
                                        const web::Request& request, const ChatView& view) {
  auto& ask = view.is_answering
                  ? *page.AddSectionDictionary(kcp_CUT)->AddIncludeDictionary(kcp_ASK_MEANWHILE)
                  : *page.AddIncludeDictionary(kcp_ASK);
  ask.SetFilename("chat/_ask.tpl");
  ask.SetValue(k_a_CSRF, request.csrf_token());
  ask.SetValue(k_a_QUESTION, view.question);
  ask.SetIntValue(k_a_CONVERSATION, view.conversation ? view.conversation->id : 0);
  if (view.is_answering) ask.ShowSection(k_a_MEANWHILE);
  return ask;
}

}  // namespace

ctemplate::TemplateDictionary& fill_chat_page(ctemplate::TemplateDictionary& page,
                                              const web::Request& request, const ChatView& view) {
  page.SetValue(kcp_CSRF, request.csrf_token());
  page.SetIntValue(kcp_CONVERSATION, view.conversation ? view.conversation->id : 0);
  const Reader reader{*request.site, request.csrf_token(), request.visitor.is_signed_in()};
  for (const Message& message : view.messages) {
    fill_message(*page.AddIncludeDictionary(kcp_MESSAGE), message, reader);
  }
  if (view.prompts_left > 0) {
    page.SetValueAndShowSection(
        kcp_PROMPTS_TEXT, request.say({"chat.prompts_left", {std::to_string(view.prompts_left)}}),
        kcp_PROMPTS);
  }
  if (view.messages.empty()) {
    fill_starters(page, view);
  } else {
    page.ShowSection(kcp_HAS_MESSAGES);
    auto& copy = *page.AddSectionDictionary(kcp_COPY);
    copy.SetIntValue(kcp_COPY_CONVERSATION, view.conversation ? view.conversation->id : 0);
  }
  fill_older(page, view);
  fill_unanswered(page, view);
  fill_others(page, view);
  return fill_ask(page, request, view);
}

std::pair<std::string, std::string> cut(const std::string& html) {
  // As _message.tpl and chat_page.tpl write it; a visitor's text is escaped and cannot hold it.
  static const std::string kMark = "<!-- the answer grows here -->";
  const std::size_t at = html.find(kMark);
  if (at == std::string::npos) throw std::logic_error("the template has no cut");
  return {html.substr(0, at), html.substr(at + kMark.size())};
}

}  // namespace chat
