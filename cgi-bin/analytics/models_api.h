/// models_api.h - the shop's models for machines: predictions, versions, jobs.
#pragma once

#include "web/route.h"

namespace analytics {

/// POST /api/ml/predict: how likely a customer leaves, and what he will spend.
web::Response api_predict(const web::Request& request, Shop& shop);

/// GET /api/ml/models: versions of all models with their figures, and how they do day by day.
web::Response api_models(const web::Request& request, Shop& shop);

/// GET /api/ml/models/{id}: one version with all its figures.
web::Response api_model(const web::Request& request, Shop& shop);

/// POST /api/ml/models/{id}/activate: asks for an earlier version to serve again.
web::Response api_model_activate(const web::Request& request, Shop& shop);

/// POST /api/ml/retrain: asks for a training.
web::Response api_retrain(const web::Request& request, Shop& shop);

/// GET /api/ml/jobs: trainings and activations, newest first.
web::Response api_jobs(const web::Request& request, Shop& shop);

/// GET /api/ml/jobs/{id}: one of them.
web::Response api_job(const web::Request& request, Shop& shop);

/// POST /api/ml/jobs/{id}/stop: ends one that is open.
web::Response api_job_stop(const web::Request& request, Shop& shop);

}  // namespace analytics
