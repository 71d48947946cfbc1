#include "indexer/read/scraped_text/head.h"

#include <algorithm>
#include <utility>

#include "common/add_new.h"
#include "indexer/read/press/people/byline.h"

namespace council_news::scraped {
namespace {

/// A longer sentence is not a headline.
constexpr std::size_t kLongestSentenceHeadline = 20;
constexpr std::size_t kLongestBareHeadline = 14;  ///< the same if only its position marks it
constexpr std::size_t kShortestStandfirst = 8;

std::size_t next_prose(const PageLines& lines, std::size_t from) {
  while (from < lines.size() && lines[from].role != LineRole::prose) ++from;
  return from;
}

/// `3 comments` occurs beside the byline as well as above the comments.
bool is_comment_count(const PageLine& line) {
  return line.furniture == Furniture::comments && line.words <= 2 && line.key != "comments";
}

/// Whether lines (begin, end) have a byline and no phrase that may be another article's headline.
bool only_byline_between(const PageLines& lines, std::size_t begin, std::size_t end) {
  bool byline = false;
  for (std::size_t i = begin + 1; i < end; ++i) {
    const bool stop = lines[i].role == LineRole::end || lines[i].role == LineRole::pause;
    if ((stop && !is_comment_count(lines[i])) || lines[i].role == LineRole::advert) return false;
    if (lines[i].role == LineRole::phrase && !lines[i].byline.bare_name && lines[i].words >= 4) return false;
    byline = byline || lines[i].role == LineRole::byline;
  }
  return byline;
}

bool is_captioned(const PageLines& lines, std::size_t at) {
  return at > 0 && (lines[at - 1].key == "image caption" || lines[at - 1].key == "media caption");
}

/// Whether the first paragraph is a headline that is a sentence: it is the first line, or repeated, or a byline follows
/// it.
bool is_sentence_headline(const PageLines& lines, const Head& head, const HeadlineCounts& counts) {
  const PageLine& line = lines[head.body_begin];
  if (line.words > kLongestSentenceHeadline || head.title) return false;
  if (next_prose(lines, head.body_begin + 1) == lines.size()) return false;
  const PageLine& next = lines[head.body_begin + 1];
  if (counts.of(line) > 1 || next.role == LineRole::byline || next.byline.bare_name) return true;
  return head.body_begin == 0 && next.role == LineRole::prose && line.words <= kLongestBareHeadline;
}

/// Takes a paragraph before the byline, or a repeated one, as the standfirst; the body then begins with the next one.
void take_standfirst(const PageLines& lines, Head& head) {
  const std::size_t first = head.body_begin;
  const std::size_t next = next_prose(lines, first + 1);
  if (next == lines.size() || !head.title) return;
  const bool twice = same_words(lines[first], lines[next]) && next - first <= 3;
  if (!twice && !only_byline_between(lines, first, next)) return;
  head.standfirst = first;
  head.body_begin = next;
  if (!twice) return;
  const std::size_t after = next_prose(lines, next + 1);
  if (after < lines.size() && after - next <= 6) head.body_begin = after;
}

/// A long line without a full stop right below the headline is also a standfirst.
void take_phrase_standfirst(const PageLines& lines, Head& head) {
  if (head.standfirst || !head.title) return;
  for (std::size_t i = *head.title + 1; i < head.body_begin; ++i) {
    if (is_image_of(lines[i], lines[*head.title]) || same_words(lines[i], lines[*head.title])) continue;
    const PageLine& line = lines[i];
    if (line.role == LineRole::phrase && line.words >= kShortestStandfirst && !ends_with_image(line))
      head.standfirst = i;
    return;
  }
}

/// Of several dates, the one with a label, else the one nearest to the headline: mastheads show the day of the visit.
class Nearest {
 public:
  explicit Nearest(std::size_t anchor) : anchor_(anchor) {}

  void add(std::optional<Timestamp> moment, std::size_t at, bool labelled) {
    if (!moment) return;
    const std::size_t distance = at > anchor_ ? at - anchor_ : anchor_ - at;
    const bool better = !moment_ || (labelled && !labelled_) || (labelled == labelled_ && distance < distance_);
    if (!better) return;
    moment_ = moment;
    distance_ = distance;
    labelled_ = labelled;
  }

  std::optional<Timestamp> get() const { return moment_; }

 private:
  std::size_t anchor_;
  std::optional<Timestamp> moment_;
  std::size_t distance_ = 0;
  bool labelled_ = false;
};

/// `By Leeds City Council` in one of the first lines below the headline.
std::vector<std::string> credited_under_title(const PageLines& lines, std::size_t end,
                                              std::optional<std::size_t> title) {
  constexpr std::size_t kFirstLines = 3;
  for (std::size_t i = title.value_or(end) + 1; i < end && i <= *title + kFirstLines; ++i) {
    if (std::vector<std::string> authors = press::authors_of_line(lines[i].text); !authors.empty()) return authors;
  }
  return {};
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

Credits read_credits(const PageLines& lines, std::size_t begin, std::size_t end, std::optional<std::size_t> title) {
  Credits credits;
  std::vector<std::string> bare;
  Nearest published(title.value_or(begin));
  Nearest updated(title.value_or(begin));
  const auto is_byline_at = [&](std::size_t i) { return i >= begin && i < end && lines[i].role == LineRole::byline; };
  for (std::size_t i = begin; i < end; ++i) {
    const CreditLine& byline = lines[i].byline;
    if (title == i) continue;
    if (is_byline_at(i)) {
      for (const std::string& name : byline.names) press::add_name(credits.authors, name);
      published.add(byline.published, i, byline.labelled);
      updated.add(byline.updated, i, byline.labelled);
      if (credits.unknown_zone.empty()) credits.unknown_zone = byline.unknown_zone;
    }
    const bool beside_byline = is_byline_at(i + 1) || (i > begin && is_byline_at(i - 1));
    const bool under_title = title && i == *title + 1;
    if (byline.bare_name && bare.empty() && (beside_byline || under_title)) bare = byline.names;
  }
  if (credits.authors.empty()) credits.authors = std::move(bare);
  if (credits.authors.empty()) credits.authors = credited_under_title(lines, end, title);
  credits.published = published.get();
  credits.updated = updated.get();
  return credits;
}

}  // namespace council_news::scraped
