/// logo_page.cpp - POST /admin/settings/logo and /admin/settings/logo/remove.
///
/// Test: tests/page/settings_page_test.cpp

#include "admin/settings_pages.h"
#include "catalog/picture_store.h"
#include "settings.sql.h"
#include "shop.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/settings";

std::string stored_logo(Shop& shop) {
  for (const db::Row row : shop.db.run(sql::settings::all_settings)) {
    if (row.text("name") == "logo") return row.string("value");
  }
  return "";
}

const char* refusal_of(catalog::PictureOutcome outcome) {
  switch (outcome) {
    case catalog::PictureOutcome::made: break;
    case catalog::PictureOutcome::unknown_format: return "picture.unknown_format";
    case catalog::PictureOutcome::too_many_pixels: return "picture.too_many_pixels";
    case catalog::PictureOutcome::wrong_shape: return "picture.wrong_shape";
    case catalog::PictureOutcome::broken: return "picture.broken";
  }
  throw std::logic_error("a picture that was made is not refused");
}

}  // namespace

web::Response post_logo(const web::Request& request, Shop& shop) {
  if (request.files.size() != 1 || request.files.front().field != "logo" ||
      request.files.front().data.empty()) {
    return web::redirect_with_warning(kPath, {"settings.no_logo"});
  }
  const web::Upload& upload = request.files.front();
  const catalog::MadePicture made = catalog::make_picture(shop.config.pictures, upload.data);
  if (made.outcome != catalog::PictureOutcome::made) {
    return web::redirect_with_warning(kPath, {refusal_of(made.outcome), {upload.filename}});
  }
  const std::string before = stored_logo(shop);
  shop.db.run(sql::settings::set_setting, "logo", made.file, request.now);
  catalog::drop_picture(shop.config.pictures, before);
  return web::redirect_after_post(kPath, {"settings.logo_saved"});
}

web::Response post_logo_remove(const web::Request& request, Shop& shop) {
  const std::string before = stored_logo(shop);
  shop.db.run(sql::settings::set_setting, "logo", "", request.now);
  catalog::drop_picture(shop.config.pictures, before);
  return web::redirect_after_post(kPath, {"settings.logo_saved"});
}

}  // namespace admin
