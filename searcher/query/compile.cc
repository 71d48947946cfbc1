#include "searcher/query/compile.h"

#include <fmt/core.h>

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/tokeniser.h"
#include "searcher/query/day_range.h"
#include "searcher/query/fields.h"

namespace council_news {
namespace {

using Xapian::Query;

/// How much words side by side add to the weight of an article that has them all.
constexpr double kAdjacencyFactor = 0.5;

/// Words that a prefix may stand for.
constexpr Xapian::termcount kMostExpansion = 1000;

/// The words of a text as terms, with the joined form where a hyphen stood.
struct Words {
  std::vector<std::string> surfaces;  ///< one a position
  std::vector<std::string> stems;
  std::string joined;       ///< the whole as one word, when it is one hyphenated word
  std::string joined_stem;
};

Words words_of(std::string_view text, Stemmer& stem) {
  Words words;
  const std::vector<Token> tokens = tokenise(text);
  for (const Token& token : tokens) {
    if (token.term.empty() || token.term.size() > kMaxTermBytes) continue;
    if (token.joined) {
      if (token.position != 0 || token.end != tokens.back().end) continue;
      words.joined = token.term;
      words.joined_stem = stem(stem_base(token));
    } else {
      words.surfaces.push_back(token.term);
      words.stems.push_back(stem(stem_base(token)));
    }
  }
  return words;
}

Query filter(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0); }

Query any_of(const std::vector<Query>& queries) {
  return queries.empty() ? Query::MatchNothing : Query(Query::OP_OR, queries.begin(), queries.end());
}

class Compiler {
 public:
  Compiler(const Xapian::Database& database, Stemmer& stem, const Day& today, bool relaxed)
      : stem_(stem), fields_(database, today), relaxed_(relaxed) {}

  CompiledQuery run(const Node& root) {
    CompiledQuery compiled;
    compiled.query = compile(root);
    compiled.warnings = fields_.take_warnings();
    return compiled;
  }

 private:
  Query compile(const Node& node) {
    switch (node.kind) {
      case NodeKind::nothing: return Query::MatchNothing;
      case NodeKind::word: return word("", node.text);
      case NodeKind::phrase: return phrase("", node.text);
      case NodeKind::prefix: return prefix("", node.text);
      case NodeKind::field: return field(node);
      case NodeKind::near: return near(node);
      case NodeKind::all_of: return all_of(node);
      case NodeKind::any_of: return each(node, Query::OP_OR);
      case NodeKind::none_of: return Query(Query::OP_AND_NOT, Query::MatchAll, compile(node.children.front()));
    }
    return Query::MatchNothing;
  }

  /// A written word: its stem; one with signs inside (`A1(M)`, `R&D`) is its parts side by side, and a hyphenated one
  /// is also the joined word.
  Query word(const std::string& field_prefix, std::string_view text) {
    const Words words = words_of(text, stem_);
    if (words.surfaces.empty()) return Query::MatchNothing;
    const auto stem_term = [&](const std::string& stem) {
      return Query(make_term(std::string(kStemPrefix) + field_prefix, stem));
    };
    if (words.surfaces.size() == 1) return stem_term(words.stems.front());
    const Query parts = side_by_side(field_prefix, words.surfaces);
    return words.joined.empty() ? parts : Query(Query::OP_OR, stem_term(words.joined_stem), parts);
  }

  Query side_by_side(const std::string& field_prefix, const std::vector<std::string>& surfaces) {
    std::vector<Query> terms;
    for (const std::string& surface : surfaces) terms.emplace_back(make_term(field_prefix, surface));
    if (terms.size() == 1) return terms.front();
    return Query(Query::OP_PHRASE, terms.begin(), terms.end(), static_cast<Xapian::termcount>(terms.size()));
  }

  Query phrase(const std::string& field_prefix, std::string_view text) {
    const Words words = words_of(text, stem_);
    if (words.surfaces.empty()) return Query::MatchNothing;
    const Query parts = side_by_side(field_prefix, words.surfaces);
    if (words.joined.empty()) return parts;
    return Query(Query::OP_OR, parts, Query(make_term(field_prefix, words.joined)));
  }

