// The order of results.
#include "searcher/query/coordination.h"
#include "tests/support/catch.h"
#include "tests/support/small_archive.h"

using namespace council_news;

namespace {

using Titles = std::vector<std::string>;

/// Articles of equal length, so that only their words matter.
const std::string kFiller =
    " Members heard an update at the meeting on Monday and asked several questions about the figures before the vote.";

}  // namespace

TEST_CASE("words side by side rank first, inflected or not, however often other articles repeat them") {
  SmallArchive archive;
  archive.add("apart",
              "Trust in the plan. Trust, trust and more trust for children; children and children again." + kFiller);
  archive.add("inflected", "Several children's trusts were named." + kFiller);
  archive.add("side by side", "The children's trust was named, among many other things." + kFiller + kFiller);
  const auto found = archive.titles("children's trust");
  CHECK(found.size() == 3);
  CHECK(found.back() == "apart");
  CHECK(archive.titles("child trust") == Titles{});
  CHECK(archive.titles("children trust").back() == "apart");
  CHECK(archive.titles("the children's trust").front() == "side by side");
}

TEST_CASE("two of three words side by side count") {
  SmallArchive archive;
  archive.add("apart", "The trust of the borough of Anytown has children in it." + kFiller);
  archive.add("pair", "The children's trust in Anytown is named." + kFiller);
  CHECK(archive.titles("anytown children's trust") == Titles{"pair", "apart"});
}

TEST_CASE("a word of the headline counts more") {
  SmallArchive archive;
  archive.add("Roads", "Potholes were named." + kFiller);
  archive.add("Potholes", "Roads were named." + kFiller);
  CHECK(archive.titles("potholes") == Titles{"Potholes", "Roads"});
}

TEST_CASE("a council in plain words: articles about it rank first, even without its name") {
  SmallArchive archive;
  const auto add = [&](const std::string& title, const std::string& body, const std::vector<std::string>& councils) {
    Article article;
    article.title = title;
    article.body = body + kFiller;
    article.councils = councils;
    archive.add(article);
  };
  add("mentions", "The trust in Sandwell is named.", {"dudley"});
  add("about", "The trust in Sandwell is named.", {"sandwell"});
  add("unnamed", "The trust in the borough is named.", {"sandwell"});
  add("neither", "The trust in the borough is named.", {"dudley"});
  const auto found = archive.ask("sandwell trust");
  CHECK(found.titles.size() == 3);
  CHECK(found.titles.front() == "about");
  CHECK(found.read_as == "sandwell (the council Sandwell) AND trust");
  CHECK(archive.ask("King's Lynn and West Norfolk trust").read_as ==
        "King's Lynn and West Norfolk (the council King's Lynn and West Norfolk) AND trust");
  // An ambiguous word is not a council, unless a council word is next to it.
  CHECK(archive.ask("reading schools").read_as == "reading AND schools");
  CHECK(archive.ask("reading borough council schools").read_as ==
        "reading borough council (the council Reading) AND schools");
}

TEST_CASE("an author in plain words is found") {
  SmallArchive archive;
  Article article;
  article.title = "by";
  article.body = "A budget was set." + kFiller;
  article.authors = {"William Eichler"};
  archive.add(article);
  archive.add("of", "A budget was set for William, it was said." + kFiller);
  CHECK(archive.titles("william eichler budget") == Titles{"by"});
  CHECK(archive.titles("eichler budget") == Titles{"by"});
  CHECK(archive.titles("william budget") == Titles{"of"});
}

TEST_CASE("any of the words: stop words are ignored") {
  SmallArchive archive;
  archive.add("budget", "A budget of the borough was set.");
  archive.add("grammar", "What is it that they were doing there and why?");
  CHECK(archive.ask_plain("what is the budget and why is it there?", true).titles == Titles{"budget"});
  CHECK(archive.ask_plain("what is there", true).titles == Titles{"grammar"});
  CHECK(archive.ask("xyzzy budget", true).titles == Titles{"budget"});
}

