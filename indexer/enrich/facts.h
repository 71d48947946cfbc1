#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace council_news {

/// The facts of a text, numbers and names, in the words around them.
///
/// Texts that share most of their words may still tell different things: this week's roadworks and last week's, the
/// results of two wards, one template filled in for two towns. They differ inside their sentences, in facts, where a
/// story that was cut or rewritten differs in whole sentences or in words.
class Facts {
 public:
  explicit Facts(std::string_view text);

  /// In how many facts the two texts differ where they say the same otherwise: the same two words before and after, up
  /// to six between them, and among these on either side facts that the other text has nowhere. Symmetric.
  static std::size_t contradictions(const Facts& a, const Facts& b);

 private:
  struct Word {
    std::uint64_t hash;
    bool is_fact;
  };
  /// Up to six words with a fact among them, and the two words on each side.
  struct Place {
    std::uint64_t context;
    std::uint32_t begin;  ///< of what stands between
    std::uint32_t end;

    bool operator<(const Place& other) const { return context < other.context; }
  };

  void read_words(std::string_view text);
  void find_places();
  std::vector<std::size_t> news_for(const Facts& other, const Place& place) const;

  std::vector<Word> words_;
  std::unordered_set<std::uint64_t> known_;  ///< all words
  std::vector<Place> places_;                ///< sorted
};

}  // namespace council_news
