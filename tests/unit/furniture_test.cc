// Page furniture is removed, and text that only looks like it is kept, in every format.
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "indexer/read/press/furniture/own_text.h"
#include "indexer/read/read_document.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

using Lines = std::vector<std::string>;

const std::string kTitle = "Bandstand in Millbrook park to be restored after vote";
const Lines kParagraphs = {
    "The bandstand in the middle of the park will be restored next spring, after members of the parish agreed to pay.",
    "Two sides of its roof have rusted through, and children have been kept away from it with a fence since last year.",
    "The work will take nine weeks, and a blacksmith from the next valley will forge the missing parts of the railing.",
    "Brass bands played there every Sunday until the roof began to leak, and three of them have asked to come back.",
    "A plaque will remember the gardener who planted the ring of limes around it, when the park was given to the "
    "town."};
/// Lines under test are before one of these paragraphs, or after the last one.
constexpr std::size_t kEarly = 1;
constexpr std::size_t kMiddle = 2;
constexpr std::size_t kLate = 4;

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

std::string as_html(const Lines& lines) {
  std::string html;
  for (const std::string& line : lines) html += "<p>" + escaped(line) + "</p>\n";
  return html;
}

std::string as_text(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n\n") + line;
  return text;
}

struct Road {
  const char* name;
  std::string (*document)(const Lines& lines);
};

const Road kRoads[] = {
    {"feed",
     [](const Lines& lines) {
       return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
              "<channel><title>The Millbrook Bell</title><item><title>" +
              kTitle + "</title><guid>bell-17</guid><content:encoded><![CDATA[" + as_html(lines) +
              "]]></content:encoded></item></channel></rss>";
     }},
    {"page",
     [](const Lines& lines) {
       return "<!doctype html><html><head><title>" + kTitle + "</title></head><body><article><h1>" + kTitle + "</h1>" +
              as_html(lines) + "</article></body></html>";
     }},
    {"text", [](const Lines& lines) { return kTitle + "\n\nBy Ann Lee\n\n" + as_text(lines) + "\n"; }},
    {"JSON",
     [](const Lines& lines) {
       return nlohmann::json{{"title", kTitle}, {"url", "https://bell.example/17"}, {"body", as_text(lines)}}.dump();
     }},
};

std::string body_by(const Road& road, const Lines& lines) {
  Input input;
  input.source = "input";
  input.url = "https://bell.example/17";
  input.bytes = road.document(lines);
  std::string body;
  read_document(input, [&](Article&& article) { body = std::move(article.body); });
  return body;
}

Lines with(const Lines& added, std::size_t at) {
  Lines lines = kParagraphs;
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), added.begin(), added.end());
  return lines;
}

const Lines kMostParagraphs(kParagraphs.begin(), kParagraphs.begin() + kLate);

}  // namespace

