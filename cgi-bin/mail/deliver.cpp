#include "mail/deliver.h"

#include <exception>

#include "base/log.h"
#include "mail/message.h"
#include "mail/outbox.h"

namespace mail {
namespace {

SendResult try_to_send(Transport& transport, const Sender& sender, const ClaimedMail& letter) {
  if (!is_sendable_address(letter.recipient)) {
    return {SendOutcome::refused, "the address cannot be written to"};
  }
  std::string message;
  try {
    message = compose(sender, {letter.recipient, letter.message_key, letter.created_at},
                      write_letter(sender, letter.kind, letter.facts));
  } catch (const std::exception& error) {
    // A letter that cannot be written must not keep the others waiting.
    return {SendOutcome::failed, error.what()};
  }
  return transport.send(sender.from, letter.recipient, letter.message_key, message);
}

}  // namespace

Round deliver_waiting(db::Connection& db, Transport& transport, const Sender& sender,
                      const std::function<Instant()>& clock,
                      const std::function<bool()>& wants_stop) {
  Round round;
  while (!wants_stop()) {
    const auto letter = claim_mail(db, clock());
    if (!letter) break;
    const SendResult result = try_to_send(transport, sender, *letter);
    if (result.outcome == SendOutcome::sent) {
      mark_sent(db, *letter, clock());
      ++round.sent;
      continue;
    }
    const bool is_dead =
        mark_failed(db, *letter, result.why, result.outcome == SendOutcome::refused);
    ++(is_dead ? round.dead : round.put_off);
    logging::line("mail=" + std::to_string(letter->id) + " kind=" + letter->kind +
                  " attempt=" + std::to_string(letter->attempts) + (is_dead ? " dead" : "") +
                  " error=\"" + result.why + "\"");
    if (result.outcome == SendOutcome::unreachable) {
      round.unreachable = result.why;
      break;
    }
  }
  return round;
}

}  // namespace mail
