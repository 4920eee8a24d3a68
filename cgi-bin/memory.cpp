#include "memory.h"

#include <algorithm>

void Memory::forget(catalog::News news) {
  if (news.prices) prices.reset();
  if (!news.products.empty()) shelves.reset();
  if (!news.products.empty() || news.categories) top_categories.reset();
  if (news.categories || news.companions) {
    details.clear();
    products.clear();
    companions.clear();
  } else if (!news.products.empty()) {
    std::sort(news.products.begin(), news.products.end());
    details.forget(news.products);
    products.forget(news.products);
    companions.forget(news.products);
  }
}
