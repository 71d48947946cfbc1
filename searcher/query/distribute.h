#pragma once

#include <vector>

#include "common/index/stem.h"
#include "searcher/query/ast.h"

namespace council_news {

/// Distributes AND over OR: the alternatives of which an article must match one, each a list of parts that must all
/// match. A single one when the tree needs no distribution.
///
/// A hyphenated word has two alternatives, as one word and as several. Xapian 1.4 finds articles that do not match when
/// an alternative with a phrase in it stands beside something else that must match (`("a b" OR c) d`), so such trees
/// are written out: `"a b" d` or `c d`. Alternatives without phrases stay as they are, and so do trees that would have
/// more than 256.
std::vector<std::vector<Node>> distribute(const Node& root, Stemmer& stem);

}  // namespace council_news
