#include "base/job.h"

#include <catch2/catch_amalgamated.hpp>

#include <string>
#include <thread>
#include <vector>

namespace assay::base {

TEST_CASE("A job without a token is never cancelled and reports to nobody") {
  const Job job;
  CHECK_FALSE(job.cancelled());
  job.report(0.5, "reading");
}

TEST_CASE("A token cancelled on another thread is seen by the job") {
  CancelToken token;
  const Job job{&token, {}};
  CHECK_FALSE(job.cancelled());
  std::thread([&] { token.cancel(); }).join();
  CHECK(job.cancelled());
  CHECK(token.cancelled());
}

TEST_CASE("Progress is passed on as it was said") {
  std::vector<std::string> said;
  const Job job{nullptr, [&](double fraction, std::string_view doing) {
                  said.push_back(std::to_string(fraction).substr(0, 4) + " " + std::string(doing));
                }};
  job.report(0.25, "reading");
  job.report(1, "done");
  CHECK(said == std::vector<std::string>{"0.25 reading", "1.00 done"});
}

}  // namespace assay::base
