#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace council_news {

/// The facts of a text (numbers and names) in the context of the words around them.
///
/// Texts that share most of their words may report different events: this week's roadworks and last week's, the results
/// of two wards, one template filled in for two towns. Such texts differ within their sentences, in facts. Versions of
/// one story that was cut or rewritten differ in whole sentences or in other words.
class Facts {
 public:
  explicit Facts(std::string_view text);

  /// The number of facts in which two otherwise identical passages differ: the same two words before and after, up to
  /// six words between, and among these on both sides facts that the other text does not contain. Symmetric. Stops
  /// counting after `enough`.
  static std::size_t contradictions(const Facts& a, const Facts& b, std::size_t enough);

 private:
  struct Word {
    std::uint64_t hash;
    bool is_fact;
  };
  /// Up to six words that include a fact, and the two words on each side.
  struct Place {
    std::uint64_t context;
    std::uint32_t begin;  ///< range of the words between
    std::uint32_t end;

    bool operator<(const Place& other) const { return context < other.context; }
  };

  void read_words(std::string_view text);
  void find_places();
  bool contains(std::uint64_t word) const;
  std::vector<std::size_t> facts_missing_in(const Facts& other, const Place& place) const;

  std::vector<Word> words_;
  std::vector<std::uint64_t> known_;  ///< all words, sorted, unique
  std::vector<Place> places_;         ///< sorted
};

}  // namespace council_news
