#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// The runs of words in a text, as hashes: how much of one text stands in another.
class Sketch {
 public:
  /// Runs of kRunWords words, folded; a shorter text is one run.
  explicit Sketch(std::string_view text);

  static constexpr std::size_t kRunWords = 4;

  std::size_t size() const { return runs_.size(); }

  /// The part of the smaller sketch's runs that stand in the other too, 0 to 1; 0 when one is empty.
  static double containment(const Sketch& a, const Sketch& b);

  /// So many values by which an index finds texts that share much (MinHash with bands of two). Of 32, two texts that
  /// share half of all their runs have nearly surely one in common; two that share a tenth, one time in four.
  std::vector<std::string> bands(std::size_t count) const;

 private:
  std::vector<std::uint64_t> runs_;  ///< sorted, each once
};

}  // namespace council_news