TEST_CASE("if no article has all the words, those with more of them, side by side or in the headline rank first") {
  SmallArchive archive;
  archive.add("one often", "Housing, housing and housing again. Housing is all." + kFiller);
  archive.add("apart", "Housing is a social matter." + kFiller);
  archive.add("side by side", "Social housing is a matter." + kFiller);
  archive.add("three", "Social matters: housing with its repair." + kFiller);
  archive.add("Repairs", "Nothing more of it." + kFiller);
  archive.add("said", "A repair was said to come." + kFiller);
  for (int i = 0; i < 40; ++i) archive.add("other", kFiller);
  const Titles found = archive.ask_coordinated("social housing repairs ombudsman").titles;
  CHECK(found.size() == 6);
  CHECK(found.front() == "three");
  const auto place = [&](const char* title) { return std::find(found.begin(), found.end(), title) - found.begin(); };
  CHECK(place("side by side") < place("apart"));
  CHECK(place("apart") < place("one often"));
  CHECK(place("Repairs") < place("said"));
  // The unknown word changes nothing, wherever it is; the order of the others matters.
  CHECK(archive.ask_coordinated("ombudsman social housing repairs").titles == found);
  CHECK(archive.ask_coordinated("housing ombudsman social").titles.front() == "apart");
}

TEST_CASE("words apart in an article never count as a pair") {
  SmallArchive archive;
  for (int i = 0; i < 40; ++i) {
    archive.add("apart", "Social care, schools and the housing of the borough." + kFiller);
    archive.add("one", "Repairs of the social club." + kFiller);
  }
  archive.add("pair", "Social housing." + kFiller);
  CHECK(archive.ask_coordinated("social housing repairs ombudsman").titles.front() == "pair");
}

TEST_CASE("queries that may match in part") {
  const auto relaxable = [](const char* query) { return is_relaxable(parse_query(query).root); };
  for (const char* query : {"a b", "co-operative", "\"a b\" c", "council:leeds a b", "a (b OR c)", "a b -c",
                            "housing/homelessness", "leeds,trust"})
    CHECK(relaxable(query));
  for (const char* query : {"trust", "\"a b\"", "council:leeds trust", "a -b", "a OR b", "topic:(a b)", "A1(M)", ""})
    CHECK_FALSE(relaxable(query));
}

TEST_CASE("an unknown hyphenated word is searched by its parts") {
  SmallArchive archive;
  archive.add("both", "The tax on repairs." + kFiller);
  archive.add("one", "A tax was set." + kFiller);
  archive.add("none", "A state of the art." + kFiller);
  CHECK(archive.ask("tax-repairs").titles.empty());
  CHECK(archive.ask_coordinated("tax-repairs").titles == Titles{"both", "one"});
  CHECK(archive.ask_coordinated("pay-of-the-tax").titles.size() == 2);
}

TEST_CASE("a prefix of very many words matches the most frequent ones, with a warning") {
  SmallArchive archive;
  std::string words;
  for (int i = 0; i < 1001; ++i) words += "home" + std::to_string(i) + " ";
  archive.add("many", words + "The homestead.");
  archive.add("again", "Another homestead.");
  using Warnings = std::vector<std::string>;
  const Warnings expected{"home* matches too many words: only the most frequent ones were searched"};
  CHECK(archive.ask("home*").warnings == expected);
  CHECK(archive.ask("home*").titles.size() == 2);
  CHECK(archive.ask("\"home* the\"").warnings == expected);
  CHECK(archive.ask("home99*").warnings.empty());
  CHECK(archive.ask("title:man*").warnings.empty());
  // A hundred words are few for one prefix; hundreds of prefixes get fewer each.
  std::string query = "home10*";
  CHECK(archive.ask(query).warnings.empty());
  for (int i = 0; i < 250; ++i) query += " OR home" + std::to_string(300 + i) + "*";
  CHECK(archive.ask(query + " OR home1*").warnings.size() == 1);
}

