#include "searcher/query/coordination.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "common/text/tokeniser.h"
#include "searcher/query/field_values.h"
#include "searcher/query/query_words.h"
#include "searcher/query/ranking.h"
#include "searcher/query/weighting.h"

namespace council_news {
namespace {

using Xapian::Query;

/// A word of the query that occurs in the archive.
struct KnownWord {
  Words word;
  std::size_t place = 0;  ///< in the query
  double idf = 0;
};

class Coordination {
 public:
  Coordination(const Xapian::Database& database, Stemmer& stem, WordQueries& words)
      : database_(database), stem_(stem), words_(words) {}

  Query run(const Node& root, const Query& found) {
    if (root.kind == NodeKind::all_of) {
      for (const Node& child : root.children) collect(child);
    } else {
      collect(root);
    }
    if (known_.size() < 2 || known_.size() > kMaxProximityWords) return {};
    for (const KnownWord& one : known_)
      add(kCoordination * one.idf, Query(make_term(kStemPrefix, one.word.stems.front())));
    const auto pairs = static_cast<double>(known_.size() - 1);
    for (std::size_t i = 1; i < known_.size(); ++i) {
      const KnownWord& left = known_[i - 1];
      const KnownWord& right = known_[i];
      if (right.place != left.place + 1) continue;
      Words both = left.word;
      both.surfaces.push_back(right.word.surfaces.front());
      both.stems.push_back(right.word.stems.front());
      add((left.idf + right.idf) / pairs, words_.adjacent("", both));
    }
    // Nested, because Xapian 1.4 counts phrases in an OP_OR that an article does not have.
    Query query = found;
    for (const Query& gain : gains_) query = Query(Query::OP_AND_MAYBE, query, gain);
    return query;
  }

 private:
  void collect(const Node& node) {
    if (node.kind != NodeKind::word && node.kind != NodeKind::named) {
      ++place_;
      return;
    }
    const Words words = words_of(node.text, stem_);
    for (std::size_t i = 0; i < words.surfaces.size(); ++i) {
      ++place_;
      const std::string& stemmed = words.stems[i];
      if (is_stop_word(words.surfaces[i]) || !database_.term_exists(make_term(kStemPrefix, stemmed))) continue;
      if (!seen_.insert(stemmed).second) continue;
      KnownWord one;
      one.word.surfaces.push_back(words.surfaces[i]);
      one.word.stems.push_back(stemmed);
      one.place = place_;
      one.idf = idf(database_, stemmed);
      known_.push_back(std::move(one));
    }
  }

  void add(double weight, const Query& having) { gains_.push_back(Query(Query::OP_FILTER, constant(weight), having)); }

  const Xapian::Database& database_;
  Stemmer& stem_;
  WordQueries& words_;
  std::size_t place_ = 0;
  std::vector<KnownWord> known_;
  std::set<std::string> seen_;
  std::vector<Query> gains_;
};

}  // namespace

bool is_relaxable(const Node& root) {
  if (root.kind == NodeKind::named) return !is_of(root, FieldId::council) && root.children.size() > 1;
  if (root.kind == NodeKind::word) {
    // `co-ordinator` and `housing/homelessness` consist of words; parts of `A1(M)` and `R&D` mean nothing.
    const std::vector<Token> tokens = tokenise(root.text);
    return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.joined; }) ||
           (tokens.size() > 1 && root.text.find_first_of(",;/") != std::string::npos);
  }
  if (root.kind != NodeKind::all_of) return false;
  std::size_t words = 0;
  for (const Node& child : root.children) {
    if (child.kind == NodeKind::named)
      words += child.children.size();
    else if (child.kind != NodeKind::none_of && !is_filter(child, true))
      ++words;
  }
  return words > 1;
}

Query with_coordination(const Query& found, const Node& root, const Xapian::Database& database, Stemmer& stem,
                        WordQueries& words) {
  return Coordination(database, stem, words).run(root, found);
}

}  // namespace council_news
