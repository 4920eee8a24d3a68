#include "mail/transport.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace mail {
namespace {

struct CurlDeleter {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct ListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// What is left of the message while curl fetches it piece by piece.
struct Unsent {
  std::string_view rest;
};

std::size_t read_message(char* buffer, std::size_t size, std::size_t count, void* data) {
  auto& unsent = *static_cast<Unsent*>(data);
  const std::size_t length = std::min(size * count, unsent.rest.size());
  std::memcpy(buffer, unsent.rest.data(), length);
  unsent.rest.remove_prefix(length);
  return length;
}

bool is_unreachable(CURLcode code) {
  return code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST ||
         code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_LOGIN_DENIED ||
         code == CURLE_USE_SSL_FAILED || code == CURLE_SSL_CONNECT_ERROR ||
         code == CURLE_PEER_FAILED_VERIFICATION;
}

class SmtpTransport : public Transport {
 public:
  explicit SmtpTransport(const SmtpSettings& settings)
      : settings_(settings), curl_(curl_easy_init()) {
    if (!curl_) throw std::runtime_error("libcurl cannot be started");
  }

  SendResult send(const std::string& from, const std::string& recipient, const std::string&,
                  const std::string& message) override {
    CURL* curl = curl_.get();
    curl_easy_reset(curl);  // the connection stays open for the next letter
    set_server(curl);
    const std::unique_ptr<curl_slist, ListDeleter> recipients(
        curl_slist_append(nullptr, ("<" + recipient + ">").c_str()));
    Unsent unsent{message};
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ("<" + from + ">").c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_message);
    curl_easy_setopt(curl, CURLOPT_READDATA, &unsent);
    error_[0] = '\0';
    return to_result(curl, curl_easy_perform(curl));
  }

 private:
  void set_server(CURL* curl) {
    curl_easy_setopt(curl, CURLOPT_URL, settings_.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 10L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(settings_.timeout_s));
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error_.data());
    if (settings_.user.empty()) {
      curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
      const bool is_smtps = settings_.url.starts_with("smtps:");
      curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, is_smtps ? 1L : 0L);
      curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, is_smtps ? 2L : 0L);
    } else {
      curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
      curl_easy_setopt(curl, CURLOPT_USERNAME, settings_.user.c_str());
      curl_easy_setopt(curl, CURLOPT_PASSWORD, settings_.password.c_str());
    }
  }

  SendResult to_result(CURL* curl, CURLcode code) {
    if (code == CURLE_OK) return {};
    const std::string why = error_[0] != '\0' ? error_.data() : curl_easy_strerror(code);
    if (is_unreachable(code)) return {SendOutcome::unreachable, why};
    long answer = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
    const bool is_refused = answer >= 500 && answer < 600 && code != CURLE_OPERATION_TIMEDOUT;
    return {is_refused ? SendOutcome::refused : SendOutcome::failed, why};
  }

  SmtpSettings settings_;
  std::unique_ptr<CURL, CurlDeleter> curl_;
  std::array<char, CURL_ERROR_SIZE> error_{};
};

class FolderTransport : public Transport {
 public:
  explicit FolderTransport(std::string folder) : folder_(std::move(folder)) {}

  SendResult send(const std::string&, const std::string&, const std::string& message_key,
                  const std::string& message) override {
    const std::string file = folder_ + "/" + message_key + ".eml";
    const std::string half = file + ".part";
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    {
      std::ofstream output(half, std::ios::binary);
      output << message;
      if (!output.flush()) return {SendOutcome::unreachable, half + ": cannot be written"};
    }
    std::filesystem::rename(half, file, error);
    if (error) return {SendOutcome::unreachable, file + ": " + error.message()};
    return {};
  }

 private:
  std::string folder_;
};

}  // namespace

std::unique_ptr<Transport> make_smtp_transport(const SmtpSettings& settings) {
  return std::make_unique<SmtpTransport>(settings);
}

std::unique_ptr<Transport> make_folder_transport(const std::string& folder) {
  return std::make_unique<FolderTransport>(folder);
}

}  // namespace mail
