#include "indexer/read/page/names.h"

#include <algorithm>
#include <array>

#include "common/text/date_reading.h"
#include "common/text/utf8.h"

namespace council_news::page {
namespace {

/// Words before the names, in lower case. The longest stand first.
constexpr std::string_view kBeginnings[] = {"zeige alle beiträge von",
                                            "alle beiträge von",
                                            "ein beitrag von",
                                            "ein artikel von",
                                            "blog beitrag von",
                                            "pressemitteilung von",
                                            "view all articles by",
                                            "view all posts by",
                                            "veröffentlicht von",
                                            "geschrieben von",
                                            "contributed by",
                                            "beitrag von",
                                            "articles by",
                                            "reporting by",
                                            "exclusive by",
                                            "published by",
                                            "reported by",
                                            "scritto da",
                                            "publicado por",
                                            "escrito por",
                                            "publié par",
                                            "written by",
                                            "a cura di",
                                            "posted by",
                                            "report by",
                                            "posts by",
                                            "story by",
                                            "words by",
                                            "écrit par",
                                            "pictured by",
                                            "auteur(s) :",
                                            "authors",
                                            "author",
                                            "autoren",
                                            "autorin",
                                            "auteurs",
                                            "auteur",
                                            "autores",
                                            "autore",
                                            "autor",
                                            "words",
                                            "text by",
                                            "text",
                                            "quelle",
                                            "from",
                                            "door",
                                            "von",
                                            "vom",
                                            "par",
                                            "por",
                                            "by",
                                            "di",
                                            "de la rédaction de",
                                            "–",
                                            "-",
                                            "|",
                                            "•",
                                            ":"};
/// A name may follow these without a blank: the boxes of a page ran together.
constexpr std::size_t kLongBeginning = 8;

/// What parts one name from the next, in lower case.
constexpr std::string_view kBetween[] = {";",     "|",  " and ", " & ", " und ", " et ", " y ", " e ", " with ",
                                         " mit ", "\n", " · ",   " • ", " – ",   " — ",  " / ", " + ", " + "};

/// Words that a person's name does not have: the part of a byline with one is a role or a place of work.
constexpr std::string_view kRoleWords[] = {
    "reporter",    "reporters",     "editor",      "correspondent", "journalist", "democracy", "writer",
    "columnist",   "chief",         "staff",       "producer",      "director",   "manager",   "officer",
    "contributor", "contributing",  "specialist",  "analyst",       "presenter",  "redakteur", "redakteurin",
    "redaktor",    "korrespondent", "journaliste", "periodista",    "redactor",   "redactora", "giornalista",
    "author",      "photographer",  "published",   "updated",       "posted",     "senior",    "freelance",
    "professor",   "university",    "minutes",     "min",           "read",       "ago",       "comments",
    "comment",     "share",         "follow",      "email",         "twitter",    "view",      "profile",
    "author's",    "posts",         "articles",    "uhr",           "am",         "on",        "at",
    "desk"};

constexpr std::size_t kLongestNameWords = 5;

/// Accounts that are nobody, in lower case.
constexpr std::string_view kNobody[] = {
    "admin",         "administrator", "webmaster", "wordpress", "user",        "guest",  "anonymous", "unknown", "none",
    "null",          "n/a",           "root",      "default",   "super user",  "author", "editor",    "staff",   "by",
    "not available", "site admin",    "webeditor", "news",      "press office"};

bool has_word(std::string_view lower, std::string_view word) {
  for (std::size_t at = lower.find(word); at != std::string_view::npos; at = lower.find(word, at + 1)) {
    const bool begins = at == 0 || lower[at - 1] == ' ' || lower[at - 1] == '(' || lower[at - 1] == '-';
    const std::size_t end = at + word.size();
    const bool ends =
        end == lower.size() || lower[end] == ' ' || lower[end] == ')' || lower[end] == ':' || lower[end] == '.';
    if (begins && ends) return true;
  }
  return false;
}

bool is_role(std::string_view part) {
  const std::string lower = ascii_lower(part);
  return std::any_of(std::begin(kRoleWords), std::end(kRoleWords), [&](auto word) { return has_word(lower, word); });
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

/// A handle or address within the text goes, with what follows it.
std::string_view before_address(std::string_view text) {
  for (const std::string_view mark : {"http", "www.", "@"}) {
    std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    if (mark == "@") at = std::min(text.rfind(' ', at), at);
    text = at == std::string_view::npos ? std::string_view{} : text.substr(0, at);
  }
  return text;
}

/// The length of the words before a name that `text` begins with; 0 if it begins with none.
std::size_t beginning_length(std::string_view text) {
  const std::string lower = ascii_lower(text.substr(0, 40));
  for (const std::string_view beginning : kBeginnings) {
    if (lower.compare(0, beginning.size(), beginning) != 0) continue;
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

struct Sides {
  std::string_view before;
  std::string_view after;
};

/// The text on both sides of the first date in it.
Sides around_date(std::string_view text) {
  if (text.find_first_of("0123456789") == std::string_view::npos) return {text, {}};
  const auto found = find_page_date(text);
  if (!found) return {text, {}};
  return {text.substr(0, found->begin), text.substr(found->end)};
}

/// `PhD`, `CNN`, `MA`: what stands behind a name and a comma.
bool is_suffix(std::string_view part) {
  std::size_t capitals = 0;
  for (const char c : part) capitals += c >= 'A' && c <= 'Z';
  return part.size() <= 6 && part.find(' ') == std::string_view::npos && (capitals >= 2 || part == "Dr");
}

void split_names(std::string_view text, std::vector<std::string_view>& parts) {
  const std::string lower = ascii_lower(text);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = text[at] == ',' ? 1 : 0;
    for (const std::string_view between : kBetween) {
      if (length == 0 && lower.compare(at, between.size(), between) == 0) length = between.size();
    }
    if (length == 0) {
      ++at;
      continue;
    }
    parts.push_back(text.substr(begin, at - begin));
    at += length;
    begin = at;
  }
  parts.push_back(text.substr(begin));
}

}  // namespace

std::string clean_name(std::string_view text) {
  std::string_view name = without_beginnings(trim(text));
  name = before_address(name);
  name = without_ends(trim(without_brackets(name)));
  if (name.size() < 2 || name.size() > 80 || is_nobody(name) || has_address(name)) return {};
  if (name.find_first_of("{}<>=[]") != std::string_view::npos) return {};
  return squeeze(name);
}

namespace {

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string_view> parts;
  split_names(trim(text), parts);
  std::vector<std::string> names;
  for (const std::string_view part : parts) {
    std::string name = clean_name(part);
    if (name.empty() || is_role(name) || count_words(name) > kLongestNameWords) continue;
    if (!names.empty() && count_words(names.front()) > 1 && is_suffix(name)) continue;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view byline) {
  const Sides sides = around_date(without_beginnings(trim(byline)));
  std::vector<std::string> names = names_in(sides.before);
  return names.empty() && !sides.after.empty() ? names_in(sides.after) : names;
}

}  // namespace council_news::page
