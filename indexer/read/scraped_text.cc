#include "indexer/read/scraped_text.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/text/fold.h"
#include "indexer/read/scraped_text/body.h"
#include "indexer/read/scraped_text/copyright.h"
#include "indexer/read/scraped_text/head.h"
#include "indexer/read/scraped_text/labelled_fields.h"
#include "indexer/read/scraped_text/line_role.h"
#include "indexer/read/scraped_text/page_line.h"

namespace council_news {
namespace {

/// A part of the page that reads like an article.
struct Story {
  Head head;
  Body body;
};

constexpr std::size_t kMostStories = 20;
/// A story of fewer words may be a greeting or a notice before the real one.
constexpr std::size_t kShortStory = 60;
constexpr std::size_t kLongerTimes = 3;
constexpr std::size_t kLongHeadline = 4;  ///< words that no menu entry repeats by chance
/// Lines behind the body in which its byline and its tags may stand.
constexpr std::size_t kTailLines = 12;

bool has_byline(const PageLines& lines, const Head& head) {
  return std::any_of(lines.begin() + std::ptrdiff_t(head.begin), lines.begin() + std::ptrdiff_t(head.body_begin),
                     [](const PageLine& line) { return line.role == LineRole::byline; });
}

/// The stories of the page in their order.
std::vector<Story> find_stories(const PageLines& lines, const HeadlineCounts& counts) {
  std::vector<Story> stories;
  for (std::size_t begin = 0; begin < lines.size() && stories.size() < kMostStories;) {
    const std::optional<Head> head = read_head(lines, begin, counts);
    if (!head) break;
    Story story{*head, read_body(lines, head->body_begin, head->title ? &lines[*head->title] : nullptr)};
    begin = std::max(story.body.end, begin + 1);
    stories.push_back(std::move(story));
  }
  return stories;
}

bool is_weak(const Body& body) { return body.paragraphs < 3 || body.words < kShortStory; }

/// The story that begins where its headline is repeated behind a menu: its title stood at the top of the page, and what
/// was read as its body before the repetition is hardly anything.
std::optional<Story> at_repeated_headline(const PageLines& lines, const Story& story, const HeadlineCounts& counts) {
  if (!story.head.title) return std::nullopt;
  const std::string title = fold_name(split_headline(lines[*story.head.title], counts).title);
  Body before;
  std::size_t next = 0;  // of story.body.lines
  for (std::size_t i = story.body.begin + 1; i < lines.size() && is_weak(before); ++i) {
    for (; next < story.body.lines.size() && story.body.lines[next] < i; ++next) {
      const PageLine& line = lines[story.body.lines[next]];
      if (line.role != LineRole::prose) continue;
      ++before.paragraphs;
      before.words += line.words;
    }
    if (lines[i].words < kLongHeadline || lines[i].key != title) continue;
    const std::optional<Head> head = read_head(lines, i, counts);
    if (!head) return std::nullopt;
    Story behind{*head, read_body(lines, head->body_begin, head->title ? &lines[*head->title] : nullptr)};
    if (behind.body.words >= kLongerTimes * before.words) return behind;
  }
  return std::nullopt;
}

/// The first story, unless it is but a line or two and a real one with headline and byline follows.
const Story* choose(const PageLines& lines, const std::vector<Story>& stories) {
  if (stories.empty()) return nullptr;
  const Story& first = stories.front();
  if (!is_weak(first.body)) return &first;
  for (const Story& story : stories) {
    const bool real = story.head.title && !is_weak(story.body) && (has_byline(lines, story.head) || !has_byline(lines, first.head));
    if (real && story.body.words >= kLongerTimes * first.body.words) return &story;
  }
  return &first;
}

/// Behind the last line of the body's tail: where another headline or the end of the article stands.
std::size_t tail_end(const PageLines& lines, const Body& body) {
  std::size_t end = body.end;
  const std::size_t most = std::min(lines.size(), body.end + kTailLines);
  while (end < most) {
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
    for (std::string& tag : tags_of(lines, i)) {
      if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(std::move(tag));
    }
  }
  return tags;
}

void fill_credits(const PageLines& lines, const Story& story, std::size_t tail, Article& article) {
  Credits credits = read_credits(lines, story.head.begin, story.body.begin, story.head.title);
  const Credits behind = read_credits(lines, story.body.begin, tail, std::nullopt);
  if (credits.authors.empty()) credits.authors = behind.authors;
  if (!credits.published) credits.published = behind.published;
  if (!credits.updated) credits.updated = behind.updated;
  // A page that only says when it was last changed was published then, as far as we can know.
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
  std::vector<Story> stories = find_stories(lines, counts);
  if (!stories.empty()) {
    if (auto behind_menu = at_repeated_headline(lines, stories.front(), counts)) stories = {std::move(*behind_menu)};
  }
  const Story* story = choose(lines, stories);
  if (!story || lines.size() < 2) {
    throw InputError(input.source + ": no article in this text",
                     "A scraped page has a headline and paragraphs of text, a line each or apart by blank lines.");
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
  if (article.outlet.empty()) article.outlet = outlet_of_copyright(lines, story->body.end);
  return article;
}

}  // namespace council_news
