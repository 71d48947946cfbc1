#include "searcher/answer/hints.h"

#include <vector>

#include <fmt/core.h>

#include "common/add_new.h"
#include "common/index/schema.h"
#include "searcher/answer/every_match.h"
#include "searcher/query/compile.h"
#include "searcher/query/field_values.h"
#include "searcher/query/partial.h"
#include "searcher/query/words.h"

namespace council_news {
namespace {

/// Words named in one hint; who asks for more of them passes on a text.
constexpr std::size_t kMostNamed = 5;

bool is_missing(const Node& node, const Xapian::Database& database, Stemmer& stem) {
  if (node.kind != NodeKind::word || is_grammar(node)) return false;
  const Words words = words_of(node.text, stem);
  // A word of several parts may have them elsewhere; that they do not stand together is another thing.
  return words.stems.size() == 1 && !database.term_exists(make_term(kStemPrefix, words.stems.front()));
}

void collect_missing(const Node& node, const Xapian::Database& database, Stemmer& stem,
                     std::vector<std::string>& missing) {
  if (is_missing(node, database, stem)) add_new(missing, fmt::format("'{}'", node.text));
  if (node.kind != NodeKind::all_of) return;
  for (const Node& child : node.children) collect_missing(child, database, stem, missing);
}

/// Asks for articles that name the councils where the tree asks for those about them. Has it asked for any?
bool turn_to_mentions(Node& node) {
  if (node.kind == NodeKind::none_of) return false;
  bool turned = false;
  if (node.kind == NodeKind::field && node.field == "council") {
    const std::string_view about = find_field("council")->exact_prefix;
    const std::string_view names = find_field("mentions")->exact_prefix;
    for (std::string& term : node.terms) term.replace(0, about.size(), names);
    turned = !node.terms.empty();
  }
  for (Node& child : node.children) turned = turn_to_mentions(child) || turned;
  return turned;
}

}  // namespace

std::string missing_words(const Node& root, const Xapian::Database& database, Stemmer& stem) {
  if (!is_relaxable(root)) return {};
  std::vector<std::string> missing;
  collect_missing(root, database, stem, missing);
  if (missing.empty() || missing.size() > kMostNamed) return {};
  return "no article has " + alternatives(missing);
}

std::string mentions_instead(const Node& root, const Xapian::Database& database, Stemmer& stem) {
  Node turned = root;
  if (!turn_to_mentions(turned)) return {};
  const std::size_t count = count_matches(database, compile(turned, database, stem, Wanted::every).found);
  if (count == 0) return {};
  return fmt::format("none is about it, but {}: ask with mentions: in place of council:",
                     count == 1 ? "1 article names it" : fmt::format("{} articles name it", count));
}

}  // namespace council_news
