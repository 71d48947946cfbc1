#pragma once

#include <array>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/named_rows.h"
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
  std::vector<std::string> fields;  ///< columns, by the names of hit_fields.h; empty: the usual ones
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

enum class FormatId { text, json, jsonl, csv, tsv, rss, html };

/// One form of output. Options, help, completions, messages and dispatch read the table of them: another format is an
/// id, a row and a writer.
struct Format {
  FormatId id;
  std::string_view name;
  const char* help;
  MakeWriter make;
  bool has_columns = false;   ///< does it print the columns of --fields?
  bool is_digest = false;     ///< can it hold several answers?
  bool is_grouped = false;    ///< one article of each story, unless --no-group?
  bool for_terminal = false;  ///< coloured and paged on a terminal; tells by itself that little or nothing was found
  bool has_errors = false;    ///< is an error an object of it on stdout, too?
};

std::unique_ptr<Writer> make_text_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_json_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_json_lines_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_csv_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_tsv_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_rss_writer(const Style& style, std::ostream& out);
std::unique_ptr<Writer> make_html_writer(const Style& style, std::ostream& out);

inline constexpr auto kFormats = std::to_array<Format>({
    {.id = FormatId::text,
     .name = "text",
     .help = "for people",
     .make = make_text_writer,
     .is_digest = true,
     .is_grouped = true,
     .for_terminal = true},
    {.id = FormatId::json,
     .name = "json",
     .help = "one object, for scripts",
     .make = make_json_writer,
     .has_errors = true},
    {.id = FormatId::jsonl,
     .name = "jsonl",
     .help = "one object a hit and line",
     .make = make_json_lines_writer,
     .has_columns = true},
    {.id = FormatId::csv, .name = "csv", .help = "for spreadsheets", .make = make_csv_writer, .has_columns = true},
    {.id = FormatId::tsv, .name = "tsv", .help = "for cut and awk", .make = make_tsv_writer, .has_columns = true},
    {.id = FormatId::rss, .name = "rss", .help = "a feed of the hits", .make = make_rss_writer, .is_digest = true},
    {.id = FormatId::html,
     .name = "html",
     .help = "a report to read, print or send: one file",
     .make = make_html_writer,
     .is_digest = true,
     .is_grouped = true},
});

constexpr const Format& format_of(FormatId id) { return kFormats[static_cast<std::size_t>(id)]; }

static_assert(rows_are_in_order(kFormats) && kFormats.back().id == FormatId::html,
              "kFormats has its rows in the order of FormatId, each of them; html stays last");

/// Writes a whole answer.
void write_answer(Writer& writer, const Answer& answer);

/// One line of JSON for an answer (searcher/README.md); with `fields`, of each hit only these.
void write_json(const Answer& answer, const std::vector<std::string>& fields, std::ostream& out);

/// `{"error":{"code":…,"message":…,"hint":…}}`, as scripts get it.
void write_json_error(std::string_view code, std::string_view message, std::string_view hint, std::ostream& out);

}  // namespace council_news
