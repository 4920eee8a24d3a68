/// picture_store.h - the files of product pictures: made from what staff upload, named, deleted.
///
/// A picture is a folder "up/<token>-<width>" below the pictures folder with <w>.jpg and <w>.webp
/// for each of its widths; the database names the JPEG that everybody can show. Other files (the
/// demo shop's drawings) are what they are and have one size.
///
/// Source: the program make_picture (tools/make_picture.cpp), which stands beside the running one.
/// Errors: what a person may run into is an outcome; std::runtime_error when the folder cannot be
///         written or the program is not there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalog {

enum class PictureOutcome {
  made,
  unknown_format,   // no JPEG, PNG or WebP
  too_many_pixels,  // more than 50 million
  wrong_shape,      // smaller than 64 pixels, or more than four times as long as wide
  broken,
};

struct MadePicture {
  PictureOutcome outcome = PictureOutcome::broken;
  std::string file{};  // below the pictures folder, for product.image
};

/// Makes all sizes of one uploaded picture below `folder`. Nothing is left behind unless `made`.
MadePicture make_picture(const std::string& folder, std::string_view bytes);

/// Deletes a picture that make_picture() made; any other file name is left alone.
void drop_picture(const std::string& folder, std::string_view file);

/// The sizes of a picture.
struct PictureSizes {
  std::string_view folder{};  // "up/…-1280"; empty: it has only one size
  std::vector<int> widths{};  // ascending
};
PictureSizes sizes_of(std::string_view file);

}  // namespace catalog
