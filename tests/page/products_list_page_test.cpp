#include <boost/test/unit_test.hpp>

#include "catalog/manage.h"
#include "support/support.h"

using namespace support;

namespace {

struct ProductsTest : PageTest {
  ProductsTest() { sign_in(make_account(db, {.role = "staff", .permissions = "products"})); }
  std::string pick(std::int64_t id) {
    return std::to_string(id) + "-" + std::to_string(catalog::find_to_edit(db, id).value().version);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(products_list_page, ProductsTest)

BOOST_AUTO_TEST_CASE(lists_filters_and_searches) {
  make_product(db, {.name = "Quixotic Kite", .sku = "KT-77", .brand = "Airs"});
  make_product(db, {.name = "Plain Drum", .in_stock = 0});

  const auto all = get("/admin/products");
  BOOST_TEST(all.status == 200);
  BOOST_TEST(contains(all, "Quixotic Kite"));
  BOOST_TEST(contains(all, "KT-77"));
  const auto words = get("/admin/products?q=quixotic");
  BOOST_TEST(contains(words, "Quixotic Kite"));
  BOOST_TEST(!contains(words, "Plain Drum"));
  const auto sold_out = get("/admin/products?stock=none&q=drum");
  BOOST_TEST(contains(sold_out, "Plain Drum"));
  BOOST_TEST(contains(get("/admin/products?state=withdrawn&q=kite"), "No product fits"));
  BOOST_TEST(get("/admin/products?category=x&brand=-1&behind=oops&stock=many&state=odd").status ==
             200);
}

BOOST_AUTO_TEST_CASE(a_page_leads_to_the_next_one) {
  for (int i = 0; i < 51; ++i) make_product(db, {.name = "Row " + std::to_string(i)});
  const auto first = get("/admin/products");
  BOOST_TEST(contains(first, "Next page"));
  BOOST_TEST(contains(first, "Row 50"));
}

BOOST_AUTO_TEST_CASE(picked_products_change_together) {
  const auto one = make_product(db, {.price = Money{1000}});
  const auto two = make_product(db, {.price = Money{2000}});
  const std::string first = pick(one);
  const Pairs form = {{"back", "/admin/products?q=x"}, {"pick", first},   {"pick", pick(two)},
                      {"action", "percent"},           {"amount", "-10"}, {"to_category", "0"}};

  BOOST_TEST(location(post("/admin/products/bulk", form)) == "/admin/products?q=x");
  BOOST_TEST(notice.key == "product.bulk_done");
  BOOST_TEST(catalog::find_product(db, one)->price.cents == 900);
  BOOST_TEST(catalog::find_product(db, two)->price.cents == 1800);
  post("/admin/products/bulk", form);
  BOOST_TEST(notice.key == "product.bulk_partly");
  BOOST_TEST(catalog::find_product(db, one)->price.cents == 900);
}

BOOST_AUTO_TEST_CASE(a_bulk_form_that_makes_no_sense_changes_nothing) {
  const auto one = make_product(db, {.price = Money{1000}});
  const auto send = [&](const std::string& picked, const std::string& action,
                        const std::string& amount) {
    return post("/admin/products/bulk", {{"back", "https://evil.example/"},
                                         {"pick", picked},
                                         {"action", action},
                                         {"amount", amount},
                                         {"to_category", "0"}});
  };
  const auto refused = send(pick(one), "percent", "much");
  BOOST_TEST(location(refused) == "/admin/products");
  BOOST_TEST(notice.key == "product.bulk_amount");
  send(pick(one), "percent", "-101");
  BOOST_TEST(notice.key == "product.bulk_amount");
  send(pick(one), "", "");
  BOOST_TEST(notice.key == "product.bulk_action");
  send(pick(one), "category", "");
  BOOST_TEST(notice.key == "product.bulk_category");
  BOOST_TEST(send("1-2-3", "withdraw", "").status == 400);
  BOOST_TEST(send("x", "withdraw", "").status == 400);
  post("/admin/products/bulk",
       {{"back", "/admin/products"}, {"action", "withdraw"}, {"amount", ""}, {"to_category", "0"}});
  BOOST_TEST(notice.key == "product.bulk_none");
  BOOST_TEST(catalog::find_product(db, one)->price.cents == 1000);
}

BOOST_AUTO_TEST_CASE(only_staff_with_the_permission_see_or_change_anything) {
  const std::string lamp = std::to_string(make_product(db));
  for (const bool is_staff : {true, false}) {
    sign_in(is_staff ? make_account(db, {.role = "staff", .permissions = "orders,marketing"})
                     : make_account(db));
    for (const std::string& page :
         {std::string("/admin/products"), "/admin/products/" + lamp,
          "/admin/products/" + lamp + "/pictures", std::string("/admin/categories"),
          std::string("/admin/brands")}) {
      BOOST_TEST(get(page).status == 403, page);
    }
    for (const std::string& action :
         {"/admin/products/" + lamp, "/admin/products/" + lamp + "/withdraw",
          "/admin/products/" + lamp + "/offer", "/admin/products/" + lamp + "/sale",
          "/admin/products/" + lamp + "/sale/end", "/admin/products/" + lamp + "/pictures",
          "/admin/products/" + lamp + "/pictures/order", "/admin/categories/" + lamp,
          "/admin/categories/" + lamp + "/delete", "/admin/brands/" + lamp,
          "/admin/brands/" + lamp + "/delete"}) {
      BOOST_TEST(post(action, {{"version", "1"}}).status == 403, action);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
