#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "catalog/manage.h"
#include "catalog/picture_store.h"
#include "catalog/pictures.h"
#include "support/support.h"

using namespace support;
namespace fs = std::filesystem;

namespace {

/// The tests' own pictures folder, empty at first and gone at the end.
struct PicturesTest : PageTest {
  PicturesTest() : folder(test_config().pictures) {
    fs::create_directories(folder);
    sign_in(make_account(db, {.role = "staff", .permissions = "products"}));
    lamp = make_product(db, {.name = "Lamp"});
    path = "/admin/products/" + std::to_string(lamp) + "/pictures";
  }
  ~PicturesTest() { fs::remove_all(folder); }

  catalog::ProductPictures pictures() { return catalog::find_pictures(db, lamp).value(); }
  std::string version() { return std::to_string(pictures().version); }
  web::Response send(const std::vector<std::string>& names) {
    std::vector<web::Upload> files;
    for (const std::string& name : names) files.push_back({"picture", name, bytes_of(name)});
    return upload("/admin/products/" + std::to_string(lamp) + "/pictures",
                  {{"version", version()}, {"alt", "A lamp on a desk"}}, files);
  }
  static std::string bytes_of(const std::string& name) {
    std::ifstream in("tests/page/pictures/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  /// Everything below the pictures folder but the folders that stay.
  std::size_t files() {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) ++count;
    }
    return count;
  }

  fs::path folder;
  std::int64_t lamp = 0;
  std::string path;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(product_pictures_page, PicturesTest)

BOOST_AUTO_TEST_CASE(an_uploaded_picture_comes_in_bounded_sizes_without_what_the_camera_wrote) {
  const std::string original = bytes_of("photo.jpg");
  BOOST_REQUIRE(original.find("SecretCamera") != std::string::npos);

  send({"photo.jpg"});

  BOOST_TEST(notice.key == "picture.added");
  const std::string file_shown = pictures().pictures.at(0).file;
  const catalog::PictureSizes sizes = catalog::sizes_of(file_shown);
  BOOST_TEST(sizes.widths == (std::vector<int>{320, 640, 900}), boost::test_tools::per_element());
  for (const int width : sizes.widths) {
    for (const char* ending : {".jpg", ".webp"}) {
      const fs::path file = folder / std::string(sizes.folder) / (std::to_string(width) + ending);
      BOOST_REQUIRE(fs::exists(file));
      std::ifstream in(file, std::ios::binary);
      const std::string made{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      BOOST_TEST(!made.empty());
      BOOST_TEST(made.find("SecretCamera") == std::string::npos);
    }
  }
  const auto page = get("/product/" + std::to_string(lamp));
  BOOST_TEST(contains(page, "A lamp on a desk"));
  BOOST_TEST(contains(page, "/320.webp 320w, /pictures/up/"));
  BOOST_TEST(contains(get("/"), "/640.webp 640w"));
  BOOST_TEST(get(path).status == 200);
}

BOOST_AUTO_TEST_CASE(bombs_wrong_types_and_broken_files_are_refused_and_change_nothing) {
  const std::vector<std::pair<std::string, std::string>> refused = {
      {"bomb.png", "picture.too_many_pixels"},
      {"drawing.svg", "picture.unknown_format"},
      {"cut.jpg", "picture.broken"},
      {"broken.png", "picture.broken"},
      {"thin.png", "picture.wrong_shape"}};
  for (const auto& [name, key] : refused) {
    send({"photo.jpg", name});
    BOOST_TEST(notice.key == key, name + ": " + notice.key);
    BOOST_TEST(notice_is_warning);
  }
  BOOST_TEST(pictures().pictures.empty());
  BOOST_TEST(files() == 0U);
  send({});
  BOOST_TEST(notice.key == "picture.none");
  upload(path, {{"version", "99"}, {"alt", ""}}, {{"picture", "photo.jpg", bytes_of("photo.jpg")}});
  BOOST_TEST(notice.key == "product.changed_meanwhile");
  BOOST_TEST(files() == 0U);
}

BOOST_AUTO_TEST_CASE(pictures_are_ordered_described_and_deleted_with_their_files) {
  send({"photo.jpg", "photo.jpg", "photo.jpg"});
  const auto before = pictures().pictures;
  BOOST_REQUIRE(before.size() == 3U);

  post(path + "/order", {{"version", version()},
                         {"position_1", "9"},
                         {"alt_1", "The first"},
                         {"position_2", "2"},
                         {"alt_2", "Gone"},
                         {"drop_2", "1"},
                         {"position_3", "3"},
                         {"alt_3", "The third"}});

  BOOST_TEST(notice.key == "picture.saved");
  const auto after = pictures().pictures;
  BOOST_REQUIRE(after.size() == 2U);
  BOOST_TEST(after[0].file == before[2].file);
  BOOST_TEST(after[1].alt == "The first");
  BOOST_TEST(files() == 12U);
  BOOST_TEST(catalog::find_to_edit(db, lamp)->image == before[2].file);
  post(path + "/order", {{"version", "1"}});
  BOOST_TEST(notice.key == "product.changed_meanwhile");
}

BOOST_AUTO_TEST_CASE(no_file_outside_of_the_uploads_is_ever_deleted) {
  std::ofstream(folder / "kept.svg") << "x";
  for (const char* file : {"kept.svg", "up/../kept.svg", "/etc/passwd", "up/", "up", "../x/y"}) {
    catalog::drop_picture(folder.string(), file);
    BOOST_TEST(catalog::sizes_of(file).widths.empty());
  }
  BOOST_TEST(files() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
