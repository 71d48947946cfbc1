#include "indexer/read/press/people/byline.h"

#include <algorithm>
#include <utility>

#include "common/add_new.h"
#include "common/knowledge/gazetteer.h"
#include "common/text/date_reading.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/press/people/byline_item.h"

namespace council_news::press {
namespace {

constexpr std::size_t kMaxBylineBytes = 4000;
constexpr int kMaxDates = 3;
constexpr std::size_t kMaxNameWords = 5;
constexpr std::size_t kMaxOrganisationWords = 8;

/// Firms that have the form of two people.
bool is_known_firm(std::string_view text) {
  constexpr std::string_view kFirms[] = {"marks and spencer", "johnson and johnson", "ernst and young",
                                         "procter and gamble", "smith and nephew"};
  return std::find(std::begin(kFirms), std::end(kFirms), fold_name(text)) != std::end(kFirms);
}

/// Interprets the pieces of a byline. The pieces between two hard separators are one segment: `Words by Ann Smith and
/// Bob Jones, pictures by Carys Price`.
class BylineReader {
 public:
  void add(const Piece& piece) {
    Words words = without_label(piece);
    for (bool label = false; words.size() > 1 && is_loose_end(words.back(), label);) {
      label = has(words.back(), kLabel);
      words = words.first(words.size() - 1);
    }
    if (of_other_work_) credited_ += words.size();
    if (words.empty() || of_other_work_) return;
    items_.push_back(read_item(words, items_.empty() ? Separator::hard : piece.before));
  }

  void end_segment() {
    read_joined_roles();
    for (std::size_t begin = items_.size(); begin-- > 0;) {
      if (items_[begin].before == Separator::conjunction) continue;
      std::size_t end = begin + 1;
      while (end < items_.size() && items_[end].before == Separator::conjunction) ++end;
      merge_organisation(begin, end);
    }
    merge_organisation(0, items_.size());  // `Bournemouth, Christchurch and Poole Council`
    name_catalogued();
    for (const Item& item : items_) count(item);
    name_people();
    name_others();
    items_.clear();
    of_other_work_ = false;
    only_label_ = false;
  }

  Byline take() {
    if (byline_.names.empty() && !has_by_) byline_.unknown += sections_;
    // `Contact tracing ended in May`: a label of other work counts only beside a writer.
    if (byline_.names.empty() && !byline_.labelled) byline_.unknown += credited_;
    return std::move(byline_);
  }

 private:
  /// `on` or, with `before_label`, the `Last` of `Last updated` before a date that was removed.
  static bool is_loose_end(const Word& word, bool before_label) {
    if (before_label && is_one_of(word, {"last", "first"})) return true;
    const bool by = has(word, kBy) && (has(word, kParticle) || equal_ignoring_case(word.text, "by"));
    return by || (has(word, kLabel) && !has(word, kJob)) ||
           (has(word, kOf | kFiller) && !has(word, kVerb) && ascii_lower(word.text) == word.text);
  }

  Words without_label(const Piece& piece) {
    const Words words = piece.words;
    const std::size_t length = label_length(piece);
    if (length == 0) return words;
    const Words label = words.first(length);
    const bool of_writing = any_has(label, kLabel) || (only_label_ && piece.before == Separator::conjunction);
    if (any_has(label, kOtherWork | kLabel | kBy)) of_other_work_ = any_has(label, kOtherWork) && !of_writing;
    // `Death by Dangerous Driving`
    const bool within = has(label.back(), kBy) && !is_label_with_by(label);
    byline_.sentence = byline_.sentence || within || is_about_name(label, words.subspan(length));
    byline_.labelled = byline_.labelled || (!of_other_work_ && any_has(label, kLabel | kBy) && !is_headline_tag(label));
    has_by_ = has_by_ || (!of_other_work_ && any_has(label, kBy));
    if (any_has(label, kRole | kJob))
      (any_has(label, kOffice) && !any_has(label, kRole) && !byline_.labelled ? byline_.unknown : byline_.roles) +=
          label.size();
    else if (!is_generic(label))
      byline_.unknown += label.size();
    only_label_ = length == words.size() && of_writing;
    return words.subspan(length);
  }

  /// `By`, `5 min read by`, `Political analysis by`, `A report by`, but not `Death by`
  static bool is_label_with_by(Words label) {
    constexpr WordClasses kWriting = kBy | kLabel | kFiller | kOtherWork | kPage | kRole | kAgency;
    constexpr WordClasses kBeside = kWriting | kSubject | kJob | kGrammar | kOf | kParticle | kForeignAnd;
    const auto is_written = [](const Word& word) {
      return is_one_of(word, {"a", "ago", "hours", "analysis", "comment", "opinion", "editorial", "feature"});
    };
    const Words before = label.first(label.size() - 1);
    if (before.empty()) return true;
    return (any_has(before, kWriting) || std::any_of(before.begin(), before.end(), is_written)) &&
           std::all_of(before.begin(), before.end(), [&](const Word& word) {
             return has(word, kBeside) || is_written(word) || is_ascii_digit(word.text.front());
           });
  }

