#pragma once

#include <stdexcept>
#include <string>

namespace council_news {

/// Exit statuses of both programs. The searcher returns `ok` if something matched and `nothing` otherwise; the indexer
/// returns `ok` if everything succeeded and `some_failed` if some sources failed.
enum class ExitStatus {
  ok = 0,
  nothing = 1,
  some_failed = 1,
  usage = 2,
  database = 3,
  locked = 4,
};

/// An error that ends an operation: what happened (naming the input), a hint, and the program's exit status. An error
/// in one source is caught in the run and does not end it; all others are caught once, in main().
class Error : public std::runtime_error {
 public:
  Error(ExitStatus status, const std::string& what, std::string hint = {})
      : std::runtime_error(what), status_(status), hint_(std::move(hint)) {}

  ExitStatus status() const { return status_; }
  /// What to do about it; may be empty.
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

/// A readable document without an article: a listing, a consent wall, a program, a picture.
struct NoArticleError : InputError {
  using InputError::InputError;
};

/// An invalid command line or request.
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
