#include "indexer/read/scraped_text/furniture.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/scraped_text/marker_table.h"

namespace council_news::scraped {
namespace {

constexpr std::size_t kMostLabelWords = 4;
constexpr std::size_t kMostSalaryWords = 16;

/// Words that rows of buttons are made of.
constexpr std::string_view kButtonWords[] = {
    "facebook", "twitter",   "linkedin",    "whatsapp",  "instagram", "pinterest", "reddit",   "youtube",
    "email",    "e",         "mail",        "print",     "share",     "tweet",     "x",        "bluesky",
    "threads",  "rss",       "tumblr",      "google",    "plus",      "telegram",  "copy",     "link",
    "save",     "like",      "follow",      "flipboard", "messenger", "comment",   "comments", "pocket",
    "digg",     "delicious", "stumbleupon", "and",       "on",        "pin",       "more",     "bookmark"};

/// Behind an amount of money these words make it pay.
constexpr std::string_view kPayWords[] = {"per annum", "pa",    "p a",        "per hour",    "an hour",
                                          "per day",   "a day", "per year",   "a year",      "pro rata",
                                          "per week",  "plus",  "negotiable", "competitive", "depending",
                                          "circa",     "up to", "fte",        "benefits"};

constexpr std::string_view kContactWords[] = {"contact",
                                              "enquiries",
                                              "press office",
                                              "press",
                                              "media",
                                              "media team",
                                              "communications",
                                              "telephone",
                                              "tel",
                                              "email",
                                              "e mail",
                                              "further information",
                                              "more information",
                                              "for further information",
                                              "for more information",
                                              "for further details",
                                              "for more details",
                                              "phone",
                                              "mobile"};

bool has_words(std::string_view key, std::string_view words) {
  for (std::size_t at = key.find(words); at != std::string_view::npos; at = key.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ')) return true;
  }
  return false;
}

/// Letters to insert, remove, replace or swap with the next to make `b` of `a`.
std::size_t spelling_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      cost[i][j] =
          std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + std::size_t(a[i - 1] != b[j - 1])});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

/// "recruiter" in any spelling; job boards do not proofread it.
bool is_recruiter(std::string_view label) {
  return label.size() >= 7 && label.size() <= 11 && label.starts_with("re") &&
         spelling_distance(label, "recruiter") <= 2;
}

/// At least nine digits, blanks between them: a telephone number.
bool has_telephone_number(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (++digits >= 9) return true;
    } else if (c != ' ' && c != '(' && c != ')' && c != '+' && c != '-') {
      digits = 0;
    }
  }
  return false;
}

/// The table of phrases by their first word; those that begin anywhere apart.
class MarkerIndex {
 public:
  MarkerIndex() {
    for (const auto markers : {end_markers(), phrase_markers()}) {
      for (const Marker& marker : markers) {
        const std::string_view first = marker.pattern.substr(0, marker.pattern.find(' '));
        const bool anywhere = first.starts_with('*') || first == "#";
        (anywhere ? anywhere_ : by_first_word_[first]).push_back(&marker);
      }
    }
  }

  std::optional<LineRole> find(const PageLine& line) const {
    const std::string_view key = line.key;
    const auto found = by_first_word_.find(key.substr(0, key.find(' ')));
    if (found != by_first_word_.end()) {
      if (const auto role = first_match(line, found->second)) return role;
    }
    return first_match(line, anywhere_);
  }

 private:
  using Markers = std::vector<const Marker*>;

  static std::optional<LineRole> first_match(const PageLine& line, const Markers& markers) {
    for (const Marker* marker : markers) {
      if (line.words <= marker->most_words && matches(line.key, marker->pattern)) return marker->role;
    }
    return std::nullopt;
  }

  std::unordered_map<std::string_view, Markers> by_first_word_;
  Markers anywhere_;
};

}  // namespace

std::optional<LineRole> role_by_phrase(const PageLine& line) {
  static const MarkerIndex index;
  if (line.key.empty()) return LineRole::furniture;
  return index.find(line);
}

std::string label_of(const PageLine& line) {
  const std::size_t colon = line.text.substr(0, 60).find(':');
  if (colon == std::string::npos) return {};
  std::string label = fold_name(line.text.substr(0, colon));
  if (std::size_t(std::count(label.begin(), label.end(), ' ')) >= kMostLabelWords) return {};
  return label;
}

