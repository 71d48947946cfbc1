#include "indexer/read/page/authors.h"

#include <algorithm>
#include <iterator>

#include "common/add_new.h"
#include "common/text/utf8.h"
#include "indexer/read/html/text.h"
#include "indexer/read/page/byline_text.h"
#include "indexer/read/page/page_headline.h"
#include "indexer/read/press/people/byline.h"

namespace council_news::page {
namespace {

using html::Node;
using html::Tag;
using Names = std::vector<std::string>;

// clang-format off
const std::vector<std::string_view> kAuthorNames = {
    "author", "article:author", "og:article:author", "article:author_name", "dc.creator", "dcterms.creator",
    "dc:creator", "parsely-author", "sailthru.author", "byl", "citation_author", "dc.contributor", "creator",
    "authors", "article.author", "rbauthors", "shareaholic:article_author_name", "twitter:data1",
    "cxenseparse:author", "dcsext.author", "bylinename"};
// clang-format on

constexpr std::string_view kAuthorFolders[] = {"author",   "authors",    "autor",       "autoren",      "auteur",
                                               "autores",  "journalist", "journalists", "reporter",     "reporters",
                                               "newsteam", "by",         "contributor", "contributors", "our-people",
                                               "staff",    "profile"};

// In bytes of text.
constexpr std::uint32_t kMaxBylineText = 120;
constexpr std::uint32_t kMaxSignatureText = 40;
constexpr std::uint32_t kMaxRoleText = 60;

/// Lines beginning with "By" that are examined.
constexpr int kMaxLines = 100;
/// A box with more names is a list of something else.
constexpr std::size_t kMaxNames = 5;

bool begins_lower(std::string_view name) { return is_ascii_lower(name.front()); }

bool is_itemprop_author(const PageView&, const Node& node) {
  return node.attribute("itemprop") == "author" || node.attribute("itemprop") == "creator";
}
bool is_rel_author(const PageView&, const Node& node) {
  return node.tag == Tag::a && node.attribute("rel") == "author";
}
/// Whether an element holds the article's byline, not a picture's.
bool is_byline_box(const PageView& page, const Node& node) {
  const bool of_picture = page.hinted(*node.parent, kCaption) && !page.hinted(*node.parent, kArticleWord);
  return page.hinted(node, kByline) && !page.hinted(node, kCaption) && !of_picture;
}

/// Whether an element is a link into a directory of authors' pages.
bool is_link_to_author(const PageView&, const Node& node) {
  if (node.tag != Tag::a) return false;
  const std::string_view address = node.attribute("href");
  std::size_t begin = address.find('/');
  while (begin != std::string_view::npos) {
    const std::size_t end = address.find('/', begin + 1);
    if (end == std::string_view::npos) return false;
    const std::string_view folder = address.substr(begin + 1, end - begin - 1);
    if (std::find(std::begin(kAuthorFolders), std::end(kAuthorFolders), folder) != std::end(kAuthorFolders))
      return true;
    begin = end;
  }
  return false;
}

using Test = bool (*)(const PageView&, const Node&);
constexpr Test kMarks[] = {is_itemprop_author, is_rel_author, is_byline_box, is_link_to_author};

/// The descendant of an author element that holds only the name.
const Node& name_element(const Node& box) {
  for (const Node* node = &box; node != nullptr; node = html::next_node(node, box)) {
    if (node->attribute_count != 0 && node->attribute("itemprop") == "name") return *node;
  }
  return box;
}

/// Whether a name is a host or an account rather than a person's name: `leeds.gov.uk`, `leeds-press`.
bool is_account(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return false;
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos && dot + 2 < name.size()) return true;
  return name == ascii_lower(name) && static_cast<unsigned char>(name.front()) < 0x80;
}

/// The element that holds the whole byline that `text` begins, not only the <span> around "By".
const Node& line_around(const PageView& page, const Node& text) {
  const Node* around = text.parent;
  while (around->parent != nullptr && page.facts(*around).text <= 2 && !html::has(around->tag, html::kBlock)) {
    around = around->parent;
  }
  return *around;
}

bool is_within_heading(const Node& node) {
  const Node* around = &node;
  while (around != nullptr && around->tag != Tag::h1) around = around->parent;
  return around != nullptr;
}

bool is_set_right(const Node& node) {
  if (node.tag != Tag::p && node.tag != Tag::div) return false;
  std::string style = ascii_lower(node.attribute("style"));
  std::erase(style, ' ');
  return equal_ignoring_case(node.attribute("align"), "right") || style.find("text-align:right") != std::string::npos;
}

/// `Ann`, `A. Smith`
bool is_short_name(const std::string& name) {
  const std::size_t first = name.find(' ');
  return first == std::string::npos || first == 1 || (first == 2 && name[1] == '.');
}

/// Whether `name` is `whole` or a part of it: `Ann`, `Smith` or `A. Smith` of `Ann Smith`.
bool is_part_of_name(std::string_view name, std::string_view whole) {
  while (!name.empty()) {
    if (whole.empty()) return false;
    const std::string_view part = name.substr(0, name.find(' '));
    const std::string_view word = whole.substr(0, whole.find(' '));
    const bool initial = part.size() == 1 || (part.size() == 2 && part.back() == '.');
    if (initial ? part.front() == word.front() : equal_ignoring_case(part, word))
      name.remove_prefix(std::min(part.size() + 1, name.size()));
    whole.remove_prefix(std::min(word.size() + 1, whole.size()));
  }
  return true;
}

bool has_all_in_full(const Names& whole, const Names& names) {
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::any_of(whole.begin(), whole.end(), [&](const std::string& one) { return is_part_of_name(name, one); });
  });
}

