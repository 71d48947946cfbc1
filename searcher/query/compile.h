#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/query/ast.h"
#include "searcher/query/weighting.h"

namespace council_news {

/// A query as Xapian runs it.
///
/// Xapian 1.4 cannot be trusted with phrases that only add weight or stand beside alternatives when it passes over
/// articles of too little weight: an article may then count as one with the phrase that has not got it. So what is
/// found and what only weighs are kept apart, and `check_all` says when every match has to be looked at.
struct CompiledQuery {
  Xapian::Query found;      ///< what matches, weighed
  Xapian::Query boosted;    ///< the same with what only weighs, if not empty: every match has to be looked at
  Xapian::Query leading;    ///< with it: the matches that come before all others, in the same order and weight
  bool check_all = false;   ///< every match has to be looked at for `found` too
  bool positional = false;  ///< has phrases or nearness: matching is costly
  std::vector<std::string> warnings;
};

/// Which of the words that stand side by side in a query an article must have.
enum class TermMatch {
  all,
  any,          ///< ranked by their weights alone
  coordinated,  ///< any, for a query of which no article has all: ranked by coordination and proximity, too
};

/// Turns a resolved tree (resolve.h) into a Xapian query against the schema. Filters and exclusions
/// stay, whatever `match` is.
///
/// Words and phrases weigh, fields filter. Stop words need not be there when other words are asked for. Of
/// articles that have all the words, those that have them side by side and in order come first. An exclusion that
/// excludes nothing matches nothing, where it would otherwise match everything.
CompiledQuery compile(const Node& root, const Xapian::Database& database, Stemmer& stem, TermMatch match);

}  // namespace council_news
