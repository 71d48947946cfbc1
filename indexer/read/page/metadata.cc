#include "indexer/read/page/metadata.h"

#include <algorithm>
#include <map>

#include "common/add_new.h"
#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/read/page/authors.h"
#include "indexer/read/page/meta_tags.h"
#include "indexer/read/page/page_date.h"
#include "indexer/read/page/page_headline.h"
#include "indexer/read/page/saved_page.h"
#include "indexer/read/page/structured_data.h"

namespace council_news::page {
namespace {

/// The host of an address, equal for the names under which a site serves the same pages.
std::string site_of(std::string_view url) {
  const std::string canonical = canonical_url(url);
  return canonical.substr(0, canonical.find_first_of("/?#:"));
}

bool is_front_page(const std::string& url) { return canonical_url(url).find_first_of("/?#") == std::string::npos; }

/// Whether `url` is that of a folder above `other`.
bool is_above(std::string_view url, std::string_view other) {
  const std::string folder = canonical_url(url) + "/";
  return canonical_url(other).starts_with(folder);
}

/// The addresses that the page declares as its own, the most reliable first. `base` may be empty; relative addresses
/// are then left out.
std::vector<std::string> declared_addresses(const std::string& base, const MetaTags& meta, const StructuredData& data) {
  std::vector<std::string> addresses;
  for (const std::string& declared :
       {meta.canonical(), meta.first({"og:url"}), meta.first({"twitter:url"}), data.url}) {
    std::string url = resolve_url(base, unarchived(declared).url);
    if (!host_of(url).empty()) addresses.push_back(std::move(url));
  }
  return addresses;
}

/// Where the page was taken from, if that is known: given with it, or written into it when it was saved.
std::string taken_from(const Input& input, const SavedPage& saved) {
  std::string given = unarchived(input.url).url;
  const bool is_better = given.empty() || (input.is_url_from_path && site_of(given) == site_of(saved.url));
  return is_better && !saved.url.empty() ? saved.url : given;
}

/// The declared address of the page taken from `taken`, if it is on the same site and identifies a page: some sites
/// declare their front page everywhere, or a section, and some copies declare the original.
std::string page_url(const std::string& taken, const std::vector<std::string>& declared) {
  const bool is_front = is_front_page(taken);
  const bool is_confirmed = std::any_of(declared.begin(), declared.end(), [&](const std::string& url) {
    return canonical_url(url) == canonical_url(taken);
  });
  for (const std::string& url : declared) {
    if (site_of(url) != site_of(taken)) continue;
    if (is_front_page(url) && !is_front) continue;
    if (is_confirmed && is_above(url, taken)) continue;
    return url;
  }
  return taken;
}

/// The same if nothing but the page itself says where it is from. Where it contradicts itself, the site of most of its
/// addresses, and rather not that of `canonical`, which may name the original of a copy.
std::string declared_url(std::vector<std::string> declared) {
  if (!std::all_of(declared.begin(), declared.end(), is_front_page)) std::erase_if(declared, is_front_page);
  if (declared.empty()) return {};
  std::map<std::string, int> votes;
  for (const std::string& url : declared) ++votes[site_of(url)];
  const auto best = std::max_element(
      declared.rbegin(), declared.rend(),
      [&](const std::string& a, const std::string& b) { return votes[site_of(a)] < votes[site_of(b)]; });
  return *std::find_if(declared.begin(), declared.end(),
                       [&](const std::string& url) { return site_of(url) == site_of(*best); });
}

void add(std::vector<std::string>& values, const std::string& value) {
  if (value.empty() || value.size() > 100) return;
  add_new(values, value);
}

/// Adds the keywords of one value, separated by commas or semicolons.
void add_list(std::vector<std::string>& values, std::string_view list) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find_first_of(",;", at), list.size());
    add(values, squeeze(list.substr(at, end - at)));
    at = end + 1;
  }
}

std::vector<std::string> page_categories(const MetaTags& meta, const StructuredData& data) {
  std::vector<std::string> values;
  for (const std::string& section : meta.all({"article:section", "og:article:section", "parsely-section"}))
    add(values, section);
  for (const std::string& section : data.sections) add(values, section);
  for (const std::string& tag : meta.all({"article:tag", "og:article:tag"})) add_list(values, tag);
  for (const std::string& word : data.keywords) add(values, word);
  if (values.empty()) add_list(values, meta.first({"news_keywords", "keywords", "parsely-tags", "sailthru.tags"}));
  return values;
}

std::string page_outlet(const MetaTags& meta, const StructuredData& data) {
  std::string outlet = meta.first({"og:site_name", "application-name", "apple-mobile-web-app-title"});
  if (outlet.empty()) outlet = data.publisher;
  if (outlet.empty()) outlet = meta.first({"dc.publisher", "dcterms.publisher", "publisher", "cre"});
  return outlet;
}

}  // namespace

Metadata read_metadata(const Input& input, std::string_view html, const PageView& page) {
  const MetaTags meta(page.document());
  const StructuredData data = read_structured_data(page.document());
  Metadata result;
  Article& article = result.article;
  const SavedPage saved = read_saved_page(html, page.document(), meta);
  const std::string taken = taken_from(input, saved);
  // Programs that save a page rewrite its relative links to names of files.
  const std::vector<std::string> declared = declared_addresses(saved.url.empty() ? taken : "", meta, data);
  article.url = taken.empty() ? declared_url(declared) : page_url(taken, declared);
  article.outlet = page_outlet(meta, data);
  article.title = headline(page, meta, data, {article.outlet, host_of(article.url)});
  if (article.outlet.empty()) article.outlet = site_name_in_title(meta.title(), article.title);
  article.authors = page_authors(page, meta, data, article.outlet);
  const PageDates dates = page_dates(page, meta, data, article.url, input.retrieved ? input.retrieved : saved.saved);
  article.published = dates.published;
  article.updated = dates.updated;
  article.warnings = dates.warnings;
  article.categories = page_categories(meta, data);
  article.summary =
      meta.first({"og:description", "description", "twitter:description", "dc.description", "dcterms.description"});
  if (article.summary.empty()) article.summary = data.description;
  const bool has_article_tags = !meta.first({"article:published_time", "article:section"}).empty();
  result.declared_article = data.found || has_article_tags || equal_ignoring_case(meta.first({"og:type"}), "article");
  return result;
}

}  // namespace council_news::page
