#include "import/dummyjson.h"

#include <cmath>
#include <functional>
#include <map>

#include "base/text.h"
#include "import.sql.h"
#include "import/input.h"
#include "import/json_items.h"
#include "import/stages.h"
#include "import/values.h"
#include "import_dummyjson.sql.h"

namespace importer {
namespace {

namespace source = sql::import_dummyjson;
using nlohmann::json;

constexpr std::size_t kLongName = 200;
constexpr std::size_t kLongText = 20'000;
constexpr double kMostPrice = 9'999'999;

// The rows below an element name it by its number in the file, because ids may repeat.
struct Attribute {
  std::int64_t item = 0;
  std::string name{};
  std::string value{};
};

struct Review {
  std::int64_t item = 0;
  std::int64_t line = 0;
  std::string name{};
  std::string email{};
  std::int64_t stars = 0;
  std::string body{};
  Instant at{};
};

struct CartLine {
  std::int64_t item = 0;
  std::int64_t product = 0;
  std::int64_t quantity = 0;
  Money price{};
};

/// What one COPY cannot take while another runs.
struct Collected {
  std::vector<Attribute> attributes{};
  std::vector<Review> reviews{};
  std::vector<CartLine> cart_lines{};
};

std::string needed_text(const json& object, const char* key, std::size_t most) {
  const auto text = text_of(object, key, most);
  if (!text || text->empty()) throw Unusable(std::string(key) + " is missing or too long");
  return *text;
}

std::string optional_text(const json& object, const char* key, std::size_t most = kLongName) {
  const auto text = text_of(object, key, most);
  if (!text) throw Unusable(std::string(key) + " is no text or too long");
  return *text;
}

std::int64_t needed_whole(const json& object, const char* key, std::int64_t least,
                          std::int64_t most) {
  const auto number = whole_of(object, key, least, most);
  if (!number) {
    throw Unusable(std::string(key) + " is no whole number from " + std::to_string(least) + " to " +
                   std::to_string(most));
  }
  return *number;
}

std::int64_t needed_id(const json& object, const char* key = "id") {
  return needed_whole(object, key, 1, INT32_MAX);
}

Money needed_price(const json& object) {
  const auto number = number_of(object, "price", kMostPrice);
  if (!number) throw Unusable("price is no amount");
  return {std::llround(*number * 100)};
}

/// The object below `key`, or an empty one.
json part(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_object() ? *found : json::object();
}

json list(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : json::array();
}

void collect_attributes(const json& product, std::int64_t item, Collected& collected) {
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) collected.attributes.push_back({item, name, value});
  };
  const auto add_number = [&](const std::string& name, const json& object, const char* key,
                              const std::string& unit) {
    if (number_of(object, key, kMostPrice)) add(name, object.at(key).dump() + unit);
  };
  const json size = part(product, "dimensions");
  add_number("Width", size, "width", " cm");
  add_number("Height", size, "height", " cm");
  add_number("Depth", size, "depth", " cm");
  // The source names no unit of weight; none is made up.
  if (const auto weight = whole_of(product, "weight", 0, INT32_MAX))
    add("Weight", std::to_string(*weight));
  add("Warranty", optional_text(product, "warrantyInformation"));
  add("Shipping", optional_text(product, "shippingInformation"));
  add("Returns", optional_text(product, "returnPolicy"));
  if (const auto least = whole_of(product, "minimumOrderQuantity", 2, INT32_MAX)) {
    add("Minimum order", std::to_string(*least));
  }
  for (const json& tag : list(product, "tags")) {
    if (tag.is_string() && !tag.get_ref<const std::string&>().empty())
      add("Tag", optional_text(json{{"tag", tag}}, "tag"));
  }
}

