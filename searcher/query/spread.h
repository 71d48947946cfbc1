#pragma once

#include <vector>

#include "common/index/stem.h"
#include "searcher/query/ast.h"

namespace council_news {

/// The ways in which an article can match, one of which is enough: each a list of parts that must all match. A single
/// way when the tree needs no spreading.
///
/// Hyphenated words become two ways, as one word and as several. Xapian 1.4 finds articles that do not match when an
/// alternative with a phrase in it stands beside something else that must match (`("a b" OR c) d`), so such trees are
/// written out: `"a b" d` or `c d`. Alternatives without phrases stay as they are, and so do trees of more than 256
/// ways.
std::vector<std::vector<Node>> ways_to_match(const Node& root, Stemmer& stem);

}  // namespace council_news
