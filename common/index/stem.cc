#include "common/index/stem.h"

#include "common/index/schema.h"

namespace council_news {
namespace {

/// Limits memory in a long run; common words are soon cached again.
constexpr std::size_t kMaxKnown = 200'000;

}  // namespace

Stemmer::Stemmer() : stem_(kStemmer) {}

const std::string& Stemmer::operator()(std::string_view word) {
  std::string key(word);
  if (const auto it = known_.find(key); it != known_.end()) return it->second;
  if (known_.size() >= kMaxKnown) known_.clear();
  std::string stem = stem_(key);
  return known_.emplace(std::move(key), std::move(stem)).first->second;
}

}  // namespace council_news
