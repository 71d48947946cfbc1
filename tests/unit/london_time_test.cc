#include "common/text/london_time.h"

#include "common/text/time_zones.h"
#include "common/text/timestamp.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

/// The changes of London's clocks from 1968 to 2029 in the IANA time zone database, forward and back in turn.
// clang-format off
constexpr const char* kChanges[] = {
    "1968-02-18T02:00:00Z", "1971-10-31T02:00:00Z", "1972-03-19T02:00:00Z", "1972-10-29T02:00:00Z",
    "1973-03-18T02:00:00Z", "1973-10-28T02:00:00Z", "1974-03-17T02:00:00Z", "1974-10-27T02:00:00Z",
    "1975-03-16T02:00:00Z", "1975-10-26T02:00:00Z", "1976-03-21T02:00:00Z", "1976-10-24T02:00:00Z",
    "1977-03-20T02:00:00Z", "1977-10-23T02:00:00Z", "1978-03-19T02:00:00Z", "1978-10-29T02:00:00Z",
    "1979-03-18T02:00:00Z", "1979-10-28T02:00:00Z", "1980-03-16T02:00:00Z", "1980-10-26T02:00:00Z",
    "1981-03-29T01:00:00Z", "1981-10-25T01:00:00Z", "1982-03-28T01:00:00Z", "1982-10-24T01:00:00Z",
    "1983-03-27T01:00:00Z", "1983-10-23T01:00:00Z", "1984-03-25T01:00:00Z", "1984-10-28T01:00:00Z",
    "1985-03-31T01:00:00Z", "1985-10-27T01:00:00Z", "1986-03-30T01:00:00Z", "1986-10-26T01:00:00Z",
    "1987-03-29T01:00:00Z", "1987-10-25T01:00:00Z", "1988-03-27T01:00:00Z", "1988-10-23T01:00:00Z",
    "1989-03-26T01:00:00Z", "1989-10-29T01:00:00Z", "1990-03-25T01:00:00Z", "1990-10-28T01:00:00Z",
    "1991-03-31T01:00:00Z", "1991-10-27T01:00:00Z", "1992-03-29T01:00:00Z", "1992-10-25T01:00:00Z",
    "1993-03-28T01:00:00Z", "1993-10-24T01:00:00Z", "1994-03-27T01:00:00Z", "1994-10-23T01:00:00Z",
    "1995-03-26T01:00:00Z", "1995-10-22T01:00:00Z", "1996-03-31T01:00:00Z", "1996-10-27T01:00:00Z",
    "1997-03-30T01:00:00Z", "1997-10-26T01:00:00Z", "1998-03-29T01:00:00Z", "1998-10-25T01:00:00Z",
    "1999-03-28T01:00:00Z", "1999-10-31T01:00:00Z", "2000-03-26T01:00:00Z", "2000-10-29T01:00:00Z",
    "2001-03-25T01:00:00Z", "2001-10-28T01:00:00Z", "2002-03-31T01:00:00Z", "2002-10-27T01:00:00Z",
    "2003-03-30T01:00:00Z", "2003-10-26T01:00:00Z", "2004-03-28T01:00:00Z", "2004-10-31T01:00:00Z",
    "2005-03-27T01:00:00Z", "2005-10-30T01:00:00Z", "2006-03-26T01:00:00Z", "2006-10-29T01:00:00Z",
    "2007-03-25T01:00:00Z", "2007-10-28T01:00:00Z", "2008-03-30T01:00:00Z", "2008-10-26T01:00:00Z",
    "2009-03-29T01:00:00Z", "2009-10-25T01:00:00Z", "2010-03-28T01:00:00Z", "2010-10-31T01:00:00Z",
    "2011-03-27T01:00:00Z", "2011-10-30T01:00:00Z", "2012-03-25T01:00:00Z", "2012-10-28T01:00:00Z",
    "2013-03-31T01:00:00Z", "2013-10-27T01:00:00Z", "2014-03-30T01:00:00Z", "2014-10-26T01:00:00Z",
    "2015-03-29T01:00:00Z", "2015-10-25T01:00:00Z", "2016-03-27T01:00:00Z", "2016-10-30T01:00:00Z",
    "2017-03-26T01:00:00Z", "2017-10-29T01:00:00Z", "2018-03-25T01:00:00Z", "2018-10-28T01:00:00Z",
    "2019-03-31T01:00:00Z", "2019-10-27T01:00:00Z", "2020-03-29T01:00:00Z", "2020-10-25T01:00:00Z",
    "2021-03-28T01:00:00Z", "2021-10-31T01:00:00Z", "2022-03-27T01:00:00Z", "2022-10-30T01:00:00Z",
    "2023-03-26T01:00:00Z", "2023-10-29T01:00:00Z", "2024-03-31T01:00:00Z", "2024-10-27T01:00:00Z",
    "2025-03-30T01:00:00Z", "2025-10-26T01:00:00Z", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z",
    "2027-03-28T01:00:00Z", "2027-10-31T01:00:00Z", "2028-03-26T01:00:00Z", "2028-10-29T01:00:00Z",
    "2029-03-25T01:00:00Z", "2029-10-28T01:00:00Z",
};
// clang-format on

}  // namespace

