#pragma once

#include <exception>
#include <new>
#include <string>
#include <utility>

#include "common/error.h"

namespace council_news {

/// The failure of an input that an exception stands for which its reader did not expect.
inline InputError input_error_of(const std::exception& error) {
  const bool lacks_memory = dynamic_cast<const std::bad_alloc*>(&error) != nullptr;
  return InputError(lacks_memory ? "not enough memory to read it"
                                 : std::string("it could not be read (") + error.what() + ")");
}

/// Carries an exception of a callback through the reader that called it. Not a std::exception, so that nothing takes it
/// for an error of the input.
struct CallbackFailure {
  std::exception_ptr cause;
};

/// Calls a callback of the caller from within with_input_errors().
template <typename Callback>
void call_back(const Callback& callback) {
  try {
    callback();
  } catch (const CallbackFailure&) {
    throw;
  } catch (const std::exception&) {
    throw CallbackFailure{std::current_exception()};
  }
}

/// Runs `read`, which reads an input, and makes every std::exception that it throws an InputError: no input can end a
/// run, whatever its reader throws. Exceptions of callbacks (call_back) are passed on as they are.
template <typename Read>
auto with_input_errors(const Read& read) {
  try {
    return read();
  } catch (const InputError&) {
    throw;
  } catch (const CallbackFailure& failure) {
    std::rethrow_exception(failure.cause);
  } catch (const std::exception& error) {
    throw input_error_of(error);
  }
}

}  // namespace council_news
