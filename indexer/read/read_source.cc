#include "indexer/read/read_source.h"

#include <fmt/core.h>

#include "common/error.h"
#include "common/text/utf8.h"
#include "indexer/read/read_document.h"
#include "indexer/source/walk.h"

namespace council_news {

ReadTally read_source(const Source& source, const std::string& url, const ReadEvents& events) {
  ReadTally tally;
  const std::string source_name = clean_utf8(source.name);
  const auto fail = [&](const std::string& name, const InputError& error) {
    if (tally.failed++ == 0) {
      const std::size_t below = name.starts_with(source_name + "!") ? source_name.size() + 1 : name.size();
      tally.first_failure = (below < name.size() ? name.substr(below) + ": " : "") + error.what();
    }
    events.failed(name, error.what(), error.hint());
  };
  const auto skip = [&](const std::string& name, const NoArticleError& error) {
    if (source.was_named && name == source_name && tally.articles == 0) return fail(name, error);
    ++tally.skipped;
    events.skipped(name, error.what());
  };
  const auto read = [&](const Input& document, std::size_t first_line) {
    const std::string part = first_line == 1 ? "" : fmt::format(" (from line {} on)", first_line);
    tally.bytes += document.bytes.size();
    try {
      read_document(document, [&](Article&& article) {
        if (article.source.empty()) article.source = document.source;
        events.article(std::move(article));
        ++tally.articles;
      });
    } catch (const NoArticleError& error) {
      skip(document.source + part, error);
    } catch (const InputError& error) {
      fail(document.source + part, error);
    }
  };
  const auto pass_over = [&](const std::string& name, const std::string& why) { skip(name, NoArticleError(why)); };
  try {
    walk_documents(source, url, {read, pass_over, fail});
  } catch (const NoArticleError& error) {
    skip(source_name, error);
  } catch (const InputError& error) {
    fail(source_name, error);
  }
  return tally;
}

}  // namespace council_news
