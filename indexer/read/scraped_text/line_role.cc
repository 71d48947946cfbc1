#include "indexer/read/scraped_text/line_role.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "common/text/date_reading.h"
#include "common/text/utf8.h"
#include "indexer/read/press/furniture/furniture.h"
#include "indexer/read/press/furniture/line_forms.h"
#include "indexer/read/press/furniture/statement.h"
#include "indexer/read/scraped_text/labelled_fields.h"

namespace council_news::scraped {
namespace {

constexpr std::size_t kMaxTags = 30;
constexpr std::size_t kMaxTagWords = 6;
/// A longer line below the word "tags" is a headline.
constexpr std::size_t kMaxTagWordsOfLine = 3;
/// Bytes of a paragraph that are searched for a date.
constexpr std::size_t kSearchedBytes = 600;
constexpr std::size_t kSearchedParagraphs = 200;
constexpr std::size_t kLongestSentence = 16;  ///< words

bool has_digit(const PageLine& line) { return line.text.find_first_of("0123456789") != std::string::npos; }

/// Paragraphs are not bylines, except short ones: `By Ann Lee, our reporter in Leeds.`
bool could_be_byline(const PageLine& line) { return line.role != LineRole::prose || line.words <= kLongestSentence; }

press::Line press_line(const PageLine& line) {
  press::Line read = press::read_line(line.text, std::string_view(line.key));
  read.prose = line.role == LineRole::prose;
  return read;
}

/// The role of each kind of furniture in a whole page; kinds not set here end the article.
constexpr auto kRoles = [] {
  std::array<LineRole, static_cast<std::size_t>(Furniture::count_)> roles{};
  roles.fill(LineRole::end);
  const auto set = [&](Furniture furniture, LineRole role) { roles[static_cast<std::size_t>(furniture)] = role; };
  set(Furniture::related, LineRole::pause);
  set(Furniture::link, LineRole::aside);
  for (const Furniture furniture : {Furniture::share, Furniture::newsletter, Furniture::cookie, Furniture::copyright,
                                    Furniture::ad, Furniture::page, Furniture::details})
    set(furniture, LineRole::furniture);
  set(Furniture::caption, LineRole::caption);
  set(Furniture::advert, LineRole::advert);
  set(Furniture::tags, LineRole::tags);
  set(Furniture::date, LineRole::byline);
  return roles;
}();

/// `in_head`: no paragraph precedes the line; only there may labels be the scraper's own.
LineRole role_of(PageLine& line, bool in_head, std::optional<Timestamp> latest) {
  line.furniture = press::furniture_of(press_line(line));
  if (line.key.empty() && line.furniture == Furniture::none) return LineRole::furniture;
  const bool read_as_byline = line.furniture == Furniture::none || line.furniture == Furniture::date;
  if (!read_as_byline) return kRoles[static_cast<std::size_t>(line.furniture)];
  const bool may_be_field = in_head && !(line.role == LineRole::prose && press::reports_speech(line.text));
  if (may_be_field && is_field_label(press::label_of(line.text))) return LineRole::furniture;
  if (!could_be_byline(line)) return line.role;
  line.byline = read_credit_line(line.text, latest);
  return is_byline(line.byline) || line.furniture == Furniture::date ? LineRole::byline : line.role;
}

/// `Privacy` above a paragraph is a sub-heading of the article.
void give_roles_to_headings(PageLines& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].furniture != Furniture::site) continue;
    std::size_t next = i + 1;
    while (next < lines.size() && (lines[next].role == LineRole::furniture || lines[next].role == LineRole::caption))
      ++next;
    if (next < lines.size() && lines[next].role == LineRole::prose) lines[i].role = LineRole::phrase;
  }
}

/// The year of a copyright notice, or 0.
int copyright_year(const PageLine& line) {
  int year = 0;
  for (std::size_t at = 0; at + 4 <= line.key.size(); ++at) {
    const std::string_view digits = std::string_view(line.key).substr(at, 4);
    if (!std::all_of(digits.begin(), digits.end(), is_ascii_digit)) continue;
    const int value = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + (digits[3] - '0');
    if (value >= 1990 && value < 2100) year = std::max(year, value);
  }
  return year;
}

