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
  CHECK(day_of({-1, Precision::second}) == Day{1969, 12, 31});
}
