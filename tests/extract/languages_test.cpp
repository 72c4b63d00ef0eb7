// Texts in other languages: what stands between their marks, and a sentence that says so.
#include <catch2/catch_amalgamated.hpp>

#include "extract/marks_alone.h"
#include "extract/nlp/language.h"
#include "tests/extract/finder.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace assay::extract {
namespace {

using Strings = std::vector<std::string>;

const std::string kGerman =
    "Die Brücke im Hafen ist seit Montag gesperrt, wie der Rat der Stadt mitteilte.\n"
    "„Wir haben das schon lange befürchtet“, sagte die Bürgermeisterin am Abend. »Jetzt müssen wir "
    "handeln«, ergänzte sie nach der Sitzung.\n"
    "Ein Sprecher der Firma nannte die Kritik ‚völlig überzogen‘ und wollte sich nicht äußern.\n";
const std::string kFrench =
    "Le pont du port est fermé depuis lundi, selon le conseil de la ville.\n"
    "« Nous le craignions depuis longtemps », a dit la maire dans la soirée. « Il faut agir », "
    "a-t-elle ajouté devant les journalistes qui étaient venus pour la séance.\n";
const std::string kSpanish =
    "El puente del puerto está cerrado desde el lunes, según el consejo de la ciudad.\n"
    "«Lo temíamos desde hace tiempo», dijo la alcaldesa por la noche. “Ahora hay que actuar”, "
    "añadió después de la sesión con los vecinos que se habían reunido para protestar.\n";

TEST_CASE("German, French and Spanish: the words between their own marks") {
  CHECK(quotesOf(kGerman) == Strings{"direct ?: Wir haben das schon lange befürchtet",
                                     "direct ?: Jetzt müssen wir handeln",
                                     "direct ?: völlig überzogen"});
  CHECK(quotesOf(kFrench) ==
        Strings{"direct ?: Nous le craignions depuis longtemps", "direct ?: Il faut agir"});
  CHECK(quotesOf(kSpanish) ==
        Strings{"direct ?: Lo temíamos desde hace tiempo", "direct ?: Ahora hay que actuar"});
}

TEST_CASE("A text that is not English has no claims and says why") {
  for (const std::string& text : {kGerman, kFrench, kSpanish}) {
    const model::Extraction all = found(text);
    CHECK(all.claims.empty());
    CHECK(all.speakers.empty());
    REQUIRE(all.warnings.size() == 1);
    CHECK(all.warnings[0].message ==
          "The text is not English: only what stands between quotation marks was taken from it, "
          "without speakers and claims. Add the others by hand.");
  }
}

TEST_CASE("Scripts without blanks between words are quoted too") {
  const std::string text =
      "昨日の会議で市長は橋を閉鎖すると述べた。「私たちは行かない」と彼は言った。住民は反対している"
      "。";
  CHECK(quotesOf(text) == Strings{"direct ?: 私たちは行かない"});
  CHECK(found(text).warnings.size() == 1);
}

TEST_CASE("A language that no table knows is told by its letters") {
  const std::string polish =
      "Most w porcie jest zamknięty od poniedziałku, jak podała rada miasta. „Baliśmy się tego od "
      "dawna”, powiedziała burmistrz wieczorem. Mieszkańcy są oburzeni, ponieważ muszą jeździć "
      "dłuższą drogą, żeby dostać się do pracy każdego dnia rano.";
  CHECK(found(polish).warnings.size() == 1);
}

TEST_CASE("English is read as English, also damaged, short or with foreign words in it") {
  const std::string article =
      test::readFile(test::sourceDir() / "assets/sample/harbour-bridge.txt");
  std::string upper = article;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  CHECK(found(article).warnings.empty());
  CHECK(found(upper).warnings.empty());
  CHECK(found("").warnings.empty());
  CHECK(found("„Das war schön“, sagte sie.").warnings.empty());  // too short to tell
  CHECK(found("The mayor of the town said “c’est la vie, c’est la guerre” to the people who were "
              "there when the bridge was closed by the council on Monday.")
            .warnings.empty());
}

TEST_CASE("The word tables of languages are in order and share no word") {
  CHECK(nlp::englishWords().inOrder());
  CHECK(nlp::foreignWords().inOrder());
  for (const std::string_view word : nlp::foreignWords().words()) {
    INFO(word);
    CHECK_FALSE(nlp::englishWords().has(word));
  }
}

}  // namespace
}  // namespace assay::extract
