#include "indexer/read/feed/xml_tags.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace council_news {
namespace {

bool begins_name(char c) { return is_ascii_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80; }

bool continues_name(char c) { return begins_name(c) || is_ascii_digit(c) || c == '-' || c == '.'; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

bool begins_tag(std::string_view xml, std::size_t at) {
  std::size_t name = at + 1;
  if (name < xml.size() && xml[name] == '/') ++name;
  if (name == xml.size()) return true;  // truncated here: may have been a tag
  if (!begins_name(xml[name])) return false;
  while (name < xml.size() && continues_name(xml[name])) ++name;
  return name == xml.size() || is_blank(xml[name]) || xml[name] == '>' || xml[name] == '/';
}

std::size_t tag_end(std::string_view xml, std::size_t at) {
  char quote = 0;
  for (std::size_t i = at + 1; i < xml.size(); ++i) {
    if (quote != 0) {
      if (xml[i] == quote) quote = 0;
      if (xml[i] == '<') break;  // XML requires it to be escaped there: the quotes were never closed
    } else if (xml[i] == '"' || xml[i] == '\'') {
      quote = xml[i];
    } else if (xml[i] == '>') {
      return i + 1;
    } else if (xml[i] == '<') {
      return i;
    }
  }
  const std::size_t end = xml.find('>', at);
  return end == std::string_view::npos ? end : end + 1;
}

std::string_view tag_name(std::string_view tag) {
  if (tag.empty()) return {};
  std::size_t begin = 1;
  if (begin < tag.size() && tag[begin] == '/') ++begin;
  std::size_t end = begin;
  while (end < tag.size() && continues_name(tag[end])) ++end;
  return tag.substr(begin, end - begin);
}

bool is_xml_name(std::string_view name) {
  return !name.empty() && begins_name(name.front()) && std::all_of(name.begin(), name.end(), continues_name);
}

std::size_t cdata_end(std::string_view xml, std::size_t at) {
  const std::size_t end = xml.find("]]>", at + kCdataBegin.size());
  return end == std::string_view::npos ? end : end + 3;
}

}  // namespace council_news
