/// json_questions.h - questions about a catalogue in dummyjson's form, with their right answers.
///
/// Source: products.json of dummyjson.com, an array of products, read as the importer reads it:
///         the price is `price` without discount, the stock is `stock`, the rating is the mean of
///         the reviews (one a reviewer, the first counts). The JSON's own `rating` is not imported.
/// Units:  prices in answers are plain dollars, "1099.99". The shop may write "1,099.99", so take
///         the commas between digits out of an answer before looking for them.
/// Errors: a catalogue with too few products for the questions throws std::runtime_error;
///         a product without one of the fields lets nlohmann::json::exception rise.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace chat_eval {

/// What a customer asks, and what the answer has to hold.
struct Question {
  std::string text{};
  /// What is asked: warranty, weight, brand, returns, shipping, rating, price; cheapest, dearest,
  /// best_rated; compare_price, compare_rating, compare_weight, compare; stock_count, in_stock,
  /// sold_out, category_count, brand_count.
  std::string kind{};
  std::vector<std::string> must_say{};  // each occurs in the answer: names, "9.99", "42"
  std::vector<std::string> products{};  // titles, the first card is one of them; empty: any card
};

/// Exactly 100 questions, always the same for the same products: 30 about an attribute of one
/// product, 25 superlatives of a category, 20 comparisons, 25 about stock and counts.
/// A named product has a title that no other title contains and that has more than one word.
std::vector<Question> questions_of(const nlohmann::json& products);

}  // namespace chat_eval
