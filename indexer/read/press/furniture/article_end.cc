#include "indexer/read/press/furniture/article_end.h"

namespace council_news::press {
namespace {

using Kind = LineWeight::Kind;

/// Which paragraphs have another at most one short line away.
std::vector<bool> in_company(const std::vector<LineWeight>& lines) {
  std::vector<bool> company(lines.size());
  const std::size_t none = lines.size();
  std::size_t last = none;
  std::size_t between = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Kind kind = lines[i].kind;
    if (kind == Kind::prose) {
      if (last != none && between <= 1) company[last] = company[i] = true;
      last = i;
      between = 0;
    } else if (kind == Kind::other) {
      ++between;
    } else if (kind != Kind::dropped) {
      last = none;
    }
  }
  return company;
}

}  // namespace

ArticleEnd::ArticleEnd(const std::vector<LineWeight>& lines) : lines_(lines), after_(lines.size()) {
  const std::vector<bool> company = in_company(lines);
  std::size_t words = 0;
  for (std::size_t i = lines.size(); i-- > 0;) {
    after_[i] = words;
    if (company[i]) words += lines[i].words;
    if (lines[i].kind == Kind::formal_mark) words = 0;
  }
}

bool ArticleEnd::is_at(std::size_t at, std::size_t before) const {
  if (before == 0) return false;
  return lines_[at].kind == Kind::formal_mark ? after_[at] <= before : 4 * after_[at] <= 3 * before;
}

}  // namespace council_news::press
