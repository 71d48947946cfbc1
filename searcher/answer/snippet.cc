#include "searcher/answer/snippet.h"

#include <algorithm>
#include <array>

#include "common/index/schema.h"
#include "common/text/utf8.h"
#include "searcher/query/query_words.h"

namespace council_news {
namespace {

/// Maximum size of a snippet in bytes, and the size below which the next sentence is added.
constexpr std::size_t kMaxBytes = 320;
constexpr std::size_t kShortBytes = 90;

/// Bytes kept before the first match when a sentence is cut.
constexpr std::size_t kBytesBefore = 60;

/// A sentence as a byte range of its text.
struct Sentence {
  std::size_t begin;
  std::size_t end;
};

constexpr auto kEnds = [] {
  std::array<bool, 256> ends{};
  for (const unsigned char c : {'.', '!', '?', '\n'}) ends[c] = true;
  return ends;
}();

/// The first position at or after an offset where a sentence may end: at . ! ? or a newline. The size of the text if
/// there is none.
std::size_t next_end(std::string_view text, std::size_t from) {
  const auto ends = [](char c) { return kEnds[static_cast<unsigned char>(c)]; };
  return static_cast<std::size_t>(std::find_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), ends) -
                                  text.begin());
}

/// Whether the text before `end` is no word, or a capitalised word of one or two letters.
bool is_initial(std::string_view text, std::size_t end) {
  const std::size_t length = std::min<std::size_t>(end, 3);
  const std::string_view before = text.substr(end - length, length);
  const std::string_view word = before.substr(before.find_last_of(" \n") + 1);
  return word.empty() || (word.size() < 3 && is_ascii_upper(word.front()));
}

/// Where the sentence containing `from` ends: at . ! ? followed by a space, but not after one or two letters with a
/// capital ("St. Helens", "J. Smith"), or after a newline.
std::size_t sentence_end(std::string_view text, std::size_t from) {
  for (std::size_t i = next_end(text, from); i < text.size(); i = next_end(text, i + 1)) {
    if (text[i] == '\n') return i + 1;
    if (is_initial(text, i)) continue;
    // A closing quote may come between the stop and the space.
    const std::size_t blank = text.substr(i, 5).find_first_of(" \n");
    if (blank != std::string_view::npos) return i + blank;
  }
  return text.size();
}

/// The first sentence at or after an offset, without surrounding spaces; empty at the end of the text.
Sentence next_sentence(std::string_view text, std::size_t from) {
  while (from < text.size()) {
    const std::size_t end = sentence_end(text, from);
    const std::string_view sentence = trim(text.substr(from, end - from));
    const auto begin = static_cast<std::size_t>(sentence.data() - text.data());
    if (!sentence.empty()) return {begin, begin + sentence.size()};
    from = end;
  }
  return {text.size(), text.size()};
}

/// `text` as one line, cut to kMaxBytes around `focus`.
std::string cut(std::string_view text, std::size_t focus) {
  std::string line = squeeze(text);
  if (line.size() <= kMaxBytes) return line;
  std::size_t begin = focus > kBytesBefore ? line.find(' ', focus - kBytesBefore) : 0;
  if (begin == std::string::npos || begin > focus) begin = 0;
  std::size_t end = line.size();
  if (begin + kMaxBytes < end) {
    end = line.rfind(' ', begin + kMaxBytes);
    if (end == std::string::npos || end <= begin) {
      end = begin + kMaxBytes;
      while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    }
  }
  std::string passage = begin > 0 ? "…" : "";
  passage += trim(std::string_view(line).substr(begin, end - begin));
  if (end < line.size()) passage += "…";
  return passage;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

Highlighter::Highlighter(const Node& query, Stemmer& stem) {
  collect(query, StopWords::skip, stem);
  if (wanted_ == 0) collect(query, StopWords::include, stem);
}

void Highlighter::collect(const Node& node, StopWords stop_words, Stemmer& stem) {
  if (node.kind == NodeKind::none_of) return;
  const bool in_title = node.kind == NodeKind::field && is_of(node, FieldId::title);
  if (node.kind == NodeKind::phrase || (in_title && node.quoted)) {
    add_phrase(node.text, stem);
  } else if (node.kind == NodeKind::word || node.kind == NodeKind::prefix || in_title) {
    for (const Token& token : tokenise(node.text)) {
      if (stop_words == StopWords::skip && is_stop_word(token.term)) continue;
      initials_ += token.term.substr(0, 1);
      if (node.kind == NodeKind::prefix || node.text.ends_with('*'))
        prefixes_.emplace_back(token.term, wanted_++);
      else if (stems_.emplace(stem(stem_base(token)), wanted_).second)
        ++wanted_;
    }
  }
  if (node.kind == NodeKind::named && node.field.empty()) {
    for (const std::string& term : node.terms) {
      const std::string stemmed = term.substr(kStemPrefix.size());
      initials_ += stemmed.substr(0, 1);
      if (stems_.emplace(stemmed, wanted_).second) ++wanted_;
    }
  }
  for (const Node& child : node.children) collect(child, stop_words, stem);
  for (const Node& other : node.others) collect(other, stop_words, stem);
}

void Highlighter::add_phrase(const std::string& text, Stemmer& stem) {
  const Words words = words_of(text, stem);
  for (const auto* terms : {&words.surfaces, &words.joined}) {
    if (terms->empty()) continue;
    Phrase phrase{{}, wanted_};
    for (const std::string& term : *terms) phrase.words.push_back({.term = term, .wildcard = false});
    if (terms == &words.surfaces) {
      for (const std::size_t i : words.starred) phrase.words[i].wildcard = true;
    }
    phrases_.push_back(std::move(phrase));
  }
  ++wanted_;
}

std::vector<Highlighter::Match> Highlighter::find(std::string_view text, Stemmer& stem) const {
  const std::vector<Token> tokens = tokenise(text);
  std::vector<Match> found;
  for (const Token& token : tokens) {
    // A stem has the same first letter as its words, so most words need no stemming.
    if (token.term.empty() || initials_.find(token.term.front()) == std::string::npos) continue;
    if (const auto it = stems_.find(stem(stem_base(token))); it != stems_.end())
      found.push_back({token.begin, token.end, it->second});
    for (const auto& [prefix, wanted] : prefixes_) {
      if (token.term.starts_with(prefix)) found.push_back({token.begin, token.end, wanted});
    }
  }
  if (!phrases_.empty()) {
    find_phrases(tokens, Hyphens::split, found);
    find_phrases(tokens, Hyphens::join, found);
  }
  std::sort(found.begin(), found.end(), [](const Match& x, const Match& y) { return x.begin < y.begin; });
  return found;
}

/// Finds phrases, with hyphenated words split or joined.
void Highlighter::find_phrases(const std::vector<Token>& tokens, Hyphens hyphens, std::vector<Match>& found) const {
  const bool joined = hyphens == Hyphens::join;
  std::vector<const Token*> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) {
    if (token.joined && !joined) continue;
    while (token.joined && !words.empty() && words.back()->begin >= token.begin) words.pop_back();
    words.push_back(&token);
  }
  if (joined && words.size() == tokens.size()) return;
  const auto same = [](const Token* token, const PhraseWord& word) {
    return word.wildcard ? token->term.starts_with(word.term) : token->term == word.term;
  };
  for (const Phrase& phrase : phrases_) {
    for (auto it = words.begin(); it != words.end(); ++it) {
      it = std::search(it, words.end(), phrase.words.begin(), phrase.words.end(), same);
      if (it == words.end()) break;
      const Token* last = *(it + static_cast<std::ptrdiff_t>(phrase.words.size()) - 1);
      found.push_back({(*it)->begin, last->end, phrase.wanted});
    }
  }
}