TEST_CASE("furniture within an article is not in its body, in every format") {
  const Lines cases[] = {
      // Other stories.
      {"Related stories", "Ferry to run until midnight", "Library opens its cellar"},
      {"Related articles", "Swimming lessons for all at last"},
      {"Related", "Lido to close for a week"},
      {"Most read", "Goat found on roundabout", "Mill chimney to be floodlit"},
      {"You may also like", "Allotments given to school"},
      {"You might also be interested in", "Allotments given to school"},
      {"More from The Millbrook Bell", "Weir to be mended"},
      {"More on this story", "Weir to be mended"},
      {"Recommended for you", "Weir to be mended"},
      {"Trending now", "Weir to be mended", "Bus to the coast"},
      {"Editor’s picks", "Bus to the coast"},
      {"Don't miss", "Bus to the coast"},
      {"In case you missed it", "Bus to the coast"},
      {"Promoted stories", "Slippers that last for ever"},
      {"Previous article"},
      {"Next story"},
      {"Read more", "Bus to the coast"},
      {"See also:", "Bus to the coast", "Weir to be mended"},
      {"Tags", "Parks", "Music"},
      {"Quick links", "Parks"},
      // One link.
      {"Read more: Weir to be mended by volunteers"},
      {"READ MORE: Is the weir safe?"},
      {"Related: Weir to be mended"},
      {"See also: the weir in pictures"},
      {"Read next: Bus to the coast"},
      {"Watch: drone flies over the weir"},
      {"In other news: the weir has been mended."},
      {"Continue reading"},
      {"Click here for all our stories about the park"},
      {"Article continues below"},
      {"Back to top"},
      {"Find out more"},
      {"Previous: Weir to be mended"},
      {"Watch the video below"},
      // Share and follow.
      {"Share this article"},
      {"Share", "Facebook Twitter LinkedIn Email"},
      {"Copy link"},
      {"Follow us on Facebook and Instagram for the latest from your town."},
      {"Like us on Facebook"},
      {"Print this page"},
      {"27 shares"},
      // Newsletters, accounts, contributions of readers.
      {"Sign up to our newsletter"},
      {"Sign up for our weekly newsletter and never miss a story."},
      {"Get the latest headlines straight to your inbox."},
      {"Subscribe to our daily email for all the news from the valley."},
      {"Already a subscriber? Log in"},
      {"You can unsubscribe at any time."},
      {"Enter your email address"},
      {"Do you have a story for us? Ring our newsdesk."},
      {"Have your say in the comments below."},
      {"To continue reading this story, subscribe or log in."},
      {"Subscribe today, and never miss a story."},
      {"The post Weir to be mended, says mayor appeared first on The Millbrook Bell."},
      {"Email the newsdesk at news@bell.example with your story."},
      {"Contact our reporter on 01632 960001."},
      {"Support our journalism with a small sum each month."},
      {"Already a member? Log in here."},
      {"To continue reading, subscribe today."},
      {"Get breaking news alerts on your phone"},
      {"Let us know what you think in the comments."},
      // Consent.
      {"We use cookies to count our visitors and to show them adverts."},
      {"Accept all cookies"},
      {"By continuing to use this site you agree to our terms."},
      {"Privacy policy"},
      // Page elements.
      {"Advertisement"},
      {"Advertisement: slippers that last for ever"},
      {"Sponsored: How slippers saved a winter"},
      {"4 min read"},
      {"Home > News > Parks"},
      {"This story was first published in the Millbrook Bell."},
      {"Hide Ad", "Hide Ad"},
      {"Advertisement - story continues below"},
      {"© Millbrook Bell 2021. All rights reserved."},
      {"Copyright 2021 Millbrook Bell Ltd"},
      // Pictures.
      {"Picture: Ann Lee"},
      {"Photo credit: Borough Archive"},
      {"Image: The Millbrook Bell"},
      {"Photograph by Ann Lee"},
      {"Pictured: Ann Lee, who told the meeting of her fears."},
      {"Pictured: two of the band’s trumpeters in the park"},
      {"The bandstand at dusk (Image: Ann Lee)"},
      {"Image courtesy of the parish archive"},
      {"Ann Lee/Getty Images"},
      // Contacts and labels.
      {"Email: press@bell.example"},
      {"For more information contact Ann Lee on 01632 960001 or ann@bell.example."},
      {"Tags: parks, music, restoration"},
      {"Filed under: Parks"},
  };
  for (const Lines& added : cases) {
    for (const std::size_t at : {kMiddle, kParagraphs.size()}) {
      for (const Road& road : kRoads) {
        INFO(road.name << " at " << at << ": " << as_text(added));
        CHECK(body_by(road, with(added, at)) == as_text(kParagraphs));
      }
    }
  }
}

