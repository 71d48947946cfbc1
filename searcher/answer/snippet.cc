#include "searcher/answer/snippet.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace council_news {
namespace {

/// How long a snippet may be, in bytes, and when a sentence is so short that the next one joins it.
constexpr std::size_t kMostBytes = 320;
constexpr std::size_t kShortBytes = 90;

/// Bytes shown before the first word found when a sentence has to be cut.
constexpr std::size_t kBytesBefore = 60;

/// A sentence as a byte range of its text.
struct Sentence {
  std::size_t begin;
  std::size_t end;
};

/// Ends at . ! ? with a blank behind, after at least two letters (so not at "St. Helens" or "J. Smith"), or at a line
/// end.
std::vector<Sentence> sentences_of(std::string_view text) {
  std::vector<Sentence> sentences;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    const std::string_view sentence = trim(text.substr(begin, end - begin));
    if (!sentence.empty()) {
      const auto start = static_cast<std::size_t>(sentence.data() - text.data());
      sentences.push_back({start, start + sentence.size()});
    }
    begin = end;
  };
  std::size_t word_length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool stop = c == '.' || c == '!' || c == '?';
    if (c == '\n') {
      close(i + 1);
    } else if (stop && word_length > 2) {
      // A closing quote may stand between the stop and the blank.
      const std::size_t blank = text.find_first_of(" \n", i);
      if (blank != std::string_view::npos && blank - i <= 4) close(blank);
    }
    word_length = c == ' ' || c == '\n' ? 0 : word_length + 1;
  }
  close(text.size());
  return sentences;
}

/// `text` as one line, cut to kMostBytes around `focus`.
std::string cut(std::string_view text, std::size_t focus) {
  std::string line = squeeze(text);
  if (line.size() <= kMostBytes) return line;
  std::size_t begin = focus > kBytesBefore ? line.find(' ', focus - kBytesBefore) : 0;
  if (begin == std::string::npos || begin > focus) begin = 0;
  std::size_t end = line.size();
  if (begin + kMostBytes < end) {
    end = line.rfind(' ', begin + kMostBytes);
    if (end == std::string::npos || end <= begin) {
      end = begin + kMostBytes;
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

Highlighter::Highlighter(const Node& query, Stemmer& stem) { collect(query, stem); }

void Highlighter::collect(const Node& node, Stemmer& stem) {
  if (node.kind == NodeKind::none_of) return;
  const bool is_title_field = node.kind == NodeKind::field && node.field == "title";
  if (node.kind == NodeKind::prefix && !tokenise(node.text).empty())
    prefixes_.push_back(tokenise(node.text).front().term);
  if (node.kind == NodeKind::word || node.kind == NodeKind::phrase || is_title_field) {
    const bool exact = node.kind == NodeKind::phrase || node.quoted;
    std::vector<std::string> words;
    for (const Token& token : tokenise(node.text)) {
      if (!token.joined) words.push_back(token.term);
      if (exact) {
        surfaces_.insert(token.term);
      } else {
        stems_.insert(stem(stem_base(token)));
      }
    }
    if (exact && words.size() > 1) phrases_.push_back(std::move(words));
  }
  for (const Node& child : node.children) collect(child, stem);
}

bool Highlighter::is_wanted(const Token& token, Stemmer& stem) const {
  if (stems_.count(stem(stem_base(token))) != 0) return true;
  return std::any_of(prefixes_.begin(), prefixes_.end(),
                     [&](const std::string& prefix) { return token.term.starts_with(prefix); });
}

std::vector<std::pair<std::size_t, std::size_t>> Highlighter::ranges(std::string_view text, Stemmer& stem) const {
  std::vector<Token> tokens = tokenise(text);
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (const Token& token : tokens) {
    const bool lone = phrases_.empty() && surfaces_.count(token.term) != 0;
    if (lone || is_wanted(token, stem)) found.emplace_back(token.begin, token.end);
  }
  std::erase_if(tokens, [](const Token& token) { return token.joined; });
  for (const auto& phrase : phrases_) {
    const auto same = [](const Token& token, const std::string& word) { return token.term == word; };
    for (auto it = tokens.begin(); it != tokens.end(); ++it) {
      it = std::search(it, tokens.end(), phrase.begin(), phrase.end(), same);
      if (it == tokens.end()) break;
      found.emplace_back(it->begin, (it + static_cast<std::ptrdiff_t>(phrase.size()) - 1)->end);
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<std::pair<std::size_t, std::size_t>> merged;
  for (const auto& range : found) {
    if (!merged.empty() && range.first < merged.back().second) {
      merged.back().second = std::max(merged.back().second, range.second);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

Snippet Highlighter::snippet(const Article& article, Stemmer& stem) const {
  const std::string_view text = article.body.empty() ? article.summary : article.body;
  const std::vector<Sentence> sentences = sentences_of(text);
  std::size_t best = 0;
  double best_score = -1;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::string_view sentence = text.substr(sentences[i].begin, sentences[i].end - sentences[i].begin);
    std::unordered_set<std::string> distinct;
    std::size_t bytes = 0;
    for (const auto& [begin, end] : ranges(sentence, stem)) {
      for (const Token& token : tokenise(sentence.substr(begin, end - begin))) distinct.insert(stem(stem_base(token)));
      bytes += end - begin;
    }
    // Different words first, then how much of the sentence they take; of equals the earlier.
    const double score =
        static_cast<double>(distinct.size()) + static_cast<double>(bytes) / static_cast<double>(sentence.size() + 50);
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  Snippet snippet;
  if (sentences.empty()) return snippet;
  std::size_t end = sentences[best].end;
  const std::size_t begin = sentences[best].begin;
  if (end - begin < kShortBytes && best + 1 < sentences.size() && sentences[best + 1].end - begin <= kMostBytes)
    end = sentences[best + 1].end;
  const std::string_view passage = text.substr(begin, end - begin);
  const auto found = ranges(passage, stem);
  snippet.text = cut(passage, found.empty() ? 0 : found.front().first);
  for (const auto& [from, to] : ranges(snippet.text, stem)) {
    const std::string_view line = snippet.text;
    const std::size_t first = count_characters(line.substr(0, from));
    snippet.matches.emplace_back(first, first + count_characters(line.substr(from, to - from)));
  }
  return snippet;
}

}  // namespace council_news
