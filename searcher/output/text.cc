#include <fmt/core.h>

#include <algorithm>
#include <iostream>

#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"
#include "common/text/terminal.h"
#include "common/text/utf8.h"
#include "searcher/output/writer.h"

namespace council_news {
namespace {

/// Longest line that reads well; wider terminals keep a margin.
constexpr std::size_t kWidest = 100;
constexpr std::size_t kNarrowest = 30;
constexpr std::size_t kIndent = 4;

constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

enum class Look { plain, headline, faint, match };

std::string dressed(const std::string& text, Look look, bool color) {
  if (!color || look == Look::plain || text.empty()) return text;
  const char* code = look == Look::headline ? "1" : look == Look::faint ? "2" : "1;33";
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

/// Text in words, wrapped by the width it takes on the screen; looks do not count.
class Paragraph {
 public:
  Paragraph(std::size_t width, bool color) : width_(width), color_(color) {}

  /// Adds text of one look. Blanks in it are where lines may break.
  void add(std::string_view text, Look look) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t blank = text.find(' ', begin);
      const std::size_t end = std::min(blank, text.size());
      word_width_ += display_width(text.substr(begin, end - begin));
      word_ += dressed(std::string(text.substr(begin, end - begin)), look, color_);
      if (blank != std::string_view::npos) end_word();
      begin = end + 1;
    }
  }

  void write(std::ostream& out) {
    end_word();
    if (!line_.empty()) out << line_ << '\n';
  }

  /// What stands before the first line; later lines are indented by as much.
  void begin_with(const std::string& label) { line_ = label + std::string(kIndent - std::min(kIndent, label.size()), ' '); }

 private:
  void end_word() {
    if (word_.empty()) return;
    if (line_width_ > 0 && line_width_ + 1 + word_width_ > width_ - kIndent) {
      line_ += "\n" + std::string(kIndent, ' ');
      line_width_ = 0;
    }
    if (line_width_ > 0) {
      line_ += ' ';
      ++line_width_;
    }
    line_ += word_;
    line_width_ += word_width_;
    word_.clear();
    word_width_ = 0;
  }

  std::size_t width_;
  bool color_;
  std::string line_ = std::string(kIndent, ' ');
  std::size_t line_width_ = 0;
  std::string word_;
  std::size_t word_width_ = 0;
};

std::string date_of(Timestamp moment) {
  const Day day = day_of(moment);
  return fmt::format("{} {} {}", day.day, kMonths[static_cast<std::size_t>(day.month - 1)], day.year);
}

/// Date, outlet, authors, councils, topics: what is known of them.
std::string about(const Article& article) {
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  };
  const auto join = [](const std::vector<std::string>& parts) {
    std::string joined;
    for (const std::string& part : parts) joined += (joined.empty() ? "" : ", ") + part;
    return joined;
  };
  if (article.published) add(date_of(*article.published));
  add(article.outlet);
  add(join(article.authors));
  std::vector<std::string> councils;
  for (const std::string& slug : article.councils) {
    const Council* council = gazetteer().by_slug(slug);
    councils.push_back(council ? std::string(council->name) : slug);
  }
  add(join(councils));
  std::vector<std::string> labels;
  for (const std::string& slug : article.topics) {
    const Topic* topic = find_topic(slug);
    labels.push_back(topic ? std::string(topic->label) : slug);
  }
  add(join(labels));
  return text;
}

/// Byte offset of a character of `text`.
std::size_t byte_offset(std::string_view text, std::size_t character) {
  std::size_t at = 0;
  while (character-- > 0 && at < text.size()) next_code_point(text, at);
  return at;
}

void add_snippet(const Hit& hit, Paragraph& paragraph) {
  const std::string_view text = hit.snippet;
  std::size_t done = 0;
  for (const auto& [first, last] : hit.matches) {
    const std::size_t begin = byte_offset(text, first);
    const std::size_t end = byte_offset(text, last);
    paragraph.add(for_terminal(text.substr(done, begin - done)), Look::plain);
    paragraph.add(for_terminal(text.substr(begin, end - begin)), Look::match);
    done = end;
  }
  paragraph.add(for_terminal(text.substr(done)), Look::plain);
}

void write_hit(const Hit& hit, const Style& style, std::size_t width, std::ostream& out) {
  Paragraph headline(width, style.color);
  headline.begin_with(fmt::format("{:>2}.", hit.rank));
  const std::string title = squeeze(for_terminal(hit.article.title));
  headline.add(title.empty() ? "(no headline)" : title, Look::headline);
  headline.write(out);

  Paragraph line(width, style.color);
  line.add(squeeze(for_terminal(about(hit.article))), Look::faint);
  line.write(out);

  Paragraph snippet(width, style.color);
  add_snippet(hit, snippet);
  snippet.write(out);

  const std::string url = squeeze(for_terminal(hit.article.url));
  if (!url.empty()) out << std::string(kIndent, ' ') << dressed(url, Look::faint, style.color) << '\n';
}

}  // namespace

void write_text(const Answer& answer, const Style& style, std::ostream& out) {
  const std::size_t width = std::clamp(style.width, kNarrowest, kWidest);
  if (answer.relaxed) out << "No article has all of these words. The nearest:\n\n";
  for (const Hit& hit : answer.hits) {
    if (&hit != &answer.hits.front()) out << '\n';
    write_hit(hit, style, width, out);
  }
  if (answer.hits.empty()) return;
  const std::size_t first = answer.hits.front().rank;
  const std::size_t last = answer.hits.back().rank;
  const std::string total = fmt::format("{}{}", answer.exact ? "" : "about ", answer.total);
  const std::string count = answer.total == 1 ? "1 article" : total + " articles";
  const std::string shown = last - first + 1 == answer.total ? "" : fmt::format(", {} to {} shown", first, last);
  out << '\n' << dressed(count + shown, Look::faint, style.color) << '\n';
}

}  // namespace council_news