TEST_CASE("furniture that ends an article ends its body if most of it precedes, in every format") {
  const Lines cases[] = {
      {"Ends"},
      {"-ENDS-"},
      {"– ends –"},
      {"###"},
      {"Notes to editors", "The parish has owned the park since the war, and looks after it with two gardeners."},
      {"Notes to Editors:", "1. The parish has owned the park since the war, and looks after it."},
      {"Note for editors", "Pictures of the park can be had from the parish, and a plan of it too."},
      {"Editors’ notes", "Pictures of the park can be had from the parish, and a plan of it too."},
      {"Media contact: Ann Lee, 01632 960001"},
      {"Media enquiries", "Ann Lee, 01632 960001, ann@bell.example"},
      {"Press contacts", "Ann Lee, 01632 960001, ann@bell.example"},
      {"For media enquiries please ring the parish office on 01632 960001."},
      {"Press office", "Ann Lee, 01632 960001"},
      {"Comments", "What a waste of money, as if we had no potholes in this town."},
      {"3 comments", "What a waste of money, as if we had no potholes in this town."},
      {"Leave a comment", "Your email address will not be published."},
      {"Comments are closed.", "What a waste of money, as if we had no potholes in this town."},
      {"Latest jobs", "Gardener", "Dale Council"},
      {"Featured jobs", "Gardener - Dale Council"},
      {"View all jobs"},
      {"Parks jobs", "Head gardener", "Dale Council", "£31,500 - £34,000 per annum"},
      {"Head gardener", "Dale Council", "£31,500 - £34,000 per annum", "Look after nine parks. Dale",
       "Recruiter: Dale Council"},
      {"Head gardener", "Dale Council", "Up to £41,000 plus a cottage", "Closing date: 12 May"},
      {"Be the first to comment"},
      {"Was this page helpful? Yes No"},
      {"Diwedd"},
      {"Head gardener", "Dale Council", "Salary: £31,500", "Closing date: 12 May"},
      {"Register for your free magazine"},
      {"About the author", "Ann Lee has written about parks for twenty years, and lives by one."},
  };
  for (const Lines& added : cases) {
    for (const Road& road : kRoads) {
      INFO(road.name << ": " << as_text(added));
      CHECK(body_by(road, with(added, kLate)) == as_text(kMostParagraphs));
      CHECK(body_by(road, with(added, kParagraphs.size())) == as_text(kParagraphs));
    }
  }
}

TEST_CASE("an article continues after furniture that most of it follows, in every format") {
  const Lines cases[] = {
      {"Comments"},
      {"Notes"},
      {"12 comments"},
      {"0 comments"},
      {"1 comment"},
      {"No comments"},
      {"Leave a comment"},
      {"Join the conversation"},
      {"Be the first to comment"},
      {"Comments are closed."},
      {"Was this page helpful? Yes No"},
      {"Latest jobs"},
      {"Latest jobs", "Gardener", "Dale Council"},
      {"Latest jobs in the valley"},
      {"View all jobs"},
      {"Search jobs"},
      {"Parks jobs", "Head gardener", "Dale Council", "£31,500 - £34,000 per annum"},
      {"Head gardener", "Dale Council", "Up to £41,000 plus a cottage", "Closing date: 12 May"},
      {"About the author"},
      {"About the author", "Ann Lee"},
      {"Media contact: Ann Lee, 01632 960001"},
      {"Press office", "Ann Lee, 01632 960001"},
      {"Register for your free magazine"},
      {"Ends"},
      {"Ends."},
      {"-ENDS-"},
      {"###"},
      {"Notes to editors"},
      {"Comments", "Latest jobs"},
      {"Jobs", "Gardener"},
      {"Related stories", "Weir to be mended"},
  };
  for (const Lines& added : cases) {
    for (const Road& road : kRoads) {
      INFO(road.name << ": " << as_text(added));
      CHECK(body_by(road, with(added, kEarly)) == as_text(kParagraphs));
    }
  }
}

TEST_CASE("readers' comments do not continue an article, however many") {
  Lines comments = {"14 comments"};
  for (const char* name : {"Mill Lane", "Weir Girl", "Old Codger", "Tom Tenor", "Fern", "Dale Boy", "Lime Tree"}) {
    comments.insert(comments.end(),
                    {name, "3 hours ago",
                     std::string("I have lived beside that park for forty years, said nobody like ") + name +
                         ", and nobody has ever asked me what should be done with the place or with its band.",
                     "Reply"});
  }
  for (const Road& road : kRoads) {
    INFO(road.name);
    CHECK(body_by(road, with(comments, kParagraphs.size())) == as_text(kParagraphs));
  }
}

