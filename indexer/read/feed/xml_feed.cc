#include "indexer/read/feed/xml_feed.h"

#include <algorithm>
#include <iterator>

#include <fmt/core.h>
#include <pugixml.hpp>

#include "common/error.h"
#include "indexer/read/feed/element_fields.h"
#include "indexer/read/feed/namespaces.h"

namespace council_news {
namespace {

/// The structure of a format.
struct Dialect {
  std::string_view root;
  std::string_view head;  ///< child of the root with the feed's own fields; empty: the root itself
  std::string_view item;
  Markup untyped;
};

/// Local names: the root of RSS 1.0 is `rdf:RDF`, that of CDF `CHANNEL`; a lone item is a feed of one.
constexpr Dialect kDialects[] = {
    {"rss", "channel", "item", Markup::unknown}, {"rdf", "channel", "item", Markup::unknown},
    {"channel", "", "item", Markup::unknown},    {"feed", "", "entry", Markup::text},
    {"item", "", "item", Markup::unknown},       {"entry", "", "entry", Markup::text},
};

const Dialect* dialect_of(const pugi::xml_node& root) {
  const std::string name = local_name(root);
  const auto* const dialect = std::find_if(std::begin(kDialects), std::end(kDialects),
                                           [&](const Dialect& candidate) { return candidate.root == name; });
  return dialect == std::end(kDialects) ? nullptr : dialect;
}

/// The first element that is the root of a feed: the document's root, or a child of a wrapper around it.
pugi::xml_node find_root(const pugi::xml_document& document) {
  for (const pugi::xml_node& outer : document.children()) {
    if (dialect_of(outer) != nullptr) return outer;
    for (const pugi::xml_node& inner : outer.children()) {
      if (dialect_of(inner) != nullptr) return inner;
    }
  }
  return {};
}

pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name) {
  return parent.find_child([&](const pugi::xml_node& child) { return canonical_name(child) == name; });
}

void read_items_in(const pugi::xml_node& parent, std::string_view name, const FieldRules& rules, RawFeed& feed) {
  for (const pugi::xml_node& child : parent.children()) {
    if (child.type() == pugi::node_element && canonical_name(child) == name) {
      feed.items.push_back(read_item(child, rules));
    }
  }
}

RawFeed read_tree(const pugi::xml_document& document, std::string_view document_url) {
  const pugi::xml_node root = find_root(document);
  if (!root) throw NoArticleError("XML, but not a feed");
  const Dialect& dialect = *dialect_of(root);
  const Markup untyped = dialect.untyped == Markup::text && is_atom_03(root) ? Markup::unknown : dialect.untyped;
  const FieldRules rules{document_url, untyped, dialect.item};
  RawFeed feed;
  if (dialect.root == dialect.item) {
    feed.items.push_back(read_item(root, rules));
    return feed;
  }
  const pugi::xml_node head = dialect.head.empty() ? root : child_named(root, dialect.head);
  feed.fields = read_fields(head, rules);
  read_items_in(head, dialect.item, rules, feed);
  read_items_in(child_named(head, "items"), dialect.item, rules, feed);
  if (head != root) read_items_in(root, dialect.item, rules, feed);
  read_items_in(document, dialect.item, rules, feed);
  return feed;
}

}  // namespace

RawFeed read_raw_feed(const ParsedXml& parsed, std::string_view document_url) {
  using State = ParsedXml::State;
  if (parsed.state == State::unreadable) throw InputError("unreadable XML", "was it saved completely?");
  RawFeed feed = read_tree(parsed.tree, document_url);
  if (parsed.state == State::cut_off) {
    if (feed.items.empty())
      throw InputError("the feed is truncated before the end of its first item", "was it saved completely?");
    feed.warnings.emplace_back("the feed is truncated: items may be missing");
  } else if (parsed.state == State::balanced) {
    feed.warnings.emplace_back("the feed is not well-formed XML and was repaired");
  }
  return feed;
}

}  // namespace council_news
