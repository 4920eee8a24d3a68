/// policies.h - what the shop promises: delivery, returns, privacy …
///
/// Source: tables policy and policy_paragraph (sql/migrations/0008_policies.sql), queries in
///         sql/queries/catalog.sql.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"

namespace catalog {

struct PolicyParagraph {
  std::string heading{};
  std::string body{};
};

struct Policy {
  std::string slug{};
  std::string title{};
  std::vector<PolicyParagraph> paragraphs{};  // list_policies() leaves it empty
};

/// Slug and title of every policy, by title.
std::vector<Policy> list_policies(db::Connection& db);

/// The whole policy, or nothing.
std::optional<Policy> find_policy(db::Connection& db, std::string_view slug);

}  // namespace catalog
