#include "indexer/enrich/sketch.h"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/core.h>

#include "common/hash.h"
#include "common/text/tokeniser.h"

namespace council_news {
namespace {

constexpr std::size_t kRows = 2;

/// The finaliser of SplitMix64: every input bit affects every output bit.
std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

}  // namespace

Sketch::Sketch(std::string_view text) {
  std::vector<std::uint64_t> words;
  for (const Token& token : tokenise(text)) {
    if (!token.joined) words.push_back(fnv1a_64(token.term));
  }
  if (words.empty()) return;
  const std::size_t length = std::min(kRunWords, words.size());
  for (std::size_t i = 0; i + length <= words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t k = 0; k < length; ++k) run = mix(run + words[i + k]);
    runs_.push_back(run);
  }
  std::sort(runs_.begin(), runs_.end());
  runs_.erase(std::unique(runs_.begin(), runs_.end()), runs_.end());
}

double Sketch::containment(const Sketch& a, const Sketch& b) {
  const std::size_t smaller = std::min(a.runs_.size(), b.runs_.size());
  if (smaller == 0) return 0;
  std::size_t shared = 0;
  for (auto x = a.runs_.begin(), y = b.runs_.begin(); x != a.runs_.end() && y != b.runs_.end();) {
    if (*x == *y) ++shared;
    const bool step_x = *x <= *y;
    const bool step_y = *y <= *x;
    x += step_x ? 1 : 0;
    y += step_y ? 1 : 0;
  }
  return static_cast<double>(shared) / static_cast<double>(smaller);
}

std::vector<std::string> Sketch::bands(std::size_t count) const {
  std::vector<std::string> bands;
  if (runs_.empty()) return bands;
  for (std::size_t band = 0; band < count; ++band) {
    std::uint64_t value = band;
    for (std::size_t row = 0; row < kRows; ++row) {
      const std::uint64_t seed = mix(band * kRows + row + 1);
      std::uint64_t min_hash = std::numeric_limits<std::uint64_t>::max();
      for (const std::uint64_t run : runs_) min_hash = std::min(min_hash, mix(run ^ seed));
      value = mix(value + min_hash);
    }
    bands.push_back(fmt::format("{:016x}", value));
  }
  return bands;
}

}  // namespace council_news
