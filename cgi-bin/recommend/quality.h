/// quality.h - how good lists of items are, against what people then bought.
///
/// Source: Recall@k = hits / min(k, held out) and NDCG@k as in Liang and others, WWW 2018.
#pragma once

#include <set>
#include <vector>

namespace recommend {

/// The `count` items with the largest scores; of equal scores the smaller item. Items in `without`
/// are left out.
std::vector<int> best_items(const std::vector<float>& scores, int count,
                            const std::vector<int>& without = {});

double recall_at(const std::vector<int>& list, const std::set<int>& held_out, int k);
double ndcg_at(const std::vector<int>& list, const std::set<int>& held_out, int k);

}  // namespace recommend
