/// docs_page.cpp - GET /docs, GET /api/openapi.json, GET /api.
///
/// Template: templates/web/docs_page.tpl
/// Test:     tests/page/docs_page_test.cpp

#include "docs_page.h"

#include <map>

#include "api_words.h"
#include "docs_page.tpl.varnames.h"
#include "routes.h"
#include "shop.h"
#include "version.h"
#include "web/json_list.h"
#include "web/web.h"

namespace {

using web::Json;

/// The files do not change while a process lives; each process reads them once.
const ApiWords& words_of(const Shop& shop) {
  static std::map<std::string, ApiWords> loaded;
  const auto found = loaded.find(shop.config.templates);
  if (found != loaded.end()) return found->second;
  return loaded.emplace(shop.config.templates, ApiWords::load(shop.config.templates)).first->second;
}

/// "https://shop.example" as the reader reaches it.
std::string base_of(const web::Request& request) {
  if (!request.site->base_url.empty()) return request.site->base_url;
  return (request.is_tls ? "https://" : "http://") + request.host;
}

/// An address that can be asked for: ids are 1.
std::string example_path(const web::Route& route, const Json& words) {
  std::string path(route.path);
  for (std::size_t at = path.find('{'); at != std::string::npos; at = path.find('{')) {
    path.replace(at, path.find('}', at) - at + 1, "1");
  }
  return path + words.value("curl", "");
}

std::string curl_line(const web::Request& request, const web::Route& route, const Json& words) {
  std::string line = "curl -s";
  if (route.method != "GET") line += " -X " + std::string(route.method);
  if (route.access != web::Access::anyone) line += " -H \"Authorization: Bearer $TOKEN\"";
  if (words.value("multipart", false)) line += " -F product_id=1 -F image=@picture.jpg";
  if (words.contains("example")) {
    line += " -H 'Content-Type: application/json' -d '" + words.at("example").dump() + "'";
  } else if (route.kind != web::Kind::page && !route.path.starts_with("/api")) {
    line += " -H 'Accept: application/json'";
  }
  return line + " '" + base_of(request) + example_path(route, words) + "'";
}

std::string other_names(const ApiWords& words, const std::string& key) {
  std::string names;
  for (const auto& [other, entry] : words.operations.items()) {
    if (entry.value("same_as", "") != key) continue;
    names += (names.empty() ? "" : ", ") + other;
  }
  return names;
}

std::string parameter_names(const Json& words) {
  std::string names;
  for (const char* group : {"query", "headers"}) {
    if (!words.contains(group)) continue;
    for (const Json& name : words.at(group)) {
      names += (names.empty() ? "" : ", ") + name.get<std::string>();
    }
  }
  return names;
}

void fill_operation(ctemplate::TemplateDictionary& row, const web::Request& request,
                    const ApiWords& words, const web::Route& route) {
  const Json& own = *words.find(route);
  const std::string key = std::string(route.method) + " " + std::string(route.path);
  row.SetValue(kdp_OPERATION_METHOD, std::string(route.method));
  row.SetValue(kdp_OPERATION_PATH, std::string(route.path));
  row.SetValue(kdp_OPERATION_ID, own.at("id").get<std::string>());
  row.SetValue(kdp_OPERATION_SUMMARY, own.at("summary").get<std::string>());
  row.SetValue(kdp_OPERATION_ROLE, role_text(route.access));
  row.SetValue(kdp_OPERATION_CURL, curl_line(request, route, own));
  const auto show = [&](const ctemplate::TemplateString& name,
                        const ctemplate::TemplateString& section, const std::string& text) {
    if (!text.empty()) row.SetValueAndShowSection(name, text, section);
  };
  show(kdp_OPERATION_NAMES_TEXT, kdp_OPERATION_NAMES, other_names(words, key));
  show(kdp_OPERATION_TAKES_TEXT, kdp_OPERATION_TAKES, parameter_names(own));
  show(kdp_OPERATION_BODY_TEXT, kdp_OPERATION_BODY, own.value("body", ""));
  show(kdp_OPERATION_ANSWER_TEXT, kdp_OPERATION_ANSWER, own.value("answer", ""));
}

}  // namespace

web::Response docs_page(const web::Request& request, Shop& shop) {
  const ApiWords& words = words_of(shop);
  web::Page page(request, "web/docs_page.tpl", request.say({"title.docs"}));
  page.set_canonical("/docs");
  auto& body = page.body();
  body.SetValue(kdp_INTRODUCTION, words.info.at("description").get<std::string>());
  body.SetValue(kdp_BASE, base_of(request));
  for (const Json& tag : words.tags) {
    const std::string name = tag.at("name").get<std::string>();
    auto& group = *body.AddSectionDictionary(kdp_GROUP);
    group.SetValue(kdp_GROUP_NAME, name);
    group.SetValue(kdp_GROUP_TEXT, tag.at("description").get<std::string>());
    for (const web::Route& route : all_routes()) {
      const bool is_own = route.kind != web::Kind::page && words.find(route) != nullptr;
      const std::string key = std::string(route.method) + " " + std::string(route.path);
      if (!is_own || words.operations.at(key).contains("same_as")) continue;
      if (words.find(route)->at("tag") != name) continue;
      fill_operation(*group.AddSectionDictionary(kdp_OPERATION), request, words, route);
    }
  }
  web::Response response = page.render();
  response.cacheable = request.session.fresh;
  return response;
}

web::Response api_openapi(const web::Request& request, Shop& shop) {
  return web::revalidated(
      request, web::json_response(make_openapi(*request.site, all_routes(), words_of(shop))));
}

web::Response api_info(const web::Request& request, Shop&) {
  const auto url = [&](const char* path) { return web::absolute_url(*request.site, path); };
  return web::json_response({{"name", request.site->shop_name},
                             {"version", kVersion},
                             {"documentation", url("/docs")},
                             {"openapi", url("/api/openapi.json")},
                             {"endpoints",
                              {{"login", url("/api/login/")},
                               {"products", url("/api/products/")},
                               {"cart", url("/api/cart/")},
                               {"orders", url("/api/orders/myorders/")},
                               {"chat", url("/api/chat/")},
                               {"mcp", url("/api/mcp")},
                               {"health", url("/health")}}}});
}
