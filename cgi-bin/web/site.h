/// site.h - what every page needs to know about the shop, made once by main.cpp.
#pragma once

#include <string>
#include <vector>

#include "web/messages.h"
#include "web/signer.h"

namespace web {

struct NavigationLink {
  std::string name{};
  std::string url{};
  std::string picture{};  // address of a picture for the home page
};

struct Site {
  std::string shop_name{};
  std::string base_url{};  // "https://shop.example" without a slash at its end; may be empty
  std::string language{};
  std::string currency{};
  std::string asset_version{};  // changes when a file below static/ does
  int session_days = 30;
  std::vector<std::string> cors_origins{};  // other sites whose scripts may use the API
  Messages messages{};
  Signer signer{};
  std::vector<std::string> payments_off{};  // ways to pay that the shopkeeper switched off
  // Kept fresh by program.cpp, by the functions of site_parts.h.
  std::vector<NavigationLink> navigation{};  // top categories
  std::string shop_bar{};                    // finished HTML of them
  std::string popular_searches{};            // finished HTML, offered in the search field
};

/// Who signs this shop's tokens: their `iss`.
inline std::string issuer_of(const Site& site) {
  return site.base_url.empty() ? "parley" : site.base_url;
}

}  // namespace web
