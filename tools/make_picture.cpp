/// make_picture.cpp - turns a photograph that somebody uploaded into the files that the shop shows:
/// JPEG and WebP in up to four widths, upright, in sRGB, without anything that the camera wrote.
///
/// A program of its own, because what it reads comes from outside: when a picture breaks or bombs
/// the decoder, only this process dies. It limits its own memory, time and files, knows three
/// formats and runs no other decoder of libvips.
///
/// Prints the width of the largest file. Exit code 0: made; 3: no JPEG, PNG or WebP; 4: too many
/// pixels; 5: too small, or too long and thin; 6: broken; 1: anything else.

#include <sys/resource.h>
#include <vips/vips.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

namespace {

constexpr int kMostPixels = 50'000'000;
constexpr int kLeastSide = 64;
constexpr int kMostRatio = 4;  // of the long side to the short one
constexpr std::array<int, 3> kWidths = {320, 640, 1280};
constexpr int kQuality = 82;

/// Why there is no picture, as the exit code says it.
struct Refusal {
  int code;
  const char* why;
};

struct Unref {
  void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

enum class Format { jpeg, png, webp };

void limit(__rlimit_resource resource, rlim_t most) {
  const rlimit limits{most, most};
  if (::setrlimit(resource, &limits) != 0) throw Refusal{1, "cannot limit itself"};
}

void limit_itself() {
  constexpr rlim_t kMegabyte = 1U << 20U;
  limit(RLIMIT_AS, 2048 * kMegabyte);
  limit(RLIMIT_CPU, 20);
  limit(RLIMIT_FSIZE, 16 * kMegabyte);
  limit(RLIMIT_CORE, 0);
}

void start_vips(const char* program) {
  // Its code generator needs memory that is written and executed, which the service may not have.
  ::setenv("VIPS_NOVECTOR", "1", 1);
  if (VIPS_INIT(program) != 0) throw Refusal{1, "libvips does not start"};
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  vips_operation_block_set("VipsForeignLoad", TRUE);
  for (const char* loader :
       {"VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"}) {
    vips_operation_block_set(loader, FALSE);
  }
}

/// libjpeg paints grey what is missing at the end, and says so in a warning only.
bool is_cut_off(const std::string& jpeg) {
  const std::size_t end = jpeg.rfind("\xFF\xD9");
  return end == std::string::npos || end < jpeg.size() / 2;  // before it ends a preview
}

Format format_of(const std::string& bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) {
    if (is_cut_off(bytes)) throw Refusal{6, "is cut off"};
    return Format::jpeg;
  }
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return Format::png;
  if (bytes.starts_with("RIFF") && bytes.compare(8, 4, "WEBP") == 0) return Format::webp;
  throw Refusal{3, "is no JPEG, PNG or WebP"};
}

/// Reads the head; pixels are decoded when they are needed.
Image open_picture(const std::string& bytes) {
  void* data = const_cast<char*>(bytes.data());
  VipsImage* image = nullptr;
  int failed = 1;
  switch (format_of(bytes)) {
    case Format::jpeg:
      failed =
          vips_jpegload_buffer(data, bytes.size(), &image, "fail_on", VIPS_FAIL_ON_ERROR, nullptr);
      break;
    case Format::png:
      failed =
          vips_pngload_buffer(data, bytes.size(), &image, "fail_on", VIPS_FAIL_ON_ERROR, nullptr);
      break;
    case Format::webp:
      failed =
          vips_webpload_buffer(data, bytes.size(), &image, "fail_on", VIPS_FAIL_ON_ERROR, nullptr);
      break;
  }
  if (failed != 0) throw Refusal{6, "is broken"};
  return Image(image);
}

void check_size(const VipsImage* image) {
  const auto width = static_cast<std::int64_t>(vips_image_get_width(image));
  const auto height = static_cast<std::int64_t>(vips_image_get_height(image));
  if (width * height > kMostPixels) throw Refusal{4, "has too many pixels"};
  if (std::min(width, height) < kLeastSide) throw Refusal{5, "is too small"};
  if (std::max(width, height) > kMostRatio * std::min(width, height)) {
    throw Refusal{5, "is too long and thin"};
  }
}

/// Upright, at most `width` wide, in sRGB. The limit of the height is none: its ratio is checked.
Image scaled(const std::string& bytes, int width) {
  VipsImage* image = nullptr;
  void* data = const_cast<char*>(bytes.data());
  if (vips_thumbnail_buffer(data, bytes.size(), &image, width, "height", VIPS_MAX_COORD, "size",
                            VIPS_SIZE_DOWN, "export_profile", "srgb", "fail_on", VIPS_FAIL_ON_ERROR,
                            nullptr) != 0) {
    throw Refusal{6, "is broken"};
  }
  return Image(image);
}

/// Where there is no paint, JPEG gets white paper.
Image on_paper(VipsImage* image) {
  VipsImage* flat = nullptr;
  const double white = 255;
  VipsArrayDouble* background = vips_array_double_new(&white, 1);
  const int failed = vips_image_hasalpha(image) != 0
                         ? vips_flatten(image, &flat, "background", background, nullptr)
                         : vips_copy(image, &flat, nullptr);
  vips_area_unref(VIPS_AREA(background));
  if (failed != 0) throw Refusal{6, "is broken"};
  return Image(flat);
}

/// What the camera wrote, and the profile: sRGB is what everybody takes a picture without one for.
void forget_metadata(VipsImage* image) {
  gchar** names = vips_image_get_fields(image);
  for (gchar** name = names; name != nullptr && *name != nullptr; ++name) {
    vips_image_remove(image, *name);  // leaves width, height and the like
  }
  g_strfreev(names);
}

void write(VipsImage* image, const std::string& stem) {
  // Pixels once in memory: two writers read them, and a picture that breaks in its middle does so
  // before any file is there.
  const Image pixels(vips_image_copy_memory(image));
  if (pixels == nullptr) throw Refusal{6, "is broken"};
  forget_metadata(pixels.get());
  const Image paper = on_paper(pixels.get());
  if (vips_jpegsave(paper.get(), (stem + ".jpg").c_str(), "Q", kQuality, "strip", TRUE,
                    "optimize_coding", TRUE, "interlace", TRUE, nullptr) != 0 ||
      vips_webpsave(pixels.get(), (stem + ".webp").c_str(), "Q", kQuality, "strip", TRUE,
                    nullptr) != 0) {
    throw Refusal{1, "cannot be written"};
  }
}

std::string read_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Refusal{1, "cannot be read"};
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int make(const std::string& input, const std::string& folder) {
  const std::string bytes = read_file(input);
  check_size(open_picture(bytes).get());
  const int whole = vips_image_get_width(scaled(bytes, kWidths.back()).get());
  for (const int width : kWidths) {
    if (width >= whole) continue;
    write(scaled(bytes, width).get(), folder + "/" + std::to_string(width));
  }
  write(scaled(bytes, whole).get(), folder + "/" + std::to_string(whole));
  return whole;
}

}  // namespace

int main(int argc, char** argv) try {
  std::string input;
  std::string folder;
  CLI::App app{"Makes the shop's picture files of one uploaded picture; prints the largest width."};
  app.add_option("INPUT", input, "a JPEG, PNG or WebP file")->required();
  app.add_option("FOLDER", folder, "where <width>.jpg and <width>.webp are written")->required();
  CLI11_PARSE(app, argc, argv);
  limit_itself();
  start_vips(argv[0]);
  std::cout << make(input, folder) << '\n';
  return 0;
} catch (const Refusal& refusal) {
  std::cerr << "make_picture: the file " << refusal.why << '\n';
  return refusal.code;
} catch (const std::exception& error) {
  std::cerr << "make_picture: " << error.what() << '\n';
  return 1;
}
