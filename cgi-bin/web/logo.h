/// logo.h - the picture beside the shop's name on every page.
#pragma once

#include <string>

namespace web {

/// Its address on this site; "/static/logo.svg" until set_logo_url() says otherwise.
const std::string& logo_url();

/// Called between two requests, when the shopkeeper has chosen another; empty: the shop's own.
void set_logo_url(std::string url);

}  // namespace web
