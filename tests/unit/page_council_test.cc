// Pages built as the content systems of councils build them.
#include <string>

#include "indexer/read/page.h"
#include "tests/support/catch.h"

namespace {

const std::string kFirst =
    "Residents of Millbrook will have their bins emptied on a new day from April, Vale Council has said this week.";
const std::string kSecond =
    "“We know that change is a nuisance, so we have written to every home,” said Councillor Dee Barker, who leads on "
    "waste.";
const std::string kThird =
    "The old rounds were drawn up in 1998, before 2,000 homes were built on the east side of the town.";
const std::string kBody = kFirst + "\n\n" + kSecond + "\n\n" + kThird;
const std::string kText = "<p>" + kFirst + "</p>\n<p>" + kSecond + "</p>\n<p>" + kThird + "</p>\n";
const std::string kTitle = "New bin days for Millbrook";

council_news::Article read(const std::string& html) {
  council_news::Input input;
  input.url = "https://www.vale.example/news/new-bin-days";
  return council_news::read_page(input,
                                 "<!DOCTYPE html><html lang=en><title>" + kTitle + " | Vale Council</title>" + html);
}

void check(const std::string& html, const std::string& date) {
  CAPTURE(html);
  const council_news::Article article = read(html);
  CHECK(article.title == kTitle);
  CHECK(article.body == kBody);
  REQUIRE(article.published);
  CHECK(council_news::format_timestamp(*article.published) == date);
  CHECK(article.outlet == "Vale Council");
}

}  // namespace

TEST_CASE("a news page of a government site") {
  check(
      R"(<body class="gem-c-layout"><div id="global-cookie-message" class="gem-c-cookie-banner"><h2>Cookies on this site</h2>
    <p>We use some essential cookies to make this website work, and would like to set more of them.</p></div>
    <a href="#content" class="govuk-skip-link">Skip to main content</a><header role=banner><a href="/">Vale</a></header>
    <main id="content" class="govuk-main-wrapper" role="main"><h1 class="gem-c-title__text govuk-heading-xl">)" +
          kTitle +
          R"(</h1><div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href=/v>Vale Council</a></dd><dt>Published</dt>
    <dd>3 March 2020</dd></dl></div><div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">)" +
          kText + R"(</div></div><div class="gem-c-published-dates">Published 3 March 2020</div>
    <div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a href=x>Share on a network</a></li></ul></div></main>
    <div class="gem-c-feedback"><h2>Is this page useful?</h2><button>Yes</button></div>
    <footer class="govuk-footer"><p>All content is available under the open licence, except where stated.</p></footer></body>)",
      "2020-03-03");
}

TEST_CASE("a news page of a council's site") {
  check(
      R"(<body class="path-node page-node-type-news-article has-sidebar"><nav class="block-menu"><ul><li><a href=/bins>Bins</a>
    <li><a href=/tax>Council tax</a></ul></nav><div class="breadcrumb"><a href=/>Home</a> <a href=/news>News</a></div>
    <div class="region region-content"><h1 class="page-title"><span>)" +
          kTitle + R"(</span></h1><article role="article" class="node node--type-news-article node--view-mode-full">
    <div class="node__content"><div class="field field--name-news-date"><time datetime="2020-03-03T12:00:00Z">3 March 2020
    </time></div><div class="media media--image"><img alt=""><div class="image-caption">A bin lorry</div></div>
    <div class="field field--name-body">)" +
          kText +
          R"(<h3>Notes to editors</h3><ol><li>Vale Council has forty members, and shares its officers with Dale Council.
    </li></ol><p>Media contact: press@vale.example</p></div></div></article></div>
    <aside class="sidebar"><h2>Latest news</h2><ul><li><a href=/n1>Dale Council plans a pool</a></ul></aside>
    <footer><p>Vale Council, The Hall, Millbrook. The council is open on weekdays, and closed on holidays.</p></footer></body>)",
      "2020-03-03T12:00:00Z");
}

TEST_CASE("a page of a press office's newsroom") {
  check(
      R"(<body class="newsroom"><div class="container"><div class="row"><div class="col-md-8"><h1>)" + kTitle +
          R"(</h1><div class="article-meta">Tuesday 3 March 2020</div><div class="social-share"><a href=x>Post</a></div>
    <div class="release-text">)" +
          kText +
          R"(<p>ENDS</p><p>Notes:<br>The council's press office is open from nine to five, Monday to Friday.</p></div>
    <h3>Related stories</h3><ul class=related><li><a href=/n>Dale Council plans a pool</a></li></ul></div>
    <div class="col-md-4"><div class="mailing-list"><h4>Sign up</h4><p>Get our news by e-mail every week, with events and jobs.
    </p></div></div></div></div></body>)",
      "2020-03-03");
}

TEST_CASE("a page laid out with tables and breaks") {
  check(
      "<body><table width=100%><tr><td width=150><a href=/>Home</a><br><a href=/news>News</a><br><a "
      "href=/jobs>Jobs</a></td>"
      "<td><h1>" +
          kTitle + "</h1><font size=1>Published 3 March 2020</font><br><br>" + kFirst + "<br><br>" + kSecond +
          "<br><br>" + kThird + "</td></tr></table></body>",
      "2020-03-03");
}
