#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/query/ast.h"
#include "searcher/query/words.h"

namespace council_news {

/// Makes queries of words, phrases and prefixes, in the text or in a field of words. What has no word that could be
/// indexed matches nothing.
class WordQueries {
 public:
  /// `prefixes` words with a star share the limit on what such words may expand to.
  WordQueries(const Xapian::Database& database, Stemmer& stem, std::size_t prefixes);

  /// A written word with its inflections. One with signs or hyphens inside (`A1(M)`, `care-leaver`) is its parts side
  /// by side, with theirs; that hyphens may be missing is the business of distribute.h.
  Xapian::Query word(std::string_view field_prefix, std::string_view text);

  /// The same where any word will do: the parts of a word with signs or hyphens count one by one, without stop words.
  Xapian::Query any_part(std::string_view text, Xapian::termcount times);

  /// Words side by side as written. A word with a star stands for all that begin so.
  Xapian::Query phrase(std::string_view field_prefix, std::string_view text);

  /// All words that begin so.
  Xapian::Query prefix(std::string_view field_prefix, std::string_view text);

  /// Words, phrases and prefixes within `distance` words of each other, in any order; words with their inflections.
  /// The article has each phrase, too.
  Xapian::Query near(std::string_view field_prefix, const std::vector<Node>& nodes, unsigned distance);

  /// The words side by side, inflections included.
  Xapian::Query adjacent(std::string_view field_prefix, const Words& words);

  /// The same of two of them, the first of which is number `first`.
  Xapian::Query adjacent_pair(std::string_view field_prefix, const Words& words, std::size_t first);

  /// Prefixes that were expanded to fewer words than there are.
  const std::set<std::string>& truncated() const { return truncated_; }

  /// Has any query so far looked at positions?
  bool is_positional() const { return is_positional_; }

 private:
  Xapian::Query in_order(const std::vector<Xapian::Query>& places);
  Xapian::Query side_by_side(std::string_view field_prefix, const std::vector<std::string>& surfaces);
  Xapian::Query expand_prefix(std::string_view field_prefix, const std::string& surface);

  /// A word and those of the archive that are the same but for an ending.
  Xapian::Query inflections(std::string_view field_prefix, const std::string& surface, const std::string& stem);

  const Xapian::Database& database_;
  Stemmer& stem_;
  std::map<std::pair<std::string, std::string>, Xapian::Query> forms_;  ///< by term and stem: each is looked up once
  std::size_t max_expansion_;
  bool is_positional_ = false;
  std::set<std::string> truncated_;
};

}  // namespace council_news
