#include "indexer/read/page/names.h"

#include <algorithm>
#include <array>

#include "common/add_new.h"
#include "common/text/date_reading.h"
#include "common/text/utf8.h"

namespace council_news::page {
namespace {

/// Words before the names, in lower case. The longest stand first.
// clang-format off
constexpr std::string_view kBeginnings[] = {
    "zeige alle beiträge von", "alle beiträge von", "ein beitrag von", "ein artikel von", "blog beitrag von",
    "pressemitteilung von", "view all articles by", "view all posts by", "submitted by", "interview by", "article by", "veröffentlicht von", "geschrieben von",
    "contributed by", "beitrag von", "articles by", "reporting by", "exclusive by", "published by", "reported by",
    "scritto da", "publicado por", "escrito por", "publié par", "written by", "a cura di", "posted by", "report by",
    "posts by", "story by", "words by", "écrit par", "pictured by", "auteur(s) :", "authors", "author", "autoren",
    "autorin", "auteurs", "auteur", "autores", "autore", "autor", "words", "text by", "text", "quelle", "from",
    "door", "von", "vom", "par", "por", "by", "di", "de la rédaction de", "–", "-", "|", "•", ":"};
// clang-format on
/// A name may follow these without a blank: the boxes of a page ran together.
constexpr std::size_t kLongBeginning = 8;

/// What parts one name from the next, in lower case.
// clang-format off
constexpr std::string_view kBetween[] = {
    ";", "|", " and ", " & ", " und ", " et ", " y ", " e ", " with ", " mit ", "\n", " · ", " • ", " – ", " — ",
    " / ", " + ", " + "};
// clang-format on

/// Words that say what somebody is, in lower case.
// clang-format off
constexpr std::string_view kRoleWords[] = {
    "reporter", "reporters", "editor", "correspondent", "journalist", "democracy", "writer", "columnist", "chief",
    "staff", "producer", "director", "manager", "officer", "contributor", "contributing", "specialist", "analyst",
    "presenter", "redakteur", "redakteurin", "redaktor", "korrespondent", "journaliste", "periodista", "redactor",
    "redactora", "giornalista", "author", "senior", "freelance", "professor", "ldrs", "ldr"};
// clang-format on

/// Those of them that a byline's second line has. In lower case.
constexpr std::string_view kPressWords[] = {"reporter",      "reporters",  "editor",
                                            "correspondent", "journalist", "democracy"};

/// Words that no name has: what is said with one is no byline, or credits a picture. In lower case.
// clang-format off
constexpr std::string_view kNoNameWords[] = {
    "photographer", "published", "updated", "posted", "university", "minutes", "min", "read", "ago", "comments",
    "comment", "share", "follow", "email", "twitter", "view", "profile", "author's", "posts", "articles", "uhr", "am",
    "on", "at", "desk", "Übersetzung", "translated", "translation", "translator", "traduction", "traducción", "foto",
    "fotos", "photo", "photos", "photography", "picture", "pictures", "image", "images", "video", "theme",
    "wordpress", "powered", "council", "newsroom", "team", "office", "communications"};
// clang-format on

/// Words of the names of papers and agencies: what stands behind a person with one of them is where they work. In lower
/// case.
// clang-format off
constexpr std::string_view kWorkWords[] = {
    "bbc", "itv", "news", "media", "service", "reporting", "agency", "press", "times", "herald", "gazette", "echo",
    "mail", "post", "mercury", "chronicle", "argus", "standard", "live"};
// clang-format on

constexpr std::size_t kLongestNameWords = 5;

/// Words that stand before such a word: `Senior Political Editor`.
// clang-format off
constexpr std::string_view kBeforeRole[] = {
    "local", "political", "politics", "senior", "chief", "deputy", "assistant", "health", "education", "social",
    "crime", "community", "communities", "business", "news", "city", "county", "managing", "features", "digital",
    "special", "regional", "data", "public", "housing", "environment", "transport", "government", "court", "home",
    "affairs", "our", "the", "a", "and", "trainee", "multimedia", "investigations", "sports"};
// clang-format on

/// Accounts that are nobody, in lower case.
// clang-format off
constexpr std::string_view kNobody[] = {
    "admin", "administrator", "webmaster", "wordpress", "user", "guest", "anonymous", "unknown", "none", "null",
    "n/a", "root", "default", "super user", "author", "editor", "staff", "by", "not available", "site admin",
    "webeditor", "news", "press office"};
// clang-format on

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

template <std::size_t size>
bool is_one_of(const std::string_view (&table)[size], std::string_view word) {
  while (!word.empty() && std::string_view("().:,").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  while (!word.empty() && word.front() == '(') word.remove_prefix(1);
  return std::find(std::begin(table), std::end(table), ascii_lower(word)) != std::end(table);
}

std::string_view span(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

template <std::size_t size>
bool has_word_of(const std::string_view (&table)[size], std::string_view part) {
  const std::vector<std::string_view> words = words_of(part);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_one_of(table, word); });
}

/// The name beside a role: `Ann Smith Local Democracy Reporter`, `Chief reporter Ann Smith`. All of it if there is no
/// role in it, nothing if there is nothing else.
std::string_view without_role(std::string_view part) {
  const std::vector<std::string_view> words = words_of(part);
  std::size_t first = 0;
  while (first < words.size() && !is_one_of(kRoleWords, words[first])) ++first;
  if (first == words.size()) return part;
  std::size_t last = words.size() - 1;
  while (!is_one_of(kRoleWords, words[last])) --last;
  while (first > 0 && is_one_of(kBeforeRole, words[first - 1])) --first;
  if (first >= 2) return span(words[0], words[first - 1]);
  if (first == 0 && last + 2 < words.size()) return span(words[last + 1], words.back());
  return {};
}

bool is_nobody(std::string_view part) {
  const std::string lower = ascii_lower(part);
  return std::find(std::begin(kNobody), std::end(kNobody), lower) != std::end(kNobody);
}

std::size_t count_words(std::string_view text) {
  return 1u + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool has_address(std::string_view text) {
  return text.find('@') != std::string_view::npos || text.find("http") != std::string_view::npos ||
         text.find("www.") != std::string_view::npos;
}

/// A handle or address within the text goes, with what follows it; one before the name goes alone.
std::string_view before_address(std::string_view text) {
  while (text.find('@') < text.find(' ') && text.find(' ') != std::string_view::npos)
    text = trim(text.substr(text.find(' ')));
  for (const std::string_view mark : {"http", "www.", "@"}) {
    std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    if (mark == "@") {
      const std::size_t blank = text.rfind(' ', at);
      at = blank == std::string_view::npos ? 0 : blank;
    }
    text = text.substr(0, at);
  }
  return text;
}

/// The length of the words before a name that `text` begins with; 0 if it begins with none.
std::size_t beginning_length(std::string_view text) {
  const std::string lower = ascii_lower(text.substr(0, 40));
  for (const std::string_view beginning : kBeginnings) {
    if (!std::string_view(lower).starts_with(beginning)) continue;
    const char next = beginning.size() < text.size() ? text[beginning.size()] : ' ';
    const bool sign = !is_letter(static_cast<unsigned char>(beginning.back()));
    if (next == ' ' || next == ':' || next == '\n' || sign) return beginning.size();
    if (beginning.size() >= kLongBeginning && next >= 'A' && next <= 'Z') return beginning.size();
  }
  return 0;
}

std::string_view without_beginnings(std::string_view text) {
  for (std::size_t length = beginning_length(text); length != 0; length = beginning_length(text)) {
    text = trim(text.substr(length));
  }
  return text;
}

std::string_view without_brackets(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open != std::string_view::npos && open > 0) text = text.substr(0, open);
  return text;
}

std::string_view without_ends(std::string_view text) {
  constexpr std::string_view kEnds = " ,.:;|-/*\"";
  const std::size_t begin = text.find_first_not_of(" ,:;|-/*\"");
  if (begin == std::string_view::npos) return {};
  std::size_t end = text.find_last_not_of(kEnds);
  if (end == std::string_view::npos) return {};
  // An initial or "Jr." keeps its full stop.
  if (end + 1 < text.size() && text[end + 1] == '.' && end >= 1 &&
      (text[end - 1] == ' ' || text.substr(end - 1, 2) == "Jr"))
    ++end;
  return text.substr(begin, end + 1 - begin);
}

/// Words between the names and a date, in lower case.
// clang-format off
constexpr std::string_view kBeforeDate[] = {
    "on", "at", "am", "vom", "le", "el", "il", "published", "updated", "posted", "-", "–", "|", "·", "•"};
// clang-format on

std::string_view without_date_words(std::string_view text) {
  for (;;) {
    text = trim(text);
    const std::size_t blank = text.rfind(' ');
    const std::string last = ascii_lower(text.substr(blank == std::string_view::npos ? 0 : blank + 1));
    if (last.empty() || std::find(std::begin(kBeforeDate), std::end(kBeforeDate), last) == std::end(kBeforeDate))
      return text;
    text = text.substr(0, text.size() - last.size());
  }
}

struct Sides {
  std::string_view before;
  std::string_view after;
};

/// The text on both sides of the first date in it.
Sides around_date(std::string_view text) {
  if (text.find_first_of("0123456789") == std::string_view::npos) return {text, {}};
  const auto found = find_page_date(text);
  if (!found) return {text, {}};
  return {without_date_words(text.substr(0, found->begin)), text.substr(found->end)};
}

/// What stands behind a full name and a comma and is no other person: `PhD`, `CNN`, `Essex`, `Eastern Daily Press`.
bool is_place_of_work(std::string_view part) { return count_words(part) == 1 || has_word_of(kWorkWords, part); }

/// Where two names stand with nothing between: `Ann SmithBob Jones`. Not within `McDonald`.
bool is_glued(std::string_view text, std::size_t begin, std::size_t at) {
  if (at + 3 >= text.size() || text[at] < 'A' || text[at] > 'Z' || text[at - 1] < 'a' || text[at - 1] > 'z')
    return false;
  const std::size_t blank = text.rfind(' ', at);
  if (blank == std::string_view::npos || blank <= begin || at - blank < 5) return false;
  return text.find(' ', at) != std::string_view::npos && text[at + 1] >= 'a' && text[at + 1] <= 'z';
}

void split_names(std::string_view text, std::vector<std::string_view>& parts) {
  const std::string lower = ascii_lower(text);
  const bool address = has_address(text);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = text[at] == ',' ? 1 : 0;
    const bool behind_full_name = text.substr(begin, at - begin).find(' ') != std::string_view::npos;
    if (text[at] == '/' && behind_full_name && !address) length = 1;
    for (const std::string_view between : kBetween) {
      const bool here = length == 0 && lower[at] == between.front() && lower.compare(at, between.size(), between) == 0;
      if (here) length = between.size();
    }
    const bool glued = at > begin && is_glued(text, begin, at);
    if (length == 0 && !glued) {
      ++at;
      continue;
    }
    parts.push_back(text.substr(begin, at - begin));
    begin = at + length;
    at = glued ? at + 1 : begin;
  }
  parts.push_back(text.substr(begin));
}

bool begins_lower(std::string_view name) { return name.front() >= 'a' && name.front() <= 'z'; }

/// Names that begin with a small letter in earnest.
bool has_small_beginning(std::string_view name) {
  for (const std::string_view word :
       {"de ", "du ", "d'", "da ", "di ", "van ", "von ", "la ", "le ", "ap ", "ab ", "al-", "el-"}) {
    if (name.substr(0, word.size()) == word) return true;
  }
  return false;
}

}  // namespace

