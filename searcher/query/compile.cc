#include "searcher/query/compile.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <fmt/core.h>

#include "common/index/schema.h"
#include "searcher/query/coordination.h"
#include "searcher/query/distribute.h"
#include "searcher/query/field_values.h"
#include "searcher/query/ranking.h"
#include "searcher/query/word_queries.h"

namespace council_news {
namespace {

using Xapian::Query;

Query filter(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0); }

Query any_of(const std::vector<Query>& queries) {
  return queries.empty() ? Query::MatchNothing : Query(Query::OP_OR, queries.begin(), queries.end());
}

Query any_term(const std::vector<std::string>& terms) {
  return terms.empty() ? Query::MatchNothing : Query(Query::OP_OR, terms.begin(), terms.end());
}

/// The number of words with a wildcard.
std::size_t count_prefixes(const Node& node) {
  const bool has_text = node.kind != NodeKind::named && node.kind != NodeKind::word;
  auto count = static_cast<std::size_t>(has_text ? std::count(node.text.begin(), node.text.end(), '*') : 0);
  if (node.kind == NodeKind::prefix) count = 1;
  for (const Node& child : node.children) count += count_prefixes(child);
  return count;
}

/// Whether its matches are limited by something other than exclusions.
bool is_bounded(const Node& node) {
  switch (node.kind) {
    case NodeKind::none_of:
    case NodeKind::nothing:
      return false;
    case NodeKind::all_of:
      return std::any_of(node.children.begin(), node.children.end(), is_bounded);
    case NodeKind::any_of:
      return std::all_of(node.children.begin(), node.children.end(), is_bounded);
    default:
      return true;
  }
}

class Compiler {
 public:
  Compiler(const Xapian::Database& database, Stemmer& stem, TermMatch match, std::size_t prefixes)
      : database_(database),
        stem_(stem),
        words_(database, stem, prefixes),
        match_(match),
        any_(match != TermMatch::all) {}

  CompiledQuery run(const Node& root) {
    const auto alternatives = any_ ? std::vector<std::vector<Node>>{} : distribute(root, stem_);
    if (alternatives.size() > 1) {
      std::vector<Query> weights;
      add_weights(root, weights);
      compiled_.found = Query(Query::OP_AND_MAYBE, filter(one_of(alternatives)), any_of(weights));
    } else if (root.kind == NodeKind::word && any_) {
      compiled_.found = words_.any_part(root.text, 1);
    } else {
      compiled_.found = compile(root);
    }
    if (root.kind == NodeKind::all_of && !any_) add_proximity(root);
    if (match_ == TermMatch::coordinated)
      compiled_.boosted = with_coordination(compiled_.found, root, database_, stem_, words_);
    compiled_.positional = words_.is_positional();
    if (!words_.truncated().empty()) warn_truncated();
    return std::move(compiled_);
  }

 private:
  Query compile(const Node& node) {
    switch (node.kind) {
      case NodeKind::nothing:
        return Query::MatchNothing;
      case NodeKind::word:
        return words_.word("", node.text);
      case NodeKind::phrase:
        return any_ ? in_any_form(node) : words_.phrase("", node.text);
      case NodeKind::prefix:
        return words_.prefix("", node.text);
      case NodeKind::field:
        return of_field(node);
      case NodeKind::named:
        return named(node);
      case NodeKind::near:
        return words_.near(node.row == nullptr ? "" : node.row->words_prefix, node.children, node.distance);
      case NodeKind::all_of:
        return all_of(node);
      case NodeKind::any_of:
        return each(node.children);
      case NodeKind::none_of:
        return everything_but(node.children.front());
    }
    return Query::MatchNothing;
  }

  void warn_truncated() {
    const std::set<std::string>& cut = words_.truncated();
    compiled_.warnings.push_back(fmt::format("{}*{} match{} too many words: only the most frequent ones were searched",
                                             *cut.begin(), cut.size() > 1 ? " and others" : "",
                                             cut.size() > 1 ? "" : "es"));
  }

  Query of_field(const Node& node) {
    const Field* row = node.row;
    if (row != nullptr && row->kind == FieldKind::words) return field_words(row->words_prefix, node);
    if (row != nullptr && row->kind == FieldKind::name && !node.exact)
      return filter(field_words(row->words_prefix, node));
    return filter(any_term(node.terms));
  }

  Query field_words(std::string_view field_prefix, const Node& node) {
    const bool starred = node.text.ends_with('*');
    if (node.quoted || (starred && words_of(node.text, stem_).surfaces.size() > 1))
      return words_.phrase(field_prefix, node.text);
    if (starred) return words_.prefix(field_prefix, node.text);
    return words_.word(field_prefix, node.text);
  }

  /// The words, or what they name. Both have weight, so that an article about it ranks above one that mentions it.
  Query named(const Node& node) {
    Query name = any_term(node.terms);
    for (const Node& other : node.others) name = Query(Query::OP_OR, name, compile(other));
    if (node.children.empty()) return name;
    return Query(Query::OP_OR, all_of(node), is_of(node, FieldId::date) ? of_date(node.terms) : name);
  }

