#include "indexer/read/scraped_text/names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news::scraped {
namespace {

constexpr std::string_view kNoNameWords[] = {
    // who is no person
    "council", "councils", "county", "city", "borough", "district", "metropolitan", "authority", "authorities",
    "government", "ministry", "office", "officer", "team", "desk", "newsdesk", "newsroom", "staff", "press", "media",
    "association", "agency", "department", "directorate", "committee", "cabinet", "board", "trust", "group", "company",
    "ltd", "limited", "plc", "admin", "administrator", "webmaster", "communications", "comms", "service", "services",
    "university", "college", "school", "schools", "library", "libraries", "hospital", "nhs", "police", "partnership",
    // newspapers and their sections
    "news", "newspaper", "newsletter", "magazine", "journal", "gazette", "chronicle", "herald", "times", "ledger",
    "bulletin", "daily", "weekly", "monthly", "editorial", "opinion", "comment", "comments", "feature", "features",
    "analysis", "interview", "blog", "blogs", "politics", "business", "sport", "culture", "video", "gallery", "podcast",
    "events", "event", "jobs", "job", "careers", "directory", "awards", "topics", "topic", "section", "archive",
    "housing", "social", "care", "adult", "adults", "children", "childrens", "education", "transport", "highways",
    "planning", "finance", "budget", "health", "environment", "waste", "recycling", "regeneration", "economy", "growth",
    "development", "digital", "technology", "workforce", "devolution", "elections", "election", "community",
    "communities", "local", "public", "sector", "national", "regional", "international", "uk", "britain", "british",
    "latest", "breaking", "exclusive", "special", "report", "reports", "reporting", "democracy", "policy", "legal",
    "procurement", "homelessness", "leisure", "scotland", "climate", "change", "energy", "equality", "safety", "crime",
    "licensing", "tourism", "roads", "parking",
    // buttons and labels
    "home", "menu", "search", "login", "log", "sign", "register", "subscribe", "share", "tweet", "facebook", "twitter",
    "linkedin", "whatsapp", "email", "print", "view", "click", "here", "next", "previous", "back", "top", "skip",
    "main", "content", "image", "images", "photo", "photos", "picture", "pictures", "published", "updated", "posted",
    "last", "related", "popular", "about", "contact", "privacy", "terms", "cookie", "cookies", "advertise",
    "advertisement", "follow", "us", "you", "your", "our", "we", "all", "other", "new", "free", "source", "credit",
    "caption", "play", "watch", "listen", "article", "articles", "story", "stories", "site", "website", "help",
    "accessibility", "pay", "apply", "find", "what", "how", "why", "when", "who", "where", "is", "are", "the", "a",
    "an", "of", "to", "in", "on", "at", "for", "and", "or", "with", "from", "by", "it", "its", "not", "no", "will",
    "must", "should", "after", "over", "as", "up", "out", "into", "this", "that",
    // time
    "today", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "march", "july", "september", "october", "november", "december", "christmas", "easter",
    "year", "week", "month"};

constexpr std::string_view kRoleWords[] = {
    "reporter",  "reporters", "correspondent", "correspondents", "editor",   "writer",      "journalist", "columnist",
    "reporting", "freelance", "contributor",   "apprentice",     "trainee",  "newsdesk",    "newsroom",   "staff",
    "press",     "desk",      "author",        "blogger",        "producer", "commentator", "ldrs",       "ldr",
    "office",    "team",      "service",       "admin",          "newswire"};

/// Words with which a role begins behind a name: `Jane Smith Local Democracy Reporter`.
constexpr std::string_view kRoleBeginnings[] = {"local",       "political",
                                                "politics",    "chief",
                                                "senior",      "deputy",
                                                "assistant",   "health",
                                                "education",   "social",
                                                "crime",       "community",
                                                "business",    "news",
                                                "city",        "county",
                                                "managing",    "features",
                                                "digital",     "special",
                                                "regional",    "data",
                                                "public",      "the",
                                                "of",          "for",
                                                "bbc",         "pa",
                                                "itv",         "council",
                                                "environment", "housing",
                                                "transport",   "investigations",
                                                "consumer",    "home",
                                                "westminster", "court"};

/// Agencies that stand in bylines beside the name or instead of it.
constexpr std::string_view kAgencies[] = {"local democracy reporting service",
                                          "ldrs",
                                          "local democracy reporter",
                                          "pa",
                                          "pa media",
                                          "press association",
                                          "bbc news",
                                          "bbc",
                                          "itv news",
                                          "sky news",
                                          "the press association",
                                          "agency",
                                          "agencies",
                                          "reuters"};

constexpr std::string_view kParticles[] = {"de", "van", "der", "den", "von", "la",  "le", "du", "da",  "ap",
                                           "ab", "al",  "el",  "bin", "ibn", "del", "di", "st", "ter", "y"};

template <std::size_t N>
bool contains(const std::string_view (&table)[N], std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

std::vector<std::string_view> blanks_apart(std::string_view text) {
  std::vector<std::string_view> words;
  while (!(text = trim(text)).empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

/// Letters, apostrophes, hyphens and points, the first a capital.
bool is_name_word(std::string_view word) {
  bool first = true;
  bool letters = false;
  for (std::size_t offset = 0; offset < word.size();) {
    const char32_t code_point = next_code_point(word, offset);
    if (std::exchange(first, false) && !is_upper(code_point)) return false;
    if (is_letter(code_point)) {
      letters = true;
    } else if (!is_apostrophe(code_point) && !is_hyphen(code_point) && code_point != '.') {
      return false;
    }
  }
  return letters;
}

bool is_handle(std::string_view word) {
  return word.find('@') != std::string_view::npos || word.starts_with("http") || word.starts_with("www.");
}

bool is_all_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t offset = 0; offset < word.size();) {
    const char32_t code_point = next_code_point(word, offset);
    if (!is_letter(code_point)) continue;
    ++letters;
    if (!is_upper(code_point)) return false;
  }
  return letters > 0;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) out += ' ';
    out += words[i];
  }
  return out;
}

