#include "app/importing.h"

#include <fmt/format.h>

#include <exception>
#include <utility>

#include "extract/extract.h"
#include "import/import.h"

namespace assay::app {

namespace {

// Shares of the whole for the progress bar; finding takes most of the time.
constexpr double kReadingShare = 0.1;

base::Job share(const base::Job& whole, double from, double to) {
  base::Job part;
  part.cancel = whole.cancel;
  part.progress = [&whole, from, to](double fraction, std::string_view doing) {
    whole.report(from + (to - from) * fraction, doing);
  };
  return part;
}

base::Result<ImportArticle> extracted(base::Result<model::Document> document, const base::Job& job,
                                      extract::Setting setting, Take take, Memory* memory) {
  if (!document) return base::passOn(std::move(document));
  job.report(kReadingShare, "finding quotes and claims");
  auto extraction = extract::extract(*document, share(job, kReadingShare, 1), memory, setting);
  if (!extraction) return base::passOn(std::move(extraction));
  if (take == Take::items) *extraction = model::withoutAttitudes(std::move(*extraction));
  // One list of all that a reader should know: how the text came in, and what was not found in it.
  for (const model::Warning& warning : extraction->warnings) document->warnings.push_back(warning);
  return ImportArticle{std::move(*document), std::move(*extraction)};
}

std::unexpected<base::Error> nothingRead() {
  return base::fail(base::ErrorCode::internal, "Nothing was read.");
}

base::Result<model::Document> readText(std::string bytes, const std::string& name,
                                       const base::Job& job) {
  return importer::importDocument({std::move(bytes), name}, {}, share(job, 0, kReadingShare));
}

base::Result<model::Document> readFile(const std::filesystem::path& file,
                                       const base::FileSystem& files, const base::Job& job) {
  job.report(0, "reading");
  auto bytes = files.read(file, importer::Limits{}.maxBytes);
  if (!bytes) return base::passOn(std::move(bytes));
  return readText(std::move(*bytes), file.string(), job);
}

}  // namespace

std::optional<extract::Setting> settingNamed(std::string_view name) {
  if (name == "automatic") return extract::Setting::automatic;
  if (name == "fast") return extract::Setting::fast;
  if (name == "thorough") return extract::Setting::thorough;
  return std::nullopt;
}

base::Result<ImportArticle> prepareImport(const std::filesystem::path& file,
                                          const base::FileSystem& files, const base::Job& job,
                                          extract::Setting setting, Take take, Memory* memory) {
  return extracted(readFile(file, files, job), job, setting, take, memory);
}

base::Result<ImportArticle> prepareImportOfText(std::string text, std::string_view name,
                                                const base::Job& job, extract::Setting setting,
                                                Take take, Memory* memory) {
  return extracted(readText(std::move(text), std::string(name), job), job, setting, take, memory);
}

ImportJob::ImportJob(std::filesystem::path file, const base::FileSystem& files,
                     std::unique_ptr<Memory> memory)
    : name_(file.filename().string()), memory_(std::move(memory)), result_(nothingRead()) {
  start([this, file = std::move(file), &files](const base::Job& job) {
    return prepareImport(file, files, job, extract::Setting::automatic, Take::items, memory_.get());
  });
}

ImportJob::ImportJob(std::string pastedText, std::unique_ptr<Memory> memory)
    : name_("pasted text"), memory_(std::move(memory)), result_(nothingRead()) {
  start([this, text = std::move(pastedText)](const base::Job& job) mutable {
    return prepareImportOfText(std::move(text), name_, job, extract::Setting::automatic,
                               Take::items, memory_.get());
  });
}

void ImportJob::start(std::function<base::Result<ImportArticle>(const base::Job&)> work) {
  thread_.start([this, work = std::move(work)](const base::Job& job) {
    try {
      result_ = work(job);
    } catch (const std::exception& error) {
      // Only memory running out comes here; a thread must not end the program and its open edits.
      result_ = base::fail(
          base::ErrorCode::tooLarge,
          fmt::format("{} could not be read: {}. Try a shorter text.", name_, error.what()));
    }
  });
}

std::unique_ptr<Memory> ImportJob::takeMemory() {
  thread_.wait();
  return std::move(memory_);
}

base::Result<ImportArticle> ImportJob::take() {
  thread_.wait();
  return std::exchange(result_, nothingRead());
}

}  // namespace assay::app
