#include <boost/test/unit_test.hpp>

#include "catalog/tree.h"
#include "support/support.h"

using namespace support;

namespace {

struct GroupsTest : PageTest {
  GroupsTest() { sign_in(make_account(db, {.role = "staff", .permissions = "products"})); }
  catalog::TreeCategory category(const std::string& slug) {
    for (const auto& found : catalog::list_tree(db)) {
      if (found.slug == slug) return found;
    }
    return {};
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(categories_page, GroupsTest)

BOOST_AUTO_TEST_CASE(categories_are_made_moved_and_deleted) {
  post("/admin/categories", {{"name", "Kites"}, {"slug", ""}, {"parent", "0"}, {"position", "5"}});
  BOOST_TEST(notice.key == "category.created");
  const auto kites = category("kites");
  BOOST_TEST(contains(get("/admin/categories"), "Kites"));
  const std::string path = "/admin/categories/" + std::to_string(kites.id);
  const Pairs rename = {{"name", "Big Kites"},
                        {"slug", "kites"},
                        {"parent", "0"},
                        {"position", "5"},
                        {"version", std::to_string(kites.version)}};
  post(path, rename);
  BOOST_TEST(notice.key == "category.saved");
  post(path, rename);
  BOOST_TEST(notice.key == "category.changed_meanwhile");
  post(path, {{"name", "In itself"},
              {"slug", "kites"},
              {"parent", std::to_string(kites.id)},
              {"position", "0"},
              {"version", std::to_string(category("kites").version)}});
  BOOST_TEST(notice.key == "category.circle");
  post("/admin/categories/" + std::to_string(kites.id) + "/delete", {});
  BOOST_TEST(notice.key == "category.deleted");
  BOOST_TEST(category("kites").id == 0);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_said) {
  make_product(db, {.category = "Full"});
  post("/admin/categories", {{"name", "full"}, {"slug", ""}, {"parent", "0"}, {"position", "0"}});
  BOOST_TEST(notice.key == "category.slug_taken");
  post("/admin/categories/" + std::to_string(category("full").id) + "/delete", {});
  BOOST_TEST(notice.key == "category.not_empty");
  post("/admin/categories", {{"name", ""}, {"slug", ""}, {"parent", "0"}, {"position", "0"}});
  BOOST_TEST(notice.key == "category.fields");
  post("/admin/categories", {{"name", "Deep"}, {"parent", "999999999"}, {"position", "0"}});
  BOOST_TEST(notice.key == "category.no_such_parent");
  BOOST_TEST(post("/admin/categories", {{"name", "x"}, {"parent", "-1"}}).status == 400);
}

BOOST_AUTO_TEST_CASE(both_lists_can_be_searched_and_taken_as_a_file) {
  db.run_script(
      "INSERT INTO category (slug, name) VALUES ('toys', 'Toys');"
      "INSERT INTO category (slug, name, parent_id) SELECT 'kites', 'Kites', id FROM category "
      "WHERE slug = 'toys';"
      "INSERT INTO brand (slug, name) VALUES ('lumen', '=Lumen'), ('zephyr', 'Zephyr')");
  BOOST_TEST(contains(get("/admin/categories?q=kIt"), "Kites"));
  BOOST_TEST(
      !contains(get("/admin/categories?q=kIt"), "name=\"name\" type=\"text\" value=\"Toys\""));
  BOOST_TEST(contains(get("/admin/categories.csv"), "Toys > Kites,kites"));
  BOOST_TEST(contains(get("/admin/brands?q=zeph"), "Zephyr"));
  BOOST_TEST(!contains(get("/admin/brands?q=zeph"), "Lumen"));
  BOOST_TEST(contains(get("/admin/brands.csv?q=lum"), "\"'=Lumen\",lumen"));
  BOOST_TEST(contains(get("/admin/brands?q=nobody"), "There is no such brand"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(brands_page, GroupsTest)

BOOST_AUTO_TEST_CASE(brands_are_made_renamed_and_deleted) {
  post("/admin/brands", {{"name", "Acme"}, {"slug", ""}});
  BOOST_TEST(notice.key == "brand.created");
  BOOST_TEST(contains(get("/admin/brands"), "Acme"));
  const auto brands = catalog::list_brands(db);
  const auto acme = std::find_if(brands.begin(), brands.end(),
                                 [](const auto& brand) { return brand.slug == "acme"; });
  BOOST_REQUIRE((acme != brands.end()));
  const std::string id = std::to_string(acme->id);
  post("/admin/brands/" + id, {{"name", "Acme Two"}, {"slug", "acme"}, {"version", "1"}});
  BOOST_TEST(notice.key == "brand.saved");
  post("/admin/brands/" + id, {{"name", "Acme Late"}, {"slug", "acme"}, {"version", "1"}});
  BOOST_TEST(notice.key == "brand.changed_meanwhile");
  post("/admin/brands", {{"name", "ACME"}, {"slug", ""}});
  BOOST_TEST(notice.key == "brand.slug_taken");
  post("/admin/brands/" + id + "/delete", {});
  BOOST_TEST(notice.key == "brand.deleted");
  post("/admin/brands", {{"name", ""}});
  BOOST_TEST(notice.key == "brand.fields");
}

BOOST_AUTO_TEST_SUITE_END()
