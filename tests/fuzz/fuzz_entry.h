// The function that every fuzzer is: libFuzzer finds it by name, replay_main.cpp calls it.
#pragma once

#include <cstddef>
#include <cstdint>

/// Gives one input to the code under test. Ends the process when a promise is broken; returns 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
