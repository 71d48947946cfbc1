// No input ends a run, whatever its reader throws.
#include "common/input_errors.h"

#include <stdexcept>

#include "common/interruption.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

template <typename Thrown>
std::string failure_of(const Thrown& thrown) {
  try {
    with_input_errors([&] { throw thrown; });
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("what a reader throws becomes an InputError") {
  CHECK(failure_of(InputError("as it was")) == "as it was");
  CHECK(failure_of(std::bad_alloc()) == "not enough memory to read it");
  CHECK(failure_of(std::length_error("basic_string")) == "it could not be read (basic_string)");
  CHECK(failure_of(std::out_of_range("at")) == "it could not be read (at)");
  CHECK(failure_of(DatabaseError("a table")) == "it could not be read (a table)");
  CHECK_THROWS_AS(with_input_errors([] { throw NoArticleError("a picture"); }), NoArticleError);
  CHECK(with_input_errors([] { return 7; }) == 7);
}

TEST_CASE("exceptions of callbacks and interruptions are no errors of the input") {
  const auto calls = [](const auto& thrown) {
    with_input_errors([&] { with_input_errors([&] { call_back([&] { call_back([&] { throw thrown; }); }); }); });
  };
  CHECK_THROWS_WITH(with_input_errors([] { call_back([] { throw std::runtime_error("the disk is full"); }); }),
                    "the disk is full");
  CHECK_THROWS_AS(with_input_errors([] { call_back([] { throw DatabaseError("locked"); }); }), DatabaseError);
  CHECK_THROWS_AS(calls(Interrupted{15}), Interrupted);
  CHECK_THROWS_AS(with_input_errors([] { throw Interrupted{15}; }), Interrupted);
}
