#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/query/ast.h"

namespace council_news {

/// Recognises councils, authors, outlets and dates in the plain words of a query, and two words also written as one.
class Names {
 public:
  Names(const Xapian::Database& database, Stemmer& stem) : database_(database), stem_(stem) {}

  /// Replaces each run of word nodes that is a name by one node of NodeKind::named; the longest run wins.
  void mark(std::vector<Node>& nodes);

  /// Adds other forms of the numbers in a phrase or a field of words (number_forms.h).
  void mark_number_forms(Node& phrase) const;

 private:
  struct Name {
    std::vector<std::string> terms;
    std::string meaning;
    const Field* row = nullptr;  ///< the field whose value it names; null for other forms of a word
    std::vector<Node> others = {};
  };
  std::optional<Name> name_of(const std::string& folded) const;
  std::optional<Name> council_called(const std::string& folded) const;
  std::optional<Name> author_called(const std::string& folded) const;
  std::optional<Name> outlet_called(const std::string& folded) const;
  std::optional<Name> initials(const std::string& text) const;
  std::optional<Name> date_called(const std::string& folded) const;
  std::optional<Name> word_called(const std::string& folded) const;
  std::optional<Name> numbered(const std::string& folded) const;

  /// Whether all words of a text are in the archive; whether an article has them side by side.
  bool has_words(const std::string& text) const;
  bool has_phrase(const std::string& text) const;

  const Xapian::Database& database_;
  Stemmer& stem_;
};

}  // namespace council_news
