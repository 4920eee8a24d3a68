#include "recommend/suggestion_view.h"

namespace recommend {

std::string reason_of(const web::Request& request, const Suggestion& suggestion) {
  const std::string together = std::to_string(suggestion.together);
  const std::string orders = std::to_string(suggestion.orders);
  if (suggestion.kind == Suggestion::Kind::again) {
    return request.say({"recommend.again", {together, orders}});
  }
  if (suggestion.kind == Suggestion::Kind::popular) {
    return request.say({"recommend.popular", {orders}});
  }
  if (suggestion.together == 0) return request.say({"recommend.like", {suggestion.because}});
  return request.say({"recommend.together", {suggestion.because, together, orders}});
}

void fill_suggestions(ctemplate::TemplateDictionary& page, const web::Request& request,
                      catalog::FinishedCards& cards, const ctemplate::TemplateString& section,
                      const ctemplate::TemplateString& place,
                      const std::vector<Suggestion>& suggestions) {
  if (suggestions.empty()) return;
  std::string html;
  for (const Suggestion& suggestion : suggestions) {
    html += cards.card(suggestion.card, request.site->currency, reason_of(request, suggestion));
  }
  page.SetValueAndShowSection(place, html, section);
}

}  // namespace recommend
