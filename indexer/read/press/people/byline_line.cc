#include <algorithm>

#include "common/knowledge/gazetteer.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/press/people/byline.h"
#include "indexer/read/press/people/byline_item.h"

namespace council_news::press {
namespace {

/// A cheap test that rules out nearly all lines. Pages have thousands.
bool may_begin_byline(std::string_view line) {
  constexpr std::size_t kMaxLabelBytes = 16;
  const auto* const end = std::find_if_not(line.begin(), line.end(), is_ascii_letter);
  if (end != line.end() && static_cast<unsigned char>(*end) >= 0x80) return true;
  const std::string_view word = line.substr(0, static_cast<std::size_t>(end - line.begin()));
  return word.size() <= kMaxLabelBytes && (classes_of(ascii_lower(word)) & (kBy | kLabel | kFiller | kPage)) != 0;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(read_word(text.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::vector<std::string> authors_of_line(std::string_view line) {
  constexpr std::size_t kMaxWords = 8;
  const Byline byline = read_byline(line);
  if (byline.sentence) return {};
  const bool is_byline = byline.unknown == 0 || begins_like_byline(line);
  if (!byline.names.empty()) return is_byline ? byline.names : std::vector<std::string>();
  const bool is_short = byline.unknown + byline.roles <= kMaxWords;
  if (!is_short || line.ends_with('.') || !begins_like_byline(line)) return {};
  const std::vector<std::string> authors = byline.authors();
  const auto is_written_as_name = [&](std::string_view name) {
    if (name.find('@') != std::string_view::npos) return true;
    // Not `By bus`, `By popular demand`. An organisation may end in lower case: `Vale Council press office`.
    const std::vector<Word> words = words_of(name);
    if (words.empty() || any_has(words, kVerb) || has(words.front(), kLabel) || !is_name_word(words.front().text))
      return false;
    if (name != byline.organisation)
      return is_name_word(words.back().text) && std::none_of(words.begin(), words.end(), [](const Word& word) {
               return has(word, kOf) && !equal_ignoring_case(word.text, "of");
             });
    return std::all_of(words.begin(), words.end(), [](const Word& word) {
      return word.text.empty() || word.classes != 0 || is_name_word(word.text);
    });
  };
  const bool are_names = std::all_of(authors.begin(), authors.end(), is_written_as_name);
  return are_names ? authors : std::vector<std::string>();
}

bool begins_like_byline(std::string_view line) {
  if (!may_begin_byline(line)) return false;
  constexpr std::size_t kMaxLabelBytes = 40;
  constexpr std::size_t kMaxLabelWords = 4;
  const std::string_view begin = line.substr(0, kMaxLabelBytes);
  std::size_t words = 0;
  bool has_label = false;
  bool has_author_label = false;
  for (std::size_t at = 0; at < begin.size() && words < kMaxLabelWords; ++words) {
    const std::size_t end = begin.find_first_of(" \n", at);
    const std::string_view text = begin.substr(at, end == std::string_view::npos ? end : end - at);
    const Word word = read_word(text);
    const bool after_label = has_label && has(word, kFiller) && has(word, kParticle);  // `Sgrìobhte le`
    if (has(word, kBy) || after_label) return end != std::string_view::npos && end + 1 < line.size();
    if (words == 1 && has_author_label && is_name_word(word.text)) return true;  // `Author Ann Smith`
    has_label = has_label || (has(word, kLabel) && !is_headline_tag({&word, 1}));
    has_author_label = has(word, kLabel) && has(word, kJob);
    if (text.ends_with(':')) return has_label && end != std::string_view::npos && end + 1 < line.size();
    if (end == std::string_view::npos || !has(word, kLabel | kFiller | kPage)) return false;
    at = end + 1;
  }
  return false;
}

bool is_organisation(std::string_view text) {
  // Not a committee: its name and a date are the heading of a meeting.
  const auto is_credited = [](const Word& word) {
    return is_one_of(word, {"council", "councils", "office", "team", "service", "services", "police", "department",
                            "bureau", "association"});
  };
  const std::vector<Word> words = words_of(text);
  if (words.empty() || words.back().text.empty() || !is_credited(words.back()) || !is_name_word(words.back().text))
    return false;
  // A place, then generic words.
  std::size_t begin = words.size();
  while (begin > 0 && is_generic(Words(words).subspan(begin - 1)) && is_name_word(words[begin - 1].text)) --begin;
  for (std::size_t end = begin; end <= words.size(); ++end) {
    if (end == 0) return true;
    if (!gazetteer().resolve(span_of(Words(words).first(end))).empty() ||
        !gazetteer().by_name(fold_name(span_of(Words(words).first(end)))).empty())
      return true;
  }
  return false;
}

bool is_role(std::string_view line) {
  constexpr std::size_t kMaxWords = 5;
  const std::string_view first = line.substr(0, line.find_first_of(",|"));
  const BylineWords words = cut_byline(first);
  std::size_t count = 0;
  bool role = false;
  for (const Piece& piece : words.pieces) {
    count += piece.words.size();
    role = role || any_has(piece.words, kRole);
    if (!is_generic(piece.words)) return false;
  }
  return role && count <= kMaxWords;
}

}  // namespace council_news::press
