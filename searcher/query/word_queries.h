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
#include "searcher/query/query_words.h"

namespace council_news {

/// Makes queries from words, phrases and prefixes, in running text or in a field of words. Text without an indexable
/// word matches nothing.
class WordQueries {
 public:
  /// `prefixes` is the number of wildcards in the query, which share a limit on expansion.
  WordQueries(const Xapian::Database& database, Stemmer& stem, std::size_t prefixes);

  /// A written word with its inflections. A word with punctuation or hyphens inside (`A1(M)`, `care-leaver`) matches
  /// its parts side by side, also inflected; distribute.h adds its joined form.
  Xapian::Query word(std::string_view field_prefix, std::string_view text);

  /// The same where any word is enough: parts of a word count one by one, without stop words.
  Xapian::Query any_part(std::string_view text, Xapian::termcount times);

  /// Words side by side as written. A word with a wildcard matches all words with that prefix.
  Xapian::Query phrase(std::string_view field_prefix, std::string_view text);

  /// All words with that prefix.
  Xapian::Query prefix(std::string_view field_prefix, std::string_view text);

  /// Words (with inflections), phrases and prefixes within `distance` words of each other, in any order. A match must
  /// also have each phrase.
  Xapian::Query near(std::string_view field_prefix, const std::vector<Node>& nodes, unsigned distance);

  /// The words side by side, with inflections.
  Xapian::Query adjacent(std::string_view field_prefix, const Words& words);

  /// The same for two of them, starting at index `first`.
  Xapian::Query adjacent_pair(std::string_view field_prefix, const Words& words, std::size_t first);

  /// Prefixes that were expanded to fewer words than they match.
  const std::set<std::string>& truncated() const { return truncated_; }

  /// Whether any query so far uses positions.
  bool is_positional() const { return is_positional_; }

 private:
  Xapian::Query in_order(const std::vector<Xapian::Query>& places);
  Xapian::Query side_by_side(std::string_view field_prefix, const std::vector<std::string>& surfaces);
  Xapian::Query expand_prefix(std::string_view field_prefix, const std::string& surface);

  /// A word and its inflections in the archive.
  Xapian::Query inflections(std::string_view field_prefix, const std::string& surface, const std::string& stem);

  const Xapian::Database& database_;
  Stemmer& stem_;
  std::map<std::pair<std::string, std::string>, Xapian::Query> forms_;  ///< by term and stem: each is looked up once
  std::size_t max_expansion_;
  bool is_positional_ = false;
  std::set<std::string> truncated_;
};

}  // namespace council_news