std::string clean_name(std::string_view text) {
  std::string_view name = without_beginnings(trim(text));
  name = before_address(name);
  name = without_ends(trim(without_brackets(name)));
  if (name.size() < 2 || name.size() > 80 || is_nobody(name) || has_address(name)) return {};
  if (name.find_first_of("{}<>=[]") != std::string_view::npos) return {};
  if (begins_lower(name) && count_words(name) > 1 && !has_small_beginning(name)) return {};
  return squeeze(name);
}

namespace {

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string_view> parts;
  split_names(trim(text), parts);
  std::vector<std::string> names;
  for (const std::string_view part : parts) {
    std::string name = clean_name(without_role(trim(part)));
    if (name.empty() || count_words(name) > kLongestNameWords || has_word_of(kNoNameWords, name)) continue;
    if (!names.empty() && count_words(names.front()) > 1 && is_place_of_work(name)) continue;
    add_new(names, std::move(name));
  }
  return names;
}

}  // namespace

bool begins_like_byline(std::string_view line) {
  if (line.empty()) return false;
  for (const std::string_view beginning : {"By ",
                                           "BY ",
                                           "by ",
                                           "By: ",
                                           "Written by ",
                                           "Words by ",
                                           "Words: ",
                                           "Report by ",
                                           "Story by ",
                                           "Article by ",
                                           "Interview by ",
                                           "Author: ",
                                           "Posted by ",
                                           "Published by ",
                                           "Submitted by ",
                                           "EXCLUSIVE by ",
                                           "Exclusive by ",
                                           "Von ",
                                           "VON ",
                                           "von ",
                                           "Beitrag von ",
                                           "Blog Beitrag von ",
                                           "Ein Beitrag von ",
                                           "Autor: ",
                                           "Autoren ",
                                           "Par ",
                                           "Por "}) {
    if (line.front() == beginning.front() && line.starts_with(beginning)) return true;
  }
  return false;
}

bool is_role(std::string_view line) {
  const std::string_view first = line.substr(0, line.find_first_of(",|"));
  return !first.empty() && count_words(first) <= kLongestNameWords && has_word_of(kPressWords, first) &&
         without_role(trim(first)).empty();
}

std::vector<std::string> names_in_byline(std::string_view byline) {
  const Sides sides = around_date(without_beginnings(trim(byline)));
  std::vector<std::string> names = names_in(sides.before);
  return names.empty() && !sides.after.empty() ? names_in(sides.after) : names;
}

}  // namespace council_news::page