Review read_review(const json& review, std::int64_t item, std::int64_t line) {
  const auto at = parse_moment(needed_text(review, "date", kLongName));
  if (!at) throw Unusable("date is no moment");
  return {item,
          line,
          optional_text(review, "reviewerName"),
          to_lower(needed_text(review, "reviewerEmail", 254)),
          needed_whole(review, "rating", 1, 5),
          optional_text(review, "comment", kLongText),
          *at};
}

/// Goes through the elements of one file of the folder; a missing file has none.
std::int64_t read_items(const std::filesystem::path& file, Report& report,
                        const std::function<void(const json&, std::int64_t line)>& take) {
  const std::string name = file.filename().string();
  if (!std::filesystem::exists(file)) {
    report.progress(name + " is not there");
    return 0;
  }
  report.progress("reading " + name);
  const MappedFile mapped(file);
  std::int64_t count = 0;
  for (const JsonItem& item : json_items(mapped.bytes(), name)) {
    ++count;
    const std::string which = "element " + std::to_string(count) + ": ";
    const auto object = parse_item(item.text);
    if (!object) {
      report.bad(name, item.line, which + "is no JSON object");
      continue;
    }
    try {
      take(*object, item.line);
    } catch (const Unusable& problem) {
      report.bad(name, item.line, which + problem.what());
    }
  }
  return count;
}

