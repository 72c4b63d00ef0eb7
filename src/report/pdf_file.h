// The objects of a PDF on their way to bytes: numbers, compression, the table at the end.
//
// Knows the syntax of the file (ISO 32000-1), nothing of pages and words. Small objects are packed
// into compressed streams (7.5.7), which makes a long report a tenth as long. The same calls give
// the same bytes. Owns what was written so far; one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace assay::report {

/// Appends a number as PDF and its content streams write it: at most three decimals, no exponent.
void appendNumber(std::string& out, double value);
/// Appends "12 0 R".
void appendRef(std::string& out, int object);
[[nodiscard]] std::string ref(int object);
/// UTF-8 as a string object: as it is where it is ASCII, else UTF-16 with a byte order mark.
[[nodiscard]] std::string pdfText(std::string_view text);
/// Bytes as a string object.
[[nodiscard]] std::string pdfBytes(std::string_view bytes);
/// Appends 16 bits as four hexadecimal digits.
void appendHex(std::string& out, std::uint16_t value);
/// Appends UTF-8 as the hexadecimal digits of its UTF-16.
void appendUtf16(std::string& out, std::string_view text);
/// "(D:20260203150211Z)".
[[nodiscard]] std::string pdfDate(base::Millis time);

class PdfFile {
 public:
  PdfFile();

  /// A number for an object that is written later; every one has to be, once.
  [[nodiscard]] int reserve();
  void object(int number, std::string_view body);
  int object(std::string_view body);
  /// `dictionary` without brackets and without /Length and /Filter.
  void stream(int number, std::string_view dictionary, std::string_view bytes);
  /// The same for bytes that readers of other kinds should find as they are.
  void plainStream(int number, std::string_view dictionary, std::string_view bytes);

  /// Ends the file; it can be used no more. Empty when memory did not suffice to compress.
  [[nodiscard]] std::string finish(int catalog, int info);

 private:
  struct Entry {
    bool packed = false;      // inside a stream of objects
    std::uint32_t where = 0;  // offset, or number of that stream
    std::uint16_t index = 0;  // place inside that stream
  };

  void begin(int number);
  void pack();
  void crossReferences(int catalog, int info);
  [[nodiscard]] std::string compressed(std::string_view bytes);

  std::string bytes_;
  std::vector<Entry> entries_;  // by number; 0 is nobody's
  std::string packedBodies_;
  std::string packedTable_;
  std::vector<int> packedNumbers_;
  bool failed_ = false;
};

}  // namespace assay::report
