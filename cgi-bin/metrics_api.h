/// metrics_api.h - figures for Prometheus.
#pragma once

#include "web/route.h"

/// GET /metrics: requests, latencies, database, workers, chat, outboxes. For inside addresses only;
/// to everybody else it does not exist.
web::Response api_metrics(const web::Request& request, Shop& shop);
