#include <boost/test/unit_test.hpp>

#include "support/orders.h"

using namespace support;

namespace {

struct CentersTest : PageTest {
  CentersTest() { sign_in(make_account(db, {.role = "staff", .permissions = "stock"})); }
  std::int64_t id_of(const std::string& name) {
    return number_in(db,
                     "SELECT id AS number FROM distribution_center WHERE name = '" + name + "'");
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(admin_centers_page, CentersTest)

BOOST_AUTO_TEST_CASE(are_made_and_changed) {
  post("/admin/centers", {{"name", "Bern North"}, {"latitude", "46.95"}, {"longitude", ""}});
  BOOST_TEST(notice.key == "stock.center_saved");
  const auto id = id_of("Bern North");
  BOOST_TEST(contains(get("/admin/centers"), "46.95"));
  const auto form = get("/admin/center/" + std::to_string(id));
  BOOST_TEST(contains(form, "action=\"/admin/center/" + std::to_string(id) + "\""));

  const Pairs change = {
      {"name", "Bern South"}, {"latitude", ""}, {"longitude", "7.4"}, {"before", "Bern North"}};
  post("/admin/center/" + std::to_string(id), change);
  BOOST_TEST(id_of("Bern South") == id);
  post("/admin/center/" + std::to_string(id), change);
  BOOST_TEST(notice.key == "stock.center_changed_meanwhile");
}

BOOST_AUTO_TEST_CASE(need_a_name_of_their_own_and_a_place_on_earth) {
  post("/admin/centers", {{"name", "Bern North"}, {"latitude", ""}, {"longitude", ""}});
  const auto taken =
      post("/admin/centers", {{"name", "Bern North"}, {"latitude", ""}, {"longitude", ""}});
  BOOST_TEST(taken.status == 422);
  BOOST_TEST(contains(taken, "There is a centre of this name already"));
  BOOST_TEST(post("/admin/centers", {{"name", ""}}).status == 422);
  for (const char* degrees : {"91", "-90.5", "north", "1e400", "nan", "inf", "12,5"}) {
    const auto answer =
        post("/admin/centers", {{"name", "Thun"}, {"latitude", degrees}, {"longitude", ""}});
    BOOST_TEST(answer.status == 422, degrees);
    BOOST_TEST(contains(answer, "value=\"" + std::string(degrees) + "\""), degrees);
  }
  BOOST_TEST(get("/admin/center/999999999").status == 404);
  BOOST_TEST(post("/admin/center/999999999", {{"name", "x"}, {"before", "y"}}).status == 404);
}

BOOST_AUTO_TEST_CASE(centres_are_found_by_name_and_taken_as_a_file) {
  BOOST_TEST(get("/admin/centers?q=nowhere").status == 200);
  BOOST_TEST(get("/admin/centers.csv").content_type == "text/csv; charset=utf-8");
  BOOST_TEST(contains(get("/admin/centers.csv"), "id,name,latitude"));
}

BOOST_AUTO_TEST_SUITE_END()
