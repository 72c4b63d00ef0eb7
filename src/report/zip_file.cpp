#include "report/zip_file.h"

#include <zip.h>

#include <memory>

namespace assay::report {

namespace {

// 1980-01-01 00:00 in the words of MS-DOS: bits 5 to 8 are the month, 0 to 4 the day.
constexpr zip_uint16_t kFirstDate = (1U << 5U) | 1U;

// Half the time of zlib's own choice for an eighth more bytes; the text is very regular.
constexpr zip_uint32_t kLevel = 3;

base::Error failure(std::string_view reason) {
  return {base::ErrorCode::internal,
          "The file could not be packed: " + std::string(reason) +
              ". Please choose another format and report this.",
          "", nullptr};
}

base::Error failure(zip_error_t& error) {
  base::Error told = failure(zip_error_strerror(&error));
  zip_error_fini(&error);
  return told;
}

struct Release {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

base::Result<void> add(zip_t* archive, const ZipEntry& entry) {
  zip_source_t* source =
      zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), /*freep=*/0);
  if (source == nullptr) return std::unexpected(failure(zip_strerror(archive)));
  const zip_int64_t index = zip_file_add(archive, std::string(entry.name).c_str(), source, 0);
  if (index < 0) {
    zip_source_free(source);
    return std::unexpected(failure(zip_strerror(archive)));
  }
  const auto place = static_cast<zip_uint64_t>(index);
  if (zip_file_set_dostime(archive, place, 0, kFirstDate, 0) != 0 ||
      zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, kLevel) != 0) {
    return std::unexpected(failure(zip_strerror(archive)));
  }
  return {};
}

base::Result<std::string> contents(zip_source_t* packed) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(packed, &stat) != 0 || zip_source_open(packed) != 0) {
    return std::unexpected(failure(zip_error_strerror(zip_source_error(packed))));
  }
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_source_read(packed, bytes.data(), bytes.size());
  zip_source_close(packed);
  if (got != static_cast<zip_int64_t>(bytes.size())) {
    return std::unexpected(failure("the archive ended early"));
  }
  return bytes;
}

}  // namespace

base::Result<std::string> zipFile(std::span<const ZipEntry> entries) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, Release> packed(
      zip_source_buffer_create(nullptr, 0, /*freep=*/0, &error));
  if (packed == nullptr) return std::unexpected(failure(error));
  std::unique_ptr<zip_t, Release> archive(
      zip_open_from_source(packed.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (archive == nullptr) return std::unexpected(failure(error));
  // The archive takes one reference and drops it when it is closed; ours reads the result.
  zip_source_keep(packed.get());
  for (const ZipEntry& entry : entries) {
    if (auto added = add(archive.get(), entry); !added) return base::passOn(std::move(added));
  }
  if (zip_close(archive.get()) != 0) return std::unexpected(failure(zip_strerror(archive.get())));
  static_cast<void>(archive.release());  // closed is freed
  return contents(packed.get());
}

}  // namespace assay::report
