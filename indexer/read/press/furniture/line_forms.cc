#include "indexer/read/press/furniture/line_forms.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/text/utf8.h"

namespace council_news::press {
namespace {

constexpr std::size_t kMaxSalaryWords = 16;
/// Maximum bytes before an amount within a line, and maximum words of such a line.
constexpr std::size_t kBeforeAmount = 30;
constexpr std::size_t kShortSalaryWords = 10;
constexpr std::size_t kRangeWords = 8;
constexpr std::size_t kTelephoneDigits = 10;
/// Words after a copyright sign without a year: the owner.
constexpr std::size_t kMaxOwnerWords = 8;

/// Words that rows of buttons are made of.
constexpr auto kButtonWords = std::to_array<std::string_view>(
    {"facebook", "twitter",   "linkedin",    "whatsapp",  "instagram", "pinterest", "reddit",   "youtube",
     "email",    "e",         "mail",        "print",     "share",     "tweet",     "x",        "bluesky",
     "threads",  "rss",       "tumblr",      "google",    "plus",      "telegram",  "copy",     "link",
     "save",     "like",      "follow",      "flipboard", "messenger", "comment",   "comments", "pocket",
     "digg",     "delicious", "stumbleupon", "and",       "on",        "pin",       "more",     "bookmark"});

/// Words that make an amount of money before them pay.
constexpr auto kPayWords =
    std::to_array<std::string_view>({"per annum", "pa", "p a", "per hour", "pro rata", "per week", "plus", "negotiable",
                                     "competitive", "depending", "circa", "up to", "fte", "benefits", "salary"});

constexpr auto kContactWords = std::to_array<std::string_view>(
    {"contact", "enquiries", "press office", "press", "media", "media team", "communications", "telephone", "tel",
     "email", "e mail", "further information", "more information", "for further information", "for more information",
     "for further details", "for more details", "phone", "mobile"});

/// Of a sentence that asks its readers to write to somebody: `Email the council at …`, but not to the newsroom.
constexpr auto kAppeals = std::to_array<std::string_view>({"contact ", "email ", "phone ", "telephone "});
constexpr auto kDeterminers = std::to_array<std::string_view>(
    {"the", "your", "a", "an", "any", "his", "her", "its", "their", "them", "him", "council", "councillors"});
constexpr auto kNewsroom = std::to_array<std::string_view>(
    {"us", "our", "press", "media", "newsdesk", "newsroom", "news", "editor", "reporter", "communications"});

constexpr auto kInvitations = std::to_array<std::string_view>({"follow ", "like ", "find ", "join ", "connect "});
constexpr auto kNetworks = std::to_array<std::string_view>(
    {"facebook", "twitter", "instagram", "whatsapp", "linkedin", "on x", "bluesky", "pinterest", "reddit", "youtube"});

constexpr auto kCrumbSigns = std::to_array<std::string_view>({" > ", " » ", " › ", " / ", " → ", " >> "});

constexpr auto kCredits = std::to_array<std::string_view>(
    {"credit:", "(photo", "(picture", "(image", "(pic", "[image", "photograph:", "picture:", "photo:"});
constexpr std::size_t kMaxCreditBytes = 60;

bool has_words(std::string_view key, std::string_view words) {
  for (std::size_t at = key.find(words); at != std::string_view::npos; at = key.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ')) return true;
  }
  return false;
}

/// `£71,000`, `£26001.0`: a salary rather than a fee or a budget.
bool is_yearly_amount(std::string_view amount) {
  std::size_t digits = 0;
  for (const char c : amount) {
    if (is_ascii_digit(c))
      ++digits;
    else if (c != ',' && c != '.')
      break;
  }
  return digits == 5 || digits == 6;
}

/// A line that can only be part of a job advertisement's head: `£18,795 - £19,945 per annum`, `Up to £71,000`.
bool is_salary(const Line& line) {
  if (line.words > kMaxSalaryWords) return false;
  const std::size_t pound = line.text.find("£");
  if (pound > kBeforeAmount || ends_sentence(line.text)) return false;
  const std::string_view amount = line.text.substr(pound + std::string_view("£").size());
  if (amount.empty() || !is_ascii_digit(amount.front()) || (pound > 0 && line.words > kShortSalaryWords)) return false;
  const bool pays = std::any_of(kPayWords.begin(), kPayWords.end(),
                                [&](std::string_view words) { return has_words(line.key, words); });
  const bool hourly = has_words(line.key, "per hour") || has_words(line.key, "an hour");
  const bool range = amount.find("£") != std::string_view::npos && line.words <= kRangeWords;
  return is_yearly_amount(amount) ? pays || range : pays && hourly;
}

/// Misspellings of "recruiter": at most two letters inserted, removed, replaced or swapped. Job boards do not
/// proofread.
bool is_recruiter(std::string_view label) {
  constexpr std::string_view kRecruiter = "recruiter";
  constexpr std::size_t kMaxLabel = 11;
  if (label.size() < 7 || label.size() > kMaxLabel || !label.starts_with("re")) return false;
  std::array<std::array<std::size_t, kRecruiter.size() + 1>, kMaxLabel + 1> cost{};
  for (std::size_t i = 0; i <= label.size(); ++i) {
    for (std::size_t j = 0; j <= kRecruiter.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      const bool same = label[i - 1] == kRecruiter[j - 1];
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (same ? 0u : 1u)});
      const bool swapped = i > 1 && j > 1 && label[i - 1] == kRecruiter[j - 2] && label[i - 2] == kRecruiter[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[label.size()][kRecruiter.size()] <= 2;
}

/// Only names of social networks and buttons: `Facebook Twitter LinkedIn Email`.
bool is_button_row(const Line& line) {
  if (line.words > 14) return false;
  bool network = false;
  for (std::string_view rest = line.key; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    const bool number = word.find_first_not_of("0123456789") == std::string_view::npos;
    if (!number && std::find(kButtonWords.begin(), kButtonWords.end(), word) == kButtonWords.end()) return false;
    network = network || std::find(kNetworks.begin(), kNetworks.end(), word) != kNetworks.end();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return network;
}

/// `Follow us …`, `Like East of England news on Facebook …`: an invitation to a social network.
bool is_social_invitation(const Line& line) {
  if (line.words > 30) return false;
  const auto begins = [&](std::string_view word) { return line.key.starts_with(word); };
  const auto names = [&](std::string_view word) { return has_words(line.key, word); };
  return std::any_of(kInvitations.begin(), kInvitations.end(), begins) &&
         std::any_of(kNetworks.begin(), kNetworks.end(), names);
}

/// The path to the page: `Home > News > Housing`.
bool is_breadcrumb(const Line& line) {
  if (line.words > 40 || line.prose) return false;
  std::size_t crumbs = 1;
  for (const std::string_view sign : kCrumbSigns) {
    for (std::size_t at = line.text.find(sign); at != std::string_view::npos; at = line.text.find(sign, at + 1))
      ++crumbs;
  }
  return crumbs >= 3 || (crumbs == 2 && (line.key.starts_with("home ") || line.key.starts_with("news ")));
}

/// Begins with 0 or +, with only spaces, brackets and hyphens between its digits.
bool has_telephone_number(std::string_view text) {
  std::size_t digits = 0;
  bool begun = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_ascii_digit(c)) {
      const char before = at == 0 ? ' ' : text[at - 1];
      const bool begins = c == '0' && (is_ascii_blank(before) || before == '(' || before == ':');
      if (!begun && (begins || before == '+')) {
        begun = true;
        digits = 0;
      }
      if (++digits >= kTelephoneDigits && begun) return true;
    } else if (c != ' ' && c != '(' && c != ')' && c != '-') {
      begun = false;
    }
  }
  return false;
}

/// `@` between letters or digits.
bool has_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  const auto is_part = [&](std::size_t i) { return is_ascii_letter(text[i]) || is_ascii_digit(text[i]); };
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && is_part(at - 1) && is_part(at + 1);
}

bool is_appeal(const Line& line) {
  const auto names = [&](std::string_view word) { return has_words(line.key, word); };
  const auto asks = [&](std::string_view verb) {
    if (!line.key.starts_with(verb)) return false;
    const std::string_view rest = line.key.substr(verb.size());
    const std::string_view next = rest.substr(0, rest.find(' '));
    return std::find(kDeterminers.begin(), kDeterminers.end(), next) != kDeterminers.end();
  };
  return (line.signs & sign::kColon) == 0 && std::any_of(kAppeals.begin(), kAppeals.end(), asks) &&
         std::none_of(kNewsroom.begin(), kNewsroom.end(), names);
}

/// Contact details: a telephone number or an e-mail address beside words like contact, enquiries, press office.
bool is_contact(const Line& line) {
  if (line.words > 60 || (line.prose && is_appeal(line))) return false;
  if (!has_mail_address(line.text) && !has_telephone_number(line.text)) return false;
  // A sentence of the article may give a number to call; one that begins with these words is for the press.
  return line.words <= 2 || std::any_of(kContactWords.begin(), kContactWords.end(), [&](std::string_view words) {
           return line.prose ? line.key.starts_with(words) : has_words(line.key, words);
         });
}

/// Ends with a picture credit: `The bridge at dusk (Image: Ann Lee)`, `The bridge. Credit: Borough Archive`.
bool is_credited_caption(const Line& line) {
  if (line.words > 60) return false;
  const std::string_view end = line.text.substr(line.text.size() - std::min(line.text.size(), kMaxCreditBytes));
  if (end.find_first_of(":([") == std::string_view::npos) return false;
  const std::string lower = ascii_lower(end);
  return std::any_of(kCredits.begin(), kCredits.end(), [&](std::string_view credit) {
    const std::size_t at = lower.rfind(credit);
    if (at == std::string::npos) return false;
    const bool word_begins = at == 0 || lower[at - 1] == ' ' || lower[at - 1] == '(';
    // `(pictured)` refers to somebody in the picture; the sentence continues.
    return word_begins && !std::string_view(lower).substr(at).starts_with("(pictured)");
  });
}

bool has_copyright_sign(std::string_view text) { return text.starts_with("©") || text.starts_with("(c) "); }

}  // namespace

bool is_end_sign(std::string_view text) {
  return text.starts_with("##") || (text.starts_with('#') && text.find_first_not_of("# ") == std::string_view::npos);
}

bool is_copyright(std::string_view text, std::size_t words) {
  return words <= 40 && (has_copyright_sign(text) || text.starts_with("Copyright")) &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

Furniture furniture_by_form(const Line& line, std::string_view label) {
  const auto has = [&](std::uint8_t any_of) { return (line.signs & any_of) != 0; };
  if (is_recruiter(label)) return Furniture::advert;
  if (is_copyright(line.text, line.words) || (has_copyright_sign(line.text) && line.words <= kMaxOwnerWords))
    return Furniture::copyright;
  if (has(sign::kColon | sign::kBracket) && is_credited_caption(line)) return Furniture::caption;
  if (has(sign::kPound) && is_salary(line)) return Furniture::advert;
  if (is_button_row(line) || is_social_invitation(line)) return Furniture::share;
  if (has(sign::kCrumb) && is_breadcrumb(line)) return Furniture::page;
  return has(sign::kMail | sign::kDigit) && is_contact(line) ? Furniture::details : Furniture::none;
}

}  // namespace council_news::press
