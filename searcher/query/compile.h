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
/// Xapian 1.4 is unreliable with phrases that only add weight, or that are alternatives, when it skips articles of too
/// little weight: an article may be counted as having a phrase that it does not have. So `found` and `boosted` are
/// separate, and `check_all` says when every match must be checked.
struct CompiledQuery {
  Xapian::Query found;      ///< the matches, with their weight
  Xapian::Query boosted;    ///< if not empty: the same with extra weight; every match must be checked
  Xapian::Query leading;    ///< with it: the matches that rank above all others, in the same order and weight
  bool check_all = false;   ///< every match must be checked for `found` too
  bool positional = false;  ///< has phrases or NEAR: matching is expensive
  std::vector<std::string> warnings;
};

/// Which of the words joined by an implied AND an article must have.
enum class TermMatch {
  all,
  any,          ///< ranked by their weights only
  coordinated,  ///< any, if no article has all: ranked by coordination and proximity too
};

/// Compiles a resolved tree (resolve.h) to a Xapian query on the schema. Filters and exclusions apply whatever `match`
/// is.
///
/// Words and phrases have weight, fields filter. Stop words are optional if there are other words. Of articles with all
/// the words, those with the words side by side and in order rank first. An exclusion that excludes nothing matches
/// nothing if it would otherwise match everything.
CompiledQuery compile(const Node& root, const Xapian::Database& database, Stemmer& stem, TermMatch match);

}  // namespace council_news
