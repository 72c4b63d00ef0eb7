#include "model/snapshot.h"

#include <catch2/catch_amalgamated.hpp>

#include "base/utf8.h"

namespace assay::model {

TEST_CASE("A snapshot is named like a plain file, wherever it came from") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"minutes.pdf", "minutes.pdf"},
      {"/desk/papers/minutes of May.pdf", "minutes of May.pdf"},
      {"C:\\Desk\\minutes.pdf", "minutes.pdf"},
      {"../../etc/passwd", "passwd"},
      {"..", "snapshot"},
      {".bashrc", "bashrc"},
      {"", "snapshot"},
      {"a:b*c?.txt", "a_b_c_.txt"},
      {"tab\there\n.txt", "tab_here_.txt"},
      {"Protokoll Sølvhavn.pdf", "Protokoll Sølvhavn.pdf"},
      {"\xFF.pdf", "snapshot"},
  };
  for (const auto& [name, plain] : rows) {
    INFO(name);
    CHECK(plainFileName(name) == plain);
    CHECK(plainFileName(plain) == plain);
  }
}

TEST_CASE("A long name is cut before its ending") {
  const std::string cut = plainFileName(std::string(500, 'n') + ".pdf");
  CHECK(base::codePointCount(cut) == 120);
  CHECK(cut.ends_with("n.pdf"));
  CHECK(plainFileName(cut) == cut);
}

TEST_CASE("Documents, pictures and recordings are shown; nothing that runs is") {
  for (const std::string_view name : {"a.pdf", "A.PDF", "page.html", "x.y.png", "talk.mp3"}) {
    INFO(name);
    CHECK(isShownNotRun(name));
  }
  for (const std::string_view name :
       {"a", "a.", "a.sh", "a.desktop", "a.exe", "a.pdf.jar", "pdf", "a.py", "a.appimage"}) {
    INFO(name);
    CHECK_FALSE(isShownNotRun(name));
  }
}

TEST_CASE("Sizes are told as people tell them") {
  const std::pair<std::uint64_t, std::string_view> rows[] = {
      {0, "0 bytes"},        {1, "1 byte"},         {812, "812 bytes"},  {1'000, "1 KB"},
      {1'540, "1.5 KB"},     {14'300, "14 KB"},     {999'499, "999 KB"}, {999'500, "1 MB"},
      {3'210'000, "3.2 MB"}, {64'000'000, "64 MB"},
  };
  for (const auto& [bytes, text] : rows) CHECK(sizeText(bytes) == text);
}

}  // namespace assay::model
