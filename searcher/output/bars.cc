#include "searcher/output/bars.h"

#include <algorithm>
#include <cmath>
#include <iostream>

#include <fmt/core.h>

#include "common/text/terminal.h"
#include "common/text/utf8.h"
#include "searcher/output/paragraph.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxRows = 10;
constexpr std::size_t kMaxLabelWidth = 32;
constexpr std::size_t kMaxBarWidth = 50;
constexpr std::array<const char*, 8> kEighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

/// A row of a chart: label, length of the bar (in any unit), and figures.
struct Row {
  std::string label;
  double length;
  std::string figures;
};

/// A bar for `part` (0 to 1) of `columns`. Anything above 0 is visible.
std::string bar(double part, std::size_t columns, bool ascii) {
  const auto eighths = static_cast<std::size_t>(std::lround(part * static_cast<double>(columns) * 8));
  if (part <= 0) return {};
  if (ascii) return std::string(std::max<std::size_t>((eighths + 4) / 8, 1), '#');
  std::string text;
  for (std::size_t i = 0; i < eighths / 8; ++i) text += "█";
  text += kEighths[eighths % 8];
  return text.empty() ? kEighths[1] : text;
}

void write_chart(const std::string& heading, const std::vector<Row>& rows, const Style& style, std::size_t width,
                 std::ostream& out) {
  std::size_t label_width = 0;
  std::size_t figures_width = 0;
  double longest = 0;
  for (const Row& row : rows) {
    label_width = std::max(label_width, display_width(row.label));
    figures_width = std::max(figures_width, display_width(row.figures));
    longest = std::max(longest, row.length);
  }
  const std::size_t used = 2 + label_width + 2 + figures_width + 1;
  const std::size_t columns = std::min(kMaxBarWidth, width > used + 4 ? width - used : 4);
  out << '\n' << styled(heading, Look::headline, style) << '\n';
  for (const Row& row : rows) {
    const std::string gap(label_width - display_width(row.label), ' ');
    const std::string drawn = bar(longest > 0 ? row.length / longest : 0, columns, style.ascii);
    out << "  " << row.label << gap << "  " << styled(drawn, Look::match, style) << (drawn.empty() ? "" : " ")
        << row.figures << '\n';
  }
}

void write_facet(const Facet& facet, const Style& style, std::size_t width, std::ostream& out) {
  std::vector<Row> rows;
  const bool by_time = facet.order == FacetOrder::value;
  for (const FacetCount& count : facet.counts) {
    if (!by_time && rows.size() == kMaxRows) break;
    rows.push_back({cut_to_width(squeeze(for_terminal(count.label)), std::min(kMaxLabelWidth, width / 2), style),
                    static_cast<double>(count.count), std::to_string(count.count)});
  }
  write_chart("By " + facet.name, rows, style, width, out);
  if (rows.empty()) out << "  (no values)\n";
  if (rows.size() < facet.counts.size()) out << fmt::format("  and {} more\n", facet.counts.size() - rows.size());
}

void write_timeline(const std::vector<Period>& timeline, const Style& style, std::size_t width, std::ostream& out) {
  std::vector<Row> rows;
  for (const Period& period : timeline) {
    const auto count = static_cast<double>(period.count);
    if (!style.share) {
      rows.push_back({period.period, count, std::to_string(period.count)});
    } else {
      const double share = period.archive > 0 ? count / static_cast<double>(period.archive) : 0;
      rows.push_back({period.period, share,
                      period.archive == 0
                          ? "none in the archive"
                          : fmt::format("{:.1f}% ({} of {})", share * 100, period.count, period.archive)});
    }
  }
  write_chart(style.share ? "Over time, as a share of the archive" : "Over time", rows, style, width, out);
}

}  // namespace

void write_bars(const Answer& answer, const Style& style, std::size_t width, std::ostream& out) {
  for (const Facet& facet : answer.facets) write_facet(facet, style, width, out);
  if (!answer.timeline.empty()) write_timeline(answer.timeline, style, width, out);
}

}  // namespace council_news
