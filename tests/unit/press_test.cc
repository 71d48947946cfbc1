#include <map>
#include <string>
#include <vector>

#include "common/index/database.h"
#include "indexer/read/press/people/byline.h"
#include "indexer/read/read_document.h"
#include "indexer/write/archive_writer.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace council_news;
using Strings = std::vector<std::string>;

namespace {

struct Row {
  std::string byline;
  Strings authors;
};

/// Bylines and their authors. An organisation or single name follows "By": nothing else marks a line of text as a
/// byline.
const std::vector<Row> kBylines = {
    {"Ann Smith", {"Ann Smith"}},
    {"By Ann Smith", {"Ann Smith"}},
    {"by Ann Smith", {"Ann Smith"}},
    {"BY ANN SMITH", {"Ann Smith"}},
    {"By: Ann Smith", {"Ann Smith"}},
    {"ByAnn Smith", {"Ann Smith"}},
    // several people
    {"By Ann Smith & Bob Jones", {"Ann Smith", "Bob Jones"}},
    {"By Ann Smith and Bob Jones", {"Ann Smith", "Bob Jones"}},
    {"Ann Smith AND Bob Jones", {"Ann Smith", "Bob Jones"}},
    {"By Ann Smith, Bob Jones and Carys Price", {"Ann Smith", "Bob Jones", "Carys Price"}},
    {"By Ann Smith, Bob Jones, and Carys Price", {"Ann Smith", "Bob Jones", "Carys Price"}},
    {"Ann Smith; Bob Jones", {"Ann Smith", "Bob Jones"}},
    {"Ann Smith | Bob Jones", {"Ann Smith", "Bob Jones"}},
    {"Ann Smith / Bob Jones", {"Ann Smith", "Bob Jones"}},
    {"By Ann SmithBob Jones", {"Ann Smith", "Bob Jones"}},
    {"By Ann and Bob Smith", {"Ann Smith", "Bob Smith"}},
    {"By Ann Smith with additional reporting by Bob Jones", {"Ann Smith", "Bob Jones"}},
    {"Gan Siân Jones a Rhys Evans", {"Siân Jones", "Rhys Evans"}},
    // roles, agencies and other words beside a name
    {"By Ann Smith, Local Democracy Reporter", {"Ann Smith"}},
    {"Ann Smith Local Democracy Reporter", {"Ann Smith"}},
    {"Chief reporter Ann Smith", {"Ann Smith"}},
    {"By Ann Smith, Health and Social Care Correspondent", {"Ann Smith"}},
    {"By Ann Smith Health and Social Care Correspondent", {"Ann Smith"}},
    {"BY ANN SMITH AND BOB JONES, LOCAL DEMOCRACY REPORTERS", {"Ann Smith", "Bob Jones"}},
    {"Ann Smith - Local Democracy Reporting Service", {"Ann Smith"}},
    {"By Ann Smith (Local Democracy Reporting Service)", {"Ann Smith"}},
    {"By Ann Smith, LDRS, and Bob Jones, BBC News", {"Ann Smith", "Bob Jones"}},
    {"By Glen Owens And Brenda Carling For The Vale Ledger", {"Glen Owens", "Brenda Carling"}},
    {"By Ann Smith, Editor of the Vale Ledger", {"Ann Smith"}},
    {"By Ann Smith, Leader of Vale Council", {"Ann Smith"}},
    {"By Ann Smith in Brussels", {"Ann Smith"}},
    {"By Ann Smith Special to the Vale Ledger", {"Ann Smith"}},
    {"By Leeds reporter Ann Smith", {"Ann Smith"}},
    {"By Ann Smith, Leeds Live", {"Ann Smith"}},
    {"By Ann Smith, Vale Post", {"Ann Smith"}},
    {"By our reporter Ann Smith", {"Ann Smith"}},
    {"By Ann Smith, South Gloucestershire", {"Ann Smith"}},
    {"By Ann Smith @annsmith", {"Ann Smith"}},
    {"By Ann Smith ann@ledger.example", {"Ann Smith"}},
    {"By Ann Smith https://ledger.example/ann", {"Ann Smith"}},
    {"press@ledger.example (Ann Smith)", {"Ann Smith"}},
    {"Posted on 29 January 2018 by Ann Smith", {"Ann Smith"}},
    {"By Ann Smith on 29 January 2018 and updated 30 January 2018", {"Ann Smith"}},
    {"Words by Ann Smith, pictures by Bob Jones", {"Ann Smith"}},
    {"Words and pictures by Ann Smith", {"Ann Smith"}},
    {"Text & photos: Ann Smith", {"Ann Smith"}},
    {"Pictures: Bob Jones; words: Ann Smith", {"Ann Smith"}},
    {"Words: Ann Smith. Pictures: Bob Jones", {"Ann Smith"}},
    {"Exclusive by Ann Smith", {"Ann Smith"}},
    {"Words: Ann Smith Pictures: Bob Jones", {"Ann Smith"}},
    {"Pictures: Bob Jones Words: Ann Smith", {"Ann Smith"}},
    {"Words by Ann Smith Photography by Bob Jones", {"Ann Smith"}},
    {"By Ann Smith Last updated: 3 May 2024", {"Ann Smith"}},
    {"By Ann Smith Last updated 3 May 2024", {"Ann Smith"}},
    {"By Ann Smith First published: 3 May 2024", {"Ann Smith"}},
    {"Ann Smith View profile", {"Ann Smith"}},
    {"By Ann Smith View Profile", {"Ann Smith"}},
    {"Reporting by Ann Smith; Editing by Bob Jones", {"Ann Smith"}},
    {"(Reporting by Ann Smith and Carys Price; writing by Eric Gan; editing by Bob Jones)",
     {"Ann Smith", "Carys Price", "Eric Gan"}},
    {"Compiled by Ann Smith", {"Ann Smith"}},
    {"Report by Ann Smith", {"Ann Smith"}},
    {"Political analysis by Ann Smith", {"Ann Smith"}},
    {"By Ann Smith for the Vale Post", {"Ann Smith"}},
    {"Ann Smith for the Vale Post", {"Ann Smith"}},
    {"By Ann Smith of the Vale Ledger", {"Ann Smith"}},
    {"By Ann Smith at Leeds Crown Court", {"Ann Smith"}},
    {"By Ann Smith for the local democracy reporting service", {"Ann Smith"}},
    {"Ann Smith, Head of News", {"Ann Smith"}},
    {"By Ann Smith View all posts", {"Ann Smith"}},
    {"By Ann Smith, at Leeds Magistrates Court", {"Ann Smith"}},
    {"By Ann Smith, 45, of Mill Lane", {"Ann Smith"}},
    {"By Ann Smith reports", {"Ann Smith"}},
    {"By Ann Smith reporting from Leeds", {"Ann Smith"}},
    {"By council leader Ann Smith", {"Ann Smith"}},
    {"By Ann Smith, director of Vale Trust", {"Ann Smith"}},
    {"Sgrìobhte le Màiri NicLeòid", {"Màiri NicLeòid"}},
    {"Adroddiad gan Rhys Evans", {"Rhys Evans"}},
    {"Sgrìobhte le Màiri NicLeòid agus Iain MacAoidh", {"Màiri NicLeòid", "Iain MacAoidh"}},
    // titles and letters
    {"By Cllr Roy Perriman", {"Cllr Roy Perriman"}},
    {"By Sir Tom Poole", {"Sir Tom Poole"}},
    {"By Dr. Ann O'Neil", {"Dr. Ann O'Neil"}},
    {"By Ann Smith MBE", {"Ann Smith"}},
    {"By Ann Smith, PhD", {"Ann Smith"}},
    {"By Mrs H Pyke", {"Mrs H Pyke"}},
    {"By Carl Poe Jr.", {"Carl Poe Jr."}},
    // names of all kinds
    {"JANE McDONALD", {"Jane McDonald"}},
    {"BY SIÂN AP GWILYM", {"Siân ap Gwilym"}},
    {"By A. J. Lee-Jones", {"A. J. Lee-Jones"}},
    {"By Ludwig van Haan", {"Ludwig van Haan"}},
    {"By Niamh Ní Bhroin & Máire Mac an tSaoi", {"Niamh Ní Bhroin", "Máire Mac an tSaoi"}},
    {"By Nguyễn Thị Khai", {"Nguyễn Thị Khai"}},
    {"By Adaeze Obi-Nwosu and Adébáyọ̀ Oni", {"Adaeze Obi-Nwosu", "Adébáyọ̀ Oni"}},
    {"By Musa al-Karim and Amal bint Salem", {"Musa al-Karim", "Amal bint Salem"}},
    {"By Łukasz Żółty", {"Łukasz Żółty"}},
    {"By María García y López", {"María García y López"}},
    {"By Bob \"Bobby\" Jones", {"Bob \"Bobby\" Jones"}},
    {"By Smith, Ann", {"Ann Smith"}},
    {"SIOBHÁN NÍ CHUILÍN", {"Siobhán Ní Chuilín"}},
    {"BY NIAMH NIC SHUIBHNE AND SEÁN MAC GIOLLA", {"Niamh Nic Shuibhne", "Seán Mac Giolla"}},
    {"Tom Bell III", {"Tom Bell III"}},
    {"BY TOM BELL II", {"Tom Bell II"}},
    {"By A. N. Other and C D Whitlock", {"A. N. Other", "C D Whitlock"}},
    // names that are also other words
    {"Ai Nakamura and Holly Forde", {"Ai Nakamura", "Holly Forde"}},
    {"Will Byron and Mark Page", {"Will Byron", "Mark Page"}},
    {"Andy Withers", {"Andy Withers"}},
    {"By Eric Gan", {"Eric Gan"}},
    {"By Carl Null", {"Carl Null"}},
    {"By Yo-Yo Ma", {"Yo-Yo Ma"}},
    // single names, organisations and addresses, if no person is named
    {"By Alice", {"Alice"}},
    {"By Leeds City Council press office", {"Leeds City Council press office"}},
    {"By Bath and North East Somerset Council", {"Bath and North East Somerset Council"}},
    {"By Bournemouth, Christchurch and Poole Council", {"Bournemouth, Christchurch and Poole Council"}},
    {"By Cheshire West and Chester Council", {"Cheshire West and Chester Council"}},
    {"By Smith and Jones Solicitors", {"Smith and Jones Solicitors"}},
    {"By Ann Smith and Co", {"Ann Smith and Co"}},
    {"By Ann Smith & Associates", {"Ann Smith & Associates"}},
    {"By Bell and Smith Architects", {"Bell and Smith Architects"}},
    {"By Tyne and Wear Fire and Rescue", {"Tyne and Wear Fire and Rescue"}},
    {"By Citizens Advice Leeds and Bradford", {"Citizens Advice Leeds and Bradford"}},
    {"By Marks and Spencer", {"Marks and Spencer"}},
    {"By press@council.example", {"press@council.example"}},
    // no author
    {"By AI Generated", {}},
    {"By AI-generated", {}},
    {"Generated by AI", {}},
    {"By N/A", {}},
    {"By admin", {}},
    {"By Unknown", {}},
    {"By None", {}},
    {"nan", {}},
    {"By Staff Reporter", {}},
    {"By our own correspondent", {}},
    {"Newsdesk", {}},
    {"By the News Desk", {}},
    {"Local Democracy Reporter", {}},
    {"Guest Post", {}},
    {"By @vale", {}},
};

const Strings kParagraphs = {
    "Trafford Council has approved plans to close two of its depots after a meeting of its executive on Monday.",
    "The council said that the decision would save £1.2m a year, and that 3,000 residents took part in a survey.",
    "Members of the opposition called the decision hasty and asked for it to be looked at again next month.",
    "A spokesman said that staff would be offered other posts and that the salt would be kept at Carrington."};

std::string paragraphs(const std::string& before, const std::string& behind) {
  std::string text;
  for (const std::string& paragraph : kParagraphs) text += before + paragraph + behind;
  return text;
}

std::string markup(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string json_string(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '\\';
    out += c;
  }
  return out + '"';
}

const std::string kTitle = "Council approves closure of two depots";
const std::string kUrl = "https://ledger.example/depots";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html><head><title>" + kTitle + "</title>" + head + "</head><body><main><h1>" + kTitle +
         "</h1>" + body + "<time datetime=\"2024-02-06T10:00:00Z\">6 February 2024</time>" + paragraphs("<p>", "</p>") +
         "</main></body></html>";
}

