#include "indexer/read/feed/hints_of.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/read/feed/namespaces.h"

namespace council_news {
namespace {

using nlohmann::json;

constexpr std::pair<std::string_view, std::int64_t> kPeriods[] = {
    {"hourly", 3600}, {"daily", 86400}, {"weekly", 604800}, {"monthly", 2592000}, {"yearly", 31536000}};

constexpr std::array<std::string_view, 7> kDays{"sunday",   "monday", "tuesday", "wednesday",
                                                "thursday", "friday", "saturday"};

constexpr std::size_t kMaxDeleted = 1000;

std::optional<std::int64_t> number_in(std::string_view text) {
  text = trim(text);
  std::int64_t number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec != std::errc() || number < 0 || number > 1'000'000'000) return std::nullopt;
  return number;
}

std::string text_in(const pugi::xml_node& element) {
  std::string text;
  for (const pugi::xml_node& child : element.children()) text += child.value();
  return squeeze(text);
}

/// The `hour` or `day` children as bits; `bit` returns -1 for an invalid one.
template <class Bit>
std::uint32_t bits_in(const pugi::xml_node& element, Bit bit) {
  std::uint32_t bits = 0;
  for (const pugi::xml_node& child : element.children()) {
    if (const int one = bit(text_in(child)); one >= 0) bits |= 1u << one;
  }
  return bits;
}

int hour_bit(const std::string& text) {
  const auto hour = number_in(text);
  if (!hour || *hour > 24) return -1;
  return static_cast<int>(*hour % 24);  // RSS 0.91 counts from 1 to 24
}

int day_bit(const std::string& text) {
  const auto day = std::find(kDays.begin(), kDays.end(), ascii_lower(text));
  return day == kDays.end() ? -1 : static_cast<int>(day - kDays.begin());
}

/// Reads the children of the element that describes the feed.
class HeadReader {
 public:
  HeadReader(FeedHints& hints, const std::string& url) : hints_(hints), url_(url) {}

  void read(const pugi::xml_node& head) {
    for (const pugi::xml_node& child : head.children()) {
      if (child.type() == pugi::node_element) read_element(child, canonical_name(child));
    }
    if (!period_) return;
    hints_.update_period = *period_ / std::max<std::int64_t>(frequency_, 1);
  }

 private:
  void read_element(const pugi::xml_node& element, const std::string& name) {
    const std::string local = local_name(element);
    if (name == "title" && hints_.title.empty()) hints_.title = text_in(element);
    if (local == "link") read_link(element);
    if (local == "complete") hints_.complete = true;
    if (local == "deleted-entry") read_deleted(element);
    if (local == "archive") hints_.is_archive = true;
    if (local == "generator") hints_.is_wordpress = text_in(element).find("wordpress.org") != std::string::npos;
    if (local == "ttl") read_ttl(element);
    if (local == "skiphours") hints_.skip_hours = bits_in(element, hour_bit);
    if (local == "skipdays") hints_.skip_days = bits_in(element, day_bit);
    if (local == "updateperiod") read_period(text_in(element));
    if (local == "updatefrequency") frequency_ = number_in(text_in(element)).value_or(1);
  }

  void read_link(const pugi::xml_node& element) {
    const std::string relation = ascii_lower(attribute_value(element, "rel"));
    const std::string target(attribute_value(element, "href"));
    if (target.empty()) return;
    std::string* const to = relation == "next"           ? &hints_.next
                            : relation == "prev-archive" ? &hints_.prev_archive
                                                         : nullptr;
    if (to != nullptr) *to = resolve_url(base_of(element, url_), target);
  }

  void read_deleted(const pugi::xml_node& element) {
    const std::string guid = squeeze(attribute_value(element, "ref"));
    if (!guid.empty() && hints_.deleted.size() < kMaxDeleted) hints_.deleted.push_back(guid);
  }

  void read_ttl(const pugi::xml_node& element) {
    if (const auto minutes = number_in(text_in(element))) hints_.ttl = *minutes * 60;
  }

  void read_period(const std::string& text) {
    const auto* const period = std::find_if(std::begin(kPeriods), std::end(kPeriods),
                                            [&](const auto& known) { return equal_ignoring_case(known.first, text); });
    if (period != std::end(kPeriods)) period_ = period->second;
  }

  FeedHints& hints_;
  const std::string& url_;
  std::optional<std::int64_t> period_;
  std::int64_t frequency_ = 1;
};

}  // namespace

FeedHints hints_of(const ParsedXml& parsed, const std::string& url) {
  FeedHints hints;
  hints.cut_off = parsed.state == ParsedXml::State::cut_off;
  const pugi::xml_node root = parsed.tree.document_element();
  const pugi::xml_node channel =
      root.find_child([](const pugi::xml_node& child) { return local_name(child) == "channel"; });
  HeadReader(hints, url).read(channel ? channel : root);
  return hints;
}

FeedHints hints_of(const json& json_feed, const std::string& url) {
  FeedHints hints;
  if (!json_feed.is_object()) return hints;
  const auto member = [&](const char* name) {
    const auto found = json_feed.find(name);
    return found != json_feed.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  hints.title = squeeze(member("title"));
  if (const std::string next = member("next_url"); !next.empty()) hints.next = resolve_url(url, next);
  return hints;
}

}  // namespace council_news
