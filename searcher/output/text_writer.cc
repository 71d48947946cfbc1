#include <algorithm>
#include <iostream>

#include <fmt/core.h>

#include "common/text/terminal.h"
#include "common/text/utf8.h"
#include "searcher/answer/attributions.h"
#include "searcher/output/about.h"
#include "searcher/output/bars.h"
#include "searcher/output/changes_text.h"
#include "searcher/output/paragraph.h"

namespace council_news {
namespace {

/// The longest line that reads well; wider terminals keep a margin.
constexpr std::size_t kMaxWidth = 100;
constexpr std::size_t kMinWidth = 20;
constexpr std::size_t kIndent = 4;

/// Maximum number of authors, councils or topics shown for a result.
constexpr std::size_t kMaxAbout = 4;

/// `Published  29 Jan 2018`.
constexpr std::size_t kLabelWidth = 11;

class TextWriter : public Writer {
 public:
  TextWriter(const Style& style, std::ostream& out)
      : style_(style), out_(out), width_(std::clamp(style.width, kMinWidth, kMaxWidth)) {}

  void begin_answer(const Answer& answer) override {
    if (answer.history) return write_changes(*answer.history, style_, width_, out_);
    first_ = last_ = 0;
    if (!answer.name.empty()) {
      if (answers_++ > 0) out_ << '\n';
      line(fmt::format("{}: {}", answer.name, answer.query), 0, Look::headline);
      out_ << '\n';
    }
    if (style_.explain) {
      line("Read as: " + answer.read_as, 0, Look::faint);
      out_ << '\n';
    }
    if (answer.relaxed) out_ << "No article has all of these words. Closest matches:\n\n";
  }

  void hit(const Answer& answer, const Hit& hit) override {
    if (answer.whole) return write_article(hit);
    if (first_ != 0) out_ << '\n';
    if (first_ == 0) first_ = hit.rank;
    last_ = hit.rank;
    write_hit(hit);
  }

  void end_answer(const Answer& answer) override {
    if (answer.whole || answer.history) return;
    write_bars(answer, style_, width_, out_);
    if (answer.total == 0) return;
    const std::string total = fmt::format("{}{}", answer.exact ? "" : "about ", answer.total);
    const std::string count = answer.total == 1 ? "1 article" : total + " articles";
    const std::string which = !answer.relaxed     ? ""
                              : answer.total == 1 ? " has some of the words"
                                                  : " have some of the words";
    const bool alone = first_ == 0 && answer.facets.empty() && answer.timeline.empty();
    if (!alone) out_ << '\n';
    line(count + which + shown_of(answer), 0, Look::faint);
  }

 private:
  /// Which of the matches are shown, if not all or none.
  std::string shown_of(const Answer& answer) const {
    if (first_ == 0) return answer.last_page ? "; --offset is past the last one" : "";
    const std::size_t number = last_ - first_ + 1;
    if (number >= answer.total) return "";
    if (answer.last_page && first_ == 1) return fmt::format(" in {} {}", number, number == 1 ? "story" : "stories");
    const std::string range = number > 1    ? fmt::format("{} to {}", first_, last_)
                              : first_ == 1 ? "the first"
                                            : fmt::format("number {}", first_);
    return fmt::format(", {} shown{}", range, answer.last_page ? ", the last" : "");
  }

  void line(const std::string& text, std::size_t indent, Look look) {
    Paragraph paragraph(width_, indent, style_);
    paragraph.add(text, look);
    paragraph.write(out_);
  }

  void address(const std::string& url, std::size_t indent, const char* label = "") {
    std::string shown = squeeze(for_terminal(url));
    if (shown.empty()) return;
    // A link that can be followed may be shortened; otherwise it must be complete for copying.
    if (style_.follows_links && linked(shown, url, style_) != shown)
      shown = cut_to_width(shown, std::max(width_, style_.width) - indent, style_);
    out_ << fmt::format("{:<{}}", label, indent) << linked(styled(shown, Look::faint, style_), url, style_) << '\n';
  }

  void write_hit(const Hit& hit) {
    const Article& article = hit.article;
    Paragraph headline(width_, kIndent, style_);
    headline.begin_with(fmt::format("{:>2}. ", hit.rank));
    headline.add(headline_of(article.title), hit.title_matches, Look::headline, Look::headline_match);
    headline.write(out_);
    line(about(article, kMaxAbout), kIndent, Look::faint);
    Paragraph snippet(width_, kIndent, style_);
    snippet.add(hit.snippet, hit.matches, Look::plain, Look::match);
    snippet.write(out_);
    line(also_in_words(hit.also, hit.also_in), kIndent, Look::faint);
    line(also_found_by(hit.searches), kIndent, Look::faint);
    address(article.url, kIndent);
    for (const Reason& reason : hit.reasons)
      line(fmt::format("{:>6.2f}  {}", reason.weight, reason.what), kIndent, Look::faint);
    for (const std::string& attribution : hit.attributions) line(attribution, kIndent, Look::faint);
  }

  /// A label and its text, which is wrapped next to the label.
  void labelled(const char* label, const std::string& text) {
    if (trim(text).empty()) return;
    Paragraph paragraph(width_, kLabelWidth, style_);
    paragraph.begin_with(label);
    paragraph.add(text, Look::plain);
    paragraph.write(out_);
  }

  void write_article(const Hit& hit) {
    const Article& article = hit.article;
    line(headline_of(article.title), 0, Look::headline);
    out_ << '\n';
    labelled("By", enumerated(article.authors));
    if (article.published) labelled("Published", published(article));
    if (hit.edited) labelled("Changed", long_date(*hit.edited) + "; --changes shows how");
    labelled("Outlet", article.outlet);
    labelled("Councils", enumerated(council_names(article)));
    labelled("Topics", joined(topic_labels(article)));
    labelled("Id", article.id);
    address(article.url, kLabelWidth, "Link");
    const char* label = "Also in";
    for (const Article& other : hit.others) {
      labelled(label, carrier(other));
      address(other.url, kLabelWidth);
      label = "";
    }
    if (style_.explain) {
      out_ << '\n';
      for (const std::string& attribution : attributions_of(article)) line(attribution, 0, Look::faint);
    }
    if (!article.body.starts_with(article.summary)) paragraphs(article.summary);
    paragraphs(article.body);
  }

  /// Another article with the story: `The Record, 3 May 2018`.
  static std::string carrier(const Article& article) {
    std::vector<std::string> parts;
    if (!article.outlet.empty()) parts.push_back(squeeze(article.outlet));
    if (article.published) parts.push_back(long_date(*article.published));
    return parts.empty() ? article.id : joined(parts);
  }

  static std::string published(const Article& article) {
    std::string text = long_moment(*article.published);
    if (article.updated) text += " (updated " + long_date(*article.updated) + ")";
    return text;
  }

  void paragraphs(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view paragraph = trim(text.substr(begin, end - begin));
      if (!paragraph.empty()) {
        out_ << '\n';
        line(std::string(paragraph), 0, Look::plain);
      }
      begin = end + 1;
    }
  }

  Style style_;
  std::ostream& out_;
  std::size_t width_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::size_t answers_ = 0;
};

}  // namespace

std::unique_ptr<Writer> make_text_writer(const Style& style, std::ostream& out) {
  return std::make_unique<TextWriter>(style, out);
}

}  // namespace council_news
