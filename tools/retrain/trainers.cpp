#include "retrain/trainer.h"

namespace retrain {

std::span<const Trainer> trainers() {
  static const Trainer kTrainers[] = {kRecommendTrainer, kChurnTrainer, kSpendingTrainer};
  return kTrainers;
}

}  // namespace retrain
