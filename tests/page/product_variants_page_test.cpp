#include <boost/test/unit_test.hpp>

#include "catalog/variants.h"
#include "search/search.h"
#include "support/orders.h"

using namespace support;

namespace {

struct VariantsTest : PageTest {
  VariantsTest()
      : shirt(make_product(db, {.name = "Tee",
                                .sku = "TEE",
                                .description = "Soft vintagecotton.",
                                .in_stock = 4,
                                .attributes = {{"Material", "cotton"}, {"Colour", "blue"}}})) {
    make_rules(db);
    sign_in(make_account(db, {.role = "staff", .permissions = "products"}));
  }
  std::string path() { return "/admin/products/" + std::to_string(shirt) + "/variants"; }
  int version() { return catalog::find_to_edit(db, shirt)->version; }
  web::Response start() {
    return post("/admin/products/" + std::to_string(shirt) + "/variants",
                {{"act", "start"},
                 {"version", std::to_string(version())},
                 {"name1", "Size"},
                 {"value1", "M"},
                 {"name2", "Colour"},
                 {"value2", "red"},
                 {"name3", ""},
                 {"value3", ""}});
  }
  web::Response add(const std::string& size, const std::string& colour,
                    const std::string& price = "21.50", const std::string& sku = "") {
    return post(
        path(),
        {{"act", "add"}, {"value1", size}, {"value2", colour}, {"price", price}, {"sku", sku}});
  }
  catalog::Family family() { return catalog::find_family(db, shirt).value(); }

  std::int64_t shirt;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(product_variants_page, VariantsTest)

BOOST_AUTO_TEST_CASE(options_become_part_of_name_and_details) {
  BOOST_TEST(contains(get("/admin/products/" + std::to_string(shirt) + "/variants"),
                      "In which options does it come?"));
  start();
  BOOST_TEST(notice.key == "variant.started");
  const auto product = catalog::find_product(db, shirt).value();
  BOOST_TEST(product.name == "Tee, M, red");
  BOOST_TEST(product.attributes.size() == 3u);  // the old colour is replaced
  add("L", "red");
  BOOST_TEST(notice.key == "variant.made");
  const auto page = get(path());
  BOOST_TEST(contains(page, "Tee, L, red"));
  BOOST_TEST(contains(page, "TEE-l-red"));
  BOOST_TEST(contains(page, "$21.50"));
}

BOOST_AUTO_TEST_CASE(a_customer_changes_from_one_variant_to_the_nearest) {
  start();
  add("L", "red");
  add("L", "green");
  const auto all = family().variants;
  const auto page = get("/product/" + std::to_string(shirt) + "/tee-m-red");
  BOOST_TEST(contains(page, "<nav aria-label=\"Size\">"));
  BOOST_TEST(contains(page, "/product/" + std::to_string(all.at(1).id) + "/tee-l-red"));
  BOOST_TEST(contains(page, "/product/" + std::to_string(all.at(2).id) + "/tee-l-green"));
  BOOST_TEST(contains(page, "sold out"));
  db.run_script("UPDATE product SET withdrawn_at = now() WHERE id = " +
                std::to_string(all.at(2).id));
  BOOST_TEST(!contains(get("/product/" + std::to_string(shirt) + "/tee-m-red"), "green"));
}

BOOST_AUTO_TEST_CASE(each_variant_has_its_own_price_and_stock_in_the_cart) {
  start();
  add("L", "red");
  const auto large = family().variants.at(1).id;
  post("/cart/add", {{"product", std::to_string(large)}, {"pieces", "1"}});
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM order_line") == 0);
  db.run_script("UPDATE product SET in_stock = 2 WHERE id = " + std::to_string(large));
  post("/cart/add", {{"product", std::to_string(large)}, {"pieces", "2"}});
  post("/cart/add", {{"product", std::to_string(shirt)}, {"pieces", "1"}});
  const auto cart = get("/cart");
  BOOST_TEST(contains(cart, "Tee, L, red"));
  BOOST_TEST(contains(cart, "Tee, M, red"));
  BOOST_TEST(contains(cart, "$43.00"));
}

BOOST_AUTO_TEST_CASE(search_shows_one_of_them_and_filters_by_option) {
  start();
  add("L", "red");
  add("L", "green");
  search::Index index;
  const auto found = search::find(index, db, {.text = "vintagecotton"});
  BOOST_TEST(found.total == 1);
  const auto green =
      search::find(index, db, {.text = "vintagecotton", .attributes = {{"Colour", {"green"}}}});
  BOOST_REQUIRE(green.total == 1);
  BOOST_TEST(green.products.at(0)->name == "Tee, L, green");
  const auto named = search::find(index, db, {.text = "vintagecotton green"});
  BOOST_TEST(named.products.at(0)->name == "Tee, L, green");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused_beside_its_field) {
  BOOST_TEST(add("L", "red").status == 303);
  BOOST_TEST(notice.key == "variant.stands_alone");
  for (const auto& [name, value] :
       Pairs{{"", "M"}, {"Size", ""}, {std::string(61, 'x'), "M"}, {"Si\x1Fze", "M"}}) {
    BOOST_TEST(post(path(), {{"act", "start"},
                             {"version", std::to_string(version())},
                             {"name1", name},
                             {"value1", value}})
                   .status == 422);
  }
  BOOST_TEST(post(path(), {{"act", "start"},
                           {"version", std::to_string(version())},
                           {"name1", "Size"},
                           {"value1", "M"},
                           {"name2", "Size"},
                           {"value2", "L"}})
                 .status == 422);
  start();
  start();
  BOOST_TEST(notice.key == "variant.in_family");
  BOOST_TEST(add("M", "red").status == 422);
  BOOST_TEST(add("", "red").status == 422);
  BOOST_TEST(add("L", "red", "-1").status == 422);
  BOOST_TEST(add("L", "red", "5", "TEE").status == 422);
  BOOST_TEST(family().variants.size() == 1u);
  BOOST_TEST(get("/admin/products/999999999/variants").status == 404);
}

BOOST_AUTO_TEST_CASE(a_second_editor_is_told_and_the_last_one_out_ends_the_family) {
  const int seen = version();
  start();
  post(path(), {{"act", "leave"}, {"version", std::to_string(seen)}});
  BOOST_TEST(notice.key == "product.changed_meanwhile");
  post(path(), {{"act", "leave"}, {"version", std::to_string(version())}});
  BOOST_TEST(notice.key == "variant.left");
  BOOST_TEST(!catalog::find_family(db, shirt).has_value());
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM product_family") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
