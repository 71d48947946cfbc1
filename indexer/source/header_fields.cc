#include "indexer/source/header_fields.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxHeaderBytes = 1u << 20;

}  // namespace

HeaderFields::HeaderFields(std::string_view lines) {
  bool first = true;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    const std::string_view written = lines.substr(begin, end - begin);
    const std::string_view line = trim(written);
    begin = end + 1;
    if (line.empty()) break;
    if (std::exchange(first, false)) {
      first_line_ = line;
      continue;
    }
    const bool continues = written.front() == ' ' || written.front() == '\t';
    if (continues && !fields_.empty()) {
      fields_.back().second.append(" ").append(line);
    } else if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
      fields_.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
    }
  }
}

std::string_view HeaderFields::find(std::string_view name) const {
  const auto field = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const auto& one) { return equal_ignoring_case(one.first, name); });
  return field == fields_.end() ? std::string_view{} : field->second;
}

HeaderFields read_header_fields(BufferedStream& stream, std::string first_line) {
  std::string head = std::move(first_line);
  if (!head.empty()) head.push_back('\n');
  std::string line;
  while (stream.read_line(line, kMaxHeaderBytes - head.size()) && !line.empty()) {
    head.append(line).push_back('\n');
    if (head.size() >= kMaxHeaderBytes) throw DamagedError("a header is too long");
  }
  return HeaderFields(head);
}

std::string media_type(std::string_view content_type) {
  return ascii_lower(trim(content_type.substr(0, content_type.find(';'))));
}

std::string charset_parameter(std::string_view content_type) {
  std::size_t at = content_type.find(';');
  while (at != std::string_view::npos) {
    const std::size_t end = content_type.find(';', at + 1);
    const std::string_view parameter = trim(content_type.substr(at + 1, end - at - 1));
    const std::size_t equals = parameter.find('=');
    if (equals != std::string_view::npos && equal_ignoring_case(trim(parameter.substr(0, equals)), "charset")) {
      std::string_view value = trim(parameter.substr(equals + 1));
      if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
        value = value.substr(1, value.size() - 2);
      return std::string(trim(value));
    }
    at = end;
  }
  return {};
}

}  // namespace council_news
