#include "common/index/document.h"

#include <fmt/core.h>

#include "common/article_json.h"
#include "common/index/schema.h"
#include "common/text/fold.h"
#include "common/text/tokeniser.h"
#include "common/text/url.h"

namespace council_news {
namespace {

/// A word of the headline counts as this many of the body.
constexpr Xapian::termcount kTitleWeight = 3;

/// Positions left free between headline, summary and body: wider than any NEAR.
constexpr Xapian::termpos kGap = 100;

/// Writes words, fields and values of one article into a document.
class DocumentWriter {
 public:
  explicit DocumentWriter(Stemmer& stem) : stem_(stem) {}

  /// Words of running text: searched without naming a field.
  void add_text(std::string_view text, Xapian::termcount weight) {
    Xapian::termpos last = 0;
    for (const Token& token : tokenise(text)) {
      last = token.position;
      add_word("", token, next_position_ + token.position, weight);
    }
    next_position_ += last + kGap;
  }

  /// Words of a field, searched as `field:word`.
  void add_field_words(std::string_view prefix, std::string_view text) {
    for (const Token& token : tokenise(text)) add_word(prefix, token, token.position + 1, 1);
  }

  void add_exact(std::string_view prefix, std::string_view value) {
    const std::string folded = fold_name(value);
    if (!folded.empty()) document_.add_boolean_term(make_term(prefix, folded));
  }

  void add_boolean(std::string_view prefix, std::string_view value) {
    document_.add_boolean_term(make_term(prefix, value));
  }

  void add_day(std::string_view before, Timestamp moment, Slot slot) {
    const Day day = day_of(moment);
    add_boolean(before, fmt::format("D{:04}{:02}{:02}", day.year, day.month, day.day));
    add_boolean(before, fmt::format("M{:04}{:02}", day.year, day.month));
    add_boolean(before, fmt::format("Y{:04}", day.year));
    document_.add_value(slot, Xapian::sortable_serialise(static_cast<double>(moment.seconds)));
  }

  /// The host with its parent domains, and every leading part of the path.
  void add_url(std::string_view url) {
    const std::string canonical = canonical_url(url);
    if (canonical.empty()) return;
    add_boolean(kUrlPrefix, canonical);
    constexpr int kMostParts = 8;
    const std::size_t host_end = std::min(canonical.find_first_of("/?"), canonical.size());
    for (std::size_t at = 0, parts = 0; at < host_end && parts < kMostParts; ++parts) {
      add_boolean(kUrlPartPrefix, std::string_view(canonical).substr(at, host_end - at));
      const std::size_t dot = canonical.find('.', at);
      if (dot >= host_end) break;
      at = dot + 1;
    }
    for (std::size_t end = host_end, parts = 0; end < canonical.size() && parts < kMostParts; ++parts) {
      end = std::min(canonical.find_first_of("/?", end + 1), canonical.size());
      add_boolean(kUrlPartPrefix, std::string_view(canonical).substr(0, end));
    }
  }

  void add_list(Slot slot, const std::vector<std::string>& values) {
    std::string joined;
    for (const std::string& value : values) joined += value + '\n';
    if (!joined.empty()) document_.add_value(slot, joined);
  }

  Xapian::Document take() { return std::move(document_); }
  Xapian::Document& document() { return document_; }

 private:
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
  Xapian::Document document_;
  Xapian::termpos next_position_ = 1;
  std::string term_;
};

}  // namespace

Xapian::Document make_document(const Article& article, const std::vector<std::string>& identities, Stemmer& stem) {
  DocumentWriter writer(stem);
  writer.add_text(article.title, kTitleWeight);
  if (article.body.find(article.summary) == std::string::npos) writer.add_text(article.summary, 1);
  writer.add_text(article.body, 1);

  writer.add_field_words(find_field("title")->words_prefix, article.title);
  for (const std::string& author : article.authors) {
    writer.add_field_words(find_field("author")->words_prefix, author);
    writer.add_exact(find_field("author")->exact_prefix, author);
  }
  writer.add_field_words(find_field("outlet")->words_prefix, article.outlet);
  writer.add_exact(find_field("outlet")->exact_prefix, article.outlet);
  for (const std::string& slug : article.councils) writer.add_boolean(find_field("council")->exact_prefix, slug);
  for (const std::string& slug : article.mentions) writer.add_boolean(find_field("mentions")->exact_prefix, slug);
  for (const std::string& slug : article.topics) writer.add_boolean(find_field("topic")->exact_prefix, slug);
  for (const std::string& category : article.categories)
    writer.add_exact(find_field("category")->exact_prefix, category);
  for (const std::string& identity : identities) writer.add_boolean(kIdentityPrefix, identity);
  writer.add_url(article.url);
  if (article.published) writer.add_day("", *article.published, kPublishedSlot);
  if (article.first_seen) writer.add_day(kSeenPrefix, *article.first_seen, kSeenSlot);
  writer.add_list(kCouncilsSlot, article.councils);
  writer.add_list(kTopicsSlot, article.topics);
  writer.add_list(kAuthorsSlot, article.authors);
  if (!article.outlet.empty()) writer.document().add_value(kOutletSlot, article.outlet);
  writer.document().set_data(to_json(article));
  return writer.take();
}

Article article_of(const Xapian::Document& document) { return from_json(document.get_data()); }

std::vector<std::string> identities_of(const Xapian::Document& document) {
  std::vector<std::string> identities;
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to(std::string(kIdentityPrefix));
  for (; term != document.termlist_end() && (*term).starts_with(kIdentityPrefix); ++term)
    identities.push_back((*term).substr(kIdentityPrefix.size()));
  return identities;
}

}  // namespace council_news