/// `text` cut at commas, `and`, `&`, bars and the like.
std::vector<std::string> pieces(std::string_view text) {
  std::string spaced;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t code_point = next_code_point(text, offset);
    const bool cut = code_point < 0x80 ? std::string_view(",;|/()[]*").find(char(code_point)) != std::string_view::npos
                                       : code_point == U'•' || code_point == U'·' || code_point == U'—';
    spaced += cut ? std::string(" | ") : std::string(text.substr(begin, offset - begin));
  }
  std::vector<std::string> out(1);
  for (const std::string_view word : blanks_apart(spaced)) {
    const std::string folded = ascii_lower(word);
    if (word == "|" || word == "&" || word == "-" || word == "–" || word == "+" || folded == "and" ||
        folded == "with") {
      out.emplace_back();
      continue;
    }
    if (!out.back().empty()) out.back() += ' ';
    out.back() += word;
  }
  return out;
}

/// `chief reporter`, `Political Editor`, `reporter for the Ledger`.
bool is_role(const std::vector<std::string_view>& words) {
  if (words.size() > 8) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_role_word(fold_name(words[i]))) continue;
    if (i + 1 == words.size() || words[i + 1] == "at" || words[i + 1] == "for" || words[i + 1] == "of") return true;
  }
  return false;
}

/// The words of a name at the front of `words` whose rest is a role: their number, or 0.
std::size_t name_before_role(const std::vector<std::string_view>& words) {
  for (std::size_t i = 2; i < words.size() && i <= 4; ++i) {
    const std::string folded = fold_name(words[i]);
    if (!contains(kRoleBeginnings, folded) && !is_role_word(folded)) continue;
    const std::vector<std::string_view> rest(words.begin() + std::ptrdiff_t(i), words.end());
    return is_role(rest) && looks_like_name(joined(words, 0, i)) ? i : 0;
  }
  return 0;
}

}  // namespace

bool is_no_name_word(std::string_view folded) { return contains(kNoNameWords, folded); }

bool is_role_word(std::string_view folded) { return contains(kRoleWords, folded); }

bool looks_like_name(std::string_view text) {
  if (text.size() > 60) return false;
  const std::vector<std::string_view> words = blanks_apart(text);
  if (words.size() < 2 || words.size() > 5) return false;
  std::size_t capitalised = 0;
  std::size_t long_words = 0;
  for (const std::string_view word : words) {
    const std::string folded = fold_name(word);
    if (is_no_name_word(folded) || is_role_word(folded)) return false;
    if (is_name_word(word)) {
      ++capitalised;
      if (folded.size() >= 2) ++long_words;
    } else if (!contains(kParticles, word)) {
      return false;
    }
  }
  return capitalised >= 2 && long_words >= 1 && is_name_word(words.back());
}

std::string written_name(std::string_view text) {
  std::vector<std::string_view> words = blanks_apart(text);
  // A link's text and its tooltip: `Ann Lee Ann Lee`.
  const std::size_t half = words.size() / 2;
  if (words.size() == 2 * half && half >= 2 &&
      std::equal(words.begin(), words.begin() + std::ptrdiff_t(half), words.begin() + std::ptrdiff_t(half))) {
    words.resize(half);
  }
  if (!words.empty() && words.back().size() > 2 && words.back().ends_with('.')) words.back().remove_suffix(1);
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ' ';
    if (word.size() < 3 || !is_all_capitals(word) || word.find('.') != std::string_view::npos) {
      out += word;
      continue;
    }
    const std::string lower = ascii_lower(word);
    std::size_t part = 0;  // where the part of a hyphenated name begins
    for (std::size_t i = 0; i < word.size(); ++i) {
      const bool behind_mc = i == part + 2 && lower.compare(part, 2, "mc") == 0;
      out += i == part || behind_mc ? word[i] : lower[i];
      const bool letter = (lower[i] >= 'a' && lower[i] <= 'z') || static_cast<unsigned char>(lower[i]) >= 0x80;
      if (!letter) part = i + 1;
    }
  }
  return out;
}

SplitNames split_names(std::string_view text) {
  SplitNames split;
  for (const std::string& piece : pieces(text)) {
    std::vector<std::string_view> words = blanks_apart(piece);
    words.erase(std::remove_if(words.begin(), words.end(), is_handle), words.end());
    if (words.empty()) continue;
    const std::string rest = joined(words, 0, words.size());
    if (contains(kAgencies, fold_name(rest))) continue;
    if (looks_like_name(rest)) {
      split.names.push_back(written_name(rest));
    } else if (const std::size_t count = name_before_role(words); count > 0) {
      split.names.push_back(written_name(joined(words, 0, count)));
      split.roles += words.size() - count;
    } else if (is_role(words)) {
      split.roles += words.size();
    } else {
      split.unknown += words.size();
    }
  }
  return split;
}

}  // namespace council_news::scraped
