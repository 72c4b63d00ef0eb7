# assay_room(<name> SOURCES a.cpp... [ROOMS base model...] [LINK libs...]): one static library a room.
#
# ROOMS are other rooms, linked PUBLIC: their headers may appear in this room's headers.
# LINK are third-party libraries, linked PRIVATE: their headers stay inside this room, so that sqlite3.h
# or imgui.h elsewhere is caught by the compiler or by tests/arch.
# A room has one include root, src/: `#include "model/item.h"`.

add_library(assay_warnings INTERFACE)
target_compile_options(assay_warnings INTERFACE
  -Wall -Wextra -Wpedantic
  -Wconversion                          # no silent narrowing of offsets; -Wsign-conversion would trip
                                        # over every macro of ICU
  -Wdouble-promotion
  -Wshadow
  -Wnon-virtual-dtor -Woverloaded-virtual
  -Wold-style-cast -Wcast-align -Wcast-qual
  -Wformat=2
  -Wmissing-declarations                # a function nobody declared is static or dead
  -Wextra-semi)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # -Wno-restrict: g++ 12 warns falsely about `"text" + std::string` (GCC bug 105651).
  target_compile_options(assay_warnings INTERFACE
    -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wno-restrict)
  if(ASSAY_SANITIZE)
    # Instrumented code makes the optimiser's flow warnings of g++ 12 lie.
    target_compile_options(assay_warnings INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(ASSAY_WERROR)
  target_compile_options(assay_warnings INTERFACE -Werror)
endif()
# The program reads files of strangers: a wrong index ends it at once, it does not read on.
target_compile_definitions(assay_warnings INTERFACE _GLIBCXX_ASSERTIONS)

function(assay_room name)
  cmake_parse_arguments(PARSE_ARGV 1 A "" "" "SOURCES;ROOMS;LINK")
  if(A_UNPARSED_ARGUMENTS OR NOT A_SOURCES)
    message(FATAL_ERROR "assay_room(${name}): wants SOURCES, [ROOMS], [LINK]; got ${A_UNPARSED_ARGUMENTS}")
  endif()
  get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
  if(NOT folder STREQUAL name)
    message(FATAL_ERROR "assay_room(${name}): a room is called as its folder, ${folder}")
  endif()
  add_library(assay_${name} STATIC ${A_SOURCES})
  target_include_directories(assay_${name} PUBLIC "${CMAKE_SOURCE_DIR}/src")
  list(TRANSFORM A_ROOMS PREPEND assay_)
  target_link_libraries(assay_${name} PUBLIC ${A_ROOMS} PRIVATE assay_warnings ${A_LINK})
endfunction()

# Writes down what is built (built_sources.txt in the build folder): tests/arch compares it with the files
# on disk, so that no source and no test can fall out of the build unseen.
function(assay_write_built_sources)
  set(folders "${CMAKE_SOURCE_DIR}")
  set(text "")
  while(folders)
    list(POP_FRONT folders folder)
    get_property(below DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
    list(APPEND folders ${below})
    get_property(targets DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
      get_target_property(sources ${target} SOURCES)
      foreach(source IN LISTS sources)
        if(source AND NOT IS_ABSOLUTE "${source}" AND NOT source MATCHES "^\\$<")
          file(RELATIVE_PATH relative "${CMAKE_SOURCE_DIR}" "${folder}/${source}")
          string(APPEND text "${relative}\n")
        endif()
      endforeach()
    endforeach()
  endwhile()
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/built_sources.txt" CONTENT "${text}" @ONLY)
endfunction()
