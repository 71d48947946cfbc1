#include "common/text/date_reading.h"

#include "tests/support/catch.h"

using namespace council_news;

namespace {

std::string written(std::optional<Timestamp> moment) { return moment ? format_timestamp(*moment) : "refused"; }

const Timestamp kTaken = at_day({2026, 11, 23});

}  // namespace

TEST_CASE("feed dates") {
  struct Case {
    const char* text;
    const char* read;
  };
  const Case row = GENERATE(values<Case>({
      // RFC 822 and its variants
      {"Mon, 29 Jan 2018 18:15:00 GMT", "2018-01-29T18:15:00Z"},
      {"Mon, 29 Jan 2018 18:15:00 Z", "2018-01-29T18:15:00Z"},
      {"Mon, 29 Jan 2018 18:15:00", "2018-01-29T18:15:00Z"},
      {"Mon, 29 Jan 2018 18:15 +0000", "2018-01-29T18:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 BST", "2018-07-12T17:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 +01:00", "2018-07-12T17:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 GMT+1", "2018-07-12T17:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 Europe/London", "2018-07-12T17:15:00Z"},
      {"Mon, 29 Jan 2018 18:15:00 Europe/London", "2018-01-29T18:15:00Z"},
      {"Sun, 28 Oct 2018 03:00:00 Europe/London", "2018-10-28T03:00:00Z"},
      {"Thu, 25 Feb 2016 00:00:00 Europe/Brussels", "2016-02-24T23:00:00Z"},
      {"Wed, 10 Feb 2021 22:46:00 EST", "2021-02-11T03:46:00Z"},
      {"Mon, 29 Jan 18 18:15:00 UT", "2018-01-29T18:15:00Z"},
      {"Fri,24 Nov 2023 18:28:36 -0000", "2023-11-24T18:28:36Z"},
      {"Mon, 13 Feb, 2012 06:28:00 UTC", "2012-02-13T06:28:00Z"},
      {"Mon, 16th Nov 2020 13:16:28 GMT", "2020-11-16T13:16:28Z"},
      {"29-Jan-2018 18:15", "2018-01-29T18:15:00Z"},
      {"Mon, 29 Jan 2018 24:00:00 GMT", "2018-01-30T00:00:00Z"},
      // month before day
      {"Mon, May 25 2020", "2020-05-25"},
      {"Mon May 25 2020 10:00:00 GMT+0100 (British Summer Time)", "2020-05-25T09:00:00Z"},
      {"Sun Jul 15 01:16:00 +0000 2012", "2012-07-15T01:16:00Z"},
      {"Nov. 16, 2020, 10:57 a.m.", "2020-11-16T10:57:00Z"},
      {"Monday, October 6, 2023 - 16:29", "2023-10-06T16:29:00Z"},
      // only numbers: day first, unless that is impossible
      {"1/2/2018", "2018-02-01"},
      {"29/01/18 5:30 PM", "2018-01-29T17:30:00Z"},
      {"01/29/2018", "2018-01-29"},
      {"Tue, 01/02/2018 10:00", "2018-01-02T10:00:00Z"},
      {"Sat, 11 04 2020 08:51:49 +0100", "2020-04-11T07:51:49Z"},
      {"29.01.2018 17.30", "2018-01-29T17:30:00Z"},
      // ISO 8601 and RFC 3339
      {"2018-01-29T18:15:00+01:00", "2018-01-29T17:15:00Z"},
      {"2018-01-29T18:15+0000", "2018-01-29T18:15:00Z"},
      {"2018-01-29T18:15:00+01:00[Europe/Paris]", "2018-01-29T17:15:00Z"},
      {"2018-01-29 18:15:00.0", "2018-01-29T18:15:00Z"},
      {"2018-01-29T18:15:00.1234Z", "2018-01-29T18:15:00Z"},
      {"20180129T181500Z", "2018-01-29T18:15:00Z"},
      {"2018-01-29", "2018-01-29"},
      {"2018/1/29", "2018-01-29"},
      {"2018-01", "2018-01-01"},
      {"2018", "2018-01-01"},
      {"2018-01-29Z", "2018-01-29"},
      {"2020-11-08T16:20:00-05:00Z", "2020-11-08T21:20:00Z"},
      // other languages
      {"Lun, 29 Ion 2018 18:15:00 +0000", "2018-01-29T18:15:00Z"},
      {"Maw, 06 Maw 2018 18:15:00 +0000", "2018-03-06T18:15:00Z"},
      {"Mer, 06 Meh 2018 18:15:00 +0100", "2018-06-06T17:15:00Z"},
      {"ven., 03 juil. 2020 15:09:58 +0000", "2020-07-03T15:09:58Z"},
      {"mar., 03 mars 2020 15:09:58 +0000", "2020-03-03T15:09:58Z"},
      {"Do, 29 Mär 2018 00:00:00 +0200", "2018-03-28T22:00:00Z"},
      {"Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"},
      {"1517249700", "2018-01-29T18:15:00Z"},
      {" \n Mon, 29 Jan 2018\n18:15:00 GMT ", "2018-01-29T18:15:00Z"},
      // zones of the world
      {"Thu, 12 Jul 2018 18:15:00 PT", "2018-07-13T01:15:00Z"},
      {"Mon, 29 Jan 2018 18:15:00 Pacific Time", "2018-01-30T02:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 Eastern Daylight Time", "2018-07-12T22:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 SGT", "2018-07-12T10:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 India Standard Time", "2018-07-12T12:45:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 GMT Daylight Time", "2018-07-12T17:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 GMT Standard Time", "2018-07-12T17:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 W. Europe Standard Time", "2018-07-12T16:15:00Z"},
      {"Thu Jul 12 18:15:00 British Summer Time 2018", "2018-07-12T17:15:00Z"},
      {"2018-07-12T18:15:00 Australia/Perth", "2018-07-12T10:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 +0100 Local Time", "2018-07-12T17:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 (BST)", "2018-07-12T17:15:00Z"},
      {"2018-07-12T18:15:00[Europe/London]", "2018-07-12T17:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 (GMT+01:00) London", "2018-07-12T17:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 EST5EDT", "2018-07-12T22:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 Etc/GMT-1", "2018-07-12T17:15:00Z"},
      {"Thu, 12 Jul 2018 18:15:00 GMT/BST", "2018-07-12T17:15:00Z"},
      // unknown zones keep the day
      {"Thu, 12 Jul 2018 18:15:00 (IST)", "2018-07-12"},
      {"Thu, 12 Jul 2018 18:15:00 IST Dublin", "2018-07-12"},
      {"Thu, 12 Jul 2018 18:15:00 XST6", "2018-07-12"},
      {"Thu, 12 Jul 2018 18:15:00 CST China", "2018-07-12"},
      {"Thu, 12 Jul 2018 18:15:00 XYZ", "2018-07-12"},
      {"Thu, 12 Jul 2018 18:15:00 IST", "2018-07-12"},
      {"Thu, 12 Jul 2018 18:15:00 A", "2018-07-12"},
      {"Thu, 12 Jul 2018 18:15 Mars/Utopia_Planitia", "2018-07-12"},
      {"Thu Jul 12 18:15:00 XYZT 2018", "2018-07-12"},
      {"Thu, 12 Jul 2018 18:15:00 Local Time (Town Hall)", "2018-07-12"},
      // must not be guessed
      {"Thu, 12 Jul 2018 18:15:00 IST 5", "refused"},
      {"Thu, 12 Jul 2018 18:15:00 +99:99", "refused"},
      {"Thu, 12 Jul 2018 18:15:00 +zz:00", "refused"},
      {"Thu, 12 Jul 2018 25:15:00 GMT", "refused"},
      {"31 February 2018", "refused"},
      {"Sun, 16 zzz 2012 11:47:32 GMT", "refused"},
      {"2013-01-27-01", "refused"},
      {"0001-01-01T00:00:00Z", "refused"},
      {"0000-00-00 00:00:00", "refused"},
      {"29 January", "refused"},
      {"Invalid Date", "refused"},
      {"yesterday", "refused"},
      {"", "refused"},
  }));
  CAPTURE(row.text);
  CHECK(written(parse_feed_date(row.text)) == row.read);
}

