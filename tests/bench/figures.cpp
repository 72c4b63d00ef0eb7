#include "tests/bench/figures.h"

#include <fmt/format.h>
#include <imgui.h>

#include <array>

#include "tests/bench/workbench_desk.h"

namespace assay::bench {

namespace {

double frameCost(WorkbenchDesk& desk) {
  constexpr int kFrames = 500;
  desk.driver().frame(20);
  const double before = processorNow();
  desk.driver().frame(kFrames);
  return (processorNow() - before) / kFrames;
}

void measureFrame(std::vector<Figure>& figures, WorkbenchDesk& desk, const std::string& name,
                  double limit, const std::string& note) {
  const double cost = frameCost(desk);
  figures.push_back({"processor time of a frame, " + name, "in process", cost, limit, "ms",
                     fmt::format("{}mean of 500, {} vertices", note, desk.driver().vertexCount())});
}

}  // namespace

std::span<const FigurePart> figureParts() {
  static constexpr std::array kParts{
      FigurePart{"frames", measureFrames},   FigurePart{"decisions", measureDecisions},
      FigurePart{"opening", measureOpening}, FigurePart{"jobs", measureJobs},
      FigurePart{"drafts", measureDrafts},   FigurePart{"window", measureWindows}};
  return kParts;
}

void measureFrames(std::vector<Figure>& figures) {
  {
    WorkbenchDesk desk(sampleImport());
    measureFrame(figures, desk, "the sample", kFrameOfSample, "");
    int wanted = 0;
    for (int look = 0; look < 100; ++look) wanted += desk.screen().wantsFrame() ? 1 : 0;
    figures.push_back({"frames wanted while nothing happens", "in process",
                       static_cast<double>(wanted), 0, "frames", "asked 100 times"});
  }
  WorkbenchDesk desk(longArticle(kManyItems));
  measureFrame(figures, desk, "100,000 items", kFrameOfMany, "1 MB of text, ");
  // Where the selection begins is where the list stands; the other end is the farthest to look for.
  desk.driver().key(ImGuiMod_Ctrl | ImGuiKey_A);
  desk.driver().frame(5);
  measureFrame(figures, desk, "100,000 items selected", kFrameOfMany, "");
}

void measureOpening(std::vector<Figure>& figures) {
  const Scratch scratch;
  makeStore(scratch.path() / "book.assay", bookArticle());
  const Clock::time_point begin = Clock::now();
  WorkbenchDesk desk(scratch.path() / "book.assay");
  desk.driver().frame();
  figures.push_back({"opening 50,000 words, 2,000 items", "in process", millisecondsSince(begin),
                     kOpening, "ms", "store to first frame"});
}

}  // namespace assay::bench
