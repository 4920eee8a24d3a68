/// meter.h - how many requests a pool has answered, and how fast: one page of memory that all its
/// workers share, in a file beside the pool's socket, so that any pool can read all of them.
///
/// Units: buckets are upper bounds in milliseconds.
/// Errors: without a file to share (CGI, tests) a Meter counts for its own process only.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

namespace web {

inline constexpr std::array<int, 10> kBuckets = {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000};

/// One worker's place on the page, taken over when its process has died.
struct WorkerSlot {
  std::atomic<std::int32_t> process{};  // 0: free
  std::atomic<bool> is_busy{};
};
inline constexpr std::size_t kMostWorkers = 128;  // more are not counted

struct MeterPage {
  std::array<std::atomic<std::uint64_t>, 6> by_class{};                   // 1xx … 5xx at 1 … 5
  std::array<std::atomic<std::uint64_t>, kBuckets.size() + 1> by_time{};  // the last: longer
  std::atomic<std::uint64_t> microseconds{};
  std::atomic<std::uint64_t> started_workers{};
  std::array<WorkerSlot, kMostWorkers> workers{};
};
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

class Meter {
 public:
  /// Counts into this file; an empty name shares with nobody. Throws std::runtime_error.
  explicit Meter(const std::string& file = {});
  ~Meter();
  Meter(const Meter&) = delete;
  Meter& operator=(const Meter&) = delete;

  void count(int status, std::uint64_t microseconds);
  /// This process is a worker now: it takes a place on the page.
  void count_worker();
  /// Whether it is answering somebody.
  void set_busy(bool is_busy);
  const MeterPage& page() const { return *page_; }
  /// Where the meters of all pools lie; empty when this one is on no file.
  const std::string& folder() const { return folder_; }

 private:
  MeterPage* page_ = nullptr;
  WorkerSlot* slot_ = nullptr;
  std::string folder_{};
};

/// The meter of this process and of the workers forked from it. main.cpp opens it on a file before
/// they are; else it counts for the process alone. The one thing that processes share, so the one
/// place for it.
Meter& process_meter(const std::string& file = {});

struct PoolFigures {
  std::string pool{};  // the file's stem
  std::array<std::uint64_t, 6> by_class{};
  std::array<std::uint64_t, kBuckets.size() + 1> by_time{};
  std::uint64_t microseconds = 0;
  std::uint64_t started_workers = 0;
  int workers = 0;  // alive now
  int busy_workers = 0;
};

/// What all "*.meter" files of this folder hold now.
std::vector<PoolFigures> read_meters(const std::string& folder);

}  // namespace web
