/// http_error.h - refusals of a request. Thrown by pages and by web/, never by the domain;
/// web/dispatch.cpp turns them into an answer.
///
/// what() is for the log. What the visitor reads is message(), a key of messages.en.txt; without
/// one the error page's own words for the status stand alone.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "web/messages.h"

namespace web {

class HttpError : public std::runtime_error {
 public:
  HttpError(int status, const std::string& what, Message message = {})
      : std::runtime_error(what), status_(status), message_(std::move(message)) {}
  int status() const { return status_; }
  const Message& message() const { return message_; }

 private:
  int status_;
  Message message_;
};

/// There is nothing here, or nothing that this visitor may know of.
class NotFound : public HttpError {
 public:
  explicit NotFound(const std::string& what, Message message = {})
      : HttpError(404, what, std::move(message)) {}
};

/// Input that our own forms cannot send.
class BadRequest : public HttpError {
 public:
  explicit BadRequest(const std::string& what, Message message = {})
      : HttpError(400, what, std::move(message)) {}
};

class Forbidden : public HttpError {
 public:
  explicit Forbidden(const std::string& what, Message message = {})
      : HttpError(403, what, std::move(message)) {}
};

/// A page sends the visitor to /login and back; the API answers 401.
class LoginNeeded : public HttpError {
 public:
  explicit LoginNeeded(const std::string& what) : HttpError(401, what) {}
};

class MethodNotAllowed : public HttpError {
 public:
  MethodNotAllowed(const std::string& what, std::string allow)
      : HttpError(405, what), allow_(std::move(allow)) {}
  const std::string& allow() const { return allow_; }

 private:
  std::string allow_;
};

/// A token that is no good (any more); `description` tells the client why: RFC 6750, section 3.1.
class BadToken : public HttpError {
 public:
  explicit BadToken(const std::string& description)
      : HttpError(401, "token: " + description), description_(description) {}
  const std::string& description() const { return description_; }

 private:
  std::string description_;
};

/// What was asked for does not fit what the shop holds now.
class Conflict : public HttpError {
 public:
  Conflict(const std::string& what, Message message) : HttpError(409, what, std::move(message)) {}
};

class UnsupportedMediaType : public HttpError {
 public:
  explicit UnsupportedMediaType(const std::string& what, Message message = {})
      : HttpError(415, what, std::move(message)) {}
};

struct FieldProblem {
  std::string field{};
  Message message{};
};

/// Bad fields in JSON: 422 with one sentence a field.
class BadFields : public HttpError {
 public:
  explicit BadFields(std::vector<FieldProblem> problems)
      : HttpError(422, "bad fields"), problems_(std::move(problems)) {}
  const std::vector<FieldProblem>& problems() const { return problems_; }

 private:
  std::vector<FieldProblem> problems_;
};

class TooLarge : public HttpError {
 public:
  explicit TooLarge(const std::string& what) : HttpError(413, what) {}
};

class TooManyRequests : public HttpError {
 public:
  TooManyRequests(const std::string& what, int retry_after_seconds)
      : HttpError(429, what), retry_after_seconds_(retry_after_seconds) {}
  int retry_after_seconds() const { return retry_after_seconds_; }

 private:
  int retry_after_seconds_;
};

}  // namespace web
