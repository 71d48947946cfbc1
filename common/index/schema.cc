#include "common/index/schema.h"

#include <algorithm>

#include "common/hash.h"

namespace council_news {

const Field* find_field(std::string_view name) {
  const auto it = std::find_if(kFields.begin(), kFields.end(), [&](const Field& field) { return field.name == name; });
  return it == kFields.end() ? nullptr : &*it;
}

std::string make_term(std::string_view prefix, std::string_view value) {
  constexpr std::size_t kXapianLimit = 245;
  constexpr std::size_t kHashSize = 32;
  std::string term(prefix);
  term += value;
  // Xapian counts a zero byte twice.
  const auto size = term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (size <= kXapianLimit) return term;
  const std::string hash = hash_hex(term);
  std::erase(term, '\0');
  term.resize(std::min(term.size(), kXapianLimit - kHashSize));
  return term + hash;
}

}  // namespace council_news
