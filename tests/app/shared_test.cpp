// Copies share what was not changed, and never see each other's changes.
#include "app/shared.h"

#include <catch2/catch_amalgamated.hpp>

#include <algorithm>
#include <string>
#include <vector>

using assay::app::Shared;
using assay::app::SharedList;

namespace {

SharedList<std::string> numbered(std::size_t count) {
  SharedList<std::string> list;
  for (std::size_t i = 0; i < count; ++i) list.add(std::to_string(i));
  return list;
}

}  // namespace

TEST_CASE("a shared value is copied when one of two holders changes it") {
  Shared<std::string> one(std::string("ten tons"));
  Shared<std::string> other = one;
  CHECK(one.same(other));
  other.change() = "twelve tons";
  CHECK(*one == "ten tons");
  CHECK(*other == "twelve tons");
  CHECK_FALSE(one.same(other));
  const std::string* own = &*other;
  other.change() += " of sand";
  CHECK(&*other == own);
}

TEST_CASE("a shared list reads like a vector") {
  const SharedList<std::string> list = numbered(300);
  CHECK(list.size() == 300);
  CHECK(list.front() == "0");
  CHECK(list[128] == "128");
  CHECK(list.back() == "299");
  std::vector<std::string> all(list.begin(), list.end());
  CHECK(all.size() == 300);
  CHECK(all[255] == "255");
  CHECK(*std::ranges::find(list, "200") == "200");
  CHECK(SharedList<int>().empty());
}

TEST_CASE("a changed copy differs from its original where it was changed, and shares the rest") {
  const SharedList<std::string> list = numbered(300);
  SharedList<std::string> copy = list;
  CHECK(copy == list);
  copy.change(3) = "three";
  copy.change(299) = "last";
  CHECK(list[3] == "3");
  CHECK(copy[3] == "three");
  CHECK(copy.differences(list) == std::vector<std::size_t>{3, 299});
  CHECK(list.differences(copy) == std::vector<std::size_t>{3, 299});
  CHECK_FALSE(copy == list);
  // The part in the middle is the same in memory.
  CHECK(&copy[200] == &list[200]);
  CHECK(&copy[4] != &list[4]);
  copy.change(3) = "3";
  copy.change(299) = "299";
  CHECK(copy == list);
}

TEST_CASE("rows added to a copy are not in the original") {
  const SharedList<std::string> list = numbered(130);
  SharedList<std::string> copy = list;
  copy.add("more");
  CHECK(list.size() == 130);
  CHECK(copy.size() == 131);
  CHECK(copy.back() == "more");
  CHECK_FALSE(copy == list);
}
