#include <boost/test/unit_test.hpp>

#include "catalog/manage.h"
#include "csv/csv_imports.h"
#include "support/orders.h"

using namespace support;

namespace {

struct ImportsTest : PageTest {
  ImportsTest() { sign_in(make_account(db, {.role = "staff", .permissions = "products,stock"})); }
  web::Response send(const std::string& kind, const std::string& bytes) {
    return upload("/admin/imports", {{"kind", kind}}, {{"file", "prices.csv", bytes}});
  }
  static std::string text_of(const web::Response& response) {
    struct Text : web::Stream {
      bool write(std::string_view piece) override {
        text += piece;
        return true;
      }
      std::string text;
    } stream;
    response.stream(stream);
    return stream.text;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(imports_page, ImportsTest)

BOOST_AUTO_TEST_CASE(a_file_is_previewed_applied_and_undone) {
  const auto lamp = make_product(db, {.sku = "L-1", .price = Money{1000}});
  const auto uploaded = send("products", "sku,price\nL-1,12.00\nNONE,1.00\n");
  BOOST_TEST(uploaded.status == 303);
  const std::string path = location(uploaded);

  const auto preview = get(path);

  BOOST_TEST(preview.status == 200);
  BOOST_TEST(contains(preview, "prices.csv"));
  BOOST_TEST(contains(preview, "10.00"));
  BOOST_TEST(contains(preview, "A new product needs a name"));
  BOOST_TEST(catalog::find_product(db, lamp)->price.cents == 1000);
  const std::string id = path.substr(path.rfind('/') + 1);
  post("/admin/imports/" + id + "/apply", {});
  BOOST_TEST(notice.key == "csv.applied");
  BOOST_TEST(catalog::find_product(db, lamp)->price.cents == 1200);
  post("/admin/imports/" + id + "/apply", {});
  BOOST_TEST(notice.key == "csv.gone");
  BOOST_TEST(get("/admin/imports/" + id).status == 404);
  BOOST_TEST(contains(get("/admin/imports"), "prices.csv"));
  const auto import = csv::list_imports(db, {.kinds = {"products"}}, 1).at(0);
  post("/admin/imports/" + std::to_string(import.id) + "/undo", {});
  BOOST_TEST(notice.key == "csv.undone");
  BOOST_TEST(catalog::find_product(db, lamp)->price.cents == 1000);
  post("/admin/imports/" + std::to_string(import.id) + "/undo", {});
  BOOST_TEST(notice.key == "csv.undone_before");
  BOOST_TEST(post("/admin/imports/999999999/undo", {}).status == 404);
}

BOOST_AUTO_TEST_CASE(stock_comes_in_and_goes_out) {
  make_product(db, {.sku = "L-1", .in_stock = 2});
  const std::string path = location(send("stock", "sku,center,pieces\nL-1,Test centre,7\n"));
  BOOST_TEST(contains(get(path), "pieces"));
  post(path + "/apply", {});
  BOOST_TEST(notice.key == "csv.applied");
  BOOST_TEST(text_of(get("/admin/imports/stock.csv")).find("L-1,Test centre,7") !=
             std::string::npos);
  BOOST_TEST(text_of(get("/admin/products.csv")).find("L-1,Lamp") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_file_is_said_so) {
  send("products", "");
  BOOST_TEST(notice.key == "csv.no_file");
  get(location(send("products", "name\nx\n")));
  BOOST_TEST(notice.key == "csv.not_that_column");
  BOOST_TEST(send("weather", "sku\n").status == 400);
}

BOOST_AUTO_TEST_CASE(customers_and_orders_come_in_and_go_out_like_products) {
  make_product(db, {.sku = "L-1"});
  sign_in(make_account(db, {.role = "staff", .permissions = "customers,orders"}));
  const std::string people = location(send("customers", "email,city\nnia@one.example,Rome\n"));
  BOOST_TEST(contains(get(people), "nia@one.example"));
  post(people + "/apply", {});
  BOOST_TEST(notice.key == "csv.applied");
  const std::string sold = location(
      send("orders",
           "number,placed_at,state,payment,fulfilment,email,currency,subtotal,shipping,tax,total,"
           "sku,quantity,unit_price\n"
           "A-1,2020-01-01,complete,paid,delivered,nia@one.example,USD,5,0,0,5,L-1,1,5\n"));
  BOOST_TEST(contains(get(sold), "A-1"));
  post(sold + "/apply", {});
  BOOST_TEST(notice.key == "csv.applied");
  BOOST_TEST(text_of(get("/admin/imports/customers.csv")).find("nia@one.example") !=
             std::string::npos);
  BOOST_TEST(text_of(get("/admin/imports/orders.csv")).find("A-1,2020-01-01T00:00:00Z,complete") !=
             std::string::npos);
  BOOST_TEST(send("products", "sku\nL-1\n").status == 403);
  BOOST_TEST(get("/admin/products.csv").status == 403);
}

BOOST_AUTO_TEST_CASE(past_imports_can_be_searched_and_taken_as_a_file) {
  make_product(db, {.sku = "L-1"});
  post(location(send("products", "sku,price\nL-1,12.00\n")) + "/apply", {});
  BOOST_TEST(contains(get("/admin/imports?q=PRICES"), "prices.csv"));
  BOOST_TEST(!contains(get("/admin/imports?q=weather"), "prices.csv"));
  BOOST_TEST(contains(get("/admin/imports.csv?q=prices"), "prices.csv,products"));
  // Who may not bring such files does not see that there were any.
  sign_in(make_account(db, {.role = "staff", .permissions = "customers"}));
  BOOST_TEST(!contains(get("/admin/imports"), "prices.csv"));
}

BOOST_AUTO_TEST_CASE(a_file_with_passwords_is_refused_and_not_kept) {
  sign_in(make_account(db, {.role = "staff", .permissions = "customers"}));
  const std::string path = location(send("customers", "email,password\nx@one.example,secret\n"));
  get(path);
  BOOST_TEST(notice.key == "csv.not_that_secret");
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM csv_upload") == 0);
}

BOOST_AUTO_TEST_CASE(odd_files_of_spreadsheets_are_previewed_as_what_they_mean) {
  make_product(db, {.name = "Lamp", .sku = "L-1", .price = Money{1000}});
  const auto utf16 = [](std::string_view text, bool is_little) {
    std::string bytes = is_little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : text) {
      if (!is_little) bytes += '\0';
      bytes += c;
      if (is_little) bytes += '\0';
    }
    return bytes;
  };
  const std::pair<const char*, std::string> files[] = {
      {"byte order mark", "\xEF\xBB\xBFsku,name\nL-1,New lamp\n"},
      {"semicolons and CRLF", "sku;name;price\r\nL-1;New lamp;12,50\r\n"},
      {"tabs", "sku\tname\nL-1\tNew lamp\n"},
      {"quotes", "\"sku\",\"name\"\n\"L-1\",\"New lamp\"\n"},
      {"columns that are not there", "sku,name,,\nL-1,New lamp,,\n"},
      {"longer lines", "sku,name\nL-1,New lamp,,,\n"},
      {"Windows-1252", "sku,name\nL-1,New lamp \x96 gro\xDF\n"},
      {"UTF-16, little end first", utf16("sku\tname\r\nL-1\tNew lamp\r\n", true)},
      {"UTF-16, big end first", utf16("sku\tname\r\nL-1\tNew lamp\r\n", false)}};
  for (const auto& [what, bytes] : files) {
    const auto preview = get(location(send("products", bytes)));
    BOOST_TEST(preview.status == 200, what);
    BOOST_TEST(contains(preview, "New lamp"), what);
    BOOST_TEST(contains(preview, "<strong>1</strong> changed"), what);
  }
  BOOST_TEST(contains(get(location(send("products", "sku,name\nL-1,gro\xDF\n"))), "groß"));
}

BOOST_AUTO_TEST_CASE(broken_rows_cost_themselves_only) {
  make_product(db, {.sku = "L-1", .price = Money{1000}});
  make_product(db, {.sku = "L-2", .price = Money{1000}});
  using namespace std::string_literals;
  const std::pair<const char*, std::string> files[] = {
      {"a quote left open", "sku,price\nL-1,12.00\n\"L-2,12.00\nL-2,12.00\n"},
      {"NUL", "sku,price\nL-1,12.00\nL\0-9,12.00\nL-2,12.00\n"s},
      {"text behind a quote", "sku,price\nL-1,12.00\n\"L\"-9,12.00\nL-2,12.00\n"},
      {"a line of 5 MB", "sku,price\nL-1,12.00\n" + std::string(5U << 20U, 'x') + "\nL-2,12.00\n"},
      {"too many fields", "sku,price\nL-1,12.00\nL-9,1,2,3\nL-2,12.00\n"}};
  for (const auto& [what, bytes] : files) {
    const auto preview = get(location(send("products", bytes)));
    BOOST_TEST(contains(preview, "<strong>2</strong> changed"), what);
    BOOST_TEST(contains(preview, "<strong>1</strong> left out"), what);
    BOOST_TEST(contains(preview, "cannot be read"), what);
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_table_at_all_is_refused_in_one_sentence) {
  using namespace std::string_literals;
  for (const std::string& bytes :
       {"\x89PNG\r\n\x1A\n\0\0"s, "\xFF\xFE\0s"s, "\"sku\n"s, std::string(300, '\0'), "\n\n\n"s,
        "sku,sku\n1,2\n"s, std::string(3U << 20U, ',')}) {
    BOOST_TEST(get(location(send("products", bytes))).status == 303);
    BOOST_TEST(notice.key.starts_with("csv.not_that_"));
  }
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM csv_upload") == 0);
}

BOOST_AUTO_TEST_CASE(other_peoples_uploads_do_not_exist_and_stock_needs_its_own_permission) {
  const std::string path = location(send("products", "sku,name\nL-1,x\n"));
  sign_in(make_account(db, {.role = "staff", .permissions = "products"}));
  BOOST_TEST(get(path).status == 404);
  BOOST_TEST(send("stock", "sku,pieces\nL-1,1\n").status == 403);
  BOOST_TEST(get("/admin/imports/stock.csv").status == 403);
  sign_in(make_account(db, {.role = "staff", .permissions = "reports"}));
  BOOST_TEST(get("/admin/imports").status == 403);
  BOOST_TEST(get("/admin/imports.csv").status == 403);
  BOOST_TEST(get("/admin/products.csv").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
