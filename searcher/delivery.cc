#include "searcher/delivery.h"

#include <iostream>
#include <optional>

#include <unistd.h>

#include "common/index/remote.h"
#include "common/text/terminal.h"
#include "searcher/output/output_stream.h"
#include "searcher/output/pager.h"
#include "searcher/output/paragraph.h"
#include "searcher/output/terminal_traits.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDefaultWidth = 80;

bool wants_color(const Options& options) {
  switch (options.color) {
    case ColorWhen::always:
      return true;
    case ColorWhen::never:
      return false;
    case ColorWhen::automatic:
      break;
  }
  return is_terminal(STDOUT_FILENO) && shows_color();
}

Style style_of(const Options& options, const std::string& title) {
  Style style;
  style.title = title;
  const bool for_terminal = options.format->for_terminal;
  style.color = for_terminal && wants_color(options);
  const Hyperlinks hyperlinks = hyperlinks_of_terminal();
  style.links = style.color && is_terminal(STDOUT_FILENO) && hyperlinks != Hyperlinks::none;
  style.follows_links = style.links && hyperlinks == Hyperlinks::followed;
  // Files and pipes get UTF-8 whatever the locale: they are read elsewhere.
  style.ascii = for_terminal && is_terminal(STDOUT_FILENO) && !shows_utf8();
  style.explain = options.request.explain;
  style.share = options.share;
  style.width = terminal_width(STDOUT_FILENO, kDefaultWidth);
  style.fields = options.fields;
  style.now = now();
  return style;
}

/// Standard output, or a pager. Notes go to the pager too, because it hides what is written to the terminal.
class Output {
 public:
  Output(const Options& options, const Style& style) {
    const std::string command = pager_command();
    if (options.pager && !command.empty() && options.format->for_terminal && is_terminal(STDOUT_FILENO))
      pager_.emplace(command);
    stream_.emplace(pager_ ? pager_->descriptor() : STDOUT_FILENO, style.ascii);
  }
  std::ostream& stream() { return *stream_; }
  std::ostream& notes() { return pager_ ? *stream_ : std::cerr; }

 private:
  std::optional<Pager> pager_;
  std::optional<OutputStream> stream_;
};

/// Writes one line to a script, wrapped lines to a terminal.
void write_note(const std::string& label, const std::string& text, std::ostream& out) {
  if (!is_terminal(STDERR_FILENO)) {
    out << label << for_terminal(text) << '\n';
    return;
  }
  const Style plain;
  Paragraph paragraph(terminal_width(STDERR_FILENO, kDefaultWidth), label.size(), plain);
  paragraph.begin_with(label);
  paragraph.add(text, Look::plain);
  paragraph.write(out);
}

void write_notes(const Answer& answer, const Format& format, std::ostream& out) {
  for (const std::string& warning : answer.warnings) write_note("note: ", warning, out);
  if (answer.relaxed && !format.for_terminal) write_note("note: ", "no article has all of these words", out);
  if (!answer.suggestion.empty()) write_note("did you mean: ", answer.suggestion, out);
}

}  // namespace

void Sink::note(const Answer& answer) { write_notes(answer, format, notes); }

void Sink::begin(const Answer& answer) {
  before = last_rank;
  note(answer);
  writer.begin_answer(answer);
}

void Sink::hit(const Answer& answer, Hit hit) {
  hit.rank += before;
  last_rank = hit.rank;
  if (shown.size() < kMaxRemembered) shown.push_back({hit.rank, hit.article.id});
  writer.hit(answer, hit);
}

std::vector<Shown> deliver(const Options& options, const std::string& title, const std::function<void(Sink&)>& write) {
  const Style style = style_of(options, title);
  Output output(options, style);
  const std::unique_ptr<Writer> writer = options.format->make(style, output.stream());
  Sink sink{.writer = *writer, .format = *options.format, .notes = output.notes()};
  writer->begin();
  write(sink);
  writer->end();
  output.stream().flush();
  return std::move(sink.shown);
}

std::vector<fs::path> absolute(std::vector<fs::path> databases) {
  for (fs::path& database : databases)
    if (!is_remote(database.string())) database = fs::absolute(database).lexically_normal();
  return databases;
}

void remember_shown(const std::vector<Shown>& shown, const std::vector<fs::path>& databases) {
  if (is_terminal(STDOUT_FILENO)) remember_result(shown, absolute(databases));
}

}  // namespace council_news
