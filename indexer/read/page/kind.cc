#include "indexer/read/page/kind.h"

#include <algorithm>

#include "common/text/url.h"
#include "common/text/utf8.h"

namespace council_news::page {
namespace {

using html::Node;
using html::Tag;

/// A page with more text than this is an article whatever its headline: also one about error pages.
constexpr std::size_t kLongText = 1200;
/// A page with a password field and less text than this is a login page.
constexpr std::size_t kFewWords = 300;
/// At least this many linked headlines with little prose each are a list of articles.
constexpr int kManyHeadlines = 6;
constexpr std::uint32_t kTeaserLength = 400;

struct TitleRow {
  PageKind kind;
  std::string_view words;  ///< in lower case; the beginning of the headline, or all of it
};

constexpr TitleRow kTitles[] = {{PageKind::error, "404"},
                                {PageKind::error, "403 forbidden"},
                                {PageKind::error, "error 40"},
                                {PageKind::error, "error 50"},
                                {PageKind::error, "500 internal server error"},
                                {PageKind::error, "502 bad gateway"},
                                {PageKind::error, "503 service"},
                                {PageKind::error, "page not found"},
                                {PageKind::error, "page cannot be found"},
                                {PageKind::error, "page can't be found"},
                                {PageKind::error, "page can’t be found"},
                                {PageKind::error, "page no longer exists"},
                                {PageKind::error, "page unavailable"},
                                {PageKind::error, "not found"},
                                {PageKind::error, "sorry, we can't find"},
                                {PageKind::error, "sorry, we couldn't find"},
                                {PageKind::error, "sorry, the page"},
                                {PageKind::error, "sorry, this page"},
                                {PageKind::error, "oops! that page"},
                                {PageKind::error, "access denied"},
                                {PageKind::error, "forbidden"},
                                {PageKind::error, "service unavailable"},
                                {PageKind::error, "attention required! | cloudflare"},
                                {PageKind::error, "just a moment..."},
                                {PageKind::error, "are you a robot"},
                                {PageKind::error, "seite nicht gefunden"},
                                {PageKind::error, "page introuvable"},
                                {PageKind::error, "página no encontrada"},
                                {PageKind::error, "pagina non trovata"},
                                {PageKind::consent_wall, "before you continue"},
                                {PageKind::consent_wall, "we value your privacy"},
                                {PageKind::consent_wall, "cookie consent"},
                                {PageKind::consent_wall, "your privacy choices"},
                                {PageKind::consent_wall, "your consent"},
                                {PageKind::consent_wall, "bevor sie fortfahren"},
                                {PageKind::login, "log in"},
                                {PageKind::login, "login"},
                                {PageKind::login, "sign in"},
                                {PageKind::login, "anmelden"},
                                {PageKind::login, "se connecter"},
                                {PageKind::login, "iniciar sesión"}};

PageKind kind_by_title(std::string_view title) {
  const std::string lower = ascii_lower(trim(title));
  for (const TitleRow& row : kTitles) {
    if (lower.compare(0, row.words.size(), row.words) == 0) return row.kind;
  }
  return PageKind::article;
}

bool has_password_field(const PageView& page) {
  for (const Node* node = &page.root(); node != nullptr; node = html::next_node(node, page.root())) {
    if (node->tag == Tag::input && equal_ignoring_case(node->attribute("type"), "password")) return true;
  }
  return false;
}

bool is_linked_heading(const Node& heading) {
  if (heading.parent != nullptr && heading.parent->tag == Tag::a) return true;
  for (const Node* node = &heading; node != nullptr; node = html::next_node(node, heading)) {
    if (node->tag == Tag::a) return true;
  }
  return false;
}

/// Whether a page alternates headlines and teasers: every heading is a link, and none has more prose than a teaser.
bool is_list_of_headlines(const PageView& page, const Node& container) {
  int headlines = 0;
  std::uint32_t text = 0;
  for (const Node* node = &container; node != nullptr;) {
    const bool is_heading = html::is_heading(node->tag) && node->tag != Tag::h1;
    if (is_heading && page.facts(*node).text > 0) {
      if (!is_linked_heading(*node)) return false;
      ++headlines;
      text = 0;
    } else if (node->is_text()) {
      text += page.facts(*node).text;
      if (text > kTeaserLength) return false;
    }
    node = html::next_node(node, container, !is_heading);
  }
  return headlines >= kManyHeadlines;
}

std::string feed_of(const PageView& page, std::string_view url) {
  for (const Node* node = &page.root(); node != nullptr; node = html::next_node(node, page.root())) {
    if (node->tag != Tag::link || !equal_ignoring_case(trim(node->attribute("rel")), "alternate")) continue;
    const std::string type = ascii_lower(node->attribute("type"));
    if (type.find("rss") == std::string::npos && type.find("atom") == std::string::npos) continue;
    return resolve_url(url, node->attribute_text("href"));
  }
  return {};
}

}  // namespace

PageKind page_kind(const PageView& page, const Article& article, const Body& body, bool declared_article) {
  if (body.text.empty() && article.title.empty()) return PageKind::empty;
  if (declared_article || body.text.size() > kLongText) {
    if (declared_article || body.containers.size() != 1) return PageKind::article;
    return is_list_of_headlines(page, *body.containers.front()) ? PageKind::listing : PageKind::article;
  }
  const PageKind kind = kind_by_title(article.title);
  if (kind == PageKind::login && !has_password_field(page)) return PageKind::article;
  if (kind != PageKind::article) return kind;
  if (body.text.size() < kFewWords && has_password_field(page)) return PageKind::login;
  if (body.containers.size() == 1 && is_list_of_headlines(page, *body.containers.front())) return PageKind::listing;
  return PageKind::article;
}

std::string_view describe(PageKind kind) {
  switch (kind) {
    case PageKind::listing:
      return "a list of articles";
    case PageKind::consent_wall:
      return "a consent wall";
    case PageKind::login:
      return "a log-in page";
    case PageKind::error:
      return "an error page";
    case PageKind::empty:
      return "a page without text";
    case PageKind::article:
      break;
  }
  return "an article";
}

std::string hint_for(PageKind kind, const PageView& page, std::string_view url) {
  if (kind == PageKind::listing) {
    const std::string feed = feed_of(page, url);
    return feed.empty() ? "add the articles that it lists, or the site's feed" : "add its feed instead: " + feed;
  }
  if (kind == PageKind::empty) return "the page may need JavaScript: save it from a browser";
  return "open the address in a browser and save the article's own page";
}

}  // namespace council_news::page
