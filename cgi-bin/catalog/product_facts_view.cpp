#include "catalog/product_facts_view.h"

#include "catalog/picture_store.h"
#include "product_page.tpl.varnames.h"

namespace catalog {
namespace {

using ctemplate::TemplateDictionary;

void fill_category_path(TemplateDictionary& page, const Product& product) {
  for (const Category& category : product.category_path) {
    auto& step = *page.AddSectionDictionary(kpp_CATEGORY);
    step.SetValueWithoutCopy(kpp_CATEGORY_SLUG, category.slug);
    step.SetValueWithoutCopy(kpp_CATEGORY_NAME, category.name);
  }
}

const std::string& alt_of(const Picture& picture, const Product& product) {
  return picture.alt.empty() ? product.name : picture.alt;
}

void fill_gallery(TemplateDictionary& page, const Product& product) {
  page.SetValue(kpp_IMAGE, picture_url(product.image));
  const PictureSizes sizes = sizes_of(product.image);
  if (!sizes.folder.empty()) {
    auto& sized = *page.AddSectionDictionary(kpp_SIZED);
    for (const int width : sizes.widths) {
      auto& size = *sized.AddSectionDictionary(kpp_SIZE);
      size.SetValue(kpp_SIZE_FILE, std::string(sizes.folder) + "/" + std::to_string(width));
      size.SetIntValue(kpp_SIZE_WIDTH, width);
    }
  }
  page.SetValueWithoutCopy(kpp_IMAGE_ALT, product.pictures.empty()
                                              ? product.name
                                              : alt_of(product.pictures.front(), product));
  if (product.pictures.size() < 2) return;
  auto& further = *page.AddSectionDictionary(kpp_FURTHER);
  for (const Picture& picture : product.pictures) {
    if (picture.file == product.image) continue;
    auto& item = *further.AddSectionDictionary(kpp_PICTURE);
    item.SetValue(kpp_PICTURE_URL, picture_url(picture.file));
    item.SetValueWithoutCopy(kpp_PICTURE_ALT, alt_of(picture, product));
  }
}

/// One row a name: values of the same name stand behind one another.
void fill_attributes(TemplateDictionary& page, const std::vector<Attribute>& attributes) {
  TemplateDictionary* row = nullptr;
  std::string_view name;
  for (const Attribute& attribute : attributes) {
    if (row != nullptr && attribute.name == name) {
      auto& further = *row->AddSectionDictionary(kpp_ATTRIBUTE_FURTHER);
      further.SetValueWithoutCopy(kpp_ATTRIBUTE_FURTHER_VALUE, attribute.value);
      continue;
    }
    name = attribute.name;
    row = page.AddSectionDictionary(kpp_ATTRIBUTE);
    row->SetValueWithoutCopy(kpp_ATTRIBUTE_NAME, attribute.name);
    row->SetValueWithoutCopy(kpp_ATTRIBUTE_VALUE, attribute.value);
  }
}

}  // namespace

void fill_facts(TemplateDictionary& page, const Product& product) {
  fill_category_path(page, product);
  fill_gallery(page, product);
  fill_attributes(page, product.attributes);
}

}  // namespace catalog
