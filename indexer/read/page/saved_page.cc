#include "indexer/read/page/saved_page.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/text/date_reading.h"
#include "common/text/url.h"
#include "common/text/utf8.h"

namespace council_news::page {
namespace {

using html::Node;
using html::Tag;

constexpr auto npos = std::string_view::npos;

/// `20190606081512…` → 2019-06-06
std::optional<Timestamp> compact_day(std::string_view digits) {
  if (digits.size() < 8) return std::nullopt;
  return parse_timestamp(fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2)));
}

std::string_view behind(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  return at == npos ? std::string_view() : text.substr(at + mark.size());
}

std::string_view first_word(std::string_view text) {
  text = trim(text);
  return {text.begin(), std::find_if(text.begin(), text.end(), is_ascii_blank)};
}

/// ` url: https://…` and ` saved date: …`, each on a line.
SavedPage read_single_file(std::string_view comment) {
  SavedPage page;
  while (!comment.empty()) {
    const std::size_t end = std::min(comment.find('\n'), comment.size());
    const std::string_view line = trim(comment.substr(0, end));
    comment.remove_prefix(std::min(end + 1, comment.size()));
    if (line.starts_with("url:")) page.url = first_word(line.substr(4));
    if (line.starts_with("saved date:")) page.saved = parse_page_date(line.substr(11));
  }
  return page;
}

/// `saved from url=(0042)https://…`: the number is the length of the address. A comment cannot contain `--`, so
/// browsers escape it.
SavedPage read_browser(std::string_view comment) {
  constexpr std::string_view kEscapedDashes = "%2D%2D";
  comment = trim(behind(comment, "="));
  if (comment.starts_with('(')) comment = behind(comment, ")");
  SavedPage page;
  for (comment = first_word(comment); !comment.empty();) {
    const std::size_t at = std::min(comment.find(kEscapedDashes), comment.size());
    page.url.append(comment.substr(0, at)).append(at < comment.size() ? "--" : "");
    comment.remove_prefix(std::min(at + kEscapedDashes.size(), comment.size()));
  }
  return page;
}

/// `Mirrored from news.example/a by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 05 Jun 2024 20:14:02 GMT`
SavedPage read_httrack(std::string_view comment) {
  const std::size_t end = comment.find(" by HTTrack");
  if (end == npos) return {};
  SavedPage page;
  page.url = first_word(behind(comment.substr(0, end), "from "));
  if (page.url.find("://") == npos) page.url.insert(0, "https://");  // as for other mirrored files
  page.saved = parse_page_date(behind(comment.substr(end), "],"));
  return page;
}

/// `Saved from https://news.example/a at Wed, 05 Jun 2024 20:14:02 +0000 using monolith v2.8.1`
SavedPage read_monolith(std::string_view comment) {
  const std::string_view rest = behind(comment, "from ");
  const std::size_t end = rest.rfind(" using monolith");
  if (end == npos) return {};
  SavedPage page;
  page.url = first_word(rest);
  page.saved = parse_page_date(behind(rest.substr(0, end), " at "));
  return page;
}

/// `FILE ARCHIVED ON 08:15:12 Jun 06, 2019 AND RETRIEVED FROM THE INTERNET ARCHIVE ON …`
SavedPage read_wayback(std::string_view comment) {
  const std::string_view when = comment.substr(0, std::min(comment.find(" AND RETRIEVED"), comment.size()));
  return {{}, parse_page_date(behind(when, "ON "))};
}

struct Mark {
  std::string_view beginning;  ///< of a comment, in lower case
  SavedPage (*read)(std::string_view comment);
};
constexpr Mark kMarks[] = {
    {"page saved with singlefile", read_single_file},
    {"saved from url", read_browser},
    {"saved from ", read_monolith},
    {"mirrored from ", read_httrack},
    {"file archived on ", read_wayback},
};

/// Completes `page`: the first address and the first date count.
void add(SavedPage&& read, SavedPage& page) {
  SavedPage original = unarchived(trim(read.url));
  if (page.url.empty() && !host_of(original.url).empty()) {
    page.url = std::move(original.url);
    if (original.saved) read.saved = original.saved;  // not when the copy was saved, but the page
  }
  if (!page.saved) page.saved = read.saved;
}

void read_comments(std::string_view html, SavedPage& page) {
  for (std::size_t at = html.find("<!--"); at != npos; at = html.find("<!--", at)) {
    at += 4;
    const std::string_view comment = trim(html.substr(at, std::min(html.find("-->", at), html.size()) - at));
    for (const Mark& mark : kMarks) {
      if (!equal_ignoring_case(comment.substr(0, mark.beginning.size()), mark.beginning)) continue;
      add(mark.read(comment), page);
      break;
    }
  }
}

/// ScrapBook: `<html data-scrapbook-source="https://…" data-scrapbook-create="20240605201402123">`
void read_scrapbook(const html::Document& document, SavedPage& page) {
  for (const Node& node : html::children(document.root())) {
    if (node.tag != Tag::html) continue;
    add({node.attribute_text("data-scrapbook-source"), compact_day(node.attribute("data-scrapbook-create"))}, page);
  }
}

/// Save Page WE
void read_meta(const MetaTags& meta, SavedPage& page) {
  add({meta.first({"savepage-url"}), parse_page_date(meta.first({"savepage-date"}))}, page);
}

/// The address in the toolbar or script that the Wayback Machine adds.
std::string address_in_wayback(std::string_view html, const html::Document& document) {
  const Node& root = document.root();
  for (const Node* node = &root; node != nullptr; node = html::next_node(node, root)) {
    if (node->tag == Tag::input && node->attribute("id") == "wmtbURL") return node->attribute_text("value");
  }
  const std::string_view script = behind(html, "__wm.wombat(\"");
  return std::string(script.substr(0, std::min(script.find('"'), script.size())));
}

}  // namespace

SavedPage unarchived(std::string_view address) {
  constexpr std::size_t kMinDigits = 4;
  constexpr std::size_t kMaxDigits = 14;
  for (const std::string_view scheme : {"/http:/", "/https:/"}) {
    const std::size_t at = address.find(scheme);
    if (at == npos) continue;
    std::string_view before = address.substr(0, at);
    before.remove_prefix(std::min(before.rfind('/') + 1, before.size()));
    if (before.ends_with('_')) before.remove_suffix(std::min<std::size_t>(3, before.size()));  // `mp_`, `id_`: a part
    if (before.size() < kMinDigits || before.size() > kMaxDigits ||
        !std::all_of(before.begin(), before.end(), is_ascii_digit))
      continue;
    std::string_view rest = address.substr(at + scheme.size());
    if (rest.starts_with('/')) rest.remove_prefix(1);
    return {fmt::format("{}/{}", scheme.substr(1), rest), compact_day(before)};
  }
  return {std::string(address), {}};
}

SavedPage read_saved_page(std::string_view html, const html::Document& document, const MetaTags& meta) {
  SavedPage page;
  read_scrapbook(document, page);
  read_meta(meta, page);
  read_comments(html, page);
  if (page.url.empty() && page.saved) add({address_in_wayback(html, document), {}}, page);
  return page;
}

}  // namespace council_news::page
