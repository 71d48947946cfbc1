#include "indexer/read/html/html_text.h"

#include <string>

#include "common/text/utf8.h"
#include "tests/support/catch.h"

using council_news::html_to_line;
using council_news::html_to_text;

namespace {

struct Row {
  const char* html;
  const char* text;
};

std::string repeated(const std::string& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace

TEST_CASE("an HTML fragment as paragraphs of plain text") {
  const Row rows[] = {
      {"", ""},
      {"  plain \n text ", "plain text"},
      {"one<p>two<p>three", "one\n\ntwo\n\nthree"},
      {"<p>one</p>\n<p>two</p>", "one\n\ntwo"},
      {"<div><div>one</div></div><section>two</section>", "one\n\ntwo"},
      {"one<br>two<br><br>three", "one\ntwo\n\nthree"},
      {"<ul><li>bins<li>roads</ul>after", "bins\nroads\n\nafter"},
      {"<ul><li><p>bins</p><p>weekly</p></li><li>roads</li></ul>", "bins\nweekly\nroads"},
      {"<table><tr><th>Ward<th>Votes<tr><td>East<td>1,204</table>", "Ward Votes\nEast 1,204"},
      {"<table><tr><td><p>laid out</p></td><td><p>by table</p></td></tr></table>", "laid out\n\nby table"},
      {"<h2>Head</h2>text", "Head\n\ntext"},
      {"<b>bo</b>ld <i>and</i> <a href='/x'>linked</a>", "bold and linked"},
      {"<b>across <p>blocks</b> go on</p>", "across\n\nblocks go on"},
      {"a<script>if (1 < 2) alert('</p>')</script>b<style>p{}</style>c", "abc"},
      {"a<!-- <p>not this</p> -->b", "ab"},
      {"<svg><title>Icon</title><path d='M0'/></svg>seen", "seen"},
      {"<svg><title/><path/></svg>seen", "seen"},
      {"<svg><path><div>seen</div>", "seen"},
      {"<pre>one\n two</pre>", "one\ntwo"},
      {"<textarea>not <b>seen</textarea>seen", "seen"},
      {"<p>unclosed <a href='x", "unclosed"},
      {"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
      {"</p></div>stray", "stray"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(html_to_text(row.html) == row.text);
  }
}

TEST_CASE("character references are decoded by the standard") {
  const Row rows[] = {
      {"Marks &amp; Spencer", "Marks & Spencer"},
      {"&pound;2&#46;5m", "£2.5m"},
      {"children&rsquo;s &#8216;trust&#x2019;", "children’s ‘trust’"},
      {"children&#146;s", "children’s"},
      {"a&nbsp;b", "a b"},
      {"AT&T &unknown; &", "AT&T &unknown; &"},
      {"&copy2020 &notit;", "©2020 ¬it;"},
      {"&#0;&#x110000;", "��"},
      {"&NotEqualTilde;", "≂̸"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(html_to_text(row.html) == row.text);
  }
}

TEST_CASE("text on one line, doubly escaped text decoded twice") {
  const Row rows[] = {
      {"Bins &amp;amp; roads", "Bins & roads"},
      {"Children&amp;#39;s trust", "Children's trust"},
      {"&lt;b&gt;Bold&lt;/b&gt; plan", "Bold plan"},
      {"<p>one</p><p>two</p>", "one two"},
      {"The &lt;section&gt; element", "The <section> element"},
      {"x &lt; y", "x < y"},
      {" \n spaced\t out ", "spaced out"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(html_to_line(row.html) == row.text);
  }
}

TEST_CASE("excessive and unclosed markup") {
  CHECK(html_to_text(repeated("<div><b>", 200000) + "deep") == "deep");
  CHECK(html_to_text(repeated("<b id=x><p>", 100000) + "x" + repeated("</div>", 100000)).back() == 'x');
  CHECK(html_to_text(repeated("<a href='", 10000)).empty());
  CHECK(html_to_text(repeated("<!--", 10000)).empty());
  CHECK(council_news::is_valid_utf8(html_to_text(repeated("<td>&#xD800;&#x80;", 1000))));
}
