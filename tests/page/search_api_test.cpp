// GET /api/products and its other names.
#include <boost/test/unit_test.hpp>

#include "support/api.h"

using support::Json;
using support::json_of;

namespace {

struct Products : support::ApiTest {
  Json list(const std::string& query) { return json_of(call("GET", "/api/products/" + query)); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(search_api, Products)

BOOST_AUTO_TEST_CASE(every_name_of_the_list_gives_the_same) {
  support::make_product(db, {.name = "Azure Vase", .price = Money{1999}});
  headers["accept"] = "application/json";
  for (const char* path :
       {"/api/products/", "/products", "/search", "/api/products/products_search/"}) {
    const Json answer = json_of(call("GET", std::string(path) + "?q=azure+vase"));
    BOOST_TEST(answer.at("total") == 1);
    BOOST_TEST(answer.at("items").at(0).at("price") == "19.99");
  }
  BOOST_TEST(json_of(call("GET", "/api/products/products_search/?search=azure+vase")).at("total") ==
             1);
}

BOOST_AUTO_TEST_CASE(a_product_has_the_fields_that_clients_rely_on) {
  support::make_product(db, {.name = "Azure Vase", .description = "Blue.", .category = "vases"});
  const Json product = list("?q=azure+vase").at("items").at(0);
  for (const char* field :
       {"id", "name", "slug", "description", "category", "brand", "price", "price_cents",
        "currency", "in_stock", "rating", "review_count", "image_url", "url"}) {
    BOOST_TEST(product.contains(field), field);
  }
  BOOST_TEST(product.at("description") == "Blue.");
  BOOST_TEST(product.at("rating").is_null());
  BOOST_TEST(!product.contains("cost_cents"));
}

BOOST_AUTO_TEST_CASE(filters_in_words_are_named_and_can_be_refused) {
  support::make_product(db, {.name = "Azure Vase small", .price = Money{1000}});
  support::make_product(db, {.name = "Azure Vase large", .price = Money{5000}});

  const Json answer = list("?q=azure+vase+under+20");
  BOOST_TEST(answer.at("total") == 1);
  BOOST_TEST(answer.at("read_as").at("q") == "azure vase");
  BOOST_TEST(answer.at("read_as").at("max_price_cents") == 2000);
  BOOST_TEST(list("?q=azure+vase+under+20&plain=1").at("total") == 2);
  BOOST_TEST(list("?q=azure+vase").at("read_as").is_null());
}

BOOST_AUTO_TEST_CASE(filters_and_order_are_those_of_the_page) {
  support::make_product(db, {.name = "Azure Vase small", .price = Money{1000}});
  support::make_product(db, {.name = "Azure Vase large", .price = Money{5000}});
  support::make_product(db, {.name = "Azure Vase gone", .price = Money{700}, .in_stock = 0});

  const Json answer = list("?q=azure+vase&max_price=20&in_stock=true&sort=price");

  BOOST_TEST(answer.at("total") == 1);
  BOOST_TEST(answer.at("items").at(0).at("name") == "Azure Vase small");
  BOOST_TEST(list("?q=azure+vase&sort=-price").at("items").at(0).at("price_cents") == 5000);
}

BOOST_AUTO_TEST_CASE(pages_follow_one_another_without_gaps) {
  for (int i = 1; i <= 5; ++i) {
    support::make_product(db, {.name = "Azure Vase " + std::to_string(i), .price = Money{i * 100}});
  }
  std::vector<std::int64_t> prices;
  std::string next = "/api/products?q=azure+vase&sort=price&per_page=2";
  for (int page = 0; page < 3; ++page) {
    const Json answer = json_of(call("GET", next));
    BOOST_TEST(answer.at("total") == 5);
    for (const Json& item : answer.at("items")) prices.push_back(item.at("price_cents"));
    next = page < 2 ? answer.at("next").get<std::string>() : "";
    if (page == 2) BOOST_TEST(answer.at("next").is_null());
  }
  BOOST_TEST(prices == std::vector<std::int64_t>({100, 200, 300, 400, 500}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(facets_count_what_a_further_filter_would_leave) {
  support::make_product(db, {.name = "Azure Vase", .brand = "Lumen"});
  support::make_product(db, {.name = "Azure Vase two", .brand = "Nord"});
  const Json facets = list("?q=azure+vase").at("facets");
  BOOST_TEST(facets.at("brand").size() == 2u);
  BOOST_TEST(facets.at("in_stock") == 2);
}

BOOST_AUTO_TEST_CASE(a_category_is_known_by_slug_and_by_name) {
  support::make_product(db, {.name = "Azure Vase", .category = "Fine Vases"});
  BOOST_TEST(list("?category=fine-vases").at("total") == 1);
  BOOST_TEST(list("?category=Fine%20Vases").at("total") == 1);
  BOOST_TEST(call("GET", "/api/products?category=nothing").status == 422);
}

BOOST_AUTO_TEST_CASE(staff_may_ask_why_and_the_taste_is_part_of_the_answer) {
  const auto vase =
      support::make_product(db, {.name = "Azure Vase", .category = "vases", .brand = "Blue"});
  BOOST_TEST(!list("?q=azure+vases&explain=1").contains("explain"));
  log_in(support::make_account(db));
  BOOST_TEST(!list("?q=azure+vases&explain=1").contains("explain"));

  log_in(support::make_account(db, {.role = "staff"}));
  BOOST_TEST(!list("?q=azure+vases").contains("explain"));
  const Json why = list("?q=azure+vases&explain=1").at("explain").at(0);
  BOOST_TEST(why.at("id") == vase);
  BOOST_TEST(why.at("words").at(1).at("word") == "vases");
  BOOST_TEST(why.at("words").at(1).at("found") == "vase");
  BOOST_TEST(why.at("words").at(1).at("way") == "word");
  double score = 0;
  for (const Json& word : why.at("words")) {
    score += word.at("worth").get<double>() * word.at("fit").get<double>();
  }
  for (const Json& factor : why.at("factors")) score *= factor.get<double>();
  BOOST_TEST(score == why.at("score").get<double>(), boost::test_tools::tolerance(0.01));
  BOOST_TEST(why.at("factors").at("own_taste") == 1.0);  // staff have none
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_named) {
  const auto bad = [&](const std::string& query) {
    const auto answer = call("GET", "/api/products?" + query);
    return answer.status == 422 ? support::bad_fields(answer) : std::to_string(answer.status);
  };
  BOOST_TEST(bad("min_price=abc") == "min_price");
  BOOST_TEST(bad("sort=sideways") == "sort");
  BOOST_TEST(bad("per_page=0") == "per_page");
  BOOST_TEST(bad("per_page=101") == "per_page");
  BOOST_TEST(bad("after=-1") == "after");
  BOOST_TEST(bad("after=99999999999999999999") == "after");
  BOOST_TEST(bad("after=1&q=no+such+thing+at+all") == "after");
}

BOOST_AUTO_TEST_CASE(an_unchanged_list_is_not_sent_again) {
  support::make_product(db, {.name = "Azure Vase"});
  const std::string etag = support::header(call("GET", "/api/products?q=azure"), "ETag");
  headers["if-none-match"] = "W/" + etag;
  const auto again = call("GET", "/api/products?q=azure");
  BOOST_TEST(again.status == 304);
  BOOST_TEST(again.body.empty());
  support::make_product(db, {.name = "Azure Bowl"});
  BOOST_TEST(call("GET", "/api/products?q=azure").status == 200);
}

BOOST_AUTO_TEST_CASE(a_browser_gets_the_page_at_the_same_address) {
  headers["accept"] = "text/html,application/xhtml+xml,*/*;q=0.8";
  BOOST_TEST(call("GET", "/products").content_type == "text/html; charset=utf-8");
}

BOOST_AUTO_TEST_SUITE_END()
