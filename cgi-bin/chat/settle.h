/// settle.h - the last part of understanding: once it is known what a sentence wants, words that do
/// not belong to that are let go. "Could you tell me the price of the Halo Mug" is about one mug
/// and nothing that is told.
#pragma once

#include "chat/needs.h"

namespace chat {

void settle(const Sentence& sentence, const Vocabulary& vocabulary, Understanding& result);

}  // namespace chat
