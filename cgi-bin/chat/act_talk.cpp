#include "chat/act.h"

namespace chat {

Answer act_talk(const Asking& asking) {
  Answer answer;
  switch (asking.meaning.intent) {
    case Intent::greeting: answer.say("answer.greeting"); break;
    case Intent::thanks: answer.say("answer.thanks"); break;
    case Intent::goodbye: answer.say("answer.goodbye"); break;
    case Intent::help: answer.say("answer.help"); break;
    case Intent::about_me: answer.say("answer.about_me"); break;
    case Intent::how_are_you: answer.say("answer.how_are_you"); break;
    case Intent::complaint:
      answer.say(asking.meaning.wants_person ? "answer.person" : "answer.complaint");
      answer.wants_person = asking.meaning.wants_person;
      break;
    case Intent::nonsense: answer.say("answer.nonsense"); break;
    case Intent::find:
    case Intent::detail:
    case Intent::attribute:
    case Intent::average:
    case Intent::count:
    case Intent::stock:
    case Intent::top_sellers:
    case Intent::trending:
    case Intent::for_me:
    case Intent::order_status:
    case Intent::order_history:
    case Intent::order_cancel:
    case Intent::policy:
    case Intent::more:
    case Intent::cart_add:
    case Intent::cart_show:
    case Intent::checkout:
    case Intent::favorite_add:
    case Intent::compare:
    case Intent::undo:
    case Intent::own_answer:
    case Intent::out_of_scope: answer.say("answer.out_of_scope"); break;
  }
  return answer;
}

}  // namespace chat
