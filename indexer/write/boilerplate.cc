#include "indexer/write/boilerplate.h"

#include <algorithm>
#include <set>

#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/merge.h"
#include "common/text/fold.h"
#include "indexer/enrich/story_text.h"

namespace council_news {
namespace {

/// Number of different stories that must share a paragraph. Short ones need more, because two reporters may both have
/// written them.
constexpr std::size_t kMinStories = 3;
constexpr std::size_t kMinStoriesForShort = 5;
constexpr std::size_t kShortWords = 8;

std::size_t min_stories_for(const std::string& paragraph) {
  const std::string folded = fold_name(paragraph);
  const auto words = static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
  return words < kShortWords ? kMinStoriesForShort : kMinStories;
}

std::string metadata_key(const std::string& term) { return "boilerplate:" + term.substr(kParagraphPrefix.size()); }

/// The article as it was read, without the paragraph of `term`.
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

bool Boilerplate::is_learnt(const std::string& term) const {
  return !database_.get_metadata(metadata_key(term)).empty();
}

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
    std::sort(article.boilerplate.begin(),
              article.boilerplate.end());  // independent of the order in which they were learnt
  }
  return cleaned;
}

/// Compares the articles as they were read, except for this paragraph, so that the result does not depend on what else
/// was learnt, and when.
bool Boilerplate::is_shared_by_different_stories(const std::string& term, std::size_t min_stories) const {
  std::vector<StoryText> stories;
  for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term) && stories.size() < min_stories;
       ++it) {
    StoryText text(without_paragraph(article_of(database_.get_document(*it)), term));
    if (std::none_of(stories.begin(), stories.end(),
                     [&](StoryText& other) { return other.is_near_duplicate_of(text); }))
      stories.push_back(std::move(text));
  }
  return stories.size() >= min_stories;
}

std::vector<Xapian::docid> Boilerplate::learn(const Article& article) {
  std::set<Xapian::docid> to_clean;
  for (const std::string& paragraph : paragraphs_of(article.body)) {
    const std::string term = paragraph_term(article, paragraph);
    const std::size_t min_stories = min_stories_for(paragraph);
    if (term.empty() || database_.get_termfreq(term) < min_stories) continue;
    if (is_learnt(term) || !is_shared_by_different_stories(term, min_stories)) continue;
    database_.set_metadata(metadata_key(term), "1");
    to_clean.insert(database_.postlist_begin(term), database_.postlist_end(term));
  }
  return {to_clean.begin(), to_clean.end()};
}

}  // namespace council_news
