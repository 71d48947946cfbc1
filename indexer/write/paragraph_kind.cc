#include "indexer/write/paragraph_kind.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "common/knowledge/furniture_roles.h"
#include "common/text/tokeniser.h"
#include "common/text/utf8.h"
#include "indexer/read/press/furniture/furniture.h"

namespace council_news {
namespace {

/// How a paper speaks of its readers and of itself.
constexpr auto kReader =
    std::to_array<std::string_view>({"you", "your", "yours", "yourself", "youre", "youve", "youll"});
constexpr auto kPaper = std::to_array<std::string_view>({"we", "us", "our", "ours", "weve"});

/// Verbs that begin a request.
constexpr auto kRequests = std::to_array<std::string_view>(
    {"become", "click", "contact",   "dont",    "donate", "download", "email", "enjoy",   "enjoying", "find", "follow",
     "get",    "help",  "join",      "like",    "listen", "please",   "read",  "receive", "register", "send", "share",
     "sign",   "stay",  "subscribe", "support", "tap",    "tell",     "to",    "tweet",   "visit",    "want", "watch"});

/// What papers ask their readers for, and where.
constexpr auto kOffers = std::to_array<std::string_view>(
    {"ad",        "adverts",       "advertising", "alerts",      "app",         "apps",         "bluesky",
     "bulletin",  "bulletins",     "cookies",     "donate",      "donation",    "donations",    "emailed",
     "facebook",  "headlines",     "inbox",       "inboxes",     "instagram",   "journalism",   "journalists",
     "linkedin",  "login",         "member",      "membership",  "newsdesk",    "newsletter",   "newsletters",
     "newsroom",  "notifications", "paywall",     "podcast",     "puzzles",     "reader",       "readers",
     "signup",    "subscribe",     "subscriber",  "subscribers", "subscribing", "subscription", "subscriptions",
     "supporter", "supporters",    "threads",     "tiktok",      "twitter",     "unsubscribe",  "whatsapp",
     "youtube"});

/// What a paper is made of.
constexpr auto kStories = std::to_array<std::string_view>(
    {"article", "articles", "edition", "editions", "news", "newspaper", "paper", "reading", "stories", "story"});

/// What happened, or who said what.
constexpr auto kPast = std::to_array<std::string_view>({"agreed", "announced", "approved", "became", "began", "closed",
                                                        "collapsed", "declared", "had", "issued", "opened", "refused",
                                                        "rejected", "said", "says", "told", "voted", "was", "were"});

/// Other words of reports: councils, sums and days.
constexpr auto kReported = std::to_array<std::string_view>(
    {"ago",         "april",     "august",   "authority", "borough",  "cllr",      "council",  "councillor",
     "councillors", "councils",  "december", "february",  "friday",   "january",   "july",     "june",
     "march",       "mayor",     "million",  "monday",    "november", "october",   "percent",  "pounds",
     "saturday",    "september", "sunday",   "thursday",  "tuesday",  "wednesday", "yesterday"});

template <std::size_t Size>
bool is_in(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Furniture that a phrase of the table gives away.
bool is_known_invitation(std::string_view paragraph) {
  std::string key;
  switch (press::furniture_of(press::read_line(paragraph, key))) {
    case Furniture::newsletter:
    case Furniture::share:
    case Furniture::comments:
    case Furniture::cookie:
    case Furniture::bulletin:
      return true;
    default:
      return false;
  }
}

/// The price of a membership or subscription: `£2 a month`.
bool has_regular_price(std::string_view paragraph) {
  constexpr auto kIntervals = std::to_array<std::string_view>(
      {" a month", " a week", " a year", " per month", " per week", " per year", " monthly", "/month"});
  const std::size_t sum = paragraph.find("£");
  return sum != std::string_view::npos &&
         std::any_of(kIntervals.begin(), kIntervals.end(), [&](std::string_view interval) {
           return paragraph.find(interval, sum) != std::string_view::npos;
         });
}

/// What the words of a paragraph show.
struct Signs {
  bool reader = false;
  bool paper = false;
  bool request = false;
  bool offer = false;
  bool stories = false;
  bool past = false;
  bool report = false;
  bool number = false;
  bool name = false;  ///< of anybody but the outlet
};

Signs signs_of(std::string_view paragraph, std::string_view outlet) {
  std::set<std::string> own;
  for (const Token& token : tokenise(outlet)) own.insert(token.term);
  Signs signs;
  bool begins = true;
  std::size_t end = 0;
  for (const Token& token : tokenise(paragraph)) {
    if (token.joined) continue;
    begins = begins || paragraph.substr(end, token.begin - end).find_first_of(".!?:") != std::string_view::npos;
    end = token.end;
    signs.reader |= is_in(kReader, token.term);
    signs.paper |= is_in(kPaper, token.term);
    signs.request |= begins && is_in(kRequests, token.term);
    signs.offer |= is_in(kOffers, token.term);
    signs.stories |= is_in(kStories, token.term);
    signs.past |= is_in(kPast, token.term);
    signs.report |= is_in(kReported, token.term) && own.count(token.term) == 0;
    signs.number |= is_ascii_digit(paragraph[token.begin]);
    signs.name |= !begins && is_ascii_upper(paragraph[token.begin]) && token.term != "i" &&
                  !is_in(kOffers, token.term) && own.count(token.term) == 0;
    begins = false;
  }
  signs.offer |= has_regular_price(paragraph);
  return signs;
}

}  // namespace

ParagraphKind kind_of_paragraph(std::string_view paragraph, std::string_view outlet) {
  if (is_known_invitation(paragraph)) return ParagraphKind::invites;
  const Signs signs = signs_of(paragraph, outlet);
  if (signs.past) return ParagraphKind::states;
  const bool asks = signs.request || signs.paper || signs.reader;
  if (signs.offer && asks && !(signs.report && signs.number)) return ParagraphKind::invites;
  if (signs.report || signs.number) return ParagraphKind::states;
  if ((signs.request || signs.reader) && (signs.paper || signs.stories)) return ParagraphKind::addresses;
  return signs.name ? ParagraphKind::states : ParagraphKind::plain;
}

bool speaks_to_reader(ParagraphKind kind) { return kind == ParagraphKind::invites || kind == ParagraphKind::addresses; }

}  // namespace council_news
