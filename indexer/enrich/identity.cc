#include "indexer/enrich/identity.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "common/hash.h"
#include "common/merge.h"
#include "common/text/fold.h"
#include "common/text/tokeniser.h"
#include "common/text/url.h"
#include "indexer/enrich/sketch.h"

namespace council_news {
namespace {

/// Two articles with the same address are different stories if both shares are below these.
constexpr double kMinTitleShare = 0.34;
constexpr double kMinTextShare = 0.2;
/// From this share on, two headlines are of one story whatever the texts say.
constexpr double kSameTitleShare = 0.6;

constexpr std::string_view kUrlKind = "url";

/// A shorter guid may be a number in a list, which other items get the next day.
constexpr std::size_t kMinTrustedGuid = 8;

/// Longest time, in days, in which a site rewrites an article but does not reuse its address.
constexpr std::int64_t kRewrittenWithin = 14;

/// Whether a guid of this form is globally unique.
bool is_global(std::string_view guid) { return guid.starts_with("urn:") || guid.starts_with("tag:"); }

std::string hash_of(std::string_view kind, const std::string& key) {
  return key.empty() ? "" : hash_hex(std::string(kind) + "\n" + key);
}

/// The address of an article; if it has none, that in its guid.
const std::string& address_of(const Article& article) { return article.url.empty() ? article.guid : article.url; }

/// A guid that is a URL is compared as one, others within their outlet.
std::string guid_key(const Article& article) {
  if (article.guid.empty()) return {};
  if (const std::string canonical = canonical_entry_url(article.guid); !canonical.empty()) return canonical;
  return article.guid + (is_global(article.guid) ? "" : "\n" + fold_name(article.outlet));
}

std::string text_key(const Article& article) {
  constexpr std::size_t kBeginning = 400;
  std::string key = fold_name(article.title.empty() ? article.body.substr(0, kBeginning) : article.title);
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
double title_share(const std::string& a, const std::string& b) {
  const std::set<std::string> left = words_of(a);
  const std::set<std::string> right = words_of(b);
  std::vector<std::string> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
  const std::size_t either = left.size() + right.size() - shared.size();
  return either == 0 ? 1 : static_cast<double>(shared.size()) / static_cast<double>(either);
}

/// The text as read; of an article without one the summary.
std::string text_of(const Article& article) {
  if (article.body.empty() && article.boilerplate.empty()) return article.summary;
  return text_as_read(article);
}

/// The first half of a text's paragraphs, at least one: standing lines of the outlet come later.
std::string opening_of(const std::string& text) {
  const std::vector<std::string> paragraphs = paragraphs_of(text);
  std::string opening;
  for (std::size_t i = 0; i < std::max<std::size_t>(paragraphs.size() / 2, 1) && i < paragraphs.size(); ++i)
    opening += paragraphs[i] + "\n\n";
  return opening;
}

/// Whether much of the opening of one text is in the other.
bool share_text(const Article& a, const Article& b) {
  const std::string text_a = text_of(a);
  const std::string text_b = text_of(b);
  const auto contains = [](const std::string& text, const std::string& other) {
    return Sketch::containment(Sketch(opening_of(other)), Sketch(text)) >= kMinTextShare;
  };
  return contains(text_a, text_b) || contains(text_b, text_a);
}

/// Whether they are from one outlet, or an unknown one, and their words do not differ.
bool may_be_one_text(const Article& a, const Article& b) {
  if (!a.outlet.empty() && !b.outlet.empty() && fold_name(a.outlet) != fold_name(b.outlet)) return false;
  return text_of(a).empty() || text_of(b).empty() || share_text(a, b);
}

bool are_equal(const std::string& a, const std::string& b) { return !a.empty() && a == b; }

bool are_of_one_document(const Article& a, const Article& b) {
  return !a.source.empty() && a.source == b.source && time_of(a) == time_of(b);
}

bool are_close_in_time(const Article& a, const Article& b) {
  const bool dated = a.published && b.published;
  return dated ? are_close_in_time(*a.published, *b.published) : are_close_in_time(time_of(a), time_of(b));
}

bool have_one_guid(const Article& a, const Article& b, const Identifiers& of_a, const Identifiers& of_b) {
  if (!are_equal(of_a.guid, of_b.guid)) return false;
  const bool trusted = is_global(a.guid) || a.guid.size() >= kMinTrustedGuid || are_equal(of_a.url, of_b.url);
  return (trusted && !are_of_one_document(a, b)) || are_one_story(a, b);
}

bool have_one_address(const Article& a, const Article& b, const Identifiers& of_a, const Identifiers& of_b) {
  if (!are_equal(of_a.url, of_b.url) && !are_equal(of_a.entry, of_b.entry)) return false;
  const bool may_be_reused =
      (!a.guid.empty() && !b.guid.empty()) || are_of_one_document(a, b) || !are_close_in_time(a, b);
  return !may_be_reused || are_one_story(a, b);
}

/// The path and query of a canonical URL.
std::string_view path_of(std::string_view canonical) {
  return canonical.substr(std::min(canonical.find_first_of("/?"), canonical.size()));
}

/// Entries of one outlet's feeds, at one path on two hosts.
bool has_moved(const Article& a, const Article& b, const Identifiers& of_a, const Identifiers& of_b) {
  if (a.form != kEntryForm || b.form != kEntryForm) return false;
  if (of_a.text != of_b.text || are_of_one_document(a, b) || a.outlet.empty() ||
      fold_name(a.outlet) != fold_name(b.outlet))
    return false;
  const std::string url_a = canonical_url(address_of(a));
  const std::string url_b = canonical_url(address_of(b));
  return host_of(address_of(a)) != host_of(address_of(b)) && !path_of(url_a).empty() &&
         path_of(url_a) == path_of(url_b);
}

bool is_identified(const Article& reading, const Identifiers& identifiers) {
  return !reading.title.empty() && !(identifiers.url.empty() && identifiers.entry.empty() && identifiers.guid.empty());
}

}  // namespace

Identifiers identifiers_of(const Article& article, const SharedAddresses& shared) {
  Identifiers identifiers;
  const std::string& address = address_of(article);
  const std::string canonical = canonical_url(address);
  const std::string url = hash_of(kUrlKind, canonical);
  const bool is_shared = shared.contains(url) || !article.shared.empty();
  if (!is_shared) identifiers.url = url;
  if (address.find('#') != std::string::npos) {
    const std::string entry = canonical_entry_url(address);
    if (entry != canonical) identifiers.entry = hash_of("entry", entry);
  }
  identifiers.guid = hash_of("guid", guid_key(article));
  identifiers.text = hash_hex("text\n" + text_key(article));  // never empty, so that every article has an id
  return identifiers;
}

std::vector<std::string> identities(const Article& article, const SharedAddresses& shared) {
  Identifiers identifiers = identifiers_of(article, shared);
  std::vector<std::string> hashes;
  for (std::string* hash : {&identifiers.url, &identifiers.entry, &identifiers.guid, &identifiers.text})
    if (!hash->empty()) hashes.push_back(std::move(*hash));
  return hashes;
}

std::string address_hash(const Article& article) { return hash_of(kUrlKind, canonical_url(address_of(article))); }

std::vector<std::string> identities_in_words(const Article& article) {
  std::vector<std::string> words;
  const std::string url = canonical_url(address_of(article));
  if (!url.empty()) words.push_back("its address " + url);
  if (!article.guid.empty()) {
    const bool everywhere = is_global(article.guid) || !canonical_url(article.guid).empty();
    words.push_back("its guid " + article.guid + (everywhere ? "" : " (unique within its outlet)"));
  }
  words.emplace_back("its headline, day and authors");
  return words;
}

std::vector<std::string> story_identities(const Article& article) {
  const std::string key =
      "story\n" + canonical_url(address_of(article)) + "\n" + text_key(article) + "\n" + fold_name(article.outlet);
  return {hash_hex(key), hash_hex(key + "\n" + text_of(article))};
}

bool have_related_titles(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || title_share(a, b) >= kMinTitleShare;
}

bool are_one_story(const Article& a, const Article& b) {
  if (a.title.empty() || b.title.empty()) return true;
  const bool have_texts = !text_of(a).empty() && !text_of(b).empty();
  if (title_share(a.title, b.title) >= (have_texts ? kSameTitleShare : kMinTitleShare)) return true;
  return share_text(a, b);
}

bool are_close_in_time(Timestamp a, Timestamp b) {
  return std::abs(days_from_epoch(day_of(a)) - days_from_epoch(day_of(b))) <= kRewrittenWithin;
}

bool is_identified(const Article& reading, const SharedAddresses& shared) {
  return is_identified(reading, identifiers_of(reading, shared));
}

bool are_same_article(const Article& a, const Article& b, const SharedAddresses& shared) {
  if (are_of_one_document(a, b) && !a.guid.empty() && !b.guid.empty() && a.guid != b.guid) return false;
  const Identifiers of_a = identifiers_of(a, shared);
  const Identifiers of_b = identifiers_of(b, shared);
  if (have_one_guid(a, b, of_a, of_b) || have_one_address(a, b, of_a, of_b) || has_moved(a, b, of_a, of_b)) return true;
  const bool both_identified = is_identified(a, of_a) && is_identified(b, of_b);
  return !both_identified && of_a.text == of_b.text && may_be_one_text(a, b);
}

}  // namespace council_news
