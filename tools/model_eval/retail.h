/// retail.h - the Online Retail file as people's baskets and as customers' payments.
///
/// Rules: goods sold to a known customer at a price; cancellations, postage and bookkeeping codes
///        are left out. Rows of one invoice are one basket.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "recommend/history.h"

namespace model_eval {

struct Retail {
  recommend::History history{};
  std::vector<std::string> texts{};  // of each item: its most frequent description
};

/// The one CSV file in the folder. Throws std::runtime_error when there is none or it is no such
/// file.
Retail read_retail(const std::filesystem::path& folder);

}  // namespace model_eval
