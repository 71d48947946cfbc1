#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/read/feed/xml_repair.h"
#include "indexer/read/feed/xml_tags.h"

namespace council_news {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_item(std::string_view name) {
  const auto colon = name.rfind(':');
  const std::string_view local = colon == std::string_view::npos ? name : name.substr(colon + 1);
  return equal_ignoring_case(local, "item") || equal_ignoring_case(local, "entry");
}

/// Removes the next `name = "value"` from the front of `rest`; the name is empty at the end.
std::pair<std::string_view, std::string_view> take_attribute(std::string_view& rest) {
  const auto skip_blanks = [&] {
    while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
  };
  const auto take = [&](std::size_t length) {
    const std::string_view taken = rest.substr(0, length);
    rest.remove_prefix(taken.size());
    return taken;
  };
  while (!rest.empty() &&
         (is_blank(rest.front()) || std::string_view("\"'=/<>").find(rest.front()) != std::string_view::npos))
    rest.remove_prefix(1);
  const std::string_view name = take(rest.find_first_of(" \t\r\n=\"'/<>"));
  skip_blanks();
  if (name.empty() || rest.empty() || rest.front() != '=') return {name, {}};
  rest.remove_prefix(1);
  skip_blanks();
  if (rest.empty() || (rest.front() != '"' && rest.front() != '\''))
    return {name, take(rest.find_first_of(" \t\r\n>"))};
  const char quote = rest.front();
  rest.remove_prefix(1);
  const std::string_view value = take(rest.find(quote));
  if (!rest.empty()) rest.remove_prefix(1);
  return {name, value};
}

/// Writes a document whose elements are all closed.
class Balancer {
 public:
  void text(std::string_view xml) { out_ += xml; }

  void start_tag(std::string_view tag) {
    const std::string name(tag_name(tag));
    if (is_item(name)) close_item();
    std::string_view rest = tag.substr(1 + name.size());
    if (rest.ends_with('>')) rest.remove_suffix(1);
    const bool empty = rest.ends_with('/');
    if (empty) rest.remove_suffix(1);
    if (!empty) open(name);
    out_ += '<' + name;
    while (true) {
      const auto [key, value] = take_attribute(rest);
      if (key.empty()) break;
      if (!is_xml_name(key)) continue;
      out_ += ' ' + std::string(key) + "=\"";
      append_value(value);
      out_ += '"';
    }
    out_ += empty ? "/>" : ">";
  }

  void end_tag(std::string_view name) {
    const auto count = open_names_.find(std::string(name));
    if (count == open_names_.end() || count->second == 0) return;
    while (open_.back().name != name) close();
    close();
  }

  /// Ends the document. `rest` is the part that could not be read.
  BalancedXml finish(std::string_view rest) {
    const bool cut_off = !open_.empty();
    if (!open_items_.empty()) {
      const std::size_t item = open_items_.back();
      const bool only_end_missing = item + 1 == open_.size() && rest.starts_with("</");
      const std::size_t begin = open_[item].begin;
      while (open_.size() > item) close();
      if (!only_end_missing) out_.resize(begin);
    }
    while (!open_.empty()) close();
    return {std::move(out_), cut_off};
  }

 private:
  struct Open {
    std::string name;
    std::size_t begin;  ///< position of its start tag in the output
  };

  /// Appends an attribute value whose ampersands are already escaped.
  void append_value(std::string_view value) {
    for (const char c : value) {
      if (c == '"') {
        out_ += "&quot;";
      } else if (c == '<') {
        out_ += "&lt;";
      } else {
        out_ += c;
      }
    }
  }

  void open(const std::string& name) {
    if (is_item(name)) open_items_.push_back(open_.size());
    ++open_names_[name];
    open_.push_back({name, out_.size()});
  }

  void close() {
    const std::string& name = open_.back().name;
    out_ += "</" + name + '>';
    --open_names_[name];
    if (!open_items_.empty() && open_items_.back() + 1 == open_.size()) open_items_.pop_back();
    open_.pop_back();
  }

  void close_item() {
    if (open_items_.empty()) return;
    const std::size_t item = open_items_.back();
    while (open_.size() > item) close();
  }

  std::string out_;
  std::vector<Open> open_;
  std::vector<std::size_t> open_items_;  ///< indices into open_
  std::unordered_map<std::string, std::size_t> open_names_;
};

}  // namespace

BalancedXml balance_tags(std::string_view xml) {
  Balancer balancer;
  for (std::size_t at = 0; at < xml.size();) {
    const std::size_t next = std::min(xml.find('<', at), xml.size());
    balancer.text(xml.substr(at, next - at));
    if (next == xml.size()) break;
    const bool cdata = xml.substr(next).starts_with(kCdataBegin);
    at = cdata ? cdata_end(xml, next) : tag_end(xml, next);
    if (at == std::string_view::npos) return balancer.finish(xml.substr(next));
    const std::string_view part = xml.substr(next, at - next);
    if (cdata) {
      balancer.text(part);
    } else if (part.starts_with("</")) {
      balancer.end_tag(tag_name(part));
    } else {
      balancer.start_tag(part);
    }
  }
  return balancer.finish({});
}

}  // namespace council_news
