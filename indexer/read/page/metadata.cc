#include "indexer/read/page/metadata.h"

#include <algorithm>

#include "common/add_new.h"
#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/read/page/authors.h"
#include "indexer/read/page/meta_tags.h"
#include "indexer/read/page/page_date.h"
#include "indexer/read/page/page_headline.h"
#include "indexer/read/page/structured_data.h"

namespace council_news::page {
namespace {

std::string_view site_of(std::string_view host) {
  for (const std::string_view beginning : {"www.", "m.", "amp."}) {
    if (host.substr(0, beginning.size()) == beginning) return host.substr(beginning.size());
  }
  return host;
}

/// The canonical address of the page, if it is on the same site and identifies a page: some sites declare their front
/// page everywhere.
std::string page_url(const Input& input, const MetaTags& meta) {
  for (const std::string& declared : {meta.canonical(), meta.first({"og:url", "twitter:url"})}) {
    if (declared.empty()) continue;
    const std::string url = resolve_url(input.url, declared);
    const std::string host = host_of(url);
    if (host.empty()) continue;
    if (input.url.empty()) return url;
    if (site_of(host) != site_of(host_of(input.url))) continue;
    const Url parts = parse_url(url);
    const Url taken = parse_url(input.url);
    const bool front_page = parts.path.size() <= 1 && !parts.has_query;
    if (front_page && (taken.path.size() > 1 || taken.has_query)) continue;
    return url;
  }
  return input.url;
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

Metadata read_metadata(const Input& input, const PageView& page) {
  const MetaTags meta(page.document());
  const StructuredData data = read_structured_data(page.document());
  Metadata result;
  Article& article = result.article;
  article.url = page_url(input, meta);
  article.outlet = page_outlet(meta, data);
  article.title = headline(page, meta, data, {article.outlet, host_of(article.url)});
  if (article.outlet.empty()) article.outlet = site_name_in_title(meta.title(), article.title);
  article.authors = page_authors(page, meta, data, article.outlet);
  const PageDates dates = page_dates(page, meta, data, article.url, input.retrieved);
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
