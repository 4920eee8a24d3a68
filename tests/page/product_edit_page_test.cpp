#include <boost/test/unit_test.hpp>

#include "catalog/manage.h"
#include "support/support.h"

using namespace support;

namespace {

struct EditTest : PageTest {
  EditTest() { sign_in(make_account(db, {.role = "staff", .permissions = "products"})); }
  catalog::EditableProduct product(std::int64_t id) {
    return catalog::find_to_edit(db, id).value();
  }
  Pairs fields(std::int64_t id) {
    const catalog::EditableProduct seen = product(id);
    return {{"version", std::to_string(seen.version)},
            {"name", seen.draft.name},
            {"sku", seen.draft.sku},
            {"description", seen.draft.description},
            {"category", std::to_string(seen.draft.category_id)},
            {"brand", std::to_string(seen.draft.brand_id)},
            {"price", to_decimal(seen.draft.price)},
            {"attribute_name", "Colour"},
            {"attribute_value", "red"}};
  }
  static Pairs with(Pairs form, const std::string& name, const std::string& value) {
    for (auto& [field, old] : form) {
      if (field == name) old = value;
    }
    return form;
  }
  static std::string path(std::int64_t id, const std::string& below = "") {
    return "/admin/products/" + std::to_string(id) + below;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(product_edit_page, EditTest)

BOOST_AUTO_TEST_CASE(a_product_is_made_changed_withdrawn_and_offered_again) {
  const auto other = make_product(db);
  BOOST_TEST(get("/admin/products/new").status == 200);
  Pairs form = with(with(fields(other), "sku", "KITE-1"), "name", "Kite & <b>Co</b>");

  const auto made = post("/admin/products/new", form);

  BOOST_TEST(made.status == 303);
  const auto id = std::stoll(location(made).substr(std::string("/admin/products/").size()));
  const auto page = follow(made);
  BOOST_TEST(contains(page, "Kite &amp; &lt;b&gt;Co"));
  BOOST_TEST(!contains(page, "<b>Co"));
  BOOST_TEST(post(path(id), with(fields(id), "price", "12.50")).status == 303);
  BOOST_TEST(product(id).draft.price.cents == 1250);
  BOOST_TEST(product(id).draft.attributes.at(0).value == "red");
  const auto version = [&] { return std::to_string(product(id).version); };
  post(path(id, "/withdraw"), {{"version", version()}});
  BOOST_TEST(notice.key == "product.withdrawn");
  BOOST_TEST(get("/product/" + std::to_string(id)).status == 404);
  post(path(id, "/offer"), {{"version", version()}});
  BOOST_TEST(get("/product/" + std::to_string(id) + "/kite-b-co-b").status == 200);
}

BOOST_AUTO_TEST_CASE(a_form_from_before_somebody_elses_change_is_refused_and_keeps_what_was_typed) {
  const auto lamp = make_product(db);
  const Pairs stale = with(fields(lamp), "name", "Typed by the second");
  BOOST_TEST(post(path(lamp), with(fields(lamp), "name", "By the first")).status == 303);

  const auto refused = post(path(lamp), stale);

  BOOST_TEST(refused.status == 422);
  BOOST_TEST(contains(refused, "Typed by the second"));
  BOOST_TEST(contains(refused, "Somebody else changed this product"));
  BOOST_TEST(product(lamp).draft.name == "By the first");
  BOOST_TEST(post(path(lamp), stale).status == 422);
  post(path(lamp, "/withdraw"), {{"version", "1"}});
  BOOST_TEST(notice.key == "product.changed_meanwhile");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused_beside_its_field) {
  const auto lamp = make_product(db, {.price = Money{1000}});
  make_product(db, {.sku = "TAKEN"});
  const std::vector<std::pair<std::string, std::string>> bad = {{"name", ""},
                                                                {"name", std::string(201, 'x')},
                                                                {"sku", "TAKEN"},
                                                                {"sku", " "},
                                                                {"price", "free"},
                                                                {"price", "-1"},
                                                                {"price", "1.999"},
                                                                {"price", "100000000.00"},
                                                                {"category", "0"},
                                                                {"category", "oops"},
                                                                {"category", "999999999"},
                                                                {"brand", "999999999"},
                                                                {"attribute_name", ""}};
  for (const auto& [field, value] : bad) {
    BOOST_TEST(post(path(lamp), with(fields(lamp), field, value)).status == 422, field + value);
  }
  BOOST_TEST(product(lamp).version == 1);
  Pairs uneven = fields(lamp);
  uneven.emplace_back("attribute_name", "alone");
  BOOST_TEST(post(path(lamp), uneven).status == 400);
  BOOST_TEST(post(path(999999999), fields(lamp)).status == 404);
  BOOST_TEST(get(path(999999999)).status == 404);
}

BOOST_AUTO_TEST_CASE(more_rows_keep_what_was_typed_and_save_nothing) {
  const auto lamp = make_product(db);
  Pairs form = with(fields(lamp), "name", "Half typed");
  form.emplace_back("more", "1");

  const auto page = post(path(lamp), form);

  BOOST_TEST(page.status == 200);
  BOOST_TEST(contains(page, "Half typed"));
  BOOST_TEST(contains(page, "Value of detail 11"));
  BOOST_TEST(product(lamp).draft.name == "Lamp");
}

BOOST_AUTO_TEST_CASE(a_sale_shows_both_prices_and_the_lowest_before) {
  const auto lamp = make_product(db, {.price = Money{2000}});
  const auto plan = [&](const std::string& price, const std::string& ends) {
    return post(path(lamp, "/sale"), {{"version", std::to_string(product(lamp).version)},
                                      {"sale_price", price},
                                      {"sale_starts", ""},
                                      {"sale_ends", ends}});
  };
  BOOST_TEST(plan("20.00", "").status == 422);
  BOOST_TEST(plan("15.00", "2026-02-01T12:00").status == 422);
  BOOST_TEST(plan("15.00", "tomorrow").status == 422);

  BOOST_TEST(plan("15.00", "2026-03-05T12:00").status == 303);

  for (const std::string& shown : {"/product/" + std::to_string(lamp), std::string("/")}) {
    const auto page = get(shown);
    BOOST_TEST(contains(page, "$15.00"));
    BOOST_TEST(contains(page, "<s>$20.00</s>"));
    BOOST_TEST(contains(page, "Lowest price in the 30 days before"));
  }
  BOOST_TEST(contains(get(path(lamp)), "running"));
  post(path(lamp, "/sale/end"), {});
  BOOST_TEST(notice.key == "product.sale_ended");
  BOOST_TEST(!contains(get("/product/" + std::to_string(lamp)), "<s>"));
  post(path(lamp, "/sale/end"), {});
  BOOST_TEST(notice.key == "product.no_sale");
}

BOOST_AUTO_TEST_SUITE_END()
