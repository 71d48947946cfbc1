#pragma once

#include <cstdint>
#include <string_view>

namespace council_news::html {

/// The elements that the page reader distinguishes. All others are `other`.
enum class Tag : std::uint8_t {
  // clang-format off
  text, other,  // `text` is a run of text, not an element
  a, abbr, address, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption, center, cite, code,
  col, colgroup, data, dd, del, details, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer,
  form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label,
  legend, li, link, main, map, mark, math, menu, meta, nav, noembed, noframes, noscript, object, ol, optgroup, option,
  output, p, param, picture, pre, progress, q, s, samp, script, section, select, small, source, span, strike, strong,
  style, sub, summary, sup, svg, table, tbody, td, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, var,
  video, wbr, xmp,
  count
  // clang-format on
};

/// Properties of elements that the parser and the renderer need, as bits.
enum TagTraits : std::uint16_t {
  kNoTraits = 0,
  kVoid = 1 << 0,        ///< has no content and no end tag
  kRawText = 1 << 1,     ///< its content is plain text up to its end tag
  kBlock = 1 << 2,       ///< begins and ends a paragraph of text
  kClosesP = 1 << 3,     ///< its start tag ends an open <p>
  kHead = 1 << 4,        ///< allowed in <head>
  kScope = 1 << 5,       ///< end tags inside it do not reach elements outside it
  kFormatting = 1 << 6,  ///< inline: its end tag may cross those of blocks
  kHidden = 1 << 7,      ///< its content is never visible text
};

/// The tag for an element name in any case.
Tag tag_of(std::string_view name);

std::uint16_t traits_of(Tag tag);

inline bool has(Tag tag, TagTraits trait) { return (traits_of(tag) & trait) != 0; }
inline bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

}  // namespace council_news::html
