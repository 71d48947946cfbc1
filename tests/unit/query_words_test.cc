// A word, however typed, in the text, in the query, alone and in a phrase.

#include "tests/support/catch.h"
#include "tests/support/small_archive.h"

using namespace council_news;

namespace {

struct Spelling {
  const char* group;  ///< all of one group mean the same
  const char* text;
};

constexpr Spelling kSpellings[] = {
    {"apostrophe", "Children's Trust"},
    {"apostrophe", "Children’s Trust"},
    {"apostrophe", "Children‘s Trust"},
    {"apostrophe", "Childrenʼs Trust"},
    {"apostrophe", "Children´s Trust"},
    {"apostrophe", "Children`s Trust"},
    {"apostrophe", "Children′s Trust"},
    {"apostrophe", "Children‛s Trust"},
    {"apostrophe", "Children＇s Trust"},
    {"apostrophe", "Children&#39;s Trust"},
    {"apostrophe", "Children&rsquo;s Trust"},
    {"apostrophe", "Childrens Trust"},
    {"apostrophe", "CHILDREN’S TRUST"},
    {"apostrophe", "Chil\u00ADdren’s Trust"},
    {"apostrophe", "Child\u200Bren's\u00A0Trust"},
    {"dash", "Re-inspection report"},
    {"dash", "Re‐inspection report"},
    {"dash", "Re‑inspection report"},
    {"dash", "Re‒inspection report"},
    {"dash", "Re–inspection report"},
    {"dash", "Re−inspection report"},
    {"dash", "Re—inspection report"},
    {"dash", "RE-INSPECTION REPORT"},
    {"dash", "Reinspection report"},
    {"dash", "Re-inspec\u00ADtion report"},
    {"middle", "the co-operative society"},
    {"middle", "the cooperative society"},
    {"middle", "The Co–operative Society"},
    {"two", "a well-run co-operative body"},
    {"two", "a wellrun cooperative body"},
    {"ampersand", "Barking & Dagenham"},
    {"ampersand", "Barking and Dagenham"},
    {"ampersand", "Barking&Dagenham"},
    {"ampersand", "Barking &amp; Dagenham"},
    {"ampersand", "BARKING & DAGENHAM"},
    {"accent", "Ynys Môn"},
    {"accent", "Ynys Mon"},
    {"accent", "Ynys Mo\u0302n"},
    {"accent", "YNYS MÔN"},
    {"accent", "Ynys-Môn"},
    {"letters", "R&D grant"},
    {"letters", "R & D grant"},
    {"letters", "R&amp;D grant"},
    {"thousands", "1,000 homes"},
    {"thousands", "1000 homes"},
    {"money", "£2.5m grant"},
    {"money", "£2.5M grant"},
    {"money", "2.5m grant"},
    {"money", "£2.5 million grant"},
    {"money", "£2.5 m grant"},
    {"billion", "£3bn plan"},
    {"billion", "£3 billion plan"},
    {"billion", "£3 bn plan"},
    {"half", "£500k bid"},
    {"half", "£500,000 bid"},
    {"half", "£500 k bid"},
    {"percent", "4.99% rise"},
    {"percent", "4.99 % rise"},
    {"percent", "4.99 per cent rise"},
    {"percent", "4.99 percent rise"},
    {"percent", "4.99pc rise"},
    {"covid", "Covid-19 tests"},
    {"covid", "COVID19 tests"},
    {"covid", "covid 19 tests"},
    {"covid", "Covid‑19 tests"},
    {"speed", "20mph zone"},
    {"speed", "20 mph zone"},
    {"speed", "20-mph zone"},
    {"motorway", "M25 lane"},
    {"motorway", "M 25 lane"},
    {"clock", "7.30pm start"},
    {"clock", "7.30 pm start"},
    {"road", "A1M works"},
    {"road", "A1 (M) works"},
    {"notice", "S114 notice"},
    {"notice", "s114 notice"},
    {"notice", "S 114 notice"},
    {"notice", "S-114 notice"},
    {"notice", "Section 114 notice"},
    {"mail", "e-mail list"},
    {"mail", "email list"},
    {"mail", "E‑mail list"},
    {"turn", "U-turn seen"},
    {"turn", "U–turn seen"},
    {"care", "24/7 care"},
    {"care", "24-7 care"},
    {"date", "9/11 day"},
    {"ordinal", "21st place"},
    {"ordinal", "21ST place"},
    {"store", "C&A store"},
    {"store", "C & A store"},
    {"evening", "Q&A evening"},
    {"evening", "Q and A evening"},
    {"number", "No. 10 aide"},
    {"number", "No 10 aide"},
    {"ligature", "ﬁnance oﬃce"},
    {"ligature", "finance office"},
    {"wide", "ＦＵＬＬ　ｗｉｄｅ"},
    {"wide", "full wide"},
    {"saint", "St. Albans hall"},
    {"saint", "St Albans hall"},
    {"road", "A1(M) works"},
    {"road", "a1(m) works"},
    {"notice", "S.114 notice"},
    {"notice", "s.114 notice"},
    {"capitals", "SEND review"},
    {"capitals", "Send review"},
    {"years", "2018-19 budget"},
    {"years", "2018–19 budget"},
    {"years", "2018/19 budget"},
    {"plural", "councils’ powers"},
    {"plural", "councils' powers"},
    {"plural", "councils powers"},
};

bool has(const std::vector<std::string>& titles, const std::string& title) {
  return std::find(titles.begin(), titles.end(), title) != titles.end();
}

}  // namespace

