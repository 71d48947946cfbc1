#include "common/flat_json.h"

#include <algorithm>
#include <charconv>

#include "common/text/utf8.h"

namespace council_news {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view json) : json_(json) {}

  std::optional<std::vector<FlatField>> run() {
    std::vector<FlatField> fields;
    if (!take('{')) return std::nullopt;
    for (bool first = true; !take('}'); first = false) {
      FlatField field;
      if (!(first || take(',')) || !read_string(field.name) || !take(':') || !read_values(field)) return std::nullopt;
      fields.push_back(std::move(field));
    }
    skip_blanks();
    if (at_ != json_.size()) return std::nullopt;
    return fields;
  }

 private:
  void skip_blanks() {
    if (at_ < json_.size() && json_[at_] > ' ') return;
    at_ = std::min(json_.find_first_not_of(" \t\r\n", at_), json_.size());
  }

  bool take(char sign) {
    skip_blanks();
    if (at_ == json_.size() || json_[at_] != sign) return false;
    ++at_;
    return true;
  }

  bool read_values(FlatField& field) {
    field.is_list = take('[');
    if (!field.is_list) return read_string(field.values.emplace_back());
    for (bool first = true; !take(']'); first = false) {
      if (!(first || take(',')) || !read_string(field.values.emplace_back())) return false;
    }
    return true;
  }

  bool read_string(std::string& text) {
    if (!take('"')) return false;
    std::size_t quote = json_.find('"', at_);
    while (quote != std::string_view::npos) {
      const std::size_t length = std::min(json_.substr(at_, quote - at_).find('\\'), quote - at_);
      text.append(json_, at_, length);
      at_ += length;
      if (at_ == quote) {
        ++at_;
        return true;
      }
      if (!read_escape(text)) return false;
      if (quote < at_) quote = json_.find('"', at_);
    }
    return false;
  }

  bool read_escape(std::string& text) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (at_ + 1 >= json_.size()) return false;
    const char letter = json_[at_ + 1];
    at_ += 2;
    if (letter == 'u') return read_code_unit(text);
    const std::size_t place = kLetters.find(letter);
    if (place == std::string_view::npos) return false;
    text += kMeanings[place];
    return true;
  }

  /// The four digits after `\u`. Surrogates are rejected: characters beyond U+FFFF are stored unescaped.
  bool read_code_unit(std::string& text) {
    const std::string_view digits = json_.substr(at_, 4);
    unsigned code_unit = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code_unit, 16);
    const bool is_whole = digits.size() == 4 && error == std::errc() && end == digits.data() + digits.size();
    if (!is_whole || (code_unit >= 0xD800 && code_unit < 0xE000)) return false;
    append_utf8(text, code_unit);
    at_ += 4;
    return true;
  }

  std::string_view json_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::vector<FlatField>> read_flat_json(std::string_view json) { return Reader(json).run(); }

}  // namespace council_news
