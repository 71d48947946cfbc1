#include "indexer/write/boilerplate.h"

#include <algorithm>
#include <iterator>

#include <fmt/core.h>

#include "common/hash.h"
#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/index/schema.h"
#include "common/merge.h"
#include "common/text/fold.h"
#include "common/text/url.h"
#include "indexer/write/repeated_paragraphs.h"
#include "indexer/write/sample.h"

namespace council_news {
namespace {

/// A sample has at least so many articles, and on average one and a half times as many. It is enough to tell two
/// thirds from a half.
constexpr std::size_t kSample = 128;

constexpr std::size_t kMaxRarity = 63;
constexpr std::size_t kDigits = 16;  // of a hash

/// Hashes of the address's host and of the outlet, as far as they are known. A site moves, and an outlet is renamed,
/// but seldom both at once.
std::vector<std::string> publishers_of(const Article& article) {
  std::vector<std::string> publishers;
  std::string host = host_of(article.url);
  if (host.starts_with("www.")) host.erase(0, 4);
  const std::string outlet = fold_name(article.outlet);
  if (!host.empty()) publishers.push_back(hash_hex(host).substr(0, kDigits));
  if (!outlet.empty() && outlet != fold_name(host))
    publishers.push_back(hash_hex("outlet " + outlet).substr(0, kDigits));
  return publishers;
}

/// Terms of rarer articles come first.
std::string publisher_term(const std::string& publisher, std::size_t rarity) {
  return make_term(kPublisherPrefix, fmt::format("{}{:02}", publisher, kMaxRarity - std::min(rarity, kMaxRarity)));
}

std::size_t rarity_of_term(const std::string& term) { return kMaxRarity - std::stoul(term.substr(term.size() - 2)); }

std::vector<std::string> all_paragraphs(const Article& article) {
  std::vector<std::string> paragraphs = paragraphs_of(article.body);
  paragraphs.insert(paragraphs.end(), article.boilerplate.begin(), article.boilerplate.end());
  return paragraphs;
}

bool has_any(const Article& article, const std::set<std::uint64_t>& wanted) {
  const std::vector<std::string> paragraphs = all_paragraphs(article);
  return std::any_of(paragraphs.begin(), paragraphs.end(), [&](const std::string& paragraph) {
    const auto hash = paragraph_hash(paragraph);
    return hash && wanted.count(*hash) > 0;
  });
}

}  // namespace

std::vector<std::string> publisher_terms(const Article& article) {
  std::vector<std::string> terms;
  if (article.body.empty() && article.boilerplate.empty()) return terms;
  for (const std::string& publisher : publishers_of(article))
    terms.push_back(publisher_term(publisher, rarity_of(article)));
  return terms;
}

Article article_as_read(const Record& record) {
  Article article = record.article;
  if (article.boilerplate.empty()) return article;
  Article merged = merge_readings(record.readings);
  article.body = std::move(merged.body);
  article.boilerplate = std::move(merged.boilerplate);
  return article;
}

std::string Boilerplate::metadata_key(const std::string& publisher) { return kBoilerplateKeyPrefix + publisher; }

Boilerplate::Paragraphs& Boilerplate::learnt(const std::string& publisher) {
  const auto [it, is_new] = learnt_.try_emplace(publisher);
  if (is_new) {
    const std::string stored = database_.get_metadata(metadata_key(publisher));
    for (std::size_t at = 0; at + kDigits <= stored.size(); at += kDigits)
      it->second.insert(std::stoull(stored.substr(at, kDigits), nullptr, 16));
  }
  return it->second;
}

std::string Boilerplate::encoded(const std::string& publisher) {
  std::string all;
  for (const std::uint64_t paragraph : learnt(publisher)) all += fmt::format("{:016x}", paragraph);
  return all;
}

void Boilerplate::clean(Article& article) {
  std::vector<const Paragraphs*> known;
  for (const std::string& publisher : publishers_of(article))
    if (const Paragraphs& paragraphs = learnt(publisher); !paragraphs.empty()) known.push_back(&paragraphs);
  if (known.empty() && article.boilerplate.empty()) return;
  const auto is_learnt = [&](std::uint64_t hash) {
    return std::any_of(known.begin(), known.end(), [&](const Paragraphs* some) { return some->count(hash) > 0; });
  };
  std::string body;
  std::vector<std::string> boilerplate;
  for (std::string& paragraph : all_paragraphs(article)) {
    const auto hash = paragraph_hash(paragraph);
    if (hash && is_learnt(*hash) && (!body.empty() || may_open_with(paragraph, article.outlet))) {
      boilerplate.push_back(std::move(paragraph));
    } else {
      body += (body.empty() ? "" : "\n\n") + paragraph;
    }
  }
  if (body.empty() || (boilerplate.empty() && article.boilerplate.empty())) return;
  article.body = std::move(body);
  article.boilerplate = std::move(boilerplate);
}

void Boilerplate::note(const Article& article) {
  const std::size_t rarity = rarity_of(article);
  for (const std::string& publisher : publishers_of(article)) {
    std::size_t& highest = noted_[publisher];
    highest = std::max(highest, rarity);
  }
}

void Boilerplate::note(Xapian::docid document) { note(article_of(database_.get_document(document))); }

/// Whether another set of paragraphs is learnt than before.
bool Boilerplate::learn_publisher(const std::string& publisher, std::size_t rarity, std::set<Xapian::docid>& changed) {
  const std::string prefix = make_term(kPublisherPrefix, publisher);
  const std::vector<std::string> terms(database_.allterms_begin(prefix), database_.allterms_end(prefix));
  RepeatedParagraphs repeated;
  std::size_t sampled = 0;
  auto end_of_sample = terms.begin();
  for (; end_of_sample != terms.end() && sampled < kSample; ++end_of_sample)
    sampled += database_.get_termfreq(*end_of_sample);
  const bool is_sample = end_of_sample != terms.end();
  if (is_sample && rarity < rarity_of_term(end_of_sample[-1])) return false;  // nothing noted is in the sample
  for (auto term = terms.begin(); term != end_of_sample; ++term) {
    for (auto it = database_.postlist_begin(*term); it != database_.postlist_end(*term); ++it)
      repeated.add(article_of(database_.get_document(*it)));
  }
  const Paragraphs now = repeated.in_most();
  Paragraphs& before = learnt(publisher);
  Paragraphs different;
  std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(),
                                std::inserter(different, different.end()));
  if (different.empty()) return false;
  before = now;
  for (const std::string& term : terms) {
    for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it) {
      if (has_any(article_of(database_.get_document(*it)), different)) changed.insert(*it);
    }
  }
  return true;
}

}  // namespace council_news
