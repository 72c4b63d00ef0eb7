#include "store/place.h"

#include <sys/vfs.h>

#include <algorithm>
#include <array>

namespace assay::store {

bool isNetworkFileSystem(std::uint64_t type) {
  // statfs(2) and linux/magic.h. FUSE is left out: it is a USB stick more often than a share.
  constexpr std::array<std::uint64_t, 9> kTypes{
      0x6969,      // NFS
      0x517B,      // SMB
      0xFE534D42,  // SMB 2
      0xFF534D42,  // CIFS
      0x5346414F,  // AFS
      0x6B414653,  // kAFS
      0x564C,      // NCP
      0x73757245,  // Coda
      0x00C36400,  // Ceph
  };
  // The field is signed on some machines.
  return std::ranges::find(kTypes, type & 0xFFFFFFFFU) != kTypes.end();
}

bool isOnNetwork(const std::filesystem::path& path) {
  struct statfs info{};
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  return ::statfs(folder.c_str(), &info) == 0 &&
         isNetworkFileSystem(static_cast<std::uint64_t>(info.f_type));
}

}  // namespace assay::store
