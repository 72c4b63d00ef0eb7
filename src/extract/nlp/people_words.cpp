#include "extract/nlp/people_words.h"

namespace assay::extract::nlp {

namespace {

// clang-format off
constexpr std::string_view kPersonWords[] = {
    "activist", "actor", "actress", "adviser", "advisor", "aide", "alderman", "alderwoman",
    "ambassador", "analyst", "artist", "assistant", "attorney", "author", "bishop", "boss", "boy",
    "brother", "businessman", "businesswoman", "caller", "candidate", "captain", "ceo", "chair",
    "chairman", "chairperson", "chairwoman", "chancellor", "chief", "child", "citizen", "clerk",
    "coach", "colleague", "columnist", "commander", "commentator", "commissioner", "congressman",
    "congresswoman", "consultant", "councillor", "councilman", "councilwoman", "counsel",
    "counselor", "critic", "czar", "daughter", "delegate", "democrat", "deputy", "detective", "diplomat",
    "director", "doctor", "driver", "economist", "editor", "employee", "engineer", "executive",
    "expert", "farmer", "father", "fellow", "firefighter", "fisherman", "friend", "general",
    "girl", "governor", "guard", "guest", "harbourmaster", "headmaster", "historian", "host",
    "husband", "insider", "inspector", "investigator", "journalist", "judge", "justice", "king",
    "lawmaker", "lawyer", "leader", "legislator", "librarian", "lieutenant", "man", "manager",
    "mayor", "member", "minister", "moderator", "mom", "mother", "mp", "neighbor", "neighbour",
    "nominee", "nurse", "observer", "officer", "official", "onlooker", "operative", "opponent",
    "organizer", "owner", "parent", "participant", "passenger", "passer-by", "pastor", "patient",
    "person", "physician", "pilot", "player", "police", "policeman", "policewoman", "politician",
    "pollster", "pope", "president", "priest", "prime", "principal", "professor", "prosecutor",
    "protester", "queen", "rabbi", "reader", "reporter", "representative", "republican",
    "researcher", "resident", "respondent", "scholar", "scientist", "secretary", "senator",
    "sergeant", "sheriff", "shopper", "singer", "sister", "soldier", "son", "source", "speaker",
    "spokesman", "spokesperson", "spokeswoman", "staffer", "star", "strategist", "student",
    "supporter", "surgeon", "surveyor", "teacher", "technician", "teen", "teenager", "tenant",
    "tourist", "treasurer", "trustee", "user", "vendor", "veteran", "victim", "viewer", "visitor",
    "volunteer", "voter", "whistleblower", "widow", "wife", "witness", "woman", "worker",
    "writer", "youth",
};

constexpr std::string_view kBodyWords[] = {
    "academy", "administration", "agency", "airline", "alliance", "army", "assembly",
    "association", "authority", "bank", "board", "body", "branch", "brigade", "bureau", "cabinet",
    "camp", "campaign", "caucus", "center", "centre", "chamber", "charity", "church", "city",
    "club", "coalition", "college", "colleges", "commission", "committee", "community",
    "companies", "company", "conference", "congress", "consortium", "corporation", "council",
    "country", "county", "court", "courts", "crew", "crowd", "delegation", "democrats",
    "department", "division", "embassy", "employer", "establishment", "faction", "family",
    "federation", "firm", "firms", "force", "foundation", "fund", "government", "governments",
    "group", "groups", "headquarters", "hospital", "house", "household", "industry", "institute",
    "institution", "jury", "league", "legislature", "library", "lobby", "majority", "media",
    "military", "ministry", "minority", "mission", "movement", "museum", "nation", "navy",
    "network", "newspaper", "office", "officials", "opposition", "organisation", "organization",
    "outlet", "panel", "parliament", "parties", "partnership", "party", "people", "police",
    "power", "practice", "press", "prosecution", "regulator", "republicans", "residents",
    "school", "schools", "secretariat", "section", "senate", "service", "site", "society",
    "staff", "state", "states", "station", "store", "studio", "syndicate", "taskforce", "team",
    "tribunal", "trust", "union", "unions", "university", "utility", "watchdog",
};

constexpr std::string_view kFirmWords[] = {
    "agency", "airline", "bank", "broadcaster", "carmaker", "charity", "company", "corporation",
    "firm", "foundation", "fund", "group", "institute", "institution", "magazine", "manufacturer",
    "network", "newspaper", "nonprofit", "organisation", "organization", "outlet", "paper",
    "publication", "publisher", "retailer", "site", "union", "utility", "watchdog", "website",
};

constexpr std::string_view kTitleWords[] = {
    "acting", "activist", "actor", "actress", "adm", "admiral", "adviser", "ald", "alderman",
    "alderwoman", "ambassador", "analyst", "archbishop", "assistant", "associate", "attorney",
    "attorney-general", "author", "baroness", "bishop", "brig", "brigadier", "candidate", "capt",
    "captain", "cardinal", "ceo", "cfo", "chair", "chairman", "chairwoman", "chancellor", "chief",
    "chiefs", "cllr", "cmdr", "coach", "col", "colonel", "commander", "commissioner", "comptroller",
    "congressman", "congresswoman", "constable", "corporal", "correspondent", "council",
    "councillor", "councilman", "councilwoman", "counsel", "count", "county", "cpl", "cto", "dame",
    "democrat", "democratic", "deputy", "det", "detective", "dictator", "director", "doctor", "dr",
    "duke", "economist", "editor", "emperor", "executive", "father", "federal", "first", "former",
    "founder", "gen", "general", "gop", "gov", "governor", "harbourmaster", "headmaster",
    "historian", "host", "independent", "insp", "inspector", "interim", "journalist", "judge",
    "justice", "king", "lady", "lawyer", "leader", "lieutenant", "lord", "lt", "ltc", "madam",
    "maj", "major", "manager", "marshal", "mayor", "mep", "minister", "miss", "moderator", "mp",
    "mr", "mrs", "ms", "nominee", "officer", "officers", "pastor", "pollster", "pope", "premier",
    "president", "president-elect", "prime", "prince", "princess", "principal", "prof", "professor",
    "prosecutor", "pvt", "queen", "rabbi", "rep", "reporter", "representative", "reps",
    "republican", "rev", "reverend", "secretary", "sen", "senator", "senators", "sens", "sergeant",
    "sgt", "sheriff", "singer", "sir", "sister", "speaker", "spokesman", "spokesperson",
    "spokeswoman", "state", "strategist", "superintendent", "supreme", "supt", "treasurer",
    "trustee", "undersecretary", "vice", "writer",
};

constexpr std::string_view kOrganisationWords[] = {
    "academy", "administration", "agency", "alliance", "army", "assembly", "associates",
    "association", "authority", "bank", "board", "brothers", "bureau", "campaign", "caucus",
    "center", "centre", "chamber", "church", "club", "co", "coalition", "college", "commission",
    "committee", "company", "conference", "congress", "corp", "corporation", "council", "court",
    "daily", "department", "division", "embassy", "enquirer", "exchange", "fed", "federation",
    "firm", "force", "foundation", "fund", "gazette", "government", "group", "guard", "guild",
    "herald", "holdings", "hospital", "house", "inc", "industries", "institute", "institution",
    "international", "journal", "labour", "league", "legislature", "library", "llc", "llp", "ltd",
    "magazine", "ministry", "mission", "movement", "museum", "nations", "network", "news",
    "office", "organisation", "organization", "pac", "parliament", "partners", "partnership",
    "party", "police", "post", "press", "project", "register", "reporter", "review", "school",
    "senate", "service", "services", "society", "solutions", "star", "states", "street",
    "studies", "survey", "systems", "team", "telegraph", "times", "tribune", "trust", "union",
    "university", "watch", "weekly", "works",
};

constexpr std::string_view kMaleWords[] = {
    "aaron", "adam", "adrian", "al", "alan", "albert", "alec", "alejandro", "alex", "alexander",
    "alfred", "ali", "allen", "alvin", "amir", "andre", "andrew", "andy", "anthony", "antonio",
    "arnold", "arthur", "austin", "barack", "barry", "ben", "benjamin", "bernard", "bernie",
    "bill", "billy", "bob", "bobby", "boris", "brad", "bradley", "brandon", "brendan", "brett",
    "brian", "bruce", "bryan", "calvin", "cameron", "carl", "carlos", "charles", "charlie",
    "chris", "christian", "christopher", "chuck", "clarence", "clark", "claude", "cliff", "colin",
    "connor", "corey", "craig", "curtis", "dale", "damian", "dan", "daniel", "danny", "darren",
    "dave", "david", "dean", "declan", "dennis", "derek", "dick", "diego", "dmitry", "don",
    "donald", "doug", "douglas", "drew", "duncan", "dustin", "dwight", "dylan", "earl", "ed",
    "eddie", "edgar", "eduardo", "edward", "edwin", "eli", "elijah", "elliot", "emmanuel",
    "enrique", "eric", "ernest", "ethan", "eugene", "evan", "felix", "fernando", "francis",
    "frank", "fred", "frederick", "gabriel", "gareth", "gary", "gavin", "gene", "geoff",
    "geoffrey", "george", "gerald", "gerard", "gilbert", "glen", "glenn", "gordon", "graham",
    "grant", "greg", "gregory", "gus", "guy", "hank", "harold", "harry", "harvey", "hector",
    "henry", "herbert", "herman", "howard", "hugh", "hugo", "hussein", "ian", "ibrahim", "igor",
    "isaac", "ivan", "jack", "jacob", "jaime", "jake", "james", "jared", "jason", "jay", "jeb",
    "jeff", "jeffrey", "jeremy", "jerome", "jerry", "jesse", "jesus", "jim", "jimmy", "joe",
    "joel", "john", "johnny", "jon", "jonathan", "jorge", "jose", "joseph", "josh", "joshua",
    "juan", "julian", "justin", "karl", "keith", "ken", "kenneth", "kevin", "kurt", "kyle",
    "lance", "larry", "lawrence", "leo", "leon", "leonard", "leroy", "lewis", "liam", "lloyd",
    "louis", "luis", "luke", "malcolm", "manuel", "marco", "marcus", "mario", "mark", "marshall",
    "martin", "marvin", "matt", "matthew", "maurice", "max", "maxwell", "mel", "melvin",
    "michael", "miguel", "mike", "milton", "mitch", "mitchell", "mohamed", "mohammed", "muhammad",
    "nate", "nathan", "nathaniel", "neil", "nelson", "nicholas", "nick", "nigel", "noah",
    "norman", "oliver", "omar", "oscar", "otto", "owen", "pablo", "patrick", "paul", "pedro",
    "pete", "peter", "phil", "philip", "phillip", "pierre", "rafael", "ralph", "ramon", "randall",
    "randy", "raul", "ray", "raymond", "reginald", "rex", "ricardo", "richard", "rick", "ricky",
    "rob", "robert", "roberto", "rodney", "roger", "roland", "ron", "ronald", "ross", "roy",
    "ruben", "rudy", "rupert", "russ", "russell", "ryan", "salvador", "sam", "samuel", "saul",
    "scott", "sean", "sergio", "seth", "shane", "shaun", "sidney", "simon", "stanley", "stephen",
    "steve", "steven", "stuart", "ted", "terrence", "theodore", "thomas", "tim", "timothy",
    "tobias", "todd", "tom", "tommy", "tony", "travis", "trevor", "tyler", "vernon", "victor",
    "vincent", "vladimir", "wallace", "walter", "warren", "wayne", "wesley", "will", "william",
    "winston", "xavier", "zachary",
};

constexpr std::string_view kFemaleWords[] = {
    "abigail", "ada", "adele", "adriana", "agnes", "aisha", "alexandra", "alice", "alicia",
    "alison", "allison", "alyssa", "amanda", "amber", "amelia", "amina", "amy", "ana", "andrea",
    "angela", "angelina", "anita", "ann", "anna", "anne", "annette", "annie", "april", "ariana",
    "ashley", "audrey", "barbara", "beatrice", "bella", "bernadette", "bernice", "beth",
    "bethany", "betty", "beverly", "bonnie", "brenda", "bridget", "britney", "brittany",
    "camille", "carla", "carly", "carmen", "carol", "carole", "caroline", "carolyn", "carrie",
    "catherine", "cathy", "cecilia", "charlotte", "chelsea", "cheryl", "chloe", "christina",
    "christine", "cindy", "claire", "clara", "claudia", "colleen", "connie", "courtney",
    "crystal", "cynthia", "daisy", "danielle", "dawn", "debbie", "deborah", "debra", "denise",
    "diana", "diane", "dolores", "donna", "doris", "dorothy", "edith", "eileen", "elaine",
    "eleanor", "elena", "elisabeth", "elise", "elizabeth", "ella", "ellen", "eloise", "elsa",
    "emily", "emma", "erica", "erin", "esther", "eva", "evelyn", "faith", "fatima", "felicia",
    "fiona", "florence", "frances", "gabriella", "gail", "georgia", "geraldine", "gina", "ginger",
    "gladys", "glenda", "gloria", "grace", "greta", "gwen", "hannah", "harriet", "hazel",
    "heather", "heidi", "helen", "helena", "hillary", "holly", "hope", "ida", "imogen", "ingrid",
    "irene", "iris", "isabel", "isabella", "ivanka", "ivy", "jackie", "jacqueline", "jane",
    "janet", "janice", "jasmine", "jean", "jeanne", "jen", "jenna", "jennifer", "jenny",
    "jessica", "jill", "joan", "joanna", "joanne", "jocelyn", "josephine", "joy", "joyce",
    "juanita", "judith", "judy", "julia", "juliana", "julie", "june", "kaitlyn", "kamala",
    "karen", "kate", "katherine", "kathleen", "kathryn", "kathy", "katie", "katrina", "kayla",
    "kellyanne", "kimberly", "kirsten", "kristen", "kristin", "laila", "lara", "laura", "lauren",
    "laurie", "leah", "lena", "lillian", "linda", "lisa", "liz", "lois", "loretta", "lori",
    "lorraine", "louise", "lucia", "lucille", "lucy", "lydia", "lynn", "mabel", "madeline",
    "madison", "maggie", "marcia", "margaret", "maria", "marian", "marianne", "marie", "marilyn",
    "marit", "marjorie", "martha", "mary", "maureen", "maya", "megan", "melania", "melanie",
    "melinda", "melissa", "meredith", "mia", "michele", "michelle", "mildred", "mina", "miranda",
    "miriam", "molly", "monica", "nadia", "nancy", "naomi", "natalie", "natasha", "nicola",
    "nicole", "nina", "nora", "norma", "olga", "olivia", "pamela", "patricia", "patsy", "paula",
    "pauline", "peggy", "penny", "phyllis", "priya", "priyanka", "rachel", "rebecca", "regina",
    "renee", "rhonda", "rita", "roberta", "rosa", "rosalie", "rose", "rosemary", "roxanne",
    "ruby", "ruth", "sabrina", "sally", "samantha", "sandra", "sara", "sarah", "sharon", "sheila",
    "shelby", "sheryl", "shirley", "silvana", "silvia", "sonia", "sophia", "sophie", "stacey",
    "stacy", "stella", "stephanie", "sue", "susan", "suzanne", "sylvia", "tabitha", "tamara",
    "tammy", "tanya", "tara", "teresa", "terri", "theresa", "tiffany", "tina", "ursula",
    "valerie", "vanessa", "vera", "veronica", "victoria", "viola", "violet", "virginia", "vivian",
    "wanda", "wendy", "whitney", "yolanda", "yvette", "yvonne", "zoe",
};

// clang-format on

constexpr WordList kPerson{kPersonWords};
constexpr WordList kBody{kBodyWords};
constexpr WordList kFirm{kFirmWords};
constexpr WordList kTitle{kTitleWords};
constexpr WordList kOrganisation{kOrganisationWords};
constexpr WordList kMale{kMaleWords};
constexpr WordList kFemale{kFemaleWords};

}  // namespace

const WordList& personNouns() { return kPerson; }
const WordList& bodyNouns() { return kBody; }
const WordList& firmWords() { return kFirm; }
const WordList& titleWords() { return kTitle; }
const WordList& organisationWords() { return kOrganisation; }
const WordList& maleNames() { return kMale; }
const WordList& femaleNames() { return kFemale; }

}  // namespace assay::extract::nlp
