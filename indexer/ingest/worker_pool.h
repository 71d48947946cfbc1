#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace council_news {

/// A first-in, first-out thread pool that starts its threads on demand.
class WorkerPool {
 public:
  explicit WorkerPool(unsigned max_threads) : max_threads_(max_threads) {}
  /// Drops work that has not started, and waits for the rest.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// The future receives what `work` returns or throws.
  template <typename Work>
  std::future<std::invoke_result_t<Work>> run(Work work) {
    auto task = std::make_shared<std::packaged_task<std::invoke_result_t<Work>()>>(std::move(work));
    auto result = task->get_future();
    add([task = std::move(task)] { (*task)(); });
    return result;
  }

 private:
  void add(std::function<void()> work);
  void work_on();

  unsigned max_threads_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> waiting_;
  bool ended_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace council_news
