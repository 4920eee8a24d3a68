/// page.h - a template filled with values, inside the shop's layout.
///
///   web::Page page(request, "catalog/product_page.tpl", product.name);
///   page.body().SetValue(kpp_NAME, product.name);
///   return page.render();
///
/// Source: CTemplate 2.4; every file escapes for HTML by itself (a repository test looks).
/// Errors: a template that cannot be loaded is a std::logic_error, found at start by
/// load_templates.
#pragma once

#include <string>
#include <string_view>

#include "web/request.h"
#include "web/response.h"
#include "web/template.h"

namespace web {

class Page {
 public:
  /// `file` below templates/, `title` for the tab and the history.
  Page(const Request& request, std::string file, std::string_view title);

  ctemplate::TemplateDictionary& body() { return body_; }
  /// For search engines; without it the shop's own sentence stands there.
  void set_description(std::string_view text);
  /// This page's one address, for search engines: a path of this site.
  void set_canonical(std::string_view path);
  /// Not for search engines: cart, account, results of free filters.
  void set_noindex();
  /// What the search field of the page's head holds.
  void set_search_text(std::string_view text);

  Response render(int status = 200);
  /// The page up to its body and behind it, for answers that are streamed.
  struct Halves {
    std::string before;
    std::string after;
  };
  Halves render_halves();

 private:
  void fill_layout();
  /// Below the head: the shop's categories, or what a member of staff may do.
  void fill_bar();
  std::string expand_layout(std::string_view body);

  const Request& request_;
  std::string file_;
  bool is_described_ = false;
  ctemplate::TemplateDictionary layout_;
  ctemplate::TemplateDictionary body_;
};

/// A template alone, without the layout: fragments of a stream, mail.
std::string expand(const std::string& file, const ctemplate::TemplateDictionary& dictionary);

/// Loads every template below `folder` and freezes the cache; throws std::runtime_error naming the
/// first one that is broken.
void load_templates(const std::string& folder);

}  // namespace web
