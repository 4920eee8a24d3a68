#include "web/dispatch.h"

#include "base/errors.h"
#include "base/log.h"
#include "base/text.h"
#include "error_page.tpl.varnames.h"
#include "web/cors.h"
#include "web/csrf.h"
#include "web/http_error.h"
#include "web/json.h"
#include "web/notice.h"
#include "web/page.h"

namespace web {
namespace {

void require_access(const Route& route, const Request& request) {
  const bool is_for_staff = route.access != Access::anyone && route.access != Access::customer &&
                            route.access != Access::order_owner;
  if (is_for_staff && request.visitor.lacks_second_factor) {
    throw Forbidden("second factor needed", {"second_factor.needed"});
  }
  if (is_allowed(route.access, request.visitor)) return;
  if (!request.visitor.is_signed_in()) throw LoginNeeded("log-in needed");
  throw Forbidden("needs " + std::string(to_text(route.access)));
}

/// What must hold before a request may change something.
void require_trust(const Request& request, Kind kind) {
  // No browser adds a token by itself, so nobody can misuse one from elsewhere.
  if (request.has_bearer && request.token_problem.empty()) return;
  if (kind == Kind::page) return require_trusted_origin(request);
  if (is_foreign(request)) throw Forbidden("request from another site", {"csrf.other_site"});
  // Nothing is done in the name of a session here; a password or a token is in the body.
  if (kind == Kind::sign_in) return;
  if (!is_allowed_origin(request)) require_trusted_origin(request);
}

Response answer_route(Request& request, const Hooks& hooks, Shop& shop) {
  if (request.method == "OPTIONS") {
    const std::string methods = allowed_methods(hooks.routes, request.path);
    if (methods.empty()) throw NotFound("no route " + request.path);
    return options_response(request, methods);
  }
  hooks.identify(request, shop);
  const Route& route = find_route(hooks.routes, request);
  if (hooks.pool && *hooks.pool != route.pool) throw NotFound("not in this pool");
  const bool is_bad_token = !request.token_problem.empty() && route.kind != Kind::sign_in;
  if (is_bad_token) throw BadToken(request.token_problem);
  // Who must log in is told so, whatever else is wrong.
  require_access(route, request);
  if (!request.is_get()) require_trust(request, route.kind);
  return route.handler(request, shop);
}

/// What every answer of the API carries, refusals included.
Response dressed(const Request& request, Response response) {
  if (!response.is_api) return response;
  add_cors_headers(request, response);
  // For pages of this site that use the API with their session: what an unsafe request must bring.
  if (!request.has_bearer && request.session.is_signed_in()) {
    response.headers.emplace_back("X-CSRF-Token", request.csrf_token());
  }
  return response;
}

/// The page of this site whose form was sent, as the browser names it; else the first one. Nothing
/// but where to go back to depends on it.
std::string sending_page(const Request& request) {
  const std::string& address = request.header("referer");
  const std::size_t scheme = address.find("://");
  if (scheme == std::string::npos) return "/";
  const std::string_view rest = std::string_view(address).substr(scheme + 3);
  if (!rest.starts_with(request.host + "/")) return "/";
  return local_path(rest.substr(request.host.size()), "/");
}

Response login_redirect(const Request& request) {
  // A form that was sent cannot be sent again after log-in; its page can be shown again.
  const std::string next = request.is_get() ? request.target() : sending_page(request);
  const char* sent = request.is_get() ? "login.needed" : "login.needed_for_form";
  const Message why{request.session.expired ? "login.expired" : sent};
  return redirect_with_warning("/login?next=" + url_encoded(next), why);
}

Response refusal(const HttpError& error, const Request& request) {
  const auto* token = dynamic_cast<const BadToken*>(&error);
  if (error.status() == 401 && token == nullptr && !request.wants_json()) {
    return login_redirect(request);
  }
  const auto* fields = dynamic_cast<const BadFields*>(&error);
  Response response = fields != nullptr ? fields_problem(request, fields->problems())
                                        : error_page(error.status(), error.message(), request);
  if (const auto* method = dynamic_cast<const MethodNotAllowed*>(&error)) {
    response.headers.emplace_back("Allow", method->allow());
  }
  if (const auto* many = dynamic_cast<const TooManyRequests*>(&error)) {
    response.headers.emplace_back("Retry-After", std::to_string(many->retry_after_seconds()));
  }
  if (error.status() == 401) {
    response.headers.emplace_back(
        "WWW-Authenticate",
        token == nullptr
            ? "Bearer realm=\"" + request.host + "\""
            : "Bearer error=\"invalid_token\", error_description=\"" + token->description() + "\"");
  }
  logging::error(request.id, std::to_string(error.status()) + " " + error.what());
  return response;
}

/// Runs `work`; whatever rises becomes the answer.
template <class Work>
Response guarded(const Request& request, Work work) {
  try {
    return work();
  } catch (const HttpError& error) {
    return refusal(error, request);
  } catch (const Unavailable& outage) {
    logging::error(request.id, outage.what());
    Response response = error_page(503, {}, request);
    response.headers.emplace_back("Retry-After", "5");
    return response;
  } catch (const std::exception& bug) {
    logging::error(request.id, bug.what());
    return error_page(500, {}, request);
  }
}

std::string_view reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 503: return "Service Unavailable";
    default: return status < 500 ? "Refused" : "Internal Server Error";
  }
}