  Query of_date(const std::vector<std::string>& terms) {
    double articles = 0;
    for (const std::string& term : terms) articles += database_.get_termfreq(term);
    return Query(Query::OP_FILTER, constant(kNamedDateFactor * idf(database_, articles)), any_term(terms));
  }

  Query one_of(const std::vector<std::vector<Node>>& alternatives) {
    std::vector<Query> queries;
    for (const std::vector<Node>& parts : alternatives) {
      Node all;
      all.kind = NodeKind::all_of;
      all.children = parts;
      queries.push_back(parts.size() == 1 ? leaf(parts.front()) : compile(all));
    }
    compiled_.check_all = true;
    return any_of(queries);
  }

  Query in_any_form(const Node& node) {
    const auto alternatives = distribute(node, stem_);
    return alternatives.size() > 1 ? one_of(alternatives) : leaf(node);
  }

  /// Compiles a phrase of a single alternative without expanding it again.
  Query leaf(const Node& node) { return node.kind == NodeKind::phrase ? words_.phrase("", node.text) : compile(node); }

  /// Adds a query for the weight of each word of a tree.
  void add_weights(const Node& node, std::vector<Query>& weights) {
    if (node.kind == NodeKind::none_of) return;
    if (node.kind == NodeKind::prefix || is_words_field(node)) {
      weights.push_back(compile(node));
    } else if ((node.kind == NodeKind::word && !is_stop_word(node)) || node.kind == NodeKind::phrase) {
      weights.push_back(words_.any_part(node.text, 1));
    } else if (node.kind == NodeKind::named) {
      weights.push_back(any_term(node.terms));
    }
    for (const Node& child : node.children) add_weights(child, weights);
    for (const Node& other : node.others) add_weights(other, weights);
  }

  Query each(const std::vector<Node>& nodes) {
    std::vector<Query> queries;
    for (const Node& node : nodes) queries.push_back(compile(node));
    compiled_.check_all = compiled_.check_all || words_.is_positional();
    return any_of(queries);
  }

  Query everything_but(const Node& node) {
    const Query excluded = in_any_form(node);
    Xapian::Enquire enquire(database_);
    enquire.set_query(filter(excluded));
    if (among_others_ || !enquire.get_mset(0, 1).empty())
      return Query(Query::OP_AND_NOT, filter(Query::MatchAll), excluded);
    Node none;
    none.kind = NodeKind::none_of;
    none.children.push_back(node);
    compiled_.warnings.push_back(
        fmt::format("{} was ignored: nothing matches {}, so it excludes nothing", describe(none), describe(node)));
    return Query::MatchNothing;
  }

  /// Words must match and have weight, fields only filter, exclusions remove matches.
  Query all_of(const Node& node) {
    std::vector<Node> wanted;
    std::vector<Query> filters;
    std::vector<Query> excluded;
    const auto exclusions = std::count_if(node.children.begin(), node.children.end(),
                                          [](const Node& child) { return child.kind == NodeKind::none_of; });
    if (static_cast<std::size_t>(exclusions) == node.children.size()) return everything_but_each(node);
    const bool among_others_before = among_others_;
    among_others_ = among_others_ || std::any_of(node.children.begin(), node.children.end(), is_bounded);
    for (const Node& child : node.children) {
      if (child.kind == NodeKind::none_of) {
        excluded.push_back(in_any_form(child.children.front()));
      } else if (!is_filter(child, any_)) {
        wanted.push_back(child);
      } else {
        filters.push_back(compile(child));
      }
    }
    Query query = wanted.empty() ? Query() : any_ ? any_word(wanted) : every_word(wanted);
    among_others_ = among_others_before;
    if (!filters.empty()) {
      const Query all_filters(Query::OP_AND, filters.begin(), filters.end());
      query = wanted.empty() ? all_filters : Query(Query::OP_FILTER, query, all_filters);
      compiled_.check_all = compiled_.check_all || (any_ && words_.is_positional());
    }
    return excluded.empty() ? query : Query(Query::OP_AND_NOT, query, any_of(excluded));
  }

  Query everything_but_each(const Node& node) {
    Node together;
    together.kind = NodeKind::any_of;
    for (const Node& child : node.children) together.children.push_back(child.children.front());
    return everything_but(together);
  }

  Query every_word(const std::vector<Node>& nodes) {
    std::vector<Query> wanted;
    std::vector<Query> optional;
    for (const Node& node : nodes) (is_optional(node, nodes) ? optional : wanted).push_back(compile(node));
    const Query query(Query::OP_AND, wanted.begin(), wanted.end());
    if (optional.empty()) return query;
    return Query(Query::OP_AND_MAYBE, query, Query(Query::OP_SCALE_WEIGHT, any_of(optional), kStopWordFactor));
  }

