#include "indexer/write/sample.h"

#include <bit>
#include <cstdint>
#include <string>

#include "common/hash.h"

namespace council_news {

std::size_t rarity_of(const Article& article) {
  const std::string digits = hash_hex(article.url + "\n" + article.guid + "\n" + article.outlet + "\n" + article.title);
  return static_cast<std::size_t>(std::countr_zero(std::stoull(digits.substr(0, 16), nullptr, 16)));
}

}  // namespace council_news
