/// admin_centers_page.cpp - GET and POST /admin/centers and /admin/center/{id}: where stock lies.
///
/// Template: templates/admin/admin_centers_page.tpl
/// Test:     tests/page/admin_centers_page_test.cpp

#include <charconv>

#include "admin/admin_stock_pages.h"
#include "admin/list_slice.h"
#include "admin_centers_page.tpl.varnames.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "inventory/centers.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

using inventory::Center;
using inventory::CenterOutcome;

constexpr std::size_t kLongestName = 100;
constexpr std::size_t kShown = 50;

/// The form's fields as typed.
struct Typed {
  std::string name{};
  std::string latitude{};
  std::string longitude{};
};

std::string degrees_text(const std::optional<double>& degrees) {
  if (!degrees) return "";
  char text[32];
  const auto end = std::to_chars(std::begin(text), std::end(text), *degrees);
  return {std::begin(text), end.ptr};
}

Typed typed_of(const Center& center) {
  return {center.name, degrees_text(center.latitude), degrees_text(center.longitude)};
}

/// Degrees from -most to most, or nothing when the field is empty.
std::optional<double> read_degrees(web::Form& form, const std::string& field, std::string& typed,
                                   int most) {
  typed = form.text(field, 20, false);
  if (typed.empty()) return std::nullopt;
  double degrees = 0;
  const auto end = std::from_chars(typed.data(), typed.data() + typed.size(), degrees);
  const bool is_number = end.ec == std::errc() && end.ptr == typed.data() + typed.size();
  if (is_number && degrees >= -most && degrees <= most) return degrees;
  form.add_problem(field, {"stock.bad_degrees", {std::to_string(most)}});
  return std::nullopt;
}

Center read_center(web::Form& form, Typed& typed) {
  Center center;
  center.name = typed.name = form.text("name", kLongestName, true);
  center.latitude = read_degrees(form, "latitude", typed.latitude, 90);
  center.longitude = read_degrees(form, "longitude", typed.longitude, 180);
  return center;
}

std::string read_words(const web::Request& request) {
  return shortened(trimmed(request.query.get("q")), kLongestName);
}

std::vector<inventory::ListedCenter> found_centers(db::Connection& db, const std::string& words) {
  auto centers = inventory::list_centers(db);
  std::erase_if(centers, [&](const inventory::ListedCenter& listed) {
    return to_lower(listed.center.name).find(to_lower(words)) == std::string::npos;
  });
  return centers;
}

void fill_list(ctemplate::TemplateDictionary& body, const web::Request& request, Shop& shop) {
  const std::string words = read_words(request);
  const auto slice = slice_behind(
      found_centers(shop.db, words), [](const auto& listed) { return listed.center.id; },
      to_integer(request.query.get("behind"), 1).value_or(0), kShown);
  body.SetValue(kacp_QUERY, words);
  body.SetValue(kacp_FILE_URL, "/admin/centers.csv?q=" + url_encoded(words));
  if (slice.items.empty()) return;
  if (slice.has_more) {
    body.SetValueAndShowSection(kacp_MORE_URL,
                                "/admin/centers?q=" + url_encoded(words) +
                                    "&behind=" + std::to_string(slice.items.back().center.id),
                                kacp_MORE);
  }
  auto& table = *body.AddSectionDictionary(kacp_TABLE);
  for (const inventory::ListedCenter& listed : slice.items) {
    auto& row = *table.AddSectionDictionary(kacp_CENTER);
    row.SetIntValue(kacp_CENTER_ID, listed.center.id);
    row.SetValue(kacp_CENTER_NAME, listed.center.name);
    row.SetValue(kacp_CENTER_LATITUDE, degrees_text(listed.center.latitude));
    row.SetValue(kacp_CENTER_LONGITUDE, degrees_text(listed.center.longitude));
    row.SetIntValue(kacp_CENTER_PIECES, listed.pieces);
    row.SetValue(kacp_CENTER_VALUE, to_text(listed.value, request.site->currency));
  }
}

/// The list with a form below it: for a new centre, or to change `center`, which is as the form was
/// made, whatever is typed now.
web::Response show(const web::Request& request, Shop& shop, const Center* center,
                   const web::Form* form, const Typed& typed) {
  web::Page page(request, "admin/admin_centers_page.tpl", request.say({"stock.centers_title"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kacp_CSRF, request.csrf_token());
  body.SetValue(kacp_NAME, typed.name);
  body.SetValue(kacp_LATITUDE, typed.latitude);
  body.SetValue(kacp_LONGITUDE, typed.longitude);
  if (center == nullptr) {
    body.ShowSection(kacp_NEW);
  } else {
    auto& change = *body.AddSectionDictionary(kacp_CHANGE);
    change.SetIntValue(kacp_CHANGE_ID, center->id);
    change.SetValue(kacp_CHANGE_NAME, center->name);
  }
  fill_list(body, request, shop);
  if (form != nullptr) form->fill_problems(body);
  return page.render(form == nullptr ? 200 : 422);
}

Center must_find(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  auto center = inventory::find_center(shop.db, id);
  if (!center) throw web::NotFound("centre " + std::to_string(id));
  return std::move(*center);
}

}  // namespace

web::Response admin_centers_file(const web::Request& request, Shop& shop) {
  web::Response response = web::csv_response("centers");
  add_csv_line(response.body, {"id", "name", "latitude", "longitude", "pieces", "bought_for"});
  for (const auto& [center, pieces, value] : found_centers(shop.db, read_words(request))) {
    add_csv_line(response.body,
                 {std::to_string(center.id), center.name, degrees_text(center.latitude),
                  degrees_text(center.longitude), std::to_string(pieces), to_decimal(value)});
  }
  return response;
}

web::Response admin_centers_page(const web::Request& request, Shop& shop) {
  return show(request, shop, nullptr, nullptr, {});
}

web::Response post_center_add(const web::Request& request, Shop& shop) {
  web::Form form(request);
  Typed typed;
  const Center center = read_center(form, typed);
  if (!form.has_problems()) {
    if (inventory::save_center(shop.db, center, "") == CenterOutcome::saved) {
      return web::redirect_after_post("/admin/centers", {"stock.center_saved", {center.name}});
    }
    form.add_problem("name", {"stock.center_taken"});
  }
  return show(request, shop, nullptr, &form, typed);
}

web::Response admin_center_page(const web::Request& request, Shop& shop) {
  const Center center = must_find(request, shop);
  return show(request, shop, &center, nullptr, typed_of(center));
}

web::Response post_center_change(const web::Request& request, Shop& shop) {
  const Center center = must_find(request, shop);
  const std::string before = web::form_text(request, "before", kLongestName);
  web::Form form(request);
  Typed typed;
  Center wanted = read_center(form, typed);
  wanted.id = center.id;
  if (!form.has_problems()) {
    switch (inventory::save_center(shop.db, wanted, before)) {
      case CenterOutcome::saved:
        return web::redirect_after_post("/admin/centers", {"stock.center_saved", {wanted.name}});
      case CenterOutcome::changed_meanwhile:
        return web::redirect_with_warning("/admin/center/" + std::to_string(center.id),
                                          {"stock.center_changed_meanwhile"});
      case CenterOutcome::name_taken: form.add_problem("name", {"stock.center_taken"}); break;
    }
  }
  return show(request, shop, &center, &form, typed);
}

}  // namespace admin
