#include "indexer/read/page/page_headline.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/read/html/text.h"
#include "indexer/read/page/date_line.h"
#include "indexer/read/press/people/byline.h"

namespace council_news::page {
namespace {

using html::Node;
using html::Tag;

/// Separators between a headline and the site's name. They include spaces: a hyphen within a word does not separate.
constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " » ",
                                            " « ", " · ", " • ", " / ", " > ",  " : "};

const std::vector<std::string_view> kTitleNames = {"og:title",       "twitter:title", "parsely-title",
                                                   "sailthru.title", "dc.title",      "dcterms.title",
                                                   "citation_title", "headline",      "title"};

/// A heading with fewer letters is a label.
constexpr std::size_t kShortest = 8;
/// A longer line is a sentence of the text.
constexpr std::size_t kLongestLine = 150;
/// A heading shorter than the metadata's headline divided by this is the name of a section.
constexpr std::size_t kMinPart = 4;

/// Letters and digits in lower case, to compare headlines that differ in quotes and dashes.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c)) out += ascii_lower(text.substr(begin, at - begin));
  }
  return out;
}

struct Split {
  std::string_view head;
  std::string_view tail;
};

std::optional<Split> split_last(std::string_view title) {
  std::optional<Split> best;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view head = title.substr(0, at);
    if (!best || head.size() > best->head.size()) best = Split{head, title.substr(at + separator.size())};
  }
  return best;
}

std::optional<Split> split_first(std::string_view title) {
  std::optional<Split> best;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.find(separator);
    if (at == std::string_view::npos || at == 0) continue;
    if (!best || at < best->head.size()) best = Split{title.substr(0, at), title.substr(at + separator.size())};
  }
  return best;
}

/// Whether `text` is the name of the site: the outlet, or the name in its host.
bool is_site_name(std::string_view text, const Site& site) {
  const std::string name = bare(text);
  if (name.size() < 3) return false;
  return name == bare(site.outlet) || bare(site.host).find(name) != std::string::npos;
}

std::string without_site(std::string_view title, const Site& site) {
  for (int i = 0; i < 3; ++i) {
    if (const auto last = split_last(title); last && is_site_name(last->tail, site)) {
      title = trim(last->head);
    } else if (const auto first = split_first(title); first && is_site_name(first->head, site)) {
      title = trim(first->tail);
    } else {
      break;
    }
  }
  return std::string(title);
}

/// Removes the last part of a title if the site's name is unknown and the part is short beside the rest.
std::string cut_title(std::string_view title, const Site& site) {
  std::string known = without_site(title, site);
  if (known != title) return known;
  const auto split = split_last(title);
  if (!split || split->head.size() < 10 || split->tail.size() > split->head.size()) return known;
  return std::string(split->head);
}

/// Whether a heading is the site's logo: it links to the front page.
bool leads_home(const Node& heading) {
  for (const Node* node = &heading; node != nullptr; node = html::next_node(node, heading)) {
    if (node->tag != Tag::a) continue;
    const std::string_view address = trim(node->attribute("href"));
    const std::size_t host = address.find("//");
    const std::size_t path = address.find('/', host == std::string_view::npos ? 0 : host + 2);
    if (node->attribute("rel") == "home" || path == std::string_view::npos || path + 1 == address.size()) return true;
  }
  return heading.parent != nullptr && heading.parent->tag == Tag::a && heading.parent->attribute("rel") == "home";
}

/// The <h1> elements that may be a headline.
std::vector<std::string> first_headings(const PageView& page, const MetaTags& meta, const Site& site) {
  std::vector<std::string> out;
  const auto title = split_last(meta.title());
  for (const Node* node = &page.root(); node != nullptr;) {
    const bool into = !html::has(node->tag, html::kHidden) && !page.hinted(*node, kUnseen);
    if (into && node->tag == Tag::h1 && !leads_home(*node) && !page.beside_article(*node)) {
      std::string text = html::line_of(*node);
      const bool is_site = is_site_name(text, site) ||
                           (title && title->head.size() > title->tail.size() && bare(title->tail) == bare(text));
      if (bare(text).size() >= kShortest && !is_site) out.push_back(std::move(text));
    }
    node = html::next_node(node, page.root(), into);
  }
  return out;
}

