#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// The word n-grams (shingles) of a text as hashes, to measure how much of one text is contained in another.
class Sketch {
 public:
  /// Takes the n-grams of kRunWords folded words; a shorter text is one n-gram.
  explicit Sketch(std::string_view text);

  static constexpr std::size_t kRunWords = 4;

  std::size_t size() const { return runs_.size(); }

  /// The share of the smaller sketch's n-grams that the other has too, 0 to 1; 0 if one is empty.
  static double containment(const Sketch& a, const Sketch& b);

  /// `count` values under which an index finds similar texts (MinHash with bands of two rows). With 32 bands, two texts
  /// that share half of all their n-grams almost certainly have one in common; two that share a tenth, one time in
  /// four.
  std::vector<std::string> bands(std::size_t count) const;

 private:
  std::vector<std::uint64_t> runs_;  ///< sorted, unique
};

}  // namespace council_news
