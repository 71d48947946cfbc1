#include "searcher/output/paragraph.h"

#include <algorithm>
#include <array>
#include <iostream>

#include <fmt/core.h>

#include "common/text/terminal.h"
#include "common/text/utf8.h"
#include "searcher/output/markup.h"
#include "searcher/output/output_stream.h"

namespace council_news {
namespace {

/// SGR codes in the order of Look. Red is readable on dark and light backgrounds, and grep uses it too.
constexpr std::array<const char*, 7> kCodes{"", "1", "2", "1;31", "1;4;31", "9;31", "4;32"};

/// Byte offset of a character in `text`.
std::size_t byte_offset(std::string_view text, std::size_t character) {
  std::size_t at = 0;
  while (character-- > 0 && at < text.size()) next_code_point(text, at);
  return at;
}

/// Hyperlinks only allow printable ASCII.
std::string percent_encoded(const std::string& url) {
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F)
      out += c;
    else
      out += fmt::format("%{:02X}", byte);
  }
  return out;
}

constexpr std::string_view kNoBreak = "\u00A0";

/// Replaces no-break spaces after wrapping.
std::string with_plain_spaces(std::string text) {
  for (std::size_t at = 0; (at = text.find(kNoBreak, at)) != std::string::npos; ++at)
    text.replace(at, kNoBreak.size(), 1, ' ');
  return text;
}

}  // namespace

std::string styled(std::string_view text, Look look, const Style& style) {
  if (!style.color || look == Look::plain || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", kCodes[static_cast<std::size_t>(look)], text);
}

std::string cut_to_width(std::string_view given, std::size_t columns, const Style& style) {
  const std::string text = style.ascii ? to_ascii(given) : std::string(given);
  const std::string_view dots = style.ascii ? "..." : "…";
  if (display_width(text) <= columns) return text;
  std::size_t width = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    width += display_width(std::string_view(text).substr(begin, at - begin));
    if (width + display_width(dots) > columns) break;
    end = at;
  }
  return text.substr(0, end).append(dots);
}

std::string linked(const std::string& text, std::string_view url, const Style& style) {
  const std::string link = style.links ? percent_encoded(safe_link(url)) : std::string{};
  return link.empty() ? text : fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", link, text);
}

void Paragraph::add(std::string_view raw, Look look) {
  std::string text = for_terminal(raw);
  if (style_.ascii) text = to_ascii(text);  // before measuring: £ becomes GBP
  std::replace(text.begin(), text.end(), '\n', ' ');
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t blank = text.find(' ', begin);
    const std::size_t end = std::min(blank, text.size());
    add_to_word(std::string_view(text).substr(begin, end - begin), look);
    if (blank != std::string::npos) end_word();
    begin = end + 1;
  }
}

void Paragraph::add(std::string_view text, const std::vector<std::pair<std::size_t, std::size_t>>& ranges, Look look,
                    Look inside) {
  std::size_t done = 0;
  for (const auto& [first, last] : ranges) {
    const std::size_t begin = byte_offset(text, first);
    const std::size_t end = byte_offset(text, last);
    if (begin < done || end < begin) continue;
    add(text.substr(done, begin - done), look);
    add(text.substr(begin, end - begin), inside);
    done = end;
  }
  add(text.substr(done), look);
}

void Paragraph::begin_with(const std::string& label) {
  text_ = label + std::string(indent_ - std::min(indent_, label.size()), ' ');
  word_begin_ = text_.size();
}

void Paragraph::write(std::ostream& out) {
  end_word();
  if (line_width_ == 0) return;
  text_.back() = '\n';  // the space after the last word
  if (!style_.color) {
    out << with_plain_spaces(text_);
    return;
  }
  const std::string_view text = text_;
  write_run(text.substr(0, runs_.front().begin), Look::plain, out);
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const std::size_t end = i + 1 < runs_.size() ? runs_[i + 1].begin : text.size();
    write_run(text.substr(runs_[i].begin, end - runs_[i].begin), runs_[i].look, out);
  }
}

/// Styles each line separately, as pagers need it, without leading and trailing spaces, which would show when
/// underlined.
void Paragraph::write_run(std::string_view text, Look look, std::ostream& out) const {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t line_end = std::min(text.find('\n', begin), text.size());
    const std::size_t first = std::min(text.find_first_not_of(' ', begin), line_end);
    const std::size_t last = text.find_last_not_of(' ', line_end - (line_end > begin ? 1 : 0));
    const std::size_t end = first < line_end ? last + 1 : first;
    out << text.substr(begin, first - begin) << with_plain_spaces(styled(text.substr(first, end - first), look, style_))
        << text.substr(end, line_end - end);
    if (line_end < text.size()) out << '\n';
    begin = line_end + 1;
  }
}

void Paragraph::add_to_word(std::string_view text, Look look) {
  if (runs_.empty() || runs_.back().look != look) runs_.push_back({text_.size(), look});
  const std::size_t columns = width_ - std::min(indent_, width_ - 1);
  if (const std::size_t whole = display_width(text); word_width_ + whole <= columns) {
    text_ += text;
    word_width_ += whole;
    return;
  }
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    next_code_point(text, at);
    const std::size_t wide = display_width(text.substr(before, at - before));
    if (word_width_ + wide > columns && before > begin) {
      text_ += text.substr(begin, before - begin);
      end_word();
      begin = before;
    }
    word_width_ += wide;
  }
  text_ += text.substr(begin);
}

void Paragraph::end_word() {
  if (text_.size() == word_begin_) return;
  if (line_width_ > 0 && line_width_ + 1 + word_width_ + indent_ > width_) {
    text_.replace(word_begin_ - 1, 1, 1, '\n').insert(word_begin_, indent_, ' ');
    for (auto run = runs_.rbegin(); run != runs_.rend() && run->begin >= word_begin_; ++run) run->begin += indent_;
    line_width_ = 0;
  }
  line_width_ += (line_width_ > 0 ? 1 : 0) + word_width_;
  word_width_ = 0;
  text_ += ' ';
  word_begin_ = text_.size();
}

}  // namespace council_news
