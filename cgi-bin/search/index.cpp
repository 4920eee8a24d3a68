#include "search/index.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/text.h"
#include "search.sql.h"
#include "search/weights.h"

namespace search {
namespace {

// Attributes arrive as one text: values apart by these control characters, which no form lets in.
constexpr char kBetweenValues = '\x1E';
constexpr char kBetweenNameAndValue = '\x1F';

std::vector<AttributeValue> read_attributes(std::string_view text) {
  std::vector<AttributeValue> attributes;
  if (text.empty()) return attributes;
  for (const std::string_view pair : split(text, kBetweenValues)) {
    const std::size_t cut = pair.find(kBetweenNameAndValue);
    if (cut == std::string_view::npos) continue;
    attributes.push_back({std::string(pair.substr(0, cut)), std::string(pair.substr(cut + 1))});
  }
  return attributes;
}

Document to_document(const db::Row& row) {
  Document document;
  document.card = catalog::to_card(row);
  document.category_id = row.integer("category_id");
  document.description = row.string("description");
  document.attributes = read_attributes(row.text("attributes"));
  document.sold_count = row.integer("sold_count");
  document.created = row.integer("created");
  document.family = static_cast<std::uint32_t>(row.integer("family_id"));
  return document;
}

std::string attributes_text(const Document& document) {
  std::string text;
  for (const AttributeValue& attribute : document.attributes) text += attribute.value + " ";
  return text;
}

std::uint64_t hash_text(const Document& document, const std::string& category) {
  const std::string all = document.card.name + '\n' + document.card.brand + '\n' + category + '\n' +
                          attributes_text(document) + '\n' + document.description;
  return std::hash<std::string>{}(all) | 1U;
}

}  // namespace

std::size_t step_of_price(Money price) {
  std::size_t step = 0;
  while (step + 1 < kPriceSteps && price >= price_of_step(step + 1)) ++step;
  return step;
}

Money price_of_step(std::size_t step) {
  if (step == 0) return Money{0};
  constexpr std::int64_t kCoin = 100;  // cents
  constexpr std::array<std::int64_t, 3> kRound = {1, 2, 5};
  std::int64_t power = 1;
  for (std::size_t decade = 0; decade < (step - 1) / kRound.size(); ++decade) power *= 10;
  return Money{kCoin * kRound.at((step - 1) % kRound.size()) * power};
}

Index::Index(const Steps& steps) : steps_(steps), stemmer_(steps.stems ? "english" : nullptr) {
  changes_.listen([this](db::Connection& db, const catalog::News& news) { apply(db, news); });
}

void Index::refresh(db::Connection& db) {
  if (changes_.has_begun()) {
    changes_.catch_up(db);
    return;
  }
  catalog::Changes::Moment moment = catalog::Changes::now(db);
  load_categories(db);
  rules_ = WordRules(list_rules(db), stemmer_);
  terms_ = read_terms(db);
  set_learned(read_factors_in_force(db));
  for (const db::Row product : db.run(sql::search::all_products)) put(to_document(product));
  changes_.begin(std::move(moment));
}

bool Index::has_learnt_much() const {
  constexpr std::size_t kLittle = 1000;
  return learnt_ > kLittle + size() / 4;
}

void Index::apply(db::Connection& db, const catalog::News& news) {
  if (news.search_factors) {
    terms_ = read_terms(db);
    set_learned(read_factors_in_force(db));
  }
  if (news.categories) load_categories(db);
  if (news.search_rules) rules_ = WordRules(list_rules(db), stemmer_);
  if (!news.products.empty()) put_changed(db, news.products);
}

void Index::put_changed(db::Connection& db, std::span<const std::int64_t> products) {
  learnt_ += products.size();
  for (const db::Row product : db.run(sql::search::products_by_id, db::array_of(products))) {
    if (product.boolean("withdrawn")) {
      remove(product.integer("id"));
    } else {
      put(to_document(product));
    }
  }
}

void Index::load_categories(db::Connection& db) {
  std::vector<CategoryNode> categories;
  for (const db::Row row : db.run(sql::search::categories)) {
    categories.push_back(
        {row.integer("id"), row.integer("parent_id"), row.string("slug"), row.string("name")});
  }
  set_categories(std::move(categories));
}

void Index::set_categories(std::vector<CategoryNode> categories) {
  // Entries name categories by position: known ones keep theirs, new ones follow, and what is gone
  // leaves a nameless place.
  for (CategoryNode& known : categories_) {
    const std::int64_t id = known.id;
    known = {};
    known.id = id;
  }
  for (CategoryNode& node : categories) {
    const std::uint32_t at = category_index(node.id);
    if (at < categories_.size() && categories_[at].id == node.id) {
      categories_[at] = std::move(node);
    } else {
      categories_.push_back(std::move(node));
    }
  }
  for (CategoryNode& node : categories_) {
    const std::uint32_t parent = node.parent_id == 0 ? UINT32_MAX : category_index(node.parent_id);
    node.parent = parent < categories_.size() ? parent : UINT32_MAX;
  }
  categories_named_.clear();
  for (std::uint32_t at = 0; at < categories_.size(); ++at) {
    const std::string stems = stems_of_name(categories_[at].name);
    if (!stems.empty()) categories_named_[stems].push_back(at);
  }
}

void Index::set_learned(LearnedFactors learned) {
  learned_ = std::move(learned);
  set_priors();
}

void Index::set_terms(const ShopTerms& terms) {
  terms_ = terms;
  set_priors();
}

void Index::set_priors() {
  for (std::uint32_t slot = 0; slot < entries_.size(); ++slot) {
    if (standings_[slot].is_alive()) standings_[slot].prior = prior_at(slot);
  }
}

float Index::prior_at(std::uint32_t slot) const {
  const Entry& entry = entries_[slot];
  return stock_factor(steps_, terms_, entry.card.in_stock) *
         sales_factor(steps_, terms_, sold_counts_[slot]) * learned_factor(entry.card.id);
}

float Index::learned_factor(std::int64_t product_id) const {
  const auto learned = learned_.find(product_id);
  return learned == learned_.end() || !steps_.learned ? 1.0F : learned->second;
}

void Index::put(const Document& document) {
  const std::uint32_t category = category_index(document.category_id);
  const std::uint64_t hash =
      hash_text(document, category < categories_.size() ? categories_[category].name : "");
  const auto known = slot_of_.find(document.card.id);
  std::uint32_t slot = 0;
  const bool has_same_text = known != slot_of_.end() && entries_[known->second].text_hash == hash;
  if (has_same_text) {
    slot = known->second;
  } else {
    if (known != slot_of_.end()) drop_slot(known->second);
    slot = static_cast<std::uint32_t>(entries_.size());
    entries_.emplace_back();
    traits_.emplace_back();
    standings_.emplace_back();
    sold_counts_.emplace_back();
    slot_of_[document.card.id] = slot;
  }
  Entry& entry = entries_[slot];
  entry.card = document.card;
  entry.description = document.description;
  sold_counts_[slot] = document.sold_count;
  entry.created = document.created;
  set_traits(slot, document);
  if (!has_same_text) {
    entry.text_hash = hash;
    index_text(slot, document);
    weigh_anew_if_needed();
    if (dead_ > 1000 && dead_ > slot_of_.size()) compact();
  }
}

void Index::set_traits(std::uint32_t slot, const Document& document) {
  Traits& traits = traits_[slot];
  const catalog::ProductCard& card = document.card;
  traits.price = card.price.cents;
  traits.price_step = static_cast<std::uint8_t>(step_of_price(card.price));
  traits.category = category_index(document.category_id);
  traits.brand = intern_brand(card.brand);
  traits.stars =
      static_cast<std::uint8_t>(card.review_count == 0 ? 0 : card.rating_sum / card.review_count);
  traits.in_stock = card.in_stock;
  standings_[slot].prior = prior_at(slot);
  traits.family = document.family;
  has_families_ = has_families_ || document.family != 0;
  set_attributes(traits, document);
}

void Index::set_attributes(Traits& traits, const Document& document) {
  std::vector<std::uint32_t> values;
  for (const AttributeValue& attribute : document.attributes) {
    values.push_back(intern_attribute(attribute));
  }
  if (values.size() > traits.attribute_count) {
    traits.first_attribute = static_cast<std::uint32_t>(attribute_list_.size());
    attribute_list_.resize(attribute_list_.size() + values.size());
  }
  traits.attribute_count = static_cast<std::uint16_t>(values.size());
  std::copy(values.begin(), values.end(), attribute_list_.begin() + traits.first_attribute);
}

void Index::index_text(std::uint32_t slot, const Document& document) {
  Entry& entry = entries_[slot];
  const std::uint32_t category_at = traits_[slot].category;
  const std::string category =
      category_at < categories_.size() ? categories_[category_at].name : "";
  const std::array<std::string, kFieldCount> texts = {document.card.name, document.card.brand,
                                                      category, attributes_text(document),
                                                      document.description};
  constexpr std::size_t kMostWords = 100000;
  std::unordered_map<std::uint32_t, FieldCounts> counts;
  std::vector<std::string> all_words;
  Standing& standing = standings_[slot];
  standing.first_name_term = static_cast<std::uint32_t>(name_list_.size());
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    auto words = words_of(texts[field], kMostWords, steps_.measures);
    entry.lengths[field] = static_cast<std::uint16_t>(std::min<std::size_t>(words.size(), 65535));
    total_length_[field] += words.size();
    for (std::string& word : words) {
      const std::uint32_t term = intern_term(stem_of(word));
      std::uint8_t& count = counts[term].of[field];
      if (count < 255) ++count;
      if (field == kName) name_list_.push_back(term);
      all_words.push_back(std::move(word));
    }
  }
  standing.name_length = entry.lengths[kName];
  standing.head = term_id(stem_of(head_word(document.card.name)));
  if (standing.head != kNoTerm) ++heads_[standing.head];
  for (const auto& [term, of_fields] : counts) {
    postings_[term].postings.push_back({slot, impact_of(of_fields, entry)});
    postings_[term].counts.push_back(of_fields);
  }
  std::sort(all_words.begin(), all_words.end());
  all_words.erase(std::unique(all_words.begin(), all_words.end()), all_words.end());
  entry.words.reserve(all_words.size());
  for (const std::string& word : all_words) entry.words.push_back(vocabulary_.add(word));
}

