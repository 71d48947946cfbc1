#include "indexer/read/page/meta_tags.h"

#include <algorithm>

#include "common/add_new.h"
#include "common/text/utf8.h"
#include "indexer/read/html/html_text.h"

namespace council_news::page {
namespace {

using html::Node;
using html::Tag;

std::string content_of(const Node& meta) { return html_to_line(meta.attribute_text("content")); }

}  // namespace

MetaTags::MetaTags(const html::Document& document) {
  const Node& root = document.root();
  for (const Node* node = &root; node != nullptr;) {
    if (node->tag == Tag::meta) {
      add(*node);
    } else if (node->tag == Tag::link && canonical_.empty()) {
      if (equal_ignoring_case(trim(node->attribute("rel")), "canonical")) canonical_ = node->attribute_text("href");
    } else if (node->tag == Tag::title && title_.empty() && node->first_child != nullptr) {
      title_ = html_to_line(node->first_child->text);
    }
    node = html::next_node(node, root, node->tag != Tag::svg);
  }
}

void MetaTags::add(const Node& meta) {
  if (!meta.has_attribute("content")) return;
  for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string_view name = trim(meta.attribute(key));
    if (!name.empty()) tags_.push_back({ascii_lower(name), &meta});
  }
}

std::string MetaTags::first(const std::vector<std::string_view>& names) const {
  for (const std::string_view name : names) {
    for (const auto& tag : tags_) {
      if (tag.name != name) continue;
      std::string value = content_of(*tag.element);
      if (!value.empty()) return value;
    }
  }
  return {};
}

std::vector<std::string> MetaTags::all(const std::vector<std::string_view>& names) const {
  std::vector<std::string> values;
  for (const auto& tag : tags_) {
    if (std::find(names.begin(), names.end(), tag.name) == names.end()) continue;
    std::string value = content_of(*tag.element);
    if (!value.empty()) add_new(values, std::move(value));
  }
  return values;
}

}  // namespace council_news::page