bool is_set_large(const Node& text) {
  for (const Node* up = text.parent; up != nullptr && !html::has(up->tag, html::kBlock); up = up->parent) {
    if (up->tag == Tag::b || up->tag == Tag::strong) return true;
    if (up->tag == Tag::font && up->attribute("size") >= "4" && up->attribute("size") <= "7") return true;
  }
  return false;
}

/// A lower heading that begins the page's title, for pages whose <h1> is a section (`Newsroom`) or missing.
std::string second_heading(const PageView& page, std::string_view title) {
  const std::string wanted = bare(title);
  for (const Node* node = &page.root(); node != nullptr;) {
    const bool into = !html::has(node->tag, html::kHidden) && !page.hinted(*node, kUnseen);
    if (into && html::is_heading(node->tag) && node->tag != Tag::h1 && !page.beside_article(*node)) {
      std::string text = html::line_of(*node);
      const std::string words = bare(text);
      if (words.size() >= kShortest && wanted.starts_with(words)) return text;
    }
    node = html::next_node(node, page.root(), into);
  }
  return {};
}

/// The line in large or bold letters right above a byline or date: the headline of old pages without headings.
std::string line_above_byline(const PageView& page) {
  const Node* above = nullptr;
  for (const Node* node : page.texts()) {
    if (page.facts(*node).text == 0) continue;
    const std::string line = html::line_of(*node);
    if (above != nullptr && (press::begins_like_byline(line) || is_only_date(line))) {
      std::string headline = html::line_of(*above);
      if (bare(headline).size() >= kShortest) return headline;
    }
    above = line.size() <= kLongestLine && is_set_large(*node) && !page.beside_article(*node) ? node : nullptr;
  }
  return {};
}

}  // namespace

std::string headline(const PageView& page, const MetaTags& meta, const StructuredData& data, const Site& site) {
  const std::string declared = without_site(meta.first(kTitleNames), site);
  const std::string witness = bare(declared) + ' ' + bare(meta.title()) + ' ' + bare(data.headline);
  const std::vector<std::string> headings = first_headings(page, meta, site);
  const auto is_too_short = [&](const std::string& words) { return words.size() * kMinPart < bare(declared).size(); };
  const std::string* best = nullptr;
  for (const std::string& heading : headings) {
    const std::string words = bare(heading);
    if (witness.find(words) == std::string::npos || is_too_short(words)) continue;
    if (best == nullptr || words.size() > bare(*best).size()) best = &heading;
  }
  if (best != nullptr) return *best;
  if (!headings.empty() || declared.empty()) {
    if (std::string lower = second_heading(page, meta.title()); !lower.empty()) return lower;
  }
  if (headings.empty() && declared.empty()) {
    if (std::string line = line_above_byline(page); !line.empty()) return line;
  }
  if (headings.size() == 1) {
    const std::string words = bare(headings.front());
    const bool has_more =
        !declared.empty() && words.find(bare(declared)) != std::string::npos;  // preceded by a section's name
    if (!has_more && !is_too_short(words)) return headings.front();
  }
  if (!declared.empty() && meta.title() != declared) return declared;
  if (!data.headline.empty() && data.found) return without_site(data.headline, site);
  if (!declared.empty()) return declared;
  const std::string cut = cut_title(meta.title(), site);
  return cut.empty() && !headings.empty() ? headings.front() : cut;
}

bool is_part_of_title(std::string_view page_title, std::string_view name) {
  const std::string words = bare(name);
  for (auto split = split_last(page_title); split; split = split_last(page_title)) {
    if (bare(split->tail) == words) return true;
    page_title = split->head;
  }
  return false;
}

std::string site_name_in_title(std::string_view page_title, std::string_view headline) {
  const std::string words = bare(headline);
  if (words.empty()) return {};
  const auto last = split_last(page_title);
  if (last && bare(last->head) == words) return std::string(trim(last->tail));
  const auto first = split_first(page_title);
  if (first && bare(first->tail) == words) return std::string(trim(first->head));
  return {};
}

}  // namespace council_news::page