TEST_CASE("London's clocks change when the law says") {
  int before = 0;
  for (const char* change : kChanges) {
    CAPTURE(change);
    const std::int64_t seconds = parse_timestamp(change)->seconds;
    CHECK(london_offset(seconds - 1) == before);
    before = 3600 - before;
    CHECK(london_offset(seconds) == before);
  }
}

TEST_CASE("a day begins at midnight in London") {
  CHECK(start_of_day({2021, 6, 1}) == parse_timestamp("2021-05-31T23:00:00Z")->seconds);
  CHECK(start_of_day({2021, 12, 1}) == parse_timestamp("2021-12-01T00:00:00Z")->seconds);
  CHECK(start_of_day({2021, 3, 28}) == parse_timestamp("2021-03-28T00:00:00Z")->seconds);
  CHECK(start_of_day({2021, 10, 31}) == parse_timestamp("2021-10-30T23:00:00Z")->seconds);
}

TEST_CASE("the clocks of zones through the year") {
  struct Case {
    const char* zone;
    const char* shows;  ///< what its clock shows, as if it were UTC
    int minutes;        ///< ahead of UTC
  };
  const Case row = GENERATE(values<Case>({
      {"Europe/London", "1985-03-31T00:30:00Z", 0},
      {"Europe/London", "1985-03-31T02:30:00Z", 60},
      {"Europe/London", "1970-01-15T12:00:00Z", 60},
      {"Europe/London", "1994-10-23T01:30:00Z", 60},
      {"Europe/London", "1994-10-23T02:30:00Z", 0},
      {"Europe/Dublin", "2021-06-01T10:00:00Z", 60},
      {"Australia/Sydney", "2021-01-15T10:00:00Z", 660},
      {"Australia/Sydney", "2021-06-01T10:00:00Z", 600},
      {"Australia/Sydney", "2021-10-02T23:00:00Z", 600},
      {"Australia/Sydney", "2021-11-07T00:00:00Z", 660},
      {"Pacific/Auckland", "2021-01-15T10:00:00Z", 780},
      {"Pacific/Auckland", "2021-06-01T10:00:00Z", 720},
      {"Pacific/Auckland", "2021-10-02T23:00:00Z", 780},
      {"America/New_York", "2021-03-14T04:00:00Z", -240},
      {"America/New_York", "2021-11-07T00:00:00Z", -240},
      {"America/New_York", "2021-11-07T03:00:00Z", -300},
      {"PT", "2021-01-15T10:00:00Z", -480},
      {"PT", "2021-06-01T10:00:00Z", -420},
  }));
  CAPTURE(row.zone, row.shows);
  CHECK(zone_offset(row.zone, parse_timestamp(row.shows)->seconds) == row.minutes * 60);
}

TEST_CASE("names of zones are known, ambiguous or unknown") {
  CHECK(zone_kind("GMT") == ZoneKind::utc);
  CHECK(zone_kind("British Summer Time") == ZoneKind::local);
  CHECK(zone_kind("Europe/London") == ZoneKind::local);
  CHECK(zone_kind("IST") == ZoneKind::ambiguous);
  CHECK(zone_kind("A") == ZoneKind::unknown);
  CHECK_FALSE(zone_offset("IST", 0));
}
