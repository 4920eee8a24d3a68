/// answer_page.cpp - GET /chat/{id}/answer/{message}: the answer to a question.
///
/// The first visit finds the answer and shows it while it is made: the conversation and the
/// question at once, then sentence by sentence, then the products, then the form for the next
/// question. Every later visit shows what was stored then.
///
/// Template: templates/chat/chat_page.tpl, _message.tpl, _answer_line.tpl
/// Test:     tests/page/answer_page_test.cpp

#include "_answer_line.tpl.varnames.h"
#include "base/log.h"
#include "base/text.h"
#include "chat/chat_pages.h"
#include "chat/chat_view.h"
#include "chat/turn.h"

namespace chat {
namespace {

std::string line_html(std::string_view text) {
  ctemplate::TemplateDictionary line("line");
  line.SetValue(k_al_TEXT, ctemplate::TemplateString(text.data(), text.size()));
  return web::expand("chat/_answer_line.tpl", line);
}

/// A message's frame, before and behind its lines.
std::pair<std::string, std::string> frame_html(const Message& message, const Reader& reader) {
  ctemplate::TemplateDictionary item("message");
  fill_message(item, message, reader, Part::frame);
  return cut(web::expand("chat/_message.tpl", item));
}

/// What the stream still needs when the request is gone.
struct Growing {
  Owner owner{};
  Message question{};
  Instant now{};
  std::string request_id{};
  std::string csrf{};
  std::string rest{};  // of the page, behind the answer
};

Message placeholder_for(const Message& question) {
  Message message = question;
  message.sender = "assistant";
  ++message.sequence;
  message.products.clear();
  return message;
}

/// A question without an answer stays open: its page tries again when it is asked for again.
void write_failure(web::Stream& stream, const Growing& growing, const web::Site& site) {
  stream.write(line_html(site.messages.say("chat.failed")));
  stream.write(frame_html(placeholder_for(growing.question), {site, growing.csrf}).second);
  stream.write(growing.rest);
}

void write_answer(web::Stream& stream, const Growing& growing, Shop& shop) {
  const web::Site& site = shop.site;
  const auto wording = [&](const std::string& key, const std::vector<std::string>& arguments) {
    return site.messages.say(key, arguments);
  };
  try {
    const Message answer = answer_once(shop.db, assistant_of(shop), growing.owner, growing.question,
                                       wording, turn_settings(shop), growing.now);
    for (const std::string_view line : split(answer.text, '\n')) stream.write(line_html(line));
    stream.write(frame_html(answer, {site, growing.csrf}).second);
    stream.write(growing.rest);
  } catch (const std::exception& error) {
    // The page's head is sent already, so this cannot become an error page any more.
    logging::error(growing.request_id, error.what());
    write_failure(stream, growing, site);
  }
}

web::Response show(const web::Request& request, const ChatView& view) {
  web::Page page(request, "chat/chat_page.tpl", request.say({"chat.title"}));
  page.set_noindex();
  fill_chat_page(page.body(), request, view);
  return page.render();
}

web::Response growing_answer(const web::Request& request, Shop& shop,
                             const Conversation& conversation, const Message& question) {
  ChatView view = view_of(request, shop, conversation, question.sequence + 1);
  view.is_answering = true;
  web::Response response = show(request, view);
  const auto [before, behind] = cut(response.body);
  response.body = before + frame_html(placeholder_for(question), {*request.site, {}}).first;
  response.headers.emplace_back("X-Accel-Buffering", "no");
  const Growing growing{.owner = owner_of(request),
                        .question = question,
                        .now = request.now,
                        .request_id = request.id,
                        .csrf = request.csrf_token(),
                        .rest = behind};
  response.stream = [growing, &shop](web::Stream& stream) { write_answer(stream, growing, shop); };
  return response;
}

}  // namespace

web::Response answer_page(const web::Request& request, Shop& shop) {
  const Owner owner = owner_of(request);
  const auto conversation = find_conversation(shop.db, owner, request.captured_id("id"));
  if (!conversation) throw web::NotFound("conversation");
  const auto question = find_message(shop.db, owner, request.captured_id("message"));
  const bool is_question =
      question && question->conversation_id == conversation->id && question->sender == "user";
  if (!is_question) throw web::NotFound("question");
  const bool is_answered = find_answer(shop.db, question->id, request.now).has_value();
  return is_answered ? show(request, view_of(request, shop, conversation))
                     : growing_answer(request, shop, *conversation, *question);
}

}  // namespace chat