TEST_CASE("a text is found however it and the query are typed") {
  SmallArchive archive;
  for (const Spelling& spelling : kSpellings)
    archive.add(spelling.text, "It was said of " + std::string(spelling.text) + " on Monday.");
  for (const Spelling& asked : kSpellings) {
    const std::string text = asked.text;
    for (const std::string& query : {text, "\"" + text + "\"", "“" + text + "”", "title:\"" + text + "\""}) {
      const std::vector<std::string> titles = archive.titles(query);
      for (const Spelling& spelling : kSpellings) {
        CAPTURE(query, spelling.text);
        CHECK(has(titles, spelling.text) == (std::string_view(spelling.group) == asked.group));
      }
    }
    const std::vector<std::string> plain = archive.ask_plain(text, false).titles;
    for (const Spelling& spelling : kSpellings) {
      CAPTURE(text, spelling.text);
      CHECK(has(plain, spelling.text) == (std::string_view(spelling.group) == asked.group));
    }
  }
}

TEST_CASE("a phrase is found with other words, with or without hyphens") {
  SmallArchive archive;
  archive.add("hyphens", "Members of the well-known co-operative society of Leeds met again on a re-opened site.");
  const char* query =
      GENERATE("\"cooperative society\"", "\"co-operative society\"", "\"co operative society\"", "\"the wellknown\"",
               "\"members of the wellknown cooperative society of leeds met\"", "\"wellknown cooperative society\"",
               "\"on a reopened site\"", "\"re-opened site\"", "\"society of Leeds met again on a re opened site\"");
  CAPTURE(query);
  CHECK(archive.titles(query).size() == 1);
}

TEST_CASE("words of different texts do not form a phrase") {
  SmallArchive archive;
  archive.add("The end", "Begins here co-operative. A re-opened site");
  const char* query = GENERATE("\"end begins\"", "\"site begins\"", "\"here cooperative reopened\"",
                               "\"operative begins\"", "\"cooperative site\"");
  CAPTURE(query);
  CHECK(archive.titles(query).empty());
}

TEST_CASE("hyphens are optional in exclusions, alternatives and any-word queries too") {
  SmallArchive archive;
  archive.add("joined", "The reinspection of a cooperative society was long.");
  archive.add("hyphens", "The re-inspection of a co-operative society was long.");
  archive.add("neither", "The inspection of a society was long.");
  using Titles = std::vector<std::string>;
  CHECK(archive.titles("society -re-inspection") == Titles{"neither"});
  CHECK(archive.titles("society -reinspection") == Titles{"neither"});
  CHECK(archive.titles("society -\"co-operative society\"") == Titles{"neither"});
  CHECK(archive.titles("(\"co-operative society\" OR xyzzy) re-inspection long").size() == 2);
  CHECK(archive.titles("NOT re-inspection") == Titles{"neither"});
  CHECK(archive.ask("\"co-operative society\" xyzzy", true).titles.size() == 2);
  CHECK(archive.ask_plain("re-inspection", true).titles.front() == "hyphens");
}
