#include "searcher/output/changes_text.h"

#include <algorithm>
#include <iostream>

#include <fmt/core.h>

#include "searcher/answer/word_diff.h"
#include "searcher/output/about.h"
#include "searcher/output/paragraph.h"

namespace council_news {
namespace {

constexpr std::size_t kIndent = 4;

std::string words(std::size_t count) { return fmt::format("{} {}", count, count == 1 ? "word" : "words"); }

std::string title_and_length(const ArticleVersion& version) {
  return fmt::format("“{}”, {}", headline_of(version.title), words(version.words));
}

void line(const std::string& text, std::size_t indent, Look look, const Style& style, std::size_t width,
          std::ostream& out) {
  Paragraph paragraph(width, indent, style);
  paragraph.add(text, look);
  paragraph.write(out);
}

void add(const Edit& edit, const Style& style, Paragraph& paragraph) {
  struct Mark {
    Look look;
    const char* begin;
    const char* end;
  };
  static constexpr Mark kMarks[]{{Look::plain, "", ""}, {Look::removed, "[-", "-]"}, {Look::added, "{+", "+}"}};
  const Mark& mark = kMarks[static_cast<std::size_t>(edit.kind)];
  paragraph.add(style.color ? edit.text : mark.begin + edit.text + mark.end, mark.look);
}

void write_edits(const std::string& label, const Edits& edits, const Style& style, std::size_t width,
                 std::ostream& out) {
  Paragraph paragraph(width, kIndent, style);
  paragraph.add(label, Look::plain);
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (i > 0) paragraph.add(" ", Look::plain);
    add(edits[i], style, paragraph);
  }
  paragraph.write(out);
}

}  // namespace

std::string version_heading(const ArticleVersion& version) {
  return version.at ? long_moment(*version.at) : "unknown date";
}

std::vector<std::string> version_remarks(const History& history, const ArticleVersion& version) {
  std::vector<std::string> remarks;
  const auto& versions = history.versions;
  if (&version == &versions.front()) remarks.push_back("First version: " + title_and_length(version));
  if (version.other_form) {
    const bool was_blurb = (&version - 1)->words * 2 < version.words;
    remarks.push_back((was_blurb ? "The full text was read: " : "Another source was read: ") +
                      title_and_length(version));
  }
  if (&version != &versions.back()) return remarks;
  if (std::none_of(versions.begin(), versions.end(), [](const auto& one) { return one.is_edit(); }))
    remarks.push_back(history.article.changed
                          ? "No other version is kept; last changed " + long_date(*history.article.changed)
                          : "No edit of the headline or text was seen.");
  for (const std::string& title : history.other_titles) remarks.push_back("Another headline: " + title);
  return remarks;
}

void write_changes(const History& history, const Style& style, std::size_t width, std::ostream& out) {
  line(headline_of(history.article.title), 0, Look::headline, style, width, out);
  for (const ArticleVersion& version : history.versions) {
    out << '\n';
    line(version_heading(version), 0, Look::headline, style, width, out);
    if (!version.title_edits.empty()) write_edits("Headline: ", version.title_edits, style, width, out);
    for (const std::string& remark : version_remarks(history, version))
      line(remark, kIndent, Look::plain, style, width, out);
    for (const Edits& paragraph : version.text_edits)
      write_edits("", with_context(paragraph, kContext), style, width, out);
  }
}

}  // namespace council_news
