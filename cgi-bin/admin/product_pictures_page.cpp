/// product_pictures_page.cpp - GET /admin/products/{id}/pictures, its upload and its order.
///
/// Template: templates/admin/product_pictures_page.tpl
/// Test:     tests/page/product_pictures_page_test.cpp

#include <algorithm>

#include "admin/products_pages.h"
#include "base/text.h"
#include "catalog/picture_store.h"
#include "catalog/pictures.h"
#include "product_pictures_page.tpl.varnames.h"

namespace admin {
namespace {

std::string path_of(const web::Request& request) {
  return "/admin/products/" + std::to_string(request.captured_id("id")) + "/pictures";
}

catalog::ProductPictures pictures_of(const web::Request& request, Shop& shop) {
  auto found = catalog::find_pictures(shop.db, request.captured_id("id"));
  if (!found) throw web::NotFound("product " + request.captured_text("id"));
  return std::move(*found);
}

int version_of(const web::Request& request) {
  return static_cast<int>(web::form_integer(request, "version", 1, INT32_MAX));
}

/// Empty when the picture was made.
web::Message refusal_of(catalog::PictureOutcome outcome, const std::string& filename) {
  switch (outcome) {
    case catalog::PictureOutcome::made: return {};
    case catalog::PictureOutcome::unknown_format: return {"picture.unknown_format", {filename}};
    case catalog::PictureOutcome::too_many_pixels: return {"picture.too_many_pixels", {filename}};
    case catalog::PictureOutcome::wrong_shape: return {"picture.wrong_shape", {filename}};
    case catalog::PictureOutcome::broken: return {"picture.broken", {filename}};
  }
  throw std::logic_error("unknown PictureOutcome");
}

/// Files that were made for a change; deleted again unless it happens.
class MadeFiles {
 public:
  explicit MadeFiles(const std::string& folder) : folder_(folder) {}
  ~MadeFiles() {
    for (const std::string& file : files_) catalog::drop_picture(folder_, file);
  }
  MadeFiles(const MadeFiles&) = delete;
  MadeFiles& operator=(const MadeFiles&) = delete;
  void add(const std::string& file) { files_.push_back(file); }
  void keep() { files_.clear(); }

 private:
  const std::string& folder_;
  std::vector<std::string> files_;
};

web::Response say_saved(const web::Request& request, Shop& shop,
                        const catalog::PicturesSaved& saved, web::Message done) {
  for (const std::string& file : saved.unused) {
    catalog::drop_picture(shop.config.pictures, file);
  }
  if (saved.outcome == catalog::SaveOutcome::saved) {
    return web::redirect_after_post(path_of(request), std::move(done));
  }
  if (saved.outcome == catalog::SaveOutcome::changed_meanwhile) {
    return web::redirect_with_warning(path_of(request), {"product.changed_meanwhile"});
  }
  throw web::NotFound("product");
}

/// One row of the form that orders pictures.
struct Place {
  std::int64_t position = 0;
  catalog::Picture picture{};
};

/// The pictures as the form wants them: by position, without those ticked for deletion.
std::vector<catalog::Picture> read_order(const std::vector<catalog::Picture>& pictures,
                                         web::Form& form) {
  std::vector<Place> places;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    if (form.checked("drop_" + number)) continue;
    const std::int64_t position = form.integer("position_" + number, 0, 1000);
    places.push_back(
        {position, {pictures[i].file, form.text("alt_" + number, catalog::kMostAlt, false)}});
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.position < b.position; });
  std::vector<catalog::Picture> ordered;
  for (Place& place : places) ordered.push_back(std::move(place.picture));
  return ordered;
}

}  // namespace

web::Response product_pictures_page(const web::Request& request, Shop& shop) {
  const catalog::ProductPictures found = pictures_of(request, shop);
  const auto product = catalog::find_to_edit(shop.db, request.captured_id("id"));
  if (!product) throw web::NotFound("product");
  web::Page page(request, "admin/product_pictures_page.tpl",
                 request.say({"title.pictures", {product->draft.name}}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kppp_PRODUCT_ID, std::to_string(product->id));
  body.SetValue(kppp_PRODUCT_NAME, product->draft.name);
  body.SetIntValue(kppp_VERSION, found.version);
  body.SetValue(kppp_CSRF, request.csrf_token());
  if (found.pictures.empty()) {
    body.ShowSection(kppp_NONE);
    return page.render();
  }
  auto& list = *body.AddSectionDictionary(kppp_LIST);
  int number = 0;
  for (const catalog::Picture& picture : found.pictures) {
    auto& row = *list.AddSectionDictionary(kppp_PICTURE);
    row.SetIntValue(kppp_PICTURE_NUMBER, ++number);
    row.SetValue(kppp_PICTURE_URL, catalog::picture_url(picture.file));
    row.SetValue(kppp_PICTURE_ALT, picture.alt);
  }
  return page.render();
}

web::Response post_product_pictures(const web::Request& request, Shop& shop) {
  const std::int64_t product = request.captured_id("id");
  const std::string path = path_of(request);
  catalog::ProductPictures found = pictures_of(request, shop);
  const int version = version_of(request);
  if (found.version != version) {
    return web::redirect_with_warning(path, {"product.changed_meanwhile"});
  }
  if (request.files.empty()) return web::redirect_with_warning(path, {"picture.none"});
  if (found.pictures.size() + request.files.size() > catalog::kMostPictures) {
    return web::redirect_with_warning(
        path, {"picture.too_many", {std::to_string(catalog::kMostPictures)}});
  }
  web::Form form(request);
  const std::string alt = form.text("alt", catalog::kMostAlt, false);
  if (form.has_problems()) return web::redirect_with_warning(path, form.problems()[0].message);

  MadeFiles made(shop.config.pictures);
  for (const web::Upload& upload : request.files) {
    const catalog::MadePicture picture = catalog::make_picture(shop.config.pictures, upload.data);
    web::Message refusal = refusal_of(picture.outcome, upload.filename);
    if (!refusal.empty()) return web::redirect_with_warning(path, std::move(refusal));
    made.add(picture.file);
    found.pictures.push_back({picture.file, alt});
  }
  const auto saved = catalog::save_pictures(shop.db, product, version, found.pictures);
  if (saved.outcome == catalog::SaveOutcome::saved) made.keep();
  return say_saved(request, shop, saved, {"picture.added", {std::to_string(request.files.size())}});
}

web::Response post_product_pictures_order(const web::Request& request, Shop& shop) {
  const catalog::ProductPictures found = pictures_of(request, shop);
  // The rows are numbered as they were seen: another version may number others.
  if (found.version != version_of(request)) {
    return web::redirect_with_warning(path_of(request), {"product.changed_meanwhile"});
  }
  web::Form form(request);
  const auto ordered = read_order(found.pictures, form);
  if (form.has_problems()) {
    return web::redirect_with_warning(path_of(request), form.problems()[0].message);
  }
  const auto saved =
      catalog::save_pictures(shop.db, request.captured_id("id"), found.version, ordered);
  return say_saved(request, shop, saved, {"picture.saved"});
}

}  // namespace admin
