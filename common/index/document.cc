#include "common/index/document.h"

#include <map>

#include <fmt/core.h>

#include "common/article_day.h"
#include "common/article_json.h"
#include "common/article_members.h"
#include "common/index/id_key.h"
#include "common/index/schema.h"
#include "common/text/fold.h"
#include "common/text/split.h"
#include "common/text/tokeniser.h"
#include "common/text/url.h"

namespace council_news {
namespace {

/// A headline word counts as this many words of the body. So do an article's council and author when a query names them
/// in plain words.
constexpr Xapian::termcount kTitleWeight = 3;

/// Positions left free between headline, summary and body: wider than any NEAR.
constexpr Xapian::termpos kGap = 100;

/// Words repeated on each side of the joined form of a hyphenated word; longer phrases do not match that form.
constexpr std::size_t kContext = 4;

/// Adds the words, fields and values of one article to a document.
class DocumentWriter {
 public:
  explicit DocumentWriter(Stemmer& stem) : stem_(stem) {}

  /// Running text: searched without naming a field.
  void add_text(std::string_view text, Xapian::termcount weight) { add_words("", text, weight, next_position_); }

  void add_text(const std::vector<std::string>& texts, Xapian::termcount weight) {
    for (const std::string& text : texts) add_text(text, weight);
  }

  /// Words of a field, searched as `field:word`. Gaps between its values keep a phrase from spanning two names.
  void add_field_words(std::string_view prefix, std::string_view text) {
    add_words(prefix, text, 1, next_field_position_.try_emplace(prefix, 1).first->second);
  }

  void add_exact(std::string_view prefix, std::string_view value, Xapian::termcount weight = 0) {
    const std::string folded = fold_name(value);
    if (!folded.empty()) document_.add_term(make_term(prefix, folded), weight);
  }

  void add_boolean(std::string_view prefix, std::string_view value) {
    document_.add_boolean_term(make_term(prefix, value));
  }

  void add_slugs(const Field& row, const std::vector<std::string>& slugs, Xapian::termcount weight = 0) {
    for (const std::string& slug : slugs) document_.add_term(make_term(row.exact_prefix, slug), weight);
    add_list(row, slugs);
  }

  void add_name(const Field& row, const std::string& name, Xapian::termcount weight = 0) {
    add_field_words(row.words_prefix, name);
    add_exact(row.exact_prefix, name, weight);
  }

  void add_day(const Field& row, const Day& day) {
    add_boolean(row.exact_prefix, fmt::format("D{:04}{:02}{:02}", day.year, day.month, day.day));
    add_boolean(row.exact_prefix, fmt::format("M{:04}{:02}", day.year, day.month));
    add_boolean(row.exact_prefix, fmt::format("Y{:04}", day.year));
  }

  void add_number(Slot slot, std::int64_t number) {
    document_.add_value(slot, Xapian::sortable_serialise(static_cast<double>(number)));
  }

  /// The host, its parent domains and every leading part of the path.
  void add_url(std::string_view url) {
    const std::string canonical = canonical_url(url);
    if (canonical.empty()) return;
    add_boolean(kUrlPrefix, canonical);
    constexpr int kMaxParts = 8;
    constexpr const char* kPathEnds = "/?#";
    const std::size_t host_end = std::min(canonical.find_first_of(kPathEnds), canonical.size());
    for (std::size_t at = 0, parts = 0; at < host_end && parts < kMaxParts; ++parts) {
      add_boolean(kUrlPartPrefix, std::string_view(canonical).substr(at, host_end - at));
      const std::size_t dot = canonical.find('.', at);
      if (dot >= host_end) break;
      at = dot + 1;
    }
    for (std::size_t end = host_end, parts = 0; end < canonical.size() && parts < kMaxParts; ++parts) {
      end = std::min(canonical.find_first_of(kPathEnds, end + 1), canonical.size());
      add_boolean(kUrlPartPrefix, std::string_view(canonical).substr(0, end));
    }
  }

  void add_list(const Field& row, const std::vector<std::string>& values) {
    std::string joined;
    for (const std::string& value : values) joined += value + '\n';
    add_value(row, joined);
  }

  void add_value(const Field& row, const std::string& value) {
    if (row.slot && !value.empty()) document_.add_value(*row.slot, value);
  }

  Xapian::Document take() { return std::move(document_); }
  Xapian::Document& document() { return document_; }

 private:
  /// Adds words starting at `position`, and moves it past them and the gap.
  void add_words(std::string_view prefix, std::string_view text, Xapian::termcount weight, Xapian::termpos& position) {
    const std::vector<Token> tokens = tokenise(text);
    if (tokens.empty()) return;
    Xapian::termpos last = 0;
    for (const Token& token : tokens) {
      last = std::max<Xapian::termpos>(last, token.position);
      add_word(prefix, token, position + token.position, token.sign ? 0 : weight);
    }
    position += last + 1 + kGap;
    add_joined_runs(prefix, tokens, position);
  }

