#include "indexer/read/scraped_text/story.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/text/fold.h"

namespace council_news::scraped {
namespace {

constexpr std::size_t kMaxStories = 20;
/// A shorter story may be a greeting or a notice before the real one.
constexpr std::size_t kShortStory = 60;
constexpr std::size_t kLongerTimes = 3;
constexpr std::ptrdiff_t kBlurbsOfListing = 3;
constexpr std::size_t kLinesOfListing = 7;  ///< four blurbs and the headlines between them
constexpr std::size_t kLongestBlurb = 40;   ///< words
constexpr std::size_t kLongHeadline = 4;    ///< words; a menu entry does not repeat that many by chance

bool has_byline(const PageLines& lines, const Head& head) {
  return std::any_of(lines.begin() + std::ptrdiff_t(head.begin), lines.begin() + std::ptrdiff_t(head.body_begin),
                     [](const PageLine& line) { return line.role == LineRole::byline; });
}

/// The stories of the page in document order.
std::vector<Story> find_stories(const PageLines& lines, const HeadlineCounts& counts) {
  std::vector<Story> stories;
  for (std::size_t begin = 0; begin < lines.size() && stories.size() < kMaxStories;) {
    const std::optional<Head> head = read_head(lines, begin, counts);
    if (!head) break;
    Story story{*head, read_body(lines, head->body_begin, head->title ? &lines[*head->title] : nullptr)};
    begin = std::max(story.body.end, begin + 1);
    // Lines skipped at the end of one story may be the byline of the next.
    const std::size_t last = story.body.lines.empty() ? story.body.begin : story.body.lines.back();
    while (begin > last + 1 && begin > story.head.begin + 1 && lines[begin - 1].role == LineRole::byline) --begin;
    stories.push_back(std::move(story));
  }
  return stories;
}

bool is_weak(const Body& body) { return body.paragraphs < 3 || body.words < kShortStory; }

/// The story that begins where its headline is repeated after a menu: the title was at the top of the page, and the
/// body read before the repetition is almost empty.
std::optional<Story> at_repeated_headline(const PageLines& lines, const Story& story, const HeadlineCounts& counts) {
  if (!story.head.title) return std::nullopt;
  const std::string title = fold_name(split_headline(lines[*story.head.title], counts).title);
  Body before;
  std::size_t next = 0;  // index into story.body.lines
  std::size_t tried = 0;
  for (std::size_t i = story.body.begin + 1; i < lines.size() && is_weak(before); ++i) {
    for (; next < story.body.lines.size() && story.body.lines[next] < i; ++next) {
      const PageLine& line = lines[story.body.lines[next]];
      if (line.role != LineRole::prose) continue;
      ++before.paragraphs;
      before.words += line.words;
    }
    if (lines[i].words < kLongHeadline || lines[i].key != title) continue;
    const std::optional<Head> head = read_head(lines, i, counts);
    if (!head || ++tried > kMaxStories) return std::nullopt;
    Story after{*head, read_body(lines, head->body_begin, head->title ? &lines[*head->title] : nullptr)};
    if (after.body.words >= kLongerTimes * before.words) return after;
  }
  return std::nullopt;
}

/// The first story, unless it has only a line or two and a real one with headline and byline follows.
const Story& choose(const PageLines& lines, const std::vector<Story>& stories) {
  const Story& first = stories.front();
  if (!is_weak(first.body)) return first;
  for (const Story& story : stories) {
    const bool signed_better = has_byline(lines, story.head) || !has_byline(lines, first.head);
    const bool real = story.head.title && !is_weak(story.body) && signed_better;
    if (real && story.body.words >= kLongerTimes * first.body.words) return story;
  }
  return first;
}

/// A headline that occurs twice in the page, or a name above the text: an article, however short.
bool is_evident_article(const PageLines& lines, const Head& head, const HeadlineCounts& counts) {
  if (head.title && lines[*head.title].words >= 3 && counts.of(lines[*head.title]) > 1) return true;
  return !read_credits(lines, head.begin, head.body_begin, head.title).authors.empty();
}

/// Headlines and short paragraphs in turn: how pages list other articles.
bool alternates(const PageLines& lines, const Body& body) {
  if (body.lines.size() < kLinesOfListing) return false;
  for (std::size_t i = 0; i < body.lines.size(); ++i) {
    const PageLine& line = lines[body.lines[i]];
    const bool blurb = line.role == LineRole::prose && line.words <= kLongestBlurb;
    const bool headline = line.role == LineRole::phrase && line.words >= kLongHeadline;
    if (i % 2 == 0 ? !blurb : !headline) return false;
  }
  return true;
}

/// Whether the page only lists articles: nothing but headlines with one paragraph each.
bool is_listing(const PageLines& lines, const std::vector<Story>& stories, const Story& chosen) {
  if (!has_byline(lines, chosen.head) && alternates(lines, chosen.body)) return true;
  const auto is_blurb = [](const Story& story) { return story.body.paragraphs == 1 && !story.body.ended_by_marker; };
  const auto blurbs = std::find_if_not(stories.begin(), stories.end(), is_blurb) - stories.begin();
  return is_weak(chosen.body) && blurbs >= kBlurbsOfListing;
}

/// A paragraph without byline or headline: a notice of the site.
bool is_notice(const PageLines& lines, const Story& story) {
  if (story.body.paragraphs > 1 || story.body.words >= kShortStory || has_byline(lines, story.head)) return false;
  return !story.head.title || lines[*story.head.title].words < kLongHeadline;
}

}  // namespace

std::optional<Story> find_story(const PageLines& lines, const HeadlineCounts& counts) {
  const std::vector<Story> stories = find_stories(lines, counts);
  if (stories.empty()) return std::nullopt;
  if (auto after_menu = at_repeated_headline(lines, stories.front(), counts)) return after_menu;
  const Story& story = choose(lines, stories);
  if (is_evident_article(lines, story.head, counts)) return story;
  return is_listing(lines, stories, story) || is_notice(lines, story) ? std::nullopt : std::optional(story);
}

}  // namespace council_news::scraped
