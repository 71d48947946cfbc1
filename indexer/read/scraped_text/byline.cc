#include "indexer/read/scraped_text/byline.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "common/text/date_reading.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/scraped_text/names.h"

namespace council_news::scraped {
namespace {

constexpr std::size_t kLongestByline = 200;
constexpr int kMostDates = 3;

/// What stands before and behind names and dates and is neither. `says` those tell that the line is a byline.
struct LabelWord {
  std::string_view word;
  bool says = false;
};
constexpr LabelWord kLabelWords[] = {
    {"by", true},       {"words", true},      {"written", true},    {"author", true},      {"authors", true},
    {"byline", true},   {"posted", true},     {"published", true},  {"publish", true},     {"updated", true},
    {"update", true},   {"modified", true},   {"amended", true},    {"created", true},     {"issued", true},
    {"released", true}, {"date", true},       {"reported", true},   {"added", true},       {"reporter", true},
    {"edited", true},   {"submitted", true},  {"uploaded", true},   {"publication", true}, {"story", false},
    {"text", false},    {"report", false},    {"article", false},   {"exclusive", false},  {"last", false},
    {"first", false},   {"on", false},        {"at", false},        {"in", false},         {"time", false},
    {"news", false},    {"release", false},   {"from", false},      {"this", false},       {"was", false},
    {"and", false},     {"page", false},      {"of", false},        {"the", false},        {"online", false},
    {"gan", true},      {"cyhoeddwyd", true}, {"diweddarwyd", true}};

constexpr std::string_view kUpdateWords[] = {"updated", "update", "modified", "amended", "edited", "diweddarwyd"};

/// From here on a byline speaks of the pictures.
constexpr std::string_view kPictureLabels[] = {
    "pictures:",      "picture:",  "photos:",     "photo:",    "images:", "image:",   "pictures by", "picture by",
    "photographs by", "photos by", "photography", "graphics:", "video:",  "photo by", "images by"};

/// Labels that scrapers glue to what stands before them.
constexpr std::string_view kGluedLabels[] = {"Published", "Posted", "Updated", "Last updated", "By "};

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_ascii_digit); }

bool glued_label_at(std::string_view text, std::size_t at) {
  if (at == 0 || !(is_ascii_lower(text[at - 1]) || is_ascii_digit(text[at - 1]))) return false;
  return std::any_of(std::begin(kGluedLabels), std::end(kGluedLabels),
                     [&](std::string_view label) { return text.substr(at).starts_with(label); });
}

/// `Published29 January 2018By Ann Lee` with blanks between its parts.
std::string unglued(std::string_view text) {
  std::string out;
  std::size_t lower_run = 0;
  std::size_t digit_run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool digit_behind_word = is_ascii_digit(c) && lower_run >= 4;
    const bool word_behind_year =
        digit_run == 4 && is_ascii_upper(c) && i + 1 < text.size() && is_ascii_lower(text[i + 1]);
    const bool name_behind_by = i == 2 && is_ascii_upper(c) && ascii_lower(text.substr(0, 2)) == "by";
    if (name_behind_by || digit_behind_word || word_behind_year || glued_label_at(text, i)) out += ' ';
    lower_run = is_ascii_lower(c) ? lower_run + 1 : 0;
    digit_run = is_ascii_digit(c) ? digit_run + 1 : 0;
    out += c;
  }
  return out;
}

const LabelWord* find_label(std::string_view word) {
  const std::string folded = fold_name(word);
  const auto* found = std::find_if(std::begin(kLabelWords), std::end(kLabelWords),
                                   [&](const LabelWord& label) { return label.word == folded; });
  return found == std::end(kLabelWords) ? nullptr : found;
}

bool has_letter_or_digit(std::string_view word) { return !fold_name(word).empty(); }

/// Takes labels and bare signs from both ends of `text`; true when one of them says that this is a byline.
bool strip_labels(std::string_view& text) {
  bool says = false;
  text = trim(text);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const LabelWord* label = find_label(word);
    if (!label && has_letter_or_digit(word)) break;
    says = says || (label && label->says);
    text = trim(text.substr(end));
  }
  while (!text.empty()) {
    const std::size_t blank = text.rfind(' ');
    const std::string_view word = blank == std::string_view::npos ? text : text.substr(blank + 1);
    const LabelWord* label = find_label(word);
    if (!label && has_letter_or_digit(word)) break;
    says = says || (label && label->says);
    text = trim(text.substr(0, text.size() - word.size()));
  }
  return says;
}

bool speaks_of_update(std::string_view before) {
  const std::string folded = fold_name(before);
  return std::any_of(std::begin(kUpdateWords), std::end(kUpdateWords), [&](std::string_view word) {
    // The last label counts: `Published by Ann Lee, updated 3 May`.
    const std::size_t at = folded.rfind(word);
    const std::size_t published = folded.rfind("published");
    return at != std::string::npos && (published == std::string::npos || published < at);
  });
}

/// Takes the dates out of `text`; the rest is appended to `rest`, its parts apart by bars.
void take_dates(std::string_view text, std::optional<Timestamp> latest, Byline& byline, std::string& rest) {
  for (int i = 0; i < kMostDates && has_digit(text); ++i) {
    const std::optional<FoundDate> found = find_page_date(text, latest);
    if (!found || found->end <= found->begin) break;
    std::string_view before = text.substr(0, found->begin);
    std::optional<Timestamp>& place = speaks_of_update(before) ? byline.updated : byline.published;
    if (!place) place = found->moment;
    byline.labelled = strip_labels(before) || byline.labelled;
    rest += before;
    rest += " | ";
    text.remove_prefix(found->end);
  }
  byline.labelled = strip_labels(text) || byline.labelled;
  rest += text;
}

std::string_view without_pictures(std::string_view text) {
  const std::string lower = ascii_lower(text);
  std::size_t end = text.size();
  for (const std::string_view label : kPictureLabels) {
    const std::size_t at = lower.find(label);
    if (at != std::string::npos && at > 0) end = std::min(end, at);
  }
  return text.substr(0, end);
}

}  // namespace

Byline read_byline(std::string_view line, std::optional<Timestamp> latest) {
  Byline byline;
  if (line.size() > kLongestByline) {
    byline.unknown_words = line.size();
    return byline;
  }
  const std::string text = unglued(without_pictures(line));
  std::string rest;
  take_dates(text, latest, byline, rest);
  SplitNames split = split_names(rest);
  // A role without a name and without a label (`Council reporter`) is no byline, but words like any others.
  byline.unknown_words = split.unknown + (split.names.empty() && !byline.labelled ? split.roles : 0);
  byline.names = std::move(split.names);
  byline.labelled = byline.labelled || (split.roles > 0 && !byline.names.empty());
  byline.sentence = byline.unknown_words > 0 && line.ends_with('.') && !line.ends_with("m.");
  // `Ann Lee, Oldbury`: a place may follow the name.
  const std::size_t known = byline.names.size() == 1 && text.find(',') != std::string::npos ? 2 : 0;
  byline.bare_name = !byline.names.empty() && byline.unknown_words <= known && !byline.labelled && !byline.has_date();
  return byline;
}

bool is_byline(const Byline& byline) {
  if (byline.bare_name || byline.sentence) return false;
  if (byline.has_date()) return byline.unknown_words <= (byline.labelled ? 5 : 3);
  return byline.unknown_words == 0 || (byline.labelled && !byline.names.empty() && byline.unknown_words <= 2);
}

}  // namespace council_news::scraped