TEST_CASE("sentences that begin like furniture stay in the body, wherever they are, in every format") {
  const char* const cases[] = {
      // Reported speech.
      "Follow us, the trumpeters called.",
      "“Follow us!” the trumpeters called to the crowd.",
      "Sign up for our choir, the tenors begged the crowd, and nobody did.",
      "Sign up here, a banner in the hall said, but there was no pen.",
      "Subscribe now or lose the band, neighbours were told.",
      "Support local journalism, the mayor told the writers who had come to listen.",
      "Story continues below, said a sign on the bandstand.",
      "Read more about the park, the clerk urged them.",
      "Click here to pay, the letter told pensioners.",
      "Share this burden, the chair asked of her neighbours.",
      "Log in to comment on the drawings, people were told, but the site had failed.",
      "Leave a comment, the clerk had asked, and ninety did.",
      "Get the latest drawings, a gardener advised.",
      "Comments are closed, the clerk announced at noon.",
      "For more information ring 01632 960001, the ranger said.",
      "By the bandstand, Apply now, the poster told gardeners.",
      // A label that the sentence continues.
      "Contact: the word was heard in every speech of the evening.",
      "Read more: that was the advice of the teacher to all of us there.",
      "Related: the two leaks had one cause, the meeting heard.",
      "Video: that is how the parish will keep its minutes from now on.",
      "Topics: parks, ponds and paths were all on the agenda of the evening.",
      "Don’t miss: a fair below the limes will raise money for the roof.",
      "Watch: the word was painted on the roof by an unknown hand.",
      "Media: the vicar had no kind word for it on that evening.",
      "Next: the parish will look at the state of the pond.",
      // Other sentences.
      "Email the parish at limes@millbrook.example to object by 6 June.",
      "Contact the parish on 01632 960001 to lend a ladder.",
      "Last updated in 1997, the plan of the park no longer shows the limes.",
      "First published in 1921, the tune is still played there every June.",
      "All rights reserved for drovers in 1804 will be extinguished.",
      "To subscribe to the fund, households paid a penny a week.",
      "For more information about the limes, neighbours should ring the parish on 01632 960001.",
      "We use cookies, the bandmaster joked, to keep the drummers awake.",
      "Tags: the parish paid nine pounds to remove them.",
      "Subscribe was the word on the wall of the hall.",
      // Sub-headings.
      "Media contact: the rules",
      "Media enquiries: how the parish dealt with them",
      "Press enquiries: why nobody answered",
  };
  for (const std::string sentence : cases) {
    for (const std::size_t at : {std::size_t(0), kMiddle, kParagraphs.size()}) {
      const Lines expected = with({sentence}, at);
      // The last line of a page is not a sub-heading, and one above the first paragraph is a standfirst.
      if (!sentence.ends_with('.') && at != kMiddle) continue;
      for (const Road& road : kRoads) {
        INFO(road.name << " at " << at << ": " << sentence);
        CHECK(body_by(road, expected) == as_text(expected));
      }
    }
  }
}

TEST_CASE("a sentence that begins like a scraper's label is in the body") {
  const Lines lines = with({"Source: unknown, the report says, and the pond has been drained to find it."}, 0);
  for (const Road& road : kRoads) {
    INFO(road.name);
    CHECK(body_by(road, lines) == as_text(lines));
  }
}

