#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <gumbo.h>

#include "common/text/utf8.h"
#include "indexer/read/html/html_document.h"
#include "indexer/read/html/text.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

bool is_hidden(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_TEXTAREA:
      return true;
    default:
      return false;
  }
}

/// The text in a standard-conforming tree, from the reference parser.
void append_text(const GumboNode& node, std::string& out) {
  if (node.type == GUMBO_NODE_TEXT) {
    out += node.v.text.text;
  } else if (node.type == GUMBO_NODE_WHITESPACE) {
    out += ' ';
  } else if (node.type == GUMBO_NODE_ELEMENT && !is_hidden(node.v.element.tag)) {
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) append_text(*static_cast<const GumboNode*>(children.data[i]), out);
  }
}

/// The text without white space, which the renderer folds and not the parser.
std::string letters(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c)) append_utf8(out, c);
  }
  return out;
}

std::string by_gumbo(const std::string& html) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  std::string text;
  append_text(*output->root, text);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return letters(text);
}

std::string by_us(const std::string& html) { return letters(html::text_of(html::Document::parse(html).root())); }

}  // namespace

TEST_CASE("our parser gives the same text as a standard one") {
  const std::string html = GENERATE(
      as<std::string>{}, "", "plain", "<p>one<p>two", "<ul><li>a<li>b</ul>c", "<b><i>x</b>y</i>z",
      "<table><tr><td>a<td>b<tr><td>c</table>",
      "a &amp; b &lt;c&gt; &eacute;&#233;&#xE9; &#150; &nbsp; &unknown; &copy=1", "<!-- a --> b <!-- c --- d --> e",
      "<script>if (a < b) '<p>no</p>'</script>yes", "<style>p > a {}</style>yes", "<p title='a>b'>c</p>",
      "<p title=\"a&quot;b\" hidden>c", "x<y and y>z", "<", "<>", "</", "</p>", "a<br>b<br/>c", "<div/>text",
      "<title>a<b>c</title><p>d", "<textarea><p>a</textarea>b", "<h1>a</h2>b", "<a href=1>x<a href=2>y</a>",
      "<select><option>a<option>b</select>c", "<p><table><tr><td>x</table>y", "<svg><title>a</title></svg>b",
      "<![CDATA[a]]>b", "<!DOCTYPE html><html><body>a</body></html>b", "<?php echo 1 ?>a",
      "<p>unclosed <b>bold <p>next");
  CAPTURE(html);
  CHECK(by_us(html) == by_gumbo(html));
}

TEST_CASE("our parser gives the same text for the sample pages as a standard one") {
  for (const auto& entry : std::filesystem::directory_iterator(std::string(CORPUS_FOLDER) + "/pages")) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!is_valid_utf8(bytes)) continue;
    CAPTURE(entry.path());
    CHECK(by_us(bytes) == by_gumbo(bytes));
  }
}
