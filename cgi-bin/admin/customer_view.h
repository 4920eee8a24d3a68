/// customer_view.h - what the pages about one account share.
#pragma once

#include <string>

#include "accounts/people.h"
#include "web/web.h"

namespace admin {

/// The account of the path's {id}; throws web::NotFound.
accounts::Person person_of_path(const web::Request& request, Shop& shop);

/// How far this member of staff reaches; throws web::Forbidden when it is not as far as `person`.
accounts::Reach reach_over(const web::Request& request, const accounts::Person& person);

/// "/admin/customers/42"
std::string path_of(std::int64_t id);

/// The page of one account with `profile` in its form.
web::Response show_customer(const web::Request& request, Shop& shop, const accounts::Person& person,
                            const accounts::Profile& profile, const web::Form& form);

}  // namespace admin
