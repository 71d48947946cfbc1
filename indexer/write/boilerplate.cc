#include "indexer/write/boilerplate.h"

#include <algorithm>
#include <set>

#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/text/fold.h"
#include "indexer/enrich/story_text.h"

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

/// An article as it was read, without a paragraph.
Article without_paragraph(Article article, const std::string& term) {
  std::vector<std::string> paragraphs = paragraphs_of(article.body);
  paragraphs.insert(paragraphs.end(), article.boilerplate.begin(), article.boilerplate.end());
  article.body.clear();
  for (const std::string& paragraph : paragraphs) {
    if (paragraph_term(article, paragraph) != term) article.body += paragraph + "\n\n";
  }
  return article;
}

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
  if (cleaned) {
    article.body = std::move(body);
    std::sort(article.boilerplate.begin(), article.boilerplate.end());  // whichever was learnt first
  }
  return cleaned;
}

/// Compared as they were read, but for the paragraph: what else was learnt, and which came first, is of no matter.
bool Boilerplate::is_shared_by_different_stories(const std::string& term, std::size_t wanted) const {
  std::vector<StoryText> stories;
  for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term) && stories.size() < wanted; ++it) {
    StoryText text(without_paragraph(article_of(database_.get_document(*it)), term));
    if (std::none_of(stories.begin(), stories.end(),
                     [&](StoryText& other) { return other.is_near_duplicate_of(text); }))
      stories.push_back(std::move(text));
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
