#pragma once

#include <array>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/answer/answer.h"

namespace council_news {

/// How an answer is to look.
struct Style {
  bool color = false;
  bool links = false;               ///< may addresses be OSC 8 hyperlinks?
  bool follows_links = false;       ///< is the terminal known to follow them, so that less of an address will do?
  bool ascii = false;               ///< the terminal shows no more than ASCII
  bool explain = false;             ///< say how the query was read
  bool share = false;               ///< timelines relative to the archive's own volume
  std::size_t width = 80;           ///< columns of the terminal
  std::vector<std::string> fields;  ///< of csv, tsv and jsonl, by the names of hit_fields.h; empty: the usual ones
  std::string title;                ///< of a page or feed, when several answers are in it; else empty
  Timestamp now;                    ///< when it is written
};

/// Writes answers in one form of output. Calls come in this order: begin, then for each answer begin_answer, its hits,
/// end_answer; then end. So any number of hits passes through; an answer's own list of hits is not looked at.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual void begin() {}
  virtual void begin_answer(const Answer&) {}
  virtual void hit(const Answer& answer, const Hit& hit) = 0;
  virtual void end_answer(const Answer&) {}
  virtual void end() {}
};

using MakeWriter = std::unique_ptr<Writer> (*)(const Style& style, std::ostream& out);

/// One form of output. Options, help and dispatch read the table of them.
struct Format {
  std::string_view name;
  const char* help;
  MakeWriter make;
  bool has_fields;  ///< does it print the columns of --fields?
  bool is_digest;   ///< can it hold several answers?
};

std::unique_ptr<Writer> make_text_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_json_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_json_lines_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_csv_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_tsv_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_rss_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_html_writer(const Style& style, std::ostream& out);

inline constexpr std::array<Format, 7> kFormats{{
    {"text", "for people", make_text_writer, false, true},
    {"json", "one object, for scripts", make_json_writer, false, false},
    {"jsonl", "one object a hit and line", make_json_lines_writer, true, false},
    {"csv", "for spreadsheets", make_csv_writer, true, false},
    {"tsv", "for cut and awk", make_tsv_writer, true, false},
    {"rss", "a feed of the hits", make_rss_writer, false, true},
    {"html", "a report to read, print or send: one file", make_html_writer, false, true},
}};

/// Writes a whole answer.
void write_answer(Writer& writer, const Answer& answer);

/// One line of JSON for an answer (searcher/README.md); with `fields`, of each hit only these.
void write_json(const Answer& answer, const std::vector<std::string>& fields, std::ostream& out);

/// `{"error":{"code":…,"message":…,"hint":…}}`, as scripts get it.
void write_json_error(std::string_view code, std::string_view message, std::string_view hint, std::ostream& out);

}  // namespace council_news