float Index::impact_of(const FieldCounts& counts, const Entry& entry) const {
  double weighted = 0;
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    weighted +=
        weighted_count(steps_, field, counts.of[field], entry.lengths[field], weighed_with_[field]);
  }
  return static_cast<float>(saturated(weighted));
}

std::array<double, kFieldCount> Index::average_lengths() const {
  std::array<double, kFieldCount> averages{};
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    averages[field] = slot_of_.empty() ? 1
                                       : static_cast<double>(total_length_[field]) /
                                             static_cast<double>(slot_of_.size());
    averages[field] = std::max(averages[field], 0.1);
  }
  return averages;
}

void Index::weigh_anew_if_needed() {
  constexpr double kDrift = 0.05;
  const auto averages = average_lengths();
  bool has_moved = false;
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    has_moved |= std::abs(averages[field] - weighed_with_[field]) > kDrift * averages[field];
  }
  if (!has_moved) return;
  weighed_with_ = averages;
  for (PostingList& list : postings_) {
    for (std::size_t at = 0; at < list.postings.size(); ++at) {
      Posting& posting = list.postings[at];
      posting.impact = impact_of(list.counts[at], entries_[posting.slot]);
    }
  }
}

void Index::drop_slot(std::uint32_t slot) {
  Entry& entry = entries_[slot];
  standings_[slot].prior = 0;
  if (standings_[slot].head != kNoTerm) --heads_[standings_[slot].head];
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    total_length_[field] -= entry.lengths[field];
  }
  for (const Vocabulary::Place word : entry.words) vocabulary_.remove(word);
  entry = {};
  ++dead_;
}

