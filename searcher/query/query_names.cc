#include "searcher/query/query_names.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/index/schema.h"
#include "common/knowledge/gazetteer.h"
#include "common/text/fold.h"
#include "common/text/split.h"
#include "common/text/tokeniser.h"
#include "common/text/utf8.h"
#include "searcher/query/day_range.h"
#include "searcher/query/number_forms.h"
#include "searcher/query/query_words.h"

namespace council_news {
namespace {

/// Maximum words of a name: "city of bradford metropolitan district council".
constexpr std::size_t kMaxWords = 6;

/// Longer queries are pasted texts; names in them are not recognised.
constexpr std::size_t kMaxNodes = 60;

/// Longer phrases match only as written.
constexpr std::size_t kMaxPhrase = 8;

bool is_safe(const Council& council, const std::string& folded) {
  return fold_name(council.official_name) == folded ||
         std::any_of(council.names.begin(), council.names.end(),
                     [&](const CouncilName& name) { return name.safe && name.text == folded; });
}

bool is_possessive(const std::string& text) {
  const std::vector<Token> tokens = tokenise(text);
  return !tokens.empty() && tokens.back().possessive;
}

}  // namespace

void Names::mark(std::vector<Node>& nodes) {
  if (nodes.size() > kMaxNodes) return;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    std::size_t words = 0;
    while (words < kMaxWords && i + words < nodes.size() && nodes[i + words].kind == NodeKind::word) ++words;
    for (; words > 0; --words) {
      std::string text;
      for (std::size_t k = 0; k < words; ++k) text += (k > 0 ? " " : "") + nodes[i + k].text;
      const std::string folded = fold_name(text);
      auto name = name_of(folded);
      // `Sandwell's` without its 's; a name like `King's Lynn` was found above.
      if (!name && is_possessive(text)) name = name_of(folded.substr(0, folded.size() - 1));
      if (!name) name = initials(text);
      // Joined forms of hyphenated words are handled by distribute.h.
      if (!name && words == 2) name = word_called(folded);
      if (!name) continue;
      Node named;
      named.kind = NodeKind::named;
      named.text = std::move(text);
      named.terms = std::move(name->terms);
      named.meaning = std::move(name->meaning);
      named.row = name->row;
      named.others = std::move(name->others);
      const auto first = nodes.begin() + static_cast<std::ptrdiff_t>(i);
      const auto last = first + static_cast<std::ptrdiff_t>(words);
      named.children.assign(std::make_move_iterator(first), std::make_move_iterator(last));
      *first = std::move(named);
      nodes.erase(first + 1, last);
      break;
    }
  }
}

std::optional<Names::Name> Names::name_of(const std::string& folded) const {
  if (folded.empty()) return std::nullopt;
  if (auto name = council_called(folded)) return name;
  if (auto name = author_called(folded)) return name;
  if (auto name = outlet_called(folded)) return name;
  if (auto name = date_called(folded)) return name;
  return numbered(folded);
}

std::optional<Names::Name> Names::council_called(const std::string& folded) const {
  std::vector<const Council*> found = gazetteer().by_name(folded);
  std::erase_if(found, [&](const Council* council) { return !is_safe(*council, folded); });
  if (found.empty()) {
    // With a council word next to it any name is unambiguous.
    const std::string place = without_designators(folded);
    if (place != folded && folded.find("council") != std::string::npos) found = gazetteer().by_name(place);
  }
  if (found.empty()) return std::nullopt;
  Name name{{}, fmt::format("the council {}", found.front()->name), &field(FieldId::council)};
  for (const Council* council : found) name.terms.push_back(make_term(name.row->exact_prefix, council->slug));
  return name;
}

std::optional<Names::Name> Names::author_called(const std::string& folded) const {
  const Field& author = field(FieldId::author);
  Name name{{}, "also as an author", &author};
  if (folded.find(' ') != std::string::npos) {
    name.terms.push_back(make_term(author.exact_prefix, folded));
    if (!database_.term_exists(name.terms.front())) return std::nullopt;
    return name;
  }
  const std::string& stemmed = stem_(folded);
  name.terms.push_back(make_term(std::string(kStemPrefix) + std::string(author.words_prefix), stemmed));
  const Xapian::doccount bylines = database_.get_termfreq(name.terms.front());
  if (bylines == 0 || bylines <= database_.get_termfreq(make_term(kStemPrefix, stemmed))) return std::nullopt;
  return name;
}

/// Only whole names of several words: a single word is too often an ordinary word.
std::optional<Names::Name> Names::outlet_called(const std::string& folded) const {
  if (folded.find(' ') == std::string::npos) return std::nullopt;
  const Field& outlet = field(FieldId::outlet);
  Name name{{make_term(outlet.exact_prefix, folded)}, "also as an outlet", &outlet};
  if (!database_.term_exists(name.terms.front())) return std::nullopt;
  return name;
}

