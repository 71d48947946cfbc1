#include "indexer/enrich/identity.h"

#include <algorithm>

#include "common/hash.h"
#include "common/text/fold.h"
#include "common/text/url.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Does a guid of this form identify in the whole world?
bool is_global(std::string_view guid) {
  return guid.starts_with("http://") || guid.starts_with("https://") || guid.starts_with("urn:") ||
         guid.starts_with("tag:");
}

std::string guid_key(const Article& article) {
  // A BBC guid ends in a revision: `…/articles/abc#1`.
  const std::string canonical = canonical_url(article.guid);
  if (!canonical.empty()) return "guid\n" + canonical;
  return "guid\n" + article.guid + (is_global(article.guid) ? "" : "\n" + fold_name(article.outlet));
}

std::string text_key(const Article& article) {
  std::string key = "text\n" + fold_name(article.title);
  if (article.title.empty()) key += fold_name(article.body.substr(0, 400));
  if (article.published) key += "\n" + format_timestamp(at_day(day_of(*article.published)));
  for (const std::string& author : article.authors) key += "\n" + fold_name(author);
  return key;
}

template <typename Value>
void keep_if_empty(Value& value, const Value& known) {
  if (value == Value{}) value = known;
}

void add_missing(std::vector<std::string>& values, const std::vector<std::string>& more) {
  for (const std::string& value : more) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  }
}

}  // namespace

std::vector<std::string> identities(const Article& article) {
  std::vector<std::string> hashes;
  if (const std::string canonical = canonical_url(article.url); !canonical.empty())
    hashes.push_back(hash_hex("url\n" + canonical));
  if (!article.guid.empty()) hashes.push_back(hash_hex(guid_key(article)));
  if (hashes.empty()) hashes.push_back(hash_hex(text_key(article)));
  return hashes;
}

Article merge(const Article& stored, const Article& seen) {
  // A feed's blurb after the page's whole text must not replace it.
  const bool poorer = seen.body.size() * 2 < stored.body.size();
  Article merged = poorer ? stored : seen;
  const Article& other = poorer ? seen : stored;
  keep_if_empty(merged.guid, other.guid);
  keep_if_empty(merged.url, other.url);
  keep_if_empty(merged.title, other.title);
  keep_if_empty(merged.authors, other.authors);
  keep_if_empty(merged.updated, other.updated);
  keep_if_empty(merged.outlet, other.outlet);
  keep_if_empty(merged.summary, other.summary);
  keep_if_empty(merged.body, other.body);
  keep_if_empty(merged.published, other.published);
  // The finer of two dates on one day.
  if (other.published && merged.published && merged.published->precision < other.published->precision &&
      day_of(*merged.published) == day_of(*other.published))
    merged.published = other.published;
  add_missing(merged.categories, other.categories);
  merged.source = stored.source;
  merged.first_seen = stored.first_seen;
  merged.last_seen = stored.last_seen;
  return merged;
}

}  // namespace council_news
