#include "demo_shop/catalogue.h"

#include <algorithm>
#include <map>
#include <set>

#include "demo_shop/product_types.h"

namespace demo {
namespace {

struct BookWords {
  std::vector<std::string> titles{};
  std::vector<std::string> texts{};
};

const BookWords& book_words(const std::string& type) {
  static const std::map<std::string, BookWords> words = {
      {"novel",
       {{"The Salt Road",
         "A House of Tides",
         "Letters to the Lighthouse",
         "The Last Cartographer",
         "Winter in Arden Street",
         "The Glass Orchard",
         "Seven Quiet Rivers",
         "The Beekeeper's Debt",
         "Night Train to Elsewhere",
         "The Weight of Feathers",
         "Harbour of Echoes",
         "The Clockmaker's Niece",
         "All the Empty Rooms",
         "A Map of Small Hours",
         "The Distant Shore",
         "Under Copper Skies",
         "The Painter's Silence",
         "What the Sea Returned",
         "The Northern Garden",
         "Paper Boats",
         "The Understudy",
         "Eleven Winters",
         "A Stranger's Umbrella",
         "The Long Afternoon"},
        {"A family, a secret, and a summer that nobody talks about.",
         "Two strangers share a compartment and, slowly, the truth.",
         "A quiet book about loud decisions.", "A village, a flood, and what people save first."}}},
      {"cookbook",
       {{"Bread on Sunday", "One Pot, Many Friends", "The Market Kitchen", "Simple Greens",
         "Slow Soups", "The Weekday Table", "Salt, Smoke, Lemon", "Cakes for No Reason",
         "From the Pantry", "A Year of Pickles", "The Little Pasta Book",
         "Breakfast for Late Risers"},
        {"Recipes that work on a weekday, with things from the corner shop.",
         "Few ingredients, clear steps, and pictures of every dish."}}},
      {"science-book",
       {{"How Rivers Think", "The Patient Universe", "A Short History of Soil",
         "Numbers in the Garden", "The Secret Life of Glass", "Why Bridges Sing",
         "The Curious Octopus", "Weather, Explained", "Small Worlds", "The Memory of Ice",
         "Light and Shadow"},
        {"Science for people who like to know why.", "Clear, exact and often funny."}}},
      {"childrens-book",
       {{"The Bear Who Counted Stars", "Mila and the Moon Boat", "Ten Brave Snails",
         "Where Is My Other Sock?", "The Dragon's Bakery", "Good Night, Tractor",
         "The Owl Who Was Late", "Pip Builds a House", "A Fox in the Library",
         "The Cloud Collector", "Grandma's Rocket", "The Shy Dinosaur"},
        {"To read aloud, again and again.", "With pictures that hide something new each time."}}}};
  return words.at(type);
}

const std::vector<std::string> kAuthors = {"Ines Halvorsen",  "Marcus Adeyemi", "Clara Weissmann",
                                           "Jonah Pemberton", "Yuki Tanabe",    "Rosa Delgado",
                                           "Peter Lindqvist", "Amara Okoye",    "Helen Whitcombe",
                                           "Tomasz Nowicki",  "Leila Farahani", "Samuel Brook"};

/// How an attribute reads in a description; {v} is its value.
const std::map<std::string, std::vector<std::string>> kSentences = {
    {"Material",
     {"It is made of {v}.", "The material is {v}, chosen to last.",
      "Made of {v}, pleasant to the touch."}},
    {"Battery life", {"The battery lasts {v}.", "One charge is good for {v}."}},
    {"Noise cancelling", {"Noise cancelling: {v}."}},
    {"Cable length", {"The cable is {v} long."}},
    {"Water resistance", {"Rated {v} against water."}},
    {"Display", {"The display measures {v}."}},
    {"Power", {"It delivers {v}.", "Power: {v}."}},
    {"Ports", {"Ports: {v}."}},
    {"Fits", {"Fits {v}."}},
    {"Layout", {"Layout: {v}."}},
    {"Warranty", {"With a warranty of {v}.", "{brand} gives a warranty of {v}."}},
    {"Care", {"Care: {v}."}},
    {"Water column", {"Tested to a water column of {v}."}},
    {"Height", {"It stands {v} high."}},
    {"Length", {"It measures {v} in length."}},
    {"Socket", {"Socket {v}."}},
    {"Colour temperature", {"Colour temperature {v}."}},
    {"Volume", {"It holds {v}."}},
    {"Diameter", {"The diameter is {v}."}},
    {"Induction", {"Suitable for induction: {v}."}},
    {"Blade length", {"The blade measures {v}."}},
    {"Handle", {"The handle is of {v}."}},
    {"Weight", {"It weighs {v}."}},
    {"Origin", {"The beans come from {v}."}},
    {"Roast", {"Roast: {v}."}},
    {"Thickness", {"It is {v} thick."}},
    {"Cutting width", {"Cuts branches up to {v}."}},
    {"Pieces", {"{v} pieces."}},
    {"Age", {"Recommended age: {v}."}},
    {"Scent", {"Scent: {v}."}},
    {"Pages", {"{v} pages."}},
    {"Paper", {"The paper is {v}."}},
    {"Nib", {"Comes with a {v} nib."}},
    {"Laptop", {"Room for a laptop {v}."}}};

/// What rules of sport say: circumference and weight by size (FIBA, FIFA).
const std::map<std::string, std::vector<std::pair<std::string, std::string>>> kBallFacts = {
    {"basketball5", {{"Circumference", "70 cm"}, {"Weight", "485 g"}}},
    {"basketball6", {{"Circumference", "73 cm"}, {"Weight", "540 g"}}},
    {"basketball7", {{"Circumference", "76 cm"}, {"Weight", "620 g"}}},
    {"football3", {{"Circumference", "60 cm"}, {"Weight", "320 g"}}},
    {"football4", {{"Circumference", "65 cm"}, {"Weight", "370 g"}}},
    {"football5", {{"Circumference", "69 cm"}, {"Weight", "430 g"}}}};

std::string filled(std::string text, const std::string& slot, const std::string& value) {
  for (std::size_t at = text.find(slot); at != std::string::npos; at = text.find(slot, at)) {
    text.replace(at, slot.size(), value);
    at += value.size();
  }
  return text;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// A price as shops write them: 19.99, 24.50, 129.00.
Money natural_price(Chance& chance, const ProductType& type, double quality) {
  const double span = type.high_cents - type.low_cents;
  const double place =
      std::clamp(0.15 * chance.fraction() + 0.85 * (quality - 3) / 2 * chance.fraction() +
                     0.1 * chance.fraction(),
                 0.0, 1.0);
  const int cents = type.low_cents + static_cast<int>(span * place);
  if (cents >= 10000) return Money{cents / 500 * 500};
  if (cents >= 3000) return Money{cents / 100 * 100 + (chance.happens(0.5) ? 0 : 50)};
  return Money{cents / 100 * 100 + 99};
}

std::string describe(Chance& chance, const Product& product, const std::string& opening) {
  std::string text = opening;
  for (const auto& [name, value] : product.attributes) {
    const auto sentences = kSentences.find(name);
    if (sentences == kSentences.end()) continue;
    text += " " + filled(chance.one_of(sentences->second), "{v}", value);
  }
  return capitalised(filled(filled(text, "{brand}", product.brand), "{name}", product.name));
}

void choose_attributes(Chance& chance, const ProductType& type, Product& product) {
  for (const Choice& choice : type.choices) {
    const std::string& value = chance.one_of(choice.values);
    product.attributes.emplace_back(choice.attribute, value);
    if (choice.attribute == "Colour") product.colour = value;
  }
  const auto facts = kBallFacts.find(type.type + product.attribute("Size"));
  if (facts == kBallFacts.end()) return;
  for (const auto& fact : facts->second) product.attributes.push_back(fact);
}

void name_book(Chance& chance, const ProductType& type, std::size_t number, Product& product) {
  const BookWords& words = book_words(type.type);
  const std::string& title = words.titles[number % words.titles.size()];
  const std::size_t edition = number / words.titles.size();
  product.name = edition == 0 ? title : title + (edition == 1 ? ": A Sequel" : ": The End");
  product.attributes.insert(
      product.attributes.begin(),
      {"Author", kAuthors[(number * 5 + type.type.size()) % kAuthors.size()]});
  product.colour = chance.one_of(std::vector<std::string>{"red", "blue", "green", "navy", "yellow",
                                                          "grey", "terracotta", "black"});
  product.description = describe(
      chance, product, chance.one_of(words.texts) + " By " + product.attributes[0].second + ".");
}

void name_thing(Chance& chance, const ProductType& type, const std::string& series,
                Product& product) {
  const std::string material = product.attribute("Material");
  const bool shows_material =
      (type.type == "shirt" || type.type == "scarf" || type.type == "yoga-mat") &&
      !material.empty();
  const std::string noun = (shows_material ? capitalised(material) + " " : "") + type.noun;
  const std::string tail = product.colour.empty() ? "" : ", " + capitalised(product.colour);
  product.name = series + " " + noun + tail;
  const std::string opening =
      filled(filled(type.opening, "{name}", series + " " + noun), "{noun}", noun);
  product.description = describe(chance, product, opening);
}

}  // namespace

std::string Product::attribute(const std::string& attribute_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute_name) return value;
  }
  return {};
}