/// A year, a month of a year, a day: `2018`, `january 2018`, `29 january 2018`, `2018-01-29`.
std::optional<Names::Name> Names::date_called(const std::string& folded) const {
  const std::vector<std::string_view> words = split(folded, ' ');
  const auto is_number = [](std::string_view word) { return word.find_first_not_of("0123456789") == word.npos; };
  // `2018-01-29` and `2018-01` are folded to words too.
  const bool is_iso = words.size() > 1 && words[0].size() == 4 && std::all_of(words.begin(), words.end(), is_number) &&
                      words[1].size() == 2 && words.back().size() == 2;
  const std::string_view year = is_iso ? words.front() : words.back();
  if (year.size() != 4 || !is_number(year) || !(year.starts_with("19") || year.starts_with("20"))) return std::nullopt;
  if (words.size() > 3 || (words.size() == 3 && !is_number(words.front()))) return std::nullopt;
  std::string written = folded;
  if (is_iso) std::replace(written.begin(), written.end(), ' ', '-');
  const auto range = parse_day_range(written, Day{});
  if (!range || !range->first || !range->last) return std::nullopt;
  Name name{covering_terms(*range, *range), "also published " + describe(*range), &field(FieldId::date)};
  std::erase_if(name.terms, [&](const std::string& term) { return !database_.term_exists(term); });
  if (name.terms.empty()) return std::nullopt;
  return name;
}

/// Numbers with letters: `section 114`, `20mph`.
std::optional<Names::Name> Names::numbered(const std::string& folded) const {
  if (folded.find_first_of("0123456789") == std::string::npos) return std::nullopt;
  const std::vector<std::string_view> words = split(folded, ' ');
  if (words.size() > kMaxNumberFormWords) return std::nullopt;
  Name name;
  for (const std::string& form : number_forms({words.begin(), words.end()})) {
    if (!has_words(form)) continue;
    Node other;
    other.kind = form.find(' ') == std::string::npos ? NodeKind::word : NodeKind::phrase;
    other.text = form;
    name.others.push_back(std::move(other));
    name.meaning += (name.meaning.empty() ? "also as " : ", ") + form;
  }
  if (name.others.empty()) return std::nullopt;
  return name;
}

/// `UK` is also `U.K.`, and the reverse. Case matters: `us` is another word than `US`.
std::optional<Names::Name> Names::initials(const std::string& text) const {
  constexpr std::size_t kMaxLetters = 5;
  const std::vector<Token> tokens = tokenise(text);
  const bool has_small = std::any_of(text.begin(), text.end(), [](char c) { return is_ascii_lower(c); });
  if (tokens.empty() || tokens.size() > kMaxLetters || has_small) return std::nullopt;
  Node other;
  if (tokens.size() > 1) {
    for (const Token& token : tokens) {
      if (token.term.size() != 1 || token.joined) return std::nullopt;
      other.text += token.term;
    }
    other.kind = NodeKind::word;
    if (!database_.term_exists(other.text)) return std::nullopt;
  } else {
    const auto is_capital = [](char c) { return is_ascii_upper(c); };
    if (text.size() < 2 || text.size() > kMaxLetters || !std::all_of(text.begin(), text.end(), is_capital))
      return std::nullopt;
    for (const char letter : tokens.front().term)
      other.text += (other.text.empty() ? "" : " ") + std::string(1, letter);
    other.kind = NodeKind::phrase;
    if (!has_words(other.text) || !has_phrase(other.text)) return std::nullopt;
  }
  Name name;
  name.meaning = "also as " + other.text;
  name.others.push_back(std::move(other));
  return name;
}

bool Names::has_phrase(const std::string& text) const {
  const std::vector<std::string_view> words = split(text, ' ');
  std::vector<std::string> terms(words.begin(), words.end());
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                                  static_cast<Xapian::termcount>(terms.size())));
  return !enquire.get_mset(0, 1).empty();
}

bool Names::has_words(const std::string& text) const {
  const std::vector<std::string_view> words = split(text, ' ');
  return std::all_of(words.begin(), words.end(),
                     [&](std::string_view word) { return database_.term_exists(std::string(word)); });
}

void Names::mark_number_forms(Node& phrase) const {
  const std::vector<std::string> words = words_of(phrase.text, stem_).surfaces;
  const auto text_of = [&](std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += words[i] + " ";
    return text;
  };
  if (words.size() > kMaxPhrase || phrase.text.find('*') != std::string::npos) return;
  Node named;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t end = std::min(i + kMaxNumberFormWords, words.size()); end > i; --end) {
      const auto name = numbered(fold_name(text_of(i, end)));
      if (!name) continue;
      for (const Node& other : name->others) {
        named.others.push_back(phrase);
        named.others.back().text = text_of(0, i) + other.text + " " + text_of(end, words.size());
        named.others.back().text.pop_back();
      }
      named.meaning += (named.meaning.empty() ? "" : "; ") + name->meaning;
      i = end - 1;
      break;
    }
  }
  if (named.others.empty()) return;
  named.kind = NodeKind::named;
  named.text = describe(phrase);
  named.children.push_back(std::move(phrase));
  phrase = std::move(named);
}

/// Two words that the archive also has as one word: `pot holes`, `child care`, `e mail`.
std::optional<Names::Name> Names::word_called(const std::string& folded) const {
  constexpr std::size_t kMinLetters = 5;
  const std::vector<std::string_view> words = split(folded, ' ');
  if (words.size() != 2 || folded.size() <= kMinLetters) return std::nullopt;
  if (is_stop_word(words[0]) || is_stop_word(words[1])) return std::nullopt;
  const std::string joined = std::string(words[0]) + std::string(words[1]);
  if (!database_.term_exists(joined)) return std::nullopt;
  return Name{{make_term(kStemPrefix, stem_(joined))}, "also as " + joined};
}

}  // namespace council_news
