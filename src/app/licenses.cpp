#include "app/licenses.h"

namespace assay::app {

std::string_view licenses() {
  return R"(Assay is under the MIT licence.

Libraries
  Dear ImGui        MIT
  GLFW              zlib
  FreeType          FreeType Licence
  fontconfig        MIT
  ICU               Unicode Licence
  SQLite            public domain
  OpenSSL           Apache 2.0
  libxml2           MIT
  libzip            BSD 3-Clause
  zlib              zlib
  md4c              MIT
  nlohmann-json     MIT
  simdjson          Apache 2.0
  CLI11             BSD 3-Clause
  fmt               MIT
  cairo             LGPL 2.1 or MPL 1.1
  HarfBuzz          MIT
  Pango             LGPL 2.1

Fonts, where they are installed
  Inter, Noto       SIL Open Font Licence
  DejaVu            Bitstream Vera Licence

Models: learned numbers, in which no text of their sources is kept
  encoder.bin       Begins from bge-small-en-v1.5 (Beijing Academy of Artificial Intelligence; MIT).
                    Taught with the data of the three below; as far as rights arise from the
                    treebanks, CC BY-SA 4.0.
  pos.bin           English Web Treebank (CC BY-SA 4.0) and the CC BY genres of GUM (CC BY), both of
                    Universal Dependencies; articles of PolNeAR with tags by Stanford CoreNLP.
                    As far as rights arise from the treebanks, CC BY-SA 4.0.
  quotes.bin        PolNeAR 1.0: Newell, Margolin and Ruths (2018), "An Attribution Relations Corpus
                    for Political News"; published for research, no licence stated.
  worth.bin         CheckThat! 2024 task 1, English. Credit: ClaimBuster (Hassan et al.) and CLEF
                    CheckThat!.
)";
}

}  // namespace assay::app