TEST_CASE("a word that articles repeat weighs more than an equally rare one mentioned in passing") {
  SmallArchive archive;
  archive.add("passing", "A vestibule was named." + kFiller);
  archive.add("matter", "An allotment was named." + kFiller);
  for (int i = 0; i < 20; ++i) {
    archive.add("more", "Allotment upon allotment, and no allotment without a plot." + kFiller);
    archive.add("more", "Vestibule and plot." + kFiller);
  }
  const auto titles = archive.ask_plain("vestibule allotment", true).titles;
  const auto place = [&](const char* title) { return std::find(titles.begin(), titles.end(), title) - titles.begin(); };
  CHECK(place("matter") < place("passing"));
}

TEST_CASE("phrases and prefixes") {
  SmallArchive archive;
  archive.add("homeless", "Homelessness is rising and homeless people are waiting.");
  archive.add("homes", "New homes for people.");
  CHECK(archive.titles("homeless*") == Titles{"homeless"});
  CHECK(archive.titles("\"homeless* people\"") == Titles{"homeless"});
  CHECK(archive.titles("\"home* people\"") == Titles{"homeless"});
  CHECK(archive.titles("\"homes people\"").empty());
  CHECK(archive.titles("rising NEAR/2 people").empty());
  CHECK(archive.titles("rising NEAR/3 people") == Titles{"homeless"});
  CHECK(archive.titles("wait NEAR/2 homelessness").empty());
  CHECK(archive.titles("wait NEAR/3 homelessness") == Titles{"homeless"});
  CHECK(archive.titles("\"homelessness\" NEAR/3 people").empty());
  CHECK(archive.titles("\"homelessness\" NEAR/5 people") == Titles{"homeless"});
  CHECK(archive.titles("homel* NEAR/3 wait*") == Titles{"homeless"});
  CHECK(archive.titles("homelessn* NEAR/2 people").empty());
  CHECK(archive.titles("people NEAR/5 homelessness") == Titles{"homeless"});
  CHECK(archive.titles("\"people are waiting\" OR \"new homes\"").size() == 2);
}

TEST_CASE("words side by side rank higher in the headline than in the text") {
  SmallArchive archive;
  archive.add("Gold bonds", "The gold price is named. Gold, gold and bonds." + kFiller);
  archive.add("Bank sees a higher gold price", "Bonds are named." + kFiller);
  CHECK(archive.titles("gold price").front() == "Bank sees a higher gold price");
}

TEST_CASE("an article that names a council in passing ranks below one about it") {
  SmallArchive archive;
  const auto add = [&](const std::string& title, const std::string& body, const std::string& council) {
    Article article;
    article.title = title;
    article.body = body + kFiller;
    article.councils = {council};
    archive.add(article);
  };
  add("passing", "It is modelled on Sandwell's trust.", "doncaster");
  add("about", "Sandwell has children in the care of a trust.", "sandwell");
  CHECK(archive.titles("sandwell's trust") == Titles{"about", "passing"});
  // If no article is about it, words side by side count as usual.
  SmallArchive other;
  other.add("apart", "A trust in Sandwell." + kFiller);
  other.add("side by side", "It is modelled on Sandwell's trust, a trust." + kFiller + kFiller);
  CHECK(other.titles("sandwell's trust").front() == "side by side");
}

TEST_CASE("if no article has all the words, those of the date rank first") {
  SmallArchive archive;
  const auto add = [&](const std::string& title, int year) {
    Article article;
    article.title = title;
    article.body = "Stories about Slough." + kFiller;
    article.published = at_day(Day{year, 5, 6});
    archive.add(article);
  };
  add("earlier", 2015);
  add("asked for", 2021);
  add("later", 2024);
  CHECK(archive.ask_coordinated("slough xyzzy 2021").titles.front() == "asked for");
}
