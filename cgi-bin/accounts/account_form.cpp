#include "accounts/account_form.h"

#include "accounts/log_ins.h"
#include "adopt_guest.h"
#include "base/text.h"
#include "shop.h"
#include "web/countries.h"

namespace accounts {
namespace {

/// What was not sent stays as it is.
Profile read_rest(const web::Request& request, web::Form& form, Profile profile) {
  const auto read = [&](const char* field, std::size_t most, std::string& text) {
    if (form.has(field)) text = form.text(field, most, false);
  };
  read("first_name", kLongestName, profile.first_name);
  read("last_name", kLongestName, profile.last_name);
  read("phone", kLongestPhone, profile.phone);
  read("street", kLongestStreet, profile.street);
  read("postal_code", kLongestPostalCode, profile.postal_code);
  read("city", kLongestName, profile.city);
  read("country", 2, profile.country);
  if (!profile.country.empty() && !web::is_country(request, profile.country)) {
    form.add_problem("country", {"register.country_unknown"});
  }
  return profile;
}

}  // namespace

void check_new_password(web::Form& form, const std::string& field, const std::string& password,
                        const std::string& username, const std::string& email) {
  switch (judge_password(password, username, email)) {
    case PasswordVerdict::good: return;
    case PasswordVerdict::too_short: form.add_problem(field, {"password.too_short"}); return;
    case PasswordVerdict::too_long: form.add_problem(field, {"password.too_long"}); return;
    case PasswordVerdict::too_common: form.add_problem(field, {"password.too_common"}); return;
    case PasswordVerdict::like_the_name:
      form.add_problem(field, {"password.like_the_name"});
      return;
  }
}

std::string read_email(web::Form& form) {
  std::string email = form.text("email", kLongestEmail, true);
  if (!form.has_problem("email") && !has_email_shape(email)) {
    form.add_problem("email", {"register.email_shape"});
  }
  return email;
}

Profile read_profile(const web::Request& request, web::Form& form) {
  Profile profile;
  profile.email = read_email(form);
  return read_rest(request, form, profile);
}

Profile read_profile_changes(const web::Request& request, web::Form& form, const Profile& before) {
  Profile profile = before;
  if (form.has("email")) profile.email = read_email(form);
  return read_rest(request, form, profile);
}

web::Response signed_in(const web::Request& request, Shop& shop, const Account& account,
                        const std::string& next, web::Message notice) {
  if (!request.session.fresh && !request.session.is_signed_in()) {
    adopt_guest(shop.db, request.session.visitor, account.id);
  }
  web::Response response = web::redirect_after_post(next, std::move(notice));
  response.new_session = web::new_session(request.now);
  response.new_session->account_id = account.id;
  response.new_session->epoch = account.session_epoch;
  note_log_in(shop.db,
              {.account_id = account.id,
               .epoch = account.session_epoch,
               .session_key = response.new_session->visitor,
               .address = request.remote_address,
               .browser = describe_browser(request.header("user-agent"))},
              request.now);
  return response;
}

web::Session renewed(const web::Request& request, Shop& shop, int epoch) {
  keep_log_in(shop.db, request.session.account_id, request.session.visitor, epoch);
  web::Session session = request.session;
  session.epoch = epoch;
  return session;
}

}  // namespace accounts
