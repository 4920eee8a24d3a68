#include "catalog/picture_store.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <thread>

#include "base/random.h"
#include "base/text.h"

namespace catalog {
namespace {

namespace fs = std::filesystem;

constexpr std::array<int, 3> kWidths = {320, 640, 1280};  // as tools/make_picture.cpp makes them
constexpr int kUsualWidth = 640;
constexpr std::string_view kFolder = "up/";

/// A folder that is gone at the end, with all that is in it.
class ScratchFolder {
 public:
  explicit ScratchFolder(const fs::path& inside) : path_(inside / (".making-" + random_token())) {
    fs::create_directories(path_);
  }
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

fs::path program_beside_us() {
  return fs::read_symlink("/proc/self/exe").parent_path() / "make_picture";
}

/// Runs a program, its output into a file; the exit code, or nothing when it died or took too long.
std::optional<int> run(const fs::path& program, const std::vector<std::string>& arguments,
                       const fs::path& output) {
  std::vector<char*> argv;
  const std::string name = program.string();
  argv.push_back(const_cast<char*>(name.c_str()));
  for (const std::string& argument : arguments) {
    argv.push_back(const_cast<char*>(argument.c_str()));
  }
  argv.push_back(nullptr);
  std::array<char*, 2> environment = {const_cast<char*>("VIPS_WARNING=0"), nullptr};

  posix_spawn_file_actions_t files{};
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&files, 1, output.c_str(), O_WRONLY | O_CREAT, 0600);
  ::posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  // No database socket and no visitor's connection for a program that reads strange bytes.
  ::posix_spawn_file_actions_addclosefrom_np(&files, 3);
  posix_spawnattr_t attributes{};
  ::posix_spawnattr_init(&attributes);
  sigset_t none{};
  ::sigemptyset(&none);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  pid_t child = 0;
  const int failed =
      ::posix_spawn(&child, name.c_str(), &files, &attributes, argv.data(), environment.data());
  ::posix_spawn_file_actions_destroy(&files);
  ::posix_spawnattr_destroy(&attributes);
  if (failed != 0) throw std::runtime_error(name + " cannot be started");

  constexpr std::chrono::seconds kPatience(25);
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  int status = 0;
  pid_t ended = 0;
  while ((ended = ::waitpid(child, &status, WNOHANG)) == 0) {
    if (std::chrono::steady_clock::now() > deadline) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return std::nullopt;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  if (ended != child || !WIFEXITED(status)) return std::nullopt;
  return WEXITSTATUS(status);
}

void write_file(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error("cannot write below the pictures folder");
}

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

PictureOutcome outcome_of(const std::optional<int>& code) {
  // 0 to 6 as tools/make_picture.cpp documents them; a killed program had something that broke it.
  if (!code) return PictureOutcome::broken;
  switch (*code) {
    case 0: return PictureOutcome::made;
    case 3: return PictureOutcome::unknown_format;
    case 4: return PictureOutcome::too_many_pixels;
    case 5: return PictureOutcome::wrong_shape;
    case 6: return PictureOutcome::broken;
    default: throw std::runtime_error("make_picture failed with code " + std::to_string(*code));
  }
}

std::vector<int> widths_up_to(int whole) {
  std::vector<int> widths;
  for (const int width : kWidths) {
    if (width < whole) widths.push_back(width);
  }
  widths.push_back(whole);
  return widths;
}

/// The smallest that is wide enough for a page, or the largest there is.
int usual_width(const std::vector<int>& widths) {
  for (const int width : widths) {
    if (width >= kUsualWidth) return width;
  }
  return widths.back();
}

/// "up/AbC_-1-1280" of "up/AbC_-1-1280/640.jpg"; empty when it is none of ours.
std::string_view folder_of(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  if (!file.starts_with(kFolder) || slash < kFolder.size()) return {};
  const std::string_view token = file.substr(kFolder.size(), slash - kFolder.size());
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  if (token.find_first_not_of(kLetters) != std::string_view::npos) return {};
  return file.substr(0, slash);
}

}  // namespace

MadePicture make_picture(const std::string& folder, std::string_view bytes) {
  const fs::path root(folder);
  fs::create_directories(root / kFolder);
  const ScratchFolder scratch(root);
  const fs::path input = scratch.path() / "input";
  const fs::path made = scratch.path() / "made";
  const fs::path output = scratch.path() / "output";
  write_file(input, bytes);
  fs::create_directory(made);

  const auto code = run(program_beside_us(), {input.string(), made.string()}, output);
  const PictureOutcome outcome = outcome_of(code);
  if (outcome != PictureOutcome::made) return {outcome, {}};
  const auto width = to_integer(first_line(output), 1, kWidths.back());
  if (!width) throw std::runtime_error("make_picture does not say how wide the picture is");

  const std::string name = std::string(kFolder) + random_token(12) + "-" + std::to_string(*width);
  fs::rename(made, root / name);  // all sizes at once, or none
  const int usual = usual_width(widths_up_to(static_cast<int>(*width)));
  return {PictureOutcome::made, name + "/" + std::to_string(usual) + ".jpg"};
}

void drop_picture(const std::string& folder, std::string_view file) {
  const std::string_view own = folder_of(file);
  if (own.empty()) return;
  std::error_code ignored;  // a file that stays is no reason to refuse the change
  fs::remove_all(fs::path(folder) / own, ignored);
}

PictureSizes sizes_of(std::string_view file) {
  const std::string_view folder = folder_of(file);
  const std::size_t dash = folder.rfind('-');
  if (folder.empty() || dash == std::string_view::npos) return {};
  const auto width = to_integer(folder.substr(dash + 1), 1, kWidths.back());
  if (!width) return {};
  return {folder, widths_up_to(static_cast<int>(*width))};
}

}  // namespace catalog
