#include "indexer/read/html/tag.h"

#include <array>
#include <cstddef>

#include "common/hash.h"
#include "common/text/utf8.h"

namespace council_news::html {
namespace {

struct Row {
  std::string_view name;
  Tag tag;
  int traits;
};

constexpr Row kRows[] = {
    {"a", Tag::a, kFormatting},
    {"abbr", Tag::abbr, kFormatting},
    {"address", Tag::address, kBlock | kClosesP},
    {"article", Tag::article, kBlock | kClosesP},
    {"aside", Tag::aside, kBlock | kClosesP},
    {"audio", Tag::audio, kBlock | kHidden},
    {"b", Tag::b, kFormatting},
    {"base", Tag::base, kVoid | kHead},
    {"blockquote", Tag::blockquote, kBlock | kClosesP},
    {"body", Tag::body, kBlock},
    {"br", Tag::br, kVoid},
    {"button", Tag::button, kHidden},
    {"canvas", Tag::canvas, kBlock | kHidden},
    {"caption", Tag::caption, kBlock | kScope},
    {"center", Tag::center, kBlock | kClosesP},
    {"cite", Tag::cite, kFormatting},
    {"code", Tag::code, kFormatting},
    {"col", Tag::col, kVoid | kBlock},
    {"colgroup", Tag::colgroup, kBlock},
    {"data", Tag::data, kNoTraits},
    {"dd", Tag::dd, kBlock | kClosesP},
    {"del", Tag::del, kFormatting},
    {"details", Tag::details, kBlock | kClosesP},
    {"dialog", Tag::dialog, kBlock | kClosesP},
    {"div", Tag::div, kBlock | kClosesP},
    {"dl", Tag::dl, kBlock | kClosesP},
    {"dt", Tag::dt, kBlock | kClosesP},
    {"em", Tag::em, kFormatting},
    {"embed", Tag::embed, kVoid | kHidden},
    {"fieldset", Tag::fieldset, kBlock | kClosesP},
    {"figcaption", Tag::figcaption, kBlock | kClosesP},
    {"figure", Tag::figure, kBlock | kClosesP},
    {"font", Tag::font, kFormatting},
    {"footer", Tag::footer, kBlock | kClosesP},
    {"form", Tag::form, kBlock | kClosesP},
    {"frame", Tag::frame, kVoid | kHidden},
    {"frameset", Tag::frameset, kBlock | kHidden},
    {"h1", Tag::h1, kBlock | kClosesP},
    {"h2", Tag::h2, kBlock | kClosesP},
    {"h3", Tag::h3, kBlock | kClosesP},
    {"h4", Tag::h4, kBlock | kClosesP},
    {"h5", Tag::h5, kBlock | kClosesP},
    {"h6", Tag::h6, kBlock | kClosesP},
    {"head", Tag::head, kBlock | kHidden},
    {"header", Tag::header, kBlock | kClosesP},
    {"hgroup", Tag::hgroup, kBlock | kClosesP},
    {"hr", Tag::hr, kVoid | kBlock | kClosesP},
    {"html", Tag::html, kBlock | kScope},
    {"i", Tag::i, kFormatting},
    {"iframe", Tag::iframe, kRawText | kBlock | kHidden},
    {"img", Tag::img, kVoid},
    {"input", Tag::input, kVoid},
    {"ins", Tag::ins, kFormatting},
    {"kbd", Tag::kbd, kFormatting},
    {"label", Tag::label, kFormatting},
    {"legend", Tag::legend, kBlock},
    {"li", Tag::li, kBlock | kClosesP},
    {"link", Tag::link, kVoid | kHead},
    {"main", Tag::main, kBlock | kClosesP},
    {"map", Tag::map, kNoTraits},
    {"mark", Tag::mark, kFormatting},
    {"math", Tag::math, kHidden},
    {"menu", Tag::menu, kBlock | kClosesP},
    {"meta", Tag::meta, kVoid | kHead},
    {"nav", Tag::nav, kBlock | kClosesP},
    {"noembed", Tag::noembed, kRawText | kHidden},
    {"noframes", Tag::noframes, kRawText | kBlock | kHead | kHidden},
    {"noscript", Tag::noscript, kBlock | kHead | kHidden},
    {"object", Tag::object, kBlock | kScope},
    {"ol", Tag::ol, kBlock | kClosesP},
    {"optgroup", Tag::optgroup, kBlock},
    {"option", Tag::option, kBlock},
    {"output", Tag::output, kNoTraits},
    {"p", Tag::p, kBlock | kClosesP},
    {"param", Tag::param, kVoid},
    {"picture", Tag::picture, kNoTraits},
    {"pre", Tag::pre, kBlock | kClosesP},
    {"progress", Tag::progress, kNoTraits},
    {"q", Tag::q, kFormatting},
    {"s", Tag::s, kFormatting},
    {"samp", Tag::samp, kFormatting},
    {"script", Tag::script, kRawText | kHead | kHidden},
    {"section", Tag::section, kBlock | kClosesP},
    {"select", Tag::select, kBlock | kHidden},
    {"small", Tag::small, kFormatting},
    {"source", Tag::source, kVoid},
    {"span", Tag::span, kFormatting},
    {"strike", Tag::strike, kFormatting},
    {"strong", Tag::strong, kFormatting},
    {"style", Tag::style, kRawText | kHead | kHidden},
    {"sub", Tag::sub, kFormatting},
    {"summary", Tag::summary, kBlock | kClosesP},
    {"sup", Tag::sup, kFormatting},
    {"svg", Tag::svg, kHidden},
    {"table", Tag::table, kBlock | kClosesP | kScope},
    {"tbody", Tag::tbody, kBlock},
    {"td", Tag::td, kBlock | kScope},
    {"textarea", Tag::textarea, kRawText | kBlock | kHidden},
    {"tfoot", Tag::tfoot, kBlock},
    {"th", Tag::th, kBlock | kScope},
    {"thead", Tag::thead, kBlock},
    {"time", Tag::time, kFormatting},
    {"title", Tag::title, kRawText | kBlock | kHead | kHidden},
    {"tr", Tag::tr, kBlock},
    {"track", Tag::track, kVoid},
    {"tt", Tag::tt, kFormatting},
    {"u", Tag::u, kFormatting},
    {"ul", Tag::ul, kBlock | kClosesP},
    {"var", Tag::var, kFormatting},
    {"video", Tag::video, kBlock | kHidden},
    {"wbr", Tag::wbr, kVoid},
    {"xmp", Tag::xmp, kRawText | kBlock | kClosesP},
};

constexpr auto kTraits = [] {
  std::array<std::uint16_t, static_cast<std::size_t>(Tag::count)> out{};
  for (const Row& row : kRows) out[static_cast<std::size_t>(row.tag)] = static_cast<std::uint16_t>(row.traits);
  return out;
}();

constexpr std::uint32_t hash(std::string_view name) {
  const std::uint32_t h = fnv1a_32(name, [](char c) { return ascii_lower(c); });
  return h ^ (h >> 15);
}

constexpr std::size_t kSlots = 512;
constexpr std::size_t kLongestName = 10;

/// Open addressing: the row of a name is at or after its hash. An empty slot holds 0, a used one its row + 1.
constexpr auto kIndex = [] {
  std::array<std::uint8_t, kSlots> out{};
  for (std::size_t i = 0; i < std::size(kRows); ++i) {
    std::size_t slot = hash(kRows[i].name) % kSlots;
    while (out[slot] != 0) slot = (slot + 1) % kSlots;
    out[slot] = static_cast<std::uint8_t>(i + 1);
  }
  return out;
}();

bool equal_lower(std::string_view name, std::string_view lower_case) {
  if (name.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (ascii_lower(name[i]) != lower_case[i]) return false;
  }
  return true;
}

}  // namespace

Tag tag_of(std::string_view name) {
  if (name.size() > kLongestName) return Tag::other;
  for (std::size_t slot = hash(name) % kSlots; kIndex[slot] != 0; slot = (slot + 1) % kSlots) {
    const Row& row = kRows[kIndex[slot] - 1u];
    if (equal_lower(name, row.name)) return row.tag;
  }
  return Tag::other;
}

std::uint16_t traits_of(Tag tag) { return kTraits[static_cast<std::size_t>(tag)]; }

}  // namespace council_news::html
