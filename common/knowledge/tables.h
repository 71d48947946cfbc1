#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace council_news {

// councils.tsv and topics.tsv beside this file (README.md says what the columns mean), as make_tables.cc writes them
// during the build: names folded, keys sorted. They contain array indexes instead of pointers, which the loader would
// have to relocate whenever a program starts.

/// A text, as a range of kTableText.
struct TableText {
  std::uint32_t begin;
  std::uint32_t size;
};

/// The elements of one row, as a range of the array of all rows' elements.
struct TableList {
  std::uint32_t begin;
  std::uint32_t size;
};

struct CouncilNameRow {
  TableText text;
  bool safe;
  bool capitals;
};

/// struct Council.
struct CouncilRow {
  TableText slug;
  TableText gss;
  TableText name;
  TableText official_name;
  TableText kind;
  TableText nation;
  TableText region;
  TableText county;
  TableText started;
  TableText ended;
  TableList predecessors;  ///< this and the next two in kCouncilParts
  TableList successors;
  TableList domains;
  TableList names;  ///< in kCouncilNameRows
};

/// A key of a council, in a table sorted by `text`; equal keys are in the order of kCouncilRows.
struct CouncilKey {
  TableText text;
  std::uint32_t council;  ///< its index in kCouncilRows
};

struct CueRow {
  TableText text;
  double weight;
};

struct TopicRow {
  TableText slug;
  TableText label;
  TableList categories;  ///< in kTopicCategories
  TableList cues;        ///< in kCueRows
};

extern const std::string_view kTableText;
extern const std::span<const CouncilRow> kCouncilRows;  ///< current authorities first, then by slug
extern const std::span<const TableText> kCouncilParts;
extern const std::span<const CouncilNameRow> kCouncilNameRows;
extern const std::span<const CouncilKey> kCouncilSlugs;
extern const std::span<const CouncilKey> kCouncilNames;  ///< folded names, official names and aliases
extern const std::span<const CouncilKey> kCouncilHosts;
extern const std::span<const TopicRow> kTopicRows;
extern const std::span<const TableText> kTopicCategories;
extern const std::span<const CueRow> kCueRows;

inline std::string_view text_of(TableText text) { return {kTableText.data() + text.begin, text.size}; }

/// The elements of one row, from the elements of all rows.
template <typename Element>
std::span<const Element> list_of(TableList list, const std::vector<Element>& all) {
  return std::span(all).subspan(list.begin, list.size);
}

/// Hash of councils.tsv; a database stores it to record its gazetteer.
extern const std::string_view kGazetteerVersion;

}  // namespace council_news
