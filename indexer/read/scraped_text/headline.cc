#include "indexer/read/scraped_text/headline.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/press/furniture/line.h"
#include "indexer/read/press/people/words.h"

namespace council_news::scraped {
namespace {

constexpr std::string_view kImageWord = " image";
constexpr std::size_t kMaxSiteWords = 6;
constexpr std::size_t kLongestTitleLine = 40;  ///< words, including the site's name
constexpr std::size_t kLongHeadlineWords = 4;
constexpr std::size_t kLongestHeadlineWords = 22;
constexpr std::size_t kListOfHeadlines = 3;
constexpr std::size_t kStandfirstWords = 10;
/// Lines before the body that are searched for the headline; earlier ones are menus.
constexpr std::size_t kMaxHeadLines = 400;
constexpr std::size_t kTitleLines = 3;

constexpr std::array<std::string_view, 3> kDashes = {" - ", " – ", " — "};

std::size_t count_words(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::vector<std::string_view> parts_between_bars(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t bar = text.find('|');
    const std::string_view part = trim(text.substr(0, bar));
    if (!part.empty()) parts.push_back(part);
    text.remove_prefix(bar == std::string_view::npos ? text.size() : bar + 1);
  }
  return parts;
}

/// The headline before the last dash and the text after it; both empty if there is no dash.
std::array<std::string_view, 2> parts_at_dash(std::string_view text) {
  std::size_t last = std::string_view::npos;
  std::size_t after = 0;
  for (const std::string_view dash : kDashes) {
    const std::size_t at = text.rfind(dash);
    if (at == std::string_view::npos || (last != std::string_view::npos && at < last)) continue;
    last = at;
    after = at + dash.size();
  }
  if (last == std::string_view::npos) return {};
  return {text.substr(0, last), text.substr(after)};
}

std::string_view without_image(const PageLine& line) {
  std::string_view text = line.text;
  if (ends_with_image(line)) text.remove_suffix(kImageWord.size());
  return text;
}

bool is_candidate(const PageLine& line) { return line.role == LineRole::phrase && !line.bullet; }

bool is_long(const PageLine& line) { return is_candidate(line) && line.words >= kLongHeadlineWords; }

bool is_section(const PageLine& line) {
  for (std::string_view rest = line.key; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (!press::is_section_word(rest.substr(0, end))) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

/// A run of long lines without a full stop: a headline, a headline and a standfirst, or a list of headlines.
struct Cluster {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool beside_byline = false;
};

Cluster cluster_of(const PageLines& lines, std::size_t begin, std::size_t end, std::size_t at) {
  Cluster cluster{.begin = at, .end = at + 1};
  while (cluster.begin > begin && is_long(lines[cluster.begin - 1])) --cluster.begin;
  while (cluster.end < end && is_long(lines[cluster.end])) ++cluster.end;
  const auto is_byline_line = [&](std::size_t i) {
    return lines[i].role == LineRole::byline || lines[i].byline.bare_name;
  };
  cluster.beside_byline = (cluster.begin > begin && is_byline_line(cluster.begin - 1)) ||
                          (cluster.end < lines.size() && is_byline_line(cluster.end));
  return cluster;
}

/// The line of a cluster that is its headline if nothing else decides.
std::size_t headline_of(const PageLines& lines, const Cluster& cluster) {
  if (cluster.end - cluster.begin < kListOfHeadlines) return cluster.begin;
  const PageLine& last = lines[cluster.end - 1];
  const PageLine& before = lines[cluster.end - 2];
  const bool standfirst = last.words >= kStandfirstWords && last.words > before.words + 3;
  return standfirst ? cluster.end - 2 : cluster.end - 1;
}

int score(const PageLines& lines, std::size_t begin, std::size_t end, std::size_t at, const HeadlineCounts& counts) {
  const PageLine& line = lines[at];
  int points = 0;
  const std::size_t times = counts.of(line);
  if (times > 1 && line.words >= 3) points += line.words >= kLongHeadlineWords ? 12 : 6;
  if (line.words >= kLongHeadlineWords) points += 6;
  if (line.words == 3) points += 2;
  if (line.words > kLongestHeadlineWords) points -= 4;
  if (is_section(line)) points -= 4;
  if (line.byline.bare_name) points -= 3;
  if (ends_with_image(line)) points -= 2;
  if (press::ends_sentence(line.text)) points -= 1;
  if (line.text.ends_with(':')) points -= 6;  // introduces the lines below it: `The decision of the inspector:`
  if (is_long(line)) {
    const Cluster cluster = cluster_of(lines, begin, end, at);
    if (cluster.beside_byline) points += 3;
    if (headline_of(lines, cluster) == at) points += 2;
  } else if (at + 1 < lines.size() && lines[at + 1].role == LineRole::byline) {
    points += 2;
  }
  return points;
}

}  // namespace

HeadlineCounts::HeadlineCounts(const PageLines& lines) {
  for (const PageLine& line : lines) {
    if (line.words > kLongestTitleLine) continue;
    ++counts_[fold_name(without_image(line))];
    if (const auto parts = parts_between_bars(line.text); parts.size() > 1) {
      ++counts_[fold_name(
          *std::max_element(parts.begin(), parts.end(), [](auto a, auto b) { return a.size() < b.size(); }))];
    } else if (const auto [head, site] = parts_at_dash(line.text);
               !head.empty() && count_words(site) <= kMaxSiteWords) {
      ++counts_[fold_name(head)];
    }
  }
}

std::size_t HeadlineCounts::of_text(std::string_view text) const {
  const auto found = counts_.find(fold_name(text));
  return found == counts_.end() ? 0 : found->second;
}

std::size_t HeadlineCounts::of(const PageLine& line) const {
  const std::size_t times = of_text(without_image(line));
  if (times > 1) return times;
  if (const auto parts = parts_between_bars(line.text); parts.size() > 1) return of_text(parts.front());
  const auto [head, site] = parts_at_dash(line.text);
  return head.empty() || count_words(site) > kMaxSiteWords ? times : std::max(times, of_text(head));
}

Headline split_headline(const PageLine& line, const HeadlineCounts& counts) {
  const std::string_view text = without_image(line);
  const auto parts = parts_between_bars(text);
  if (parts.size() > 1) {
    const auto longest =
        std::max_element(parts.begin(), parts.end(), [](auto a, auto b) { return a.size() < b.size(); });
    const bool site_last = longest + 1 != parts.end() && count_words(parts.back()) <= kMaxSiteWords;
    return {std::string(*longest), site_last ? std::string(parts.back()) : std::string()};
  }
  const auto [head, site] = parts_at_dash(text);
  // Counted once for this line, twice if it occurs elsewhere too.
  if (!head.empty() && count_words(site) <= kMaxSiteWords && counts.of_text(head) > 1 && counts.of_text(text) < 2) {
    return {std::string(trim(head)), std::string(trim(site))};
  }
  return {std::string(text), {}};
}

std::string outlet_beside(const PageLines& lines, std::size_t begin, std::size_t end, std::string_view title,
                          const HeadlineCounts& counts) {
  const std::string wanted = fold_name(title);
  for (std::size_t i = begin; i < end; ++i) {
    if (lines[i].words > kLongestTitleLine) continue;
    Headline headline = split_headline(lines[i], counts);
    if (!headline.outlet.empty() && fold_name(headline.title) == wanted) return std::move(headline.outlet);
  }
  return {};
}

std::optional<std::size_t> find_headline(const PageLines& lines, std::size_t begin, std::size_t end,
                                         const HeadlineCounts& counts) {
  // The first lines of a page are its title, whatever menus follow.
  const std::size_t menus_end = end - std::min(end - begin, kMaxHeadLines);
  const auto is_in_menus = [&](std::size_t i) { return i >= begin + kTitleLines && i < menus_end; };
  std::optional<std::size_t> best;
  int best_points = 0;
  std::size_t short_lines = 0;
  for (std::size_t i = end; i > begin; --i) {
    const PageLine& line = lines[i - 1];
    if (!is_candidate(line) || is_in_menus(i - 1)) continue;
    // A line before a menu is less likely to be the headline.
    const int distance = short_lines >= kListOfHeadlines ? 2 : 0;
    const int points = score(lines, begin, end, i - 1, counts) - distance;
    if (!is_long(line)) ++short_lines;
    // Going up, an equal candidate wins only within the same run of lines or beside the byline.
    if (best && points < best_points) continue;
    best = i - 1;
    best_points = points;
  }
  if (best && best_points <= 0) return std::nullopt;
  return best;
}

}  // namespace council_news::scraped
