/// knowledge.h - what is known of the language, of the catalogue, and from the shopkeeper.
#pragma once

#include "chat/dictionary.h"
#include "chat/intent_model.h"
#include "chat/phrases.h"
#include "chat/shop_words.h"
#include "chat/vocabulary.h"

namespace chat {

struct Knowledge {
  const Phrases& phrases;
  const Vocabulary& vocabulary;
  const Dictionary* dictionary = nullptr;  // null: words that the shop does not know are errors
  const IntentModel* model = nullptr;      // null: the phrases alone decide what is wanted
  const ShopWords* shop = nullptr;         // null: the shopkeeper taught nothing
};

}  // namespace chat