void Index::remove(std::int64_t product_id) {
  const auto known = slot_of_.find(product_id);
  if (known == slot_of_.end()) return;
  drop_slot(known->second);
  slot_of_.erase(known);
}

void Index::compact() {
  // Dead slots keep their place (positions stay valid); only what hangs on them goes.
  std::vector<std::uint32_t> names;
  std::vector<std::uint32_t> attributes;
  for (std::size_t slot = 0; slot < standings_.size(); ++slot) {
    Standing& standing = standings_[slot];
    Traits& traits = traits_[slot];
    if (!standing.is_alive()) continue;
    const auto name = name_of(standing);
    const auto values = attributes_of(traits);
    standing.first_name_term = static_cast<std::uint32_t>(names.size());
    traits.first_attribute = static_cast<std::uint32_t>(attributes.size());
    names.insert(names.end(), name.begin(), name.end());
    attributes.insert(attributes.end(), values.begin(), values.end());
  }
  name_list_ = std::move(names);
  attribute_list_ = std::move(attributes);
  for (PostingList& list : postings_) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < list.postings.size(); ++at) {
      if (!standings_[list.postings[at].slot].is_alive()) continue;
      list.postings[kept] = list.postings[at];
      list.counts[kept++] = list.counts[at];
    }
    list.postings.resize(kept);
    list.counts.resize(kept);
  }
  dead_ = 0;
}

const Entry* Index::find(std::int64_t product_id) const {
  const auto known = slot_of_.find(product_id);
  return known == slot_of_.end() ? nullptr : &entries_[known->second];
}