  /// `Update on Leeds Pool`: what follows is the subject, not the writer.
  static bool is_about_name(Words label, Words rest) {
    Item item;
    return has(label.back(), kOf) && !equal_ignoring_case(label.back().text, "from") && !rest.empty() &&
           read_people(rest, item);
  }

  static std::string_view text_of(const Item& item) { return item.merged.empty() ? span_of(item.words) : item.merged; }

  std::string_view text(std::size_t begin, std::size_t end) const {
    const std::string_view first = text_of(items_[begin]);
    const std::string_view last = text_of(items_[end - 1]);
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
  }

  /// `Ann Smith Health and Social Care Correspondent`: the piece with the name ends within the role.
  void read_joined_roles() {
    for (std::size_t i = 0; i + 1 < items_.size(); ++i) {
      const Item& role = items_[i + 1];
      const bool ends_role =
          role.before == Separator::conjunction && role.kind == Item::generic && role.roles + role.trailing > 0;
      Words name = items_[i].words;
      while (!name.empty() && has(name.back(), kSubject)) name = name.first(name.size() - 1);
      if (!ends_role || items_[i].kind == Item::person || name.empty()) continue;
      Item item = read_item(name, items_[i].before);
      if (item.kind == Item::person) items_[i] = std::move(item);
    }
  }

  /// `Bath and North East Somerset Council` is one organisation: joins the parts that its "and" split.
  void merge_organisation(std::size_t begin, std::size_t end) {
    if (end - begin < 2) return;
    const auto count_of = [&](Item::Kind kind) {
      return static_cast<std::size_t>(std::count_if(items_.begin() + std::ptrdiff_t(begin),
                                                    items_.begin() + std::ptrdiff_t(end),
                                                    [&](const Item& item) { return item.kind == kind; }));
    };
    const std::size_t people = count_of(Item::person);
    const bool ends_as_firm = has(items_[end - 1].words.back(), kFirm);
    if ((people == end - begin && !ends_as_firm) || count_of(Item::generic) == end - begin) return;
    const bool joined = items_[end - 1].before == Separator::conjunction;
    const bool one_body = joined && people == 0 && count_of(Item::unsure) < end - begin;
    const bool is_firm = joined && (has(items_[end - 1].words.back(), kFirm) || is_known_firm(text(begin, end)));
    if (!one_body && !is_firm && gazetteer().resolve(text(begin, end)).empty()) return;
    Item& whole = items_[begin];
    whole.kind = Item::organisation;
    whole.names.clear();
    whole.merged = text(begin, end);
    for (std::size_t i = begin + 1; i < end; ++i) {
      whole.roles += items_[i].roles;
      whole.trailing += items_[i].trailing;
      whole.unknown += items_[i].unknown + items_[i].sections;
    }
    items_.erase(items_.begin() + std::ptrdiff_t(begin) + 1, items_.begin() + std::ptrdiff_t(end));
  }

  static bool is_place(const Item& item) { return !gazetteer().by_name(fold_name(text_of(item))).empty(); }

  /// Library catalogues write `Smith, Ann B.`
  void name_catalogued() {
    if (items_.size() != 2 || items_[1].before != Separator::comma || !items_[1].merged.empty()) return;
    const Words given = items_[1].words;
    // `Leeds, Bradford`
    if (is_place(items_[0]) && is_place(items_[1])) return;
    const bool with_initial = items_[1].kind == Item::person && given.size() == 2 && given[1].text.size() <= 2;
    if (!is_single_name(items_[0]) || !(with_initial || is_single_name(items_[1]))) return;
    std::vector<Word> name(given.begin(), given.end());
    name.push_back(items_[0].words[0]);
    add_new(byline_.labelled ? byline_.names : byline_.unsure, written_name(name));
    if (!byline_.labelled) byline_.unknown += name.size();
    items_.clear();
  }

  void count(const Item& item) {
    byline_.roles += item.roles;
    byline_.unknown += item.unknown;
    sections_ += item.sections;
    byline_.sentence = byline_.sentence || item.sentence;
    // Words about a person make it a sentence, unless it has the label of a byline.
    (byline_.labelled ? byline_.roles : byline_.unknown) += item.trailing;
  }

  static bool is_single_name(const Item& item) {
    return item.kind == Item::unsure && item.merged.empty() && item.words.size() == 1 && item.words[0].classes == 0 &&
           is_name_word(item.words[0].text);
  }

