#include "indexer/read/scraped_text/body.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "common/text/utf8.h"
#include "indexer/read/press/furniture/article_end.h"
#include "indexer/read/press/furniture/own_text.h"
#include "indexer/read/scraped_text/teasers.h"

namespace council_news::scraped {
namespace {

/// A last line of at least this many words without a full stop is a truncated paragraph.
constexpr std::size_t kCutParagraphWords = 8;

/// Labels on their own line before a picture's caption.
bool announces_caption(const PageLine& line) {
  return line.key == "image caption" || line.key == "media caption" || line.key == "caption";
}

/// `Read more` on its own refers to the headlines below it, `Comments` to the names.
bool announces_links(const PageLine& line) {
  return line.role == LineRole::pause || line.role == LineRole::tags || line.role == LineRole::end ||
         line.role == LineRole::advert || (line.role == LineRole::aside && line.words <= 3);
}

/// A long line in capitals between paragraphs is the headline of another article.
bool is_in_capitals(const PageLine& line) {
  return line.words >= 5 && std::none_of(line.text.begin(), line.text.end(), is_ascii_lower);
}

bool heads_adverts(const PageLines& lines, std::size_t at) {
  if (!press::names_jobs(lines[at].key, lines[at].words)) return false;
  const std::size_t end = std::min(lines.size(), at + 1 + press::kLinesToAdvert);
  for (std::size_t i = at + 1; i < end; ++i) {
    if (lines[i].role == LineRole::advert) return true;
  }
  return false;
}

press::LineWeight weight_of(const PageLine& line) {
  using Kind = press::LineWeight::Kind;
  switch (line.role) {
    case LineRole::prose:
      return {Kind::prose, line.words};
    case LineRole::phrase:
      return {Kind::other, line.words};
    case LineRole::end:
      return {press::is_formal_end(line.furniture) ? Kind::formal_mark : Kind::mark, line.words};
    case LineRole::pause:
    case LineRole::advert:
      return {Kind::mark, line.words};
    default:
      return {Kind::dropped, line.words};
  }
}

/// Whether a headline or a name, and a byline or date, precede the next paragraph: it begins another story, or a
/// comment.
bool is_signed_anew(const PageLines& lines, std::size_t at) {
  constexpr std::size_t kMaxHeadLines = 12;
  bool named = false;
  const std::size_t end = std::min(lines.size(), at + 1 + kMaxHeadLines);
  for (std::size_t i = at + 1; i < end && lines[i].role != LineRole::prose; ++i) {
    if (named && lines[i].role == LineRole::byline) return true;
    named = named || lines[i].role == LineRole::phrase;
  }
  return false;
}

/// Finds the end of the article and whether a line marks it.
std::size_t find_end(const PageLines& lines, std::size_t begin, bool& by_marker) {
  std::vector<press::LineWeight> weights(lines.size());
  std::transform(lines.begin(), lines.end(), weights.begin(), weight_of);
  const press::ArticleEnd end(weights);
  std::size_t before = lines[begin].words;
  bool in_box = false;
  for (std::size_t i = begin + 1; i < lines.size(); ++i) {
    const LineRole role = lines[i].role;
    const bool marks = role == LineRole::end || role == LineRole::advert || heads_adverts(lines, i) ||
                       (role == LineRole::pause && !is_inline_box(lines, i));
    by_marker = marks && (end.is_at(i, before) || is_signed_anew(lines, i));
    if (by_marker && role == LineRole::advert) {
      const auto is_prose = [&](std::size_t at) { return lines[at].role == LineRole::prose; };
      return std::max(begin + 1, press::advert_begin(begin, i, is_prose));
    }
    if (by_marker) return i;
    if (role == LineRole::prose) before += lines[i].words;
    in_box = marks || role == LineRole::pause || (in_box && role != LineRole::prose);
    if (!in_box && begins_teasers(lines, begin, i)) return i;
  }
  by_marker = false;
  return lines.size();
}

/// Selects the lines of [begin, end) that belong to the body.
class Collector {
 public:
  Collector(const PageLines& lines, const PageLine* title, Body& body) : lines_(lines), title_(title), body_(body) {}

  void take(std::size_t at) {
    const PageLine& line = lines_[at];
    if (caption_follows_) {
      caption_follows_ = false;
      if (line.role == LineRole::phrase || line.role == LineRole::prose) return;
    }
    if (line.role == LineRole::prose) return take_prose(at);
    if (line.role == LineRole::phrase) return take_phrase(at);
    if (line.role == LineRole::advert) pending_.clear();  // its title and employer
    caption_follows_ = announces_caption(line);
    if (announces_links(line)) links_follow_ = true;
  }

  /// Drops the lines that were kept in case a paragraph follows.
  void finish() {
    const bool cut_off = !pending_.empty() && pending_.back() + 1 == lines_.size() && pending_.size() == 1 &&
                         lines_[pending_.back()].words >= kCutParagraphWords;
    if (cut_off) keep_pending();
  }

 private:
  void take_prose(std::size_t at) {
    links_follow_ = false;
    if (!seen_.insert(lines_[at].text).second) return;
    if (pending_.size() >= kLinkRun) pending_.clear();
    keep_pending();
    body_.lines.push_back(at);
    ++body_.paragraphs;
    body_.words += lines_[at].words;
    begin_list_if_announced(lines_[at]);
  }

  void take_phrase(std::size_t at) {
    const PageLine& line = lines_[at];
    if (links_follow_ || is_in_capitals(line) || ends_with_image(line) || (title_ && same_words(line, *title_))) return;
    if (in_list_) {
      // The second entry shows the spacing of the list; the first may be set apart from the words before it.
      if (++entries_ == 2) entries_apart_ = line.after_blank;
      if (entries_ <= 2 || entries_apart_ == line.after_blank || line.bullet) {
        keep_pending();
        body_.lines.push_back(at);
        return;
      }
      in_list_ = false;
    }
    pending_.push_back(at);
    begin_list_if_announced(line);
  }

  void begin_list_if_announced(const PageLine& line) {
    in_list_ = line.text.ends_with(':');
    entries_ = 0;
  }

  void keep_pending() {
    body_.lines.insert(body_.lines.end(), pending_.begin(), pending_.end());
    pending_.clear();
  }

  /// Lines in a row without a full stop; fewer may be sub-headings.
  static constexpr std::size_t kLinkRun = 3;

  const PageLines& lines_;
  const PageLine* title_;
  Body& body_;
  std::vector<std::size_t> pending_;  ///< sub-headings not yet followed by a paragraph
  std::unordered_set<std::string_view> seen_;
  bool caption_follows_ = false;
  bool links_follow_ = false;
  bool in_list_ = false;
  std::size_t entries_ = 0;
  bool entries_apart_ = false;
};

}  // namespace

Body read_body(const PageLines& lines, std::size_t begin, const PageLine* title) {
  Body body;
  body.begin = begin;
  body.end = find_end(lines, begin, body.ended_by_marker);
  Collector collector(lines, title, body);
  for (std::size_t i = begin; i < body.end; ++i) collector.take(i);
  collector.finish();
  return body;
}

std::string body_text(const PageLines& lines, const Body& body) {
  std::string text;
  for (std::size_t i = 0; i < body.lines.size(); ++i) {
    const PageLine& line = lines[body.lines[i]];
    const bool list = i > 0 && line.bullet && lines[body.lines[i - 1]].bullet;
    if (i > 0) text += list ? "\n" : "\n\n";
    text += line.text;
  }
  return text;
}

}  // namespace council_news::scraped