const std::vector<Category>& categories() {
  static const std::vector<Category> all = {{1, "electronics", "Electronics", ""},
                                            {2, "books", "Books", ""},
                                            {3, "clothing", "Clothing", ""},
                                            {4, "home", "Home", ""},
                                            {5, "garden", "Garden", ""},
                                            {6, "sports", "Sports", ""},
                                            {7, "toys", "Toys", ""},
                                            {8, "beauty", "Beauty", ""},
                                            {9, "office", "Office", ""},
                                            {10, "headphones", "Headphones", "electronics"},
                                            {11, "wearables", "Wearables", "electronics"},
                                            {12, "speakers", "Speakers", "electronics"},
                                            {13, "accessories", "Accessories", "electronics"},
                                            {14, "fiction", "Fiction", "books"},
                                            {15, "non-fiction", "Non-fiction", "books"},
                                            {16, "childrens-books", "Children's Books", "books"},
                                            {17, "shirts", "Shirts", "clothing"},
                                            {18, "jackets", "Jackets", "clothing"},
                                            {19, "socks-scarves", "Socks & Scarves", "clothing"},
                                            {20, "shoes", "Shoes", "clothing"},
                                            {21, "lighting", "Lighting", "home"},
                                            {22, "kitchen", "Kitchen", "home"},
                                            {23, "textiles", "Textiles", "home"},
                                            {24, "balls", "Balls", "sports"},
                                            {25, "fitness", "Fitness", "sports"}};
  return all;
}

