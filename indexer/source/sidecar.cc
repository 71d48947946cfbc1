#include "indexer/source/sidecar.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>
#include <sys/xattr.h>
#include <unistd.h>

#include "common/text/date_reading.h"
#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/source/byte_stream.h"
#include "indexer/source/header_fields.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxBytes = 65536;

bool set_url(std::string_view written, Input& input) {
  const std::string url = clean_utf8(trim(written));
  if (host_of(url).empty()) return false;
  input.url = url;
  return true;
}

void set_retrieved(std::string_view written, Input& input) {
  std::optional<Timestamp> moment = parse_timestamp(written);
  if (!moment) moment = parse_feed_date(written);
  if (moment) input.retrieved = moment;
}

/// Reads the first line that is a URL, or the `URL=` line of a shortcut.
void read_address(std::string_view text, Input& input) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = trim(text.substr(begin, end - begin));
    begin = end + 1;
    if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (equal_ignoring_case(line.substr(0, 4), "URL=")) line.remove_prefix(4);
    if (set_url(line, input)) return;
  }
}

/// Reads the last of the headers, since redirects leave one each.
void read_headers(std::string_view text, Input& input) {
  const std::size_t last = text.rfind("HTTP/");
  const HeaderFields http(last == std::string_view::npos ? text : text.substr(last));
  const std::string charset = charset_parameter(http.find("Content-Type"));
  if (!charset.empty()) input.charset = charset;
  set_retrieved(http.find("Date"), input);
}

void read_meta(std::string_view text, Input& input) {
  const nlohmann::json meta = nlohmann::json::parse(text, nullptr, false);
  if (!meta.is_object()) return;
  const auto value = [&](const char* name) {
    const auto it = meta.find(name);
    return it != meta.end() && it->is_string() ? it->get<std::string>() : std::string{};
  };
  set_url(value("url"), input);
  set_retrieved(value("date"), input);
  set_retrieved(value("retrieved"), input);
  if (const std::string charset = value("charset"); !charset.empty()) input.charset = charset;
}

struct Kind {
  std::string_view suffix;
  void (*read)(std::string_view text, Input& input);
};

constexpr std::string_view kAddressSuffix = ".url";

/// In the order in which they are read, later ones taking precedence. Also sorted by suffix.
constexpr std::array<Kind, 3> kKinds{
    {{".headers", read_headers}, {".meta.json", read_meta}, {kAddressSuffix, read_address}}};

const Kind* kind_of(std::string_view name) {
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& one) {
    return name.size() > one.suffix.size() && name.ends_with(one.suffix);
  });
  return kind == kKinds.end() ? nullptr : &*kind;
}

}  // namespace

std::vector<std::size_t> owners_of_sidecar(std::string_view name, const std::vector<std::string>& names) {
  const Kind* kind = kind_of(name);
  if (!kind) return {};
  const std::string_view stem = name.substr(0, name.size() - kind->suffix.size());
  std::vector<std::size_t> owners;
  const auto before = [](const std::string& a, std::string_view b) { return std::string_view(a) < b; };
  auto it = std::lower_bound(names.begin(), names.end(), stem, before);
  const auto add = [&] { owners.push_back(static_cast<std::size_t>(it - names.begin())); };
  if (it != names.end() && *it == stem) add();
  if (kind->suffix != kAddressSuffix) return owners;
  const std::string with_dot = std::string(stem) + ".";
  it = std::lower_bound(it, names.end(), with_dot, before);
  for (; it != names.end() && it->starts_with(with_dot); ++it) {
    const bool same_stem = it->find('.', with_dot.size()) == std::string::npos;
    if (same_stem && !kind_of(*it)) add();
  }
  return owners;
}

std::vector<std::string> find_sidecars(const std::string& path) {
  std::vector<std::string> found;
  const std::size_t slash = path.rfind('/') + 1;  // 0 when there is none
  const std::size_t dot = path.rfind('.');
  for (const Kind& kind : kKinds) {
    std::vector<std::string> candidates{path + std::string(kind.suffix)};
    if (kind.suffix == kAddressSuffix && dot != std::string::npos && dot > slash)
      candidates.push_back(path.substr(0, dot) + std::string(kind.suffix));
    for (const std::string& candidate : candidates) {
      if (candidate != path && ::access(candidate.c_str(), R_OK) == 0) found.push_back(candidate);
    }
  }
  return found;
}

void read_sidecar(const std::string& path, Input& input) {
  const Kind* kind = kind_of(path);
  if (!kind) return;
  FileStream file(path);
  BufferedStream stream(file);
  kind->read(stream.peek(kMaxBytes), input);
}

std::string address_in_attributes(const std::string& path) {
  char value[4096];
  const ssize_t size = ::getxattr(path.c_str(), "user.xdg.origin.url", value, sizeof value);
  if (size <= 0) return {};
  Input input;
  set_url({value, static_cast<std::size_t>(size)}, input);
  return input.url;
}

}  // namespace council_news
