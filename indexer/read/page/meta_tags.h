#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/read/html/html_document.h"

namespace council_news::page {

/// The <meta> elements of a page and its <link rel=canonical>.
class MetaTags {
 public:
  explicit MetaTags(const html::Document& document);

  /// The value of the first of `names` that has one. Names are tried in order and must be in lower case. Empty if none
  /// has a value.
  std::string first(const std::vector<std::string_view>& names) const;
  /// All values of all of `names`, in document order.
  std::vector<std::string> all(const std::vector<std::string_view>& names) const;

  const std::string& canonical() const { return canonical_; }
  /// The text of <title>.
  const std::string& title() const { return title_; }

 private:
  struct Entry {
    std::string name;  ///< in lower case
    const html::Node* element;
  };
  void add(const html::Node& meta);

  std::vector<Entry> tags_;
  std::string canonical_;
  std::string title_;
};

}  // namespace council_news::page