  Query prefix(const std::string& field_prefix, std::string_view text) {
    const Words words = words_of(text, stem_);
    if (words.surfaces.size() != 1) return Query::MatchNothing;
    return Query(Query::OP_WILDCARD, make_term(field_prefix, words.surfaces.front()), kMostExpansion,
                 Query::WILDCARD_LIMIT_MOST_FREQUENT);
  }

  Query field(const Node& node) {
    const Field* row = fields_.find(node.field);
    if (row == nullptr) {
      fields_.warn_unknown(node.field, node.text);
      return Query(Query::OP_AND, word("", node.field), node.quoted ? phrase("", node.text) : word("", node.text));
    }
    if (row->kind == FieldKind::words) return field_words(std::string(row->words_prefix), node);
    if (row->kind == FieldKind::name) return filter(field_words(std::string(row->words_prefix), node));
    return filter(any_of(fields_.terms(*row, node)));
  }

  Query field_words(const std::string& field_prefix, const Node& node) {
    if (node.quoted) return phrase(field_prefix, node.text);
    if (node.text.ends_with('*')) return prefix(field_prefix, node.text);
    return word(field_prefix, node.text);
  }

  Query near(const Node& node) {
    std::vector<Query> parts;
    for (const Node& child : node.children) {
      const Words words = words_of(child.text, stem_);
      for (const std::string& surface : words.surfaces) parts.emplace_back(make_term("", surface));
    }
    // Xapian counts the window in words, both ends included.
    const auto window = static_cast<Xapian::termcount>(node.distance + parts.size() - 1);
    return Query(Query::OP_NEAR, parts.begin(), parts.end(), window);
  }

  Query each(const Node& node, Query::op op) {
    std::vector<Query> queries;
    for (const Node& child : node.children) queries.push_back(compile(child));
    return Query(op, queries.begin(), queries.end());
  }

  /// Words are wanted and weighed; fields filter; what is excluded goes. Words that stand side by side in the query
  /// weigh more where they do so in the article.
  Query all_of(const Node& node) {
    std::vector<Query> wanted;
    std::vector<Query> filters;
    std::vector<Query> excluded;
    for (const Node& child : node.children) {
      if (child.kind == NodeKind::none_of) {
        excluded.push_back(compile(child.children.front()));
      } else if (child.kind == NodeKind::field) {
        filters.push_back(compile(child));
      } else {
        wanted.push_back(compile(child));
      }
    }
    const Query::op join = relaxed_ ? Query::OP_OR : Query::OP_AND;
    Query query = wanted.empty() ? Query() : Query(join, wanted.begin(), wanted.end());
    if (!filters.empty()) {
      const Query all_filters(Query::OP_AND, filters.begin(), filters.end());
      query = wanted.empty() ? all_filters : Query(Query::OP_AND, query, all_filters);
    }
    if (query.empty()) query = filter(Query::MatchAll);
    if (const Query boost = adjacency(node); !boost.empty()) query = Query(Query::OP_AND_MAYBE, query, boost);
    return excluded.empty() ? query : Query(Query::OP_AND_NOT, query, any_of(excluded));
  }

  Query adjacency(const Node& node) {
    std::vector<Query> pairs;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      const Node& left = node.children[i - 1];
      const Node& right = node.children[i];
      if (left.kind != NodeKind::word || right.kind != NodeKind::word) continue;
      pairs.push_back(side_by_side("", words_of(left.text + " " + right.text, stem_).surfaces));
    }
    if (pairs.empty()) return Query();
    return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, pairs.begin(), pairs.end()), kAdjacencyFactor);
  }

  Stemmer& stem_;
  FieldTerms fields_;
  bool relaxed_;
};

}  // namespace

CompiledQuery compile(const Node& root, const Xapian::Database& database, Stemmer& stem, const Day& today,
                      bool relaxed) {
  return Compiler(database, stem, today, relaxed).run(root);
}

}  // namespace council_news
