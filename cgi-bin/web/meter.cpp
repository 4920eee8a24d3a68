#include "web/meter.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <stdexcept>

namespace web {
namespace {

/// The file's page, made when it is not there; nullptr when it cannot be.
MeterPage* map_page(const std::string& file, bool is_writable) {
  const int flags = is_writable ? O_RDWR | O_CREAT : O_RDONLY;
  const int descriptor = file.empty() ? -1 : ::open(file.c_str(), flags | O_CLOEXEC, 0660);
  if (!file.empty() && descriptor < 0) return nullptr;
  if (is_writable && !file.empty() && ::ftruncate(descriptor, sizeof(MeterPage)) != 0) {
    ::close(descriptor);
    return nullptr;
  }
  const int protection = is_writable ? PROT_READ | PROT_WRITE : PROT_READ;
  const int sharing = file.empty() ? MAP_SHARED | MAP_ANONYMOUS : MAP_SHARED;
  void* memory = ::mmap(nullptr, sizeof(MeterPage), protection, sharing, descriptor, 0);
  if (descriptor >= 0) ::close(descriptor);
  // Fresh pages are zero, which is a valid MeterPage.
  return memory == MAP_FAILED ? nullptr : static_cast<MeterPage*>(memory);
}

bool is_alive(std::int32_t process) {
  return process != 0 && (::kill(process, 0) == 0 || errno == EPERM);
}

}  // namespace

Meter::Meter(const std::string& file)
    : page_(map_page(file, true)),
      folder_(file.empty() ? "" : std::filesystem::path(file).parent_path().string()) {
  if (page_ == nullptr) throw std::runtime_error(file + ": cannot be mapped");
}

Meter::~Meter() {
  ::munmap(page_, sizeof(MeterPage));
}

void Meter::count(int status, std::uint64_t microseconds) {
  const auto kind = static_cast<std::size_t>(std::clamp(status / 100, 0, 5));
  page_->by_class[kind].fetch_add(1, std::memory_order_relaxed);
  std::size_t bucket = 0;
  while (bucket < kBuckets.size() &&
         microseconds > static_cast<std::uint64_t>(kBuckets[bucket]) * 1000) {
    ++bucket;
  }
  page_->by_time[bucket].fetch_add(1, std::memory_order_relaxed);
  page_->microseconds.fetch_add(microseconds, std::memory_order_relaxed);
}

void Meter::count_worker() {
  page_->started_workers.fetch_add(1, std::memory_order_relaxed);
  for (WorkerSlot& slot : page_->workers) {
    std::int32_t before = slot.process;
    if (is_alive(before) || !slot.process.compare_exchange_strong(before, ::getpid())) continue;
    slot_ = &slot;
    return set_busy(false);
  }
}

void Meter::set_busy(bool is_busy) {
  if (slot_ != nullptr) slot_->is_busy.store(is_busy, std::memory_order_relaxed);
}

Meter& process_meter(const std::string& file) {
  static Meter meter(file);
  return meter;
}

std::vector<PoolFigures> read_meters(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<PoolFigures> pools;
  std::error_code problem;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, problem)) {
    const bool is_whole =
        entry.path().extension() == ".meter" && entry.file_size(problem) >= sizeof(MeterPage);
    MeterPage* page = is_whole ? map_page(entry.path().string(), false) : nullptr;
    if (page == nullptr) continue;
    PoolFigures figures;
    figures.pool = entry.path().stem().string();
    std::ranges::copy(page->by_class, figures.by_class.begin());
    std::ranges::copy(page->by_time, figures.by_time.begin());
    figures.microseconds = page->microseconds;
    figures.started_workers = page->started_workers;
    for (const WorkerSlot& slot : page->workers) {
      if (!is_alive(slot.process)) continue;
      ++figures.workers;
      if (slot.is_busy) ++figures.busy_workers;
    }
    ::munmap(page, sizeof(MeterPage));
    pools.push_back(std::move(figures));
  }
  std::ranges::sort(pools, {}, &PoolFigures::pool);
  return pools;
}

}  // namespace web
