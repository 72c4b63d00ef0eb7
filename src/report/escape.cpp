#include "report/escape.h"

#include "base/utf8.h"
#include "model/evidence.h"

namespace assay::report {

namespace {

// Unicode's Bidi_Control, the control characters, line and paragraph separators, noncharacters.
bool disguises(char32_t c) {
  if (c < 0x20) return c != U'\n' && c != U'\t';
  if (c < 0x7F) return false;
  if (c <= 0x9F || c == 0x061C) return true;
  if (c < 0x200E) return false;
  if (c <= 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
  return c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
}

void appendMark(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out += "⟦U+";
  unsigned shift = 12;
  while (shift < 20 && (c >> (shift + 4)) != 0) shift += 4;
  for (;; shift -= 4) {
    out += kDigits[(c >> shift) & 0xFU];
    if (shift == 0) break;
  }
  out += "⟧";
}

/// Calls `plain(byte)` for printable ASCII, line feeds and tabs, and appends all the rest.
template <class Plain>
void scan(std::string& out, std::string_view text, Plain plain) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80 && !disguises(byte)) {
      plain(text[at]);
      ++at;
      continue;
    }
    const base::CodePoint c = base::codePointAt(text, at);
    if (disguises(c.value)) {
      appendMark(out, c.value);
    } else {
      base::appendCodePoint(out, c.value);
    }
    at += c.length;
  }
}

std::string_view htmlEntity(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
  }
}

// What CommonMark, GitHub's extensions and common mathematics plug-ins read as markup anywhere.
constexpr std::string_view kMarkdownAnywhere = "\\`*_[]<>#|~&${}@^";

/// Backslash before this character? `line` is what stands before it.
bool escapesInMarkdown(char c, std::string_view line, std::string_view rest) {
  if (kMarkdownAnywhere.find(c) != std::string_view::npos) return true;
  if (line.empty()) return c == '-' || c == '+' || c == '=';
  // "1." and "1)" at the start of a line begin a list.
  if (c == '.' || c == ')') {
    const bool digitsOnly = line.find_first_not_of("0123456789") == std::string_view::npos;
    if (digitsOnly) return true;
  }
  // Bare addresses, which some renderers link: "http://…", "www.…".
  if (c == ':') return rest.starts_with("//");
  return c == '.' && (line.ends_with("www") || line.ends_with("WWW") || line.ends_with("Www"));
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  scan(out, text, [&](char c) { out += c; });
  return out;
}

void appendHtml(std::string& out, std::string_view text) {
  scan(out, text, [&](char c) {
    const std::string_view entity = htmlEntity(c);
    if (entity.empty()) {
      out += c;
    } else {
      out += entity;
    }
  });
}

std::string html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  appendHtml(out, text);
  return out;
}

void appendMarkdown(std::string& out, std::string_view text) {
  const std::string line = base::oneLine(visible(text));
  for (std::size_t at = 0; at < line.size(); ++at) {
    const std::string_view before = std::string_view(line).substr(0, at);
    const std::string_view rest = std::string_view(line).substr(at + 1);
    if (escapesInMarkdown(line[at], before, rest)) out += '\\';
    out += line[at];
  }
}

std::string markdown(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  appendMarkdown(out, text);
  return out;
}

std::string linkTarget(std::string_view url) {
  if (!model::isWebAddress(url)) return {};
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  out.reserve(url.size());
  for (std::size_t at = 0; at < url.size();) {
    const base::CodePoint c = base::codePointAt(url, at);
    const std::string_view bytes = url.substr(at, c.length);
    if (disguises(c.value) || c.value == 0xFFFD) {
      for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        out += '%';
        out += kDigits[value >> 4U];
        out += kDigits[value & 0xFU];
      }
    } else {
      out += bytes;
    }
    at += c.length;
  }
  return out;
}

std::string hexColour(std::uint32_t rgb) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (int shift = 20; shift >= 0; shift -= 4) {
    out += kDigits[(rgb >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return out;
}

std::string markdownLink(std::string_view text, std::string_view url) {
  const std::string target = linkTarget(url);
  if (target.empty()) {
    std::string out = markdown(text);
    if (!url.empty() && url != text) out += (out.empty() ? "" : " ") + markdown(url);
    return out;
  }
  std::string out = "[" + markdown(text.empty() ? url : text) + "](<";
  for (const char c : target) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '|': out += "%7C"; break;  // would end a table's cell
      case '`': out += "%60"; break;  // code spans bind before links
      default: out += c;
    }
  }
  return out + ">)";
}

}  // namespace assay::report