std::vector<std::pair<std::size_t, std::size_t>> Highlighter::ranges(std::string_view text, Stemmer& stem) const {
  return merged(find(text, stem));
}

std::vector<std::pair<std::size_t, std::size_t>> Highlighter::merged(const std::vector<Match>& matches) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const Match& match : matches) {
    if (!ranges.empty() && match.begin < ranges.back().second) {
      ranges.back().second = std::max(ranges.back().second, match.end);
    } else {
      ranges.emplace_back(match.begin, match.end);
    }
  }
  return ranges;
}

Snippet Highlighter::snippet(const Article& article, Stemmer& stem) const {
  Snippet snippet = passage(article.body.empty() ? article.summary : article.body, stem);
  if (!snippet.matches.empty() || article.body.empty() || article.summary.empty()) return snippet;
  Snippet other = passage(article.summary, stem);
  return other.matches.empty() ? snippet : other;
}

Snippet Highlighter::passage(std::string_view text, Stemmer& stem) const {
  Sentence best = next_sentence(text, 0);
  std::vector<Match> found;   // from the first in the best sentence to the end of its line
  std::size_t found_end = 0;  // of that line
  double best_score = 0;
  bool has_all = wanted_ == 0;
  // Tokenises line by line, and stops at the first sentence that has everything wanted.
  for (std::size_t line_begin = 0; line_begin < text.size() && !has_all;) {
    const std::size_t line_end = std::min(text.find('\n', line_begin), text.size());
    std::vector<Match> matches = find(text.substr(line_begin, line_end - line_begin), stem);
    for (Match& match : matches) {
      match.begin += line_begin;
      match.end += line_begin;
    }
    std::size_t from = line_begin;
    for (auto match = matches.cbegin(); match != matches.cend() && !has_all;) {
      const Sentence sentence = next_sentence(text, from);
      const auto first = match;
      std::vector<std::size_t> wanted;
      std::size_t bytes = 0;
      for (; match != matches.cend() && match->begin < sentence.end; ++match) {
        if (std::find(wanted.begin(), wanted.end(), match->wanted) == wanted.end()) wanted.push_back(match->wanted);
        bytes += match->end - match->begin;
      }
      // Number of different words, then the part of the sentence they cover; the earlier sentence wins a tie.
      const std::size_t length = sentence.end - sentence.begin;
      const double score =
          static_cast<double>(wanted.size()) + static_cast<double>(bytes) / static_cast<double>(length + 50);
      has_all = wanted.size() == wanted_ && length <= kMaxBytes;
      if (score > best_score || has_all) {
        best_score = score;
        best = sentence;
        found.assign(first, matches.cend());
        found_end = line_end;
      }
      from = sentence.end;
    }
    line_begin = line_end + 1;
  }
  const std::size_t focus = found.empty() ? 0 : found.front().begin - best.begin;
  if (best.end - best.begin < kShortBytes) {
    const Sentence next = next_sentence(text, best.end);
    if (next.begin < next.end && next.end - best.begin <= kMaxBytes) best.end = next.end;
  }
  const std::string_view passage = text.substr(best.begin, best.end - best.begin);
  Snippet snippet{cut(passage, focus), {}};
  std::size_t origin = best.begin;
  if (snippet.text == passage && best.end <= found_end) {
    std::erase_if(found, [&](const Match& match) { return match.end > best.end; });
  } else {
    found = find(snippet.text, stem);
    origin = 0;
  }
  for (const auto& [from, to] : merged(found)) {
    const std::string_view line = snippet.text;
    const std::size_t at = count_characters(line.substr(0, from - origin));
    snippet.matches.emplace_back(at, at + count_characters(line.substr(from - origin, to - from)));
  }
  return snippet;
}

}  // namespace council_news