std::string rss(const std::string& author) {
  return "<rss version=\"2.0\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Vale</title><item><title>" +
         kTitle + "</title><link>" + kUrl + "</link><pubDate>Tue, 06 Feb 2024 10:00:00 GMT</pubDate><description>" +
         paragraphs("&lt;p>", "&lt;/p>") + "</description>" + author + "</item></channel></rss>";
}

std::string json_text() { return json_string(kParagraphs[0] + " " + kParagraphs[1]); }

/// The same article with the same byline in every format.
std::map<std::string, std::string> roads(const std::string& byline) {
  const std::string xml = markup(byline);
  const std::string json = json_string(byline);
  return {
      {"RSS dc:creator", rss("<dc:creator>" + xml + "</dc:creator>")},
      {"RSS author", rss("<author>" + xml + "</author>")},
      {"Atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Vale</title><entry><title>" + kTitle +
                   "</title><link href=\"" + kUrl + "\"/><published>2024-02-06T10:00:00Z</published><content>" +
                   kParagraphs[0] + "</content><author><name>" + xml + "</name></author></entry></feed>"},
      {"JSON Feed",
       "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Vale\",\"items\":[{\"id\":\"1\",\"title\":\"" +
           kTitle + "\",\"content_text\":" + json_text() + ",\"authors\":[{\"name\":" + json + "}]}]}"},
      {"JSON", "{\"title\":\"" + kTitle + "\",\"url\":\"" + kUrl +
                   "\",\"date\":\"2024-02-06\",\"text\":" + json_text() + ",\"author\":" + json + "}"},
      {"marked element", page("", "<p class=\"byline\">" + xml + "</p>")},
      {"meta", page("<meta name=\"author\" content=\"" + xml + "\">", "")},
      {"JSON-LD", page("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"" + kTitle +
                           "\",\"author\":{\"@type\":\"Person\",\"name\":" + json + "}}</script>",
                       "")},
      {"text", kTitle + "\n\n" + byline + "\n\n6 February 2024\n\n" + paragraphs("", "\n\n")},
  };
}

