#include <boost/test/unit_test.hpp>

#include "catalog/manage.h"
#include "catalog/tree.h"
#include "search/index.h"
#include "search/search.h"
#include "support/support.h"

using namespace catalog;

namespace {

struct Tree : support::RolledBack {
  TreeCategory named(const std::string& name) {
    for (const TreeCategory& category : list_tree(db)) {
      if (category.name == name) return category;
    }
    throw std::logic_error("no category " + name);
  }
  std::int64_t make(const std::string& name, std::int64_t parent = 0) {
    BOOST_REQUIRE((create_category(db, {.name = name, .parent_id = parent}) == GroupOutcome::done));
    return named(name).id;
  }
  GroupOutcome move(const std::string& name, std::int64_t parent) {
    const TreeCategory category = named(name);
    return save_category(db, category.id, category.version,
                         {.name = name, .slug = category.slug, .parent_id = parent});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(tree, Tree)

BOOST_AUTO_TEST_CASE(children_follow_their_parents) {
  const auto top = make("Zoo");
  make("Zoo Cats", top);
  const auto all = list_tree(db);
  const auto at = std::find_if(all.begin(), all.end(),
                               [&](const TreeCategory& category) { return category.id == top; });
  BOOST_REQUIRE((at != all.end() && at + 1 != all.end()));
  BOOST_TEST((at + 1)->name == "Zoo Cats");
  BOOST_TEST((at + 1)->depth == 1);
}

BOOST_AUTO_TEST_CASE(no_category_lies_in_itself) {
  const auto a = make("Aaa");
  const auto b = make("Bbb", a);
  const auto c = make("Ccc", b);
  BOOST_TEST((move("Aaa", c) == GroupOutcome::circle));
  BOOST_TEST((move("Aaa", a) == GroupOutcome::circle));
  BOOST_TEST((move("Ccc", a) == GroupOutcome::done));
  BOOST_TEST((move("Ccc", 999999999) == GroupOutcome::no_such_parent));
}

BOOST_AUTO_TEST_CASE(a_tree_has_five_levels_at_most) {
  std::int64_t parent = 0;
  for (const char* name : {"L1", "L2", "L3", "L4", "L5"}) parent = make(name, parent);
  BOOST_TEST((create_category(db, {.name = "L6", .parent_id = parent}) == GroupOutcome::too_deep));
  make("Other");
  BOOST_TEST((move("L1", named("Other").id) == GroupOutcome::too_deep));
}

BOOST_AUTO_TEST_CASE(addresses_are_unique_and_versions_are_kept) {
  make("First One");
  BOOST_TEST((create_category(db, {.name = "first one"}) == GroupOutcome::slug_taken));
  const TreeCategory seen = named("First One");
  BOOST_TEST((move("First One", make("Elsewhere")) == GroupOutcome::done));
  BOOST_TEST((save_category(db, seen.id, seen.version, {.name = "Late"}) ==
              GroupOutcome::changed_meanwhile));
}

BOOST_AUTO_TEST_CASE(only_what_is_empty_can_be_deleted) {
  const auto top = make("Full Top");
  const auto below = make("Full Below", top);
  BOOST_TEST((delete_category(db, top) == GroupOutcome::not_empty));
  BOOST_TEST((delete_category(db, below) == GroupOutcome::done));
  BOOST_TEST((delete_category(db, top) == GroupOutcome::done));
  BOOST_TEST((delete_category(db, top) == GroupOutcome::changed_meanwhile));
  const auto lamp = support::make_product(db, {.category = "Lamps", .brand = "Glowing"});
  const EditableProduct product = find_to_edit(db, lamp).value();
  BOOST_TEST((delete_category(db, product.draft.category_id) == GroupOutcome::not_empty));
  BOOST_TEST((delete_brand(db, product.draft.brand_id) == GroupOutcome::not_empty));
}

BOOST_AUTO_TEST_CASE(search_sees_renamed_moved_and_deleted_groups_at_once) {
  const auto lamp =
      support::make_product(db, {.name = "Thing", .category = "Oldname", .brand = "Oldbrand"});
  const auto product = find_to_edit(db, lamp).value();
  search::find(*shop.index, db, {.text = "oldname"});
  const TreeCategory category = named("Oldname");

  const auto above = make("Wholly Above");
  BOOST_TEST((save_category(db, category.id, category.version,
                            {.name = "Quagga", .slug = "quagga", .parent_id = above}) ==
              GroupOutcome::done));
  BOOST_TEST(
      (save_brand(db, product.draft.brand_id, 1, "Vexillum", "vexillum") == GroupOutcome::done));

  BOOST_TEST(search::find(*shop.index, db, {.text = "quagga"}).total == 1);
  BOOST_TEST(search::find(*shop.index, db, {.text = "vexillum"}).total == 1);
  BOOST_TEST(search::find(*shop.index, db, {.category = "wholly-above"}).total == 1);
  BOOST_TEST(search::category_path(*shop.index, "quagga").size() == 2U);
  BOOST_TEST(search::category_path(*shop.index, "oldname").empty());

  const auto empty = make("Empty One");
  search::find(*shop.index, db, {.text = "x"});
  BOOST_TEST(search::category_path(*shop.index, "empty-one").size() == 1U);
  BOOST_TEST((delete_category(db, empty) == GroupOutcome::done));
  search::find(*shop.index, db, {.text = "x"});
  BOOST_TEST(search::category_path(*shop.index, "empty-one").empty());
}

BOOST_AUTO_TEST_CASE(brands_are_made_renamed_and_deleted) {
  BOOST_TEST((create_brand(db, "Acme & Co", "") == GroupOutcome::done));
  BOOST_TEST((create_brand(db, "ACME co", "") == GroupOutcome::slug_taken));
  const auto brands = list_brands(db);
  const auto acme = std::find_if(brands.begin(), brands.end(),
                                 [](const Brand& brand) { return brand.slug == "acme-co"; });
  BOOST_REQUIRE((acme != brands.end()));
  BOOST_TEST((save_brand(db, acme->id, acme->version, "Acme", "acme") == GroupOutcome::done));
  BOOST_TEST(
      (save_brand(db, acme->id, acme->version, "Late", "late") == GroupOutcome::changed_meanwhile));
  BOOST_TEST((delete_brand(db, acme->id) == GroupOutcome::done));
}

BOOST_AUTO_TEST_SUITE_END()
