#include "indexer/read/press/furniture/statement.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/utf8.h"

namespace council_news::press {
namespace {

/// Words between a comma and the verb of speech: `, the leader of the council told …`.
constexpr std::size_t kSubjectWords = 7;
/// Words of a whole sentence after a label's colon; a headline there is shorter or has no full stop.
constexpr std::size_t kSentenceAfterLabel = 6;
/// Words of a main clause after `Last updated in 1997,`.
constexpr std::size_t kClauseWords = 4;
/// A shorter line is a button or an invitation, whatever its verb.
constexpr std::size_t kPastSentenceWords = 6;

constexpr auto kSpeech = std::to_array<std::string_view>(
    {"added",    "admitted", "advised", "announced", "argued",    "asked",   "asks",     "begged",   "believed",
     "called",   "chanted",  "claimed", "concluded", "cried",     "decided", "declared", "demanded", "explained",
     "feared",   "fears",    "heard",   "hears",     "insisted",  "joked",   "learned",  "noted",    "pleaded",
     "promised", "quipped",  "ran",     "replied",   "reported",  "reports", "ruled",    "said",     "say",
     "says",     "shouted",  "sighed",  "stated",    "suggested", "tell",    "tells",    "told",     "thought",
     "urged",    "urges",    "vowed",   "warned",    "warns",     "went",    "wrote"});
/// Begin a clause about the word before the comma.
constexpr auto kRelatives =
    std::to_array<std::string_view>({"who", "whom", "which", "where", "whose", "when", "and", "or"});
constexpr auto kVerbs =
    std::to_array<std::string_view>({"are", "be", "can", "could", "did", "does", "had", "has", "have", "is", "may",
                                     "might", "must", "should", "was", "were", "will", "would"});
constexpr auto kPast = std::to_array<std::string_view>({"did", "had", "said", "told", "was", "were"});
/// Page furniture addresses its reader.
constexpr auto kAddress =
    std::to_array<std::string_view>({"you", "your", "us", "our", "we", "please", "here", "now", "my"});
/// Begin a title rather than a name or an invitation: `Media enquiries: how the council dealt with them`.
constexpr auto kTitleWords = std::to_array<std::string_view>(
    {"the", "a", "an", "how", "why", "what", "who", "when", "where", "that", "this", "it", "is", "are", "no"});

/// Whom contact lines address.
constexpr auto kReporters =
    std::to_array<std::string_view>({"media", "press", "journalists", "reporters", "editors", "newsdesk"});
constexpr auto kDuties = std::to_array<std::string_view>({"should", "must"});

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t Size>
bool has_any(std::string_view key, const std::array<std::string_view, Size>& words) {
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (is_one_of(key.substr(at, end - at), words)) return true;
    at = end + 1;
  }
  return false;
}

bool ends_with_stop(std::string_view text) {
  const std::string_view bare = without_closers(text);
  return bare.ends_with('.') && !bare.ends_with("...");
}

std::size_t count_words(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

/// Takes the next word off `text`, without the signs around it.
std::string next_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  std::string word;
  for (const char c : text.substr(0, end))
    if (is_ascii_letter(c)) word += ascii_lower(c);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

/// Whether `clause`, which follows a comma, has a verb of speech after its subject, or before it.
bool tells(std::string_view clause) {
  for (std::size_t i = 0; i <= kSubjectWords && !clause.empty(); ++i) {
    const std::string word = next_word(clause);
    if (i == 0 && is_one_of(word, kRelatives)) return false;
    if (is_one_of(word, kSpeech)) return true;
  }
  return false;
}

/// After a comma, or the end of a quotation.
bool begins_clause(std::string_view before) {
  const std::string_view bare = without_closers(before);
  if (bare.empty()) return false;
  return bare.back() == ',' || ((bare.back() == '!' || bare.back() == '?') && bare.size() < before.size());
}

/// What follows the label's colon if it continues the sentence with a word in lower case.
std::string_view continuation(const Line& line, std::string_view label) {
  if (label.empty()) return {};
  const std::string_view rest = trim(line.text.substr(line.text.find(':') + 1));
  return !rest.empty() && is_ascii_lower(rest.front()) ? rest : std::string_view();
}

bool is_sentence_after_label(const Line& line, std::string_view rest, Furniture role) {
  if (!ends_with_stop(rest) || count_words(rest) < kSentenceAfterLabel || (line.signs & sign::kMail) != 0) return false;
  if (role == Furniture::link || role == Furniture::related) return true;
  if (has_any(line.key, kAddress)) return false;
  const bool needs_verb = role != Furniture::tags && role != Furniture::share && role != Furniture::newsletter;
  return has_any(line.key, kVerbs) || (!needs_verb && is_one_of(next_word(rest), kTitleWords));
}

/// What follows the first comma if it may be the main clause: `in 1997, the local plan no longer carries weight.`
std::string_view main_clause(std::string_view text) {
  const std::size_t comma = text.find(", ");
  if (comma == std::string_view::npos || !ends_with_stop(text)) return {};
  const std::string_view clause = text.substr(comma + 2);
  return is_ascii_lower(clause.front()) && count_words(clause) >= kClauseWords ? clause : std::string_view();
}

/// `To subscribe to the scheme, residents paid a pound.`: its main clause has a subject, and is not an order.
bool tells_purpose(const Line& line) {
  if (!line.key.starts_with("to ") || has_any(line.key, kAddress)) return false;
  std::string_view clause = main_clause(line.text);
  const std::string subject = next_word(clause);
  return is_one_of(subject, kTitleWords) || (subject.ends_with('s') && !subject.ends_with("ss"));
}

/// `For more information, residents should ring the council on …`
bool tells_others(const Line& line) {
  return line.prose && has_any(line.key, kDuties) && !has_any(line.key, kAddress) && !has_any(line.key, kReporters);
}

/// `All rights reserved for commoners will be extinguished.`
bool continues_after_reserved(const Line& line) {
  constexpr std::string_view kReserved = "eserved ";
  const std::size_t at = line.text.find(kReserved);
  if (at == std::string_view::npos || !ends_with_stop(line.text)) return false;
  const std::string_view rest = line.text.substr(at + kReserved.size());
  return !rest.empty() && is_ascii_lower(rest.front()) && has_any(line.key, kVerbs);
}

bool is_past_sentence(const Line& line) {
  return line.words >= kPastSentenceWords && ends_with_stop(line.text) && has_any(line.key, kPast) &&
         !has_any(line.key, kAddress);
}

bool is_title_after_label(const Line& line, std::string_view rest) {
  if (rest.find(' ') == std::string_view::npos || (line.signs & (sign::kMail | sign::kDigit)) != 0) return false;
  return is_one_of(next_word(rest), kTitleWords);
}

}  // namespace

bool reports_speech(std::string_view text) {
  if (!ends_with_stop(text)) return false;
  for (std::size_t blank = text.find(' '); blank != std::string_view::npos; blank = text.find(' ', blank + 1)) {
    if (begins_clause(text.substr(0, blank)) && tells(text.substr(blank + 1))) return true;
  }
  return false;
}

bool is_statement(const Line& line, std::string_view label, Furniture role) {
  // `The post Bins to go, says leader appeared first on The Bell.`
  const bool names_article = role == Furniture::page && line.key.starts_with("th");
  if (!names_article && reports_speech(line.text)) return true;
  const std::string_view rest = continuation(line, label);
  const bool sentence = !rest.empty() && is_sentence_after_label(line, rest, role);
  switch (role) {
    case Furniture::details:
      if (tells_others(line)) return true;
      [[fallthrough]];
    case Furniture::contact:
    case Furniture::jobs:
    case Furniture::author:
      return sentence || is_past_sentence(line) || (!rest.empty() && is_title_after_label(line, rest));
    case Furniture::comments:
    case Furniture::share:
    case Furniture::newsletter:
      return sentence || is_past_sentence(line) || tells_purpose(line);
    case Furniture::date:
      return !main_clause(line.text).empty();
    case Furniture::copyright:
      return sentence || continues_after_reserved(line);
    case Furniture::caption:
    case Furniture::cookie:
    case Furniture::page:
      return false;
    default:
      return sentence;
  }
}

}  // namespace council_news::press
