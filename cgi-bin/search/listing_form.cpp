#include "search/listing_form.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace search {
namespace {

struct SortName {
  std::string_view name;
  Sort sort;
};
constexpr std::array<SortName, 6> kSorts = {{{"relevance", Sort::relevance},
                                             {"price", Sort::price_up},
                                             {"-price", Sort::price_down},
                                             {"rating", Sort::rating},
                                             {"newest", Sort::newest},
                                             {"popular", Sort::popular}}};
constexpr std::string_view kAttributePrefix = "a.";

class Reader {
 public:
  explicit Reader(const web::Request& request) : request_(request) {}

  ListingRequest read() {
    Query& query = result_.query;
    query.text = std::string(trimmed(request_.query.get("q")));
    if (query.text.empty()) query.text = std::string(trimmed(request_.query.get("search")));
    query.exact = request_.query.get("exact") == "1";
    query.plain = request_.query.get("plain") == "1";
    query.category = request_.query.get("category");
    for (std::string& brand : request_.query.all("brand")) {
      if (!brand.empty()) query.brands.push_back(std::move(brand));
    }
    query.min_price = price("min_price");
    query.max_price = price("max_price");
    if (query.min_price && query.max_price && *query.min_price > *query.max_price) {
      std::swap(query.min_price, query.max_price);
    }
    read_comparisons();
    const std::string& in_stock = request_.query.get("in_stock");
    query.in_stock_only = in_stock == "1" || in_stock == "true";
    query.min_stars = static_cast<int>(number("rating", 1, 5).value_or(0));
    read_attributes();
    read_sort();
    query.page = static_cast<int>(number("page", 1, 1000000).value_or(1));
    return std::move(result_);
  }

 private:
  void complain(std::string_view name, const std::string& value) {
    result_.problems.push_back({"listing.bad_" + std::string(name), {shortened(value, 40)}});
  }

  std::optional<Money> price(std::string_view name) {
    const std::string& text = request_.query.get(name);
    if (trimmed(text).empty()) return std::nullopt;
    const auto amount = parse_money(text);
    if (!amount) complain("price", text);
    return amount;
  }

  std::optional<std::int64_t> number(std::string_view name, std::int64_t least, std::int64_t most) {
    const std::string& text = request_.query.get(name);
    if (trimmed(text).empty()) return std::nullopt;
    const auto value = to_integer(trimmed(text), least, most);
    if (!value) complain(name, text);
    return value;
  }

  std::optional<char> sign(std::string_view name) {
    const std::string& text = request_.query.get(name);
    if (text.size() == 1 && std::string_view("<>=").find(text[0]) != std::string_view::npos) {
      return text[0];
    }
    if (!text.empty()) complain("sign", text);
    return std::nullopt;
  }

  void read_comparisons() {
    const auto price_sign = sign("price_op");
    const auto price_value = price("price_value");
    if (price_sign && price_value) result_.query.price = {*price_sign, price_value->cents};
    const auto stock_sign = sign("stock_op");
    const auto stock_value = number("stock_value", 0, 1000000000);
    if (stock_sign && stock_value) result_.query.stock = {*stock_sign, *stock_value};
  }

  void read_attributes() {
    for (const auto& [name, value] : request_.query.entries()) {
      if (!name.starts_with(kAttributePrefix) || value.empty()) continue;
      const std::string attribute = name.substr(kAttributePrefix.size());
      auto& filters = result_.query.attributes;
      auto known = std::find_if(filters.begin(), filters.end(), [&](const AttributeFilter& filter) {
        return filter.name == attribute;
      });
      if (known == filters.end()) known = filters.insert(filters.end(), {attribute, {}});
      known->values.push_back(value);
    }
  }

  void read_sort() {
    const std::string& name = request_.query.get("sort");
    if (name.empty()) return;
    for (const SortName& known : kSorts) {
      if (known.name == name) {
        result_.query.sort = known.sort;
        return;
      }
    }
    complain("sort", name);
  }

  const web::Request& request_;
  ListingRequest result_;
};

}  // namespace

ListingRequest read_listing(const web::Request& request) {
  return Reader(request).read();
}

