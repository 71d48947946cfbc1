#include "indexer/read/press/people/byline_words.h"

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/press/people/byline.h"

namespace council_news::press {
namespace {

/// Labels that scrapers attach to the preceding word without a space.
constexpr std::string_view kGluedLabels[] = {"Published", "Posted", "Updated", "Last updated", "By "};

bool glued_label_at(std::string_view text, std::size_t at) {
  if (at == 0 || !(is_ascii_lower(text[at - 1]) || is_ascii_digit(text[at - 1]))) return false;
  return std::any_of(std::begin(kGluedLabels), std::end(kGluedLabels),
                     [&](std::string_view label) { return text.substr(at).starts_with(label); });
}

bool is_address(std::string_view word) {
  return word.find('@') != std::string_view::npos || word.starts_with("http") || word.starts_with("www.");
}

/// The position of a second name in `SmithBob`; 0 in `McDonald`, `MacArthur`, `FitzGerald`, `DeSouza`.
std::size_t glued_name_at(std::string_view word) {
  constexpr std::size_t kMinName = 4;
  for (std::size_t at = kMinName; at + 1 < word.size(); ++at) {
    const bool glued = is_ascii_upper(word[at]) && is_ascii_lower(word[at - 1]) && is_ascii_lower(word[at + 1]);
    if (glued && word.substr(0, at) != "Fitz") return at;
  }
  return 0;
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  BylineWords cut() && {
    for (std::size_t offset = 0; offset < text_.size();) {
      const std::size_t begin = offset;
      const char32_t c = next_code_point(text_, offset);
      if (c == U'\n' || (is_separator(c) && !within_address(c))) {
        end_word(begin);
        end_piece(c == U',' ? Separator::comma : Separator::hard);
      } else if (c == U'/' && is_between_names(begin)) {
        end_word(begin);
        end_piece(Separator::hard);
      } else if (is_space(c)) {
        end_word(begin);
      } else if (word_begin_ == std::string_view::npos) {
        word_begin_ = begin;
      }
    }
    end_word(text_.size());
    end_piece(Separator::hard);
    return std::move(result_);
  }

 private:
  static bool is_separator(char32_t c) {
    if (c < 0x80) return std::string_view(",;|()[]<>*").find(static_cast<char>(c)) != std::string_view::npos;
    return c == U'•' || c == U'·' || c == U'—' || c == U'│' || c == U'»' || c == U'›';
  }

  bool within_address(char32_t c) const {
    if (word_begin_ == std::string_view::npos || c == U'>' || c == U')' || c == U']') return false;
    return text_.substr(word_begin_).starts_with("http");
  }

  /// A slash separates names if a space or a full name precedes it: `det/dpa` is one.
  bool is_between_names(std::size_t at) const {
    if (word_begin_ == std::string_view::npos) return at + 1 < text_.size() && text_[at + 1] == ' ';
    const bool after_word = std::any_of(piece_.words.begin(), piece_.words.end(),
                                        [](const Word& word) { return !has(word, kBy | kLabel); });
    return after_word && !is_address(text_.substr(word_begin_, at - word_begin_));
  }

  void end_word(std::size_t end) {
    if (word_begin_ == std::string_view::npos) return;
    const std::string_view text = text_.substr(word_begin_, end - word_begin_);
    word_begin_ = std::string_view::npos;
    if (is_address(text)) return add_address(text);
    if (text == "&" || text == "+") return end_piece(Separator::conjunction);
    const bool after_name = !piece_.words.empty() && (piece_.words.back().classes & (kBy | kLabel)) == 0;
    if (const std::size_t at = after_name ? glued_name_at(text) : 0; at != 0) {
      add_word(text.substr(0, at));
      end_piece(Separator::hard);
      return add_word(text.substr(at));
    }
    add_word(text);
  }

  void add_word(std::string_view text) {
    const Word word = read_word(text);
    if (word.text.empty() && !text.ends_with(':')) return end_piece(Separator::hard);  // a dash
    if ((word.classes & kAnd) != 0) return end_piece(Separator::conjunction);
    if (text.ends_with(':') || equal_ignoring_case(word.text, "by")) cut_before_label(word, text.ends_with(':'));
    if (!word.text.empty()) piece_.words.push_back(word);
    if (text.ends_with(':')) piece_.after_colon = piece_.words.size();
    if (text.ends_with('.') && !word.text.ends_with('.')) end_piece(Separator::hard);  // a sentence ends
  }

  /// `Words: Ann Smith Pictures: Bob Jones`: a label behind a name begins a piece.
  void cut_before_label(const Word& word, bool colon) {
    constexpr WordClasses kOfLabel = kLabel | kOtherWork | kFiller;
    std::vector<Word>& words = piece_.words;
    std::size_t begin = words.size();
    while (begin > 0 && has(words[begin - 1], kOfLabel)) --begin;
    const bool is_label = begin < words.size() || (colon && has(word, kLabel | kOtherWork));
    const bool after_name = std::any_of(words.begin(), words.begin() + std::ptrdiff_t(begin),
                                        [](const Word& one) { return one.classes == 0; });
    if (!is_label || !after_name || (colon && !has(word, kLabel | kOtherWork | kBy))) return;
    std::vector<Word> label(words.begin() + std::ptrdiff_t(begin), words.end());
    words.resize(begin);
    end_piece(Separator::hard);
    piece_.words = std::move(label);
  }

  void add_address(std::string_view text) {
    end_piece(Separator::hard);
    if (text.starts_with("mailto:")) text.remove_prefix(7);
    while (!text.empty() && (text.back() == '.' || text.back() == ':')) text.remove_suffix(1);
    const std::size_t at = text.find('@');
    const bool email = at != std::string_view::npos && at > 0 && at + 1 < text.size() && !text.starts_with("http");
    if (email && result_.email.empty()) result_.email = text;
  }

  void end_piece(Separator separator) {
    if (!piece_.words.empty()) {
      result_.pieces.push_back(std::move(piece_));
      piece_ = {separator, {}, 0};
    } else if (separator == Separator::hard || piece_.before != Separator::hard) {
      piece_.before = separator;  // `Ann Smith, and Bob Jones` joins two people
    }
  }

  std::string_view text_;
  std::size_t word_begin_ = std::string_view::npos;
  Piece piece_;
  BylineWords result_;
};

}  // namespace

std::string unglued(std::string_view text) {
  std::string out;
  if (text.find(' ') == std::string_view::npos) return out.append(text);  // `asmith2018` is an account
  std::size_t lower_run = 0;
  std::size_t digit_run = 0;
  bool address = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i == 0 || is_ascii_blank(text[i - 1])) {
      const auto* const end = std::find_if(text.begin() + std::ptrdiff_t(i), text.end(), is_ascii_blank);
      address = is_address(text.substr(i, std::size_t(end - text.begin()) - i));
    }
    if (address) {
      out += c;
      continue;
    }
    const bool next_lower = i + 1 < text.size() && is_ascii_lower(text[i + 1]);
    const bool digit_after_word = is_ascii_digit(c) && lower_run >= 4;
    const bool word_after_year = digit_run == 4 && is_ascii_upper(c) && next_lower;
    const bool name_after_by = i == 2 && is_ascii_upper(c) && next_lower && text[0] == 'B' && text[1] == 'y';
    if (name_after_by || digit_after_word || word_after_year || glued_label_at(text, i)) out += ' ';
    lower_run = is_ascii_lower(c) ? lower_run + 1 : 0;
    digit_run = is_ascii_digit(c) ? digit_run + 1 : 0;
    out += c;
  }
  return out;
}

BylineWords cut_byline(std::string_view text) { return Cutter(text).cut(); }

}  // namespace council_news::press
