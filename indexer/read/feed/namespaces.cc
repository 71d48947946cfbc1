#include "indexer/read/feed/namespaces.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "common/text/url.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

struct Namespace {
  std::string_view uri;     ///< lower case, without scheme and the last `/` or `#`
  std::string_view prefix;  ///< empty for the feed formats themselves
};

constexpr std::string_view kAtom = "atom";
constexpr std::string_view kUnknown = "?";

constexpr Namespace kNamespaces[] = {
    {"purl.org/rss/1.0", ""},
    {"my.netscape.com/rdf/simple/0.9", ""},
    {"my.netscape.com/publish/formats/rss-0.91.dtd", ""},
    {"channel.netscape.com/rdf/simple/0.9", ""},
    {"purl.org/net/rss1.1", ""},
    {"backend.userland.com/rss", ""},
    {"backend.userland.com/rss2", ""},
    {"blogs.law.harvard.edu/tech/rss", ""},
    {"cyber.law.harvard.edu/rss", ""},
    {"www.rssboard.org/rss-specification", ""},
    {"www.w3.org/2005/atom", kAtom},
    {"purl.org/atom/ns", kAtom},
    {"purl.org/atom/app", "app"},
    {"purl.org/dc/elements/1.0", "dc"},
    {"purl.org/dc/elements/1.1", "dc"},
    {"purl.org/dc/terms", "dcterms"},
    {"purl.org/rss/1.0/modules/content", "content"},
    {"search.yahoo.com/mrss", "media"},
    {"video.search.yahoo.com/mrss", "media"},
    {"www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    {"example.com/dtds/podcast-1.0.dtd", "itunes"},
    {"www.google.com/schemas/play-podcasts/1.0", "googleplay"},
    {"rssnamespace.org/feedburner/ext/1.0", "feedburner"},
    {"www.w3.org/1999/xhtml", "xhtml"},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
    {"www.w3.org/xml/1998/namespace", "xml"},
};

/// Deeper than any feed; elements below have no known namespace.
constexpr int kDeepest = 64;

std::string_view prefix_of(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

/// The address that `prefix` is bound to at `element`; nullptr if it is not declared.
const char* declared_uri(const pugi::xml_node& element, std::string_view prefix) {
  const std::string wanted = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
  pugi::xml_node node = element;
  for (int depth = 0; node && depth < kDeepest; ++depth, node = node.parent()) {
    if (const auto attribute = node.attribute(wanted.c_str())) return attribute.value();
  }
  return nullptr;
}

std::string plain_uri(std::string_view uri) {
  std::string plain = ascii_lower(trim(uri));
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (plain.starts_with(scheme)) plain.erase(0, scheme.size());
  }
  while (plain.ends_with('/') || plain.ends_with('#')) plain.pop_back();
  return plain;
}

/// The usual prefix of a namespace, `?` if it is unknown.
std::string_view usual_prefix(std::string_view uri) {
  const std::string plain = plain_uri(uri);
  const auto* const known = std::find_if(std::begin(kNamespaces), std::end(kNamespaces),
                                         [&](const Namespace& candidate) { return candidate.uri == plain; });
  return known == std::end(kNamespaces) ? kUnknown : known->prefix;
}

/// The usual meaning of an undeclared prefix.
std::string_view undeclared_prefix(const std::string& prefix) {
  const auto* const known = std::find_if(std::begin(kNamespaces), std::end(kNamespaces),
                                         [&](const Namespace& candidate) { return candidate.prefix == prefix; });
  return known == std::end(kNamespaces) ? kUnknown : known->prefix;
}

pugi::xml_node root_of(const pugi::xml_node& element) {
  pugi::xml_node node = element;
  for (int depth = 0; depth < kDeepest && node.parent().type() == pugi::node_element; ++depth) node = node.parent();
  return node;
}

bool is_own_namespace(const pugi::xml_node& element, std::string_view uri) {
  const pugi::xml_node root = root_of(element);
  const char* const own = declared_uri(root, prefix_of(root.name()));
  return own != nullptr && own == uri;
}

std::string_view canonical_prefix(const pugi::xml_node& element) {
  const std::string prefix = ascii_lower(prefix_of(element.name()));
  const char* const uri = declared_uri(element, prefix_of(element.name()));
  if (uri == nullptr || *uri == 0) return prefix.empty() ? std::string_view{} : undeclared_prefix(prefix);
  const std::string_view usual = usual_prefix(uri);
  if (usual == kUnknown && prefix.empty()) return {};
  // In an Atom document Atom is the format itself; in RSS it is an extension. RDF's own names keep their prefix.
  if ((usual == kUnknown || usual == kAtom) && is_own_namespace(element, uri)) return {};
  return usual;
}

}  // namespace

std::string local_name(const pugi::xml_node& element) {
  const std::string_view name = element.name();
  const auto colon = name.rfind(':');
  return ascii_lower(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

std::string canonical_name(const pugi::xml_node& element) {
  const std::string_view prefix = canonical_prefix(element);
  return prefix.empty() ? local_name(element) : std::string(prefix) + ":" + local_name(element);
}

std::string_view attribute_value(const pugi::xml_node& element, std::string_view name) {
  std::string_view prefixed;
  for (const pugi::xml_attribute& attribute : element.attributes()) {
    const std::string_view full = attribute.name();
    if (equal_ignoring_case(full, name)) return attribute.value();
    const std::string_view prefix = prefix_of(full);
    if (prefix.empty() || prefix == "xmlns" || prefix == "xml") continue;
    if (equal_ignoring_case(full.substr(prefix.size() + 1), name)) prefixed = attribute.value();
  }
  return prefixed;
}

bool is_atom_03(const pugi::xml_node& feed) {
  const char* const uri = declared_uri(feed, prefix_of(feed.name()));
  return attribute_value(feed, "version") == "0.3" || (uri != nullptr && plain_uri(uri) == "purl.org/atom/ns");
}

std::string base_of(const pugi::xml_node& element, std::string_view document_url) {
  std::vector<std::string_view> bases;
  pugi::xml_node node = element;
  for (int depth = 0; node && depth < kDeepest; ++depth, node = node.parent()) {
    if (const auto attribute = node.attribute("xml:base")) bases.emplace_back(attribute.value());
  }
  std::string base(document_url);
  for (auto outer = bases.rbegin(); outer != bases.rend(); ++outer) base = resolve_url(base, *outer);
  return base;
}

std::string_view language_of(const pugi::xml_node& element) {
  pugi::xml_node node = element;
  for (int depth = 0; node && depth < kDeepest; ++depth, node = node.parent()) {
    if (const auto attribute = node.attribute("xml:lang")) return attribute.value();
  }
  return {};
}

}  // namespace council_news
