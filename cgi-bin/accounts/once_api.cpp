#include "accounts/once_api.h"

#include "accounts/idempotency.h"
#include "base/hash.h"
#include "base/log.h"
#include "base/random.h"
#include "shop.h"
#include "web/json.h"

namespace accounts {
namespace {

constexpr std::size_t kLongestKey = 200;

bool is_key(const std::string& key) {
  for (const char c : key) {
    if (c < 0x21 || c > 0x7E) return false;
  }
  return !key.empty() && key.size() <= kLongestKey;
}

/// Gives the key back unless there is an answer to keep.
class Holder {
 public:
  Holder(Shop& shop, std::int64_t account, std::string key)
      : shop_(shop), account_(account), key_(std::move(key)) {}
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;
  ~Holder() {
    if (kept_) return;
    try {
      release_key(shop_.db, account_, key_);
    } catch (const std::exception& lost) {
      // It is free again after kLongestRequest.
      logging::error("", lost.what());
    }
  }
  void keep(const web::Response& response) {
    keep_answer(shop_.db, account_, key_, {response.status, response.body});
    kept_ = true;
  }

 private:
  Shop& shop_;
  std::int64_t account_;
  std::string key_;
  bool kept_ = false;
};

web::Response replayed(const KeptAnswer& kept) {
  web::Response response;
  response.status = kept.status;
  response.content_type = kept.status < 400 ? "application/json" : "application/problem+json";
  response.body = kept.body;
  response.is_api = true;
  response.headers.emplace_back("Idempotency-Replayed", "true");
  return response;
}

}  // namespace

web::Response once(const web::Request& request, Shop& shop,
                   const std::function<web::Response(const std::string& token)>& work) {
  const std::string& key = request.header("idempotency-key");
  if (!request.headers.contains("idempotency-key")) return work(random_token());
  const auto refuse = [&](const char* message) {
    return web::BadFields(std::vector<web::FieldProblem>{{"Idempotency-Key", {message}}});
  };
  if (!is_key(key)) throw refuse("api.bad_key");
  const std::int64_t account = request.visitor.account_id;
  const std::string fingerprint = sha256(request.method + " " + request.path + "\n" + request.body);
  const Claim claim = claim_key(shop.db, account, key, fingerprint, request.now);
  switch (claim.outcome) {
    case ClaimOutcome::answered: return replayed(claim.kept);
    case ClaimOutcome::other_body: throw refuse("api.key_reused");
    case ClaimOutcome::in_progress: {
      web::Response response = web::problem_response(request, 409, {"api.key_in_progress"});
      response.headers.emplace_back("Retry-After", "1");
      return response;
    }
    case ClaimOutcome::ours: break;
  }
  Holder holder(shop, account, key);
  web::Response response = work("key:" + sha256(std::to_string(account) + ":" + key));
  holder.keep(response);
  return response;
}

}  // namespace accounts