TEST_CASE("the day of the capture decides what two-digit numbers mean") {
  CHECK(written(parse_feed_date("18-01-29", kTaken)) == "2018-01-29");
  CHECK(written(parse_feed_date("29-01-18", kTaken)) == "2018-01-29");
  CHECK(written(parse_feed_date("10-12-26", kTaken)) == "2026-12-10");
}

TEST_CASE("the precision of a date is that of its text") {
  CHECK(parse_feed_date("29 January 2018")->precision == Precision::day);
  CHECK(parse_feed_date("29 January 2018 18:15")->precision == Precision::minute);
  CHECK(parse_feed_date("29 January 2018 18:15:00")->precision == Precision::second);
  CHECK(parse_page_date("29 January 2018 at 5pm")->precision == Precision::minute);
}

TEST_CASE("page dates") {
  struct Case {
    const char* text;
    const char* read;
  };
  const Case row = GENERATE(values<Case>({
      {"29 January 2018", "2018-01-29"},
      {"January 29, 2018", "2018-01-29"},
      {"29/01/2018", "2018-01-29"},
      {"Mon 29th Jan 2018 5.30pm", "2018-01-29T17:30:00Z"},
      {"2018-01-29T18:15+0000", "2018-01-29T18:15:00Z"},
      {"Published: Monday 29 January, 2018, 17:30 GMT", "2018-01-29T17:30:00Z"},
      {"Posted on 29th of January 2018 by Ann Smith", "2018-01-29"},
      {"By William Eichler29 January 2018", "2018-01-29"},
      {"29 January 2018. 10.50 per cent of", "2018-01-29"},
      {"29 January 2018, 10.50", "2018-01-29T10:50:00Z"},
      {"29.01.18 at 9am", "2018-01-29T09:00:00Z"},
      {"12 October 2018 at 12 noon", "2018-10-12T12:00:00Z"},
      {"12.15 a.m. on 12 October 2018", "2018-10-12T00:15:00Z"},
      {"29 Ionawr 2018", "2018-01-29"},
      {"Dydd Mawrth 6 Mawrth 2018", "2018-03-06"},
      {"1af o Fawrth 2018", "2018-03-01"},
      {"20 an t-Sultain 2018", "refused"},
      {"3 Samhain 2018", "2018-11-03"},
      {"29 January 2018 10:00-12:00", "2018-01-29T10:00:00Z"},
      {"Meeting of 29 Jan 18 18:15", "2018-01-29T18:15:00Z"},
      {"3 March", "2026-03-03"},
      {"24 November", "2025-11-24"},
      {"29 February", "2024-02-29"},
      {"12 may attend", "refused"},
      {"192.168.10.12", "refused"},
      {"1 to 3 of 2018", "refused"},
      {"2018", "refused"},
      {"1517249700", "refused"},
      {"no date at all", "refused"},
  }));
  CAPTURE(row.text);
  CHECK(written(parse_page_date(row.text, kTaken)) == row.read);
}

