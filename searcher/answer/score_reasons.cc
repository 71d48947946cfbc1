#include "searcher/answer/score_reasons.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

#include <fmt/core.h>

#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"
#include "common/text/tokeniser.h"
#include "common/text/utf8.h"
#include "searcher/query/weighting.h"

namespace council_news {
namespace {

/// Smaller parts of a score are not listed.
constexpr double kMinWeight = 0.005;

/// How often each form of a word occurs in an article, by stem.
using Forms = std::map<std::string, std::map<std::string, std::size_t>>;

double weight_of(const Xapian::Database& database, const std::string& term, const std::string& id) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting());
  const Xapian::Query query = term.starts_with(kStemPrefix) ? weighted_term(database, term) : Xapian::Query(term);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(make_term(kIdentityPrefix, id))));
  return enquire.get_mset(0, 1).get_max_attained();
}

/// How often a term occurs in a document.
Xapian::termcount times_in(const Xapian::Document& document, const std::string& term) {
  auto it = document.termlist_begin();
  it.skip_to(term);
  return it != document.termlist_end() && *it == term ? it.get_wdf() : 0;
}

std::string value_in_words(const Field& field, const std::string& value) {
  if (field.kind == FieldKind::council || field.kind == FieldKind::trait) return council_name(value);
  if (field.kind == FieldKind::topic) return topic_label(value);
  return value;
}

/// A term of a whole value, in words: `the council “Sandwell”`. Empty for other terms.
std::string whole_value(const std::string& term) {
  for (const Field& field : kFields) {
    if (field.exact_prefix.size() < 2 || field.kind == FieldKind::trait || !term.starts_with(field.exact_prefix))
      continue;
    return fmt::format("the {} “{}”", field.noun, value_in_words(field, term.substr(field.exact_prefix.size())));
  }
  return {};
}

/// A word of a field, in words: `“inadequate” in the headline`. Empty if the term has no prefix of such a field.
std::string field_word(std::string_view bare) {
  for (const Field& field : kFields) {
    if (field.words_prefix.empty() || !bare.starts_with(field.words_prefix)) continue;
    const std::string_view word = bare.substr(field.words_prefix.size());
    return fmt::format("“{}” in the {}", word, field.noun);
  }
  return {};
}

/// A term in words; empty if it is not worth listing, such as the terms of a date.
std::string in_words(const Xapian::Document& document, const std::string& term, const Forms& forms, Stemmer& stem) {
  const bool stemmed = term.starts_with(kStemPrefix);
  const std::string_view bare = std::string_view(term).substr(stemmed ? kStemPrefix.size() : 0);
  const bool prefixed = !bare.empty() && is_ascii_upper(bare.front());
  if (prefixed) {
    std::string whole = stemmed ? std::string{} : whole_value(term);
    return whole.empty() ? field_word(bare) : whole;
  }
  const auto found = forms.find(stemmed ? std::string(bare) : stem(std::string(bare)));
  if (found == forms.end()) return fmt::format("“{}”", bare);
  std::string text;
  std::size_t times = 0;
  for (const auto& [form, count] : found->second) {
    text += (text.empty() ? "" : ", ") + form;
    times += count;
  }
  text = fmt::format("“{}”, {}", text, times == 1 ? "once" : fmt::format("{} times", times));
  const std::string in_title =
      fmt::format("{}{}{}", stemmed ? kStemPrefix : "", field(FieldId::title).words_prefix, bare);
  if (times_in(document, in_title) > 0) text += ", also in the headline";
  return text;
}

/// The terms that are mere conditions.
std::vector<std::string> filters_of(const Node& node) {
  std::vector<std::string> terms;
  if (node.kind == NodeKind::field) terms = node.terms;
  for (const Node& child : node.children)
    for (std::string& term : filters_of(child)) terms.push_back(std::move(term));
  return terms;
}

/// Whether the plain words of a query name a date.
bool names_date(const Node& node) {
  return (node.kind == NodeKind::named && is_of(node, FieldId::date)) ||
         std::any_of(node.children.begin(), node.children.end(), names_date);
}

/// The words of an article by their stems.
Forms forms_in(const Article& article, Stemmer& stem) {
  Forms forms;
  for (const std::string* text : {&article.title, &article.summary, &article.body}) {
    if (text == &article.summary && article.body.find(article.summary) != std::string::npos) continue;
    for (const Token& token : tokenise(*text))
      if (!token.joined) ++forms[stem(stem_base(token))][token.term];
  }
  return forms;
}

}  // namespace

std::vector<Reason> reasons_for(const Xapian::Database& database, const ScoredMatch& match, Stemmer& stem) {
  const Article article = article_of(match.document);
  const Forms forms = forms_in(article, stem);
  std::set<std::string> terms(match.query.get_terms_begin(), match.query.get_terms_end());
  for (const std::string& term : filters_of(match.root)) terms.erase(term);
  std::vector<Reason> reasons;
  double rest = match.score;
  for (const std::string& term : terms) {
    if (times_in(match.document, term) == 0 && whole_value(term).empty()) continue;
    std::string what = in_words(match.document, term, forms, stem);
    if (what.empty()) continue;
    // A word and its stem are the same to a reader; the stem carries the weight.
    if (terms.count(std::string(kStemPrefix) + term) != 0) continue;
    const double weight = std::min(weight_of(database, term, article.id), std::max(rest, 0.0));
    if (weight < kMinWeight) continue;
    rest -= weight;
    reasons.push_back({std::move(what), weight});
  }
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const Reason& a, const Reason& b) { return a.weight > b.weight; });
  const bool has_date = match.sort == SortOrder::recent || names_date(match.root);
  if (rest > kMinWeight && !reasons.empty())
    reasons.push_back({std::string("word order: side by side, in sequence") + (has_date ? "; its date" : ""), rest});
  return reasons;
}

}  // namespace council_news
