#include "searcher/answer/find_article.h"

#include <algorithm>
#include <vector>

#include <fmt/core.h>

#include "common/error.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxListed = 5;
constexpr std::size_t kMaxIdSize = 64;

bool is_hex(const std::string& text) {
  return !text.empty() && text.size() <= kMaxIdSize && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

Xapian::Document find_article(const Xapian::Database& database, const std::string& id) {
  const std::string wanted = ascii_lower(trim(id));
  if (!is_hex(wanted)) {
    throw UsageError(fmt::format("'{}' is not an id", id), "an id consists of 0-9 and a-f; --format json shows it");
  }
  const std::string prefix = make_term(kIdentityPrefix, wanted);
  // An article has several identity terms, of which one is its id. A complete identity matches even if it is not the
  // id.
  std::vector<Xapian::docid> found;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    for (auto it = database.postlist_begin(*term); it != database.postlist_end(*term); ++it) {
      const bool matches = *term == prefix || article_of(database.get_document(*it)).id.starts_with(wanted);
      if (matches && std::find(found.begin(), found.end(), *it) == found.end()) found.push_back(*it);
    }
    if (found.size() > kMaxListed) break;
  }
  if (found.empty()) throw UsageError(fmt::format("no article has the id '{}'", id), "--format json shows the ids");
  if (found.size() == 1) return database.get_document(found.front());
  std::string hint = "add more characters:";
  for (std::size_t i = 0; i < std::min(found.size(), kMaxListed); ++i) {
    const Article article = article_of(database.get_document(found[i]));
    hint += fmt::format("\n  {}  {}", article.id, squeeze(article.title));
  }
  if (found.size() > kMaxListed) hint += "\n  …";
  throw UsageError(fmt::format("several articles have an id with the prefix '{}'", id), hint);
}

}  // namespace council_news
