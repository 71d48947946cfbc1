#include "indexer/read/page/prune.h"

#include <array>
#include <string>

#include "common/text/utf8.h"

namespace council_news::page {
namespace {

using html::Node;
using html::NodeSet;
using html::Tag;

/// What holds more of the page's prose than this is not dropped for its name.
constexpr double kProtectedShare = 0.4;
/// A byline, date or caption is not longer than this.
constexpr std::uint32_t kShortBox = 400;

bool is_junk_element(Tag tag) {
  switch (tag) {
    case Tag::nav:
    case Tag::footer:
    case Tag::aside:
    case Tag::form:
    case Tag::fieldset:
    case Tag::menu:
    case Tag::dialog:
    case Tag::button:
    case Tag::label:
    case Tag::figcaption:
    case Tag::frameset:
      return true;
    default:
      return false;
  }
}

bool is_never_junk(Tag tag) { return tag == Tag::html || tag == Tag::body || tag == Tag::main || tag == Tag::head; }

bool is_surrounding(const PageView& page, const Node& node, std::uint32_t all_prose) {
  const ElementFacts& facts = page.facts(node);
  const bool large = facts.prose > kProtectedShare * all_prose;
  if (is_never_junk(node.tag) || large) return false;
  if (is_junk_element(node.tag)) return true;
  if ((facts.hints & kJunk) != 0 && ((facts.hints & kArticleBody) == 0 || facts.prose == 0)) return true;
  return (facts.hints & kAboutArticle) != 0 && facts.text < kShortBox;
}

}  // namespace

void drop_surroundings(const PageView& page, NodeSet& dropped) {
  const std::uint32_t all_prose = page.facts(page.root()).prose;
  for (const Node* node = &page.root(); node != nullptr;) {
    const bool drop = !node->is_text() && is_surrounding(page, *node, all_prose);
    if (drop) dropped.add(*node);
    node = html::next_node(node, page.root(), !drop);
  }
}

namespace {

/// Beginnings of lines that lead away from the article, in lower case.
constexpr std::string_view kAwayBeginnings[] = {"read more",
                                                "read also",
                                                "also read",
                                                "read next",
                                                "read:",
                                                "more:",
                                                "related:",
                                                "see also",
                                                "see more:",
                                                "watch:",
                                                "sign up",
                                                "subscribe to",
                                                "subscribe now",
                                                "follow us",
                                                "follow @",
                                                "click here to",
                                                "share this",
                                                "advertisement",
                                                "continue reading",
                                                "story continues",
                                                "article continues",
                                                "lesen sie auch",
                                                "mehr zum thema",
                                                "lire aussi",
                                                "à lire aussi",
                                                "leer también",
                                                "lee también",
                                                "te puede interesar",
                                                "leggi anche",
                                                "photo:",
                                                "image:",
                                                "picture:",
                                                "foto:",
                                                "bild:",
                                                "copyright ©",
                                                "© ",
                                                "all rights reserved"};

/// Lines from which on all is appended to the article, in lower case.
constexpr std::string_view kEndLines[] = {
    "notes to editors",   "notes to editor",   "note to editors",  "editor's notes",
    "editors notes",      "notes for editors", "related articles", "related stories",
    "related news",       "related content",   "read more",        "more from this section",
    "share this article", "share this page",   "media enquiries",  "press contact",
    "more news",          "latest news",       "comments",         "leave a comment"};

constexpr std::uint32_t kShortLine = 120;

bool begins_with_any(std::string_view line) {
  for (const std::string_view beginning : kAwayBeginnings) {
    if (line.substr(0, beginning.size()) == beginning) return true;
  }
  return false;
}

bool is_end_line(std::string_view line) {
  while (!line.empty() && (line.back() == ':' || line.back() == ' ')) line.remove_suffix(1);
  for (const std::string_view end : kEndLines) {
    if (line == end) return true;
  }
  return false;
}

bool is_list(Tag tag) { return tag == Tag::ul || tag == Tag::ol || tag == Tag::dl; }
bool is_box(Tag tag) { return tag == Tag::div || tag == Tag::section || tag == Tag::table || tag == Tag::header; }

bool is_leaf_block(const Node& node) {
  if (!html::has(node.tag, html::kBlock)) return false;
  for (const Node& child : html::children(node)) {
    if (html::has(child.tag, html::kBlock)) return false;
  }
  return true;
}

class Pruner {
 public:
  Pruner(const PageView& page, const Node& container, std::string_view title, NodeSet& dropped)
      : page_(page), container_(container), title_(ascii_lower(squeeze(title))), dropped_(dropped) {}

  void run() {
    for (const Node* node = &container_; node != nullptr;) {
      const bool drop = !node->is_text() && (dropped_.has(*node) || (node != &container_ && wanted_away(*node)));
      if (drop) dropped_.add(*node);
      if (ended_) {
        drop_from(node);
        return;
      }
      node = html::next_node(node, container_, !drop);
    }
  }

 private:
  bool wanted_away(const Node& node) {
    const ElementFacts& facts = page_.facts(node);
    if (facts.text == 0) return false;
    if (node.tag == Tag::h1 && facts.text < 400) return true;
    const double links = page_.link_density(node);
    if (is_list(node.tag) && links > 0.6 && facts.prose == 0) return true;
    if (is_box(node.tag) && links > 0.5 && facts.prose < 200) return true;
    if (!is_leaf_block(node) || facts.text > kShortLine) return false;
    const std::string line = ascii_lower(html::line_of(node, &dropped_));
    if (!title_.empty() && line == title_) return true;
    if (is_end_line(line) && seen_prose_) {
      ended_ = true;
      return true;
    }
    return begins_with_any(line);
  }

  void drop_from(const Node* node) {
    while (node != nullptr) {
      dropped_.add(*node);
      node = html::next_node(node, container_, false);
    }
  }

  const PageView& page_;
  const Node& container_;
  std::string title_;
  NodeSet& dropped_;
  bool seen_prose_ = true;
  bool ended_ = false;
};

}  // namespace

void drop_within(const PageView& page, const Node& container, std::string_view title, NodeSet& dropped) {
  Pruner(page, container, title, dropped).run();
}

}  // namespace council_news::page
