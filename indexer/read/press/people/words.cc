#include "indexer/read/press/people/words.h"

#include <algorithm>
#include <unordered_map>

namespace council_news::press {
namespace {

/// Words of one or more classes, separated by spaces, in the form of fold_name. A word in several rows has the classes
/// of all of them.
struct WordRow {
  WordClasses classes;
  std::string_view words;
};

constexpr WordRow kRows[] = {
    {kBy, "by gan von vom par por door"},
    {kLabel,
     "written writing compiled words author authors byline posted published publish updated update modified amended "
     "created issued "
     "released reported reporting submitted uploaded contributed added date publication exclusive cyhoeddwyd "
     "diweddarwyd sgriobhte geschrieben veroffentlicht autor autoren autorin auteur auteurs autore autores escrito "
     "publicado "
     "ecrit publie scritto beitrag beitrage text texte"},
    {kFiller,
     "last first on at am vom le in time from this was the online additional report article articles release "
     "alle zeige ein blog interview report reports writes adroddiad"},
    {kOtherWork,
     "contact source picture pictures pictured photo photos photograph photographs photography photographer "
     "photographers image images video videos graphic graphics illustration illustrations illustrated edited editing "
     "translated translation translator filmed foto fotos caption credit credits ubersetzung traduction "
     "traduccion"},
    {kAnd, "and with"},
    {kForeignAnd, "y e a ac agus und et mit"},
    {kOf, "for at in of from on to via"},
    {kTitle,
     "dr prof professor mr mrs ms miss mx sir dame lord lady baroness baron viscount earl countess rev reverend "
     "revd canon cllr councillor cyng cynghorydd ald alderman mayor rt hon right honourable father sister sheikh "
     "imam rabbi"},
    {kPostNominal,
     "phd dphil mbe obe cbe kbe dbe ch qc kc mp mps msp msps ms am mla tds mep ba bsc ma msc mba frsa frs fba fcca "
     "cpfa cipfa dl jp esq"},
    {kParticle,
     "de der den van von zu la le du da das do dos des d del della di st ter ten te y e af av ap ab ferch verch al "
     "el ul ur bin ibn bint binti abu mac mc nic ni o ui mhic ua an"},
    {kRole,
     "reporter reporters editor editors correspondent correspondents writer writers journalist journalists "
     "columnist columnists blogger commentator producer presenter democracy ldr ldrs critic critics reviewer "
     "redakteur redakteurin journaliste periodista giornalista"},
    {kJob,
     "author authors autor autoren autorin auteur auteurs autore autores contributor contributors freelance newsdesk "
     "newsroom staff desk apprentice officer officers "
     "manager director head leader deputy chair chairman chairwoman chairperson executive minister secretary "
     "spokesman spokeswoman spokesperson member members mp mps msp msps cllrs councillors analyst specialist "
     "lecturer researcher assistant intern founder president treasurer"},
    {kOffice,
     "officer officers manager director head leader deputy chair chairman chairwoman chairperson executive minister "
     "secretary member members cabinet spokesman spokeswoman spokesperson councillors cllrs mp mps msp msps founder "
     "president treasurer"},
    {kSubject,
     "local political politics senior chief health education social crime community communities business news "
     "city county managing features feature digital special regional data public housing environment transport "
     "government court affairs trainee multimedia music theatre film food travel football investigations "
     "investigative sport sports contributing national consumer westminster holyrood cardiff planning finance "
     "economy economics culture arts entertainment technology science climate energy equality safety waste "
     "recycling homelessness devolution elections election policy legal licensing tourism leisure adult adults "
     "children childrens schools care highways roads parking regeneration procurement workforce development "
     "sector shared international foreign home web editorial opinion analysis comment comments night weekend day "
     "own cabinet portfolio holder parliamentary staffing corporate media press communications comms marketing "
     "content executive general acting interim former assignment"},
    {kOrganisation,
     "council councils borough district metropolitan authority authorities ministry office team department "
     "directorate committee board trust group ltd limited plc company university college school library "
     "libraries hospital nhs police partnership association agency agencies society union federation institute "
     "foundation forum alliance network service services bureau newspaper newspapers newsletter magazine journal "
     "advice fire rescue gazette chronicle herald times ledger bulletin daily weekly monthly mail echo mercury argus "
     "telegraph "
     "tribune observer courier guardian standard newswire wire party parliament assembly commission government "
     "county city post live today online"},
    {kAgency, "bbc itv itn stv pa reuters afp dpa upi efe bloomberg cnn swns"},
    {kGenericAccount,
     "artificial generative admin administrator webmaster wordpress user guest anonymous anon unknown none null nan "
     "root default "
     "webeditor generated sponsored contributed automated bot robot chatgpt gpt undefined various reader readers "
     "letter letters submission submissions na"},
    {kGrammar,
     "monday tuesday wednesday thursday friday saturday sunday january february july september october november "
     "december the our your you us we it its this that these those what how why when who where is are was were "
     "be been not no must should would could can all other others new more less most than after before over as "
     "up out into about or but if here click via yesterday tomorrow gmt bst utc ist est"},
    {kVerb,
     "is are was were be been has have had shows finds wins says said makes takes gets calls warns reveals backs slams "
     "becomes became wants "
     "needs urges tells asks claims admits vows defends gives faces closes opens dies visits joins quits resigns "
     "retires leaves meets returns demand appointment order sees sets plans cuts raises "
     "sells buys drops launches announces approves completes extends delays names adds fails agrees rejects hits "
     "halts scraps unveils seeks votes issues expects"},
    {kOrganisation | kFirm,
     "solicitors agents llp ltd limited plc partners associates co bros consultants architects accountants surveyors "
     "lawyers sons"},
    {kPage,
     "ai super site website page pages read posts view views profile story stories latest breaking share tweet "
     "follow email facebook twitter linkedin whatsapp print menu search login log sign register subscribe "
     "subscriber next previous back top skip main play watch listen help accessibility pay apply find related "
     "popular privacy terms cookie cookies advertise advertisement events event jobs job careers directory "
     "awards topics topic section archive gallery podcast uk britain british scotland budget growth change may "
     "will march april june august christmas easter year week month minutes minute min meeting agenda matters "
     "extraordinary ordinary available full free theme powered assistant key facts manage day own court care "
     "general holder night weekend former head mercury  guest root nan na null more other said intelligence link links "
     "copy copied editions filed under updates"},
};

class WordTable {
 public:
  WordTable() {
    for (const WordRow& row : kRows) {
      for (std::size_t begin = 0; begin < row.words.size();) {
        const std::size_t end = std::min(row.words.find(' ', begin), row.words.size());
        classes_[row.words.substr(begin, end - begin)] |= row.classes;
        begin = end + 1;
      }
    }
  }

  WordClasses find(std::string_view word) const {
    const auto found = classes_.find(word);
    return found == classes_.end() ? 0 : found->second;
  }

 private:
  std::unordered_map<std::string_view, WordClasses> classes_;
};

}  // namespace

WordClasses classes_of(std::string_view folded) {
  static const WordTable table;
  return table.find(folded);
}

}  // namespace council_news::press