class AuthorFinder {
 public:
  AuthorFinder(const PageView& page, const MetaTags& meta, std::string_view outlet)
      : page_(page), meta_(meta), outlet_(outlet) {}

  /// The people in a byline, without the site. Falls back to the site and organisations; beside an organisation only
  /// full names count.
  Names people(const press::Byline& byline) {
    Names out;
    if (!byline.names.empty() || !has_organisation_)
      out = but_for_site(byline.names.empty() ? byline.unsure : byline.names);
    if (!out.empty() || !site_.empty() || byline.organisation.empty()) return out;
    site_.push_back(byline.organisation);
    has_organisation_ = true;
    return out;
  }

  Names but_for_site(const Names& names) {
    Names out;
    for (const std::string& name : names) {
      if (!is_site(name)) {
        out.push_back(name);
      } else if (site_.empty()) {
        site_.push_back(name);
      }
    }
    return out;
  }

  Names people_in(const Names& texts) {
    Names out;
    for (const std::string& text : texts) {
      for (const std::string& name : people(press::read_byline(text))) press::add_name(out, name);
    }
    return out;
  }

  const Names& site() const { return site_; }

  Names in_meta() {
    for (const std::string_view key : kAuthorNames) {
      if (Names names = people_in(meta_.all({key})); !names.empty()) return names;
    }
    return {};
  }

  /// The authors visible on the page, the most reliable source first.
  Names on_page() {
    Names names;
    for (const Test test : kMarks) {
      if (names.empty()) names = in_marked(test);
    }
    if (names.empty()) names = in_line();
    if (names.empty()) names = under_headline();
    if (names.empty()) names = above_role();
    if (names.empty()) names = in_signature();
    return names;
  }

  /// The names in the first element that passes `test` and has any, and in its siblings that pass it.
  Names in_marked(Test test) {
    Names names;
    const Node* last = nullptr;
    for (const Node* node : page_.elements()) {
      if (!test(page_, *node) || page_.facts(*node).text > kMaxBylineText) continue;
      if (page_.beside_article(*node, kBesideArticle & ~kNavigation)) continue;
      if (last != nullptr && html::is_within(*node, *last)) continue;
      const Names found = in_box(*node);
      if (last != nullptr && node->parent != last->parent) return names;
      if (!found.empty()) last = node;
      add_new(names, found);
    }
    return names;
  }

  /// The names in the first short line that begins with "By" and a name.
  Names in_line() {
    int tried = 0;
    for (const Node* node : page_.texts()) {
      if (tried == kMaxLines) break;
      if (page_.facts(*node).text < 2 || page_.facts(*node).text >= kMaxBylineText) continue;
      if (const Names names = in_text(*node, tried); !names.empty()) return names;
    }
    return {};
  }

  /// The names in one of the first lines below the headline that holds only people.
  Names under_headline() {
    constexpr int kFirstLines = 3;
    int lines = kFirstLines;
    for (const Node* node : page_.texts()) {
      const std::uint32_t length = page_.facts(*node).text;
      if (length == 0) continue;
      if (is_within_heading(*node)) {
        lines = 0;
      } else if (++lines <= kFirstLines && length <= kMaxBylineText && !page_.beside_article(*node->parent)) {
        const press::Byline byline = press::read_byline(byline_text(line_around(page_, *node)));
        if (byline.names.empty() || byline.unknown > 0 || byline.sentence) continue;
        if (Names names = people(byline); !names.empty()) return names;
      }
    }
    return {};
  }

