#include "indexer/read/press/people/names.h"

#include <algorithm>

#include "common/knowledge/gazetteer.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news::press {
namespace {

constexpr std::size_t kMaxNameWords = 5;  ///< without titles and particles
constexpr std::size_t kMaxNameBytes = 80;

bool is_quote(char32_t c) { return c == U'"' || c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»'; }

struct Letters {
  std::size_t letters = 0;
  std::size_t capitals = 0;
};

Letters letters_of(std::string_view word) {
  Letters count;
  for (std::size_t offset = 0; offset < word.size();) {
    const char32_t c = next_code_point(word, offset);
    if (!is_letter(c)) continue;
    ++count.letters;
    if (is_upper(c)) ++count.capitals;
  }
  return count;
}

bool is_particle(const Word& word) { return has(word, kParticle) && letters_of(word.text).capitals == 0; }

/// Lower-case prefixes before the capital of a name: `d'`, `al-`, the `t` of `tSaoi`.
std::string_view without_small_prefix(std::string_view word) {
  for (std::size_t offset = 0, letters = 0; offset < word.size() && letters <= 2; ++letters) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(word, offset);
    if (letters > 0 && (is_apostrophe(c) || is_hyphen(c))) return word.substr(offset);
    if (letters > 0 && is_upper(c)) return word.substr(begin);
    if (!is_letter(c) || is_upper(c)) break;
  }
  return word;
}

std::string joined(Words words) {
  std::string out;
  for (const Word& word : words) {
    if (!out.empty()) out += ' ';
    out += word.text;
  }
  return out;
}

/// In a name in capitals two letters are initials (`AJ`, `JP`) or a short name (`JO`, `ED`, `DI`).
bool is_short_name(std::string_view word) {
  constexpr std::string_view kVowels = "AEIOUY";
  const auto vowels =
      std::count_if(word.begin(), word.end(), [&](char c) { return kVowels.find(c) != std::string_view::npos; });
  return word.size() == 2 && vowels == 1 && word[1] != 'J';
}

/// A word in capitals converted to normal case.
std::string without_capitals(std::string_view word) {
  std::string out;
  std::string part;  // of a hyphenated name
  for (std::size_t offset = 0; offset < word.size();) {
    const char32_t c = next_code_point(word, offset);
    if (!is_letter(c)) {
      append_utf8(out, c);
      part.clear();
      continue;
    }
    append_utf8(out, part.empty() || part == "MC" || part == "Mc" ? c : to_lower(c));
    append_utf8(part, c);
  }
  return out;
}

/// Irish and Scottish names begin these with a capital: `Ní Bhroin`, `Mac Giolla`.
bool is_gaelic_prefix(std::string_view word) {
  constexpr std::string_view kPrefixes[] = {"ni", "nic", "ui", "mac", "mhic", "ua"};
  return std::find(std::begin(kPrefixes), std::end(kPrefixes), fold_name(word)) != std::end(kPrefixes);
}

/// `Tom Bell III`
bool is_numeral(std::string_view word) { return word == "II" || word == "III" || word == "IV"; }

/// `Smith's`, `Jones'`
bool is_possessive(std::string_view word) {
  std::size_t apostrophes = 0;
  std::size_t after_last = 0;
  char32_t last = 0;
  bool first_is_apostrophe = false;
  for (std::size_t offset = 0; offset < word.size();) {
    const bool first = offset == 0;
    const char32_t c = next_code_point(word, offset);
    if (is_apostrophe(c)) {
      ++apostrophes;
      after_last = 0;
      first_is_apostrophe = first_is_apostrophe || first;
    } else {
      ++after_last;
      last = c;
    }
  }
  if (apostrophes == 0) return false;
  return after_last == 1 ? last == U's' || last == U'S' : after_last == 0 && !first_is_apostrophe;
}

std::string written_word(const Word& word, bool first, bool all_capitals) {
  const std::string_view text = word.text;
  const Letters count = letters_of(text);
  if (text.starts_with("Mc") && count.letters > 3 && count.capitals == count.letters - 1) return without_capitals(text);
  if (count.capitals != count.letters || text.find('.') != std::string_view::npos) return std::string(text);
  if (has(word, kTitle) || (all_capitals && count.letters > 1 && is_gaelic_prefix(text))) return without_capitals(text);
  if (is_numeral(text)) return std::string(text);
  if (all_capitals && !first && count.letters > 1 && has(word, kParticle) && text != "MC") return ascii_lower(text);
  return count.letters > 2 || (all_capitals && is_short_name(text)) ? without_capitals(text) : std::string(text);
}

/// The classes of `ai generated` if every part has some.
WordClasses classes_of_parts(std::string_view folded) {
  WordClasses classes = 0;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    const WordClasses part = classes_of(folded.substr(0, end));
    if (part == 0) return 0;
    classes |= part;
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return classes;
}

/// Whether it is a combining mark.
bool is_mark(char32_t c) {
  std::string folded;
  append_folded(folded, c);
  return c > 0x7F && folded.empty();
}

}  // namespace

