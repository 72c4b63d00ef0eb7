#include "tests/store/lab/crash.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace assay::test {

namespace {

constexpr std::size_t kSector = 512;

/// One file as far as the platter knows it.
struct Platter {
  std::string synced;
  std::vector<const DiskOp*> pending;  // not synced yet, in order
  bool nameSynced = true;              // the folder knows it for good
};

/// How kind a loss of power is: shares of sectors that arrived, and of those that are garbage.
struct Kindness {
  double arrived;
  double garbled;
};

using Chance = std::mt19937_64;

double share(Chance& chance) { return std::uniform_real_distribution<double>(0, 1)(chance); }

void apply(std::string& bytes, const DiskOp& op) {
  if (op.kind == DiskOp::Kind::truncate) {
    bytes.resize(op.offset, '\0');
    return;
  }
  if (bytes.size() < op.offset + op.bytes.size()) bytes.resize(op.offset + op.bytes.size(), '\0');
  std::ranges::copy(op.bytes, bytes.begin() + static_cast<std::ptrdiff_t>(op.offset));
}

void applySectors(std::string& bytes, const DiskOp& op, const Kindness& kindness, Chance& chance) {
  std::size_t at = 0;
  while (at < op.bytes.size()) {
    const std::size_t place = op.offset + at;
    const std::size_t length = std::min(op.bytes.size() - at, kSector - place % kSector);
    const double lot = share(chance);
    if (lot < kindness.arrived) {
      std::string part = op.bytes.substr(at, length);
      if (lot < kindness.garbled) {
        for (char& byte : part) byte = static_cast<char>(chance());
      }
      apply(bytes, {DiskOp::Kind::write, {}, place, std::move(part)});
    }
    at += length;
  }
}

std::string contentAfter(const Platter& platter, const Kindness& kindness, Chance& chance) {
  std::string bytes = platter.synced;
  for (const DiskOp* op : platter.pending) {
    if (op->kind == DiskOp::Kind::write) {
      applySectors(bytes, *op, kindness, chance);
    } else if (share(chance) < kindness.arrived) {
      apply(bytes, *op);
    }
  }
  return bytes;
}

/// The platters after `done` operations, and files deleted without a sync of their folder.
struct Platters {
  std::map<std::string, Platter> live;
  std::map<std::string, Platter> deleted;
};

void follow(Platters& platters, const DiskOp& op) {
  if (op.kind == DiskOp::Kind::create) {
    platters.live[op.file] = Platter{{}, {}, false};
    return;
  }
  if (op.kind == DiskOp::Kind::remove) {
    auto node = platters.live.extract(op.file);
    platters.deleted.erase(op.file);
    if (!op.folderSynced && !node.empty() && node.mapped().nameSynced) {
      platters.deleted.insert(std::move(node));
    }
    return;
  }
  Platter& platter = platters.live[op.file];
  if (op.kind != DiskOp::Kind::sync) {
    platter.pending.push_back(&op);
    return;
  }
  for (const DiskOp* pending : platter.pending) apply(platter.synced, *pending);
  platter.pending.clear();
  // The first sync of a new journal syncs its folder, too, and with it every deletion there.
  if (!platter.nameSynced) platters.deleted.clear();
  platter.nameSynced = true;
}

}  // namespace

DiskFiles afterPowerLoss(const DiskFiles& before, std::span<const DiskOp> log, std::size_t done,
                         std::mt19937_64& chance) {
  Platters platters;
  for (const auto& [file, bytes] : before) platters.live[file] = Platter{bytes, {}, true};
  for (const DiskOp& op : log.first(done)) follow(platters, op);
  const double arrived = share(chance);
  const Kindness kindness{arrived, share(chance) < 0.3 ? arrived * 0.2 : 0.0};
  DiskFiles files;
  for (const auto& [file, platter] : platters.deleted) {
    if (share(chance) < 0.5) files[file] = contentAfter(platter, kindness, chance);
  }
  for (const auto& [file, platter] : platters.live) {
    if (!platter.nameSynced && share(chance) < 0.5) continue;
    files[file] = contentAfter(platter, kindness, chance);
  }
  return files;
}

DiskFiles afterKill(const DiskFiles& before, std::span<const DiskOp> log, std::size_t done) {
  DiskFiles files = before;
  for (const DiskOp& op : log.first(done)) {
    if (op.kind == DiskOp::Kind::remove) {
      files.erase(op.file);
    } else if (op.kind != DiskOp::Kind::sync) {
      std::string& bytes = files[op.file];
      if (op.kind != DiskOp::Kind::create) apply(bytes, op);
    }
  }
  return files;
}

}  // namespace assay::test
