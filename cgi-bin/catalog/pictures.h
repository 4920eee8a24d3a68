/// pictures.h - which pictures a product shows, in which order, with which words.
///
/// Source: product.image, product.image_alt, product_picture; queries in
///         sql/queries/catalog_manage.sql. The files themselves: picture_store.h.
/// Errors: as manage.h.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalog/manage.h"
#include "db/db.h"

namespace catalog {

inline constexpr std::size_t kMostPictures = 20;  // of one product
inline constexpr std::size_t kMostAlt = 200;      // characters

struct ProductPictures {
  int version = 0;  // of the product
  std::vector<Picture> pictures{};
};

/// Nothing for an unknown product.
std::optional<ProductPictures> find_pictures(db::Connection& db, std::int64_t product);

struct PicturesSaved {
  SaveOutcome outcome = SaveOutcome::saved;
  std::vector<std::string> unused{};  // files that no product shows any more: to be deleted
};

/// The product shows these pictures from now on, the first one in lists and carts too.
[[nodiscard]] PicturesSaved save_pictures(db::Connection& db, std::int64_t product, int version,
                                          std::span<const Picture> pictures);

}  // namespace catalog
