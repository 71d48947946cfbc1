#include "searcher/answer/similar.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/text/utf8.h"
#include "searcher/query/ranking.h"
#include "searcher/query/weighting.h"

namespace council_news {
namespace {

struct Word {
  std::string term;
  double weight;
};

/// Whether a term is the stem of a word of the text, not of a field (whose prefix is a capital).
bool is_text_stem(const std::string& term) {
  return term.size() > 2 && term.starts_with(kStemPrefix) && !is_ascii_upper(term[1]);
}

std::vector<Word> distinctive_words(const Xapian::Database& database, const Xapian::Document& document) {
  const auto all = static_cast<double>(database.get_doccount());
  std::vector<Word> words;
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    if (!is_text_stem(*it)) continue;
    const auto frequency = static_cast<double>(database.get_termfreq(*it));
    if (frequency < 2 || frequency > std::max(all * kMaxSimilarSpread, kMinSimilarSpread))
      continue;  // 1: no other article has it
    const double often = static_cast<double>(it.get_wdf());
    words.push_back({*it, often / (often + kSimilarSaturation) * std::log((all + 1) / frequency)});
  }
  const std::size_t kept = std::min(kMaxSimilarTerms, words.size());
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kept), words.end(),
                    [](const Word& a, const Word& b) { return a.weight > b.weight; });
  words.resize(kept);
  return words;
}

}  // namespace

SimilarQuery similar_to(const Xapian::Database& database, const Xapian::Document& document) {
  std::vector<Xapian::Query> parts;
  for (const Word& word : distinctive_words(database, document)) parts.emplace_back(word.term);
  const Article article = article_of(document);
  for (const std::string& slug : article.councils)
    parts.emplace_back(make_term(field(FieldId::council).exact_prefix, slug));
  if (parts.empty()) return {};
  const Xapian::Query words(Xapian::Query::OP_OR, parts.begin(), parts.end());
  const Xapian::Query itself(make_term(kIdentityPrefix, article.id));

  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, words, itself));
  const double best = enquire.get_mset(0, 1).get_max_attained();
  return {Xapian::Query(Xapian::Query::OP_AND_NOT, words, itself), best * kMinSimilarWeight};
}

}  // namespace council_news
