#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/output/writer.h"

namespace council_news {

enum class Look { plain, headline, faint, match, headline_match };

/// `text` with the escape sequences of a look, when the style has colour.
std::string dressed(std::string_view text, Look look, const Style& style);

/// The beginning of `text` that takes at most `columns` on the screen, with … where something was cut off; in ASCII
/// where the style wants that.
std::string cut_to_width(std::string_view text, std::size_t columns, const Style& style);

/// Where it leads, hidden behind text: an OSC 8 hyperlink, when the style has links and `url` is one to follow.
std::string linked(const std::string& text, std::string_view url, const Style& style);

/// Text in words, wrapped by the width it takes on the screen; looks and links do not count. A word that is wider than
/// a line, as text of a script without blanks is, goes on in the next.
class Paragraph {
 public:
  /// Lines are at most `width` columns, of which the first `indent` stay free.
  Paragraph(std::size_t width, std::size_t indent, const Style& style)
      : width_(width), indent_(indent), style_(style), text_(indent, ' '), word_begin_(indent) {}

  /// Adds text of one look. It passes for_terminal here; blanks and newlines in it are where lines may break,
  /// no-break spaces blanks where they may not.
  void add(std::string_view text, Look look);

  /// Adds text in which some ranges, [begin, end) in characters, have a look of their own.
  void add(std::string_view text, const std::vector<std::pair<std::size_t, std::size_t>>& ranges, Look look,
           Look inside);

  /// What stands before the first line, in the columns left free.
  void begin_with(const std::string& label);

  void write(std::ostream& out);

 private:
  /// Of `text_` from `begin` on, up to the next run.
  struct Run {
    std::size_t begin;
    Look look;
  };

  void add_to_word(std::string_view text, Look look);
  void end_word();
  void write_run(std::string_view text, Look look, std::ostream& out) const;

  std::size_t width_;
  std::size_t indent_;
  const Style& style_;
  std::string text_;       ///< its lines so far, and of the last one a word that has not ended
  std::vector<Run> runs_;  ///< before the first, text is plain
  std::size_t word_begin_;
  std::size_t word_width_ = 0;
  std::size_t line_width_ = 0;  ///< of the last line, its indent and that word not counted
};

}  // namespace council_news