std::int64_t stage_products(db::Connection& db, const std::filesystem::path& file,
                            Collected& collected, Report& report) {
  db::CopyIn copy(db, source::copy_products);
  std::int64_t item = 0;
  const std::int64_t count = read_items(file, report, [&](const json& product, std::int64_t line) {
    const std::int64_t id = needed_id(product);
    const std::string name = needed_text(product, "title", kLongName);
    const std::string category = needed_text(product, "category", 100);
    const std::string brand = optional_text(product, "brand", 100);
    const std::string sku = needed_text(product, "sku", 64);
    const std::string description = optional_text(product, "description", kLongText);
    const Money price = needed_price(product);
    const std::int64_t stock = needed_whole(product, "stock", 0, 100'000);
    const auto since = parse_moment(optional_text(part(product, "meta"), "createdAt"));
    Collected own;
    collect_attributes(product, ++item, own);
    copy.row(item, line, id, sku, to_slug(name), name, description, to_slug(category),
             to_category_name(category), to_slug(brand), brand, price, stock, since);
    collected.attributes.insert(collected.attributes.end(), own.attributes.begin(),
                                own.attributes.end());
    for (const json& review : list(product, "reviews")) {
      try {
        collected.reviews.push_back(read_review(review, item, line));
      } catch (const Unusable& problem) {
        report.bad(file.filename().string(), line,
                   "a review of product " + std::to_string(id) + ": " + problem.what());
      }
    }
  });
  copy.finish();
  return count;
}

std::int64_t stage_users(db::Connection& db, const std::filesystem::path& file, Report& report) {
  db::CopyIn copy(db, source::copy_accounts);
  std::int64_t item = 0;
  const std::int64_t count = read_items(file, report, [&](const json& user, std::int64_t line) {
    const std::int64_t id = needed_id(user);
    const std::string username = needed_text(user, "username", 40);
    if (count_characters(username) < 3) throw Unusable("username is too short");
    const std::string email = to_lower(needed_text(user, "email", 254));
    if (email.find('@') == std::string::npos) throw Unusable("email is no address");
    const json address = part(user, "address");
    copy.row(++item, line, id, username, email, optional_text(user, "firstName"),
             optional_text(user, "lastName"), optional_text(user, "phone"),
             optional_text(address, "address"), optional_text(address, "postalCode"),
             optional_text(address, "city"), country_code(optional_text(address, "country")));
  });
  copy.finish();
  return count;
}

std::int64_t stage_carts(db::Connection& db, const std::filesystem::path& file,
                         Collected& collected, Report& report) {
  db::CopyIn copy(db, source::copy_orders);
  std::int64_t item = 0;
  const std::int64_t count = read_items(file, report, [&](const json& cart, std::int64_t line) {
    const std::int64_t id = needed_id(cart);
    const std::int64_t user = needed_id(cart, "userId");
    std::map<std::int64_t, CartLine> lines;  // by product
    ++item;
    for (const json& entry : list(cart, "products")) {
      if (!entry.is_object()) throw Unusable("a line is no object");
      const CartLine line_of_cart{item, needed_id(entry),
                                  needed_whole(entry, "quantity", 1, 10'000), needed_price(entry)};
      const auto [found, is_first] = lines.try_emplace(line_of_cart.product, line_of_cart);
      if (is_first) continue;
      if (found->second.price != line_of_cart.price) throw Unusable("one product has two prices");
      found->second.quantity += line_of_cart.quantity;
    }
    if (lines.empty()) throw Unusable("the cart is empty");
    copy.row(item, line, id, user);
    for (const auto& [product, line_of_cart] : lines) collected.cart_lines.push_back(line_of_cart);
  });
  copy.finish();
  return count;
}

void load_collected(db::Connection& db, const Collected& collected) {
  db::CopyIn attributes(db, source::copy_attributes);
  for (const Attribute& a : collected.attributes) attributes.row(a.item, a.name, a.value);
  attributes.finish();
  db::CopyIn reviews(db, source::copy_reviews);
  for (const Review& r : collected.reviews) {
    reviews.row(r.item, r.line, r.name, r.email, r.stars, r.body, r.at);
  }
  reviews.finish();
  db::CopyIn sales(db, source::copy_sales);
  for (const CartLine& s : collected.cart_lines) sales.row(s.item, s.product, s.quantity, s.price);
  sales.finish();
}

Summary summarize(db::Connection& db, std::int64_t rows, const Report& report) {
  const auto totals = db.first(source::totals);
  Summary summary;
  summary.add("elements read", rows);
  summary.add("bad rows", report.bad_rows());
  summary.add("rows left out", report.left_out_rows());
  for (const char* count : {"products", "pieces", "customers", "reviews", "orders"}) {
    summary.add(count, totals->integer(count));
  }
  summary.add("goods ordered", totals->money("goods_cents"));
  return summary;
}

}  // namespace

Summary import_dummyjson(db::Connection& db, const std::filesystem::path& folder,
                         const Options& options, Report& report) {
  if (!std::filesystem::is_directory(folder)) throw Refused(folder.string() + ": is no folder");
  make_stages(db, {&source::make_products, &source::make_attributes, &source::make_reviews,
                   &source::make_accounts, &source::make_orders, &source::make_sales});
  Collected collected;
  std::int64_t rows = stage_products(db, folder / "products.json", collected, report);
  rows += stage_users(db, folder / "users.json", report);
  rows += stage_carts(db, folder / "carts.json", collected, report);
  if (rows == 0) throw Refused(folder.string() + ": holds nothing to import");
  load_collected(db, collected);
  report.progress("products");
  run_all(db, {&source::refuse_products, &source::mark_known_products, &source::add_categories,
               &source::add_brands, &source::add_products, &source::find_products,
               &source::add_attributes});
  db.run(source::add_units, warehouse(db));
  report.progress("accounts");
  run_all(db, {&source::refuse_accounts, &source::add_reviewers, &source::refuse_reviewers,
               &source::mark_known_accounts, &source::add_accounts, &source::find_accounts});
  report.progress("reviews");
  run_all(db, {&source::leave_out_second_reviews, &source::add_reviews});
  report.progress("orders");
  run_all(db, {&source::refuse_orders, &source::mark_known_orders});
  db.run(source::add_orders, options.currency);
  run_all(db, {&source::find_orders, &source::add_order_lines, &source::add_order_events});
  db.run(source::add_sold_units, warehouse(db));
  db.run(source::count_sales);
  report_problems(db, report);
  Summary summary = summarize(db, rows, report);
  finish_stages(db, "dummyjson", options, report);
  return summary;
}

}  // namespace importer
