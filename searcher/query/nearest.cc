#include "searcher/query/nearest.h"

#include <algorithm>
#include <numeric>

namespace council_news {
namespace {

/// Whether `part` is one or more of the hyphen-separated words of `name`.
bool is_part(std::string_view part, std::string_view name) {
  for (std::size_t at = name.find(part); at != std::string_view::npos; at = name.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || name[at - 1] == '-') && (end == name.size() || name[end] == '-')) return true;
  }
  return false;
}

/// Whether their common prefix is at least two thirds of `typed`, as with `houses` and `housing`.
bool shares_prefix(std::string_view typed, std::string_view name) {
  constexpr std::size_t kMinCommon = 4;
  const auto end = std::mismatch(typed.begin(), typed.end(), name.begin(), name.end()).first;
  const auto common = static_cast<std::size_t>(end - typed.begin());
  return common >= kMinCommon && 3 * common >= 2 * typed.size();
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t max) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > max) return max + 1;
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const std::size_t change = last[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1);
      current[k] = std::min({last[k] + 1, current[k - 1] + 1, change});
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        current[k] = std::min(current[k], before_last[k - 2] + 1);
    }
    if (*std::min_element(current.begin(), current.end()) > max) return max + 1;
    before_last.swap(last);
    last.swap(current);
  }
  return std::min(last[b.size()], max + 1);
}

std::vector<std::string> nearest(std::string_view typed, const std::vector<std::string>& names, std::size_t max) {
  constexpr std::size_t kMaxTyped = 60;
  constexpr std::size_t kMinPrefixSize = 3;
  if (typed.empty() || typed.size() > kMaxTyped) return {};
  const std::size_t max_distance = std::max<std::size_t>(1, typed.size() / 3);
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const std::string& name : names) {
    const bool is_prefix = typed.size() >= kMinPrefixSize && name.starts_with(typed);
    std::size_t distance = is_prefix ? 1 : edit_distance(typed, name, max_distance);
    const bool related = is_part(typed, name) || shares_prefix(typed, name);
    if (distance > max_distance && typed.size() >= kMinPrefixSize && related) distance = max_distance;
    if (distance <= max_distance) found.emplace_back(distance, name);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
  std::vector<std::string> best;
  for (std::size_t i = 0; i < std::min(max, found.size()); ++i) best.push_back(found[i].second);
  return best;
}

}  // namespace council_news