/// Adds the entries of a line, separated by commas, semicolons or bars.
void add_tags(std::string_view rest, std::vector<std::string>& tags) {
  while (!rest.empty() && tags.size() < kMaxTags) {
    const std::size_t end = std::min(rest.find_first_of(",;|"), rest.size());
    std::string_view tag = trim(rest.substr(0, end));
    while (tag.starts_with('#')) tag.remove_prefix(1);
    if (tag.ends_with('.')) tag.remove_suffix(1);
    const auto blanks = static_cast<std::size_t>(std::count(tag.begin(), tag.end(), ' '));
    if (!tag.empty() && blanks < kMaxTagWords) tags.emplace_back(tag);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

std::optional<Timestamp> latest_of_paragraphs(const PageLines& lines) {
  std::optional<Timestamp> latest;
  std::size_t searched = 0;
  for (const PageLine& line : lines) {
    if (!has_digit(line)) continue;
    if (++searched > kSearchedParagraphs) break;
    const auto found = find_page_date(std::string_view(line.text).substr(0, kSearchedBytes));
    if (found) latest = std::max(latest, std::optional(found->moment));
  }
  return latest;
}

/// Labels of several paragraphs belong to the text: `Summary: …` below each of the decisions that a page lists.
std::set<std::string> repeated_labels(const PageLines& lines) {
  std::set<std::string> seen;
  std::set<std::string> repeated;
  for (const PageLine& line : lines) {
    if (line.role != LineRole::prose) continue;
    const std::string label = press::label_of(line.text);
    if (!label.empty() && !seen.insert(label).second) repeated.insert(label);
  }
  return repeated;
}

/// `The Ledger:` on its own line before several paragraphs is a picture credit.
void give_roles_to_credits(PageLines& lines) {
  constexpr std::size_t kMaxWordsOfCredit = 5;
  std::map<std::string, std::vector<PageLine*>> credits;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    PageLine& line = lines[i];
    const bool credit = line.role == LineRole::phrase && line.text.ends_with(':') && line.words <= kMaxWordsOfCredit;
    if (credit && lines[i + 1].role == LineRole::prose) credits[line.key].push_back(&line);
  }
  for (const auto& [key, all] : credits) {
    if (all.size() < 2) continue;
    for (PageLine* line : all) line->role = LineRole::caption;
  }
}

}  // namespace

void give_roles(PageLines& lines, std::optional<Timestamp> latest) {
  const std::set<std::string> repeated = repeated_labels(lines);
  bool in_head = true;
  for (PageLine& line : lines) {
    const LineRole form = line.role;
    line.role = role_of(line, in_head, latest);
    in_head = in_head && line.role != LineRole::prose;
    const bool is_entry = form == LineRole::prose && line.role == LineRole::furniture;
    if (is_entry && repeated.count(press::label_of(line.text)) != 0) line.role = form;
  }
  give_roles_to_headings(lines);
  give_roles_to_credits(lines);
}

std::vector<std::string> tags_of(const PageLines& lines, std::size_t at) {
  std::vector<std::string> tags;
  const std::string_view text = lines[at].text;
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) add_tags(text.substr(colon + 1), tags);
  if (!tags.empty()) return tags;
  for (std::size_t i = at + 1; i < lines.size() && tags.size() < kMaxTags; ++i) {
    if (lines[i].role != LineRole::phrase || lines[i].words > kMaxTagWordsOfLine) break;
    add_tags(lines[i].text, tags);
  }
  return tags;
}

std::optional<Timestamp> latest_date(const PageLines& lines) {
  std::optional<Timestamp> labelled;
  std::optional<Timestamp> unlabelled;
  int year = 0;
  for (const PageLine& line : lines) {
    if (!has_digit(line)) continue;
    if (press::is_copyright(line.text, line.words)) year = std::max(year, copyright_year(line));
    if (!could_be_byline(line)) continue;
    const CreditLine byline = read_credit_line(line.text, std::nullopt);
    if (!is_byline(byline)) continue;
    std::optional<Timestamp>& place = byline.labelled ? labelled : unlabelled;
    place = std::max(place, std::max(byline.published, byline.updated));
  }
  if (labelled) return labelled;
  if (year > 0) return at_day({year, 12, 31});
  return unlabelled ? unlabelled : latest_of_paragraphs(lines);
}

}  // namespace council_news::scraped