bool any_has(Words words, WordClasses classes) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) { return has(word, classes); });
}

bool all_have(Words words, WordClasses classes) {
  return std::all_of(words.begin(), words.end(), [&](const Word& word) { return has(word, classes); });
}

bool is_one_of(const Word& word, std::initializer_list<std::string_view> texts) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](std::string_view text) { return equal_ignoring_case(word.text, text); });
}

Word read_word(std::string_view text) {
  // Quotes stay: they belong to a nickname.
  constexpr std::string_view kMarks = ",:!?*_#=~{}";
  while (!text.empty() && (kMarks.find(text.front()) != std::string_view::npos || text.front() == '.'))
    text.remove_prefix(1);
  while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  const std::string_view bare = text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
  std::string key = fold_name(bare);
  const WordClasses of_parts = classes_of_parts(key);
  std::erase(key, ' ');
  if (key.empty()) return {};
  Word word{text, classes_of(key)};
  if (word.classes == 0) word.classes = of_parts;
  const Letters count = letters_of(bare);
  if (count.capitals < 2) word.classes &= ~WordClasses{kPostNominal};
  if (count.capitals < 2 && count.letters < 5) word.classes &= ~WordClasses{kAgency};
  if (count.capitals > 0) word.classes &= ~WordClasses{kForeignAnd};
  // A full stop after an initial or an abbreviation belongs to it; otherwise it ends the sentence.
  constexpr std::string_view kCutShort[] = {"jr", "sr", "jnr", "snr", "st"};
  const bool is_cut_short = count.letters <= 1 || has(word, kTitle) || bare.find('.') != std::string_view::npos ||
                            std::find(std::begin(kCutShort), std::end(kCutShort), key) != std::end(kCutShort);
  if (!is_cut_short) word.text = bare;
  return word;
}

bool is_all_capitals(std::string_view word) {
  const Letters count = letters_of(word);
  return count.letters > 0 && count.capitals == count.letters;
}

bool is_name_word(std::string_view word) {
  if (is_possessive(word)) return false;
  word = without_small_prefix(word);
  bool first = true;
  bool letters = false;
  for (std::size_t offset = 0; offset < word.size();) {
    const char32_t c = next_code_point(word, offset);
    if (is_letter(c)) {
      if (first && !is_upper(c)) return false;
      letters = true;
      first = false;
    } else if (!(is_apostrophe(c) || is_quote(c) || is_mark(c)) && (first || (!is_hyphen(c) && c != U'.'))) {
      return false;
    }
  }
  return letters;
}

bool is_person_name(Words words) {
  std::size_t titles = 0;
  while (titles < words.size() && has(words[titles], kTitle) && is_name_word(words[titles].text)) ++titles;
  const Words name = words.subspan(titles);
  // `Mayor` may also be a name.
  if (name.empty()) return false;
  std::size_t count = 0;
  std::size_t long_words = 0;
  std::size_t unlisted = 0;
  std::size_t bytes = 0;
  for (const Word& word : name) {
    bytes += word.text.size() + 1;
    if (is_particle(word) && &word != &name.back()) continue;
    if (is_never_name(word.classes) || !is_name_word(word.text)) return false;
    ++count;
    const Letters letters = letters_of(word.text);
    if (letters.letters >= 2) ++long_words;
    if (!has(word, kPage | kFiller)) ++unlisted;
  }
  if (count + (titles > 0 ? 1 : 0) < 2 || count > kMaxNameWords || bytes > kMaxNameBytes) return false;
  if (long_words == 0 || unlisted == 0) return false;
  if (titles > 0) return true;
  // `Leeds Live` is a paper.
  if (name.size() == 2 && has(name[1], kPage | kFiller) && !gazetteer().by_name(fold_name(name[0].text)).empty())
    return false;
  return gazetteer().by_name(fold_name(joined(name))).empty();
}

std::string written_name(Words words) {
  const std::size_t half = words.size() / 2;
  const auto same = [](const Word& a, const Word& b) { return a.text == b.text; };
  if (half >= 2 && words.size() == 2 * half &&
      std::equal(words.begin(), words.begin() + std::ptrdiff_t(half), words.begin() + std::ptrdiff_t(half), same))
    words = words.first(half);
  const bool all_capitals = std::all_of(words.begin(), words.end(), [](const Word& word) {
    return is_all_capitals(word.text.starts_with("Mc") ? word.text.substr(2) : word.text);
  });
  std::string out;
  for (const Word& word : words) {
    if (!out.empty()) out += ' ';
    out += written_word(word, &word == &words.front(), all_capitals);
  }
  return out;
}

}  // namespace council_news::press
