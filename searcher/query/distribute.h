#pragma once

#include <vector>

#include "common/index/stem.h"
#include "searcher/query/ast.h"

namespace council_news {

/// Distributes AND over OR. An article must match one of the alternatives, each a list of parts that must all match.
/// A single alternative if the tree needs no distribution.
///
/// A hyphenated word has two alternatives: one word, and several. Xapian 1.4 finds articles that do not match if an
/// alternative with a phrase is combined with something else that must match (`("a b" OR c) d`), so such trees are
/// expanded: `"a b" d` or `c d`. Alternatives without phrases stay unchanged, and so do trees that would have more than
/// 256.
std::vector<std::vector<Node>> distribute(const Node& root, Stemmer& stem);

}  // namespace council_news
