#include "indexer/write/boilerplate.h"

#include <algorithm>
#include <set>

#include "common/index/relations.h"
#include "common/text/fold.h"

namespace council_news {
namespace {

/// So many different stories must share a paragraph; a short one, which two reporters may both have written, more.
constexpr std::size_t kStories = 3;
constexpr std::size_t kStoriesForShort = 5;
constexpr std::size_t kShortWords = 8;

std::size_t stories_wanted(const std::string& paragraph) {
  const std::string folded = fold_name(paragraph);
  const auto words = static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
  return words < kShortWords ? kStoriesForShort : kStories;
}

std::string memory_key(const std::string& term) { return "boilerplate:" + term.substr(kParagraphPrefix.size()); }

}  // namespace

bool Boilerplate::is_learnt(const std::string& term) const { return !database_.get_metadata(memory_key(term)).empty(); }

bool Boilerplate::clean(Article& article) const {
  std::string body;
  bool cleaned = false;
  for (std::string& paragraph : paragraphs_of(article.body)) {
    const std::string term = paragraph_term(article, paragraph);
    if (!term.empty() && is_learnt(term)) {
      article.boilerplate.push_back(std::move(paragraph));
      cleaned = true;
    } else {
      body += (body.empty() ? "" : "\n\n") + paragraph;
    }
  }
  if (cleaned) article.body = std::move(body);
  return cleaned;
}

bool Boilerplate::is_shared_by_different_stories(const std::string& term, std::size_t wanted) const {
  std::set<std::string> stories;
  for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term) && stories.size() < wanted; ++it) {
    const std::string group = database_.get_document(*it).get_value(kGroupSlot);
    stories.insert(group.empty() ? std::to_string(*it) : group);
  }
  return stories.size() >= wanted;
}

std::vector<Xapian::docid> Boilerplate::learn(const Article& article) {
  std::set<Xapian::docid> to_clean;
  for (const std::string& paragraph : paragraphs_of(article.body)) {
    const std::string term = paragraph_term(article, paragraph);
    const std::size_t wanted = stories_wanted(paragraph);
    if (term.empty() || database_.get_termfreq(term) < wanted) continue;
    if (is_learnt(term) || !is_shared_by_different_stories(term, wanted)) continue;
    database_.set_metadata(memory_key(term), "1");
    to_clean.insert(database_.postlist_begin(term), database_.postlist_end(term));
  }
  return {to_clean.begin(), to_clean.end()};
}

}  // namespace council_news
