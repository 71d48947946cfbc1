#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// Hash of a paragraph, equal for the same words. None for a paragraph of fewer than three words, which says too
/// little.
std::optional<std::uint64_t> paragraph_hash(const std::string& paragraph);

/// Whether a paragraph that is boilerplate elsewhere is so at the beginning of an article too, where a notice has its
/// news.
bool may_open_with(const std::string& paragraph, const std::string& outlet);

/// Finds the paragraphs that most articles of one publisher have, in the whole time or from its first use to its last:
/// papers change their appeals.
class RepeatedParagraphs {
 public:
  /// Adds an article. Its text may be cleaned: what was removed counts too.
  void add(const Article& article);

  /// The hashes of the paragraphs that are furniture. Depends only on the set of articles.
  std::set<std::uint64_t> in_most() const;

 private:
  using Paragraphs = std::set<std::uint64_t>;
  /// The paragraphs of an article, or of several that tell one story.
  struct Page {
    std::optional<std::int64_t> day;
    Paragraphs paragraphs;
  };
  struct Text {
    std::string text;
    std::string outlet;
    std::size_t words = 0;
  };

  std::set<std::uint64_t> in_most_of(const std::vector<Page>& pages) const;
  std::vector<Page> one_per_story(const Paragraphs& repeated) const;
  std::size_t words_of(const Paragraphs& paragraphs) const;

  std::vector<Page> pages_;
  std::map<std::uint64_t, Text> texts_;
};

}  // namespace council_news
