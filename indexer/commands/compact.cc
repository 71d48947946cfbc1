#include <cerrno>
#include <csignal>
#include <iostream>

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/index/database.h"
#include "common/interruption.h"
#include "indexer/commands/command.h"
#include "indexer/commands/maintenance.h"
#include "indexer/commands/replacement.h"

namespace council_news {
namespace {

double megabytes(const std::filesystem::path& folder) { return static_cast<double>(size_of(folder)) / 1e6; }

/// What `compact` says if it fails; empty if it succeeds.
std::string compact_into(Xapian::Database& database, const std::filesystem::path& folder) {
  try {
    database.compact(folder.string(), Xapian::DBCOMPACT_NO_RENUMBER);
    return {};
  } catch (const Xapian::Error& error) {
    return error.get_msg().empty() ? "unknown error" : error.get_msg();
  } catch (const std::exception& error) {
    return error.what();
  }
}

/// The child process that compacts. Xapian cannot be stopped in the middle of that, but a process can. Killed at the
/// end of the scope, if it still runs.
class Child {
 public:
  /// Starts `work`. What it returns is the child's message.
  explicit Child(const std::function<std::string()>& work) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw DatabaseError("could not start to compact: no pipe");
    from_child_ = ends[0];
    const pid_t parent = ::getpid();
    id_ = ::fork();
    if (id_ == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // if the parent is killed
      const std::string message = ::getppid() == parent ? work() : "";
      (void)!::write(ends[1], message.data(), message.size());
      ::_exit(0);
    }
    ::close(ends[1]);
    if (id_ < 0) throw DatabaseError("could not start to compact: no process");
  }
  ~Child() {
    ::close(from_child_);
    if (id_ <= 0) return;
    ::kill(id_, SIGKILL);
    while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) continue;
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Waits for its end and returns its message. Throws Interrupted, and DatabaseError if it was killed.
  std::string wait() {
    std::string message;
    char bytes[4096];
    for (;;) {
      constexpr int kWaitMs = 200;
      pollfd input{.fd = from_child_, .events = POLLIN, .revents = 0};
      const bool ready = ::poll(&input, 1, kWaitMs) > 0;
      stop_if_interrupted();
      if (!ready) continue;
      const ssize_t count = ::read(from_child_, bytes, sizeof bytes);
      if (count == 0) break;
      if (count > 0) message.append(bytes, static_cast<std::size_t>(count));
    }
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) continue;
    id_ = 0;
    if (status != 0) throw DatabaseError("compacting ended early", "the database was not changed");
    return message;
  }

 private:
  pid_t id_ = 0;
  int from_child_ = -1;
};

}  // namespace

ExitStatus run_compact(const std::vector<std::string>& arguments) {
  const auto values = read_maintenance_options("compact [options]", arguments);
  if (!values) return ExitStatus::ok;
  catch_interruptions();
  const ArchiveLock lock = lock_existing(database_of(*values));
  const std::filesystem::path& path = lock.path();
  Xapian::WritableDatabase database = open_for_writing(lock);
  const double before = megabytes(path);
  Replacement copy(lock);
  if (const std::string why = Child([&] { return compact_into(database, copy.path()); }).wait(); !why.empty())
    throw DatabaseError("the database could not be compacted: " + why, "is the disk full?");
  if (Xapian::Database(copy.path().string()).get_doccount() != database.get_doccount())
    throw DatabaseError("the compacted copy lacks articles; the database was not changed");
  copy.replace_archive();
  std::cerr << fmt::format("{:.1f} MB before, {:.1f} MB after\n", before, megabytes(path));
  return ExitStatus::ok;
}

}  // namespace council_news
