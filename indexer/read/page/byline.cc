#include "indexer/read/page/byline.h"

#include <algorithm>
#include <iterator>

#include "common/add_new.h"
#include "common/text/utf8.h"
#include "indexer/read/html/text.h"
#include "indexer/read/page/byline_text.h"
#include "indexer/read/page/headline.h"
#include "indexer/read/page/names.h"

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

/// A byline is not longer than this.
constexpr std::uint32_t kLongestByline = 120;
constexpr std::uint32_t kLongestSignature = 40;
constexpr std::uint32_t kLongestRole = 60;

/// So many lines that begin with "By" are looked at.
constexpr int kMostLines = 100;
/// A box with more names is a list of something else.
constexpr std::size_t kMostNames = 5;

bool begins_lower(std::string_view name) { return name.front() >= 'a' && name.front() <= 'z'; }

Names names_in_all(const Names& texts) {
  Names names;
  for (const std::string& text : texts) add_new(names, names_in_byline(text));
  return names;
}

/// Catalogues write `Smith, Ann`.
std::string in_natural_order(const std::string& name) {
  const std::size_t comma = name.find(", ");
  const std::size_t first = comma + 2;
  const bool catalogued = comma != std::string::npos && name.find_first_of(" ,;") == comma && first < name.size() &&
                          name.find_first_of(" ,;", first) == std::string::npos;
  return catalogued ? name.substr(first) + " " + name.substr(0, comma) : name;
}

bool is_itemprop_author(const PageView&, const Node& node) {
  return node.attribute("itemprop") == "author" || node.attribute("itemprop") == "creator";
}
bool is_rel_author(const PageView&, const Node& node) {
  return node.tag == Tag::a && node.attribute("rel") == "author";
}
/// A box of an article's byline, not of a picture's.
bool is_byline_box(const PageView& page, const Node& node) {
  const bool of_picture = page.hinted(*node.parent, kCaption) && !page.hinted(*node.parent, kArticleWord);
  return page.hinted(node, kByline) && !page.hinted(node, kCaption) && !of_picture;
}

/// A link into a folder of people's pages.
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

/// Within an author's box, the element that holds the name alone.
const Node& name_element(const Node& box) {
  for (const Node* node = &box; node != nullptr; node = html::next_node(node, box)) {
    if (node->attribute_count != 0 && node->attribute("itemprop") == "name") return *node;
  }
  return box;
}

bool looks_like_name(std::string_view name) {
  return name.find(' ') != std::string_view::npos && name.find_first_of("0123456789?!:") == std::string_view::npos &&
         static_cast<unsigned char>(name.front()) < 0x80 && is_upper(static_cast<unsigned char>(name.front()));
}

/// `leeds.gov.uk`, `leeds-press`: a host or an account, not how a person writes their name.
bool is_account(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return false;
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos && dot + 2 < name.size()) return true;
  return name == ascii_lower(name) && static_cast<unsigned char>(name.front()) < 0x80;
}

/// The element that holds the byline that `text` begins: not the <span> that holds "By" alone.
const Node& line_around(const PageView& page, const Node& text) {
  const Node* around = text.parent;
  while (around->parent != nullptr && page.facts(*around).text <= 2 && !html::has(around->tag, html::kBlock)) {
    around = around->parent;
  }
  return *around;
}

bool is_set_right(const Node& node) {
  if (node.tag != Tag::p && node.tag != Tag::div) return false;
  std::string style = ascii_lower(node.attribute("style"));
  std::erase(style, ' ');
  return equal_ignoring_case(node.attribute("align"), "right") || style.find("text-align:right") != std::string::npos;
}

class AuthorFinder {
 public:
  AuthorFinder(const PageView& page, const MetaTags& meta, std::string_view outlet)
      : page_(page), meta_(meta), outlet_(outlet) {}

  /// Those of `names` that are not the site's. The site's is kept for want of a better.
  Names people(Names names) {
    Names out;
    for (std::string& name : names) {
      if (!is_site(name)) {
        out.push_back(std::move(name));
      } else if (site_.empty()) {
        site_.push_back(std::move(name));
      }
    }
    return out;
  }

  const Names& site() const { return site_; }

