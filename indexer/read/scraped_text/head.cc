#include "indexer/read/scraped_text/head.h"

#include <algorithm>

namespace council_news {
namespace {

/// Sentences longer than this are no headlines.
constexpr std::size_t kLongestSentenceHeadline = 20;
constexpr std::size_t kLongestBareHeadline = 14;  ///< with nothing but its place to tell
constexpr std::size_t kShortestStandfirst = 8;

std::size_t next_prose(const PageLines& lines, std::size_t from) {
  while (from < lines.size() && lines[from].role != LineRole::prose) ++from;
  return from;
}

/// Lines (begin, end) have a byline and no phrase that might be another article's headline.
bool only_byline_between(const PageLines& lines, std::size_t begin, std::size_t end) {
  bool byline = false;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (lines[i].role == LineRole::end || lines[i].role == LineRole::pause || lines[i].role == LineRole::advert) {
      return false;
    }
    if (lines[i].role == LineRole::phrase && !lines[i].byline.bare_name && lines[i].words >= 4) return false;
    byline = byline || lines[i].role == LineRole::byline;
  }
  return byline;
}

bool is_captioned(const PageLines& lines, std::size_t at) {
  return at > 0 && (lines[at - 1].key == "image caption" || lines[at - 1].key == "media caption");
}

/// The first paragraph is a headline that is a sentence: it is the first line, or repeated, or a byline follows it.
bool is_sentence_headline(const PageLines& lines, const Head& head, const HeadlineCounts& counts) {
  const PageLine& line = lines[head.body_begin];
  if (line.words > kLongestSentenceHeadline || head.title) return false;
  if (next_prose(lines, head.body_begin + 1) == lines.size()) return false;
  const PageLine& next = lines[head.body_begin + 1];
  if (counts.of(line) > 1 || next.role == LineRole::byline || next.byline.bare_name) return true;
  return head.body_begin == 0 && next.role == LineRole::prose && line.words <= kLongestBareHeadline;
}

/// A paragraph before the byline, or twice, is the standfirst; the body begins with the next one.
void take_standfirst(const PageLines& lines, Head& head) {
  const std::size_t first = head.body_begin;
  const std::size_t next = next_prose(lines, first + 1);
  if (next == lines.size() || !head.title) return;
  const bool twice = same_words(lines[first], lines[next]) && next - first <= 3;
  if (!twice && !only_byline_between(lines, first, next)) return;
  head.standfirst = first;
  head.body_begin = next;
  if (!twice) return;
  const std::size_t behind = next_prose(lines, next + 1);
  if (behind < lines.size() && behind - next <= 6) head.body_begin = behind;
}

/// Right under the headline a long line without a stop is a standfirst as well.
void take_phrase_standfirst(const PageLines& lines, Head& head) {
  if (head.standfirst || !head.title) return;
  for (std::size_t i = *head.title + 1; i < head.body_begin; ++i) {
    if (is_image_of(lines[i], lines[*head.title]) || same_words(lines[i], lines[*head.title])) continue;
    const PageLine& line = lines[i];
    if (line.role == LineRole::phrase && line.words >= kShortestStandfirst && !ends_with_image(line)) head.standfirst = i;
    return;
  }
}

void add_names(std::vector<std::string>& authors, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (std::find(authors.begin(), authors.end(), name) == authors.end()) authors.push_back(name);
  }
}

}  // namespace

std::optional<Head> read_head(const PageLines& lines, std::size_t begin, const HeadlineCounts& counts) {
  Head head;
  head.begin = begin;
  head.body_begin = next_prose(lines, begin);
  while (head.body_begin < lines.size() && is_captioned(lines, head.body_begin)) {
    head.body_begin = next_prose(lines, head.body_begin + 1);
  }
  if (head.body_begin == lines.size()) return std::nullopt;
  head.title = find_headline(lines, begin, head.body_begin, counts);
  if (is_sentence_headline(lines, head, counts)) {
    head.title = head.body_begin;
    head.body_begin = next_prose(lines, head.body_begin + 1);
    while (head.body_begin < lines.size() && same_words(lines[head.body_begin], lines[*head.title])) {
      head.body_begin = next_prose(lines, head.body_begin + 1);
    }
    if (head.body_begin == lines.size()) return std::nullopt;
  }
  take_standfirst(lines, head);
  take_phrase_standfirst(lines, head);
  return head;
}

void Credits::add(const Byline& byline) {
  add_names(authors, byline.names);
  if (!published) published = byline.published;
  if (!updated) updated = byline.updated;
}

Credits read_credits(const PageLines& lines, std::size_t begin, std::size_t end, std::optional<std::size_t> title) {
  Credits credits;
  Byline bare;
  const auto is_byline_at = [&](std::size_t i) { return i >= begin && i < end && lines[i].role == LineRole::byline; };
  for (std::size_t i = begin; i < end; ++i) {
    const PageLine& line = lines[i];
    if (title == i) continue;
    const bool beside_byline = is_byline_at(i + 1) || (i > begin && is_byline_at(i - 1));
    const bool under_title = title && i == *title + 1;
    if (is_byline_at(i)) credits.add(line.byline);
    if (line.byline.bare_name && bare.names.empty() && (beside_byline || under_title)) bare = line.byline;
  }
  if (credits.authors.empty()) credits.add(bare);
  return credits;
}

}  // namespace council_news
