#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/document.h"
#include "indexer/read/html/text.h"
#include "indexer/read/page/hints.h"

namespace council_news::page {

/// What is worth knowing of an element beside its tag. Lengths are bytes of text as written, blanks not counted.
struct ElementFacts {
  Hints hints = 0;           ///< what its class, id and role say; see hints.h
  std::uint32_t text = 0;    ///< text within
  std::uint32_t linked = 0;  ///< of that, within links
  std::uint32_t prose =
      0;  ///< of that, in paragraphs that read like prose; 60 bytes at least, at most half of it links
  std::uint32_t commas = 0;
};

/// A page with the facts of its elements: what all the readers of this folder look at.
class PageView {
 public:
  explicit PageView(const html::Document& document);

  const html::Document& document() const { return document_; }
  const html::Node& root() const { return document_.root(); }
  const ElementFacts& facts(const html::Node& node) const { return facts_[node.order]; }
  bool hinted(const html::Node& node, Hints hints) const { return (facts_[node.order].hints & hints) != 0; }

  /// The elements that have attributes, in document order; those within what is never text (drawings) left out.
  const std::vector<const html::Node*>& elements() const { return elements_; }

  /// The runs of text that may be seen, in document order, blank ones too.
  const std::vector<const html::Node*>& texts() const { return texts_; }

  /// Measures the lengths anew, as if `without` were not there.
  void measure(const html::NodeSet& without);

  /// Whether an element is within what stands beside the article: comments, related stories, sidebars, footers. A box
  /// that holds much of the page's prose is not believed to be that.
  bool beside_article(const html::Node& node, Hints beside = kBesideArticle) const;

  /// Links' share of the text within, from 0 to 1.
  double link_density(const html::Node& node) const;

 private:
  void read_nodes();
  void measure(const html::Node& node, bool linked, const html::NodeSet* without);

  const html::Document& document_;
  std::vector<ElementFacts> facts_;
  std::vector<const html::Node*> elements_;
  std::vector<const html::Node*> texts_;
};

}  // namespace council_news::page
