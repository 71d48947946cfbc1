// Run by the build: `make_tables councils.tsv topics.tsv furniture.tsv OUTPUT.cc` writes the tables as C++ constants
// (tables.h). An error in a table fails the build.
#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>

#include <fmt/core.h>

#include "common/hash.h"
#include "common/knowledge/table.h"
#include "common/text/fold.h"
#include "common/text/split.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

using Row = std::vector<std::string_view>;
using Keys = std::map<std::string, std::set<std::size_t>>;  // text -> indices of councils

constexpr std::string_view kCouncilColumns =
    "slug\tgss\tname\tofficial_name\tkind\tnation\tregion\tcounty\tstarted\tended\tpredecessors\tsuccessors\tdomains\t"
    "bare\taliases";
enum Column { kSlug, kName = 2, kOfficialName, kEnded = 9, kPredecessors, kSuccessors, kDomains, kBare, kAliases };

constexpr std::string_view kTopicColumns = "topic\tkind\tweight\ttext";

constexpr std::string_view kFurnitureColumns = "role\tmatch\twords\tphrase";
/// The default of `words`: a line with more words may be a sentence.
constexpr std::string_view kUsualWords = "12";
constexpr std::string_view kAnyWords = "65535";

/// A longer alias in capitals is not read as initials.
constexpr std::size_t kLongestInitials = 6;

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw std::runtime_error(fmt::format("{} cannot be read", path));
  if (clean_utf8(text) != text) throw std::runtime_error(fmt::format("{} is not clean UTF-8", path));
  return text;
}

std::string literal(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string definition(std::string_view type, std::string_view name, std::string_view rows) {
  return fmt::format(
      "namespace {{\nconstexpr {0} {1}Array[] = {{\n{2}}};\n}}\nconst std::span<const {0}> {1}{{{1}Array}};\n\n", type,
      name, rows);
}

/// The concatenation of all texts, each stored once.
class Texts {
 public:
  /// The range of a text, as a TableText.
  std::string place(std::string_view text) {
    const auto [it, is_new] = begins_.emplace(text, size_);
    if (is_new) {
      literals_ += "    " + literal(text) + "\n";
      size_ += text.size();
    }
    return fmt::format("{{{}, {}}}", it->second, text.size());
  }
  std::string definition() const { return fmt::format("const std::string_view kTableText =\n{};\n\n", literals_); }

 private:
  std::map<std::string, std::size_t> begins_;
  std::string literals_;
  std::size_t size_ = 0;
};

bool is_capitals(std::string_view text) {
  return text.size() <= kLongestInitials &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_upper(c) || c == '&'; });
}

/// Stores the lists of many rows in one array.
class Lists {
 public:
  /// The range of the elements added since the last call, as a TableList.
  std::string take() {
    const std::string list = fmt::format("{{{}, {}}}", begin_, size_ - begin_);
    begin_ = size_;
    return list;
  }
  void add(std::string_view element) {
    elements_ += fmt::format("    {},\n", element);
    ++size_;
  }
  std::string take_all(const Row& parts, Texts& texts) {
    for (const std::string_view part : parts) add(texts.place(part));
    return take();
  }
  const std::string& elements() const { return elements_; }

 private:
  std::string elements_;
  std::size_t begin_ = 0;
  std::size_t size_ = 0;
};

std::string key_table(std::string_view name, const Keys& keys, Texts& texts) {
  std::string rows;
  for (const auto& [text, councils] : keys) {
    for (const std::size_t council : councils) rows += fmt::format("    {{{}, {}}},\n", texts.place(text), council);
  }
  return definition("CouncilKey", name, rows);
}

