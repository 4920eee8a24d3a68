/// read_filters.h - words of a query that are values of attributes: "red", "cotton", "for men".
#pragma once

#include <string>
#include <vector>

#include "search/index.h"
#include "search/query.h"
#include "search/rank.h"
#include "search/understand.h"

namespace search {

/// True when the query names a value at all: only then the products that match all words are worth
/// looking for.
bool may_read_filters(const Index& index, const Understanding& understood);

/// Takes words that name a value of an attribute out of the query and makes filters of them.
///
/// A word is only read so when the catalogue bears it out: most products that match all words of
/// the query have the value. "Red lamp" is a lamp whose colour is red; in "orange juice" orange is
/// no colour, although the shop has orange lamps. Attributes that the query filters by already are
/// left alone.
/// `matches` are the products that match all words. `understood` loses the words, `asked` gets the
/// filters; returns false, and changes nothing, when there is nothing to read.
bool read_filters(const Index& index, const Matches& matches, Understanding& understood,
                  Query& asked);

}  // namespace search