  /// Adds each hyphenated word once more as one word among its neighbours, after the text, so that
  /// `"cooperative society"` finds `co-operative society`. These positions match phrases and have no weight.
  void add_joined_runs(std::string_view prefix, const std::vector<Token>& tokens, Xapian::termpos& position) {
    std::vector<const Token*> words;  // with each hyphenated word as one
    for (const Token& token : tokens) {
      if (token.joined) {
        while (!words.empty() && words.back()->position >= token.position) words.pop_back();
      }
      words.push_back(&token);
    }
    std::size_t written = 0;  // words before this index are done
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words[i]->joined) continue;
      const std::size_t wanted = i > kContext ? i - kContext : 0;
      if (written > 0 && wanted > written) position += kGap;
      for (std::size_t k = std::max(wanted, written); k < std::min(i + kContext + 1, words.size()); ++k) {
        add_position(prefix, *words[k], position++);
        written = k + 1;
      }
    }
    if (written > 0) position += kGap;
  }

  void add_position(std::string_view prefix, const Token& token, Xapian::termpos position) {
    if (token.term.empty() || token.term.size() > kMaxTermBytes) return;
    term_.assign(prefix);
    term_ += token.term;
    document_.add_posting(term_, position, 0);
  }

  void add_word(std::string_view prefix, const Token& token, Xapian::termpos position, Xapian::termcount weight) {
    if (token.term.empty() || token.term.size() > kMaxTermBytes) return;
    term_.assign(prefix);
    term_ += token.term;
    document_.add_posting(term_, position, weight);
    term_.assign(kStemPrefix);
    term_ += prefix;
    term_ += stem_(stem_base(token));
    document_.add_term(term_, weight);
  }

  Stemmer& stem_;
  std::map<std::string_view, Xapian::termpos> next_field_position_;  ///< by prefix
  Xapian::Document document_;
  Xapian::termpos next_position_ = 1;
  std::string term_;
};

/// Adds the terms and values of a field.
void write_field(const Field& row, const Article& article, const std::vector<std::string>& identities,
                 DocumentWriter& writer) {
  switch (row.id) {
    case FieldId::council:
      return writer.add_slugs(row, article.councils, kTitleWeight);
    case FieldId::mentions:
      return writer.add_slugs(row, article.mentions);
    case FieldId::topic:
      return writer.add_slugs(row, article.topics);
    case FieldId::author:
      for (const std::string& author : article.authors) writer.add_name(row, author, kTitleWeight);
      return writer.add_list(row, article.authors);
    case FieldId::outlet:
      writer.add_name(row, article.outlet);
      return writer.add_value(row, article.outlet);
    case FieldId::title:
      writer.add_field_words(row.words_prefix, article.title);
      for (const std::string& title : article.earlier_titles) writer.add_field_words(row.words_prefix, title);
      return;
    case FieldId::category:
      for (const std::string& category : article.categories) writer.add_exact(row.exact_prefix, category);
      return;
    case FieldId::id:
      for (const std::string& identity : identities) writer.add_boolean(row.exact_prefix, identity);
      return writer.document().add_value(kIdSlot, slot_of(id_key(article.id)));
    case FieldId::url:
      return writer.add_url(article.url);
    case FieldId::date:
      if (const std::optional<Timestamp> date = article_date(article)) {
        writer.add_day(row, day_of(*date));
        writer.add_number(kPublishedSlot, date->seconds);
        writer.add_number(kDaySlot, days_from_epoch(day_of(*date)));
      }
      return;
    case FieldId::seen:
      if (article.first_seen) {
        writer.add_day(row, london_day_of(article.first_seen->seconds));
        writer.add_number(kSeenSlot, article.first_seen->seconds);
      }
      return;
    case FieldId::region:
    case FieldId::nation:
    case FieldId::kind:
    case FieldId::before:
    case FieldId::after:
      return;  // searched by the terms of the council and the date
  }
}

}  // namespace

namespace {

/// The weight of the words of a member's running text.
constexpr Xapian::termcount weight_of(MemberId member) {
  switch (member) {
    case MemberId::title:
      return kTitleWeight;
    case MemberId::earlier_texts:
      return 0;
    default:
      return 1;
  }
}

}  // namespace

Xapian::Document make_document(const Article& article, const std::vector<std::string>& identities, Stemmer& stem) {
  DocumentWriter writer(stem);
  for_each_member([&](auto member) {
    constexpr const auto& row = kMemberRow<member>;
    if constexpr (row.running_text == RunningText::yes) {
      const bool repeated = row.id == MemberId::summary && article.body.find(article.summary) != std::string::npos;
      if (!repeated) writer.add_text(article.*row.value, weight_of(row.id));
    }
  });

  for (const Field& row : kFields) write_field(row, article, identities, writer);
  writer.document().set_data(to_json(article));
  return writer.take();
}

std::vector<std::string> terms_with_prefix(Xapian::TermIterator terms, std::string_view prefix) {
  std::vector<std::string> found;
  const Xapian::TermIterator end;
  for (terms.skip_to(std::string(prefix)); terms != end && (*terms).starts_with(prefix); ++terms)
    found.push_back(*terms);
  return found;
}

Article article_of(const Xapian::Document& document) {
  const std::string data = document.get_data();
  return from_json(std::string_view(data).substr(0, data.find('\n')));
}

std::vector<Article> readings_of(const Xapian::Document& document) {
  const std::string data = document.get_data();
  const std::vector<std::string_view> lines = split(data, '\n');
  std::vector<Article> readings;
  for (std::size_t i = 1; i < lines.size(); ++i) readings.push_back(from_json(lines[i]));
  return readings;
}

}  // namespace council_news
