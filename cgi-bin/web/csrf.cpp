#include "web/csrf.h"

#include "web/http_error.h"

namespace web {
namespace {

enum class Evidence { same_site, none, foreign };

Evidence evidence_of(const Request& request) {
  const std::string& fetch_site = request.header("sec-fetch-site");
  if (fetch_site == "same-origin") return Evidence::same_site;
  if (!fetch_site.empty() && fetch_site != "none") return Evidence::foreign;
  const std::string& origin = request.header("origin");
  if (origin.empty()) return Evidence::none;
  const bool is_ours = origin == "http://" + request.host || origin == "https://" + request.host;
  return is_ours ? Evidence::same_site : Evidence::foreign;
}

}  // namespace

void require_trusted_origin(const Request& request) {
  const Evidence evidence = evidence_of(request);
  if (evidence == Evidence::foreign) {
    throw Forbidden("request from another site", {"csrf.other_site"});
  }
  if (request.session.fresh && !request.session.expired) return;

  const bool is_json = request.content_type.starts_with("application/json");
  const std::string& token = is_json ? request.header("x-csrf-token") : request.form.get("csrf");
  if (is_csrf_token(request.site->signer, request.session, token)) return;
  if (!request.session.is_signed_in() && evidence == Evidence::same_site) return;
  throw Forbidden("stale form", {"csrf.stale"});
}

}  // namespace web
