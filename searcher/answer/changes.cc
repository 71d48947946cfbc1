#include "searcher/answer/changes.h"

#include <algorithm>
#include <utility>

#include "common/article_versions.h"
#include "common/index/document.h"
#include "common/merge.h"
#include "common/text/utf8.h"
#include "searcher/answer/word_diff.h"

namespace council_news {
namespace {

/// Moves paragraphs that are boilerplate of the article out of the text of a reading, which has them as they were read.
void remove_boilerplate(const std::vector<std::string>& boilerplate, Article& reading) {
  if (boilerplate.empty()) return;
  std::string body;
  for (std::string& paragraph : paragraphs_of(reading.body)) {
    if (std::find(boilerplate.begin(), boilerplate.end(), paragraph) == boilerplate.end())
      body += (body.empty() ? "" : "\n\n") + paragraph;
    else
      reading.boilerplate.push_back(std::move(paragraph));
  }
  reading.body = std::move(body);
}

/// The text as it is shown: a summary that the body repeats is left out.
std::string text_of(const Article& article) {
  const bool repeated = article.summary.empty() || article.body.starts_with(article.summary);
  return repeated ? article.body : article.summary + "\n\n" + article.body;
}

/// Whether the reading that made a version was no correction of what was known, but of another form, such as the page
/// that a feed links to. When the article was corrected last is in `changed`; that of a summary is not.
bool is_of_other_form(const Version& before, const Version& after) {
  const Article& article = after.article;
  const bool is_summary_only = before.article.title == article.title && before.article.body == article.body;
  const bool is_full_text =
      before.article.form != article.form && text_of(before.article).size() * 2 < text_of(article).size();
  return is_full_text || (article.changed != after.at && !is_summary_only);
}

/// Compares a version with the one before.
void add_edits(const Version& before, const Version& after, ArticleVersion& version) {
  version.other_form = is_of_other_form(before, after);
  if (version.other_form) return;
  if (squeeze(before.article.title) != squeeze(version.title))
    version.title_edits = diff_words(before.article.title, version.title);
  version.text_edits = diff_paragraphs(text_of(before.article), version.text);
}

ArticleVersion version_values(const Version& version) {
  const Article& article = version.article;
  ArticleVersion values;
  values.title = article.title;
  values.text = text_of(article);
  if (version.at != Timestamp{}) values.at = version.at;
  values.words = count_words(values.text);
  return values;
}

}  // namespace

History history_of(const Xapian::Document& document) {
  History history;
  history.article = article_of(document);
  std::vector<Article> readings = readings_of(document);
  if (readings.empty()) readings = {history.article};
  for (Article& reading : readings) remove_boilerplate(history.article.boilerplate, reading);
  const std::vector<Version> versions = versions_of(readings);
  const Version* before = nullptr;
  for (const Version& version : versions) {
    ArticleVersion next = version_values(version);
    if (before != nullptr) {
      add_edits(*before, version, next);
      if (!next.is_edit() && !next.other_form) continue;
    }
    before = &version;
    history.versions.push_back(std::move(next));
  }
  for (const std::string& title : history.article.earlier_titles) {
    const auto has_it = [&](const ArticleVersion& version) { return squeeze(version.title) == squeeze(title); };
    if (std::none_of(history.versions.begin(), history.versions.end(), has_it)) history.other_titles.push_back(title);
  }
  return history;
}

}  // namespace council_news