// For programs answering as CGI as well, so here and not in nginx. connect-src lets audit tools
// read robots.txt; without scripts it allows nothing.
constexpr std::string_view kSecurityHeaders =
    "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src 'self'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n";

std::string cookie_line(const Request& request, std::string_view name, const std::string& value,
                        std::int64_t seconds) {
  return "Set-Cookie: " + std::string(name) + "=" + value +
         "; Path=/; Max-Age=" + std::to_string(seconds) + "; HttpOnly; SameSite=Lax" +
         (request.is_tls ? "; Secure" : "") + "\r\n";
}

std::string session_cookie_line(const Request& request, const Session& session) {
  constexpr std::int64_t kSecondsPerDay = 86400;
  return cookie_line(request, session_cookie_name(request.is_tls),
                     write_session(request.site->signer, session, request.now),
                     request.site->session_days * kSecondsPerDay);
}

std::string cookie_lines(const Request& request, const Response& response) {
  std::string lines;
  // A client of the API keeps tokens; a page's notice waits for the next page.
  if (response.is_api) return lines;
  const Session& session = request.session;
  // A session in use is renewed once a day, so that it ends only when it is left alone.
  const bool is_old = !session.fresh && session.issued + std::chrono::days(1) < request.now;
  // A POST by a visitor without a session starts one: what he did must be found again.
  const bool did_something = !request.is_get() && response.status < 400;
  const bool starts = session.fresh && (response.keep_session || did_something);
  if (response.new_session) {
    lines += session_cookie_line(request, *response.new_session);
  } else if (starts || is_old) {
    lines += session_cookie_line(request, session);
  }
  if (!response.notice.empty()) {
    lines += cookie_line(request, kNoticeCookie, notice_cookie(response), 60);
  } else if (request.cookies.has(kNoticeCookie) && response.status != 303) {
    lines += cookie_line(request, kNoticeCookie, "", 0);
  }
  return lines;
}

}  // namespace

Response dispatch(Request& request, const Source& source, const Hooks& hooks, Shop& shop) {
  return dressed(request, guarded(request, [&] {
                   read_request(request, source);
                   return answer_route(request, hooks, shop);
                 }));
}

Response answer(Request& request, const Hooks& hooks, Shop& shop) {
  return dressed(request, guarded(request, [&] { return answer_route(request, hooks, shop); }));
}

Response error_page(int status, const Message& message, const Request& request) {
  if (request.wants_json()) return problem_response(request, status, message);
  const std::string number = std::to_string(status);
  const std::string title = request.site->messages.say("error." + number + ".title");
  const std::string words = request.site->messages.say("error." + number + ".text");
  const std::string detail = message.empty() ? words : request.say(message);

  Page page(request, "web/error_page.tpl", title);
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kep_TITLE, title);
  body.SetValue(kep_TEXT, detail);
  body.SetIntValue(kep_STATUS, status);
  body.SetValue(kep_REQUEST_ID, request.id);
  return page.render(status);
}

std::string header_text(const Request& request, const Response& response) {
  std::string text = "Status: " + std::to_string(response.status) + " " +
                     std::string(reason_of(response.status)) + "\r\n";
  text += "Content-Type: " + response.content_type + "\r\n";
  // Known beforehand, so that nginx need not send chunks nor end an old client's connection.
  if (!response.stream) text += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
  const std::string cookies = cookie_lines(request, response);
  const bool is_shared = response.cacheable && cookies.empty() && request.session.fresh &&
                         !request.session.expired && request.notice.empty();
  text += is_shared ? "Cache-Control: public, max-age=0, s-maxage=1\r\nVary: Accept\r\n"
          : response.revalidates
              ? "Cache-Control: private, no-cache\r\nVary: Accept, Authorization\r\n"
              : "Cache-Control: private, no-store\r\n";
  text += kSecurityHeaders;
  text += response.is_cross_origin ? "Cross-Origin-Resource-Policy: cross-origin\r\n"
                                   : "Cross-Origin-Resource-Policy: same-origin\r\n";
  if (request.is_tls) text += "Strict-Transport-Security: max-age=31536000\r\n";
  text += cookies;
  for (const auto& [name, value] : response.headers) {
    text.append(name).append(": ").append(value).append("\r\n");
  }
  text += "X-Request-Id: " + request.id + "\r\n";
  return text;
}

}  // namespace web