std::optional<LineRole> role_by_label(const PageLine& line) {
  const std::string label = label_of(line);
  if (label.empty()) return std::nullopt;
  if (is_recruiter(label)) return LineRole::advert;
  for (const Label& known : label_markers()) {
    if (known.label == label) return known.role;
  }
  return std::nullopt;
}

bool is_salary(const PageLine& line) {
  if (line.words > kMostSalaryWords) return false;
  const std::size_t pound = line.text.find("£");
  if (pound == std::string::npos || pound > 30) return false;
  const std::string_view amount = std::string_view(line.text).substr(pound + std::string_view("£").size());
  const bool number_follows = !amount.empty() && amount.front() >= '0' && amount.front() <= '9';
  if (!number_follows) return false;
  const bool pays = std::any_of(std::begin(kPayWords), std::end(kPayWords),
                                [&](std::string_view words) { return has_words(line.key, words); });
  const bool range = amount.find("£") != std::string_view::npos && line.words <= 8;
  return !ends_sentence(line.text) && (pays || range) && (pound == 0 || line.words <= 10);
}

bool is_button_row(const PageLine& line) {
  if (line.words > 14 || line.key.find_first_not_of("0123456789 ") == std::string::npos) return false;
  for (std::string_view rest = line.key; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    const bool number = word.find_first_not_of("0123456789") == std::string_view::npos;
    if (!number && std::find(std::begin(kButtonWords), std::end(kButtonWords), word) == std::end(kButtonWords)) {
      return false;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

bool is_social_invitation(const PageLine& line) {
  constexpr std::array<std::string_view, 5> kInvitations = {"follow ", "like ", "find ", "join ", "connect "};
  constexpr std::array<std::string_view, 7> kNetworks = {"facebook", "twitter", "instagram", "whatsapp",
                                                         "linkedin", "on x",    "bluesky"};
  if (line.words > 30) return false;
  const auto begins = [&](std::string_view word) { return line.key.starts_with(word); };
  const auto names = [&](std::string_view word) { return has_words(line.key, word); };
  return std::any_of(kInvitations.begin(), kInvitations.end(), begins) &&
         std::any_of(kNetworks.begin(), kNetworks.end(), names);
}

bool is_breadcrumb(const PageLine& line) {
  if (line.words > 40) return false;
  constexpr std::array<std::string_view, 6> kSigns = {" > ", " » ", " › ", " / ", " → ", " >> "};
  std::size_t crumbs = 1;
  for (const std::string_view sign : kSigns) {
    for (std::size_t at = line.text.find(sign); at != std::string::npos; at = line.text.find(sign, at + 1)) ++crumbs;
  }
  return crumbs >= 3 || (crumbs == 2 && (line.key.starts_with("home ") || line.key.starts_with("news ")));
}

bool is_contact(const PageLine& line) {
  if (line.words > 60) return false;
  const bool mail = line.text.find('@') != std::string::npos;
  if (!mail && !has_telephone_number(line.text)) return false;
  // A sentence of the article may name a number to call; one that begins with these words is for the press.
  return line.words <= 3 ||
         std::any_of(std::begin(kContactWords), std::end(kContactWords), [&](std::string_view words) {
           return line.role == LineRole::prose ? line.key.starts_with(words) : has_words(line.key, words);
         });
}

bool is_credited_caption(const PageLine& line) {
  constexpr std::array<std::string_view, 9> kCredits = {"credit:", "(photo",      "(picture", "(image", "(pic",
                                                        "[image",  "photograph:", "picture:", "photo:"};
  constexpr std::size_t kLongestCredit = 60;  // bytes
  if (line.words > 60) return false;
  const std::size_t begin = line.text.size() - std::min(line.text.size(), kLongestCredit);
  const std::string end = ascii_lower(std::string_view(line.text).substr(begin));
  return std::any_of(kCredits.begin(), kCredits.end(), [&](std::string_view credit) {
    const std::size_t at = end.rfind(credit);
    if (at == std::string::npos) return false;
    const bool word_begins = at == 0 || end[at - 1] == ' ' || end[at - 1] == '(';
    // `(pictured)` names somebody who is in the picture; the sentence goes on.
    return word_begins && !std::string_view(end).substr(at).starts_with("(pictured)");
  });
}

bool is_copyright(const PageLine& line) {
  if (line.words > 40) return false;
  const bool sign = line.text.starts_with("©") || line.text.starts_with("(c) ") || line.text.starts_with("Copyright");
  return sign && line.key.find_first_of("0123456789") != std::string::npos;
}

}  // namespace council_news::scraped