  /// The family name that `Ann` shares in `Ann and Bob Smith`, else null.
  const Word* shared_family_name(std::size_t at) const {
    const bool joined = at + 1 < items_.size() && items_[at + 1].before == Separator::conjunction;
    if (!joined || !is_single_name(items_[at]) || items_[at + 1].names.empty()) return nullptr;
    const Words full = items_[at + 1].names.front();
    return full.size() == 2 && full[0].classes == 0 ? &full[1] : nullptr;
  }

  static bool is_long_name(Words name) {
    constexpr std::ptrdiff_t kMinLong = 5;
    return std::count_if(name.begin(), name.end(), [](const Word& word) {
             return !has(word, kParticle | kTitle) && word.text.size() > 2;
           }) >= kMinLong;
  }

  void name_people() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      for (const Words name : items_[i].names) {
        add_new(byline_.names, written_name(name));
        // A headline in capitals. Only in a field or with a label a name may be as long.
        if (!byline_.labelled && is_long_name(name)) byline_.unknown += name.size();
      }
      const bool joined = i > 0 && items_[i].before == Separator::conjunction && !items_[i - 1].names.empty();
      const Word* const family = shared_family_name(i);
      if (family == nullptr && !(joined && is_single_name(items_[i]))) continue;
      std::vector<Word> name{items_[i].words[0]};
      if (family != nullptr) name.push_back(*family);
      add_new(byline_.names, written_name(name));
      byline_.unknown -= items_[i].unknown;
    }
  }

  void name_others() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      const std::string_view written = text_of(item);
      if (item.kind == Item::organisation && byline_.organisation.empty()) byline_.organisation = squeeze(written);
      if (item.kind != Item::unsure || !is_letter(first_of(written))) continue;
      // More words are a sentence. A field with nothing else keeps it.
      if (item.words.size() <= kMaxNameWords)
        add_new(byline_.unsure, squeeze(written));
      else if (item.words.size() <= kMaxOrganisationWords && byline_.organisation.empty())
        byline_.organisation = squeeze(written);
    }
  }

  static char32_t first_of(std::string_view text) {
    std::size_t offset = 0;
    return next_code_point(text, offset);
  }

  Byline byline_;
  std::size_t sections_ = 0;  ///< words like `News`, which are expected beside a name and after "By"
  std::size_t credited_ = 0;  ///< words that credit pictures or other work
  bool has_by_ = false;
  std::vector<Item> items_;     ///< of the segment
  bool of_other_work_ = false;  ///< the last label was for pictures or other work
  bool only_label_ = false;     ///< the last piece was only a writer's label: `Words and pictures by Ann Smith`
};

/// `text` with its dates replaced by bars.
std::string without_dates(std::string_view text) {
  std::string out;
  for (int i = 0; i < kMaxDates && text.find_first_of("0123456789") != std::string_view::npos; ++i) {
    const auto found = find_page_date(text);
    if (!found || found->end <= found->begin) break;
    out += text.substr(0, found->begin);
    out += " | ";
    text.remove_prefix(found->end);
  }
  out += text;
  return out;
}

}  // namespace

std::vector<std::string> Byline::authors() const {
  if (!names.empty()) return names;
  if (!unsure.empty()) return unsure;
  return organisation.empty() ? std::vector<std::string>() : std::vector<std::string>{organisation};
}

Byline read_byline(std::string_view line) {
  line = trim(line);
  if (line.size() > kMaxBylineBytes) line = line.substr(0, std::min(line.rfind(' ', kMaxBylineBytes), kMaxBylineBytes));
  if (line.size() > 2 && line.front() == '"' && line.find('"', 1) == line.size() - 1)
    line = line.substr(1, line.size() - 2);
  const std::string text = without_dates(unglued(line));
  const BylineWords words = cut_byline(text);
  BylineReader reader;
  for (const Piece& piece : words.pieces) {
    if (piece.before == Separator::hard) reader.end_segment();
    reader.add(piece);
  }
  reader.end_segment();
  Byline byline = reader.take();
  if (byline.organisation.empty()) byline.organisation = words.email;
  return byline;
}

void add_name(std::vector<std::string>& names, const std::string& name) {
  const std::string folded = fold_name(name);
  const auto same =
      std::find_if(names.begin(), names.end(), [&](const std::string& one) { return fold_name(one) == folded; });
  if (same == names.end())
    names.push_back(name);
  else if (is_ascii_lower(same->front()))
    *same = name;
}

std::vector<std::string> authors_in(const std::vector<std::string>& fields) {
  std::vector<std::string> authors;
  std::vector<std::string> organisations;
  for (const std::string& field : fields) {
    const Byline byline = read_byline(field);
    for (const std::string& name : byline.names.empty() ? byline.unsure : byline.names) add_name(authors, name);
    if (!byline.organisation.empty()) add_new(organisations, byline.organisation);
  }
  return authors.empty() ? organisations : authors;
}

}  // namespace council_news::press