  /// Stop words are left out unless there are no other words. A repeated word weighs more.
  Query any_word(const std::vector<Node>& given) {
    const std::vector<Node> nodes = in_plain_words(given);
    std::vector<Query> queries;
    std::map<std::string, Xapian::termcount> times;
    const bool has_others =
        !std::all_of(nodes.begin(), nodes.end(), [&](const Node& node) { return is_stop_word(node); });
    for (const Node& node : nodes) {
      if (has_others && is_stop_word(node)) continue;
      if (node.kind == NodeKind::word) {
        ++times[stemmed(node)];
      } else {
        queries.push_back(compile(node));
      }
    }
    for (const Node& node : nodes) {
      if (node.kind != NodeKind::word) continue;
      const auto it = times.find(stemmed(node));
      if (it == times.end()) continue;
      queries.push_back(words_.any_part(node.text, it->second));
      times.erase(it);
    }
    compiled_.check_all = compiled_.check_all || words_.is_positional();
    Query query = any_of(queries);
    for (const Node& node : given) {
      if (match_ != TermMatch::coordinated || node.kind != NodeKind::named || !is_of(node, FieldId::date)) continue;
      query = Query(Query::OP_AND_MAYBE, query, of_date(node.terms));
    }
    return query;
  }

  /// Where any word is enough, a date would match everything of that date, and two words count without being adjacent.
  std::vector<Node> in_plain_words(const std::vector<Node>& nodes) const {
    std::vector<Node> words;
    for (const Node& node : nodes) {
      if (node.kind != NodeKind::named || (node.row != nullptr && node.row->id != FieldId::date)) {
        words.push_back(node);
        continue;
      }
      words.insert(words.end(), node.children.begin(), node.children.end());
      // With coordination, a text has enough words already, and other forms make its ranking worse.
      if (match_ == TermMatch::coordinated) words.insert(words.end(), node.others.begin(), node.others.end());
    }
    return words;
  }

  std::string stemmed(const Node& node) {
    std::string key;
    for (const std::string& stem : words_of(node.text, stem_).stems) key += stem + " ";
    return key;
  }

  /// Whether a part of the query names councils that have articles in the archive.
  bool names_council(const Node& node) const {
    return node.kind == NodeKind::named && is_of(node, FieldId::council) &&
           std::any_of(node.terms.begin(), node.terms.end(),
                       [this](const std::string& term) { return database_.term_exists(term); });
  }

  /// Adds weight for articles with the words side by side as in the query: all of them, more than any article gains
  /// otherwise; two of several, a little.
  void add_proximity(const Node& root) {
    std::string text;
    for (const Node& node : root.children) {
      const bool weighs_nothing =
          node.kind == NodeKind::none_of || (node.kind == NodeKind::field && !is_words_field(node));
      if (weighs_nothing) continue;
      if (node.kind != NodeKind::word && node.kind != NodeKind::named) return;
      text += node.text + " ";
    }
    const Words all = words_of(text, stem_);
    const std::size_t size = all.surfaces.size();
    if (size < 2 || size > kMaxProximityWords) return;
    std::vector<double> idfs;
    for (const std::string& stem : all.stems) idfs.push_back(idf(database_, stem));
    double gain = max_weight(compiled_.found) + 2 * kPairProximity * std::accumulate(idfs.begin(), idfs.end(), 0.0);
    Query run = words_.adjacent("", all);
    // An article that names a council in passing does not answer a question about it, whatever its word order.
    for (const Node& node : root.children)
      if (names_council(node)) run = Query(Query::OP_FILTER, run, any_term(node.terms));
    const auto boost = [&](double weight, const Query& words) {
      compiled_.boosted =
          Query(Query::OP_AND_MAYBE, compiled_.boosted, Query(Query::OP_FILTER, constant(weight), words));
    };
    const double in_title = kTitleProximity * std::accumulate(idfs.begin(), idfs.end(), 0.0);
    const Query title_run = words_.adjacent(field(FieldId::title).words_prefix, all);
    compiled_.boosted = compiled_.found;
    boost(gain, run);
    boost(in_title, title_run);
    for (std::size_t i = 1; i < size && size > 2; ++i) {
      if (is_stop_word(all.surfaces[i - 1]) || is_stop_word(all.surfaces[i])) continue;
      const double weight = kPairProximity * (idfs[i - 1] + idfs[i]);
      boost(weight, words_.adjacent_pair("", all, i - 1));
      gain += weight;
    }
    compiled_.leading = Query(Query::OP_FILTER, Query(Query::OP_AND, compiled_.found, constant(gain)), run);
    compiled_.leading =
        Query(Query::OP_AND_MAYBE, compiled_.leading, Query(Query::OP_FILTER, constant(in_title), title_run));
  }

  /// The maximum weight of a match.
  double max_weight(const Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(weighting());
    enquire.set_query(query);
    return enquire.get_mset(0, 0).get_max_possible();
  }

  const Xapian::Database& database_;
  Stemmer& stem_;
  WordQueries words_;
  TermMatch match_;
  bool any_;
  bool among_others_ = false;  ///< next to something that must match, so that a NOT cannot match every article
  CompiledQuery compiled_;
};

}  // namespace

CompiledQuery compile(const Node& root, const Xapian::Database& database, Stemmer& stem, TermMatch match) {
  return Compiler(database, stem, match, count_prefixes(root)).run(root);
}

}  // namespace council_news
