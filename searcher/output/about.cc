#include "searcher/output/about.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"
#include "common/text/month_names.h"
#include "common/text/terminal.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxOutlets = 4;

/// `a, b, c and 22 others`; never "1 others".
std::string first_of(std::vector<std::string> parts, std::size_t max) {
  if (parts.size() <= max) return joined(parts);
  const std::size_t others = parts.size() - (max - 1);
  parts.resize(max - 1);
  return fmt::format("{} and {} others", joined(parts), others);
}

}  // namespace

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string long_date(Timestamp moment) {
  const Day day = day_of(moment);
  return fmt::format("{} {} {}", day.day, month_abbreviation(day.month), day.year);
}

std::string long_moment(Timestamp moment) {
  std::string text = long_date(moment);
  if (moment.precision == Precision::day) return text;
  text += ", " + format_timestamp(moment).substr(11, 5) + " UTC";
  const Day utc = utc_day_of(moment.seconds);
  if (utc != day_of(moment)) text += fmt::format(" on {} {}", utc.day, month_abbreviation(utc.month));
  return text;
}

std::string enumerated(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text;
}

std::string headline_of(const std::string& title) {
  return trim(for_terminal(title)).empty() ? "(no headline)" : title;
}

std::vector<std::string> council_names(const Article& article) {
  std::vector<std::string> names;
  for (const std::string& slug : article.councils) names.push_back(council_name(slug));
  return names;
}

std::vector<std::string> topic_labels(const Article& article) {
  std::vector<std::string> labels;
  for (const std::string& slug : article.topics) labels.push_back(topic_label(slug));
  return labels;
}

std::string about(const Article& article, std::size_t max) {
  std::string text;
  const auto add = [&text](const std::string& part) {
    // A no-break space keeps the dot from starting a line.
    if (!part.empty()) text += (text.empty() ? "" : "\u00A0· ") + part;
  };
  if (article.published) add(long_date(*article.published));
  add(squeeze(article.outlet));
  add(first_of(article.authors, max));
  add(first_of(council_names(article), max));
  add(first_of(topic_labels(article), max));
  return text;
}

std::string also_in_words(std::size_t also, const std::vector<std::string>& outlets) {
  if (also == 0) return {};
  if (outlets.empty()) return also == 1 ? "and 1 near-duplicate" : fmt::format("and {} near-duplicates", also);
  if (outlets.size() <= kMaxOutlets) return "also in " + enumerated(outlets);
  std::vector<std::string> parts(outlets.begin(), outlets.begin() + kMaxOutlets - 1);
  parts.push_back(fmt::format("{} other outlets", outlets.size() - parts.size()));
  return "also in " + enumerated(parts);
}

std::string also_found_by(const std::vector<std::string>& searches) {
  if (searches.size() < 2) return {};
  return "also found by " + enumerated({searches.begin() + 1, searches.end()});
}

}  // namespace council_news
