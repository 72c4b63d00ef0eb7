#include "report/labels.h"

#include <algorithm>
#include <array>

namespace assay::report {

namespace {

constexpr std::array kLanguages{
    LanguageInfo{Language::english, "en", "English"},
    LanguageInfo{Language::german, "de", "Deutsch"},
    LanguageInfo{Language::french, "fr", "Français"},
    LanguageInfo{Language::spanish, "es", "Español"},
};

/// One row: the same words in every language, in the order of Language.
using Words = std::array<std::string_view, kLanguages.size()>;

struct LabelRow {
  Label label;
  Words words;
};

constexpr std::array kLabels{
    LabelRow{
        Label::reportTitle,
        {"Fact-check report", "Prüfbericht", "Rapport de vérification", "Informe de verificación"}},
    LabelRow{Label::draft, {"Draft {0}", "Fassung {0}", "Version {0}", "Versión {0}"}},
    LabelRow{Label::madeOn,
             {"Report made {0}", "Bericht vom {0}", "Rapport établi le {0}", "Informe del {0}"}},
    LabelRow{Label::nothingFound,
             {"Nothing to check has been marked in this article.",
              "In diesem Artikel ist nichts zum Prüfen markiert.",
              "Rien à vérifier n’a été marqué dans cet article.",
              "No se ha marcado nada que verificar en este artículo."}},
    LabelRow{Label::allSettled,
             {"All {0} items are checked.", "Alle {0} Punkte sind geprüft.",
              "Les {0} points sont vérifiés.", "Los {0} puntos están verificados."}},
    LabelRow{Label::oneSettled,
             {"The only item is checked.", "Der einzige Punkt ist geprüft.",
              "Le seul point est vérifié.", "El único punto está verificado."}},
    LabelRow{Label::someOpen,
             {"{0} of {1} items are still open. This report is not final.",
              "{0} von {1} Punkten sind noch offen. Dieser Bericht ist nicht abgeschlossen.",
              "{0} points sur {1} sont encore ouverts. Ce rapport n’est pas définitif.",
              "{0} de {1} puntos siguen abiertos. Este informe no es definitivo."}},
    LabelRow{Label::oneOpen,
             {"{0} of {1} items is still open. This report is not final.",
              "{0} von {1} Punkten ist noch offen. Dieser Bericht ist nicht abgeschlossen.",
              "{0} point sur {1} est encore ouvert. Ce rapport n’est pas définitif.",
              "{0} de {1} puntos sigue abierto. Este informe no es definitivo."}},
    LabelRow{Label::partShown,
             {"This report shows {0} of them.", "Dieser Bericht zeigt {0} davon.",
              "Ce rapport en montre {0}.", "Este informe muestra {0} de ellos."}},
    LabelRow{Label::coverage,
             {"{0} of the article’s words belong to an item, {1} to one that is checked.",
              "{0} der Wörter des Artikels gehören zu einem Punkt, {1} zu einem geprüften.",
              "{0} des mots de l’article relèvent d’un point, {1} d’un point vérifié.",
              "El {0} de las palabras del artículo pertenece a un punto; el {1}, a uno "
              "verificado."}},
    LabelRow{Label::summary, {"Summary", "Überblick", "Résumé", "Resumen"}},
    LabelRow{Label::share, {"Share", "Anteil", "Part", "Proporción"}},
    LabelRow{Label::items, {"Items", "Punkte", "Points", "Puntos"}},
    LabelRow{Label::toSettle,
             {"To settle before publication", "Vor der Veröffentlichung zu klären",
              "À régler avant publication", "Por resolver antes de publicar"}},
    LabelRow{Label::toSettleIntro,
             {"Shown to be wrong, disputed, without confirmation, or changed since the check.",
              "Falsch, strittig, unbelegt oder seit der Prüfung geändert.",
              "Faux, contesté, sans confirmation ou modifié depuis la vérification.",
              "Falso, en disputa, sin confirmar o cambiado desde la verificación."}},
    LabelRow{Label::stillOpen, {"Still open", "Noch offen", "Encore ouverts", "Aún abiertos"}},
    LabelRow{Label::article, {"The article", "Der Artikel", "L’article", "El artículo"}},
    LabelRow{Label::articleIntro,
             {"Every marked passage carries the number of its check.",
              "Jede markierte Stelle trägt die Nummer ihrer Prüfung.",
              "Chaque passage marqué porte le numéro de sa vérification.",
              "Cada pasaje marcado lleva el número de su verificación."}},
    LabelRow{Label::articleComments,
             {"Every item is a comment on its passage; suggested corrections are tracked changes.",
              "Jeder Punkt ist ein Kommentar zu seiner Stelle; vorgeschlagene Korrekturen sind "
              "nachverfolgte Änderungen.",
              "Chaque point est un commentaire sur son passage; les corrections proposées sont des "
              "modifications suivies.",
              "Cada punto es un comentario sobre su pasaje; las correcciones propuestas son "
              "cambios registrados."}},
    LabelRow{Label::unplaced,
             {"Not in this draft", "Nicht in dieser Fassung", "Absents de cette version",
              "Fuera de esta versión"}},
    LabelRow{Label::checks,
             {"The checks", "Die Prüfungen", "Les vérifications", "Las verificaciones"}},
    LabelRow{Label::sources, {"Sources", "Quellen", "Sources", "Fuentes"}},
    LabelRow{Label::number, {"No.", "Nr.", "N°", "N.º"}},
    LabelRow{Label::status, {"Status", "Stand", "État", "Estado"}},
    LabelRow{Label::passage, {"Passage", "Textstelle", "Passage", "Pasaje"}},
    LabelRow{Label::speaker, {"Speaker", "Sprecher", "Auteur des propos", "Quién lo dice"}},
    LabelRow{Label::unknownSpeaker,
             {"speaker unknown", "Sprecher unbekannt", "auteur inconnu", "autor desconocido"}},
    LabelRow{Label::madeIn, {"inside {0}", "in {0}", "dans {0}", "dentro de {0}"}},
    LabelRow{Label::wording, {"Wording", "Wortlaut", "Formulation", "Literalidad"}},
    LabelRow{Label::correction,
             {"Suggested correction", "Vorgeschlagene Korrektur", "Correction proposée",
              "Corrección propuesta"}},
    LabelRow{Label::changeByHand,
             {"Not made as a tracked change: its words are not in one piece or belong to another "
              "correction too. Please make it by hand.",
              "Nicht als Änderung nachverfolgt: Die Stelle ist nicht zusammenhängend oder gehört "
              "auch zu einer anderen Korrektur. Bitte von Hand ausführen.",
              "Non faite en modification suivie : le passage n’est pas d’un seul tenant ou relève "
              "aussi d’une autre correction. À faire à la main.",
              "No figura como cambio registrado: el pasaje no es continuo o pertenece también a "
              "otra corrección. Hágala a mano."}},
    LabelRow{Label::rating, {"Rating", "Bewertung", "Évaluation", "Calificación"}},
    LabelRow{Label::evidence, {"Evidence", "Belege", "Preuves", "Pruebas"}},
    LabelRow{Label::noEvidence,
             {"No evidence recorded.", "Keine Belege erfasst.", "Aucune preuve consignée.",
              "Sin pruebas registradas."}},
    LabelRow{Label::source, {"Source", "Quelle", "Source", "Fuente"}},
    LabelRow{Label::kind, {"Kind", "Art", "Type", "Tipo"}},
    LabelRow{Label::primary, {"primary", "Primärquelle", "primaire", "primaria"}},
    LabelRow{Label::secondary, {"secondary", "Sekundärquelle", "secondaire", "secundaria"}},
    LabelRow{Label::lookedAt, {"Looked at", "Eingesehen", "Consulté le", "Consultado"}},
    LabelRow{Label::archived,
             {"archived copy", "Archivkopie", "copie archivée", "copia archivada"}},
    LabelRow{Label::contact, {"Contact", "Kontakt", "Contact", "Contacto"}},
    LabelRow{Label::note, {"Note", "Notiz", "Note", "Nota"}},
    LabelRow{Label::checkedBy,
             {"Checked by {0}, {1}", "Geprüft von {0}, {1}", "Vérifié par {0}, {1}",
              "Verificado por {0}, {1}"}},
    LabelRow{Label::confidential,
             {"[confidential source {0}]", "[vertrauliche Quelle {0}]",
              "[source confidentielle {0}]", "[fuente confidencial {0}]"}},
    LabelRow{Label::sensitive, {"sensitive", "vertraulich", "sensible", "confidencial"}},
    LabelRow{Label::usedBy, {"Used by", "Verwendet in", "Utilisée par", "Usada en"}},
    LabelRow{Label::backToText,
             {"{0}: back to the text", "{0}: zurück zum Text", "{0} : retour au texte",
              "{0}: volver al texto"}},
    LabelRow{
        Label::untitled,
        {"Untitled article", "Artikel ohne Titel", "Article sans titre", "Artículo sin título"}},
    LabelRow{
        Label::textHash,
        {"SHA-256 of the text", "SHA-256 des Textes", "SHA-256 du texte", "SHA-256 del texto"}},
    LabelRow{Label::storeHead,
             {"Newest event of the store", "Jüngstes Ereignis der Ablage",
              "Dernier événement du dossier", "Último evento del archivo"}},
    LabelRow{Label::noItemsYet,
             {"No item yet.", "Noch kein Punkt.", "Aucun point pour l’instant.",
              "Todavía ningún punto."}},
    LabelRow{Label::noSources,
             {"No sources recorded.", "Keine Quellen erfasst.", "Aucune source consignée.",
              "Sin fuentes registradas."}},
    LabelRow{Label::protocol,
             {"Checker’s protocol", "Prüfprotokoll", "Procès-verbal de vérification",
              "Acta de verificación"}},
    LabelRow{Label::protocolIntro,
             {"Who checked what, when and against what, as recorded by {0}.",
              "Wer was wann und woran geprüft hat, wie von {0} aufgezeichnet.",
              "Qui a vérifié quoi, quand et sur quelle base, tel qu’enregistré par {0}.",
              "Quién verificó qué, cuándo y con qué, según lo registrado por {0}."}},
    LabelRow{Label::who, {"Checked by", "Geprüft von", "Vérifié par", "Verificado por"}},
    LabelRow{Label::when, {"When", "Wann", "Quand", "Cuándo"}},
    LabelRow{Label::against, {"Against", "Anhand von", "Sur la base de", "Con"}},
    LabelRow{Label::history, {"History", "Verlauf", "Historique", "Historial"}},
    LabelRow{Label::undone, {"undone", "rückgängig gemacht", "annulé", "deshecho"}},
    LabelRow{Label::queries, {"Queries", "Rückfragen", "Questions posées", "Consultas"}},
    LabelRow{Label::query, {"Query {0}", "Rückfrage {0}", "Question {0}", "Consulta {0}"}},
    LabelRow{Label::toAsk, {"to ask", "zu stellen", "à poser", "por hacer"}},
    LabelRow{Label::askedOn, {"asked {0}", "gestellt {0}", "posée le {0}", "hecha el {0}"}},
    LabelRow{Label::answeredOn,
             {"answered {0}", "beantwortet {0}", "réponse du {0}", "respondida el {0}"}},
    LabelRow{Label::snapshot,
             {"Kept copy", "Gesicherte Kopie", "Copie conservée", "Copia guardada"}},
    LabelRow{Label::calls, {"Call sheet", "Anrufliste", "Feuille d’appels", "Hoja de llamadas"}},
    LabelRow{
        Label::callsIntro,
        {"Open queries and what is flagged to call back, by whom to ask. Quotes are not read "
         "back: ask for the facts in other words.",
         "Offene Rückfragen und was für Rückrufe vorgemerkt ist, nach Ansprechpartnern. Zitate "
         "werden nicht vorgelesen: nach den Tatsachen mit anderen Worten fragen.",
         "Questions ouvertes et rappels à faire, par interlocuteur. On ne relit pas les "
         "citations : demander les faits en d’autres termes.",
         "Consultas abiertas y lo que hay que volver a preguntar, por interlocutor. Las citas "
         "no se releen: pregunte por los hechos con otras palabras."}},
    LabelRow{Label::callAnswer, {"Answer", "Antwort", "Réponse", "Respuesta"}},
    LabelRow{Label::theAuthor,
             {"The author", "Wer den Artikel geschrieben hat", "L’auteur de l’article",
              "Quien firma el artículo"}},
};
static_assert(kLabels.size() == static_cast<std::size_t>(Label::total));
static_assert(std::is_sorted(kLabels.begin(), kLabels.end(),
                             [](const LabelRow& a, const LabelRow& b) {
                               return a.label < b.label;
                             }),
              "label() takes the enum as an index");

// The tables below follow the order of the enums; English stands in the model's own tables.
constexpr std::array<Words, 10> kStatuses{{
    {"", "ungeprüft", "non vérifié", "sin verificar"},
    {"", "in Arbeit", "en cours", "en curso"},
    {"", "bestätigt", "vérifié", "verificado"},
    {"", "berichtigt", "corrigé", "corregido"},
    {"", "strittig", "contesté", "en disputa"},
    {"", "falsch", "faux", "falso"},
    {"", "nicht belegbar", "invérifiable", "no comprobable"},
    {"", "laut Autor", "selon l’auteur", "según el autor"},
    {"", "nicht prüfbar", "hors vérification", "no procede"},
    {"", "gestrichen", "supprimé", "suprimido"},
}};

constexpr std::array<Words, 7> kWordings{{
    {"", "nicht verglichen", "non comparée", "sin comparar"},
    {"", "wörtlich", "mot pour mot", "literal"},
    {"", "gekürzt", "abrégée", "recortada"},
    {"", "verändert", "modifiée", "alterada"},
    {"", "aus dem Zusammenhang", "hors contexte", "fuera de contexto"},
    {"", "nicht gefunden", "introuvable", "no encontrada"},
    {"", "keine Aufzeichnung", "sans enregistrement", "sin registro"},
}};

constexpr std::array<Words, 4> kItemKinds{{
    {"", "wörtliches Zitat", "citation directe", "cita directa"},
    {"", "indirektes Zitat", "citation indirecte", "cita indirecta"},
    {"", "gemischtes Zitat", "citation mixte", "cita mixta"},
    {"", "Behauptung", "affirmation", "afirmación"},
}};

constexpr std::array<Words, 4> kStances{{
    {"", "stützt", "confirme", "confirma"},
    {"", "widerlegt", "réfute", "refuta"},
    {"", "Zusammenhang", "contexte", "contexto"},
    {"", "nicht eindeutig", "non concluant", "no concluyente"},
}};

constexpr std::array<Words, 16> kSourceKinds{{
    {"", "Gespräch", "personne interrogée", "persona entrevistada"},
    {"", "Aufnahme oder Abschrift", "enregistrement ou transcription", "grabación o transcripción"},
    {"", "Video", "vidéo", "vídeo"},
    {"", "amtliches Dokument", "document officiel", "registro oficial"},
    {"", "Datensatz", "jeu de données", "conjunto de datos"},
    {"", "Gerichts- oder Firmenunterlage", "document judiciaire ou d’entreprise",
     "documento judicial o de empresa"},
    {"", "begutachtete Studie", "étude évaluée par des pairs", "estudio con revisión por pares"},
    {"", "Fotografie", "photographie", "fotografía"},
    {"", "Tagebuch oder Brief", "journal ou lettre", "diario o carta"},
    {"", "Zeitungsbericht", "article de presse", "noticia"},
    {"", "Agenturmeldung", "dépêche", "despacho de agencia"},
    {"", "Buch", "livre", "libro"},
    {"", "Nachschlagewerk", "encyclopédie", "enciclopedia"},
    {"", "Pressemitteilung", "communiqué de presse", "nota de prensa"},
    {"", "Beitrag in sozialen Medien", "message sur un réseau social",
     "publicación en redes sociales"},
    {"", "Sonstiges", "autre", "otro"},
}};

constexpr std::array<Words, 6> kRecipientKinds{{
    {"", "Autor des Artikels", "auteur de l’article", "autor del artículo"},
    {"", "Redaktion", "rédaction", "redacción"},
    {"", "Rechtsberatung", "service juridique", "asesoría jurídica"},
    {"", "zitierte Person", "personne citée", "persona citada"},
    {"", "fachkundige Person", "expert", "experto"},
    {"", "jemand anders", "quelqu’un d’autre", "otra persona"},
}};

struct FlagRow {
  model::Flag flag;
  Words words;
};
constexpr std::array kFlags{
    FlagRow{model::Flag::postponed, {"", "zurückgestellt", "reporté", "aplazado"}},
    FlagRow{model::Flag::legal, {"", "rechtlich", "juridique", "legal"}},
    FlagRow{model::Flag::sensitive, {"", "heikel", "sensible", "delicado"}},
    FlagRow{model::Flag::callBack, {"", "Rückruf", "à rappeler", "volver a llamar"}},
    FlagRow{model::Flag::changedSinceChecked,
            {"", "seit der Prüfung geändert", "modifié depuis la vérification",
             "cambiado desde la verificación"}},
    FlagRow{model::Flag::publish, {"", "zur Veröffentlichung", "à publier", "publicar"}},
};

std::size_t column(Language language) { return static_cast<std::size_t>(language); }

template <class Table, class Value>
std::string_view fromTable(Language language, const Table& table, Value value) {
  if (language == Language::english) return model::info(value).word;
  return table[static_cast<std::size_t>(value)][column(language)];
}

}  // namespace

std::string_view label(Language language, Label which) {
  return kLabels[static_cast<std::size_t>(which)].words[column(language)];
}

std::string filled(Language language, Label which, std::initializer_list<std::string_view> values) {
  const std::string_view text = label(language, which);
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool slot = text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}';
    const auto index = slot ? static_cast<std::size_t>(text[at + 1] - '0') : values.size();
    if (index < values.size()) {
      out += values.begin()[index];
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

std::string_view word(Language language, model::Status status) {
  return fromTable(language, kStatuses, status);
}
std::string_view word(Language language, model::WordingVerdict verdict) {
  return fromTable(language, kWordings, verdict);
}
std::string_view word(Language language, model::ItemKind kind) {
  return fromTable(language, kItemKinds, kind);
}
std::string_view word(Language language, model::Stance stance) {
  return fromTable(language, kStances, stance);
}
std::string_view word(Language language, model::SourceKind kind) {
  return fromTable(language, kSourceKinds, kind);
}
std::string_view word(Language language, model::RecipientKind kind) {
  return fromTable(language, kRecipientKinds, kind);
}
std::string_view word(Language language, model::Flag flag) {
  if (language == Language::english) return model::info(flag).word;
  const auto row =
      std::find_if(kFlags.begin(), kFlags.end(), [&](const FlagRow& r) { return r.flag == flag; });
  return row->words[column(language)];
}

std::span<const LanguageInfo> languages() { return kLanguages; }

const LanguageInfo& info(Language language) { return kLanguages[column(language)]; }

std::optional<Language> languageById(std::string_view id) {
  const auto row = std::find_if(kLanguages.begin(), kLanguages.end(),
                                [&](const LanguageInfo& r) { return r.id == id; });
  return row == kLanguages.end() ? std::nullopt : std::optional(row->language);
}

}  // namespace assay::report