std::vector<Product> make_products(Chance& chance) {
  std::vector<Product> products;
  std::set<std::string> names;
  for (const ProductType& type : product_types()) {
    for (int number = 0; number < type.count; ++number) {
      Product product;
      product.type = type.type;
      product.drawing = type.drawing;
      product.category = type.category;
      product.brand = chance.one_of(brand_pool(type.brands));
      choose_attributes(chance, type, product);
      // "How many Classic T-Shirts are left?" has an answer in every demo shop.
      const bool is_classic = type.type == "t-shirt" && number < 4;
      if (type.drawing == "book") {
        name_book(chance, type, static_cast<std::size_t>(number), product);
      } else {
        name_thing(chance, type, is_classic ? "Classic" : chance.one_of(series_words()), product);
      }
      if (!names.insert(product.name).second) continue;
      product.id = static_cast<std::int64_t>(products.size()) + 1;
      product.sku = capitalised(type.type.substr(0, 2)) + "-" + std::to_string(2000 + product.id);
      product.quality = 3.1 + 1.7 * std::sqrt(chance.fraction());
      product.price = natural_price(chance, type, product.quality);
      product.appeal =
          std::exp(1.3 * (chance.fraction() + chance.fraction() + chance.fraction() - 1.5)) *
          (product.quality - 2);
      product.stock = chance.happens(0.04)   ? 0
                      : chance.happens(0.12) ? chance.number(1, 4)
                                             : chance.number(8, 60);
      product.age_days = chance.happens(0.12) ? chance.number(2, 60) : chance.number(300, 560);
      products.push_back(std::move(product));
    }
  }
  return products;
}

const std::vector<std::pair<std::string, std::string>>& companions() {
  static const std::vector<std::pair<std::string, std::string>> pairs = {
      {"lamp", "bulb"},          {"yoga-mat", "yoga-block"},
      {"phone-case", "charger"}, {"plant-pot", "watering-can"},
      {"pen", "notebook"},       {"coffee", "mug"},
      {"soap", "cream"},         {"pan", "knife"},
      {"shirt", "socks"},        {"sneakers", "socks"},
      {"jacket", "scarf"},       {"smartwatch", "earbuds"},
      {"novel", "novel"},        {"puzzle", "blocks"}};
  return pairs;
}

}  // namespace demo
