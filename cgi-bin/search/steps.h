/// steps.h - what a search does beyond comparing words, each step with a switch of its own: so that
/// tools/search_eval can tell what each one brings. The shop runs with all of them.
#pragma once

namespace search {

struct Steps {
  // How text becomes words, in the catalogue and in queries alike.
  bool measures = true;    // "16gb" is 16 gb, "inches" and 24" are inch
  bool stems = true;       // "lamps" is "lamp"
  bool stop_words = true;  // "the", "with" say nothing
  // What a query means.
  bool spelling = true;      // unknown words are mended
  bool lookalikes = true;    // "mosiac lamp" finds mosaic ones, though some name says mosiac
  bool compounds = true;     // "flash light" and "flashlight" find each other
  bool beginnings = true;    // "rac" finds "rack"
  bool inner_words = true;   // "phone" finds "headphone" when nothing is called "phone"
  bool synonyms = true;      // as the shopkeeper says
  bool read_filters = true;  // "red lamp under 30"
  // How well a product fits.
  bool rarity = true;         // a rare word says more
  bool field_weights = true;  // a word of the name says more than one of the description
  bool lengths = true;        // a word of a short name says more
  bool coverage = true;       // a product with more of the words stands before others
  bool nearness = true;       // words side by side as in the query
  bool head = true;           // the word that says what it is: "lamp", not "lamp shade"
  bool stock = true;          // what is sold out stands behind
  bool sales = true;          // what sells stands a little before
  bool learned = true;        // what visitors take
};

}  // namespace search