Article read(const std::string& bytes, const std::string& url = {}) {
  Input input;
  input.source = "test";
  input.url = url;
  input.bytes = bytes;
  std::vector<Article> articles;
  read_document(input, [&](Article&& article) { articles.push_back(std::move(article)); });
  REQUIRE(articles.size() == 1);
  return articles.front();
}

}  // namespace

TEST_CASE("a byline has the same authors in every format") {
  for (const Row& row : kBylines) {
    for (const auto& [road, bytes] : roads(row.byline)) {
      CAPTURE(row.byline, road);
      const Article article = read(bytes);
      CHECK(article.authors == row.authors);
      CHECK(article.title == kTitle);
      CHECK(article.body.starts_with(kParagraphs[0]));
    }
  }
}

TEST_CASE("reading authors is idempotent") {
  for (const Row& row : kBylines) {
    CAPTURE(row.byline);
    CHECK(press::authors_in(row.authors) == row.authors);
  }
}

TEST_CASE("authors that only a field or a marked element may give") {
  const Row rows[] = {
      {"Alice", {"Alice"}},
      {"Leeds City Council press office", {"Leeds City Council press office"}},
      {"press@council.example", {"press@council.example"}},
      {"Smith, Ann B.", {"Ann B. Smith"}},
      {"Smith, Ann; Jones, Bob", {"Ann Smith", "Bob Jones"}},
      {"Reuters", {"Reuters"}},
      {"Perth and Kinross", {"Perth and Kinross"}},
      {"https://ledger.example/ann", {}},
      {"Ann Smith <press@ledger.example>", {"Ann Smith"}},
      {"Ann Smith, Oldbury", {"Ann Smith"}},
      {"View all posts by Ann Smith", {"Ann Smith"}},
      {"Ann Lee Ann Lee", {"Ann Lee"}},
      {"Edited by Bob Jones", {}},
      {"By", {}},
      {"", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.byline);
    CHECK(press::authors_in({row.byline}) == row.authors);
  }
  CHECK(press::authors_in({"a@vale.example", "b@vale.example"}) == Strings{"a@vale.example", "b@vale.example"});
  CHECK(press::authors_in({"Vale Council", "Ann Smith", "Bob Jones"}) == Strings{"Ann Smith", "Bob Jones"});
}

