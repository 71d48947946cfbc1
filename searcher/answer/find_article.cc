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

constexpr std::size_t kMaxNamed = 5;
constexpr std::size_t kLongestId = 64;

bool is_hex(const std::string& text) {
  return !text.empty() && text.size() <= kLongestId && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

Xapian::Document find_article(const Xapian::Database& database, const std::string& id) {
  const std::string wanted = ascii_lower(trim(id));
  if (!is_hex(wanted)) {
    throw UsageError(fmt::format("'{}' is no id", id), "an id is made of 0-9 and a-f, as --format json shows it");
  }
  const std::string beginning = make_term(kIdentityPrefix, wanted);
  // An article has several identity terms, of which one is its id. A whole identity is exact, also an earlier one.
  std::vector<Xapian::docid> found;
  for (auto term = database.allterms_begin(beginning); term != database.allterms_end(beginning); ++term) {
    for (auto it = database.postlist_begin(*term); it != database.postlist_end(*term); ++it) {
      const bool shown = *term == beginning || article_of(database.get_document(*it)).id.starts_with(wanted);
      if (shown && std::find(found.begin(), found.end(), *it) == found.end()) found.push_back(*it);
    }
    if (found.size() > kMaxNamed) break;
  }
  if (found.empty()) throw UsageError(fmt::format("no article has the id '{}'", id), "--format json shows the ids");
  if (found.size() == 1) return database.get_document(found.front());
  std::string hint = "write more of it:";
  for (std::size_t i = 0; i < std::min(found.size(), kMaxNamed); ++i) {
    const Article article = article_of(database.get_document(found[i]));
    hint += fmt::format("\n  {}  {}", article.id, squeeze(article.title));
  }
  if (found.size() > kMaxNamed) hint += "\n  …";
  throw UsageError(fmt::format("several articles have an id that begins '{}'", id), hint);
}

}  // namespace council_news
