#include "indexer/read/page/top_lines.h"

#include <algorithm>
#include <vector>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/page/date_line.h"
#include "indexer/read/press/people/byline.h"

namespace council_news::page {
namespace {

/// A longer line is not a headline or byline.
constexpr std::size_t kShortLine = 170;
/// Date and byline begin within this many bytes of text.
constexpr std::size_t kTop = 300;

/// Whether a line holds only names and what belongs to them. Without "By" the names must be the authors'.
bool is_byline(std::string_view line, const std::vector<std::string>& authors) {
  if (line.size() > 100 || line.back() == '.' || line.back() == '?' || line.back() == '!') return false;
  if (press::begins_like_byline(line)) return !press::authors_of_line(line).empty();
  const std::string folded = fold_name(line);  // the line may be in capitals
  const auto is_in_line = [&](const std::string& name) { return folded.find(fold_name(name)) != std::string::npos; };
  if (std::none_of(authors.begin(), authors.end(), is_in_line)) return false;
  const std::vector<std::string> names = press::read_byline(line).authors();
  return !names.empty() && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::find(authors.begin(), authors.end(), name) != authors.end();
  });
}

class LineJudge {
 public:
  explicit LineJudge(const Article& article) : title_(ascii_lower(squeeze(article.title))), authors_(article.authors) {}

  /// `before` is the number of bytes of text before the line.
  bool is_own(std::string_view line, std::size_t before) const {
    if (line.size() > kShortLine) return true;
    return ascii_lower(line) != title_ && (before >= kTop || !is_about_article(line));
  }

 private:
  bool is_about_article(std::string_view line) const {
    return is_only_date(line) || is_date_label(line) || is_byline(line, authors_) || press::is_role(line);
  }

  std::string title_;
  const std::vector<std::string>& authors_;
};

}  // namespace

std::string without_top_lines(std::string_view text, const Article& article) {
  const LineJudge judge(article);
  std::string out;
  bool new_paragraph = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty()) {
      new_paragraph = true;
      continue;
    }
    if (!judge.is_own(line, out.size())) continue;
    if (!out.empty()) out += new_paragraph ? "\n\n" : "\n";
    new_paragraph = false;
    out += line;
  }
  return out;
}

}  // namespace council_news::page
