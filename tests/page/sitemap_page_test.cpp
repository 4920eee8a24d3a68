#include <boost/test/unit_test.hpp>

#include "catalog/catalog_pages.h"
#include "support/support.h"

using support::contains;

BOOST_FIXTURE_TEST_SUITE(sitemap_page, support::PageTest)

BOOST_AUTO_TEST_CASE(names_every_page_by_its_whole_address) {
  const auto id = support::make_product(db, {.name = "Mapped lamp", .category = "mapped"});

  const auto answer = get("/sitemap.xml");

  BOOST_TEST(answer.status == 200);
  BOOST_TEST(answer.content_type == "application/xml; charset=utf-8");
  BOOST_TEST(answer.body.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
  BOOST_TEST(contains(answer, "<loc>http://shop.example/</loc>"));
  BOOST_TEST(contains(answer, "<loc>http://shop.example/category/mapped</loc>"));
  BOOST_TEST(contains(
      answer, "<loc>http://shop.example/product/" + std::to_string(id) + "/mapped-lamp</loc>"));
  BOOST_TEST(answer.cacheable);
}

BOOST_AUTO_TEST_CASE(says_what_is_missing_when_the_shop_does_not_know_its_own_address) {
  web::Site site = support::test_site();
  site.base_url.clear();
  web::Request request;
  request.site = &site;

  BOOST_CHECK_EXCEPTION(catalog::sitemap_page(request, shop), web::NotFound, [](const auto& error) {
    return error.message().key == "sitemap.no_base_url";
  });
}

BOOST_AUTO_TEST_SUITE_END()
