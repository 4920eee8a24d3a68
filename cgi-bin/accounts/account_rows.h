/// account_rows.h - how accounts/ reads its rows; for the .cpp files of this folder only.
#pragma once

#include "accounts/accounts.h"

namespace accounts {

Profile to_profile(const db::Row& row);

/// A row with every column of an Account.
Account to_account(const db::Row& row);

}  // namespace accounts
