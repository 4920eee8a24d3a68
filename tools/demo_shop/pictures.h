/// pictures.h - a drawing for each product: what it is, in its colour; books show their titles.
#pragma once

#include <string>

#include "demo_shop/catalogue.h"

namespace demo {

/// A standalone SVG of 600 x 600 without scripts or references.
std::string draw(const Product& product);

/// Another view of it: the same thing smaller and turned, on another ground.
std::string draw_detail(const Product& product);

}  // namespace demo
