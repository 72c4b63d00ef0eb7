// Compile-time choices for Dear ImGui, the same for the library, the program and the tests.
// Not a place for run-time settings: those are ImGuiStyle and ImGuiIO, set in src/ui and
// src/platform.
#pragma once

#define IMGUI_USE_WCHAR32                 // names and quotes hold characters beyond U+FFFF
#define IMGUI_ENABLE_FREETYPE             // hinting that makes small serif text readable
#define IMGUI_ENABLE_TEST_ENGINE          // items report their id and label: UI tests press by name
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS  // an upgrade shows up at compile time
