// assay [open] [FILE|STORE]: the window.
#include <array>
#include <charconv>
#include <fstream>

#include "app/settings.h"
#include "cli/commands/commands.h"
#include "cli/store_options.h"

namespace assay::cli {

namespace {

constexpr std::string_view kSqliteMark = "SQLite format 3";  // begins every store
constexpr int kLeastSide = 200;                              // pixels
constexpr int kMostSide = 16'384;

bool isStore(const std::filesystem::path& file) {
  if (file.extension() == ".assay") return true;
  std::array<char, kSqliteMark.size()> head{};
  std::ifstream in(file, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  return in && std::string_view(head.data(), head.size()) == kSqliteMark;
}

// "1440x900"
bool readSize(std::string_view text, OpenRequest& request) {
  int width = 0;
  int height = 0;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, width);
  if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') return false;
  const auto second = std::from_chars(first.ptr + 1, end, height);
  if (second.ec != std::errc{} || second.ptr != end) return false;
  for (const int side : {width, height}) {
    if (side < kLeastSide || side > kMostSide) return false;
  }
  request.width = width;
  request.height = height;
  return true;
}

struct Options {
  StoreOptions store;
  std::vector<std::string> words;
  std::optional<std::string> theme;
  std::optional<std::string> size;
};

Parser parserFor(Options& options) {
  Parser parser("open", "Shows the workbench: an article, its quotes and claims, and your checks.");
  parser.about(
      "An article (.txt, .md, .html) is taken into the store if it is not there yet; a store "
      "(.assay) is opened as it is. Without either you go on where you stopped. The word “open” "
      "can be left out.");
  parser.words("FILE|STORE", "an article or a store", 0, 1, options.words);
  options.store.addStore(parser);
  options.store.addArticle(parser);
  options.store.addActor(parser);
  parser.option("--theme", "THEME", "paper, dark or contrast; else as last time", options.theme)
      .option("--size", "WxH", "size of the window, such as 1440x900; else as last time",
              options.size)
      .example("assay draft.txt")
      .example("assay open desk.assay --theme dark");
  return parser;
}

// A store that was named must open, and is not made by a slip of the finger; of the usual one the
// start screen tells what is wrong with it, where somebody without a terminal can read it.
base::Result<void> openSession(Invocation& call, const Options& options,
                               const std::optional<std::filesystem::path>& named,
                               OpenRequest& request) {
  const bool mustExist = named || (options.store.named() && !request.import);
  const std::filesystem::path path = named.value_or(options.store.path());
  if (mustExist && !call.environment().files.exists(path)) {
    return base::fail(base::ErrorCode::notFound, "There is no store " + path.string() +
                                                     ". “assay import FILE --store " +
                                                     path.string() + "” makes one.");
  }
  auto session =
      app::Session::open({.store = path, .actor = request.actor, .backups = app::defaultBackups()},
                         call.environment());
  if (session) {
    request.session = std::move(*session);
  } else if (named || options.store.named()) {
    return base::passOn(std::move(session));
  } else {
    request.problem = session.error().text();
  }
  return {};
}

}  // namespace

ExitCode runOpen(Invocation& call) {
  Options options;
  const Parser parser = parserFor(options);
  if (const auto ended = call.parse(parser)) return *ended;

  OpenRequest request;
  request.actor = options.store.actor();
  request.theme = options.theme;
  if (options.theme && !app::isTheme(*options.theme)) {
    return call.wrongUsage("--theme takes paper, dark or contrast, not “" + *options.theme + "”.",
                           "open");
  }
  if (options.size && !readSize(*options.size, request)) {
    return call.wrongUsage("--size takes width and height in pixels, such as 1440x900.", "open");
  }
  std::optional<std::filesystem::path> namedStore;
  if (!options.words.empty()) {
    const std::filesystem::path file = options.words.front();
    if (isStore(file)) {
      namedStore = file;
    } else if (!call.environment().files.exists(file)) {
      return call.refuse({base::ErrorCode::notFound,
                          "There is neither a file nor a command “" + file.string() +
                              "”. “assay --help” lists the commands.",
                          "", nullptr});
    } else {
      request.import = file;
    }
  }
  if (namedStore && options.store.named()) {
    return call.wrongUsage("Two stores are named.", "open");
  }
  if (auto opened = openSession(call, options, namedStore, request); !opened) {
    return call.refuse(opened.error());
  }
  if (!options.store.article().empty() && request.session) {
    const auto found = request.session->findArticle(options.store.article());
    if (!found) return call.refuse(found.error());
    request.article = options.store.article();
  }
  const auto shown = call.opener()(std::move(request));
  return shown ? ExitCode::done : call.refuse(shown.error());
}

}  // namespace assay::cli
