#pragma once

#include <cstddef>
#include <vector>

namespace council_news::press {

/// A line as far as it shows where the article ends.
struct LineWeight {
  enum class Kind {
    prose,       ///< a paragraph that may belong to the article
    dropped,     ///< furniture without effect on other lines
    other,       ///< a short line: a sub-heading, a name, a headline
    mark,        ///< may end the article: `Comments`, `Latest jobs`
    formal_mark  ///< the same by a convention of press releases: `ENDS`, `Notes to editors`
  };
  Kind kind = Kind::other;
  std::size_t words = 0;
};

/// Decides whether a mark ends the article, by the words of prose on both sides of it: a mark ends it if at most three
/// quarters as many words follow as precede, a formal mark if no more follow. Any other mark heads a box, and the
/// article continues with its next paragraph.
///
/// The prose that follows is counted up to the next formal mark, and only if two paragraphs or more are at most one
/// short line apart: readers' comments and job advertisements have names, dates or pay between their paragraphs.
class ArticleEnd {
 public:
  explicit ArticleEnd(const std::vector<LineWeight>& lines);

  /// Whether the article ends at line `at`, which `before` words of its prose precede. Not before its first paragraph.
  bool is_at(std::size_t at, std::size_t before) const;

 private:
  const std::vector<LineWeight>& lines_;
  std::vector<std::size_t> after_;  ///< words of prose that follow each line
};

}  // namespace council_news::press
