#include <iterator>
#include <string>
#include <string_view>

#include "common/text/date_parts.h"
#include "common/text/time_zones.h"

namespace council_news {
namespace {

constexpr int kMaxZoneHours = 14;  // Line Islands; the minimum is -12

/// `New Zealand Daylight Time`, `W. Europe Standard Time`
constexpr std::size_t kMaxZoneWords = 4;

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

/// The name of a zone: its kind, its tokens and its words.
struct ZoneName {
  ZoneKind kind = ZoneKind::unknown;
  std::size_t length = 0;
  std::string words;
};

/// Whether a word of a page may be an abbreviation that is also a word: `5pm, MT`, but not `5pm met` or `5pm, Art`.
bool may_abbreviate(const DateToken& word, ZoneKind kind) {
  const bool familiar = kind == ZoneKind::utc || word.is_word("bst");
  return familiar || word.capitals || word.word.find('/') != std::string::npos;
}

/// The tokens of one word of a zone's name at `ahead`, which may have digits within (`EST5EDT`) or a dot after it; 0 if
/// there is none.
std::size_t zone_word_at(const DateScan& scan, std::size_t ahead, std::string& word) {
  if (scan.at(ahead).kind != DateToken::Kind::word) return 0;
  word = scan.at(ahead).word;
  std::size_t length = 1;
  if (const DateToken& digits = scan.at(ahead + 1); digits.is_number(1, 2) && !digits.spaced) {
    word += std::to_string(digits.value);
    ++length;
    const DateToken& rest = scan.at(ahead + 2);
    if (rest.kind != DateToken::Kind::word || rest.spaced) return length;
    word += rest.word;
    ++length;
  }
  return scan.at(ahead + length).is_sign('.') ? length + 1 : length;
}

/// The longest known name of a zone at `ahead`; its length is 0 if there is none.
ZoneName zone_name_at(const DateScan& scan, std::size_t ahead) {
  ZoneName found;
  std::string words;
  std::string word;
  std::size_t length = 0;
  for (std::size_t count = 1; count <= kMaxZoneWords; ++count) {
    const std::size_t more = zone_word_at(scan, ahead + length, word);
    if (more == 0) break;
    words += (count == 1 ? "" : " ") + word;
    length += more;
    const ZoneKind kind = zone_kind(words);
    const bool plausible = count > 1 || scan.style == DateStyle::feed || may_abbreviate(scan.at(ahead), kind);
    const bool has_dot = scan.at(ahead + length - 1).is_sign('.');
    if (kind != ZoneKind::unknown && plausible) found = {kind, has_dot ? length - 1 : length, words};
  }
  return found;
}

/// Whether the text after two numbers makes them a quantity: `29 January. 10.50 per cent`.
bool counts_something(const DateScan& scan, std::size_t ahead) {
  const DateToken& next = scan.at(ahead);
  return scan.style == DateStyle::page && next.kind == DateToken::Kind::word && zone_name_at(scan, ahead).length == 0 &&
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

void set_unknown_zone(DateScan& scan, std::size_t length) {
  if (scan.parts.unknown_zone_end == 0) scan.parts.unknown_zone = scan.at().begin;
  scan.parts.unknown_zone_end = scan.at(length - 1).finish;
  scan.pos += length;
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

/// `GMT`, `BST`, `Europe/London`, `British Summer Time`, `GMT+01:00`. After an offset a zone name only repeats it.
bool read_zone_name(DateScan& scan) {
  if (!(scan.parts.hour || (scan.parts.day && (scan.style == DateStyle::feed || !scan.at().spaced)))) return false;
  if (!scan.parts.zone.empty() || scan.parts.unknown_zone_end > 0) return false;
  const ZoneName name = zone_name_at(scan, 0);
  if (name.length == 0) return false;
  const Offset offset = name.kind == ZoneKind::utc ? offset_at(scan, name.length) : Offset{};
  if (offset.length > 0 && !scan.parts.offset && scan.parts.hour) {
    scan.parts.zone = name.words;
    // POSIX, whose names these are, counts west of Greenwich.
    const bool inverted = name.words.starts_with("etc/");
    const char sign = scan.at(name.length).sign;
    set_offset(scan, !inverted ? sign : sign == '-' ? '+' : '-', offset, name.length + offset.length);
    return true;
  }
  if (name.kind == ZoneKind::ambiguous) {
    set_unknown_zone(scan, name.length);
  } else {
    scan.parts.zone = name.words;
    scan.pos += name.length;
  }
  return true;
}

}  // namespace

bool read_clock_part(DateScan& scan) { return read_time(scan) || read_offset(scan) || read_zone_name(scan); }

bool read_bracketed_zone(DateScan& scan) {
  const bool round = scan.at().is_sign('(');
  const DateParts before = scan.parts;
  const std::size_t begin = scan.pos++;
  const bool wanted = before.hour && !before.offset && before.zone.empty() && before.unknown_zone_end == 0;
  if (wanted && (read_zone_name(scan) || read_offset(scan)) && scan.at().is_sign(round ? ')' : ']')) {
    ++scan.pos;
    return true;
  }
  scan.parts = before;
  scan.pos = begin;
  return false;
}

bool read_unknown_zone(DateScan& scan) {
  const DateParts& parts = scan.parts;
  if (!parts.hour || (scan.style == DateStyle::page && !(parts.machine && scan.at().capitals))) return false;
  const std::size_t max_words = scan.style == DateStyle::feed ? kMaxZoneWords : 1;
  std::size_t length = 0;
  std::string word;
  for (std::size_t count = 0; count < max_words; ++count) length += zone_word_at(scan, length, word);
  const DateToken& next = scan.at(length);
  const bool ends = next.kind == DateToken::Kind::end || next.is_sign('(') || next.is_sign('[') ||
                    (!parts.year && next.is_number(4, 4));
  if (length == 0 || !ends) return false;
  set_unknown_zone(scan, length);
  return true;
}

}  // namespace council_news
