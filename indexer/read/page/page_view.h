#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/html_document.h"
#include "indexer/read/html/text.h"
#include "indexer/read/page/element_hints.h"

namespace council_news::page {

/// Measurements of an element. Lengths are bytes of text as written, without spaces.
struct ElementFacts {
  Hints hints = 0;           ///< from its class, id and role; see element_hints.h
  std::uint32_t text = 0;    ///< all text within
  std::uint32_t linked = 0;  ///< text within links
  std::uint32_t prose = 0;   ///< text in paragraphs that read like prose: at least 60 bytes, at most half of it links
  std::uint32_t commas = 0;
};

/// A page with measurements of its elements, shared by all readers of this folder.
class PageView {
 public:
  explicit PageView(const html::Document& document);

  const html::Document& document() const { return document_; }
  const html::Node& root() const { return document_.root(); }
  const ElementFacts& facts(const html::Node& node) const { return facts_[node.order]; }
  bool hinted(const html::Node& node, Hints hints) const { return (facts_[node.order].hints & hints) != 0; }

  /// The elements with attributes, in document order, except those within SVG and other content that is never text.
  const std::vector<const html::Node*>& elements() const { return elements_; }

  /// The runs of visible text in document order, including blank ones.
  const std::vector<const html::Node*>& texts() const { return texts_; }

  /// Measures the lengths again, as if the nodes of `without` were absent.
  void measure(const html::NodeSet& without);

  /// Whether an element is within a part of the page that does not belong to the article: comments, related stories,
  /// sidebars, footers. A box with much of the page's prose does not count as one.
  bool beside_article(const html::Node& node, Hints beside = kBesideArticle) const;

  /// The share of link text in an element's text, from 0 to 1.
  double link_density(const html::Node& node) const;

 private:
  void read_nodes();
  enum class Linked : std::uint8_t { no, yes };
  void measure(const html::Node& node, Linked linked, const html::NodeSet* without);

  const html::Document& document_;
  std::vector<ElementFacts> facts_;
  std::vector<const html::Node*> elements_;
  std::vector<const html::Node*> texts_;
};

}  // namespace council_news::page
