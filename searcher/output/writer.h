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

/// How to present an answer.
struct Style {
  bool color = false;
  bool links = false;               ///< addresses may be OSC 8 hyperlinks
  bool follows_links = false;       ///< the terminal is known to follow them, so addresses may be shortened
  bool ascii = false;               ///< the terminal shows only ASCII
  bool explain = false;             ///< show how the query was read
  bool share = false;               ///< timelines as shares of the archive
  std::size_t width = 80;           ///< columns of the terminal
  std::vector<std::string> fields;  ///< names of hit_fields.h; empty for the default columns
  std::string title;                ///< of a digest, which has several answers; else empty
  Timestamp now;                    ///< the time of writing
};

/// Writes answers in one format. Calls come in this order: begin; for each answer begin_answer, hit for each of its
/// hits, end_answer; then end. Hits are passed one by one, so their number is unlimited; Answer::hits is not used.
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

/// One output format. Options, help, completions, messages and dispatch use the table: a new format needs an id, a row
/// and a writer.
struct Format {
  FormatId id;
  std::string_view name;
  const char* help;
  MakeWriter make;
  bool has_columns = false;   ///< prints the columns of --fields
  bool is_grouped = false;    ///< shows each story once, unless --no-group
  bool for_terminal = false;  ///< coloured and paged on a terminal; reports partial matches itself
  bool has_changes = false;   ///< can show what was edited in an article
  bool has_errors = false;    ///< errors are also written to stdout as an object
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
     .help = "human-readable",
     .make = make_text_writer,
     .is_grouped = true,
     .for_terminal = true,
     .has_changes = true},
    {.id = FormatId::json,
     .name = "json",
     .help = "one object, for scripts",
     .make = make_json_writer,
     .has_changes = true,
     .has_errors = true},
    {.id = FormatId::jsonl,
     .name = "jsonl",
     .help = "one object per line, for each result",
     .make = make_json_lines_writer,
     .has_columns = true,
     .has_changes = true},
    {.id = FormatId::csv, .name = "csv", .help = "for spreadsheets", .make = make_csv_writer, .has_columns = true},
    {.id = FormatId::tsv, .name = "tsv", .help = "for cut and awk", .make = make_tsv_writer, .has_columns = true},
    {.id = FormatId::rss, .name = "rss", .help = "a feed of the results", .make = make_rss_writer},
    {.id = FormatId::html,
     .name = "html",
     .help = "a report in one file, to read, print or send",
     .make = make_html_writer,
     .is_grouped = true,
     .has_changes = true},
});

constexpr const Format& format_of(FormatId id) { return kFormats[static_cast<std::size_t>(id)]; }

static_assert(rows_are_in_order(kFormats) && kFormats.back().id == FormatId::html,
              "kFormats needs one row for each FormatId, in order; html stays last");

/// Writes an answer with its hits.
void write_answer(Writer& writer, const Answer& answer);

/// One line of JSON for an answer (searcher/README.md); with `fields`, hits have only these.
void write_json(const Answer& answer, const std::vector<std::string>& fields, std::ostream& out);

/// `{"error":{"code":…,"message":…,"hint":…}}`, the error object for scripts.
void write_json_error(std::string_view code, std::string_view message, std::string_view hint, std::ostream& out);

}  // namespace council_news
