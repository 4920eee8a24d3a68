#include "catalog/pictures.h"

#include "catalog_manage.sql.h"

namespace catalog {

namespace queries = sql::catalog_manage;

std::optional<ProductPictures> find_pictures(db::Connection& db, std::int64_t product) {
  const db::Result rows = db.run(queries::pictures_of, product);
  ProductPictures found;
  for (const db::Row row : rows) {
    if (row.integer("position") == 0) found.version = row.small("version");
    if (row.text("file").empty()) continue;
    found.pictures.push_back({row.string("file"), row.string("alt")});
  }
  if (found.version == 0) return std::nullopt;
  return found;
}

PicturesSaved save_pictures(db::Connection& db, std::int64_t product, int version,
                            std::span<const Picture> pictures) {
  db::Transaction transaction(db);
  const auto locked = db.first(queries::lock_product, product);
  if (!locked) return {SaveOutcome::no_such_product, {}};
  if (locked->integer("version") != version) return {SaveOutcome::changed_meanwhile, {}};
  const ProductPictures before = find_pictures(db, product).value_or(ProductPictures{});

  const Picture first = pictures.empty() ? Picture{} : pictures.front();
  std::vector<std::string> files;
  std::vector<std::string> alts;
  for (std::size_t i = 1; i < pictures.size(); ++i) {
    files.push_back(pictures[i].file);
    alts.push_back(pictures[i].alt);
  }
  db.run(queries::set_first_picture, product, first.file, first.alt);
  db.run(queries::drop_further_pictures, product);
  db.run(queries::add_further_pictures, product, db::array_of(files), db::array_of(alts));

  std::vector<std::string> old_files;
  for (const Picture& picture : before.pictures) old_files.push_back(picture.file);
  PicturesSaved saved;
  for (const db::Row row : db.run(queries::unused_pictures, db::array_of(old_files))) {
    saved.unused.push_back(row.string("file"));
  }
  transaction.commit();
  return saved;
}

}  // namespace catalog
