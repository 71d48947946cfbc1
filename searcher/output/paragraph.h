#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/output/writer.h"

namespace council_news {

enum class Look { plain, headline, faint, match, headline_match, removed, added };

/// `text` in the escape sequences of a look, if the style has colour.
std::string styled(std::string_view text, Look look, const Style& style);

/// The start of `text` that fits into `columns`, with … if something was cut; in ASCII if the style needs it.
std::string cut_to_width(std::string_view text, std::size_t columns, const Style& style);

/// `text` as an OSC 8 hyperlink, if the style has links and `url` is safe to follow.
std::string linked(const std::string& text, std::string_view url, const Style& style);

/// Text wrapped by its display width; looks and links take no width. A word wider than a line, as in scripts without
/// spaces, continues on the next line.
class Paragraph {
 public:
  /// Lines are at most `width` columns, of which the first `indent` stay empty.
  Paragraph(std::size_t width, std::size_t indent, const Style& style)
      : width_(width), indent_(indent), style_(style), text_(indent, ' '), word_begin_(indent) {}

  /// Adds text in one look, after passing it through for_terminal. Lines may break at spaces and newlines, but not at
  /// no-break spaces.
  void add(std::string_view text, Look look);

  /// Adds text in which some ranges, [begin, end) in characters, have the look `inside`.
  void add(std::string_view text, const std::vector<std::pair<std::size_t, std::size_t>>& ranges, Look look,
           Look inside);

  /// Puts a label into the indent of the first line.
  void begin_with(const std::string& label);

  void write(std::ostream& out);

 private:
  /// A look from offset `begin` of `text_` up to the next run.
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
  std::string text_;       ///< its lines so far, and the current word
  std::vector<Run> runs_;  ///< text before the first is plain
  std::size_t word_begin_;
  std::size_t word_width_ = 0;
  std::size_t line_width_ = 0;  ///< of the last line, without its indent and the current word
};

}  // namespace council_news
