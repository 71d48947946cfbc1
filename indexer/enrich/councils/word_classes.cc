#include "indexer/enrich/councils/word_classes.h"

#include <array>
#include <vector>

#include "common/hash.h"
#include "common/text/split.h"

namespace council_news {
namespace {

using namespace word_class;

struct Row {
  WordClasses classes;
  std::string_view words;  ///< folded, separated by spaces
};

constexpr std::array kRows{
    Row{kDesignator, "metropolitan met borough city county co district unitary islands royal regional corporation"},
    Row{kCouncil | kCivic, "council"},
    Row{kCouncils | kCivic, "councils"},
    Row{kAbbreviation, "mbc mdc lbc rlbc rbc cbc bc cc dc lb mb ua"},
    Row{kAbbreviations, "mbcs mdcs lbcs cbcs bcs ccs dcs"},
    Row{kAuthority, "authority unitary lea"},
    Row{kAuthorities, "authorities boroughs districts unitaries counties leas"},
    Row{kMember | kCivic, "councillor councillors cllr cllrs councilor councilors cynghorydd cynghorwyr"},
    Row{kTitle,
        "mr mrs ms miss dr sir dame lord lady baroness professor prof rev reverend judge justice pc sgt inspector "
        "sergeant superintendent captain colonel cllr councillor ald alderman"},
    Row{kOffice,
        "leader leaders leadership chief chiefs boss bosses mayor mayors executive cabinet director directors officer "
        "officers "
        "officials official spokesman spokeswoman spokesperson convener convenor provost planners members opposition "
        "administration treasurer solicitor deputy portfolio ratepayers backbenchers tenants chair chairman chairwoman "
        "budget lea services department departments committee control"},
    Row{kParty,
        "labour tory tories conservative conservatives lib lab con dem dems liberal democrat democrats snp plaid "
        "green greens reform dup sdlp uup sinn cymru ukip independents ind ld libdem libdems nationalist coalition"},
    Row{kRun, "run led controlled held dominated ruled"},
    Row{kService,
        "housing finance planning education children childrens social care services schools school transport highways "
        "environment environmental health legal adult adults families resources libraries library leisure culture "
        "regeneration technology it ict hr personnel revenues benefits waste trading standards election elections lead "
        "ruling new minority first elected directly interim acting assistant senior top joint shared former public own "
        "section economic development community strategic group corporate technical property scrutiny young peoples "
        "ex outgoing incoming labours"},
    Row{kOtherBody,
        "police constabulary university hospital hospitals infirmary cathedral college airport prison jail nhs pct ccg "
        "ambulance magistrates coroner constable students racecourse diocese carriage carriages fc afc rfc ccc"},
    Row{kOtherName,
        "united wanderers rovers athletic albion hotspur rangers rugby cricket minster abbey academy trust crown "
        "festival "
        // papers and stations
        "live online today news gazette post echo chronicle mercury mail argus herald advertiser star times journal "
        "observer guardian telegraph express examiner standard courier citizen sentinel press independent evening "
        "daily "
        "weekly recorder messenger reporter radio fm "
        // places within places, and things named after a place
        "road street lane avenue drive close crescent way terrace hill park square gardens bridge station castle cross "
        "association society foundation federation primary secondary grammar infant infants junior nursery preschool "
        "high "
        "wood down common heath house arms hotel project prize games moor wharf broads races"},
    Row{kLowerCouncil,
        "parish town community youth student students school arts british research bar medical teaching nursing press "
        "security privy national european sports design funding skills trades works church parochial faculty "
        "governing consumer users passenger football islamic muslim jewish refugee care network general health safety "
        "young commonwealth voluntary race relations tenants"},
    Row{kOtherAuthority,
        "health police fire port park transport passenger aviation harbour rescue water river rivers "
        "broads waste probation licensing pension"},
    Row{kCompass,
        "north south east west mid central northern southern eastern western northeast northwest southeast "
        "southwest"},
    Row{kOtherPlace, "new upper lower great little inner outer rural old greater stoke port royal"},
    Row{kPreposition, "of at for in from on with by"},
    Row{kLocative,
        "in at near from around across outside through via towards visit visited visiting throughout inside to"},
    Row{kBodyOf,
        "university bishop archbishop earl duke duchess diocese cathedral college marquess viscount dean battle siege "
        "lord countess baron constable commissioner"},
    Row{kFirstName,
        "john david michael peter paul mark andrew stephen steven robert richard james william christopher ian alan "
        "brian "
        "kevin graham keith neil simon tony anthony martin philip colin roger nigel geoffrey kenneth george thomas "
        "charles "
        "edward stuart jonathan nick nicholas tim timothy clark jack harry tom ben sam joe daniel matthew adam luke "
        "ryan "
        "mary susan margaret patricia sarah jane karen christine linda elizabeth helen jennifer julie angela ann anne "
        "janet "
        "claire emma rachel laura kate catherine katherine lisa amanda nicola alison fiona gillian jacqueline deborah "
        "carol barbara jean sandra pamela sheila maureen miranda rebecca hannah chloe sophie lucy charlotte abraham "
        "derek "
        "dennis raymond gordon douglas donald bernard frank fred ron ronald eric ernest stanley leslie terry barry "
        "gary "
        "craig darren lee wayne dean jason justin russell trevor clive malcolm howard bob bill jim mike steve dave "
        "chris "
        "phil pete ken ted jo joan joanna sue liz jenny anna diana ruth grace alice victoria samantha tracey sharon "
        "donna"},
    Row{kStarter,
        "the a an in at for from of and but while when as if with last this that both neither unlike like although "
        "after "
        "before since until by on to near across around outside yesterday today meanwhile however also now only where "
        "even "
        "neighbouring nearby former under over about against within between because so then than why how what which "
        "who "
        "whether not no yes is are was were has have had will would should could may might must can some many most all "
        "every each any other another one two three four five six seven eight nine ten these those such it its they "
        "their "
        "we our he his she her inside beyond through throughout among despite following according elsewhere later "
        "earlier london english welsh scottish irish next nor or plus via do does did let leave join"},
    Row{kVerb,
        "said says say plans plan wants want voted votes vote approved approves approve agreed agrees agree announced "
        "announces cuts cut spends spent proposes proposed launched launches launch awarded awards decided decides "
        "refused "
        "refuses refuse charges became becomes wins won picks picked chosen chooses chose backs backed faces faced "
        "seeks "
        "sought rejects rejected sells sold buys bought axes axed defies defied freezes froze sets leads names named "
        "drops "
        "dropped opens opened closes declares declared asks asked joins joined ousts ousted loses lost takes took gets "
        "got "
        "gives gave makes made fights fought issues issued overspends overspent outsources outsourced calls called "
        "hopes "
        "hoped bids pays paid owes considers considered counts counted looks looking shares shared saves saved scraps "
        "scrapped "
        "suspends suspended sacks sacked appoints appointed hires hired delays delayed defends defended admits "
        "admitted "
        "apologises apologised pledges pledged vows vowed urges urged warns warned moves bans banned fines fined sues "
        "sued "
        "adopts adopted runs ran employs introduces introduced commissioned consults consulted  "
        "leaps sheds shed stands stays stayed follow follows followed keeps kept keep sheds unveils unveiled reviews "
        "accepts accepted denies denied claims claimed reports reported publishes published tops topped requires "
        "insists believes argues confirms expects intends aims presses invests holds held builds built starts began "
        "begins "
        "to did does do"},
    Row{kCopula, "is are was were has have had be been"},
    Row{kModal | kCopula, "will would could should may might must can cannot"},
    Row{kLocalThing,
        "man woman men women mum dad mother father family families couple boy girl teenager teenagers pensioner "
        "pensioners "
        "pub firm company companies business businesses shop shops hotel charity club clubs player players star singer "
        "driver drivers trader traders residents resident people estate based born fans team schoolboy schoolgirl "
        "student "
        "doctor gp nurse vicar actor artist author headteacher head fraudster burglar thief "
        "manager striker captain coach keeper cyclist commuters shoppers restaurant cafe factory plant"},
    Row{kCivic,
        "borough boroughs cabinet mayor unitary unitaries authorities lea leas ofsted cyngor awdurdod "
        "devolution planners commissioners lgiu lga cosla solace ombudsman mbc mdc lbc rlbc cbc"},
    Row{kPassing,
        "former formerly previously ex neighbouring unlike similar nearby elsewhere came spell "
        "currently counterpart counterparts"},
    Row{kEnded, "former formerly old abolished defunct predecessor"},
    Row{kKind, "borough city county district town council authority unitary"},
    Row{kForeign,
        "massachusetts usa australia zealand canada ontario ohio virginia pennsylvania jersey carolina maryland "
        "connecticut kentucky tennessee queensland jamaica nsw"},
    Row{kMemberOfParliament, "mp mps msp msps mep meps ms am ams tds constituency"},
    Row{kJoiner, "and or plus nor"},
    Row{kListHead,
        "of in including include includes such as like are were is the to for from named being will be namely "
        "covering across following both"},
    Row{kNameParticle, "and upon under of the on in le with y nan na h ar cum"},
    Row{kNumber, "two three four five six seven eight nine ten both"},
    Row{kStaff, "staff crews crew workers team teams employees unit"},
    Row{kSport,
        "striker strikers goal goals league premiership championship season fixture cup midfielder defender wicket "
        "wickets innings squad club clubs football rugby cricket stadium supporters coach premier united wanderers "
        "rovers athletic hotspur fc afc"},
    Row{kCommonWord, "reading bath bury rugby down central eden barking borders sale deal dale"},
    Row{kPlaceKind, "city borough county district town"},
    Row{kPhraseEnd,
        "hall centre control government services workers challenge review commission value 114 114s 151 board"},
    Row{kMoves,
        "move moves moving moved join joins joining joined leave leaves leaving left return returns returning returned "
        "switch switches switching switched seconded poached recruited transferred appointed"},
    Row{kMeanwhile, "meanwhile however though by in contrast for its own part turn too also"},
    Row{kDecision, "approve approves approved refuse refuses refused reject rejects rejected grant grants granted"},
    Row{kDecided, "plans planning permission application applications budget scheme proposals"},
    Row{kLeads, "runs ran leads led heads headed chairs chaired"},
    Row{kCombined, "combined mayoral"},
    Row{kElection,
        "ward wards division divisions seat seats majority contest contests election elections poll polls vote votes "
        "result results gain gains loss losses swing defence party parties byelection byelections candidate "
        "candidates"},
    Row{kWins,
        "win wins won winning gain gains gained gaining hold holds held holding lose loses lost losing take takes took "
        "taking taken keep keeps kept keeping retain retains retained retaining seize seizes seized regain regains "
        "regained "
        "cling clings clung capture captured recapture recaptured control controls controlled back"},
    Row{kGoes,
        "fell falls fall went goes go stays stayed stay remains remained remain swung swings turned turns changes "
        "changed hung"},
    Row{kAffairs,
        "bins bin refuse recycling landfill libraries librarians reserves redundancies gritters gritting grit potholes "
        "adass unison gmb treasurers returning devolution shires ofsted adoption fostering "
        "adopters overspend outsourcing outsourced pfi allotments crematorium licensing planners tenants homelessness "
        "homeless sleepers unitaries auditors regeneration pilots branches schools tax budget budgets carers cpa cuts "
        "lobbying planning housing care redevelopment ringfenced asylum"},
    Row{kCyngor, "cyngor chyngor gyngor comhairle"},
};

/// The words of all rows in a hash table with open addressing: every word of every article is looked up here, and most
/// are not in it.
class WordTable {
 public:
  WordTable() {
    for (const Row& row : kRows) {
      for (const std::string_view word : split(row.words, ' ')) {
        Slot& slot = slots_[find(word)];
        slot.word = word;
        slot.classes |= row.classes;
      }
    }
  }

  WordClasses classes_of(std::string_view word) const { return slots_[find(word)].classes; }

 private:
  struct Slot {
    std::string_view word;
    WordClasses classes;
  };
  static constexpr std::size_t kSlots = 8192;  ///< a power of two, several times the number of words

  std::size_t find(std::string_view word) const {
    const std::uint32_t hash = fnv1a_32(word);
    std::size_t at = (hash ^ (hash >> 16)) % kSlots;
    while (!slots_[at].word.empty() && slots_[at].word != word) at = (at + 1) % kSlots;
    return at;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(kSlots);
};

}  // namespace

WordClasses classes_of(std::string_view word) {
  static const WordTable table;
  return table.classes_of(word);
}

}  // namespace council_news
