#include "indexer/read/sitemap.h"

#include <algorithm>

#include <pugixml.hpp>

#include "common/text/date_reading.h"
#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/read/feed/namespaces.h"
#include "indexer/read/feed/xml_repair.h"

namespace council_news {
namespace {

constexpr std::size_t kMostEntries = 50000;
constexpr std::size_t kHead = 4096;

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

bool load(pugi::xml_document& document, const std::string& xml) {
  return document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8).status ==
         pugi::status_ok;
}

}  // namespace

std::optional<Sitemap> read_sitemap(std::string_view xml, const std::string& url) {
  const std::string_view head = xml.substr(0, kHead);
  if (head.find("urlset") == std::string_view::npos && head.find("sitemapindex") == std::string_view::npos) return {};
  const std::string repaired = repair_text(xml);
  Sitemap sitemap;
  pugi::xml_document document;
  if (!load(document, repaired)) {
    const BalancedXml balanced = balance_tags(repaired);
    sitemap.cut_off = balanced.cut_off;
    if (!load(document, balanced.text)) return std::nullopt;
  }
  const pugi::xml_node root = document.document_element();
  const std::string kind = local_name(root);
  if (kind != "urlset" && kind != "sitemapindex") return std::nullopt;
  sitemap.is_index = kind == "sitemapindex";
  for (const pugi::xml_node& child : root.children()) {
    if (sitemap.entries.size() == kMostEntries) break;
    SitemapEntry entry = read_entry(child, url);
    if (!host_of(entry.url).empty()) sitemap.entries.push_back(std::move(entry));
  }
  return sitemap;
}

}  // namespace council_news
