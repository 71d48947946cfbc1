#include "indexer/read/sitemap.h"

#include <algorithm>

#include <pugixml.hpp>

#include "common/text/date_reading.h"
#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/read/feed/namespaces.h"
#include "indexer/read/feed/parse_xml.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxEntries = 50000;

std::string text_in(const pugi::xml_node& element) {
  std::string text;
  for (const pugi::xml_node& child : element.children()) text += child.value();
  return squeeze(text);
}

void read_news(const pugi::xml_node& news, SitemapEntry& entry) {
  for (const pugi::xml_node& child : news.children()) {
    const std::string name = local_name(child);
    if (name == "title") entry.title = text_in(child);
    if (name == "publication_date") entry.published = parse_feed_date(text_in(child));
    if (name != "publication") continue;
    for (const pugi::xml_node& part : child.children()) {
      if (local_name(part) == "name") entry.outlet = text_in(part);
    }
  }
}

SitemapEntry read_entry(const pugi::xml_node& element, const std::string& url) {
  SitemapEntry entry;
  for (const pugi::xml_node& child : element.children()) {
    const std::string name = local_name(child);
    if (name == "loc") entry.url = resolve_url(url, text_in(child));
    if (name == "lastmod") entry.changed = parse_feed_date(text_in(child));
    if (name == "news") read_news(child, entry);
  }
  return entry;
}

}  // namespace

Sitemap read_sitemap(std::string_view xml, const std::string& url) {
  const ParsedXml parsed = parse_xml(xml);
  const pugi::xml_node root = parsed.tree.document_element();
  Sitemap sitemap;
  sitemap.is_index = local_name(root) == "sitemapindex";
  sitemap.cut_off = parsed.state == ParsedXml::State::cut_off || parsed.state == ParsedXml::State::unreadable;
  for (const pugi::xml_node& child : root.children()) {
    if (sitemap.entries.size() == kMaxEntries) break;
    SitemapEntry entry = read_entry(child, url);
    if (!host_of(entry.url).empty()) sitemap.entries.push_back(std::move(entry));
  }
  return sitemap;
}

}  // namespace council_news
