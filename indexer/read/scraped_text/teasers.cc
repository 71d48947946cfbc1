#include "indexer/read/scraped_text/teasers.h"

#include <algorithm>

namespace council_news::scraped {
namespace {

constexpr std::size_t kLongestBlurb = 60;  ///< words
constexpr std::size_t kMaxHeadLines = 3;   ///< section, headline, second headline of one teaser
constexpr std::size_t kMaxTeasers = 12;    ///< more are not examined
constexpr std::size_t kShortestRun = 3;    ///< headlines in a row
constexpr std::size_t kInlineProse = 3;    ///< paragraphs in a row after a picture within the article
constexpr std::size_t kProseAfterBox = 2;  ///< the same after a box of links
constexpr std::size_t kLongestBox = 15;    ///< lines of a box of links within an article
constexpr std::size_t kFarthestLook = 60;  ///< lines looked ahead, which keeps the time linear

bool is_stop(const PageLine& line) {
  return line.role == LineRole::end || line.role == LineRole::pause || line.role == LineRole::advert;
}

bool is_headline(const PageLine& line) { return line.role == LineRole::phrase && !line.bullet; }

/// Lines without meaning between others.
bool is_skipped(const PageLine& line) {
  return line.role == LineRole::furniture || line.role == LineRole::caption || line.role == LineRole::byline ||
         line.role == LineRole::aside || line.role == LineRole::tags;
}

/// Number of paragraphs in a row from line `at` on, at most `max_count`.
std::size_t prose_run(const PageLines& lines, std::size_t at, std::size_t max_count) {
  std::size_t count = 0;
  const std::size_t end = std::min(lines.size(), at + kFarthestLook);
  for (; at < end && count < max_count; ++at) {
    if (lines[at].role == LineRole::prose) {
      ++count;
    } else if (!is_skipped(lines[at])) {
      break;
    }
  }
  return count;
}

/// The same headline twice in a row, or followed by itself as a picture.
bool is_pair(const PageLines& lines, std::size_t at) {
  if (at + 1 >= lines.size()) return false;
  const PageLine& line = lines[at];
  const PageLine& next = lines[at + 1];
  if (is_image_of(line, next) || is_image_of(next, line)) return true;
  return is_headline(line) && is_headline(next) && line.words >= 2 && same_words(line, next);
}

/// A byline before or after the pair: another article begins.
bool is_signed(const PageLines& lines, std::size_t at) {
  return (at > 0 && lines[at - 1].role == LineRole::byline) ||
         (at + 2 < lines.size() && lines[at + 2].role == LineRole::byline);
}

/// Whether blank lines separate the article's paragraphs before line `at`.
bool blank_lines_apart(const PageLines& lines, std::size_t from, std::size_t at) {
  std::size_t paragraphs = 0;
  // The last few lines suffice; reading all of them at every line would take quadratic time.
  const std::size_t first = std::max(from + 1, at > 20 ? at - 20 : 0);
  for (std::size_t i = first; i < at; ++i) {
    if (lines[i].role != LineRole::prose) continue;
    ++paragraphs;
    if (!lines[i].after_blank) return false;
  }
  return paragraphs >= 1;
}

/// One teaser: its end, and the evidence besides its form.
struct Teaser {
  std::size_t end = 0;
  bool whole = false;  ///< headline and one short paragraph
  bool evident = false;
  bool likely = false;  ///< weak evidence: it may also be the article's last section
};

/// Reads section, headline, date and blurb from line `at` on.
Teaser read_teaser(const PageLines& lines, std::size_t at, bool blanks) {
  Teaser teaser;
  std::size_t heads = 0;
  std::size_t i = at;
  for (; i < lines.size() && lines[i].role != LineRole::prose; ++i) {
    if (is_stop(lines[i]) || lines[i].bullet || i - at > kFarthestLook) return teaser;
    if (lines[i].role == LineRole::phrase) {
      ++heads;
      teaser.likely = teaser.likely || ends_with_image(lines[i]);
    } else {
      teaser.evident = teaser.evident || lines[i].role == LineRole::byline;
    }
  }
  if (i == lines.size() || heads == 0 || heads > kMaxHeadLines || lines[i].words > kLongestBlurb) return teaser;
  if (i + 1 < lines.size() && lines[i + 1].role == LineRole::prose) return teaser;
  teaser.evident = teaser.evident || heads > 1 || ends_cut_off(lines[i].text) || (blanks && !lines[i].after_blank);
  ++i;
  for (; i < lines.size() && is_skipped(lines[i]) && i - at < 2 * kFarthestLook; ++i) {
    teaser.likely = teaser.likely || lines[i].role == LineRole::aside || lines[i].role == LineRole::byline;
  }
  if (i < lines.size() && lines[i].role == LineRole::prose) return teaser;
  teaser.evident = teaser.evident || (blanks && i < lines.size() && !is_stop(lines[i]) && !lines[i].after_blank);
  teaser.whole = true;
  teaser.end = i;
  return teaser;
}

bool is_prose_near(const PageLines& lines, std::size_t at) {
  const std::size_t end = std::min(lines.size(), at + 8);
  for (; at < end && !is_stop(lines[at]); ++at) {
    if (lines[at].role == LineRole::prose) return true;
  }
  return false;
}

/// Headlines and blurbs in turn until the page or the article ends, most of them with evidence of being teasers.
bool begins_blurbs(const PageLines& lines, std::size_t from, std::size_t at) {
  const bool blanks = blank_lines_apart(lines, from, at);
  std::size_t teasers = 0;
  std::size_t evident = 0;
  std::size_t likely = 0;
  for (std::size_t i = at; i < lines.size() && teasers < kMaxTeasers;) {
    if (is_stop(lines[i])) break;
    const Teaser teaser = read_teaser(lines, i, blanks);
    if (!teaser.whole) {
      // Headlines with nothing after them are teasers too; several paragraphs continue the article.
      if (is_prose_near(lines, i)) return teasers >= 2 && likely * 2 > teasers;
      break;
    }
    ++teasers;
    evident += teaser.evident ? 1 : 0;
    likely += teaser.evident || teaser.likely ? 1 : 0;
    i = teaser.end;
  }
  return (evident > 0 || teasers >= 2) && likely > 0 && likely * 2 >= teasers;
}

/// Whether line `at` is in a list, which follows a line that ends with a colon.
bool is_in_list(const PageLines& lines, std::size_t at) {
  const std::size_t first = at > 40 ? at - 40 : 0;
  for (std::size_t i = at; i > first; --i) {
    const PageLine& before = lines[i - 1];
    if (before.text.ends_with(':')) return before.role == LineRole::prose || before.role == LineRole::phrase;
    if (before.role == LineRole::prose) return false;
  }
  return false;
}

/// Headlines in a row that are not followed by two paragraphs of an article.
bool begins_links(const PageLines& lines, std::size_t at) {
  std::size_t run = 0;
  std::size_t i = at;
  const std::size_t end = std::min(lines.size(), at + kFarthestLook);
  for (; i < end && (is_headline(lines[i]) || is_skipped(lines[i])); ++i) {
    run += lines[i].role == LineRole::phrase ? 1 : 0;
  }
  return run >= kShortestRun && prose_run(lines, i, 2) < 2;
}

}  // namespace

bool is_inline_box(const PageLines& lines, std::size_t at) {
  std::size_t i = at + 1;
  const std::size_t end = std::min(lines.size(), at + kFarthestLook);
  while (i < end && (is_skipped(lines[i]) || lines[i].role == LineRole::phrase || lines[i].role == LineRole::pause))
    ++i;
  return i - at <= kLongestBox && prose_run(lines, i, kProseAfterBox) >= kProseAfterBox;
}

bool begins_teasers(const PageLines& lines, std::size_t from, std::size_t at) {
  if (is_pair(lines, at)) return is_signed(lines, at) || prose_run(lines, at + 2, kInlineProse) < kInlineProse;
  if (!is_headline(lines[at]) || lines[at].text.ends_with(':') || is_in_list(lines, at)) return false;
  return begins_blurbs(lines, from, at) || begins_links(lines, at);
}

}  // namespace council_news::scraped
