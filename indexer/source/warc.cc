#include "indexer/source/warc.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/core.h>

#include "common/text/url.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxLineBytes = 65536;

/// Types of records that stand for a captured document; the others are metadata.
constexpr std::array<std::string_view, 3> kDocumentTypes{{"response", "resource", "revisit"}};

/// Media types of documents that may contain articles, besides all that end with +xml or +json.
constexpr std::array<std::string_view, 12> kReadable{
    {"text/html", "application/xhtml+xml", "text/xml", "application/xml", "text/plain", "text/rss", "text/json",
     "application/json", "application/x-ndjson", "application/ndjson", "application/jsonl", "text/x-opml"}};

bool is_readable(std::string_view type) {
  if (type == "image/svg+xml" || type == "application/manifest+json") return false;
  return type.ends_with("+xml") || type.ends_with("+json") ||
         std::find(kReadable.begin(), kReadable.end(), type) != kReadable.end();
}

template <typename Number>
std::optional<Number> number(std::string_view text, int base = 10) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc{} || end == text.data()) return std::nullopt;
  return value;
}

/// `HTTP/1.1 200 OK` → 200.
std::optional<int> http_status(std::string_view line) {
  if (!line.starts_with("HTTP/")) return std::nullopt;
  const std::size_t blank = std::min(line.find(' '), line.size());
  return number<int>(trim(line.substr(blank)));
}

/// Content encodings that packing_of() detects from the body itself.
constexpr std::array<std::string_view, 4> kDetectedEncodings{{"identity", "gzip", "x-gzip", "zstd"}};

/// Reads the HTTP header of a response into `capture`.
void read_response(BufferedStream& block, Capture& capture) {
  const HeaderFields http = read_header_fields(block);
  const auto status = http_status(http.first_line());
  const std::string_view type = http.find("Content-Type");
  if (!status) {
    capture.skip_reason = "not an HTTP response";
  } else if (*status != 200 && *status != 203) {
    capture.skip_reason = fmt::format("HTTP status {}", *status);
  } else if (!type.empty() && !is_readable(media_type(type))) {
    capture.skip_reason = media_type(type);
  }
  capture.about.charset = charset_parameter(type);
  const std::string encoding = ascii_lower(http.find("Content-Encoding"));
  if (std::find(kDetectedEncodings.begin(), kDetectedEncodings.end(), encoding) == kDetectedEncodings.end())
    capture.encoding = encoding;
  capture.is_chunked = equal_ignoring_case(http.find("Transfer-Encoding"), "chunked");
}

/// Does `head` begin with a chunk size in hex digits, optional spaces, and a line end or extension?
bool looks_like_chunk(std::string_view head) {
  const std::size_t digits = std::min(head.find_first_not_of("0123456789abcdefABCDEF"), head.size());
  const std::size_t after = head.find_first_not_of(' ', digits);
  return digits > 0 && after != std::string_view::npos &&
         (head[after] == '\r' || head[after] == '\n' || head[after] == ';');
}

}  // namespace

bool WarcReader::next() {
  left_ -= stream_.skip(left_);
  char discarded[65536];
  while (left_ > 0) read(discarded, sizeof discarded);
  std::string line;
  do {
    if (!stream_.read_line(line, kMaxLineBytes)) return false;
  } while (trim(line).empty());
  if (!line.starts_with("WARC/")) throw DamagedError("expected the start of a record");
  fields_ = read_header_fields(stream_, line);
  const auto length = number<std::uint64_t>(fields_.find("Content-Length"));
  if (!length) throw DamagedError("a record has no Content-Length");
  left_ = *length;
  return true;
}

std::size_t WarcReader::read(char* buffer, std::size_t size) {
  if (left_ == 0) return 0;
  const std::size_t count = stream_.read(buffer, static_cast<std::size_t>(std::min<std::uint64_t>(size, left_)));
  if (count == 0) {
    left_ = 0;
    throw DamagedError("unexpected end");
  }
  left_ -= count;
  return count;
}

std::optional<Capture> read_capture(const HeaderFields& record, BufferedStream& block) {
  const std::string type = ascii_lower(record.find("WARC-Type"));
  if (std::find(kDocumentTypes.begin(), kDocumentTypes.end(), type) == kDocumentTypes.end()) return std::nullopt;
  std::string_view target = record.find("WARC-Target-URI");
  if (target.starts_with('<') && target.ends_with('>')) target = target.substr(1, target.size() - 2);  // WARC 1.0
  if (host_of(target).empty()) return std::nullopt;  // metadata of the archive, DNS records
  Capture capture;
  capture.about.url = clean_utf8(target);
  capture.about.retrieved = parse_timestamp(record.find("WARC-Date"));
  const std::string_view content_type = record.find("Content-Type");
  if (type == "revisit") {
    capture.skip_reason = "a revisit record: the document is elsewhere in the archive";
  } else if (type == "response") {
    read_response(block, capture);
  } else {
    capture.about.charset = charset_parameter(content_type);
    if (!is_readable(media_type(content_type))) capture.skip_reason = media_type(content_type);
  }
  return capture;
}

/// Reads the size of the next chunk; false after the last.
bool ChunkedStream::next_chunk() {
  std::string line;
  if (!chunks_.read_line(line, kMaxLineBytes)) return false;
  const auto length = number<std::uint64_t>(trim(line), 16);
  if (!length) throw DamagedError("invalid HTTP chunk size");
  left_ = *length;
  return left_ > 0;
}

std::size_t ChunkedStream::read(char* buffer, std::size_t size) {
  if (state_ == State::start) {
    state_ = !looks_like_chunk(chunks_.peek(20)) ? State::whole : next_chunk() ? State::in_chunk : State::ended;
  }
  if (state_ == State::whole) return chunks_.read(buffer, size);
  if (state_ == State::ended) return 0;
  if (left_ == 0) {
    std::string end_of_chunk;
    chunks_.read_line(end_of_chunk, kMaxLineBytes);
    if (!next_chunk()) {
      state_ = State::ended;
      return 0;
    }
  }
  const std::size_t count = chunks_.read(buffer, static_cast<std::size_t>(std::min<std::uint64_t>(size, left_)));
  left_ -= count;
  if (count == 0) state_ = State::ended;  // truncated by the crawler: use what there is
  return count;
}

}  // namespace council_news