std::string council_tables(std::string_view tsv, Texts& texts) {
  std::vector<Row> rows = read_table(tsv, kCouncilColumns);
  std::stable_partition(rows.begin(), rows.end(), [](const Row& row) { return row[kEnded].empty(); });
  Lists parts;
  Lists names;
  Keys by_slug;
  Keys by_name;
  Keys by_host;
  std::string councils;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    const auto add_name = [&](std::string_view name, bool safe, bool capitals = false) {
      const std::string folded = fold_name(name);
      names.add(fmt::format("{{{}, {}, {}}}", texts.place(folded), safe, capitals));
      by_name[folded].insert(i);
    };
    by_slug[std::string(row[kSlug])].insert(i);
    for (const std::string_view host : split(row[kDomains], '|')) by_host[std::string(host)].insert(i);
    by_name[fold_name(row[kOfficialName])].insert(i);
    add_name(row[kName], row[kBare] == "plain");
    for (std::string_view alias : split(row[kAliases], '|')) {
      const bool safe = !alias.ends_with('?');
      if (!safe) alias.remove_suffix(1);
      add_name(alias, safe, is_capitals(alias));
    }
    councils += "    {";
    for (std::size_t column = kSlug; column <= kEnded; ++column) councils += texts.place(row[column]) + ", ";
    for (const Column column : {kPredecessors, kSuccessors, kDomains})
      councils += parts.take_all(split(row[column], '|'), texts) + ", ";
    councils += names.take() + "},\n";
  }
  return definition("TableText", "kCouncilParts", parts.elements()) +
         definition("CouncilNameRow", "kCouncilNameRows", names.elements()) +
         definition("CouncilRow", "kCouncilRows", councils) + key_table("kCouncilSlugs", by_slug, texts) +
         key_table("kCouncilNames", by_name, texts) + key_table("kCouncilHosts", by_host, texts);
}

std::string topic_tables(std::string_view tsv, Texts& texts) {
  Lists categories;
  Lists cues;
  std::string topics;
  const std::vector<Row> rows = read_table(tsv, kTopicColumns);
  for (std::size_t i = 0; i < rows.size();) {
    const std::string_view slug = rows[i][0];
    std::string_view label;
    for (; i < rows.size() && rows[i][0] == slug; ++i) {
      const std::string_view kind = rows[i][1];
      const std::string_view text = rows[i][3];
      if (kind == "label")
        label = text;
      else if (kind == "category")
        categories.add(texts.place(fold_name(text)));
      else if (kind == "cue" || kind == "anti")
        cues.add(fmt::format("{{{}, {}{}}}", texts.place(text), kind == "anti" ? "-" : "",
                             std::stod(std::string(rows[i][2]))));
      else
        throw std::runtime_error(fmt::format("topics.tsv: unknown kind '{}'", kind));
    }
    topics +=
        fmt::format("    {{{}, {}, {}, {}}},\n", texts.place(slug), texts.place(label), categories.take(), cues.take());
  }
  return definition("TableText", "kTopicCategories", categories.elements()) +
         definition("CueRow", "kCueRows", cues.elements()) + definition("TopicRow", "kTopicRows", topics);
}

/// Roles and matches are written as enumerators: an unknown one does not compile.
std::string furniture_table(std::string_view tsv, Texts& texts) {
  const auto first_word = [](const Row& row) { return row[3].substr(0, row[3].find(' ')); };
  std::vector<Row> rows = read_table(tsv, kFurnitureColumns);
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return first_word(a) < first_word(b); });
  std::string furniture;
  for (const Row& row : rows) {
    std::string words;
    for (const std::string_view word : split(row[3], ' '))
      words += (words.empty() ? "" : " ") + (word == "#" || word == "*" ? std::string(word) : fold_name(word));
    if (words != row[3]) throw std::runtime_error(fmt::format("furniture.tsv: '{}' is not folded", row[3]));
    const std::string_view max_words = row[2].empty() ? kUsualWords : row[2] == "any" ? kAnyWords : row[2];
    furniture += fmt::format("    {{{}, {}, FurnitureMatch::{}, {}, Furniture::{}}},\n", texts.place(row[3]),
                             texts.place(first_word(row)), row[1], max_words, row[0]);
  }
  return definition("FurnitureRow", "kFurnitureRows", furniture);
}

void make_tables(const char* councils_path, const char* topics_path, const char* furniture_path, const char* output) {
  Texts texts;
  const std::string councils = read_file(councils_path);
  std::ofstream file(output, std::ios::binary);
  file << "#include \"common/knowledge/furniture_roles.h\"\n#include \"common/knowledge/tables.h\"\n\nnamespace "
          "council_news "
          "{\n\n"
       << council_tables(councils, texts) << topic_tables(read_file(topics_path), texts)
       << furniture_table(read_file(furniture_path), texts) << texts.definition()
       << "const std::string_view kGazetteerVersion = " << literal(hash_hex(councils)) << ";\n\n}\n";
  if (!file.flush()) throw std::runtime_error(fmt::format("{} cannot be written", output));
}

}  // namespace
}  // namespace council_news

int main(int argc, char** argv) {
  try {
    if (argc != 5) throw std::runtime_error("usage: make_tables councils.tsv topics.tsv furniture.tsv OUTPUT.cc");
    council_news::make_tables(argv[1], argv[2], argv[3], argv[4]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "make_tables: " << error.what() << '\n';
    return 1;
  }
}
