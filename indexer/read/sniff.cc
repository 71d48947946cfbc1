#include "indexer/read/sniff.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "common/error.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// The elements that identify a document's format. The first of them in a document decides.
constexpr std::array<std::pair<std::string_view, Format>, 20> kRoots{{
    {"rss", Format::xml_feed},     {"feed", Format::xml_feed},  {"rdf", Format::xml_feed},
    {"channel", Format::xml_feed}, {"item", Format::xml_feed},  {"entry", Format::xml_feed},
    {"opml", Format::opml},        {"urlset", Format::sitemap}, {"sitemapindex", Format::sitemap},
    {"html", Format::page},        {"head", Format::page},      {"body", Format::page},
    {"title", Format::page},       {"meta", Format::page},      {"div", Format::page},
    {"article", Format::page},     {"p", Format::page},         {"table", Format::page},
    {"h1", Format::page},          {"script", Format::page},
}};

/// Elements that may occur in any text, but that only a page begins with.
constexpr std::array<std::string_view, 14> kPageBeginnings{
    "br", "style", "b", "a", "span", "center", "font", "form", "nav", "link", "section", "header", "main", "h2"};

/// The name of the next element of `markup` from `at` on, in lower case and without its prefix; empty at the end. Skips
/// comments, declarations and processing instructions; a document type gives `html` or nothing.
std::string next_element(std::string_view markup, std::size_t& at) {
  while ((at = markup.find('<', at)) != std::string_view::npos) {
    const std::string_view rest = markup.substr(at);
    if (rest.starts_with("<!--")) {
      at = std::min(markup.find("-->", at), markup.size());
    } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
      if (equal_ignoring_case(rest.substr(0, 14), "<!doctype html")) return "html";
      ++at;
    } else {
      const std::size_t end = std::min(rest.find_first_of(" \t\r\n/>", 1), rest.size());
      std::string name = ascii_lower(rest.substr(1, end - 1));
      if (const auto colon = name.find(':'); colon != std::string::npos) name.erase(0, colon + 1);
      ++at;
      if (!name.empty()) return name;
    }
  }
  at = markup.size();
  return {};
}

/// The format of a text that begins with markup or has it near its beginning; nothing if no known element is found.
/// Looks far enough to skip the warnings that a broken server prints before its page.
std::optional<Format> markup_format(std::string_view text) {
  constexpr std::size_t kSearchedBytes = 16384;
  constexpr int kMaxElements = 64;
  const std::string_view head = text.substr(0, kSearchedBytes);
  std::optional<Format> beginning;
  std::size_t at = 0;
  for (int element = 0; element < kMaxElements; ++element) {
    const bool is_first = at == 0 && head.front() == '<';
    const std::string name = next_element(head, at);
    if (name.empty()) break;
    const auto root =
        std::find_if(kRoots.begin(), kRoots.end(), [&](const auto& known) { return known.first == name; });
    if (root != kRoots.end()) return root->second;
    if (is_first && std::find(kPageBeginnings.begin(), kPageBeginnings.end(), name) != kPageBeginnings.end())
      beginning = Format::page;
  }
  return beginning;
}

bool is_json_feed(std::string_view json) {
  const std::string_view head = json.substr(0, 65536);
  return json.front() == '{' &&
         (head.find("jsonfeed.org/version") != std::string_view::npos ||
          (head.find("\"version\"") != std::string_view::npos && head.find("\"items\"") != std::string_view::npos));
}

}  // namespace

bool is_binary(std::string_view bytes) {
  constexpr std::size_t kSampleBytes = 8192;
  constexpr std::size_t kMinBytesPerControl = 20;
  const std::string_view head = bytes.substr(0, kSampleBytes);
  // Zero bytes are not counted: they are half of UTF-16 and most of UTF-32.
  const auto controls = std::count_if(
      head.begin(), head.end(), [](char c) { return c > 0 && c < 0x20 && !is_space(static_cast<unsigned char>(c)); });
  return static_cast<std::size_t>(controls) * kMinBytesPerControl > head.size();
}

Format sniff(std::string_view text) {
  const std::string_view content = trim(text);
  if (content.empty()) throw InputError("empty, no article found", "was it saved completely?");
  if (content.starts_with("#!")) throw NoArticleError("a script, not an article");
  if (content.starts_with("[InternetShortcut]")) throw NoArticleError("an Internet shortcut, not an article");
  if (content.front() == '{' || content.front() == '[')
    return is_json_feed(content) ? Format::json_feed : Format::article_json;
  if (const auto format = markup_format(content)) return *format;
  if (content.starts_with("<?xml")) throw NoArticleError("XML, but neither a feed nor a page");
  return Format::scraped_text;
}

}  // namespace council_news
