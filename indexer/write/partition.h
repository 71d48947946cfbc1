#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace council_news {

/// Splits the numbers 0 to size - 1 into sets: each by itself at first, then united (a union-find).
class Partition {
 public:
  explicit Partition(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  /// The number that stands for the set of `member`.
  std::size_t find(std::size_t member) {
    while (parent_[member] != member) member = parent_[member] = parent_[parent_[member]];
    return member;
  }
  void unite(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace council_news
