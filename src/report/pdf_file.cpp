#include "report/pdf_file.h"

#include <zlib.h>

#include <cmath>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"

namespace assay::report {

namespace {

// The quickest: a third of the time of zlib's own choice, for a few bytes in a hundred.
constexpr int kLevel = 1;
constexpr std::size_t kMostPacked = 200;  // objects of one stream: a reader unpacks all for one

constexpr std::string_view kDigits = "0123456789ABCDEF";

void appendWhole(std::string& out, long value) {
  char digits[24];
  char* const end = digits + sizeof(digits);
  char* at = end;
  do {
    *--at = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  out.append(at, end);
}

bool isAscii(std::string_view text) {
  for (const char c : text) {
    if (c < 0x20 || c == 0x7F) return false;  // char is signed: what is above is below
  }
  return true;
}

void appendBig(std::string& out, std::uint32_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
    out += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU);
  }
}

}  // namespace

void appendNumber(std::string& out, double value) {
  constexpr long kParts = 1000;
  long parts = std::lround(value * kParts);
  if (parts < 0) {
    out += '-';
    parts = -parts;
  }
  appendWhole(out, parts / kParts);
  long rest = parts % kParts;
  if (rest == 0) return;
  out += '.';
  for (long unit = kParts / 10; rest != 0; unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

void appendRef(std::string& out, int object) {
  appendWhole(out, object);
  out += " 0 R";
}

std::string ref(int object) {
  std::string out;
  appendRef(out, object);
  return out;
}

void appendHex(std::string& out, std::uint16_t value) {
  for (int shift = 12; shift >= 0; shift -= 4) {
    out += kDigits[(value >> static_cast<unsigned>(shift)) & 0xFU];
  }
}

void appendUtf16(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::codePointAt(text, at);
    at += point.length;
    const auto value = static_cast<std::uint32_t>(point.value);
    if (value < 0x10000) {
      appendHex(out, static_cast<std::uint16_t>(value));
    } else {
      appendHex(out, static_cast<std::uint16_t>(0xD800U + ((value - 0x10000) >> 10U)));
      appendHex(out, static_cast<std::uint16_t>(0xDC00U + ((value - 0x10000) & 0x3FFU)));
    }
  }
}

std::string pdfBytes(std::string_view bytes) {
  std::string out = "(";
  for (const char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out + ")";
}

std::string pdfText(std::string_view text) {
  if (isAscii(text)) return pdfBytes(text);
  std::string out = "<FEFF";
  appendUtf16(out, text);
  return out + ">";
}

std::string pdfDate(base::Millis time) {
  std::string digits;
  for (const char c : base::utcTimestamp(time)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return "(D:" + digits + "Z)";
}

// The second line tells programs that move files that this one is not text.
PdfFile::PdfFile() : bytes_("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), entries_(1) {}

int PdfFile::reserve() {
  entries_.emplace_back();
  return static_cast<int>(entries_.size()) - 1;
}

int PdfFile::object(std::string_view body) {
  const int number = reserve();
  object(number, body);
  return number;
}

void PdfFile::object(int number, std::string_view body) {
  appendWhole(packedTable_, number);
  packedTable_ += ' ';
  appendWhole(packedTable_, static_cast<long>(packedBodies_.size()));
  packedTable_ += ' ';
  packedBodies_ += body;
  packedBodies_ += '\n';
  packedNumbers_.push_back(number);
  if (packedNumbers_.size() == kMostPacked) pack();
}

void PdfFile::pack() {
  if (packedNumbers_.empty()) return;
  const int number = reserve();
  for (std::size_t i = 0; i < packedNumbers_.size(); ++i) {
    entries_[static_cast<std::size_t>(packedNumbers_[i])] = {
        true, static_cast<std::uint32_t>(number), static_cast<std::uint16_t>(i)};
  }
  std::string about = "/Type/ObjStm/N ";
  appendWhole(about, static_cast<long>(packedNumbers_.size()));
  about += "/First ";
  appendWhole(about, static_cast<long>(packedTable_.size()));
  stream(number, about, packedTable_ + packedBodies_);
  packedTable_.clear();
  packedBodies_.clear();
  packedNumbers_.clear();
}

void PdfFile::begin(int number) {
  entries_[static_cast<std::size_t>(number)] = {false, static_cast<std::uint32_t>(bytes_.size()),
                                                0};
  appendWhole(bytes_, number);
  bytes_ += " 0 obj\n<<";
}

std::string PdfFile::compressed(std::string_view bytes) {
  uLongf length = compressBound(bytes.size());
  std::string out(length, '\0');
  const int status = compress2(reinterpret_cast<Bytef*>(out.data()), &length,
                               reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), kLevel);
  failed_ = failed_ || status != Z_OK;
  out.resize(status == Z_OK ? length : 0);
  return out;
}

void PdfFile::stream(int number, std::string_view dictionary, std::string_view bytes) {
  plainStream(number, std::string(dictionary) + "/Filter/FlateDecode", compressed(bytes));
}

void PdfFile::plainStream(int number, std::string_view dictionary, std::string_view bytes) {
  begin(number);
  bytes_ += dictionary;
  bytes_ += "/Length ";
  appendWhole(bytes_, static_cast<long>(bytes.size()));
  bytes_ += ">>\nstream\n";
  bytes_ += bytes;
  bytes_ += "\nendstream\nendobj\n";
}

/// The table of all objects, as a stream (7.5.8): kind, place, place inside.
void PdfFile::crossReferences(int catalog, int info) {
  const int number = reserve();
  const std::size_t at = bytes_.size();
  std::string table;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Entry entry = entries_[i];
    if (static_cast<int>(i) == number) entry.where = static_cast<std::uint32_t>(at);
    appendBig(table, i == 0 ? 0 : entry.packed ? 2 : 1, 1);
    appendBig(table, entry.where, 4);
    appendBig(table, i == 0 ? 0xFFFF : entry.index, 2);
  }
  // Known by what is in it: the same report has the same name.
  const std::string name = base::sha256Hex(bytes_).substr(0, 32);
  std::string about = "/Type/XRef/W[1 4 2]/Size ";
  appendWhole(about, static_cast<long>(entries_.size()));
  about += "/Root " + ref(catalog) + "/Info " + ref(info) + "/ID[<" + name + "><" + name + ">]";
  stream(number, about, table);
  bytes_ += "startxref\n";
  appendWhole(bytes_, static_cast<long>(at));
  bytes_ += "\n%%EOF\n";
}

std::string PdfFile::finish(int catalog, int info) {
  pack();
  crossReferences(catalog, info);
  return failed_ ? std::string() : std::move(bytes_);
}

}  // namespace assay::report
