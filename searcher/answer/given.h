#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace council_news {

/// The articles that a reader of a saved search has been given: the keys of all their identities
/// (common/index/id_key.h), sorted. An article's id may change and two articles may be merged, so that any of its
/// identities tells that it was given.
class GivenIds {
 public:
  GivenIds() = default;
  explicit GivenIds(std::vector<std::uint64_t> keys) : keys_(std::move(keys)) {
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
  }

  bool has(std::uint64_t key) const { return std::binary_search(keys_.begin(), keys_.end(), key); }
  const std::vector<std::uint64_t>& keys() const { return keys_; }

 private:
  std::vector<std::uint64_t> keys_;
};

/// A match that was not given before.
struct NewMatch {
  std::uint32_t number = 0;  ///< of its document when it was found
  std::uint64_t key = 0;     ///< of its id
  double weight = 0;
};

}  // namespace council_news
