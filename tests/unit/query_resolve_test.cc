
#include "searcher/query/resolve.h"
#include "tests/support/catch.h"
#include "tests/support/small_archive.h"

using namespace council_news;

namespace {

Article article(const std::string& title, const std::vector<std::string>& councils, const std::string& day) {
  Article made;
  made.id = "ab" + std::to_string(title.size());
  made.title = title;
  made.body = "The meeting was told so.";
  made.councils = councils;
  made.mentions = councils;
  made.topics = {"housing"};
  made.authors = {"Dan Peters"};
  made.outlet = "Civic Ledger";
  made.url = "https://www.civicledger.example/news/" + day + "/story";
  made.published = parse_timestamp(day);
  made.first_seen = parse_timestamp("2026-11-20T10:00:00Z");
  return made;
}

SmallArchive make_archive() {
  SmallArchive archive;
  archive.add(article("sandwell", {"sandwell"}, "2018-01-29"));
  archive.add(article("lynn one", {"kings-lynn-and-west-norfolk"}, "2018-03-01"));
  archive.add(article("cumbria old one", {"cumbria"}, "2019-06-30"));
  archive.add(article("cumberland two", {"cumberland"}, "2024-02-02"));
  archive.add(article("cardiff three four", {"cardiff"}, "2025-12-31"));
  return archive;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("fields are resolved and described") {
  struct Case {
    const char* query;
    const char* read_as;
    Titles titles;
  };
  const Case row = GENERATE(values<Case>({
      {"council:sandwell", "about Sandwell", {"sandwell"}},
      {"council:\"Sandwell Metropolitan Borough Council\"", "about Sandwell", {"sandwell"}},
      {"council:E08000028", "about Sandwell", {"sandwell"}},
      {"council:King's Lynn", "about King's Lynn and West Norfolk", {"lynn one"}},
      {"council:Kings Lynn & West Norfolk meeting", "about King's Lynn and West Norfolk AND meeting", {"lynn one"}},
      {"council:king’s lynn meeting told", "about King's Lynn and West Norfolk AND meeting AND told", {"lynn one"}},
      {"(council:sandwell OR council:king's lynn)",
       "about Sandwell OR about King's Lynn and West Norfolk",
       {"sandwell", "lynn one"}},
      {"mentions:cardiff", "mentioning Cardiff", {"cardiff three four"}},
      {"nation:wales", "about a council of the nation wales", {"cardiff three four"}},
      {"region:West Midlands", "about a council of the region west-midlands", {"sandwell"}},
      {"kind:metropolitan", "about a council of the kind metropolitan", {"sandwell"}},
      {"author:dan council:sandwell", "author:dan AND about Sandwell", {"sandwell"}},
      {"author:dan peters council:sandwell", "author:\"dan peters\" AND about Sandwell", {"sandwell"}},
      {"author:\"peters dan\"", "author:\"peters dan\"", {}},
      {"author:peters date:2019", "author:peters AND published in 2019", {"cumbria old one"}},
      {"author:\"dan peters\" date:2019", "author:\"dan peters\" AND published in 2019", {"cumbria old one"}},
      {"author:pet* date:2019", "author:pet* AND published in 2019", {"cumbria old one"}},
      {"council:(king's lynn OR sandwell)",
       "about King's Lynn and West Norfolk OR about Sandwell",
       {"sandwell", "lynn one"}},
      {"title:sandwell date:(29 jan 2018)", "title:sandwell AND published on 2018-01-29", {"sandwell"}},
      {"title:(lyn* OR zzz)", "title:lyn* OR title:zzz", {"lynn one"}},
      {"title:(lynn NEAR/2 one)", "title:(lynn NEAR/2 one)", {"lynn one"}},
      {"title:(lynn NEAR/2 sandwell)", "title:(lynn NEAR/2 sandwell)", {}},
      {"author:(dan peters) date:2019", "author:dan AND author:peters AND published in 2019", {"cumbria old one"}},
      {"-author:dan title:lynn", "NOT author:dan AND title:lynn", {}},
      {"outlet:\"civic ledger\" date:2019", "outlet:\"civic ledger\" AND published in 2019", {"cumbria old one"}},
      {"outlet:civic date:2019", "outlet:civic AND published in 2019", {"cumbria old one"}},
      {"date:2018", "published in 2018", {"sandwell", "lynn one"}},
      {"date:January 2018", "published in January 2018", {"sandwell"}},
      {"date:1/2018", "published in January 2018", {"sandwell"}},
      {"date:29 January 2018 meeting", "published on 2018-01-29 AND meeting", {"sandwell"}},
      {"date:jan-2018", "published in January 2018", {"sandwell"}},
      {"date:\"29 January 2018\"", "published on 2018-01-29", {"sandwell"}},
      {"date:29th January 2018 meeting", "published on 2018-01-29 AND meeting", {"sandwell"}},
      {"date:2018-02 .. 2018-04", "published from 2018-02-01 to 2018-04-30", {"lynn one"}},
      {"title:lynn date:2018 ..", "title:lynn AND published from 2018-01-01 on", {"lynn one"}},
      {"(date:.. 2018) title:lynn", "published up to 2018-12-31 AND title:lynn", {"lynn one"}},
      {"sandwell 2018-01-29",
       "sandwell (the council Sandwell) AND 2018-01-29 (also published on 2018-01-29)",
       {"sandwell"}},
      {"date:2018-01-29..2018-01-29", "published on 2018-01-29", {"sandwell"}},
      {"date:29/1/2018..30/1/2018", "published from 2018-01-29 to 2018-01-30", {"sandwell"}},
      {"date:..2018-01", "published up to 2018-01-31", {"sandwell"}},
      {"date:9999", "published in 9999", {}},
      {"date:1800..1850", "published from 1800-01-01 to 1850-12-31", {}},
      {"date:2025..9999", "published from 2025-01-01 to 9999-12-31", {"cardiff three four"}},
      {"date:7d..", "published from 2026-11-16 to 2026-11-23", {}},
      {"date:today..", "published on 2026-11-23", {}},
      {"after:7d", "published from 2026-11-17 to 2026-11-23", {}},
      {"date:2026..", "published from 2026-01-01 on", {}},
      {"date:last-week", "published from 2026-11-16 to 2026-11-22", {}},
      {"seen:20/11/2026 title:lynn", "seen on 2026-11-20 AND title:lynn", {"lynn one"}},
      {"seen:2026-11 title:lynn", "seen in November 2026 AND title:lynn", {"lynn one"}},
      {"seen:..2026-11-19", "seen up to 2026-11-19", {}},
      {"date:29/1/2018", "published on 2018-01-29", {"sandwell"}},
      {"date:2018-02..2018-04", "published from 2018-02-01 to 2018-04-30", {"lynn one"}},
      {"date:2018-02…2018-04", "published from 2018-02-01 to 2018-04-30", {"lynn one"}},
      {"after:2024", "published from 2025-01-01 on", {"cardiff three four"}},
      {"before:2018-02", "published up to 2018-01-31", {"sandwell"}},
      {"date:2025-12-01..", "published from 2025-12-01 on", {"cardiff three four"}},
      {"seen:7d.. title:lynn", "seen from 2026-11-16 on AND title:lynn", {"lynn one"}},
      {"seen:last week title:lynn", "seen from 2026-11-16 to 2026-11-22 AND title:lynn", {"lynn one"}},
      {"topic:(housing OR homelessness) date:2019",
       "(on the topic Housing OR on the topic Homelessness) AND published in 2019",
       {"cumbria old one"}},
      {"topic:((housing)) date:2019", "on the topic Housing AND published in 2019", {"cumbria old one"}},
      {"topic:(housing -homelessness) date:2019",
       "on the topic Housing AND NOT on the topic Homelessness AND published in 2019",
       {"cumbria old one"}},
      {"-topic:(housing OR homelessness)", "NOT (on the topic Housing OR on the topic Homelessness)", {}},
      {"title:(one lynn)", "title:one AND title:lynn", {"lynn one"}},
      {"url:www.civicledger.example date:2019",
       "at the address civicledger.example AND published in 2019",
       {"cumbria old one"}},
      {"url:http://civicledger.example/ date:2019",
       "at the address civicledger.example AND published in 2019",
       {"cumbria old one"}},
      {"url:HTTPS://WWW.CivicLedger.example/news/2019-06-30/story",
       "at the address civicledger.example/news/2019-06-30/story",
       {"cumbria old one"}},
      {"url:civicledger.example/new date:2019",
       "at the address civicledger.example/new AND published in 2019",
       {"cumbria old one"}},
      {"url:ledger.example", "at the address ledger.example", {}},
      {"council:kings lynn and west norfolk meeting", "about King's Lynn and West Norfolk AND meeting", {"lynn one"}},
      {"url:civicledger.example date:2019",
       "at the address civicledger.example AND published in 2019",
       {"cumbria old one"}},
      {"url:https://www.civicledger.example/news/2018-01-29",
       "at the address civicledger.example/news/2018-01-29",
       {"sandwell"}},
      {"url:civicledger.example/news/2018", "at the address civicledger.example/news/2018", {"sandwell", "lynn one"}},
      {"id:ab8", "with the id ab8…", {"sandwell", "lynn one"}},
  }));
  CAPTURE(row.query);
  SmallArchive archive = make_archive();
  const auto found = archive.ask(row.query);
  CHECK(found.read_as == row.read_as);
  CHECK(found.titles == row.titles);
  CHECK(found.warnings.empty());
}

TEST_CASE("a plus includes predecessors and successors of a council") {
  SmallArchive archive = make_archive();
  CHECK(archive.titles("council:cumbria") == Titles{"cumbria old one"});
  CHECK(archive.titles("council:cumbria+") == Titles{"cumbria old one", "cumberland two"});
  CHECK(archive.titles("council:cumberland+") == Titles{"cumbria old one", "cumberland two"});
}

TEST_CASE("unknown values match nothing, and the nearest are suggested") {
  struct Case {
    const char* query;
    const char* advice;
  };
  const Case row = GENERATE(values<Case>({
      {"council:sandwel", "did you mean sandwell"},
      {"council:atlantis", "no council is called 'atlantis'"},
      {"mentions:lecester", "did you mean leicester"},
      {"council:rubbish", "no council is called 'rubbish'"},
      {"council:newcastle", "there is also newcastle-under-lyme"},
      {"mentions:newcastle", "there is also newcastle-under-lyme"},
      {"date:31/2/2018", "'31/2/2018' is not a date"},
      {"date:\"31 February 2018\"", "'31 February 2018' is not a date"},
      {"date:2018-02-31", "'2018-02-31' is not a date"},
      {"seen:soon", "'soon' is not a date"},
      {"topik:housing", "did you mean topic?"},
      {"council:", "council: has no value and was ignored"},
      {"xyzzy date:", "date: has no value and was ignored"},
      {"topic:housin", "did you mean housing"},
      {"region:north-wset", "did you mean north-west"},
      {"nation:walse", "did you mean wales"},
      {"kind:londonborough", "did you mean london-borough"},
      {"date:soon", "'soon' is not a date"},
      {"after:2018-13", "'2018-13' is not a date"},
      {"id:zz", "no article has an id"},
      {"id:\"\"", "no article has an id"},
      {"url:\"\"", "is not an address"},
      {"title:!!!", "contains no words"},
      {"titel:sandwell", "did you mean title?"},
      {"title:xyzzy date:2019..2018", "date:2019..2018 runs backwards; it was read as from 2018-01-01 to 2019-12-31"},
      {"outlet:xyzzy", "no outlet has 'xyzzy' in its name"},
      {"author:\"dan xyzzy\"", "no author has 'xyzzy' in its name"},
      {"council:(NEAR leeds NEAR/3 sandwell)", "council: does not support NEAR"},
      {"headline:xyzzy", "did you mean title:?"},
      {"since:2018 xyzzy", "did you mean after:?"},
      {"topic:houses", "did you mean housing"},
      {"topic:zebras", "known values are childrens-services, education, "},
      {"kind:parish", "known values are "},
      {"region:x", "no region is called 'x'; known values are "},
      {"NOT xyzzy", "NOT xyzzy was ignored: nothing matches xyzzy"},
      {"-council:atlantis", "no council is called 'atlantis'"},
  }));
  CAPTURE(row.query);
  SmallArchive archive = make_archive();
  const auto found = archive.ask(row.query);
  CHECK(found.titles.empty());
  std::string all;
  for (const std::string& warning : found.warnings) all += warning + "\n";
  CHECK_THAT(all, Catch::Matchers::ContainsSubstring(row.advice));
}

TEST_CASE("exclusions remove only what they match") {
  SmallArchive archive = make_archive();
  CHECK(archive.titles("meeting -date:2018 -title:cardiff") == Titles{"cumberland two", "cumbria old one"});
  CHECK(archive.titles("NOT (date:2018 OR title:cardiff)") == Titles{"cumbria old one", "cumberland two"});
  CHECK(archive.titles("-date:2018 -title:cardiff") == Titles{"cumbria old one", "cumberland two"});
  CHECK(archive.titles("title:sandwell OR -title:one -title:sandwell -title:four") ==
        Titles{"sandwell", "cumberland two"});
  CHECK(archive.titles("title:sandwell OR -xyzzy") == Titles{"sandwell"});
}

TEST_CASE("a space after the colon is accepted") {
  SmallArchive archive = make_archive();
  const auto found = archive.ask("council: king's lynn");
  CHECK(found.titles == Titles{"lynn one"});
  CHECK(found.warnings.size() == 1);
  CHECK(archive.ask("Council: meeting told").titles.empty());
}

TEST_CASE("plain words that name a council or a date, or are also written as one word") {
  SmallArchive archive = make_archive();
  archive.add("holes", "A pot had holes in it, it was said at length.");
  archive.add("potholes", "Several potholes were counted in 2018.");
  archive.add("year", "The year 2018 was named.");
  archive.add("short", "A s114 notice was served.");
  archive.add("dotted", "A S.114 notice was served.");
  archive.add("long", "A section 114 notice was served.");
  archive.add("notice", "A section of a notice was served.");
  struct Case {
    const char* query;
    const char* read_as;
    Titles titles;
  };
  const Case row = GENERATE(values<Case>({
      {"Sandwell's meeting", "Sandwell's (the council Sandwell) AND meeting", {"sandwell"}},
      {"meeting 2018", "meeting AND 2018 (also published in 2018)", {"sandwell", "lynn one"}},
      {"January 2018", "January 2018 (also published in January 2018)", {"sandwell"}},
      {"meeting 1 March 2018", "meeting AND 1 March 2018 (also published on 2018-03-01)", {"lynn one"}},
      {"2018", "2018 (also published in 2018)", {"year", "potholes", "sandwell", "lynn one"}},
      {"1999", "1999", {}},
      {"pot holes", "pot holes (also as potholes)", {"holes", "potholes"}},
      {"holes pot", "holes AND pot", {"holes"}},
      {"s114 served", "s114 (also as s 114, section 114) AND served", {"short", "dotted", "long"}},
      {"section 114 served", "section 114 (also as s114, s 114) AND served", {"short", "dotted", "long"}},
      {"\"a section 114 notice\"", "\"a section 114 notice\" (also as s114, s 114)", {"short", "dotted", "long"}},
      {"title:s114", "title:s114 (also as s 114, section 114)", {}},
      {"served -s114", "served AND NOT s114 (also as s 114, section 114)", {"notice"}},
      {"s114 OR pot", "s114 (also as s 114, section 114) OR pot", {"short", "dotted", "long", "holes"}},
      {"114 notices", "114 AND notices", {"dotted", "long"}},
      {"s115", "s115", {}},
  }));
  CAPTURE(row.query);
  const auto found = archive.ask(row.query);
  CHECK(found.read_as == row.read_as);
  Titles titles = found.titles;
  Titles wanted = row.titles;
  std::sort(titles.begin(), titles.end());
  std::sort(wanted.begin(), wanted.end());
  CHECK(titles == wanted);
  CHECK(archive.titles("2018").front() == "sandwell");  // published then rather than named once
  // Where any word is enough, a date does not match articles that are only of that date.
  CHECK(archive.ask("length 2018", true).titles.size() == 3);
  // Other spellings match articles spelled so, if only partial matches exist.
  CHECK(archive.ask_coordinated("s114 xyzzy").titles.size() == 3);
  CHECK(archive.ask_coordinated("s114-notice").titles.size() == 4);
}

TEST_CASE("stop words are optional beside other words") {
  SmallArchive archive;
  archive.add("short", "A trust.");
  archive.add("long", "What was said of the trust.");
  CHECK(archive.titles("what was said of the trust?") == Titles{"long", "short"});
  CHECK(archive.titles("\"of the trust\"") == Titles{"long"});
  CHECK(archive.titles("what was of") == Titles{"long"});
  CHECK(archive.titles("of the -trust").empty());
}
