/// upload_api.cpp - POST /api/products/upload: one more picture of a product.
///
/// Test: tests/page/manage_api_test.cpp

#include "base/text.h"
#include "catalog/manage_api.h"
#include "catalog/picture_store.h"
#include "catalog/pictures.h"
#include "shop.h"
#include "web/form.h"
#include "web/json_list.h"

namespace catalog {
namespace {

/// Empty when the picture was made.
web::Message refusal_of(PictureOutcome outcome, const std::string& filename) {
  switch (outcome) {
    case PictureOutcome::made: return {};
    case PictureOutcome::unknown_format: return {"picture.unknown_format", {filename}};
    case PictureOutcome::too_many_pixels: return {"picture.too_many_pixels", {filename}};
    case PictureOutcome::wrong_shape: return {"picture.wrong_shape", {filename}};
    case PictureOutcome::broken: return {"picture.broken", {filename}};
  }
  throw std::logic_error("unknown PictureOutcome");
}

web::BadFields bad_image(web::Message message) {
  return web::BadFields(std::vector<web::FieldProblem>{{"image", std::move(message)}});
}

struct Sent {
  std::int64_t product = 0;
  std::string alt{};
};

Sent read_form(const web::Request& request) {
  if (!request.content_type.starts_with("multipart/form-data")) {
    throw web::UnsupportedMediaType("upload", {"api.multipart"});
  }
  web::Form form(request);
  Sent sent{form.integer("product_id", 1, INT64_MAX), form.text("alt", kMostAlt, false)};
  if (form.has_problems()) throw web::BadFields(form.problems());
  if (request.files.size() != 1) throw bad_image({"api.one_image"});
  return sent;
}

web::Json pictures_json(const web::Site& site, const std::vector<Picture>& pictures) {
  web::Json list = web::Json::array();
  for (const Picture& picture : pictures) {
    list.push_back(
        {{"url", web::absolute_url(site, picture_url(picture.file))}, {"alt", picture.alt}});
  }
  return list;
}

}  // namespace

web::Response api_product_upload(const web::Request& request, Shop& shop) {
  const Sent sent = read_form(request);
  auto found = find_pictures(shop.db, sent.product);
  if (!found) throw web::NotFound("product");
  if (found->pictures.size() >= kMostPictures) {
    throw web::Conflict("pictures", {"picture.too_many", {std::to_string(kMostPictures)}});
  }
  const web::Upload& upload = request.files.front();
  const MadePicture made = make_picture(shop.config.pictures, upload.data);
  const web::Message refusal = refusal_of(made.outcome, upload.filename);
  if (!refusal.empty()) throw bad_image(refusal);
  found->pictures.push_back({made.file, sent.alt});
  const PicturesSaved saved = save_pictures(shop.db, sent.product, found->version, found->pictures);
  if (saved.outcome != SaveOutcome::saved) {
    drop_picture(shop.config.pictures, made.file);
    throw web::Conflict("another version", {"product.changed_meanwhile"});
  }
  return web::json_response(
      {{"product_id", sent.product},
       {"image_url", web::absolute_url(*request.site, picture_url(made.file))},
       {"images", pictures_json(*request.site, found->pictures)}},
      201);
}

}  // namespace catalog
