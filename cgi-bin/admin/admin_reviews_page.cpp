/// admin_reviews_page.cpp - GET /admin/reviews, /admin/reviews.csv and POST /admin/reviews/{id}.
///
/// Template: templates/admin/admin_reviews_page.tpl
/// Test:     tests/page/review_page_test.cpp

#include <array>

#include "admin/reviews_pages.h"
#include "admin_reviews_page.tpl.varnames.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "catalog/moderation.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr int kRows = 30;
constexpr int kRowsInFile = 10000;
constexpr std::size_t kMostWords = 100;
constexpr std::array<std::string_view, 4> kLists = {"open", "shown", "hidden", "all"};

struct Filter {
  std::string show = "open";
  std::string words{};
  std::optional<std::int64_t> before{};
};

Filter read_filter(const web::Request& request) {
  Filter filter;
  for (const std::string_view list : kLists) {
    if (request.query.get("show") == list) filter.show = list;
  }
  filter.words = trimmed(request.query.get("q"));
  if (count_characters(filter.words) > kMostWords) filter.words.clear();
  filter.before = to_integer(request.query.get("before"), 1);
  return filter;
}

std::string address_of(const Filter& filter) {
  return "?show=" + filter.show + "&q=" + url_encoded(filter.words);
}

void fill_review(ctemplate::TemplateDictionary& row, const web::Request& request,
                 const Filter& filter, const catalog::ModeratedReview& review) {
  row.SetIntValue(karp_REVIEW_ID, review.id);
  row.SetValue(karp_REVIEW_CSRF, request.csrf_token());
  row.SetValue(karp_REVIEW_VERSION, review.version);
  row.SetValue(karp_REVIEW_SHOW, filter.show);
  row.SetValue(karp_REVIEW_PRODUCT, review.product);
  row.SetValue(karp_REVIEW_PATH, review.product_path);
  row.SetValue(karp_REVIEW_AUTHOR, review.author);
  row.SetIntValue(karp_REVIEW_STARS, review.stars);
  row.SetValue(karp_REVIEW_TITLE, review.title);
  row.SetValue(karp_REVIEW_BODY, review.body);
  row.SetValue(karp_REVIEW_AT, to_minute_text(review.at));
  row.SetValue(karp_REVIEW_STATE, request.say({"review.state." + review.state}));
  if (review.verified) row.ShowSection(karp_REVIEW_VERIFIED);
  if (review.helpful > 0) {
    row.SetValueAndShowSection(karp_REVIEW_HELPFUL_COUNT, std::to_string(review.helpful),
                               karp_REVIEW_HELPFUL);
  }
  if (review.reports > 0) {
    auto& reports = *row.AddSectionDictionary(karp_REVIEW_REPORTED);
    reports.SetIntValue(karp_REVIEW_REPORTED_COUNT, review.reports);
    reports.SetValue(karp_REVIEW_REPORTED_REASONS, review.reasons);
  }
  if (review.state != "hidden") row.ShowSection(karp_REVIEW_MAY_HIDE);
  if (review.state != "shown") row.ShowSection(karp_REVIEW_MAY_SHOW);
  if (review.state == "shown" && review.reports > 0) row.ShowSection(karp_REVIEW_MAY_KEEP);
}

}  // namespace

web::Response admin_reviews_page(const web::Request& request, Shop& shop) {
  const Filter filter = read_filter(request);
  auto reviews =
      catalog::list_moderated(shop.db, filter.show, filter.words, filter.before, kRows + 1);
  const bool has_more = reviews.size() > kRows;
  if (has_more) reviews.pop_back();

  web::Page page(request, "admin/admin_reviews_page.tpl", request.say({"title.reviews"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(karp_WORDS, filter.words);
  body.SetValue(karp_FILE, "/admin/reviews.csv" + address_of(filter));
  for (const std::string_view list : kLists) {
    auto& choice = *body.AddSectionDictionary(karp_LIST);
    choice.SetValue(karp_LIST_CODE, std::string(list));
    choice.SetValue(karp_LIST_NAME, request.say({"review.list." + std::string(list)}));
    if (filter.show == list) choice.ShowSection(karp_LIST_CHOSEN);
  }
  for (const catalog::ModeratedReview& review : reviews) {
    fill_review(*body.AddSectionDictionary(karp_REVIEW), request, filter, review);
  }
  if (reviews.empty()) body.ShowSection(karp_NONE);
  if (has_more) {
    body.SetValueAndShowSection(
        karp_MORE_URL,
        "/admin/reviews" + address_of(filter) + "&before=" + std::to_string(reviews.back().id),
        karp_MORE);
  }
  return page.render();
}

web::Response admin_reviews_file(const web::Request& request, Shop& shop) {
  const Filter filter = read_filter(request);
  web::Response response = web::csv_response("reviews");
  add_csv_line(response.body, {"id", "written_at", "product", "author", "stars", "title", "text",
                               "verified", "state", "helpful", "reports"});
  for (const auto& review :
       catalog::list_moderated(shop.db, filter.show, filter.words, filter.before, kRowsInFile)) {
    add_csv_line(response.body, {std::to_string(review.id), to_iso(review.at), review.product,
                                 review.author, std::to_string(review.stars), review.title,
                                 review.body, review.verified ? "yes" : "no", review.state,
                                 std::to_string(review.helpful), std::to_string(review.reports)});
  }
  return response;
}

web::Response post_review_moderated(const web::Request& request, Shop& shop) {
  constexpr std::size_t kLongestWord = 30;
  const std::string act = web::form_text(request, "act", kLongestWord);
  const std::string show = web::form_text(request, "show", kLongestWord);
  if (act != "show" && act != "hide") throw web::BadRequest("there is no such act");
  const std::string path = "/admin/reviews?show=" + url_encoded(show);
  const bool is_done = catalog::moderate_review(shop.db, request.captured_id("id"),
                                                web::form_text(request, "version", kLongestWord),
                                                act == "show", request.now);
  if (!is_done) return web::redirect_with_warning(path, {"review.changed_meanwhile"});
  return web::redirect_after_post(path, {act == "show" ? "review.now_shown" : "review.now_hidden"});
}

}  // namespace admin
