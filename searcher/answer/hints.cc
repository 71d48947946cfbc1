#include "searcher/answer/hints.h"

#include <algorithm>
#include <vector>

#include <fmt/core.h>

#include "common/add_new.h"
#include "common/index/schema.h"
#include "searcher/answer/every_match.h"
#include "searcher/query/compile.h"
#include "searcher/query/coordination.h"
#include "searcher/query/field_values.h"
#include "searcher/query/query_words.h"

namespace council_news {
namespace {

/// Words listed in one hint. A query with more missing words is a pasted text, which gets no hint.
constexpr std::size_t kMaxListed = 5;

/// The term for mentioning a council, from the term for being about it.
std::string mention_of(std::string about) {
  return about.replace(0, field(FieldId::council).exact_prefix.size(), field(FieldId::mentions).exact_prefix);
}

/// Whether an article is about, or mentions, one of the councils of a name.
bool is_in_archive(const Node& named, const Xapian::Database& database) {
  return std::any_of(named.terms.begin(), named.terms.end(), [&](const std::string& about) {
    return database.term_exists(about) || database.term_exists(mention_of(about));
  });
}

bool is_missing(const Node& node, const Xapian::Database& database, Stemmer& stem) {
  if (node.kind == NodeKind::named && is_of(node, FieldId::council))
    return !is_in_archive(node, database) &&
           std::any_of(node.children.begin(), node.children.end(),
                       [&](const Node& child) { return is_missing(child, database, stem); });
  if (node.kind != NodeKind::word || is_stop_word(node)) return false;
  const Words words = words_of(node.text, stem);
  // The parts of a word like `care-leaver` may occur separately, so it is not missing.
  return words.stems.size() == 1 && !database.term_exists(make_term(kStemPrefix, words.stems.front()));
}

void collect_missing(const Node& node, const Xapian::Database& database, Stemmer& stem,
                     std::vector<std::string>& missing) {
  if (is_missing(node, database, stem)) add_new(missing, fmt::format("'{}'", node.text));
  if (node.kind != NodeKind::all_of) return;
  for (const Node& child : node.children) collect_missing(child, database, stem, missing);
}

/// Turns `council:` into `mentions:` in a tree. Returns the descriptions of the fields it changed.
std::vector<std::string> turn_to_mentions(Node& node) {
  std::vector<std::string> turned;
  if (node.kind == NodeKind::none_of) return turned;
  if (node.kind == NodeKind::field && is_of(node, FieldId::council)) {
    for (std::string& term : node.terms) term = mention_of(term);
    if (!node.terms.empty()) turned.push_back(node.meaning);
  }
  for (Node& child : node.children) add_new(turned, turn_to_mentions(child));
  return turned;
}

}  // namespace

std::string missing_words(const Node& root, const Xapian::Database& database, Stemmer& stem) {
  const bool asks_for_council = root.kind == NodeKind::named && is_of(root, FieldId::council);
  if (!is_relaxable(root) && !asks_for_council) return {};
  std::vector<std::string> missing;
  collect_missing(root, database, stem, missing);
  if (missing.empty() || missing.size() > kMaxListed) return {};
  return "no article has " + alternatives(missing);
}

std::string mentions_instead(const Node& root, const Xapian::Database& database, Stemmer& stem) {
  Node turned = root;
  const std::vector<std::string> about = turn_to_mentions(turned);
  if (about.empty()) return {};
  const std::size_t count = count_matches(database, compile(turned, database, stem, TermMatch::all).found);
  if (count == 0) return {};
  return fmt::format("no article is {}, but {}: search with mentions: instead of council:", alternatives(about),
                     count == 1 ? "1 article mentions it" : fmt::format("{} articles mention it", count));
}

}  // namespace council_news
