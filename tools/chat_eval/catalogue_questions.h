/// catalogue_questions.h - asks an imported catalogue questions whose answers are computed from the
/// file that was imported.
#pragma once

#include <string>

#include "base/config.h"

namespace chat_eval {

struct CatalogueQuestions {
  std::string file{};      // products.json of DummyJSON
  std::string database{};  // a shop that imported it
  bool shows_misses = false;
};

/// Prints how many of the questions were answered rightly, by kind, and how many wrong answers say
/// a number.
void score_catalogue_questions(const CatalogueQuestions& questions, const Config& config);

}  // namespace chat_eval