TEST_CASE("an article from a feed and from a text is stored once") {
  for (const char* byline : {"By Ann Smith & Bob Jones", "BY ANN SMITH, LOCAL DEMOCRACY REPORTER", "By Vale Council"}) {
    CAPTURE(byline);
    const TemporaryFolder folder;
    Enricher enricher;
    ArchiveWriter writer(folder.path() / "a", *parse_timestamp("2026-11-23T01:00:00Z"), enricher);
    const auto documents = roads(byline);
    CHECK(writer.write(read(documents.at("RSS dc:creator"))) == Outcome::added);
    CHECK(writer.write(read(documents.at("text"))) != Outcome::added);
    CHECK(writer.write(read(documents.at("JSON"))) != Outcome::added);
    writer.commit();
    CHECK(open_for_reading(folder.path() / "a").get_doccount() == 1);
  }
}

TEST_CASE("a line that is no byline stays in the text") {
  const std::string lines[] = {
      "By Wharfe Bridge the water was four feet deep.",
      "By Mill Lane the road had gone altogether.",
      "By Christmas Leeds will have a pool.",
      "By Friday Leeds Council had voted",
      "By Order of the Council",
      "Vale Pool Opening Postponed Again",
      "Vale Chairman Forecasts Lower Profits This Year",
      "Vale Cuts Five Year Plan Budget",
      "By Popular Demand",
      "Update on Leeds Pool",
      "Author Jane Smith Visits School",
      "Author Jane Smith, 54, dies",
      "Story By Tom Bell Wins Prize",
      "Created by Tom Bell, the garden is open to all.",
      "Cllr Jane Smith, cabinet member for housing",
      "Jane Smith, of Mill Lane",
      "By Jane Smith's reckoning it will take a year.",
      "By Sir Tom Bell’s reckoning, it will take a year.",
      "By Tom Jones' account the door was open.",
      "Words by Jane Smith have been carved into the wall.",
      "Words by Jane Smith were read out",
      "Report by Jane Smith was last",
      "Written by Jane Smith in 1953, the song is banned.",
      "Written by Jane Smith for a friend, it was never sung.",
      "Analysis by Grant Thornton shows a loss",
      "Report by Jane Smith KC finds fault",
      "Report by Jane Smith, chair of the panel, finds fault",
      "Story by Tom Bell wins prize",
      "Reported by Mary Jones to the police",
      "Reporter Jane Smith honoured",
      "Editor Tom Bell leaves the Ledger",
      "Council leader Jane Smith",
      "Prime Minister Keir Starling",
      "Chief executive Jane Smith",
      "Housing director Tom Bell",
      "Leader: Jane Smith",
      "Chair of the council: Jane Smith",
      "Cllr Jane Smith, leader of the council:",
      "Jane Smith, Vale Council spokeswoman:",
  };
  for (const std::string& line : lines) {
    CAPTURE(line);
    const Article text = read(kTitle + "\n\n6 February 2024\n\n" + kParagraphs[0] + "\n\n" + line + "\n\n" +
                              kParagraphs[1] + "\n\n" + kParagraphs[2] + "\n\n" + kParagraphs[3]);
    CHECK(text.authors.empty());
    CHECK(text.title == kTitle);
    CHECK(text.body.find(line) != std::string::npos);
    const Article top = read(kTitle + "\n\n" + line + "\n\n" + paragraphs("", "\n\n"));
    CHECK(top.authors.empty());
    const Article marked_up = read(page("", paragraphs("<p>", "</p>") + "<p>" + line + "</p>"));
    CHECK(marked_up.authors.empty());
    CHECK(marked_up.body.find(line) != std::string::npos);
    CHECK(read(page("", "<p>" + line + "</p>")).authors.empty());
  }
}

