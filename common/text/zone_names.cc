#include "common/text/zone_names.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "common/text/split.h"

namespace council_news {
namespace {

/// Zones whose clocks run alike, by all their names.
struct Row {
  int minutes;  ///< ahead of UTC in winter
  Clock clock;
  std::string_view names;  ///< separated by bars
};

// BST is British Summer Time: Bangladesh and Bougainville do not publish British council news. EST, CST, MST and PST
// are those of RFC 822.
// clang-format off
constexpr Row kRows[] = {
    {0, Clock::utc,
     "z|zulu|ut|utc|gmt|etc/utc|etc/gmt|etc/universal|etc/zulu|greenwich mean time|"
     "coordinated universal time|universal time"},
    {0, Clock::london,
     "gb|uk|london|gmt/bst|bst/gmt|gmt0bst|europe/london|europe/belfast|europe/guernsey|"
     "europe/isle_of_man|europe/jersey|gmt standard time|uk time|london time|british time"},
    {0, Clock::europe,
     "europe/dublin|europe/lisbon|atlantic/canary|atlantic/faroe|atlantic/madeira"},
    {60, Clock::fixed,
     "bst|british summer time|british daylight time|gmt summer time|gmt daylight time|"
     "irish standard time|irish summer time|west|western european summer time"},
    {0, Clock::fixed,
     "wet|western european time|western european standard time|africa/abidjan|africa/accra|"
     "atlantic/reykjavik"},
    {60, Clock::fixed,
     "cet|met|mez|central european time|central european standard time|middle european time|wat|"
     "west africa time|africa/algiers|africa/lagos|africa/tunis"},
    {60, Clock::europe,
     "cet/cest|central europe standard time|romance standard time|w europe standard time|"
     "europe/amsterdam|europe/andorra|europe/belgrade|europe/berlin|europe/bratislava|"
     "europe/brussels|europe/budapest|europe/copenhagen|europe/gibraltar|europe/ljubljana|"
     "europe/luxembourg|europe/madrid|europe/malta|europe/monaco|europe/oslo|europe/paris|"
     "europe/prague|europe/rome|europe/sarajevo|europe/skopje|europe/stockholm|europe/tirane|"
     "europe/vaduz|europe/vatican|europe/vienna|europe/warsaw|europe/zagreb|europe/zurich"},
    {120, Clock::fixed,
     "cest|mest|mesz|central european summer time|central european daylight time|"
     "middle european summer time|eet|eastern european time|eastern european standard time|sast|"
     "south africa standard time|central africa time|africa/cairo|africa/harare|africa/johannesburg|"
     "africa/maputo"},
    {120, Clock::europe,
     "e europe standard time|fle standard time|gtb standard time|asia/nicosia|europe/athens|"
     "europe/bucharest|europe/helsinki|europe/kiev|europe/kyiv|europe/riga|europe/sofia|"
     "europe/tallinn|europe/vilnius"},
    {180, Clock::fixed,
     "eest|eastern european summer time|msk|moscow standard time|moscow time|trt|"
     "turkey standard time|turkey time|eat|east africa time|arab standard time|africa/addis_ababa|"
     "africa/kampala|africa/nairobi|asia/baghdad|asia/kuwait|asia/qatar|asia/riyadh|europe/istanbul|"
     "europe/minsk|europe/moscow"},
    {210, Clock::fixed,
     "asia/tehran|iran standard time"},
    {240, Clock::fixed,
     "arabian standard time|gulf standard time|asia/baku|asia/dubai|asia/tbilisi|asia/yerevan"},
    {270, Clock::fixed,
     "asia/kabul|afghanistan standard time"},
    {300, Clock::fixed,
     "pkt|pakistan standard time|asia/karachi|asia/tashkent"},
    {330, Clock::fixed,
     "india standard time|indian standard time|sri lanka standard time|asia/calcutta|asia/colombo|"
     "asia/kolkata"},
    {345, Clock::fixed,
     "nepal standard time|nepal time|asia/kathmandu"},
    {360, Clock::fixed,
     "bangladesh standard time|asia/dhaka"},
    {420, Clock::fixed,
     "ict|wib|indochina time|se asia standard time|asia/bangkok|asia/ho_chi_minh|asia/jakarta|"
     "asia/saigon"},
    {480, Clock::fixed,
     "awst|hkt|myt|sgt|australian western standard time|china standard time|hong kong standard time|"
     "hong kong time|philippine standard time|singapore standard time|singapore time|"
     "taipei standard time|w australia standard time|asia/hong_kong|asia/kuala_lumpur|asia/macau|"
     "asia/manila|asia/shanghai|asia/singapore|asia/taipei|australia/perth"},
    {540, Clock::fixed,
     "jst|kst|japan standard time|korea standard time|korean standard time|tokyo standard time|"
     "asia/seoul|asia/tokyo"},
    {570, Clock::fixed,
     "acst|australian central standard time|aus central standard time|australia/darwin"},
    {570, Clock::australia,
     "cen australia standard time|australia/adelaide"},
    {630, Clock::fixed,
     "acdt|australian central daylight time"},
    {600, Clock::fixed,
     "aest|australian eastern standard time|e australia standard time|australia/brisbane"},
    {600, Clock::australia,
     "aet|australian eastern time|aus eastern standard time|tasmania standard time|"
     "australia/canberra|australia/hobart|australia/melbourne|australia/sydney"},
    {660, Clock::fixed,
     "aedt|australian eastern daylight time"},
    {720, Clock::fixed,
     "nzst"},
    {720, Clock::new_zealand,
     "nzt|new zealand standard time|new zealand time|antarctica/mcmurdo|pacific/auckland"},
    {780, Clock::fixed,
     "nzdt|new zealand daylight time|new zealand summer time"},
    {-180, Clock::fixed,
     "art|brt|adt|argentina standard time|argentina time|atlantic daylight time|brasilia time|"
     "e south america standard time|america/argentina/buenos_aires|america/buenos_aires|"
     "america/montevideo|america/sao_paulo"},
    {-210, Clock::america,
     "newfoundland standard time|america/st_johns"},
    {-240, Clock::america,
     "atlantic time|america/halifax|atlantic/bermuda"},
    {-240, Clock::fixed,
     "edt|atlantic standard time|eastern daylight time|america/caracas|america/la_paz|"
     "america/puerto_rico"},
    {-300, Clock::america,
     "et|est/edt|est5edt|eastern time|us/eastern|america/detroit|america/indiana/indianapolis|"
     "america/montreal|america/new_york|america/toronto"},
    {-300, Clock::fixed,
     "est|cdt|central daylight time|eastern standard time|america/bogota|america/jamaica|"
     "america/lima|america/panama"},
    {-360, Clock::america,
     "ct|cst/cdt|cst6cdt|central time|us/central|america/chicago|america/winnipeg"},
    {-360, Clock::fixed,
     "cst|mdt|central standard time|mountain daylight time|america/costa_rica|america/guatemala|"
     "america/mexico_city|america/regina"},
    {-420, Clock::america,
     "mt|mst/mdt|mst7mdt|mountain time|us/mountain|america/boise|america/denver|america/edmonton"},
    {-420, Clock::fixed,
     "mst|pdt|mountain standard time|pacific daylight time|america/phoenix|us/arizona"},
    {-480, Clock::america,
     "pt|pst/pdt|pst8pdt|pacific time|us/pacific|america/los_angeles|america/tijuana|"
     "america/vancouver"},
    {-480, Clock::fixed,
     "pst|akdt|alaska daylight time|pacific standard time"},
    {-540, Clock::america,
     "alaska time|us/alaska|america/anchorage"},
    {-540, Clock::fixed,
     "akst|alaska standard time|alaskan standard time"},
    {-600, Clock::fixed,
     "hst|hawaii standard time|hawaiian standard time|pacific/honolulu|us/hawaii"},
    {0, Clock::ambiguous,
     "ist|ast|gst|sst"},
};
// clang-format on

bool by_name(const Zone& one, const Zone& other) { return one.name < other.name; }

std::vector<Zone> sorted_zones() {
  std::vector<Zone> zones;
  for (const Row& row : kRows) {
    for (const std::string_view name : split(row.names, '|')) zones.push_back({name, row.minutes, row.clock});
  }
  std::sort(zones.begin(), zones.end(), by_name);
  return zones;
}

}  // namespace

const Zone* find_zone(std::string_view name) {
  static const std::vector<Zone> zones = sorted_zones();
  const auto zone = std::lower_bound(zones.begin(), zones.end(), Zone{name}, by_name);
  return zone != zones.end() && zone->name == name ? &*zone : nullptr;
}

}  // namespace council_news
