#include "common/text/url_parameters.h"

#include <algorithm>
#include <span>
#include <vector>

#include "common/text/utf8.h"

namespace council_news {
namespace {

/// The values of a parameter that do not say which page it is.
enum class Form {
  any,
  session,  ///< long and random; `sid=12` is a section
  origin,   ///< where a visitor came from: `rss`, `email-newsletter`; `ref=24/00123/FUL` is an application
  yes,      ///< `1`, `true`
  amp,      ///< AMP (accelerated mobile pages): `amp`
  amp_yes,  ///< the same for a parameter that itself is called so: also none, `0` or `1`
  partner,  ///< any if there is a CFTOKEN too
};

struct Rule {
  std::string_view name;  ///< in lower case; a trailing '*' matches any suffix
  Form form = Form::any;
};

/// Names that sites use for nothing else.
constexpr Rule kTracking[] = {
    {"utm_*"},         {"at_*"},        {"ns_*"},
    {"pk_*"},          {"mtm_*"},       {"piwik_*"},
    {"matomo_*"},      {"hsa_*"},       {"ga_*"},
    {"vero_*"},        {"oly_*"},       {"guce_*"},
    {"guccounter"},    {"fb_action_*"}, {"fb_source"},
    {"fb_ref"},        {"fbclid"},      {"gclid"},
    {"gclsrc"},        {"dclid"},       {"gbraid"},
    {"wbraid"},        {"msclkid"},     {"mc_cid"},
    {"mc_eid"},        {"igshid"},      {"igsh"},
    {"twclid"},        {"ttclid"},      {"yclid"},
    {"ysclid"},        {"li_fat_id"},   {"rb_clickid"},
    {"_ga"},           {"_gl"},         {"_openstat"},
    {"cmpid"},         {"cmp"},         {"icid"},
    {"intcid"},        {"intcmp"},      {"ncid"},
    {"s_cid"},         {"smid"},        {"smtyp"},
    {"sr_share"},      {"soc_src"},     {"soc_trk"},
    {"ito"},           {"ocid"},        {"xtor"},
    {"mkt_tok"},       {"_hsenc"},      {"_hsmi"},
    {"hsctatracking"}, {"ref_src"},     {"ref_url"},
    {"wt.mc_id"},      {"wt.mc_ev"},    {"wt_mc"},
    {"mbid"},          {"echobox"},     {"__twitter_impression"},
    {"amp_js_v"},      {"amp_gsa"},     {"usqp"},
    {"aoh"},           {"replytocom"},  {"s_kwcid"},
    {"ef_id"},         {"dm_i"},        {"elq*"},
    {"trk_*"},         {"gad_*"},       {"srsltid"},
    {"mibextid"},      {"_bta_*"},
};

constexpr Rule kSessions[] = {
    {"phpsessid"},
    {"jsessionid*"},
    {"aspsessionid*"},
    {"asp.net_sessionid"},
    {"cftoken"},
    {"cfid", Form::partner},
    {"oscsid"},
    {"zenid"},
    {"bv_sessionid"},
    {"bv_engineid"},
    {"wosid"},
    {"sap-contextid"},
    {"sid", Form::session},
    {"s", Form::session},
    {"ssid", Form::session},
    {"psid", Form::session},
    {"sess", Form::session},
    {"sess_id", Form::session},
    {"sessid", Form::session},
    {"session", Form::session},
    {"sessionid", Form::session},
    {"session_id", Form::session},
    {"session-id", Form::session},
    {"sessionkey", Form::session},
    {"session_key", Form::session},
    {"sessiontoken", Form::session},
};

constexpr Rule kOrigins[] = {
    {"ref", Form::origin},     {"referrer", Form::origin}, {"referer", Form::origin}, {"refer", Form::origin},
    {"source", Form::origin},  {"src", Form::origin},      {"from", Form::origin},    {"via", Form::origin},
    {"origin", Form::origin},  {"medium", Form::origin},   {"channel", Form::origin}, {"campaign", Form::origin},
    {"partner", Form::origin}, {"emc", Form::origin},      {"mod", Form::origin},     {"cid", Form::origin},
    {"share", Form::origin},   {"shared", Form::origin},   {"track", Form::origin},   {"tracking", Form::origin},
    {"trk", Form::origin},     {"feature", Form::origin},  {"rss", Form::yes},        {"fromrss", Form::yes},
    {"share", Form::yes},
};

/// Names for other forms of the same page.
constexpr Rule kVariants[] = {
    {"mobile", Form::yes},   {"print", Form::yes},          {"amp", Form::amp_yes},    {"isamp", Form::amp_yes},
    {"_amp", Form::amp_yes}, {"amp_markup", Form::amp_yes}, {"outputtype", Form::amp}, {"output", Form::amp},
    {"view", Form::amp},     {"type", Form::amp},           {"mode", Form::amp},       {"format", Form::amp},
    {"layout", Form::amp},   {"render", Form::amp},         {"variant", Form::amp},    {"platform", Form::amp},
};

/// Words for where a visitor came from. A value is one if it has one of these and nothing but these and kFillers.
constexpr std::string_view kOriginWords[] = {
    "app",        "carousel",     "footer",        "menu",       "mostpopular", "mostread",
    "nav",        "navigation",   "related",       "sidebar",    "sms",         "ticker",
    "topstories", "trending",     "widget",        "alert",      "alerts",      "aggregator",
    "applenews",  "atom",         "bing",          "bluesky",    "email",       "facebook",
    "fb",         "feed",         "feedburner",    "feedly",     "feeds",       "flipboard",
    "gnews",      "google",       "googlenews",    "home",       "homepage",    "hp",
    "ig",         "inoreader",    "instagram",     "linkedin",   "mail",        "mastodon",
    "msn",        "netvibes",     "newsfeed",      "newsletter", "newsletters", "newsnow",
    "nextdoor",   "notification", "notifications", "pinterest",  "pocket",      "push",
    "reddit",     "rss",          "rss1",          "rss2",       "rss20",       "rssfeed",
    "rssfeeds",   "share",        "shared",        "sharebar",   "sharing",     "smartnews",
    "social",     "socialmedia",  "syndication",   "telegram",   "threads",     "tiktok",
    "tumblr",     "tw",           "twitter",       "upday",      "whatsapp",    "yahoo",
    "youtube",
};
constexpr std::string_view kFillers[] = {
    "all",  "article", "auto",   "bar",     "breaking", "btn",   "button", "daily",  "desktop", "full",
    "icon", "item",    "latest", "link",    "links",    "local", "main",   "mobile", "morning", "news",
    "page", "post",    "site",   "stories", "story",    "top",   "uk",     "web",    "weekly",  "xml",
};
constexpr std::string_view kSeparators[] = {"-", "_", ".", "+"};

struct Parameter {
  std::string_view text;   ///< as written
  std::string name;        ///< in lower case
  std::string_view value;  ///< empty if there is none
};

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Parameter parameter_of(std::string_view text) {
  const std::size_t equals = std::min(text.find('='), text.size());
  return {text, ascii_lower(text.substr(0, equals)), text.substr(std::min(equals + 1, text.size()))};
}

std::vector<Parameter> parameters_of(std::string_view query) {
  std::vector<Parameter> parameters;
  for (std::size_t begin = 0; begin <= query.size();) {
    const std::size_t end = std::min(query.find('&', begin), query.size());
    std::string_view text = query.substr(begin, end - begin);
    begin = end + 1;
    if (text.starts_with("amp;")) text.remove_prefix(4);  // an ampersand escaped twice
    if (!text.empty()) parameters.push_back(parameter_of(text));
  }
  return parameters;
}

/// Session ids are long runs of hex digits, or of letters and digits that change often.
bool is_random(std::string_view value) {
  constexpr std::size_t kMinHex = 16;
  constexpr std::size_t kMinMixed = 12;
  constexpr int kMinChanges = 3;
  std::size_t length = 0;
  bool hex = true;
  bool letters = false;
  bool digits = false;
  int changes = 0;
  char last = '-';
  for (const char c : value) {
    if (c == '-' || c == '_' || c == '.' || c == '~') continue;
    if (!is_ascii_letter(c) && !is_ascii_digit(c)) return false;
    ++length;
    hex = hex && (is_ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f'));
    (is_ascii_digit(c) ? digits : letters) = true;
    if (last != '-' && is_ascii_digit(last) != is_ascii_digit(c)) ++changes;
    last = c;
  }
  if (!letters || !digits) return false;
  return (hex && length >= kMinHex) || (length >= kMinMixed && changes >= kMinChanges);
}

bool is_word_char(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

bool is_origin(std::string_view value) {
  const std::string lower = ascii_lower(value);
  bool found = false;
  for (std::size_t at = 0; at < lower.size();) {
    const std::string_view rest = std::string_view(lower).substr(at);
    if (const std::size_t size = rest.starts_with("%20") ? 3 : contains(kSeparators, rest.substr(0, 1)) ? 1 : 0) {
      at += size;
      continue;
    }
    const std::string_view word(rest.begin(), std::find_if_not(rest.begin(), rest.end(), is_word_char));
    if (word.empty()) return false;
    at += word.size();
    if (contains(kOriginWords, word)) {
      found = true;
    } else if (!contains(kFillers, word) && !std::all_of(word.begin(), word.end(), is_ascii_digit)) {
      return false;
    }
  }
  return found;
}

bool is_yes(std::string_view value) {
  constexpr std::string_view kYes[] = {"1", "true", "yes", "y", "on"};
  return contains(kYes, ascii_lower(value));
}

bool has_form(Form form, std::string_view value, bool has_token) {
  switch (form) {
    case Form::any:
      return true;
    case Form::session:
      return is_random(value);
    case Form::origin:
      return is_origin(value);
    case Form::yes:
      return is_yes(value);
    case Form::amp:
      return equal_ignoring_case(value, "amp");
    case Form::amp_yes:
      return value.empty() || value == "0" || is_yes(value) || equal_ignoring_case(value, "amp");
    case Form::partner:
      return has_token;
  }
  return false;
}

bool matches(std::span<const Rule> rules, const Parameter& parameter, bool has_token = false) {
  return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
    const bool any_suffix = rule.name.ends_with('*');
    const bool named = any_suffix ? parameter.name.starts_with(rule.name.substr(0, rule.name.size() - 1))
                                  : parameter.name == rule.name;
    return named && has_form(rule.form, parameter.value, has_token);
  });
}

std::vector<Parameter> parameters_without_tracking(std::string_view query) {
  std::vector<Parameter> parameters = parameters_of(query);
  const bool has_token = std::any_of(parameters.begin(), parameters.end(),
                                     [](const Parameter& parameter) { return parameter.name == "cftoken"; });
  std::erase_if(parameters, [&](const Parameter& parameter) {
    return matches(kTracking, parameter) || matches(kSessions, parameter, has_token);
  });
  return parameters;
}

std::string join(const std::vector<Parameter>& parameters) {
  std::string query;
  for (const Parameter& parameter : parameters) {
    if (!query.empty()) query += '&';
    query += parameter.text;
  }
  return query;
}

}  // namespace

std::string without_tracking(std::string_view query) { return join(parameters_without_tracking(query)); }

std::string canonical_query(std::string_view query) {
  std::vector<Parameter> parameters = parameters_without_tracking(query);
  std::erase_if(parameters, [](const Parameter& parameter) {
    // `name=` is empty; a lone `name` may be an id.
    const bool is_empty = parameter.value.empty() && parameter.text.ends_with('=');
    return is_empty || matches(kOrigins, parameter) || matches(kVariants, parameter);
  });
  std::stable_sort(parameters.begin(), parameters.end(),
                   [](const Parameter& a, const Parameter& b) { return a.name < b.name; });
  return join(parameters);
}

bool is_session_parameter(std::string_view parameter) { return matches(kSessions, parameter_of(parameter)); }

}  // namespace council_news