TEST_CASE("the day is the one written, unless that is of UTC") {
  struct Case {
    const char* text;
    const char* day;
  };
  const Case row = GENERATE(values<Case>({
      {"Tue, 01 Jun 2021 00:30:00 BST", "2021-06-01"},
      {"Tue, 01 Jun 2021 00:30:00 +0100", "2021-06-01"},
      {"2021-06-01T00:01:00+01:00", "2021-06-01"},
      {"Mon, 31 May 2021 20:00 -0500", "2021-05-31"},
      {"Mon, 31 May 2021 20:00:00 EST", "2021-05-31"},
      {"Tue, 01 Jun 2021 08:00:00 AEST", "2021-06-01"},
      {"Tue, 01 Jun 2021 00:30:00 GMT+0100 (British Summer Time)", "2021-06-01"},
      {"Mon, 31 May 2021 24:00:00 +0100", "2021-06-01"},
      {"Tue, 01 Jun 2021 00:30:00 IST", "2021-06-01"},
      {"Mon, 31 May 2021 23:05:00 +0000", "2021-06-01"},
      {"Mon, 31 May 2021 23:05:00 -0000", "2021-06-01"},
      {"Mon, 31 May 2021 23:05:00 GMT", "2021-06-01"},
      {"2021-05-31T23:05:00Z", "2021-06-01"},
      {"2021-05-31T23:05:00", "2021-06-01"},
      {"Tue, 30 Nov 2021 23:05:00 GMT", "2021-11-30"},
  }));
  CAPTURE(row.text);
  for (const auto& read : {parse_feed_date(row.text), parse_page_date(row.text)}) {
    REQUIRE(read);
    CHECK(written(at_day(day_of(*read))) == row.day);
  }
  CHECK(day_of(*parse_feed_date("1622502300")) == Day{2021, 6, 1});
  CHECK(day_of(*parse_page_date("Published 31 May 2021 at 11.05pm")) == Day{2021, 5, 31});
}

TEST_CASE("the name of an unknown zone is told") {
  CHECK(find_feed_date("Tue, 01 Jun 2021 10:00:00 IST")->unknown_zone == "IST");
  CHECK(find_feed_date("Tue, 01 Jun 2021 10:00:00 IST Dublin")->unknown_zone == "IST Dublin");
  CHECK(find_feed_date("Tue, 01 Jun 2021 10:00:00 Town Hall Time")->unknown_zone == "Town Hall Time");
  CHECK(find_feed_date("Tue, 01 Jun 2021 10:00:00 BST")->unknown_zone.empty());
  CHECK(find_feed_date("Tue, 01 Jun 2021 10:00:00 GMT+0530 (IST)")->unknown_zone.empty());
  CHECK(find_page_date("Published 1 June 2021 10:00 IST by Ann Smith")->unknown_zone == "IST");
  CHECK(find_page_date("2021-06-01 10:00:00 XYZT")->unknown_zone == "XYZT");
  CHECK(find_page_date("1 June 2021 10:00 Ann Smith")->unknown_zone.empty());
  CHECK(unknown_zone_warning("IST") == "the time zone “IST” is not known; only the day was kept");
}

TEST_CASE("words of a page are no zones") {
  const char* text = GENERATE("1 June 2021 10:00 met residents", "1 June 2021 10:00 et al", "1 June 2021 at 10am, art",
                              "1 June 2021 10:00 west Street", "1 June 2021 10:00 a meeting");
  CAPTURE(text);
  CHECK(written(parse_page_date(text)) == "2021-06-01T10:00:00Z");
}

TEST_CASE("a page date is found with all its parts") {
  const std::string_view text = "William Eichler | Mon 29 January 2018 17:30 GMT | Councils";
  const auto found = find_page_date(text);
  REQUIRE(found);
  CHECK(text.substr(found->begin, found->end - found->begin) == "Mon 29 January 2018 17:30 GMT");
  CHECK_FALSE(find_page_date("3 March"));
}
