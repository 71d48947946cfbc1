#include "indexer/enrich/identity.h"

#include <algorithm>
#include <set>

#include "common/hash.h"
#include "common/text/fold.h"
#include "common/text/tokeniser.h"
#include "common/text/url.h"
#include "indexer/enrich/sketch.h"

namespace council_news {
namespace {

/// Two articles with the same address are different stories if both shares are below these.
constexpr double kMinTitleShare = 0.34;
constexpr double kMinTextShare = 0.2;

/// Whether a guid of this form is globally unique.
bool is_global(std::string_view guid) { return guid.starts_with("urn:") || guid.starts_with("tag:"); }

std::string url_key(const Article& article) {
  const std::string canonical = canonical_url(article.url);
  return canonical.empty() ? "" : "url\n" + canonical;
}

/// A guid that is a URL is compared as one: some end in a revision, `…/abc#1`.
std::string guid_key(const Article& article) {
  if (article.guid.empty()) return {};
  if (const std::string canonical = canonical_url(article.guid); !canonical.empty()) return "guid\n" + canonical;
  return "guid\n" + article.guid + (is_global(article.guid) ? "" : "\n" + fold_name(article.outlet));
}

std::string text_key(const Article& article) {
  constexpr std::size_t kBeginning = 400;
  std::string key = "text\n" + fold_name(article.title.empty() ? article.body.substr(0, kBeginning) : article.title);
  if (article.published) key += "\n" + format_timestamp(at_day(day_of(*article.published)));
  std::vector<std::string> authors;
  for (const std::string& author : article.authors) authors.push_back(fold_name(author));
  std::sort(authors.begin(), authors.end());
  for (const std::string& author : authors) key += "\n" + author;
  return key;
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  for (const Token& token : tokenise(text)) {
    if (!token.joined) words.insert(token.term);
  }
  return words;
}

/// The words that two headlines share, as a share of all their words.
double title_share(const Article& a, const Article& b) {
  const std::set<std::string> left = words_of(a.title);
  const std::set<std::string> right = words_of(b.title);
  std::vector<std::string> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
  const std::size_t either = left.size() + right.size() - shared.size();
  return either == 0 ? 1 : static_cast<double>(shared.size()) / static_cast<double>(either);
}

/// The text as read, including what was later found to be boilerplate.
std::string text_of(const Article& article) {
  if (article.body.empty() && article.boilerplate.empty()) return article.summary;
  std::string text = article.body;
  for (const std::string& paragraph : article.boilerplate) text += "\n\n" + paragraph;
  return text;
}

bool share_text(const Article& a, const Article& b) {
  return Sketch::containment(Sketch(text_of(a)), Sketch(text_of(b))) >= kMinTextShare;
}

/// Whether they have enough in common, or nothing to compare.
bool is_one_story(const Article& a, const Article& b) {
  if (a.title.empty() || b.title.empty() || title_share(a, b) >= kMinTitleShare) return true;
  return share_text(a, b);
}

/// Whether they are from one outlet, or an unknown one, and their words do not differ.
bool may_be_one_text(const Article& a, const Article& b) {
  if (!a.outlet.empty() && !b.outlet.empty() && fold_name(a.outlet) != fold_name(b.outlet)) return false;
  return text_of(a).empty() || text_of(b).empty() || share_text(a, b);
}

bool are_equal(const std::string& key_a, const std::string& key_b) { return !key_a.empty() && key_a == key_b; }

bool is_bare(const Article& article) { return canonical_url(article.url).empty() && article.guid.empty(); }

}  // namespace

std::vector<std::string> identities(const Article& article) {
  std::vector<std::string> hashes;
  for (const std::string& key : {url_key(article), guid_key(article), text_key(article)}) {
    if (!key.empty()) hashes.push_back(hash_hex(key));
  }
  return hashes;
}

std::vector<std::string> identities_in_words(const Article& article) {
  std::vector<std::string> words;
  if (!url_key(article).empty()) words.push_back("its address " + canonical_url(article.url));
  if (!article.guid.empty()) {
    const bool everywhere = is_global(article.guid) || !canonical_url(article.guid).empty();
    words.push_back("its guid " + article.guid + (everywhere ? "" : " (unique within its outlet)"));
  }
  words.emplace_back("its headline, day and authors");
  return words;
}

std::vector<std::string> story_identities(const Article& article) {
  const std::string key = "story\n" + url_key(article) + "\n" + text_key(article) + "\n" + fold_name(article.outlet);
  return {hash_hex(key), hash_hex(key + "\n" + text_of(article))};
}

bool is_identified(const Article& reading) { return !is_bare(reading) && !reading.title.empty(); }

bool are_same_article(const Article& a, const Article& b) {
  if (are_equal(url_key(a), url_key(b)) || are_equal(guid_key(a), guid_key(b))) return is_one_story(a, b);
  return (is_bare(a) || is_bare(b)) && text_key(a) == text_key(b) && may_be_one_text(a, b);
}

}  // namespace council_news
