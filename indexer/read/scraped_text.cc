#include "indexer/read/scraped_text.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/add_new.h"
#include "common/error.h"
#include "common/text/date_reading.h"
#include "indexer/read/scraped_text/copyright.h"
#include "indexer/read/scraped_text/head.h"
#include "indexer/read/scraped_text/labelled_fields.h"
#include "indexer/read/scraped_text/line_role.h"
#include "indexer/read/scraped_text/page_line.h"
#include "indexer/read/scraped_text/story.h"

namespace council_news {
namespace {

using namespace scraped;

/// Lines after the body in which its byline and its tags may be.
constexpr std::size_t kTailLines = 12;

/// One past the last line of the body's tail, which ends before another headline or the end of the article.
std::size_t tail_end(const PageLines& lines, const Body& body) {
  std::size_t end = body.end;
  const std::size_t limit = std::min(lines.size(), body.end + kTailLines);
  while (end < limit) {
    const PageLine& line = lines[end];
    const bool other_headline = line.role == LineRole::phrase && line.words >= 3 && !line.byline.bare_name;
    const bool stop = line.role == LineRole::end || line.role == LineRole::pause || line.role == LineRole::prose;
    if (stop || other_headline) break;
    ++end;
  }
  return end;
}

std::vector<std::string> read_tags(const PageLines& lines, std::size_t begin, std::size_t end) {
  std::vector<std::string> tags;
  for (std::size_t i = begin; i < end; ++i) {
    if (lines[i].role != LineRole::tags) continue;
    add_new(tags, tags_of(lines, i));
  }
  return tags;
}

void fill_credits(const PageLines& lines, const Story& story, std::size_t tail, Article& article) {
  Credits credits = read_credits(lines, story.head.begin, story.body.begin, story.head.title);
  const Credits tail_credits = read_credits(lines, story.body.begin, tail, std::nullopt);
  if (credits.authors.empty()) credits.authors = tail_credits.authors;
  if (!credits.published) credits.published = tail_credits.published;
  if (!credits.updated) credits.updated = tail_credits.updated;
  if (credits.unknown_zone.empty()) credits.unknown_zone = tail_credits.unknown_zone;
  if (!credits.unknown_zone.empty()) article.warnings.push_back(unknown_zone_warning(credits.unknown_zone));
  // If the page has only a date of its last change, that is the best known publication date.
  if (!credits.published) credits.published = std::exchange(credits.updated, std::nullopt);
  article.authors = std::move(credits.authors);
  article.published = credits.published;
  if (credits.updated != credits.published) article.updated = credits.updated;
}

void fill_names(const PageLines& lines, const Story& story, const HeadlineCounts& counts, Article& article) {
  LabelledFields fields = read_labelled_fields(lines, story.head.begin, story.head.body_begin);
  article.outlet = std::move(fields.outlet);
  article.summary = std::move(fields.summary);
  if (article.url.empty()) article.url = std::move(fields.url);
  if (!fields.title.empty()) {
    article.title = std::move(fields.title);
  } else if (story.head.title) {
    Headline headline = split_headline(lines[*story.head.title], counts);
    article.title = std::move(headline.title);
    if (article.outlet.empty()) article.outlet = std::move(headline.outlet);
  } else {
    article.warnings.push_back("no headline found before the text");
  }
  if (article.outlet.empty() && !article.title.empty()) {
    article.outlet = outlet_beside(lines, story.head.begin, story.head.body_begin, article.title, counts);
  }
}

}  // namespace

Article read_scraped_text(const Input& input, std::string_view text) {
  PageLines lines = split_page(text);
  give_roles(lines, input.retrieved ? input.retrieved : latest_date(lines));
  const HeadlineCounts counts(lines);
  const std::optional<Story> story = find_story(lines, counts);
  if (!story || lines.size() < 2) {
    throw NoArticleError("no article found in the text",
                         "a scraped page needs a headline and paragraphs, one per line or separated by blank lines");
  }
  Article article;
  article.source = input.source;
  article.url = input.url;
  const std::size_t tail = tail_end(lines, story->body);
  fill_names(lines, *story, counts, article);
  fill_credits(lines, *story, tail, article);
  article.categories = read_tags(lines, story->head.title.value_or(story->head.begin), tail);
  if (story->head.standfirst && article.summary.empty()) article.summary = lines[*story->head.standfirst].text;
  article.body = body_text(lines, story->body);
  if (article.outlet.empty()) article.outlet = outlet_of_copyright(lines, story->body.begin);
  return article;
}

}  // namespace council_news
