#pragma once

#include <stdexcept>
#include <string>

namespace council_news {

/// What both programs exit with. The searcher uses `ok` when something matched and `nothing` when nothing did; the
/// indexer uses `ok` when all went well and `some_failed` when some sources failed and the rest is in.
enum class ExitStatus {
  ok = 0,
  nothing = 1,
  some_failed = 1,
  usage = 2,
  database = 3,
  locked = 4,
};

/// What ended an operation: what happened (naming the input), how to go on, and the exit status it means for a whole
/// program. One bad source is caught in the run and does not end it; everything else is caught once, in main().
class Error : public std::runtime_error {
 public:
  Error(ExitStatus status, const std::string& what, std::string hint = {})
      : std::runtime_error(what), status_(status), hint_(std::move(hint)) {}

  ExitStatus status() const { return status_; }
  /// How to go on; may be empty.
  const std::string& hint() const { return hint_; }

 private:
  ExitStatus status_;
  std::string hint_;
};

/// A source or document that cannot be read.
struct InputError : Error {
  explicit InputError(const std::string& what, std::string hint = {})
      : Error(ExitStatus::some_failed, what, std::move(hint)) {}
};

/// A document that is whole and readable but holds no article: a listing, a consent wall, a program, a picture.
struct NoArticleError : InputError {
  using InputError::InputError;
};

/// A command line or request that cannot be obeyed.
struct UsageError : Error {
  explicit UsageError(const std::string& what, std::string hint = {})
      : Error(ExitStatus::usage, what, std::move(hint)) {}
};

/// A database that cannot be created, read or written.
struct DatabaseError : Error {
  explicit DatabaseError(const std::string& what, std::string hint = {})
      : Error(ExitStatus::database, what, std::move(hint)) {}
};

}  // namespace council_news
