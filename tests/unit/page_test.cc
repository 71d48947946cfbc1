#include <string>

#include "common/error.h"
#include "indexer/read/read_page.h"
#include "tests/support/catch.h"

using council_news::Article;
using council_news::Input;

namespace {

const std::string kFirst =
    "The council agreed on Monday to keep the depot open, after residents had asked for it for many months.";
const std::string kSecond =
    "Members heard that the depot serves eleven villages, and that moving it would have cost more than repairs.";
const std::string kText = "<p>" + kFirst + "</p><p>" + kSecond + "</p>";
const std::string kBody = kFirst + "\n\n" + kSecond;

Article read(const std::string& html) {
  Input input;
  input.source = "page.html";
  input.url = "https://news.example/depot-stays";
  return council_news::read_page(input, html);
}

std::string refusal(const std::string& html) {
  try {
    read(html);
  } catch (const council_news::NoArticleError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("the body is the article's own text") {
  const std::string pages[] = {
      "<article><h1>Depot stays</h1>" + kText + "</article>",
      "<nav><a href=/>Home</a><a href=/n>News</a></nav><main>" + kText +
          "</main><footer>© The council, all of it</footer>",
      "<div class=cookie-banner><p>We use cookies to make this site work as well as we can, and to count "
      "visits.</p></div>"
      "<div class=entry-content>" +
          kText + "</div>",
      "<div>" + kText + "</div><div class=related-stories><h2>Related</h2><a href=/1>Roads to be mended</a></div>",
      "<article>" + kText + "<h2>Read more</h2><ul><li><a href=/1>Roads to be mended</a></li></ul></article>",
      "<article><p>By Ann Smith</p><p class=date>29 January 2018</p>" + kText + "</article>",
      "<article><figure><img><figcaption>The depot in the snow. Picture: Vale News</figcaption></figure>" + kText +
          "</article>",
      "<article>" + kText +
          "<p>Notes to editors</p><p>The council has forty members and meets each month.</p></article>",
      "<article>" + kText + "</article><section id=comments><p>" + std::string(2000, 'x') + "</p></section>",
      "<article>" + kText + "<p><a href=/s>Sign up to our newsletter</a></p></article>",
      "<article><div class=share-buttons>Share this on a platform</div>" + kText + "</article>",
      "<body class='has-sidebar single post'><div id=content>" + kText + "</div></body>",
      "<form><div><div>" + kText + "</div></div></form>",
      "<article><div class=article-body><p>" + kFirst + "</p></div><div class=ad>Buy</div><div class=article-body><p>" +
          kSecond + "</p></div></article>",
  };
  for (const std::string& page : pages) {
    CAPTURE(page);
    CHECK(read("<title>Depot stays - Vale News</title>" + page).body == kBody);
  }
}

TEST_CASE("headings, lists, quotations, tables and standfirsts are part of the text") {
  const Article article = read(
      "<article><h1>Depot stays</h1><p class=standfirst>Repairs are cheaper than a move, members heard."
      "</p><div class=article-body>" +
      kText +
      "<h2>What it does</h2><ul><li>bins</li><li>grit</li></ul><blockquote>It is ours.</blockquote>"
      "<table><tr><td>East</td><td>4</td></tr></table></div></article>");
  CHECK(article.body == "Repairs are cheaper than a move, members heard.\n\n" + kBody +
                            "\n\nWhat it does\n\nbins\ngrit\n\nIt is ours.\n\nEast 4");
}

TEST_CASE("an article of one short line is an article") {
  CHECK(
      read(
          "<title>Road open</title><nav><a href=/>Home</a></nav><main><h1>Road open</h1><p>The road is open.</p></main>"
          "<footer>Vale Council</footer>")
          .body == "The road is open.");
}

TEST_CASE("a page that is not an article is rejected with its kind") {
  std::string listing = "<title>News</title><main><h1>Latest from the council</h1>";
  for (int i = 0; i < 8; ++i) {
    listing +=
        "<div><h3><a href='/n" + std::to_string(i) + "'>Story number " + std::to_string(i) +
        "</a></h3><p>What happened in it is told in a sentence, and no more than that is said of it here.</p></div>";
  }
  CHECK(refusal(listing + "</main>") == "a list of articles, not an article");
  CHECK(refusal("<title>404 - Page not found</title><p>Sorry.</p>") == "an error page, not an article");
  CHECK(refusal("<title>Before you continue</title><p>We and our partners use cookies.</p>") ==
        "a consent wall, not an article");
  CHECK(refusal("<title>Sign in - Vale</title><form><input type=password></form>") == "a log-in page, not an article");
  CHECK(refusal("") == "a page without text, not an article");
  CHECK(refusal("<title>Sign in for Saturday's fun run</title>" + kText).empty());
  CHECK(refusal("<title>404 homes planned at depot</title><article>" + kText + kText + kText + kText + kText + kText +
                kText + "</article>")
            .empty());
}