TEST_CASE("text that only looks like furniture stays in the body, in every format") {
  const char* const cases[] = {
      "Related stories were told by residents who had danced there as children.",
      "Contact tracing ended in May.",
      "Contact with the family was lost in the flood, and never found again.",
      "Advertisement hoardings will go",
      "Follow the money, said the auditor",
      "Follow the path behind the limes and you come to the old pond.",
      "Jobs at risk",
      "Jobs will be lost at the nursery, the union fears.",
      "More from the reserves will be needed",
      "More news is awaited from the blacksmith, members were told.",
      "Most popular of all was the brass band of the colliery.",
      "Most read the notice and went home, a warden said.",
      "Comments from residents were mostly kind, the clerk reported.",
      "Comments were invited until the end of May.",
      "Notes to editors of the parish magazine had been ignored, he said.",
      "Ends of the railing will be capped with brass.",
      "Sign up by 1 May to have your garden waste collected.",
      "Subscribers to the old fund will get their money back.",
      "Register to vote",
      "Share of the cost",
      "Sharing this burden is fair, the chair said.",
      "Pictures of the opening were shown in the hall, and people wept.",
      "Picture palaces are safe here, the planners have decided.",
      "Photographs were taken of every beam before it was moved.",
      "Images on social media show the fence being climbed.",
      "Copyright law will be changed to protect the tunes.",
      "Cookies were sold by the scouts to pay for a bench.",
      "“We use cookies as prizes for the children,” the bandmaster said.",
      "Recommended prices are charged at the kiosk.",
      "Top stories of the year were read out at the libraries.",
      "Next story in the series of walks leads to the mill, and it will be longer.",
      "Watching from the gallery were members of the choir.",
      "Trending upwards, the figures pleased the treasurer.",
      "Up to £71,000 will be paid to the blacksmith, members heard.",
      "The council will recruit twenty full-time wardens, and one vacancy was filled on Monday.",
      "Applications for the grant can be made until June.",
      "The chief gardener’s salary of £31,500 per annum was criticised.",
      "Privacy was a worry for those who live beside the park.",
      "Recruitment of bandsmen has been slow, the band said.",
      "Tags were tied to every lime.",
      "Editors of three papers came to see the fence.",
      "Back to the drawing board",
      "Read more books, the librarian told the children.",
      "Email the clerk if you can lend a ladder, he added.",
      "Anyone who sees the fence down should ring 01632 960001, the ranger said.",
      "Anyone may apply, and the parish is recruiting volunteers to apply for the grant.",
      "£10,000 a year for the park",
      "From £5 to £10",
      "Cats / dogs / ferrets are welcome.",
      "Recommended for refusal",
      "Photo opportunities for tourists",
      "Newsletter to be printed again",
      "More homes for key workers",
      "Council jobs at risk",
      "Skip hire costs rise",
      "Save this park",
      "Shared services",
      "Source protection zones will be drawn.",
      "Source: parish accounts, 2021",
      "The council will stop printing its free magazine.",
      "The law limits the use of cookies.",
      "Check your inbox before you pay, officers said.",
      "More jobs",
      "Salary: the word that split the chamber.",
      "Press freedom was praised by the speaker.",
      "Media interest in the bandstand has been great, the clerk said.",
  };
  for (const std::string lookalike : cases) {
    Lines expected = with({lookalike}, kMiddle);
    for (const Road& road : kRoads) {
      INFO(road.name << ": " << lookalike);
      CHECK(body_by(road, expected) == as_text(expected));
    }
  }
}

TEST_CASE("a sub-heading that footers have too is kept above its paragraph") {
  for (const char* heading : {"Recruitment", "Privacy", "Jobs", "Contact us"}) {
    for (const Road& road : kRoads) {
      INFO(road.name << ": " << heading);
      CHECK(body_by(road, with({heading}, kMiddle)) == as_text(with({heading}, kMiddle)));
      CHECK(body_by(road, with({heading}, kParagraphs.size())) == as_text(kParagraphs));
    }
  }
}

TEST_CASE("removing furniture is idempotent") {
  const std::string text = as_text(with({"Related stories", "Weir to be mended", "Picture: Ann Lee"}, kMiddle));
  CHECK(press::own_text(text) == as_text(kParagraphs));
  CHECK(press::own_text(press::own_text(text)) == press::own_text(text));
  CHECK(press::own_text("") == "");
  CHECK(press::own_text("The first line is here.\nRead more\nThe second line is here.") ==
        "The first line is here.\nThe second line is here.");
}
