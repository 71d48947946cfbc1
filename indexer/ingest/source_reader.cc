#include "indexer/ingest/source_reader.h"

#include <algorithm>
#include <thread>
#include <utility>

#include <fmt/core.h>

#include "common/error.h"
#include "common/input_errors.h"
#include "common/interruption.h"
#include "common/text/utf8.h"
#include "indexer/read/read_document.h"
#include "indexer/source/walk.h"

namespace council_news {
namespace {

/// A larger document is read alone, on the calling thread, and its articles are delivered as they are read: few of them
/// are in memory at a time.
constexpr std::size_t kLargeDocument = std::size_t{1} << 20;
/// Limits for reading ahead: enough to keep all threads busy in little memory.
constexpr std::size_t kMaxPendingBytes = std::size_t{8} << 20;
constexpr std::size_t kMaxPending = 64;

void read_into(const Input& input, const ArticleSink& sink) {
  read_document(input, [&](Article&& article) {
    if (article.source.empty()) article.source = input.source;
    sink(std::move(article));
  });
}

}  // namespace

SourceReader::SourceReader(ReadEvents events)
    : events_(std::move(events)), pool_(std::max(1u, std::thread::hardware_concurrency())) {}

void SourceReader::read(const Source& source, const std::string& url, Done done) {
  const std::string name = clean_utf8(source.name);
  sources_.push_back({.name = name, .was_named = source.was_named, .done = std::move(done), .tally = {}});
  const auto push_error = [this](const std::string& of, const auto& error) {
    push({.name = of, .articles = {}, .error = std::make_exception_ptr(error)});
  };
  stop_if_interrupted();
  try {
    walk_documents(source, url,
                   {[this](Input&& input, std::size_t first_line) { document(std::move(input), first_line); },
                    [&](const std::string& of, const std::string& why) { push_error(of, NoArticleError(why)); },
                    [&](const std::string& of, const InputError& error) { push_error(of, error); }});
  } catch (const NoArticleError& error) {
    push_error(name, error);
  } catch (const InputError& error) {
    push_error(name, error);
  }
  push({.name = name, .articles = {}, .error = nullptr, .bytes = 0, .ends_source = true});
}

void SourceReader::finish() {
  while (!pending_.empty()) deliver_first();
}

void SourceReader::document(Input&& input, std::size_t first_line) {
  Reading reading;
  reading.name = input.source + (first_line == 1 ? "" : fmt::format(" (from line {})", first_line));
  reading.bytes = input.bytes.size();
  if (reading.bytes > kLargeDocument) {
    finish();
    try {
      read_into(input, [this](Article&& article) { deliver_article(std::move(article)); });
    } catch (const InputError&) {
      reading.error = std::current_exception();
    }
    return deliver(std::move(reading));
  }
  const std::size_t bytes = reading.bytes;
  auto work = [input = std::move(input), reading = std::move(reading)]() mutable {
    try {
      read_into(input, [&](Article&& article) { reading.articles.push_back(std::move(article)); });
    } catch (const std::exception&) {
      reading.error = std::current_exception();
    }
    return std::move(reading);
  };
  push(pool_.run(std::move(work)), bytes);
}

void SourceReader::push(Reading&& reading) {
  std::promise<Reading> ready;
  ready.set_value(std::move(reading));
  push(ready.get_future(), 0);
}

/// The order and timing of events depend only on what was read, never on the speed of the threads.
void SourceReader::push(std::future<Reading>&& reading, std::size_t bytes) {
  pending_.push_back({std::move(reading), bytes});
  pending_bytes_ += bytes;
  while (pending_.size() > kMaxPending || pending_bytes_ > kMaxPendingBytes) deliver_first();
}

void SourceReader::deliver_first() {
  Pending first = std::move(pending_.front());
  pending_.pop_front();
  pending_bytes_ -= first.bytes;
  deliver(first.reading.get());
}

void SourceReader::deliver(Reading&& reading) {
  stop_if_interrupted();
  sources_.front().tally.bytes += reading.bytes;
  for (Article& article : reading.articles) deliver_article(std::move(article));
  if (reading.error) report_error(reading.name, reading.error);
  if (!reading.ends_source) return;
  const Progress ended = std::move(sources_.front());
  sources_.pop_front();
  if (ended.done) ended.done(ended.tally);
}

void SourceReader::deliver_article(Article&& article) {
  stop_if_interrupted();
  events_.article(std::move(article));
  ++sources_.front().tally.articles;
}

void SourceReader::report_error(const std::string& name, const std::exception_ptr& error) {
  Progress& source = sources_.front();
  ReadTally& tally = source.tally;
  const auto fail = [&](const InputError& thrown) {
    if (tally.failed++ == 0) {
      const std::size_t below = name.starts_with(source.name + "!") ? source.name.size() + 1 : name.size();
      tally.first_failure = (below < name.size() ? name.substr(below) + ": " : "") + thrown.what();
    }
    events_.failed(name, thrown.what(), thrown.hint());
  };
  try {
    std::rethrow_exception(error);
  } catch (const NoArticleError& thrown) {
    if (source.was_named && name == source.name && tally.articles == 0) return fail(thrown);
    ++tally.skipped;
    events_.skipped(name, thrown.what());
  } catch (const InputError& thrown) {
    fail(thrown);
  } catch (const std::exception& thrown) {
    fail(input_error_of(thrown));
  }
}

}  // namespace council_news
