/// account_form.h - rules and steps that several account pages share.
#pragma once

#include <string>

#include "accounts/account_rules.h"
#include "accounts/accounts.h"
#include "web/web.h"

namespace accounts {

/// Adds a problem to `field` when the new password is not good enough.
void check_new_password(web::Form& form, const std::string& field, const std::string& password,
                        const std::string& username, const std::string& email);

/// The trimmed e-mail address; a problem when it has no shape of one.
std::string read_email(web::Form& form);

/// Names, phone, address and country; a problem for a country that does not exist.
Profile read_profile(const web::Request& request, web::Form& form);

/// The profile with those fields changed that were sent: for a client that sends only some.
Profile read_profile_changes(const web::Request& request, web::Form& form, const Profile& before);

/// The redirect after somebody proved who he is: a new session with a new key (so that nobody can
/// have planted the old one), the guest's cart and conversations taken along.
web::Response signed_in(const web::Request& request, Shop& shop, const Account& account,
                        const std::string& next, web::Message notice);

/// The present session, made valid again after the account's epoch moved on.
web::Session renewed(const web::Request& request, Shop& shop, int epoch);

}  // namespace accounts
