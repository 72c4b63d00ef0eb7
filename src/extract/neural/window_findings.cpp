#include "extract/neural/window_findings.h"

#include <cstring>

namespace assay::extract::neural {

namespace {

template <class T>
void put(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
void putAll(std::string& out, const std::vector<T>& values) {
  put(out, static_cast<std::uint32_t>(values.size()));
  if (!values.empty()) {
    out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  }
}

class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  template <class T>
  void take(T& value) {
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
  }
  template <class T>
  void takeAll(std::vector<T>& values) {
    std::uint32_t count = 0;
    take(count);
    values.resize(count);
    if (count == 0) return;
    std::memcpy(values.data(), rest_.data(), count * sizeof(T));
    rest_.remove_prefix(count * sizeof(T));
  }

 private:
  std::string_view rest_;
};

}  // namespace

std::string windowKey(const EncoderModel& model, const WindowInputs& inputs, const Window& window) {
  std::string key = "e";
  put(key, model.sum);
  // A token begins at each piece with an edge, so the edges say where the tokens are.
  putAll(key, inputs.pieces);
  putAll(key, inputs.shapes);
  putAll(key, inputs.marks);
  putAll(key, inputs.edges);
  for (const WindowPart& part : window) {
    put(key, static_cast<std::uint32_t>(part.tokens.size()));
    key.push_back(part.endsParagraph ? 'p' : 's');
  }
  return key;
}

std::string bytesOf(const WindowFindings& findings) {
  std::string out;
  putAll(out, findings.pos);
  putAll(out, findings.heads);
  putAll(out, findings.relations);
  putAll(out, findings.claims);
  putAll(out, findings.worth);
  put(out, static_cast<std::uint32_t>(findings.reported.size()));
  for (const Reported& reported : findings.reported) {
    put(out, reported.cue);
    putAll(out, reported.content);
    putAll(out, reported.source);
  }
  return out;
}

WindowFindings windowFindings(std::string_view bytes) {
  WindowFindings findings;
  Bytes in(bytes);
  in.takeAll(findings.pos);
  in.takeAll(findings.heads);
  in.takeAll(findings.relations);
  in.takeAll(findings.claims);
  in.takeAll(findings.worth);
  std::uint32_t reported = 0;
  in.take(reported);
  findings.reported.resize(reported);
  for (Reported& each : findings.reported) {
    in.take(each.cue);
    in.takeAll(each.content);
    in.takeAll(each.source);
  }
  return findings;
}

}  // namespace assay::extract::neural