std::uint32_t Index::term_id(const std::string& term) const {
  const auto known = term_of_.find(term);
  return known == term_of_.end() ? kNoTerm : known->second;
}

const std::string& Index::stem_of_term(std::uint32_t term) const {
  return std::find_if(term_of_.begin(), term_of_.end(),
                      [&](const auto& known) { return known.second == term; })
      ->first;
}

Scratch& Index::scratch() const {
  scratch_.places.resize(entries_.size());
  return scratch_;
}

std::uint32_t Index::intern_term(const std::string& term) {
  const auto [place, is_new] =
      term_of_.try_emplace(term, static_cast<std::uint32_t>(postings_.size()));
  if (is_new) {
    postings_.emplace_back();
    heads_.push_back(0);
  }
  return place->second;
}

std::uint32_t Index::intern_brand(const std::string& brand) {
  const auto [place, is_new] =
      brand_of_.try_emplace(brand, static_cast<std::uint32_t>(brands_.size()));
  if (is_new) {
    brands_.push_back(brand);
    const std::string stems = stems_of_name(brand);
    if (!stems.empty()) brands_named_[stems].push_back(place->second);
  }
  return place->second;
}

std::uint32_t Index::intern_attribute(const AttributeValue& attribute) {
  const auto [place, is_new] =
      attribute_of_.try_emplace(attribute.name + kBetweenNameAndValue + attribute.value,
                                static_cast<std::uint32_t>(attribute_values_.size()));
  if (is_new) {
    attribute_values_.push_back(attribute);
    name_attribute(place->second);
  }
  return place->second;
}

void Index::name_attribute(std::uint32_t value) {
  constexpr std::size_t kMostWords = 4;  // longer values are sentences
  constexpr std::size_t kShortestPart = 3;
  const AttributeValue& attribute = attribute_values_[value];
  const std::string lower = to_lower(attribute.value);
  // "Waterproof: yes" is asked for by its name.
  const bool is_yes = lower == "yes" || lower == "true";
  std::vector<std::string> words =
      words_of(is_yes ? attribute.name : attribute.value, kMostWords + 1);
  std::erase_if(words, is_usual_stop_word);
  const auto has_letter = [](const std::string& word) { return word[0] < '0' || word[0] > '9'; };
  if (words.empty() || words.size() > kMostWords) return;
  if (std::none_of(words.begin(), words.end(), has_letter) || lower == "no") return;
  std::string key;
  for (const std::string& word : words) key += (key.empty() ? "" : " ") + stem_of(word);
  values_named_[key].push_back(value);
  if (words.size() == 1 || is_yes) return;
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const std::string& word : words) {
    const bool says_something = word.size() >= kShortestPart && has_letter(word) && !is_unit(word);
    if (says_something && stem_of(word) != key) values_named_[stem_of(word)].push_back(value);
  }
}

std::string Index::stems_of_name(const std::string& name) {
  constexpr std::size_t kMostWords = 4;
  std::vector<std::string> words = words_of(name, kMostWords + 1);
  std::erase_if(words, is_usual_stop_word);
  const bool has_letters = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.size() > 1 && (word[0] < '0' || word[0] > '9');
  });
  if (!has_letters || words.size() > kMostWords) return {};
  std::string stems;
  for (const std::string& word : words) stems += (stems.empty() ? "" : " ") + stem_of(word);
  return stems;
}

namespace {

template <class Named>
std::span<const std::uint32_t> found_in(const Named& named, const std::string& stems) {
  const auto known = named.find(stems);
  if (known == named.end()) return {};
  return known->second;
}

}  // namespace

std::span<const std::uint32_t> Index::values_named(const std::string& stems) const {
  return found_in(values_named_, stems);
}

std::span<const std::uint32_t> Index::brands_named(const std::string& stems) const {
  return found_in(brands_named_, stems);
}

std::span<const std::uint32_t> Index::categories_named(const std::string& stems) const {
  return found_in(categories_named_, stems);
}

double Index::share_as_head(std::uint32_t term) const {
  const std::size_t products = postings_[term].postings.size();
  return products == 0 ? 0 : static_cast<double>(heads_[term]) / static_cast<double>(products);
}

std::uint32_t Index::category_index(std::int64_t id) const {
  for (std::size_t at = 0; at < categories_.size(); ++at) {
    if (categories_[at].id == id) return static_cast<std::uint32_t>(at);
  }
  return static_cast<std::uint32_t>(categories_.size());
}

const std::string& Index::stem_of(const std::string& word) {
  const auto [place, is_new] = stems_.try_emplace(word);
  if (is_new) place->second = stemmer_.stem(word);
  return place->second;
}

}  // namespace search