  /// A name on its own line above a line that is a role.
  Names above_role() {
    const Node* above = nullptr;
    for (const Node* node : page_.texts()) {
      const std::uint32_t length = page_.facts(*node).text;
      if (length == 0) continue;
      const bool is_signed = above != nullptr && length <= kMaxRoleText && press::is_role(html::line_of(*node));
      if (is_signed && !page_.beside_article(*node->parent)) {
        if (Names names = one_person(*above); !names.empty()) return names;
      }
      above = length <= kMaxSignatureText ? node : nullptr;
    }
    return {};
  }

  /// A name in a right-aligned paragraph: how older pages sign an article at its end.
  Names in_signature() {
    for (const Node* node : page_.elements()) {
      if (!is_set_right(*node) || page_.facts(*node).text > kMaxSignatureText) continue;
      if (page_.beside_article(*node)) continue;
      if (Names names = one_person(*node); !names.empty()) return names;
    }
    return {};
  }

 private:
  bool is_site(std::string_view name) const {
    const bool is_outlet = !outlet_.empty() && equal_ignoring_case(name, outlet_);
    return is_outlet || is_account(name) || is_part_of_title(meta_.title(), name);
  }

  /// The person in a line that names exactly one and nothing else.
  Names one_person(const Node& node) {
    const press::Byline byline = press::read_byline(html::line_of(node));
    return byline.names.size() == 1 && !byline.sentence ? people(byline) : Names();
  }

  Names in_box(const Node& box) {
    const Node& element = name_element(box);
    const std::string text = element.tag == Tag::meta ? element.attribute_text("content") : byline_text(element);
    press::Byline byline = press::read_byline(text);
    const Names found = byline.authors();
    if (found.empty() || found.size() > kMaxNames || begins_lower(found.front())) return {};
    if (const Names all = in_line_of(box, byline.names); !all.empty()) byline.names = all;
    return people(byline);
  }

  /// All names of the byline in which a link names only some: `By <a rel="author">Ann Smith</a> and Bob Jones`.
  Names in_line_of(const Node& box, const Names& names) const {
    const Node* line = &box;
    while (line->parent != nullptr && !html::has(line->tag, html::kBlock)) line = line->parent;
    if (line == &box || page_.facts(*line).text > kMaxBylineText) return {};
    const std::string text = byline_text(*line);
    const bool one_phrase = text.find_first_of("|\n") == std::string::npos;
    const press::Byline byline = press::read_byline(text);
    if (!press::begins_like_byline(text) && !(one_phrase && byline.unknown == 0 && !byline.sentence)) return {};
    const Names& all = byline.names;
    const bool has_them = std::all_of(names.begin(), names.end(), [&](const std::string& name) {
      return std::find(all.begin(), all.end(), name) != all.end();
    });
    return has_them && !names.empty() ? all : Names();
  }

  Names in_text(const Node& node, int& tried) {
    const std::string_view text = trim(node.text);
    if (!press::begins_like_byline(text) && !equal_ignoring_case(text, "by")) return {};
    if (page_.beside_article(*node.parent)) return {};
    ++tried;
    const std::string line = byline_text(line_around(page_, node));
    return but_for_site(press::authors_of_line(line.size() < kMaxBylineText ? line : html::line_of(node)));
  }

  const PageView& page_;
  const MetaTags& meta_;
  std::string_view outlet_;
  Names site_;
  bool has_organisation_ = false;  ///< an organisation is kept in `site_`
};

}  // namespace

Names page_authors(const PageView& page, const MetaTags& meta, const StructuredData& data, std::string_view outlet) {
  AuthorFinder finder(page, meta, outlet);
  Names names = finder.people_in(data.authors);
  if (names.empty()) names = finder.in_meta();
  // Metadata may have only a first name where the byline has the full one, or only one of two authors.
  const bool is_short = std::any_of(names.begin(), names.end(), is_short_name);
  Names shown = names.empty() || is_short ? finder.on_page() : finder.in_line();
  if (is_short && shown.size() > names.size()) shown = finder.in_line();
  if (has_all_in_full(shown, names)) names = std::move(shown);
  return names.empty() ? finder.site() : names;
}

}  // namespace council_news::page
