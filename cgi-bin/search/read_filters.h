/// read_filters.h - words of a query that are filters: values of attributes ("red", "cotton", "for
/// men"), brands ("acme lamp") and categories ("table lamps").
#pragma once

#include <string>
#include <vector>

#include "search/index.h"
#include "search/query.h"
#include "search/rank.h"
#include "search/understand.h"

namespace search {

/// True when the query names a value, brand or category at all: only then the products that match
/// all words are worth looking at.
bool may_read_filters(const Index& index, const Understanding& understood);

/// Takes words that name a filter out of the query and makes filters of them.
///
/// A word is only read so when the catalogue bears it out: most products that match all words of
/// the query have the value. "Red lamp" is a lamp whose colour is red; in "orange juice" orange is
/// no colour, although the shop has orange lamps. Brands and categories must be said by their whole
/// name beside other words, and nearly all of the products must have them: a word that hides what
/// it finds is worse than one that stays a word. What the query filters by already is left alone.
/// `matches` are the products that match all words. `understood` loses the words, `asked` gets the
/// filters; returns false, and changes nothing, when there is nothing to read.
bool read_filters(const Index& index, const Matches& matches, Understanding& understood,
                  Query& asked);

}  // namespace search
