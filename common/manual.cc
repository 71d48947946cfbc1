#include "common/manual.h"

#include <algorithm>
#include <iostream>

#include <fmt/core.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "common/version.h"

namespace council_news {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kMaxTermWidth = 24;

/// `text` in lines of at most `width` columns; a wider word gets a line of its own.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
      lines.push_back(std::move(line));
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
    begin = end + 1;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

void write_items(const std::vector<ManualItem>& items, std::ostream& out) {
  std::size_t widest = 0;
  for (const ManualItem& item : items) {
    const std::size_t width = display_width(item.term);
    if (width <= kMaxTermWidth) widest = std::max(widest, width);
  }
  const std::size_t column = kIndent + widest + 2;
  for (const ManualItem& item : items) {
    std::size_t at = kIndent + display_width(item.term);
    out << std::string(kIndent, ' ') << item.term;
    if (at + 2 > column) {
      out << '\n';
      at = 0;
    }
    for (const std::string& line : wrapped(item.text, kWidth - column)) {
      out << std::string(column - at, ' ') << line << '\n';
      at = 0;
    }
  }
}

/// Escapes text for roff.
std::string roff(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case U'\\':
        out += "\\e";
        break;
      case U'-':
        out += "\\-";
        break;
      case U'\'':
        out += "\\(aq";
        break;
      case U'`':
        out += "\\(ga";
        break;
      case U'^':
        out += "\\(ha";
        break;
      case U'~':
        out += "\\(ti";
        break;
      default:
        if (c < 0x80)
          out += static_cast<char>(c);
        else
          out += fmt::format("\\[u{:04X}]", static_cast<unsigned>(c));
    }
  }
  return out;
}

void write_roff_text(const std::string& text, std::ostream& out) {
  for (const std::string& line : wrapped(roff(text), kWidth - 2))
    out << (line.starts_with('.') ? "\\&" : "") << line << '\n';
}

std::string upper(std::string text) {
  for (char& c : text)
    if (is_ascii_lower(c)) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

void write_help(const Manual& manual, std::ostream& out) {
  out << manual.name << ": " << manual.summary << "\n\n";
  for (std::size_t i = 0; i < manual.usage.size(); ++i)
    out << (i == 0 ? "usage: " : "       ") << manual.name << ' ' << manual.usage[i] << '\n';
  for (const ManualSection& section : manual.sections) {
    if (section.only_in_page) continue;
    out << '\n' << section.heading << '\n';
    write_items(section.items, out);
    for (const std::string& paragraph : section.paragraphs)
      for (const std::string& line : wrapped(paragraph, kWidth - kIndent))
        out << std::string(kIndent, ' ') << line << '\n';
  }
}

void write_manual_page(const Manual& manual, std::ostream& out) {
  const std::string name = roff(manual.name);
  out << fmt::format(".TH {} 1 \"\" \"council\\-news {}\" \"User Commands\"\n", upper(name), kVersion);
  out << ".nh\n.ad l\n.SH NAME\n" << name << " \\- " << roff(manual.summary) << "\n.SH SYNOPSIS\n";
  for (std::size_t i = 0; i < manual.usage.size(); ++i)
    out << (i == 0 ? "" : ".br\n") << "\\fB" << name << "\\fR " << roff(manual.usage[i]) << '\n';
  for (const ManualSection& section : manual.sections) {
    out << ".SH \"" << upper(section.heading) << "\"\n";
    for (const ManualItem& item : section.items) {
      out << ".TP\n\\fB" << roff(item.term) << "\\fR\n";
      write_roff_text(item.text, out);
    }
    for (std::size_t i = 0; i < section.paragraphs.size(); ++i) {
      if (i > 0 || !section.items.empty()) out << ".PP\n";
      write_roff_text(section.paragraphs[i], out);
    }
  }
  out << ".SH \"SEE ALSO\"\n\\fB" << roff(manual.see_also) << "\\fR(1)\n";
}

}  // namespace council_news
