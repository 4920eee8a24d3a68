/// metrics_api.cpp - GET /metrics.
///
/// Source: Prometheus text format 0.0.4.
/// Test:   tests/page/machines_api_test.cpp, tests/e2e/api_test.mjs (promtool)

#include "metrics_api.h"

#include <array>

#include "analytics/models.h"
#include "base/errors.h"
#include "base/net.h"
#include "metrics.sql.h"
#include "shop.h"
#include "version.h"
#include "web/http_error.h"
#include "web/meter.h"

namespace {

class Text {
 public:
  void head(const std::string& name, const char* kind, const char* help) {
    text_ += "# HELP " + name + " " + help + "\n# TYPE " + name + " " + kind + "\n";
  }
  void value(const std::string& name, const std::string& labels, const std::string& value) {
    text_ += name + (labels.empty() ? "" : "{" + labels + "}") + " " + value + "\n";
  }
  void gauge(const std::string& name, const char* help, std::int64_t number) {
    head(name, "gauge", help);
    value(name, "", std::to_string(number));
  }
  std::string text_{};
};

/// 12345 microseconds are "0.012345" seconds.
std::string seconds(std::uint64_t microseconds) {
  std::string fraction = std::to_string(microseconds % 1000000);
  fraction.insert(0, 6 - fraction.size(), '0');
  return std::to_string(microseconds / 1000000) + "." + fraction;
}

std::string label(const char* name, const std::string& value) {
  return std::string(name) + "=\"" + value + "\"";
}

void add_pools(Text& text, const std::vector<web::PoolFigures>& pools) {
  text.head("parley_requests_total", "counter", "Answered requests by pool and class of status.");
  for (const web::PoolFigures& pool : pools) {
    for (std::size_t kind = 1; kind <= 5; ++kind) {
      text.value("parley_requests_total",
                 label("pool", pool.pool) + "," + label("code", std::to_string(kind) + "xx"),
                 std::to_string(pool.by_class[kind]));
    }
  }
  text.head("parley_request_duration_seconds", "histogram", "Time to answer a request.");
  for (const web::PoolFigures& pool : pools) {
    std::uint64_t sum = 0;
    for (std::size_t at = 0; at < pool.by_time.size(); ++at) {
      sum += pool.by_time[at];
      const bool is_last = at == web::kBuckets.size();
      const std::string bound =
          is_last ? "+Inf" : seconds(static_cast<std::uint64_t>(web::kBuckets[at]) * 1000);
      text.value("parley_request_duration_seconds_bucket",
                 label("pool", pool.pool) + "," + label("le", bound), std::to_string(sum));
    }
    text.value("parley_request_duration_seconds_sum", label("pool", pool.pool),
               seconds(pool.microseconds));
    text.value("parley_request_duration_seconds_count", label("pool", pool.pool),
               std::to_string(sum));
  }
  text.head("parley_workers_started_total", "counter", "Worker processes that were started.");
  for (const web::PoolFigures& pool : pools) {
    text.value("parley_workers_started_total", label("pool", pool.pool),
               std::to_string(pool.started_workers));
  }
  text.head("parley_workers", "gauge", "Worker processes that are alive.");
  for (const web::PoolFigures& pool : pools) {
    text.value("parley_workers", label("pool", pool.pool), std::to_string(pool.workers));
  }
  text.head("parley_workers_busy", "gauge", "Worker processes that are answering somebody.");
  for (const web::PoolFigures& pool : pools) {
    text.value("parley_workers_busy", label("pool", pool.pool), std::to_string(pool.busy_workers));
  }
}

void add_shop(Text& text, const db::Row& row) {
  text.gauge("parley_database_size_bytes", "Size of the database.", row.integer("database_bytes"));
  text.gauge("parley_database_connections", "Connections to the database.",
             row.integer("database_connections"));
  text.gauge("parley_orders", "Placed orders.", row.integer("orders"));
  text.gauge("parley_products", "Products on offer.", row.integer("products"));
  text.gauge("parley_products_sold_out", "Products on offer without a piece in stock.",
             row.integer("products_sold_out"));
  text.gauge("parley_chat_questions", "Questions to the assistant.", row.integer("questions"));
  text.gauge("parley_chat_answers", "Answers of the assistant.", row.integer("answers"));
  text.head("parley_chat_answer_seconds", "gauge", "Time spent on all answers together.");
  text.value("parley_chat_answer_seconds", "",
             seconds(static_cast<std::uint64_t>(row.integer("answer_ms")) * 1000));
  text.head("parley_outbox", "gauge", "Letters and webhook deliveries that wait or were given up.");
  for (const char* kind : {"mail", "webhooks"}) {
    for (const char* state : {"waiting", "dead"}) {
      text.value("parley_outbox", label("kind", kind) + "," + label("state", state),
                 std::to_string(row.integer(std::string(kind) + "_" + state)));
    }
  }
}

struct ModelGauge {
  const char* name;
  const char* column;
  const char* help;
};
constexpr std::array<ModelGauge, 5> kModelGauges{{
    {"parley_model_version", "version", "The version of a model that serves; 0: none."},
    {"parley_model_age_seconds", "age_seconds", "Time since the model that serves was trained."},
    {"parley_model_jobs_open", "open_jobs", "Trainings and activations that wait or run."},
    {"parley_model_jobs_failed", "failed_jobs", "Trainings and activations that failed."},
    {"parley_model_alarms", "alarms", "Figures of a model that raise an alarm now."},
}};

const std::vector<std::string> kModels(analytics::kModels.begin(), analytics::kModels.end());

void add_models(Text& text, const db::Result& rows) {
  for (const ModelGauge& gauge : kModelGauges) {
    text.head(gauge.name, "gauge", gauge.help);
    for (const db::Row row : rows) {
      text.value(gauge.name, label("model", row.string("model")),
                 std::to_string(row.integer(gauge.column)));
    }
  }
}

}  // namespace

web::Response api_metrics(const web::Request& request, Shop& shop) {
  if (!is_inside_address(request.remote_address)) throw web::NotFound("metrics from outside");
  Text text;
  text.head("parley_info", "gauge", "The version that runs.");
  text.value("parley_info", label("version", std::string(kVersion)), "1");
  add_pools(text, web::read_meters(web::process_meter().folder()));
  std::int64_t database_up = 1;
  try {
    add_shop(text, shop.db.first(sql::metrics::figures).value());
    add_models(text, shop.db.run(sql::metrics::models, db::array_of(kModels), request.now));
  } catch (const Unavailable&) {
    database_up = 0;
  }
  text.gauge("parley_database_up", "Whether the database answers: 1 or 0.", database_up);
  web::Response response;
  response.is_api = true;
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  response.body = text.text_;
  return response;
}
