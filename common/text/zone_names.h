#pragma once

#include <cstdint>
#include <string_view>

namespace council_news {

/// How the clocks of a zone run through the year.
enum class Clock : std::uint8_t {
  ambiguous,    ///< the name means several zones: its clocks are not known
  utc,          ///< names UTC itself
  fixed,        ///< the same offset all year
  london,       ///< London's own history (london_time.h)
  europe,       ///< Directive 2000/84/EC; the same since 1996
  america,      ///< Energy Policy Act of 2005
  australia,    ///< New South Wales, Victoria and South Australia since 2008
  new_zealand,  ///< New Zealand Daylight Time Order 2007
};

struct Zone {
  std::string_view name;  ///< lower case; words separated by one space, without dots
  int minutes = 0;        ///< ahead of UTC in winter
  Clock clock = Clock::ambiguous;
};

/// The zone called `name` (lower case), or nullptr. Knows the names of RFC 822, the usual abbreviations and long names,
/// the IANA names of the places that publish in English or near them, and those of Windows that are not abbreviations
/// spelt out (`Eastern Standard Time` is EST, also in summer).
const Zone* find_zone(std::string_view name);

}  // namespace council_news
