// Output that could not be written is an exception, and is not tried again.
#include "common/output_buffer.h"

#include <csignal>
#include <iostream>

#include <fcntl.h>
#include <unistd.h>

#include "common/error.h"
#include "searcher/output/output_stream.h"
#include "tests/support/catch.h"

using namespace council_news;

TEST_CASE("a full disk and a closed pipe") {
  std::signal(SIGPIPE, SIG_IGN);
  const int full = ::open("/dev/full", O_WRONLY);
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::close(ends[0]);
  const std::string much(200'000, 'x');
  for (const bool ascii : {false, true}) {
    OutputStream to_full(full, ascii);
    CHECK_NOTHROW(to_full << "little\n");
    CHECK_THROWS_AS(to_full.flush(), Error);
    OutputStream to_pipe(ends[1], ascii);
    CHECK_THROWS_AS(to_pipe << much << '\n', ClosedPipe);
  }
  ::close(full);
  ::close(ends[1]);
}

TEST_CASE("what was written arrives whole, in ASCII if wanted") {
  for (const bool ascii : {false, true}) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    {
      OutputStream out(ends[1], ascii);
      for (int i = 0; i < 100; ++i) out << "café " << i << '\n' << std::flush;
    }
    ::close(ends[1]);
    std::string read(10'000, '\0');
    std::size_t size = 0;
    while (const ssize_t count = ::read(ends[0], read.data() + size, read.size() - size))
      size += static_cast<std::size_t>(count);
    ::close(ends[0]);
    read.resize(size);
    CHECK(read.starts_with(ascii ? "cafe 0\ncafe 1\n" : "café 0\ncafé 1\n"));
    CHECK(read.ends_with(ascii ? "cafe 99\n" : "café 99\n"));
  }
}
