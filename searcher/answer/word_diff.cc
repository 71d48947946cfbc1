#include "searcher/answer/word_diff.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>

#include "common/text/split.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Most differences that are looked for. The search takes time and memory by the square of it.
constexpr std::ptrdiff_t kMaxDifferences = 2000;

/// Most pairs of paragraphs that are compared to find which became which.
constexpr std::size_t kMaxPairs = 2500;

/// Share of their words that two paragraphs have in common if one became the other.
constexpr double kMinSimilarity = 0.4;

/// Unchanged words between two longer changes that are shown as changed with them, such as “of the”.
constexpr std::size_t kMaxIsland = 2;

using Ids = std::vector<std::uint32_t>;

/// Numbers equal texts alike.
class Numbers {
 public:
  std::uint32_t of(std::string_view text) {
    return numbers_.emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// A part of two sequences: equal, or else removed from the first or added by the second.
struct Step {
  EditKind kind;
  std::size_t size;
};
using Script = std::vector<Step>;

void add_step(Script& script, EditKind kind, std::size_t size) {
  if (size == 0) return;
  if (!script.empty() && script.back().kind == kind)
    script.back().size += size;
  else
    script.push_back({kind, size});
}

/// The shortest script, as in E. W. Myers, “An O(ND) difference algorithm and its variations” (1986). Diagonal k has
/// the places x of the first sequence and x - k of the second.
class ShortestScript {
 public:
  ShortestScript(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) : a_(a), b_(b) {}

  /// Empty if it has more than kMaxDifferences.
  Script find() {
    const auto size_a = static_cast<std::ptrdiff_t>(a_.size());
    const auto size_b = static_cast<std::ptrdiff_t>(b_.size());
    for (std::ptrdiff_t d = 0; d <= std::min(size_a + size_b, kMaxDifferences); ++d) {
      std::vector<std::int32_t> reached;
      for (std::ptrdiff_t k = -d; k <= d; k += 2) {
        std::ptrdiff_t x = start(d, k);
        while (x < size_a && x - k < size_b && a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(x - k)])
          ++x;
        if (x == size_a && x - k == size_b) return script_to(d, k);
        reached.push_back(static_cast<std::int32_t>(x));
      }
      rounds_.push_back(std::move(reached));
    }
    return {};
  }

 private:
  /// How far into the first sequence the scripts of d differences reach on diagonal k.
  std::ptrdiff_t reach(std::ptrdiff_t d, std::ptrdiff_t k) const {
    return rounds_[static_cast<std::size_t>(d)][static_cast<std::size_t>((k + d) / 2)];
  }

  /// Whether the last of d differences to diagonal k adds; else it removes.
  bool adds(std::ptrdiff_t d, std::ptrdiff_t k) const {
    return k == -d || (k != d && reach(d - 1, k - 1) < reach(d - 1, k + 1));
  }

  /// The place after the last of d differences to diagonal k.
  std::ptrdiff_t start(std::ptrdiff_t d, std::ptrdiff_t k) const {
    if (d == 0) return 0;
    return adds(d, k) ? reach(d - 1, k + 1) : reach(d - 1, k - 1) + 1;
  }

  /// The script of d differences that ends at both ends, on diagonal k: found backwards.
  Script script_to(std::ptrdiff_t d, std::ptrdiff_t k) const {
    Script backwards;
    auto x = static_cast<std::ptrdiff_t>(a_.size());
    for (; d >= 0; --d) {
      add_step(backwards, EditKind::same, static_cast<std::size_t>(x - start(d, k)));
      if (d == 0) break;
      const bool added = adds(d, k);
      add_step(backwards, added ? EditKind::added : EditKind::removed, 1);
      k += added ? 1 : -1;
      x = reach(d - 1, k);
    }
    return {backwards.rbegin(), backwards.rend()};
  }

  std::span<const std::uint32_t> a_;
  std::span<const std::uint32_t> b_;
  std::vector<std::vector<std::int32_t>> rounds_;  ///< of d: the reach on the diagonals -d, -d + 2 … d
};

/// Each change as one removed and one added step, in this order.
Script in_order(const Script& script) {
  Script ordered;
  std::size_t removed = 0;
  std::size_t added = 0;
  const auto end_change = [&] {
    add_step(ordered, EditKind::removed, removed);
    add_step(ordered, EditKind::added, added);
    removed = added = 0;
  };
  for (const Step& step : script) {
    if (step.kind == EditKind::removed) removed += step.size;
    if (step.kind == EditKind::added) added += step.size;
    if (step.kind != EditKind::same) continue;
    end_change();
    add_step(ordered, EditKind::same, step.size);
  }
  end_change();
  return ordered;
}

Script diff(const Ids& a, const Ids& b) {
  const auto first = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto prefix = static_cast<std::size_t>(first.first - a.begin());
  std::size_t suffix = 0;
  while (suffix < std::min(a.size(), b.size()) - prefix && a[a.size() - 1 - suffix] == b[b.size() - 1 - suffix])
    ++suffix;
  const std::size_t removed = a.size() - prefix - suffix;
  const std::size_t added = b.size() - prefix - suffix;
  Script script;
  add_step(script, EditKind::same, prefix);
  Script middle;
  if (removed > 0 && added > 0)
    middle = ShortestScript({a.data() + prefix, removed}, {b.data() + prefix, added}).find();
  if (middle.empty()) middle = {{EditKind::removed, removed}, {EditKind::added, added}};
  for (const Step& step : middle) add_step(script, step.kind, step.size);
  add_step(script, EditKind::same, suffix);
  return in_order(script);
}

/// Makes a few unchanged words between two longer changes part of them: that reads better than word by word.
Script without_islands(const Script& script) {
  Script merged;
  for (std::size_t i = 0; i < script.size(); ++i) {
    const Step& step = script[i];
    // in_order: before and after an island there is a change, and the larger side of it counts
    const auto change = [&](std::size_t nearest, std::size_t other) {
      const auto size = [&](std::size_t at) {
        return at < script.size() && script[at].kind != EditKind::same ? script[at].size : 0;
      };
      return size(nearest) == 0 ? 0 : std::max(size(nearest), size(other));
    };
    const bool island = step.kind == EditKind::same && step.size <= kMaxIsland && change(i - 1, i - 2) > step.size &&
                        change(i + 1, i + 2) > step.size;
    add_step(merged, island ? EditKind::removed : step.kind, step.size);
    if (island) add_step(merged, EditKind::added, step.size);
  }
  return in_order(merged);
}

using Words = std::vector<std::string_view>;

/// The words of a squeezed text.
Words words_of(std::string_view squeezed) { return split(squeezed, ' '); }

Ids numbered(const Words& words, Numbers& numbers) {
  Ids ids;
  for (const std::string_view word : words) ids.push_back(numbers.of(word));
  return ids;
}

std::string text_of(const Words& words, std::size_t begin, std::size_t size) {
  std::string text;
  for (std::size_t i = begin; i < begin + size; ++i) text.append(i > begin ? " " : "").append(words[i]);
  return text;
}

std::size_t same_words(const Script& script) {
  std::size_t same = 0;
  for (const Step& step : script) same += step.kind == EditKind::same ? step.size : 0;
  return same;
}

Edits replaced(const std::string& before, const std::string& after) {
  Edits edits;
  if (!before.empty()) edits.push_back({EditKind::removed, before});
  if (!after.empty()) edits.push_back({EditKind::added, after});
  return edits;
}

/// diff_words of squeezed texts.
Edits diff_squeezed(const std::string& before, const std::string& after) {
  const Words old_words = words_of(before);
  const Words new_words = words_of(after);
  Numbers numbers;
  const Ids old_ids = numbered(old_words, numbers);
  const Script script = diff(old_ids, numbered(new_words, numbers));
  const auto all = static_cast<double>(old_words.size() + new_words.size());
  if (2 * static_cast<double>(same_words(script)) < kMinSimilarity * all) return replaced(before, after);
  Edits edits;
  std::size_t old_at = 0;
  std::size_t new_at = 0;
  for (const Step& step : without_islands(script)) {
    const bool is_new = step.kind == EditKind::added;
    edits.push_back(
        {step.kind, is_new ? text_of(new_words, new_at, step.size) : text_of(old_words, old_at, step.size)});
    if (step.kind != EditKind::added) old_at += step.size;
    if (step.kind != EditKind::removed) new_at += step.size;
  }
  return edits;
}

/// Non-empty paragraphs, squeezed.
std::vector<std::string> paragraphs_in(std::string_view text) {
  std::vector<std::string> paragraphs;
  for (const std::string_view line : split(text, '\n'))
    if (std::string paragraph = squeeze(line); !paragraph.empty()) paragraphs.push_back(std::move(paragraph));
  return paragraphs;
}

using Paragraphs = std::vector<std::string>;

/// Share of the words of two paragraphs that are in both, in whatever order.
double similarity(const Ids& a, const Ids& b) {
  std::size_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++common, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return 2 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

/// Compares neighbouring paragraphs that went with those that came in their place: each with the first that is like it.
void diff_replaced(const Paragraphs& before, const Paragraphs& after, std::vector<Edits>& changed) {
  Numbers numbers;
  const auto sorted = [&numbers](const std::string& paragraph) {
    Ids ids = numbered(words_of(paragraph), numbers);
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  std::vector<Ids> old_ids;
  std::vector<Ids> new_ids;
  const bool compare = before.size() * after.size() <= kMaxPairs;
  for (const std::string& one : before) old_ids.push_back(compare ? sorted(one) : Ids{});
  for (const std::string& one : after) new_ids.push_back(compare ? sorted(one) : Ids{});
  std::size_t next = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    std::size_t like = next;
    while (like < after.size() && (!compare || similarity(old_ids[i], new_ids[like]) < kMinSimilarity)) ++like;
    if (like == after.size()) {
      changed.push_back(replaced(before[i], {}));
      continue;
    }
    for (; next < like; ++next) changed.push_back(replaced({}, after[next]));
    changed.push_back(diff_squeezed(before[i], after[next++]));
  }
  for (; next < after.size(); ++next) changed.push_back(replaced({}, after[next]));
}

}  // namespace

Edits diff_words(std::string_view before, std::string_view after) {
  return diff_squeezed(squeeze(before), squeeze(after));
}

std::vector<Edits> diff_paragraphs(std::string_view before, std::string_view after) {
  std::vector<Edits> changed;
  if (squeeze(before) == squeeze(after)) return changed;
  const Paragraphs old_paragraphs = paragraphs_in(before);
  const Paragraphs new_paragraphs = paragraphs_in(after);
  Numbers numbers;
  const auto ids = [&numbers](const Paragraphs& paragraphs) {
    return numbered({paragraphs.begin(), paragraphs.end()}, numbers);
  };
  const Ids old_ids = ids(old_paragraphs);
  const Script script = diff(old_ids, ids(new_paragraphs));
  auto old_at = old_paragraphs.begin();
  auto new_at = new_paragraphs.begin();
  Paragraphs went;
  Paragraphs came;
  for (const Step& step : script) {
    const auto size = static_cast<std::ptrdiff_t>(step.size);
    if (step.kind == EditKind::removed) went.assign(old_at, old_at + size);
    if (step.kind == EditKind::added) came.assign(new_at, new_at + size);
    if (step.kind == EditKind::same) {
      diff_replaced(went, came, changed);
      went.clear();
      came.clear();
    }
    if (step.kind != EditKind::added) old_at += size;
    if (step.kind != EditKind::removed) new_at += size;
  }
  diff_replaced(went, came, changed);
  return changed;
}

Edits with_context(const Edits& edits, std::size_t context) {
  Edits shown;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const Edit& edit = edits[i];
    const std::size_t before = i > 0 ? context : 0;
    const std::size_t after = i + 1 < edits.size() ? context : 0;
    const Words words = words_of(edit.text);
    if (edit.kind != EditKind::same || words.size() <= before + after + 1) {
      shown.push_back(edit);
      continue;
    }
    std::string text = text_of(words, 0, before);
    text += (before > 0 ? " …" : "…") + std::string(after > 0 ? " " : "");
    shown.push_back({edit.kind, text + text_of(words, words.size() - after, after)});
  }
  return shown;
}

std::size_t count_words(std::string_view text) { return words_of(squeeze(text)).size(); }

}  // namespace council_news
