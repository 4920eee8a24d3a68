/// models_pages.h - the models that tools/retrain trains, and what they say of customers.
#pragma once

#include "web/route.h"

namespace admin {

/// GET /admin/models: each model's active version with its figures, live metrics, the job log.
web::Response models_page(const web::Request& request, Shop& shop);
/// GET /admin/models/{id}: one version: figures, plots, parameters.
web::Response model_page(const web::Request& request, Shop& shop);
/// POST /admin/models/train: asks for a training of `model`; with `forced` published whatever
/// comes.
web::Response post_model_train(const web::Request& request, Shop& shop);
/// POST /admin/models/stop: ends the job `job`.
web::Response post_model_stop(const web::Request& request, Shop& shop);
/// POST /admin/models/{id}/activate: makes this version serve.
web::Response post_model_activate(const web::Request& request, Shop& shop);

/// GET /admin/models/settings: how often, on how much and by which margin is trained, and what
/// raises alarms. POST: saves it.
web::Response model_settings_page(const web::Request& request, Shop& shop);
web::Response post_model_settings(const web::Request& request, Shop& shop);

/// GET /admin/predictions: customers by churn risk or expected value (?by=value, ?from=).
web::Response predictions_page(const web::Request& request, Shop& shop);
/// GET /admin/predictions.csv: all of them.
web::Response predictions_csv_page(const web::Request& request, Shop& shop);

}  // namespace admin
