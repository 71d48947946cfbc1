#include "indexer/read/page/headline.h"

#include <algorithm>
#include <optional>

#include "common/text/utf8.h"
#include "indexer/read/html/text.h"

namespace council_news::page {
namespace {

using html::Node;
using html::Tag;

/// What parts a headline from the name of a site. Blanks are part of them: a hyphen within a word parts nothing.
constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " » ",
                                            " « ", " · ", " • ", " ‒ ", " / ",  " > "};

/// Letters and digits alone, in lower case: what is left when two headlines differ in quotes and dashes.
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

std::string without_site(std::string_view title, std::string_view outlet) {
  const std::string site = bare(outlet);
  for (int i = 0; i < 3 && !site.empty(); ++i) {
    if (const auto split = split_last(title); split && bare(split->tail) == site) {
      title = trim(split->head);
    } else if (const auto first = split_first(title); first && bare(first->head) == site) {
      title = trim(first->tail);
    } else {
      break;
    }
  }
  return std::string(title);
}

/// <h1> elements with text, those within drawings and unseen ones left out.
std::vector<std::string> first_headings(const PageView& page) {
  std::vector<std::string> out;
  for (const Node* node = &page.root(); node != nullptr;) {
    if (node->tag == Tag::h1) {
      std::string text = html::line_of(*node);
      if (!text.empty()) out.push_back(std::move(text));
    }
    node = html::next_node(node, page.root(), !html::has(node->tag, html::kHidden));
  }
  return out;
}

/// The site's name cut off by rule alone: the last part if it is short beside the rest.
std::string cut_title(std::string_view title) {
  const auto split = split_last(title);
  if (!split || split->head.size() < 10 || split->tail.size() > split->head.size()) return std::string(title);
  return cut_title(split->head);
}

}  // namespace

std::string headline(const PageView& page, const MetaTags& meta, const StructuredData& data, std::string_view outlet) {
  const std::string declared =
      without_site(meta.first({"og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title",
                               "dcterms.title", "citation_title", "headline", "title"}),
                   outlet);
  const std::string witness = bare(declared) + ' ' + bare(meta.title()) + ' ' + bare(data.headline);
  const std::vector<std::string> headings = first_headings(page);
  for (const std::string& heading : headings) {
    const std::string words = bare(heading);
    if (words.size() >= 8 && words != bare(outlet) && witness.find(words) != std::string::npos) return heading;
  }
  if (!data.headline.empty() && data.found) return without_site(data.headline, outlet);
  if (!declared.empty()) return declared;
  if (headings.size() == 1 && bare(headings.front()) != bare(outlet)) return headings.front();
  return cut_title(without_site(meta.title(), outlet));
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
