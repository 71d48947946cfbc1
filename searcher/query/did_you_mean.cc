#include "searcher/query/did_you_mean.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "common/index/schema.h"
#include "common/knowledge/gazetteer.h"
#include "common/text/tokeniser.h"
#include "common/text/utf8.h"
#include "searcher/query/field_values.h"
#include "searcher/query/nearest.h"

namespace council_news {
namespace {

/// Shorter words have too many neighbours: a correct word that is in no article would be "corrected".
constexpr std::size_t kMinLetters = 5;

/// Maximum edit distance of a correction: two only for words long enough to have few neighbours.
std::size_t max_errors(std::string_view word) { return word.size() < 9 ? 1 : 2; }

/// Maximum number of words corrected in a query: each is compared with every word of the archive.
constexpr std::size_t kMaxCorrected = 5;

/// Keeps the best correction of one word.
class Candidates {
 public:
  explicit Candidates(std::string_view word) : word_(word) {}

  void consider(const std::string& candidate, Xapian::doccount articles) {
    const std::size_t distance = edit_distance(word_, candidate, max_errors(word_));
    if (distance > max_errors(word_) || distance == 0) return;
    if (std::any_of(candidate.begin(), candidate.end(), [](char c) { return is_ascii_digit(c); })) return;
    // A word in ten thousand articles, one letter further away, is as good as a word in one article.
    const double cost = static_cast<double>(distance) - 0.2 * std::log10(1.0 + articles) +
                        (candidate.front() == word_.front() ? 0.0 : 0.3);
    if (best_.empty() || cost < cost_) {
      best_ = candidate;
      cost_ = cost;
      distance_ = distance;
    }
  }

  const std::string& best() const { return best_; }
  bool is_near() const { return !best_.empty() && distance_ == 1; }

 private:
  std::string_view word_;
  std::string best_;
  double cost_ = 0;
  std::size_t distance_ = 0;
};

class Speller {
 public:
  Speller(const Xapian::Database& database, Stemmer& stem) : database_(database), stem_(stem) {}

  void collect(const Node& node) {
    if (node.kind == NodeKind::none_of || node.kind == NodeKind::named || node.kind == NodeKind::prefix) return;
    const Field* field = node.kind == NodeKind::field ? node.row : nullptr;
    const bool is_text = node.kind == NodeKind::word || node.kind == NodeKind::phrase;
    if (is_text || (field != nullptr && !field->words_prefix.empty() && !node.text.ends_with('*'))) {
      const std::vector<std::string_view> prefixes =
          is_text ? text_prefixes() : std::vector<std::string_view>{field->words_prefix};
      for (const Token& token : tokenise(node.text)) {
        if (corrections_.size() == kMaxCorrected) return;
        if (!token.joined && corrections_.count(token.term) == 0 && is_missing(token, prefixes))
          corrections_.emplace(token.term, correct(std::string(stem_base(token)), prefixes));
      }
    }
    for (const Node& child : node.children) collect(child);
  }

  std::string apply(const std::string& typed) const {
    std::string text;
    std::size_t done = 0;
    for (const Token& token : tokenise(typed)) {
      const auto it = corrections_.find(token.term);
      const bool names_field = token.end < typed.size() && typed[token.end] == ':';
      if (token.joined || names_field || it == corrections_.end() || it->second.empty()) continue;
      text.append(typed, done, token.begin - done);
      text += it->second;
      if (token.possessive) text += "'s";
      done = token.end;
    }
    if (done == 0) return {};
    return text + typed.substr(done);
  }

 private:
  /// Where a plain word may occur: in the text, in a byline, in the name of an outlet.
  static std::vector<std::string_view> text_prefixes() {
    return {"", field(FieldId::author).words_prefix, field(FieldId::outlet).words_prefix};
  }

  bool is_missing(const Token& token, const std::vector<std::string_view>& prefixes) {
    const std::string_view word = stem_base(token);
    if (word.size() < kMinLetters || word.size() > kMaxTermBytes) return false;
    if (std::any_of(word.begin(), word.end(), [](char c) { return is_ascii_digit(c); })) return false;
    return std::none_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
      return database_.term_exists(make_term(prefix, token.term)) ||
             database_.term_exists(make_term(std::string(kStemPrefix).append(prefix), stem_(word)));
    });
  }

  std::string correct(const std::string& word, const std::vector<std::string_view>& prefixes) const {
    Candidates candidates(word);
    const auto consider_all = [&](const std::string& start) {
      for (const std::string_view prefix : prefixes) consider_terms(prefix, start, candidates);
    };
    consider_all(word.substr(0, 1));
    for (const Council& council : gazetteer().councils()) {
      for (const CouncilName& name : council.names) {
        for (const Token& token : tokenise(name.text)) candidates.consider(token.term, 0);
      }
    }
    if (candidates.is_near()) return candidates.best();
    // A missing space is one error too.
    if (const std::string two = in_two(word); !two.empty()) return two;
    if (!candidates.best().empty()) return candidates.best();
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      if (letter != word.front()) consider_all(std::string(1, letter));
    }
    return candidates.best();
  }

  void consider_terms(std::string_view prefix, const std::string& start, Candidates& candidates) const {
    const std::string first = std::string(prefix) + start;
    for (auto it = database_.allterms_begin(first); it != database_.allterms_end(first); ++it)
      candidates.consider((*it).substr(prefix.size()), it.get_termfreq());
  }

  /// Two words of the archive, if `word` is both without the space.
  std::string in_two(const std::string& word) const {
    constexpr std::size_t kMinPart = 3;
    std::string best;
    Xapian::doccount best_articles = 0;
    for (std::size_t at = kMinPart; at + kMinPart <= word.size(); ++at) {
      const std::string left = word.substr(0, at);
      const std::string right = word.substr(at);
      const Xapian::doccount articles = std::min(database_.get_termfreq(left), database_.get_termfreq(right));
      if (articles <= best_articles) continue;
      best_articles = articles;
      best = left + " " + right;
    }
    return best;
  }

  const Xapian::Database& database_;
  Stemmer& stem_;
  std::map<std::string, std::string> corrections_;
};

}  // namespace

std::string did_you_mean(const Node& root, const std::string& typed, const Xapian::Database& database, Stemmer& stem) {
  Speller speller(database, stem);
  speller.collect(root);
  return speller.apply(typed);
}

}  // namespace council_news
