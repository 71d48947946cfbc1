#include "indexer/feeds/discovery.h"

#include <algorithm>
#include <iterator>

#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/read/html/html_document.h"

namespace council_news {
namespace {

constexpr std::string_view kFeedTypes[] = {"application/rss+xml", "application/atom+xml", "application/rdf+xml",
                                           "application/feed+json"};

bool is_feed_link(const html::Node& node) {
  if (node.tag != html::Tag::link) return false;
  const std::string relations = " " + ascii_lower(node.attribute_text("rel")) + " ";
  const std::string type = ascii_lower(node.attribute_text("type"));
  return relations.find(" alternate ") != std::string::npos &&
         std::find(std::begin(kFeedTypes), std::end(kFeedTypes), type.substr(0, type.find(';'))) !=
             std::end(kFeedTypes);
}

bool is_comments_feed(const html::Node& node) {
  return ascii_lower(node.attribute_text("title") + " " + node.attribute_text("href")).find("comments") !=
         std::string::npos;
}

}  // namespace

std::vector<std::string> find_feed_links(std::string_view html, const std::string& url) {
  const html::Document document = html::Document::parse(html);
  std::string base = url;
  std::vector<std::string> links;
  std::vector<std::string> comments_feeds;
  for (const html::Node* node = &document.root(); node != nullptr; node = html::next_node(node, document.root())) {
    if (node->is_text()) continue;
    if (node->tag == html::Tag::base && node->has_attribute("href"))
      base = resolve_url(url, node->attribute_text("href"));
    if (!is_feed_link(*node) || trim(node->attribute("href")).empty()) continue;
    (is_comments_feed(*node) ? comments_feeds : links).push_back(resolve_url(base, node->attribute_text("href")));
  }
  std::vector<std::string> unique;
  for (const auto* const list : {&links, &comments_feeds}) {
    for (const std::string& link : *list) {
      if (std::find(unique.begin(), unique.end(), link) == unique.end()) unique.push_back(link);
    }
  }
  return unique;
}

}  // namespace council_news