std::string_view name_of(Sort sort) {
  for (const SortName& known : kSorts) {
    if (known.sort == sort) return known.name;
  }
  return kSorts[0].name;
}

namespace {

std::string written(std::string_view name, std::string_view value) {
  return url_encoded(name) + "=" + url_encoded(value);
}

void append(std::string& address, std::string_view pair) {
  address += address.find('?') == std::string::npos ? '?' : '&';
  address += pair;
}

}  // namespace

ListingLinks::ListingLinks(const web::Request& request, const Results& results)
    : path_(request.path), whole_(path_) {
  const Query& asked = results.asked;
  const auto is_text = [](std::string_view name) { return name == "q" || name == "search"; };
  if (results.has_read_filters && !asked.text.empty()) pairs_.emplace_back("q", asked.text);
  for (const auto& [name, value] : request.query.entries()) {
    if (name == "page" || value.empty() || (results.has_read_filters && is_text(name))) continue;
    pairs_.emplace_back(name, value);
  }
  if (results.has_read_filters) add_read_filters(request, asked);
  for (const auto& [name, value] : pairs_) {
    written_.push_back(written(name, value));
    append(whole_, written_.back());
  }
}

void ListingLinks::add_read_filters(const web::Request& request, const Query& asked) {
  const auto add_price = [&](const char* name, const std::optional<Money>& price) {
    if (price && request.query.get(name).empty()) pairs_.emplace_back(name, to_decimal(*price));
  };
  const bool is_in_path = path_.starts_with("/category/");
  if (!asked.category.empty() && !is_in_path && request.query.get("category").empty()) {
    pairs_.emplace_back("category", asked.category);
  }
  if (!request.query.has("brand")) {
    for (const std::string& brand : asked.brands) pairs_.emplace_back("brand", brand);
  }
  add_price("min_price", asked.min_price);
  add_price("max_price", asked.max_price);
  for (const AttributeFilter& filter : asked.attributes) {
    const std::string name = std::string(kAttributePrefix) + filter.name;
    if (request.query.has(name)) continue;
    for (const std::string& value : filter.values) pairs_.emplace_back(name, value);
  }
}

template <class IsLeftOut>
std::string ListingLinks::address_without(IsLeftOut is_left_out) const {
  if (std::none_of(pairs_.begin(), pairs_.end(), is_left_out)) return whole_;
  std::string address = path_;
  for (std::size_t at = 0; at < pairs_.size(); ++at) {
    if (!is_left_out(pairs_[at])) append(address, written_[at]);
  }
  return address;
}

std::string ListingLinks::with(std::string_view name, std::string_view value) const {
  std::string address = address_without([&](const auto& pair) { return pair.first == name; });
  if (!value.empty()) append(address, written(name, value));
  return address;
}

std::string ListingLinks::adding(std::string_view name, std::string_view value) const {
  std::string address = whole_;
  append(address, written(name, value));
  return address;
}

std::string ListingLinks::without(std::string_view name, std::string_view value) const {
  return address_without(
      [&](const auto& pair) { return pair.first == name && pair.second == value; });
}

std::string ListingLinks::between(std::string_view lowest, std::string_view highest) const {
  std::string address = address_without(
      [](const auto& pair) { return pair.first == "min_price" || pair.first == "max_price"; });
  if (!lowest.empty()) append(address, written("min_price", lowest));
  if (!highest.empty()) append(address, written("max_price", highest));
  return address;
}

std::string ListingLinks::page(int number) const {
  return number == 1 ? whole_ : adding("page", std::to_string(number));
}

std::string ListingLinks::unfiltered() const {
  return address_without(
      [](const auto& pair) { return pair.first != "q" && pair.first != "sort"; });
}

std::string as_typed(const web::Request& request, std::string_view how) {
  std::string address = request.path + "?";
  for (const auto& [name, value] : request.query.entries()) {
    if (name == "page" || name == how || value.empty()) continue;
    address += url_encoded(name) + "=" + url_encoded(value) + "&";
  }
  return address + std::string(how) + "=1";
}

}  // namespace search