  Names in_meta() {
    for (const std::string_view key : kAuthorNames) {
      Names written = meta_.all({key});
      std::transform(written.begin(), written.end(), written.begin(), in_natural_order);
      if (Names names = people(names_in_all(written)); !names.empty()) return names;
    }
    return {};
  }

  /// The names of the first element with the mark that has any, and of those beside it.
  Names in_marked(Test test) {
    Names names;
    const Node* last = nullptr;
    for (const Node* node : page_.elements()) {
      if (!test(page_, *node) || page_.facts(*node).text > kLongestByline) continue;
      if (page_.beside_article(*node, kBesideArticle & ~kNavigation)) continue;
      if (last != nullptr && html::is_within(*node, *last)) continue;
      const Names found = in_box(*node);
      if (last != nullptr && node->parent != last->parent) return names;
      if (!found.empty()) last = node;
      add_new(names, found);
    }
    return names;
  }

  /// The first short line that begins with "By" and a name.
  Names in_line() {
    int tried = 0;
    for (const Node* node : page_.texts()) {
      if (tried == kMostLines) break;
      if (page_.facts(*node).text < 2 || page_.facts(*node).text >= kLongestByline) continue;
      if (const Names names = in_text(*node, tried); !names.empty()) return names;
    }
    return {};
  }

  /// A name alone on a line above the line that says what its bearer is.
  Names above_role() {
    const Node* above = nullptr;
    for (const Node* node : page_.texts()) {
      const std::uint32_t length = page_.facts(*node).text;
      if (length == 0) continue;
      const bool is_signed = above != nullptr && length <= kLongestRole && is_role(html::line_of(*node));
      if (is_signed && !page_.beside_article(*node->parent)) {
        Names names = names_in_byline(html::line_of(*above));
        if (names.size() == 1 && looks_like_name(names.front())) return people(std::move(names));
      }
      above = length <= kLongestSignature ? node : nullptr;
    }
    return {};
  }

  /// A name alone in a paragraph set to the right: how older pages sign an article at its end.
  Names in_signature() {
    for (const Node* node : page_.elements()) {
      if (!is_set_right(*node) || page_.facts(*node).text > kLongestSignature) continue;
      if (page_.beside_article(*node)) continue;
      Names names = names_in_byline(html::line_of(*node));
      if (names.size() == 1 && looks_like_name(names.front())) return people(std::move(names));
    }
    return {};
  }

 private:
  bool is_site(std::string_view name) const {
    const bool is_outlet = !outlet_.empty() && equal_ignoring_case(name, outlet_);
    return is_outlet || is_account(name) || is_part_of_title(meta_.title(), name);
  }

  Names in_box(const Node& box) {
    const Node& element = name_element(box);
    const std::string text = element.tag == Tag::meta ? element.attribute_text("content") : byline_text(element);
    Names found = names_in_byline(text);
    if (found.size() > kMostNames || (!found.empty() && begins_lower(found.front()))) return {};
    return people(std::move(found));
  }

  Names in_text(const Node& node, int& tried) {
    const std::string_view text = trim(node.text);
    if (!begins_like_byline(text) && !equal_ignoring_case(text, "by")) return {};
    if (page_.beside_article(*node.parent)) return {};
    ++tried;
    const std::string line = byline_text(line_around(page_, node));
    Names names = names_in_byline(line.size() < kLongestByline ? line : html::line_of(node));
    if (names.empty() || !looks_like_name(names.front())) return {};
    return people(std::move(names));
  }

  const PageView& page_;
  const MetaTags& meta_;
  std::string_view outlet_;
  Names site_;
};

}  // namespace

Names page_authors(const PageView& page, const MetaTags& meta, const StructuredData& data, std::string_view outlet) {
  AuthorFinder finder(page, meta, outlet);
  Names names = finder.people(names_in_all(data.authors));
  if (names.empty()) names = finder.in_meta();
  for (const Test test : kMarks) {
    if (names.empty()) names = finder.in_marked(test);
  }
  if (names.empty()) names = finder.in_line();
  if (names.empty()) names = finder.above_role();
  if (names.empty()) names = finder.in_signature();
  return names.empty() ? finder.site() : names;
}

}  // namespace council_news::page
