#include "search/listing_view.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "listing_page.tpl.varnames.h"
#include "web/number_text.h"

namespace search {
namespace {

using ctemplate::TemplateDictionary;
using web::NumberText;

/// Where most of what was found is, above the products: on a phone the filters are far below.
void fill_places(TemplateDictionary& found, const ListingView& view) {
  constexpr std::size_t kMostPlaces = 5;
  const Results& results = view.results;
  if (results.asked.text.empty() || !results.asked.category.empty()) return;
  std::vector<FacetValue> places = results.categories.values;
  std::stable_sort(places.begin(), places.end(),
                   [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
  if (places.size() < 2) return;
  if (places.size() > kMostPlaces) places.resize(kMostPlaces);
  auto& section = *found.AddSectionDictionary(klp_PLACES);
  for (const FacetValue& place : places) {
    auto& row = *section.AddSectionDictionary(klp_PLACE);
    row.SetValue(klp_PLACE_NAME, place.name);
    row.SetValue(klp_PLACE_URL, category_url(view, place));
    row.SetValue(klp_PLACE_COUNT, NumberText(place.count));
  }
}

void fill_related(TemplateDictionary& page, const ListingView& view) {
  if (view.related.empty()) return;
  auto& section = *page.AddSectionDictionary(klp_RELATED);
  for (const std::string& text : view.related) {
    auto& row = *section.AddSectionDictionary(klp_RELATED_SEARCH);
    row.SetValueWithoutCopy(klp_RELATED_SEARCH_TEXT, text);
    row.SetValue(klp_RELATED_SEARCH_URL, "/search?q=" + url_encoded(text));
  }
}

/// How the words were read, with a way back.
void fill_reading(TemplateDictionary& page, const ListingView& view) {
  const web::Request& request = view.request;
  const Results& results = view.results;
  const std::string typed = shortened(view.asked.query.text, 80);
  const std::string& corrected = results.understood.corrected_text;
  if (!corrected.empty()) {
    auto& section = *page.AddSectionDictionary(klp_CORRECTED);
    section.SetValue(klp_CORRECTED_TEXT, corrected);
    section.SetValue(klp_CORRECTED_TYPED, typed);
    section.SetValue(klp_CORRECTED_EXACT_URL, as_typed(request, "exact"));
  }
  if (results.has_read_filters) {
    auto& section = *page.AddSectionDictionary(klp_READ);
    section.SetValue(klp_READ_TYPED, typed);
    section.SetValue(klp_READ_PLAIN_URL, as_typed(request, "plain"));
  }
  if (results.total == 0) return;
  if (results.is_without_filters) {
    page.SetValueAndShowSection(klp_WITHOUT_FILTERS_TYPED, typed, klp_WITHOUT_FILTERS);
  }
  const auto& unknown = results.understood.unknown_words;
  if (!unknown.empty()) {
    std::string words;
    for (const std::string& word : unknown) words += (words.empty() ? "" : " ") + word;
    page.SetValueAndShowSection(klp_UNKNOWN_WORDS, shortened(words, 80), klp_UNKNOWN);
  } else if (!results.has_all_words) {
    page.ShowSection(klp_SOME_WORDS);
  }
}

void fill_sorts(TemplateDictionary& found, const ListingView& view) {
  constexpr std::array kOrders = {Sort::relevance, Sort::price_up, Sort::price_down,
                                  Sort::rating,    Sort::newest,   Sort::popular};
  const bool has_words = !view.results.understood.terms.empty();
  const Sort asked = view.asked.query.sort;
  const Sort chosen = asked == Sort::relevance && !has_words ? Sort::popular : asked;
  for (const Sort order : kOrders) {
    if (order == Sort::relevance && !has_words) continue;
    const std::string name = view.request.say({"listing.sort_" + std::string(name_of(order))});
    auto& sort = *found.AddSectionDictionary(klp_SORT);
    if (order == chosen) {
      sort.SetValueAndShowSection(klp_SORT_HERE_NAME, name, klp_SORT_HERE);
      continue;
    }
    auto& link = *sort.AddSectionDictionary(klp_SORT_LINK);
    link.SetValue(klp_SORT_LINK_NAME, name);
    link.SetValue(klp_SORT_LINK_URL, view.links.with("sort", name_of(order)));
  }
}

/// First, last, and two around the present page.
std::vector<int> shown_pages(int page, int pages) {
  std::vector<int> shown;
  for (int number = 1; number <= pages; ++number) {
    const bool is_near = number >= page - 2 && number <= page + 2;
    if (number == 1 || number == pages || is_near) {
      shown.push_back(number);
    } else if (shown.back() != 0) {
      shown.push_back(0);  // a gap
    }
  }
  return shown;
}

void fill_pager(TemplateDictionary& page, const ListingView& view) {
  const Results& results = view.results;
  if (results.pages < 2) return;
  auto& pager = *page.AddSectionDictionary(klp_PAGER);
  if (results.page > 1) {
    pager.SetValueAndShowSection(klp_PAGER_BEFORE_URL, view.links.page(results.page - 1),
                                 klp_PAGER_BEFORE);
  }
  if (results.page < results.pages) {
    pager.SetValueAndShowSection(klp_PAGER_NEXT_URL, view.links.page(results.page + 1),
                                 klp_PAGER_NEXT);
  }
  for (const int number : shown_pages(results.page, results.pages)) {
    auto& step = *pager.AddSectionDictionary(klp_PAGER_PAGE);
    if (number == 0) {
      step.ShowSection(klp_PAGER_GAP);
    } else if (number == results.page) {
      step.AddSectionDictionary(klp_PAGER_HERE)
          ->SetValue(klp_PAGER_HERE_NUMBER, NumberText(number));
    } else {
      auto& link = *step.AddSectionDictionary(klp_PAGER_LINK);
      link.SetValue(klp_PAGER_LINK_NUMBER, NumberText(number));
      link.SetValue(klp_PAGER_LINK_URL, view.links.page(number));
    }
  }
}

void fill_nothing(TemplateDictionary& page, const ListingView& view, bool has_filters) {
  auto& nothing = *page.AddSectionDictionary(klp_NOTHING);
  const std::string& text = view.asked.query.text;
  if (!text.empty()) {
    nothing.SetValueAndShowSection(klp_NOTHING_TEXT_VALUE, text, klp_NOTHING_TEXT);
  }
  if (has_filters) nothing.ShowSection(klp_NOTHING_FILTERS);
  nothing.SetValue(klp_NOTHING_ASK_URL, "/chat?ask=" + url_encoded(text));
  if (!view.wider.empty()) {
    auto& wider = *nothing.AddSectionDictionary(klp_WIDER);
    for (const ListingView::Wider& step : view.wider) {
      auto& row = *wider.AddSectionDictionary(klp_WIDER_STEP);
      row.SetValue(klp_WIDER_STEP_NAME, step.name);
      row.SetValue(klp_WIDER_STEP_URL, step.url);
      row.SetIntValue(klp_WIDER_STEP_COUNT, step.count);
    }
  }
  if (view.instead.empty()) return;
  page.SetValueAndShowSection(klp_INSTEAD_PRODUCT_CARDS,
                              view.cards.html(view.instead, view.request.site->currency),
                              klp_INSTEAD);
}

void fill_found(TemplateDictionary& page, const ListingView& view) {
  const Results& results = view.results;
  auto& found = *page.AddSectionDictionary(klp_FOUND);
  found.SetValue(klp_FOUND_COUNT, NumberText(results.total));
  if (results.pages > 1) {
    auto& note = *found.AddSectionDictionary(klp_PAGE_NOTE);
    note.SetValue(klp_PAGE_NOTE_NUMBER, NumberText(results.page));
    note.SetValue(klp_PAGE_NOTE_COUNT, NumberText(results.pages));
  }
  fill_sorts(found, view);
  fill_places(found, view);
  found.SetValue(klp_FOUND_PRODUCT_CARDS,
                 view.cards.html(results.products, view.request.site->currency));
}

void fill_path(TemplateDictionary& page, const ListingView& view) {
  if (view.path.empty()) return;
  auto& path = *page.AddSectionDictionary(klp_PATH);
  for (const CategoryNode& node : view.path) {
    if (&node == &view.path.back()) break;
    auto& step = *path.AddSectionDictionary(klp_PATH_STEP);
    step.SetValue(klp_PATH_STEP_URL, "/category/" + node.slug);
    step.SetValue(klp_PATH_STEP_NAME, node.name);
  }
  path.SetValue(klp_PATH_NAME, view.path.back().name);
}

}  // namespace

std::string heading_of(const ListingView& view) {
  const std::string& text = view.asked.query.text;
  if (!text.empty()) return view.request.say({"listing.heading_search", {shortened(text, 80)}});
  if (!view.path.empty()) return view.path.back().name;
  return view.request.say({"listing.heading_all"});
}

void fill_listing(TemplateDictionary& page, const ListingView& view) {
  const web::Request& request = view.request;
  page.SetValue(klp_HEADING, heading_of(view));
  fill_path(page, view);
  for (const web::Message& problem : view.asked.problems) {
    page.AddSectionDictionary(klp_BAD_INPUT)->SetValue(klp_BAD_INPUT_TEXT, request.say(problem));
  }
  fill_reading(page, view);
  const auto chips = chips_of(request, view.results, view.links);
  if (!chips.empty()) {
    auto& section = *page.AddSectionDictionary(klp_CHIPS);
    section.SetValue(klp_CHIPS_CLEAR_URL, view.links.unfiltered());
    for (const Chip& chip : chips) {
      auto& row = *section.AddSectionDictionary(klp_CHIP);
      row.SetValue(klp_CHIP_NAME, chip.name);
      row.SetValue(klp_CHIP_URL, chip.url);
    }
  }
  if (view.results.total > 0) {
    fill_found(page, view);
  } else {
    fill_nothing(page, view, !chips.empty());
  }
  fill_pager(page, view);
  fill_related(page, view);
  fill_filters(page, view);
}

}  // namespace search
