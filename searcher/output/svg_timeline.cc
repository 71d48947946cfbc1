#include "searcher/output/svg_timeline.h"

#include <algorithm>

#include <fmt/core.h>

#include "searcher/output/markup.h"

namespace council_news {
namespace {

// Units of the picture; CSS scales it to the page.
constexpr double kWidth = 720;
constexpr double kHeight = 175;
constexpr double kLeft = 60;
constexpr double kTop = 12;
constexpr double kBottom = 145;
constexpr std::size_t kMaxLabels = 6;
constexpr double kMaxColumnWidth = 60;
constexpr double kMaxLabelWidth = 110;  // a full date on a phone

double value_of(const Period& period, bool share) {
  const auto count = static_cast<double>(period.count);
  if (!share) return count;
  return period.archive > 0 ? count / static_cast<double>(period.archive) : 0;
}

std::string figure(double value, bool share) {
  return share ? fmt::format("{:.1f}%", value * 100) : fmt::format("{:.0f}", value);
}

}  // namespace

std::string svg_timeline(const std::vector<Period>& timeline, bool share) {
  double max = 0;
  for (const Period& period : timeline) max = std::max(max, value_of(period, share));
  if (max <= 0) max = 1;
  const auto size = static_cast<double>(timeline.size());
  const double step = std::min((kWidth - kLeft) / size, kMaxColumnWidth);
  const std::size_t labelled = std::max<std::size_t>(1, (timeline.size() + kMaxLabels - 1) / kMaxLabels);

  std::string svg = fmt::format(
      "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{} from {} to {}, at most {} in one period\">\n", kWidth,
      kHeight, share ? "Share of the archive" : "Articles", escape_markup(timeline.front().period),
      escape_markup(timeline.back().period), figure(max, share));
  for (const double part : {0.0, 1.0}) {
    const double y = kBottom - part * (kBottom - kTop);
    svg += fmt::format("<line class=\"axis\" x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/>", kLeft, kWidth, y);
    svg += fmt::format("<text x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n", kLeft - 6, y + 4,
                       figure(part * max, share));
  }
  for (std::size_t i = 0; i < timeline.size(); ++i) {
    const Period& period = timeline[i];
    const double value = value_of(period, share);
    const double height = value / max * (kBottom - kTop);
    const double x = kLeft + step * static_cast<double>(i);
    if (period.count > 0) {
      svg += fmt::format(
          "<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\"><title>{}: {}{}</title></rect>\n", x,
          kBottom - height, std::max(step * 0.8, 0.6), height, escape_markup(period.period), period.count,
          share ? fmt::format(" of {}", period.archive) : std::string{});
    }
    if (i % labelled != 0) continue;
    // Near the edge a label is right-aligned under its column, so that it stays inside the picture.
    const bool at_edge = x > kWidth - kMaxLabelWidth;
    svg += fmt::format("<text x=\"{:.2f}\" y=\"{}\"{}>{}</text>\n", at_edge ? x + step * 0.8 : x, kHeight - 6,
                       at_edge ? " text-anchor=\"end\"" : "", escape_markup(period.period));
  }
  return svg + "</svg>";
}

}  // namespace council_news
