#include <iterator>
#include <string_view>

#include "common/text/date_parts.h"
#include "common/text/time_zones.h"

namespace council_news {
namespace {

constexpr int kMaxZoneHours = 14;  // Line Islands; the minimum is -12

struct HalfOfDay {
  std::string_view word;
  bool afternoon;
};

/// Words after an hour; the Welsh ones are `y bore`, `y prynhawn`, `yr hwyr`.
constexpr HalfOfDay kHalves[] = {{"am", false}, {"pm", true}, {"noon", true},
                                 {"yb", false}, {"yp", true}, {"yh", true}};

/// The half of the day that the tokens at `ahead` name, and their number; 0 if there is none.
struct HalfMark {
  std::size_t length = 0;
  bool afternoon = false;
};

HalfMark half_mark(const DateScan& scan, std::size_t ahead) {
  const DateToken& token = scan.at(ahead);
  for (const HalfOfDay& half : kHalves) {
    if (token.is_word(half.word)) return {1, half.afternoon};
  }
  if ((token.is_word("a") || token.is_word("p")) && scan.at(ahead + 1).is_sign('.') &&
      scan.at(ahead + 2).is_word("m")) {
    return {scan.at(ahead + 3).is_sign('.') ? std::size_t{4} : std::size_t{3}, token.word == "p"};
  }
  return {};
}

bool set_time(DateScan& scan, std::int64_t hour, std::int64_t minute, std::size_t length) {
  const HalfMark half = half_mark(scan, length);
  if (half.length > 0 && half.afternoon && hour < 12) hour += 12;
  if (half.length > 0 && !half.afternoon && hour == 12) hour = 0;
  if (hour > 24 || minute > 59 || hour < 0 || minute < 0) return false;
  scan.parts.hour = static_cast<int>(hour);
  scan.parts.minute = static_cast<int>(minute);
  scan.pos += length + half.length;
  return true;
}

/// `18:15`, `6:15 pm`, `18:15:00`, `18:15:00.123`
bool read_colon_time(DateScan& scan) {
  if (!scan.at().is_number(1, 2) || !scan.at(1).is_sign(':') || !scan.at(2).is_number(1, 2)) return false;
  std::size_t length = 3;
  std::optional<int> second;
  if (scan.at(3).is_sign(':') && scan.at(4).is_number(1, 2)) {
    second = static_cast<int>(scan.at(4).value);
    length = 5;
    const bool fraction = (scan.at(5).is_sign('.') || scan.at(5).is_sign(',')) && scan.at(6).is_number(1, 99) &&
                          !scan.at(5).spaced && !scan.at(6).spaced;
    if (fraction) length = 7;
  }
  if (second && *second > 60) return false;
  if (!set_time(scan, scan.at().value, scan.at(2).value, length)) return false;
  scan.parts.second = second;
  scan.parts.machine = scan.parts.machine || second.has_value();
  return true;
}

/// Whether the text after two numbers makes them a quantity: `29 January. 10.50 per cent`.
bool counts_something(const DateScan& scan, std::size_t ahead) {
  const DateToken& next = scan.at(ahead);
  return scan.style == DateStyle::page && next.kind == DateToken::Kind::word && !is_zone_name(next.word) &&
         !next.is_word("hrs") && !next.is_word("hours");
}

/// `5.30pm`, and after a date `17.30`; the French `17h30`.
bool read_dotted_time(DateScan& scan) {
  if (!scan.at().is_number(1, 2) || !(scan.at(1).is_sign('.') || scan.at(1).is_word("h"))) return false;
  if (!scan.at(2).is_number(2, 2) || scan.at(1).spaced || scan.at(2).spaced) return false;
  if (half_mark(scan, 3).length == 0 && (!scan.parts.day || scan.at(3).is_sign('.') || counts_something(scan, 3)))
    return false;
  return set_time(scan, scan.at().value, scan.at(2).value, 3);
}

/// `5pm`, `11 a.m.`
bool read_hour_alone(DateScan& scan) {
  if (!scan.at().is_number(1, 2) || half_mark(scan, 1).length == 0) return false;
  return set_time(scan, scan.at().value, 0, 1);
}

/// The `181500` of `20180129T181500Z`
bool read_compact_time(DateScan& scan) {
  if (scan.pos == 0 || !scan.tokens[scan.pos - 1].is_word("t") || scan.at().spaced) return false;
  const DateToken& number = scan.at();
  if (!number.is_number(4, 4) && !number.is_number(6, 6)) return false;
  const std::int64_t minutes = number.digits == 6 ? number.value / 100 : number.value;
  const std::int64_t seconds = number.value % 100;
  if (seconds > 60 || !set_time(scan, minutes / 100, minutes % 100, 1)) return false;
  if (number.digits == 6) scan.parts.second = static_cast<int>(seconds);
  return true;
}

bool read_time(DateScan& scan) {
  if (scan.parts.hour) return false;
  return read_colon_time(scan) || read_dotted_time(scan) || read_hour_alone(scan) || read_compact_time(scan);
}

/// An offset from a sign and the number after it: hours, minutes and the number of tokens; 0 if it is not one.
struct Offset {
  std::size_t length = 0;
  bool colon = false;
  std::int64_t hours = 0;
  std::int64_t minutes = 0;
};

Offset offset_at(const DateScan& scan, std::size_t ahead) {
  const DateToken& sign = scan.at(ahead);
  const DateToken& number = scan.at(ahead + 1);
  if (!(sign.is_sign('+') || sign.is_sign('-')) || number.spaced) return {};
  if (number.is_number(4, 4)) return {2, false, number.value / 100, number.value % 100};
  if (!number.is_number(1, 2)) return {};
  if (scan.at(ahead + 2).is_sign(':') && scan.at(ahead + 3).is_number(2, 2)) {
    return {4, true, number.value, scan.at(ahead + 3).value};
  }
  return {2, false, number.value, 0};
}

void set_offset(DateScan& scan, char sign, const Offset& offset, std::size_t length) {
  scan.pos += length;
  if (offset.hours > kMaxZoneHours || offset.minutes > 59) {
    scan.parts.impossible = true;
    return;
  }
  const int seconds = static_cast<int>(offset.hours * 3600 + offset.minutes * 60);
  scan.parts.offset = sign == '-' ? -seconds : seconds;
}

/// `+01:00`, `-0500`, `+01`. In page dates `10:00-12:00` and `10:00 -12:00` are not offsets.
bool read_offset(DateScan& scan) {
  const Offset offset = offset_at(scan, 0);
  if (scan.parts.offset || offset.length == 0) return false;
  const bool four_digits = offset.length == 2 && scan.at(1).digits == 4;
  const bool after_date = scan.parts.day && !scan.parts.hour && offset.colon && !scan.at().spaced;
  const bool after_time = scan.parts.hour.has_value() && (scan.parts.machine || !scan.at().is_sign('-') || four_digits);
  if (!after_date && !(after_time && (four_digits || offset.colon || scan.at(1).digits == 2))) return false;
  set_offset(scan, scan.at().sign, offset, offset.length);
  return true;
}

bool is_utc(const DateToken& token) { return token.is_word("gmt") || token.is_word("utc") || token.is_word("ut"); }

/// `GMT`, `BST`, `Europe/London`, `GMT+01:00`. After an offset a zone name only repeats it.
bool read_zone_name(DateScan& scan) {
  const DateToken& name = scan.at();
  if (name.kind != DateToken::Kind::word || !is_zone_name(name.word)) return false;
  if (!scan.parts.zone.empty() || !(scan.parts.hour || scan.parts.day)) return false;
  const Offset offset = is_utc(name) ? offset_at(scan, 1) : Offset{};
  scan.parts.zone = name.word;
  if (offset.length > 0 && !scan.parts.offset && scan.parts.hour) {
    set_offset(scan, scan.at(1).sign, offset, 1 + offset.length);
  } else {
    ++scan.pos;
  }
  return true;
}

}  // namespace

bool read_clock_part(DateScan& scan) { return read_time(scan) || read_offset(scan) || read_zone_name(scan); }

}  // namespace council_news
