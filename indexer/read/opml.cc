#include "indexer/read/opml.h"

#include <algorithm>
#include <sstream>

#include <pugixml.hpp>

#include "common/error.h"
#include "common/text/utf8.h"
#include "indexer/read/feed/namespaces.h"
#include "indexer/read/feed/parse_xml.h"

namespace council_news {
namespace {

constexpr int kDeepest = 50;

/// Our own attributes. OPML 2.0 requires a namespace for them; they are written with it and read with and without it.
constexpr const char* kNamespace = "urn:council-news:opml";
struct TextAttribute {
  const char* name;
  std::string OpmlFeed::*field;
};
constexpr TextAttribute kTexts[] = {
    {"council", &OpmlFeed::council},
    {"topic", &OpmlFeed::topic},
    {"outlet", &OpmlFeed::outlet},
    {"everyHours", &OpmlFeed::every_hours},
};
struct FlagAttribute {
  const char* name;
  bool OpmlFeed::*field;
};
constexpr FlagAttribute kFlags[] = {
    {"fullPages", &OpmlFeed::full_pages},
    {"noHistory", &OpmlFeed::no_history},
    {"allowPrivate", &OpmlFeed::allow_private},
};

std::string attribute(const pugi::xml_node& outline, const char* name) {
  return squeeze(attribute_value(outline, ascii_lower(name)));
}

std::string label_of(const pugi::xml_node& outline) {
  std::string label = attribute(outline, "title");
  return label.empty() ? attribute(outline, "text") : label;
}

OpmlFeed read_outline(const pugi::xml_node& outline, const std::string& folder) {
  OpmlFeed feed;
  feed.url = attribute(outline, "xmlurl");
  feed.title = label_of(outline);
  feed.folder = folder;
  for (const TextAttribute& text : kTexts) feed.*text.field = attribute(outline, text.name);
  for (const FlagAttribute& flag : kFlags) feed.*flag.field = attribute(outline, flag.name) == "true";
  return feed;
}

void read_outlines(const pugi::xml_node& parent, const std::string& folder, int depth, std::vector<OpmlFeed>& feeds) {
  if (depth > kDeepest) return;
  for (const pugi::xml_node& child : parent.children()) {
    if (local_name(child) != "outline") continue;
    if (!attribute(child, "xmlurl").empty()) {
      feeds.push_back(read_outline(child, folder));
      read_outlines(child, folder, depth + 1, feeds);
      continue;
    }
    std::string label = label_of(child);
    std::replace(label.begin(), label.end(), '/', '-');
    read_outlines(child, folder.empty() || label.empty() ? folder + label : folder + "/" + label, depth + 1, feeds);
  }
}

/// The outline with that label under `parent`, created if missing.
pugi::xml_node folder_in(pugi::xml_node parent, const std::string& label) {
  const pugi::xml_node known = parent.find_child([&](const pugi::xml_node& child) {
    return !child.attribute("xmlUrl") && label == child.attribute("text").value();
  });
  if (known) return known;
  pugi::xml_node made = parent.append_child("outline");
  made.append_attribute("text") = label.c_str();
  return made;
}

void write_outline(pugi::xml_node parent, const OpmlFeed& feed) {
  pugi::xml_node outline = parent.append_child("outline");
  const std::string& label = feed.title.empty() ? feed.url : feed.title;
  outline.append_attribute("type") = "rss";
  outline.append_attribute("text") = label.c_str();
  if (!feed.title.empty()) outline.append_attribute("title") = feed.title.c_str();
  outline.append_attribute("xmlUrl") = feed.url.c_str();
  const auto name = [](const char* local) { return "news:" + std::string(local); };
  for (const TextAttribute& text : kTexts) {
    if (!(feed.*text.field).empty()) outline.append_attribute(name(text.name).c_str()) = (feed.*text.field).c_str();
  }
  for (const FlagAttribute& flag : kFlags) {
    if (feed.*flag.field) outline.append_attribute(name(flag.name).c_str()) = "true";
  }
}

}  // namespace

std::vector<OpmlFeed> read_opml(std::string_view opml) {
  const ParsedXml parsed = parse_xml(opml);
  if (parsed.state == ParsedXml::State::unreadable) throw InputError("unreadable OPML", "was it saved completely?");
  const pugi::xml_node root =
      parsed.tree.find_child([](const pugi::xml_node& node) { return local_name(node) == "opml"; });
  if (!root) throw InputError("not an OPML list of feeds");
  std::vector<OpmlFeed> feeds;
  for (const pugi::xml_node& child : root.children()) {
    if (local_name(child) == "body") read_outlines(child, {}, 0, feeds);
  }
  return feeds;
}

std::string write_opml(const std::vector<OpmlFeed>& feeds) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("opml");
  root.append_attribute("version") = "2.0";
  root.append_attribute("xmlns:news") = kNamespace;
  root.append_child("head").append_child("title").text() = "Council news feeds";
  pugi::xml_node body = root.append_child("body");
  for (const OpmlFeed& feed : feeds) {
    pugi::xml_node parent = body;
    for (std::string_view rest = feed.folder; !rest.empty();) {
      const std::size_t end = std::min(rest.find('/'), rest.size());
      if (end > 0) parent = folder_in(parent, std::string(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    write_outline(parent, feed);
  }
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

}  // namespace council_news
