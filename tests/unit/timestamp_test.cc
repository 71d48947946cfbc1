#include "common/text/timestamp.h"

#include "tests/support/catch.h"

using namespace council_news;

TEST_CASE("timestamps in our own format") {
  struct Case {
    const char* text;
    const char* written;  ///< empty when the text is none
  };
  const Case row = GENERATE(values<Case>({
      {"2018-01-29", "2018-01-29"},
      {"2018-01-29T18:15:00Z", "2018-01-29T18:15:00Z"},
      {"2018-01-29T18:15Z", "2018-01-29T18:15:00Z"},
      {"2018-06-29T00:15:00+01:00", "2018-06-28T23:15:00Z"},
      {"2018-01-29T18:15:00.123Z", "2018-01-29T18:15:00Z"},
      {"2000-02-29", "2000-02-29"},
      {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"},
      {"2018-02-29", ""},
      {"2018-13-01", ""},
      {"2018-1-1", ""},
      {"2018-01-29T25:00:00Z", ""},
      {"2018-01-29T18:15:00", ""},
      {"2018-01-29T18:15:00+0100", ""},
      {"yesterday", ""},
      {"", ""},
  }));
  CAPTURE(row.text);
  const auto moment = parse_timestamp(row.text);
  CHECK((moment ? format_timestamp(*moment) : "") == row.written);
}

TEST_CASE("days and day numbers") {
  CHECK(days_from_epoch({1970, 1, 1}) == 0);
  CHECK(day_from_epoch(days_from_epoch({2024, 2, 29})) == Day{2024, 2, 29});
  CHECK(utc_day_of(-1) == Day{1969, 12, 31});
}

TEST_CASE("the day of a moment is the one that its source wrote, else London's") {
  struct Case {
    const char* text;
    const char* day;
  };
  const Case row = GENERATE(values<Case>({
      {"2021-06-01", "2021-06-01"},
      {"2021-05-31T22:59:59Z", "2021-05-31"},
      {"2021-05-31T23:00:00Z", "2021-06-01"},
      {"2021-05-31T23:05:00+00:00", "2021-06-01"},
      {"2021-11-30T23:59:59Z", "2021-11-30"},
      {"2021-06-01T00:01:00+01:00", "2021-06-01"},
      {"2021-05-31T20:00:00-05:00", "2021-05-31"},
      {"2021-06-01T08:00:00+13:00", "2021-06-01"},
      {"2021-03-28T00:30:00Z", "2021-03-28"},
      {"2021-10-30T23:30:00Z", "2021-10-31"},
      {"2021-10-31T23:30:00Z", "2021-10-31"},
  }));
  CAPTURE(row.text);
  CHECK(format_timestamp(at_day(day_of(*parse_timestamp(row.text)))) == row.day);
}

TEST_CASE("a moment takes only a day that it is somewhere") {
  const Timestamp moment = *parse_timestamp("2021-06-01T12:00:00Z");
  CHECK(day_of(with_day(moment, {2021, 6, 2})) == Day{2021, 6, 2});
  CHECK(day_of(with_day(moment, {2021, 5, 31})) == Day{2021, 5, 31});
  CHECK(with_day(moment, {2021, 6, 3}) == moment);
  CHECK(with_day(at_day({2021, 6, 1}), {2021, 6, 2}) == at_day({2021, 6, 1}));
}