TEST_CASE("a headline that looks like a byline") {
  for (const std::string title :
       {"EXCLUSIVE: LEEDS POOL TO CLOSE", "EXCLUSIVE: VALE POOL CLOSES", "UPDATE: VALE POOL SHUT FOR YEAR",
        "BY CHRISTMAS LEEDS WILL HAVE A POOL", "Death by Dangerous Driving", "Trial by Angry Mob",
        "Housing by Dangerous Men", "Update on Vale Pool", "Leeds City Council Planning Board 3 May 2024",
        "Reporter Jane Smith honoured", "Chief executive Jane Smith resigns", "Chief executive Jane Smith",
        "Council leader Jane Smith", "Analysis by Grant Thornton shows a loss", "Story by Tom Bell wins prize"}) {
    CAPTURE(title);
    const Article article = read(title + "\n\n6 February 2024\n\n" + paragraphs("", "\n\n"));
    CHECK(article.title == title);
    CHECK(article.authors.empty());
    const Article credited = read(title + "\n\nBy Ann Lee\n\n6 February 2024\n\n" + paragraphs("", "\n\n"));
    CHECK(credited.title == title);
    CHECK(credited.authors == Strings{"Ann Lee"});
  }
}

TEST_CASE("a byline with a date above the headline") {
  const Row rows[] = {
      {"Local Democracy Reporting Service", {}},
      {"Leeds City Council Press Office", {}},
      {"Bath and North East Somerset Council", {}},
      {"Anne Dowd for the Yorkshire Post", {"Anne Dowd"}},
      {"Anne Dowd, Local Democracy Reporter", {"Anne Dowd"}},
      {"Perth and Kinross Council Communications Team", {}},
      {"Cheshire West and Chester Council", {}},
      {"Tom Bell for BBC News", {"Tom Bell"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.byline);
    const Article article = read(row.byline + " 3 May 2024\n\n" + kTitle + "\n\n" + paragraphs("", "\n\n"));
    CHECK(article.title == kTitle);
    CHECK(article.authors == row.authors);
    REQUIRE(article.published);
    CHECK(format_timestamp(*article.published).starts_with("2024-05-03"));
    CHECK(article.body.starts_with(kParagraphs[0]));
  }
}

TEST_CASE("a name in other capitals is the same author") {
  CHECK(press::authors_in({"Anne Dowd", "anne dowd"}) == Strings{"Anne Dowd"});
  CHECK(press::authors_in({"anne dowd", "Anne Dowd"}) == Strings{"Anne Dowd"});
  CHECK(press::authors_in({"ANNE DOWD", "Anne Dowd", "Tom Bell"}) == Strings{"Anne Dowd", "Tom Bell"});
}

TEST_CASE("lines that begin like bylines") {
  for (const char* line :
       {"By Ann Smith", "BY ANN SMITH", "Words: Ann Smith", "Exclusive by Ann Smith", "Von Anna Maier"})
    CHECK(press::begins_like_byline(line));
  for (const char* line : {"By", "", "Byron Smith", "Published: ", "Ann Smith", "Council: three"})
    CHECK(!press::begins_like_byline(line));
  for (const char* line : {"Local Democracy Reporter", "Political Editor, Vale Ledger", "Chief reporter"})
    CHECK(press::is_role(line));
  for (const char* line : {"Ann Smith, reporter", "The council", "", "Housing"}) CHECK(!press::is_role(line));
}
