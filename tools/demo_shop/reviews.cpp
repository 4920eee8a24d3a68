#include <algorithm>
#include <array>

#include "demo_shop/history.h"

namespace demo {
namespace {

using Lines = std::vector<std::string>;

// By mood: 0 annoyed (1 and 2 stars), 1 torn (3), 2 pleased (4), 3 delighted (5).
const std::array<Lines, 4> kTitles = {
    {{"Not for me", "Disappointed", "Expected more", "Went back", "Hm, no", "Sadly not"},
     {"It is all right", "So-so", "Good with a but", "Does its job", "Mixed feelings"},
     {"Good buy", "Glad I took it", "Very decent", "Happy with it", "Solid", "Would buy again"},
     {"Wonderful", "Exactly right", "Better than expected", "Love it", "My favourite",
      "Perfect gift", "A small joy"}}};
const std::array<Lines, 4> kOpenings = {
    {{"I wanted to like it.", "It looked better in the picture.",
      "Two weeks in and I am not convinced.", "My daughter found it first: no.",
      "For this price I hoped for more."},
     {"It is fine.", "Took me a while to get used to it.", "Not bad at all, not great either.",
      "I went back and forth.", "My partner likes it more than I do."},
     {"I have used it for a month now.", "Bought it after a long comparison.",
      "It came quickly and well packed.", "A friend has the same, so I knew.", "Simple and good."},
     {"I use it every single day.", "This was a present, and it landed.",
      "My second one, this time for my mother.", "I did not expect to be this pleased.",
      "Everything about it feels considered."}}};
const std::array<Lines, 4> kVerdicts = {
    {{"The finish is careless.", "It felt cheaper than it was.", "I sent it back.",
      "The next one will be another make.", "Customer service was kind, at least."},
     {"For the price it is fair.", "It does what it says, no more.",
      "I keep it, but would look around next time.", "Fine for guests."},
     {"No complaints so far.", "Good value.", "I would choose it again.",
      "Small things could be better, the big ones are right.", "Works as described."},
     {"I recommend it to everybody.", "Worth every cent.", "I am thinking of a second one.",
      "It makes me smile, what more can one ask.", "Five stars without a doubt."}}};
const std::array<Lines, 4> kAspects = {
    {{"The {a} ({v}) is not what I imagined.",
      "I had hoped the {a} of {v} would help, it does not."},
     {"The {a}, {v}, is as promised.", "About the {a} ({v}): neither good nor bad."},
     {"The {a} ({v}) is just right.", "What I like is the {a}: {v}."},
     {"The {a} is a dream: {v}.", "And then the {a}, {v}, exactly what I was looking for."}}};
const Lines kAsides = {"It sits on the shelf by the window now.",
                       "The children noticed at once.",
                       "My flatmate keeps borrowing it.",
                       "I compared four others before.",
                       "Delivery took three days.",
                       "The box was larger than needed.",
                       "My old one had lasted for years.",
                       "It travelled with me twice already.",
                       "Bought on a rainy evening.",
                       "Even my father asked where it is from.",
                       "The colour is the one in the picture.",
                       "I wrote this after a month, not on the first day."};

std::string filled(std::string text, const std::string& slot, const std::string& value) {
  const std::size_t at = text.find(slot);
  if (at != std::string::npos) text.replace(at, slot.size(), value);
  return text;
}

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

}  // namespace

void write_review(Chance& chance, const Product& product, Review& review) {
  const std::size_t mood = review.stars <= 2 ? 0 : static_cast<std::size_t>(review.stars - 2);
  review.title = chance.one_of(kTitles[mood]);
  // Five ways to write: terse, chatty, to the point, with an aside, and the verdict first.
  const int persona = chance.number(0, 4);
  std::string aspect;
  if (!product.attributes.empty() && persona != 0) {
    const auto& [name, value] = chance.one_of(product.attributes);
    aspect = filled(filled(chance.one_of(kAspects[mood]), "{a}", lower_first(name)), "{v}", value);
  }
  const std::string& opening = chance.one_of(kOpenings[mood]);
  const std::string& verdict = chance.one_of(kVerdicts[mood]);
  const std::string& aside = chance.one_of(kAsides);
  switch (persona) {
    case 0: review.body = verdict + " " + aside; break;
    case 1: review.body = opening + " " + aspect + " " + aside + " " + verdict; break;
    case 2: review.body = aspect + " " + verdict; break;
    case 3: review.body = opening + " " + aside + " " + aspect; break;
    default: review.body = verdict + " " + opening + " " + aspect;
  }
}

}  // namespace demo
