/// chat_view.h - fills the templates that all pages of the assistant share.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "chat/assistant.h"
#include "chat/conversation.h"
#include "chat/starters.h"
#include "chat/turn.h"
#include "shop.h"
#include "web/web.h"

namespace chat {

/// Everything chat_page.tpl needs.
struct ChatView {
  std::optional<Conversation> conversation{};
  std::vector<Message> messages{};
  std::vector<Conversation> others{};  // the visitor's latest
  std::string question{};              // what was typed, when it could not be taken
  std::vector<Starter> starters{};     // while nothing was said yet
  int prompts_left = 0;                // of a language model; 0: none, or none is configured
  bool is_answering = false;           // leave a cut where the answer will grow
};

Owner owner_of(const web::Request& request);

TurnSettings turn_settings(const Shop& shop);

/// The assistant of this process; made when it is asked first.
Assistant& assistant_of(Shop& shop);

/// The newest messages of a conversation, or those before a sequence number.
ChatView view_of(const web::Request& request, Shop& shop,
                 const std::optional<Conversation>& conversation, int before = 0);

/// `view` must live until the page is rendered. Gives back the form for the next question.
ctemplate::TemplateDictionary& fill_chat_page(ctemplate::TemplateDictionary& page,
                                              const web::Request& request, const ChatView& view);

/// What is asked to be filled of one message: all, or only what stands before or behind its lines.
enum class Part { whole, frame };
/// Whose page it is on.
struct Reader {
  const web::Site& site;
  std::string csrf{};      // for the buttons
  bool may_react = false;  // has an account
};
void fill_message(ctemplate::TemplateDictionary& item, const Message& message, const Reader& reader,
                  Part part = Part::whole);

/// The text before and behind the mark that a template shows with its section CUT.
std::pair<std::string, std::string> cut(const std::string& html);

}  // namespace chat
