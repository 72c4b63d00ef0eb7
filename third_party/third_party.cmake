# third_party(<name> URL u URL_SHA256 h DEB package DEB_FILE f DEB_SHA256 h DEB_MINIMUM v DEB_SUITES s...
#             PROBE file)
# sets <name>_SOURCE_DIR to a folder that holds PROBE. Tried in this order:
#   1. -D<name>_SOURCE_DIR=DIR: a folder given by hand (an offline machine, a distribution's package)
#   2. the cache: archives checked against the SHA256 pinned here, on every configure
#   3. Debian's source package from a newer suite, through apt's own signatures (debsrc.sh): 2 seconds
#   4. the upstream release, checked against its SHA256
#   5. a newer version that apt has authenticated, when the pinned one is to be had nowhere
# The cache lies in the user's cache folder, not in the source tree: a second clone, a second build
# folder and `./dev clean` need no network again.
if(DEFINED ENV{ASSAY_THIRD_PARTY})
  set(default_cache "$ENV{ASSAY_THIRD_PARTY}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
  set(default_cache "$ENV{XDG_CACHE_HOME}/assay/third_party")
elseif(DEFINED ENV{HOME})
  set(default_cache "$ENV{HOME}/.cache/assay/third_party")
else()
  set(default_cache "${CMAKE_SOURCE_DIR}/.third_party")
endif()
set(THIRD_PARTY_CACHE "${default_cache}" CACHE PATH "verified archives and unpacked sources")
set(THIRD_PARTY_PROVIDER auto CACHE STRING "auto (debian, then upstream), debian or upstream")

# Unpacks an archive once; the folder's name carries the hash, so two versions never mix.
function(third_party_unpack name file hash probe out)
  string(SUBSTRING "${hash}" 0 12 key)
  set(dir "${THIRD_PARTY_CACHE}/src/${name}-${key}")
  if(NOT EXISTS "${dir}/.ok")
    file(REMOVE_RECURSE "${dir}")
    file(ARCHIVE_EXTRACT INPUT "${file}" DESTINATION "${dir}")
    file(TOUCH "${dir}/.ok")
  endif()
  file(GLOB found "${dir}/*/${probe}")
  if(NOT found)
    message(FATAL_ERROR "${name}: ${file} holds no ${probe}")
  endif()
  list(GET found 0 found)
  string(REGEX REPLACE "/${probe}$" "" found "${found}")
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# Takes `file` when it is there and has the hash; what has another hash is an error page, a torn download
# or not what was pinned, and is removed.
function(third_party_take name file hash probe out)
  set(${out} "" PARENT_SCOPE)
  if(NOT EXISTS "${file}")
    return()
  endif()
  file(SHA256 "${file}" have)
  if(NOT have STREQUAL hash)
    file(REMOVE "${file}")
    message(STATUS "${name}: ${file} is not what was pinned, removed")
    return()
  endif()
  third_party_unpack(${name} "${file}" ${hash} "${probe}" found)
  message(STATUS "${name}: ${file}")
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

function(third_party name)
  cmake_parse_arguments(PARSE_ARGV 1 A ""
    "URL;URL_SHA256;DEB;DEB_FILE;DEB_SHA256;DEB_MINIMUM;PROBE" "DEB_SUITES")
  if(${name}_SOURCE_DIR AND EXISTS "${${name}_SOURCE_DIR}/${A_PROBE}")
    return()
  endif()
  file(MAKE_DIRECTORY "${THIRD_PARTY_CACHE}")
  # Two configures at once (a release and an asan folder, say) must not unpack over each other.
  file(LOCK "${THIRD_PARTY_CACHE}/lock" GUARD FUNCTION TIMEOUT 600)

  get_filename_component(url_file "${A_URL}" NAME)
  set(upstream_file "${THIRD_PARTY_CACHE}/${name}-${url_file}")
  set(debian_file "${THIRD_PARTY_CACHE}/${A_DEB_FILE}")
  # A version newer than the pinned one, checked by apt: its name and hash as they were then.
  set(newer "${THIRD_PARTY_CACHE}/${name}.newer")

  foreach(way cached debian upstream)
    if(way STREQUAL "debian" AND NOT THIRD_PARTY_PROVIDER STREQUAL "upstream")
      message(STATUS "${name}: asking apt for the sources of ${A_DEB}")
      execute_process(
        COMMAND bash "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/debsrc.sh" "${A_DEB}" "${A_DEB_FILE}"
                "${A_DEB_MINIMUM}" "${THIRD_PARTY_CACHE}" ${A_DEB_SUITES}
        OUTPUT_VARIABLE got OUTPUT_STRIP_TRAILING_WHITESPACE)
      if(got AND NOT got STREQUAL debian_file)
        file(SHA256 "${got}" hash)
        file(WRITE "${newer}" "${got};${hash}")
      endif()
    elseif(way STREQUAL "upstream" AND NOT THIRD_PARTY_PROVIDER STREQUAL "debian")
      message(STATUS "${name}: asking upstream for ${A_URL}")
      file(DOWNLOAD "${A_URL}" "${upstream_file}" STATUS status TIMEOUT 120 INACTIVITY_TIMEOUT 10)
    endif()
    set(candidates "${upstream_file}" ${A_URL_SHA256} "${debian_file}" ${A_DEB_SHA256})
    # The pinned version first: a newer one only when everything else has been asked.
    if(EXISTS "${newer}" AND NOT way STREQUAL "debian")
      file(READ "${newer}" pair)
      list(APPEND candidates ${pair})
    endif()
    while(candidates)
      list(POP_FRONT candidates file hash)
      third_party_take(${name} "${file}" ${hash} "${A_PROBE}" found)
      if(found)
        set(${name}_SOURCE_DIR "${found}" CACHE PATH "sources of ${name}" FORCE)
        return()
      endif()
    endwhile()
  endforeach()
  message(FATAL_ERROR "${name}: no source found. Put ${A_URL} at ${upstream_file}, "
                      "or give -D${name}_SOURCE_DIR=DIR (a folder that holds ${A_PROBE}).")
endfunction()
