#include <algorithm>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/enrich/councils.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

const CouncilNameFinder& finder() {
  static const CouncilNameFinder instance(gazetteer());
  return instance;
}

/// The slugs of the councils that a text names, in gazetteer order, separated by spaces.
std::string named_in(const std::string& text, const std::string& date, const std::string& title = "") {
  Article article;
  article.title = title;
  article.body = text;
  article.published = parse_timestamp(date);
  std::vector<std::string> slugs;
  for (const CouncilEvidence& evidence : judge_councils(article, finder())) slugs.emplace_back(evidence.council->slug);
  std::sort(slugs.begin(), slugs.end());
  std::string joined;
  for (const std::string& slug : slugs) joined += (joined.empty() ? "" : " ") + slug;
  return joined;
}

struct Case {
  const char* text;
  const char* councils;
  const char* date = "2016-06-01";
};

}  // namespace

TEST_CASE("all the names that newspapers use for a council") {
  const Case row = GENERATE(values<Case>({
      {"Norfolk CC has sold its farms.", "norfolk"},
      {"NORFOLK COUNTY COUNCIL has sold its farms.", "norfolk"},
      {"Camden LBC and Kensington & Chelsea RLBC will share a lawyer.", "camden kensington-and-chelsea"},
      {"The Royal Borough of Kensington and Chelsea said so.", "kensington-and-chelsea"},
      {"LB Camden is recruiting foster carers.", "camden"},
      {"Wirral MBC, Notts CC and Suffolk Coastal DC took part.", "nottinghamshire suffolk-coastal wirral"},
      {"Stoke-on-Trent City Council met. Stoke on Trent Council met again.", "stoke-on-trent"},
      {"Brighton & Hove Council and Brighton and Hove City Council are one.", "brighton-and-hove"},
      {"King’s Lynn & West Norfolk Borough Council", "kings-lynn-and-west-norfolk"},
      {"Cyngor Sir Ynys Môn and Ynys Mon council", "isle-of-anglesey"},
      {"Cyngor Sir Powys a Chyngor Gwynedd", "gwynedd powys"},
      {"B&NES's cabinet met.", "bath-and-north-east-somerset"},
      {"KCC's leader and the kcc tube", "kent"},
      {"Northeast Lincolnshire and NORTHWEST LEICESTERSHIRE councils met.",
       "north-east-lincolnshire north-west-leicestershire"},
      {"Brent LB, Thurrock UA and Wigan MB will take part.", "brent thurrock wigan"},
      {"Comhairle nan Eilean Siar has met.", "na-h-eileanan-siar"},
      {"Newry, Mourne and Down District Council has met.", "newry-mourne-and-down"},
      {"St. Helens Council has met.", "st-helens"},
      {"The City of York Council has met.", "york"},
  }));
  CAPTURE(row.text);
  CHECK(named_in(row.text, row.date) == row.councils);
}

TEST_CASE("ambiguous names need evidence") {
  const Case row = GENERATE(values<Case>({
      // words
      {"Councillors in Reading have voted to plant trees.", "reading"},
      {"Reading is fun, the council's librarians say. Reading lists are out.", ""},
      {"Bury's Tories attacked the cabinet.", "bury"},
      {"Bury the hatchet, councillors were told.", ""},
      {"Bath & North East Somerset Council has met in Bath.", "bath-and-north-east-somerset"},
      {"A bath and body shop wants rate relief from the council. Bath time!", ""},
      {"Rugby BC's planning committee met.", "rugby"},
      {"The council has sold land to the rugby club. Rugby matters here.", ""},
      {"Hart DC met at Fleet.", "hart"},
      {"Miranda Hart joked about the council. Hart was on form.", ""},
      {"Eden and South Lakeland district councils share a chief.", "eden south-lakeland"},
      {"Eden Project bosses asked the council for a road.", ""},
      {"Down District Council has met.", "down", "2010-01-10"},
      {"Down the road, the council has met.", ""},
      {"Hackney's mayor has signed the order.", "hackney"},
      {"Hackney carriages need a council licence. Hackney carriage drivers agree.", ""},
      // places elsewhere
      {"Boston Borough Council's leader has resigned.", "boston"},
      {"The mayor of Boston, Massachusetts, has resigned. The council was shocked.", ""},
      {"Newcastle City Council has set a budget.", "newcastle-upon-tyne"},
      {"Newcastle-under-Lyme's leader has resigned. In Newcastle, the council has met.", "newcastle-under-lyme"},
      {"Newcastle United fans petitioned the council.", ""},
      {"Perth and Kinross Council has met.", "perth-and-kinross"},
      {"The council's twin is Perth, Australia.", ""},
      {"Kingston upon Hull City Council and Hull's leader agree.", "kingston-upon-hull"},
      {"The Royal Borough of Kingston upon Thames has met.", "kingston-upon-thames"},
      // city and county
      {"Durham County Council has met.", "durham"},
      {"Durham City Council has met.", "durham-city", "2006-03-01"},
      {"Residents of Durham Road wrote to the council. Durham Police took notes.", ""},
      {"Lincoln's city council and Lincolnshire County Council disagree.", "lincoln lincolnshire"},
      {"Mary Lincoln wrote to the council. Lincoln, 44, is a nurse.", ""},
      {"York's executive has agreed a budget for the council.", "york"},
      {"Duke of York opens council offices.", ""},
      {"City of London Corporation members met.", "city-of-london"},
      {"City of London Police wrote to councils.", ""},
      {"Councillors met near the skyscrapers of the City of London. London is big.", ""},
      // words beside "council"
      {"Council tax in Leeds will rise, the city council has decided.", "leeds"},
      {"People in Leeds complain of council tax. Leeds shoppers do, too.", ""},
      {"Stroud council tax bills will rise, the leader said.", "stroud"},
      {"Children in care in Durham will be heard, Durham County Council said.", "durham"},
      {"The Children in Care Council of Durham was heard.", ""},
      {"Sport England and Leeds City Council will build a pool.", "leeds"},
      {"The Sport England council will meet in Leeds.", ""},
      // county, or people and bodies of that name
      {"Kent CC has met.", "kent"},
      {"Clark Kent told the council that Kent was his real name.", ""},
      {"Kent districts and Kent councils wrote to Kent Police.", ""},
      {"A spokesman for the Kent authority Medway Council said so.", "medway"},
      {"Essex Live asked the council. Kent Online did too.", ""},
      {"Westminster City Council's planners agreed.", "westminster"},
      {"Westminster must act, council leaders say. MPs at Westminster shrugged.", ""},
      // persons
      {"Preston Council's leader has resigned.", "preston"},
      {"Lord Preston was a councillor once. Preston died on Monday.", ""},
      {"Derby City Council has met.", "derby"},
      {"Cllr Jack Derby chairs the committee. Cllr Derby was pleased.", ""},
      {"Stirling Council's provost voted.", "stirling"},
      {"The council's library won the Stirling Prize.", ""},
      {"Bolton's Labour leader told councillors the news.", "bolton"},
      {"Michael Bolton sang for councillors. Bolton was in voice.", ""},
  }));
  CAPTURE(row.text);
  CHECK(named_in(row.text, row.date) == row.councils);
}

TEST_CASE("other kinds of councils do not count") {
  const char* text =
      GENERATE("Durham's Children in Care Council chose a song.", "Sport England council met in Leeds.",
               "The Arts Council England and the British Council praised Leeds.",
               "The General Medical Council heard that a doctor from Leeds lied.", "Bradford-on-Avon Town Council met.",
               "Wigan Youth Council met in Wigan.", "London Councils asked ministers for money.",
               "The County Councils Network met in Leeds.", "Kirk session and parish council met in Dundee.",
               "Medical Research Council money goes to Oxford.", "Hereford City Council has met.",
               "Leeds United's council of supporters met.");
  CAPTURE(text);
  CHECK(named_in(text, "2015-01-01") == "");
}

TEST_CASE("the date chooses among authorities with the same name") {
  const Case row = GENERATE(values<Case>({
      {"Dorset County Council has met.", "dorset-county", "2015-05-05"},
      {"Dorset Council has met.", "dorset", "2021-05-05"},
      {"Buckinghamshire's leader told the council.", "buckinghamshire-county", "2015-05-05"},
      {"Buckinghamshire's leader told the council.", "buckinghamshire", "2021-05-05"},
      {"Cardiff City Council has met.", "cardiff-district", "1990-05-05"},
      {"Cardiff City Council has met.", "cardiff", "2000-05-05"},
      {"Bedfordshire CC has met.", "bedfordshire", "2008-05-05"},
      {"The former Bedfordshire CC has left debts.", "bedfordshire", "2012-05-05"},
      {"Chester's market traders wrote to the council.", "chester", "2005-05-05"},
      {"Chester traders wrote to Cheshire West and Chester Council.", "cheshire-west-and-chester", "2015-05-05"},
      {"Christchurch, Bournemouth and Poole councils met.", "bournemouth christchurch poole", "2018-05-05"},
      {"Bournemouth, Christchurch and Poole Council met.", "bournemouth-christchurch-and-poole", "2020-05-05"},
  }));
  CAPTURE(row.text, row.date);
  CHECK(named_in(row.text, row.date) == row.councils);
}

TEST_CASE("lists count if the sentence is about councils") {
  const Case row = GENERATE(values<Case>({
      {"Councils taking part: Barnsley, Bury; Reading Rotherham, and York.", "barnsley bury reading rotherham york"},
      {"North and South Tyneside councils met.", "north-tyneside south-tyneside"},
      {"East and West Sussex CCs met.", "east-sussex west-sussex"},
      {"North and North East Lincolnshire councils met.", "north-east-lincolnshire north-lincolnshire"},
      {"North and South Shropshire councils, Kent CC.", "kent north-shropshire south-shropshire", "2004-01-01"},
      {"Manchester and Salford city councils, Wigan and Bury MBCs agreed.", "bury manchester salford wigan"},
      {"The London boroughs of Brent, Harrow and Sutton have joined.", "brent harrow sutton"},
      {"The following authorities will be paid:\n\nLeeds £1.2m\n\nBury £0.3m", "bury leeds"},
      {"Shops in Leeds, Bury and Reading open late on Sundays.", ""},
      {"Councils in Essex, Derbyshire and Merseyside face strikes.", ""},
      {"Inspectors praised councils' services in Bury and said those in Leeds were poor.", "bury leeds"},
      {"Shops in Bury have reopened and those in Leeds will next week.", ""},
      {"Inspectors found councils' libraries shut in Bury, Leeds, Wigan and Reading.", "bury leeds reading wigan"},
      {"Concerts will be held in Bury, Leeds, Wigan and Reading.", ""},
      {"In West Sussex, Adur and Worthing councils share a chief executive.", "adur worthing"},
      {"In West Sussex, Kent and Surrey county councils agreed.", "kent surrey west-sussex"},
      {"Seven West Midlands council leaders have written to ministers.", ""},
      {"Wigan council leaders have written to ministers.", "wigan"},
  }));
  CAPTURE(row.text);
  CHECK(named_in(row.text, row.date) == row.councils);
}

TEST_CASE("a reference to an unnamed authority means the prominent place") {
  const Case row = GENERATE(values<Case>({
      {"Libraries in Swindon will close. The council has no money.", "swindon"},
      {"Plymouth wants a new airport. The city's leader is hopeful.", "plymouth"},
      {"Trees fell in Croydon. The Conservative-run council will plant more.", "croydon"},
      {"Parking will cost more in Rossendale, where the borough said it had no choice.", "rossendale"},
      {"Labour-run Islington defied ministers.", "islington"},
      {"Cllr Ian Stewart (Lab, Ealing) spoke first.", "ealing"},
      {"Ian Stewart, MP (Lab, Ealing), wrote to the paper.", ""},
      {"Uttlesford lost an appeal. The Essex authority will pay.", "uttlesford"},
      {"Uttlesford lost an appeal. The Essex council will pay.", "uttlesford"},
      {"Essex will pay for an appeal. The Essex council lost it.", "essex"},
      {"Uttlesford lost an appeal, Essex County Council said. The Essex council will pay.", "essex uttlesford"},
      {"Crews worked at a tip in Slough. The Berkshire council wants a report.", "slough"},
      {"Berkshire County Council met. The Berkshire council is broke.", "berkshire", "1996-01-01"},
      {"Bins in Bury, Leeds and Reading are full. The three councils are sorry.", "bury leeds reading"},
      {"Bins in Bury, Leeds and Reading are full. The four councils are sorry.", ""},
      {"Bins are full in Bury and Leeds, their councils say.", "bury leeds"},
      {"Schools in Wigan failed targets agreed with the borough.", "wigan"},
      {"Walkers in Wigan agreed to meet by the borough stone.", ""},
      {"Trees fell in Croydon. Shoppers were shocked.", ""},
  }));
  CAPTURE(row.text);
  CHECK(named_in(row.text, row.date) == row.councils);
}

TEST_CASE("election reports omit the council words") {
  const Case row = GENERATE(values<Case>({
      {"Labour hold Bolton in the local elections. The Lib Dems took Bath from the Tories.",
       "bath-and-north-east-somerset bolton"},
      {"Harper Green Ward on Bolton\n\nLab hold after the by-election", "bolton"},
      {"Council by-elections:\n\nMillfield, Blaby\n\nClayton and Openshaw, Manchester", "blaby manchester"},
      {"By-elections: Labour kept seats at York (Holgate), Halton (Halton Castle) and Wigan (Leigh East ward).",
       "halton wigan york"},
      {"In the local elections Labour robbed the Tories of their majority in Trafford.", "trafford"},
      {"Bury: Lab hold\n\nRushmoor: Lab gain from Con", "bury rushmoor"},
      {"There is no overall control in Stroud. Labour is sad.", "stroud"},
      {"Reform UK has won Kent and Durham, to the dismay of council leaders.", "durham kent"},
      {"Labour lost the by-election in Bolton to the Tories, whose new MP will sit for Bolton.", ""},
      {"The general election: Labour held Stroud and lost Bury to the Tories, MPs said.", ""},
      {"Bolton held on to win. Labour supporters in Bury watched the match.", ""},
  }));
  CAPTURE(row.text);
  CHECK(named_in(row.text, row.date) == row.councils);
}

TEST_CASE("in an article about authorities a bare name means its council") {
  const std::string talk = "Councillors met. Councils have no money. ";
  CHECK(named_in(talk + "It was a bad year for Stroud.", "2016-06-01") == "stroud");
  CHECK(named_in("It was a bad year for Stroud.", "2016-06-01") == "");
  CHECK(named_in(talk + "It was a bad year for a baker in Stroud.", "2016-06-01") == "");
  CHECK(named_in(talk + "A firm runs schools in Stroud.", "2016-06-01") == "stroud");
  CHECK(named_in("A firm runs schools in Stroud.", "2016-06-01") == "");
  CHECK(named_in(talk + "It was a bad year for Stroud's Jane Smith.", "2016-06-01") == "");
  CHECK(named_in(talk + "Write to 7 London Road, Leicester.", "2016-06-01") == "");
  CHECK(named_in(talk + "\n\nThe road is shut between Leeds and Wigan.", "2016-06-01") == "");
}

TEST_CASE("words for authorities' business are evidence for them") {
  const Case row = GENERATE(values<Case>({
      {"Leeds has shut six libraries. Refuse is piling up.", "leeds"},
      {"Leeds has shut six shops. Rubbish is piling up.", ""},
      {"Leeds has shut its club's shop at the stadium, near the libraries. Refuse is piling up.", ""},
      {"Hampshire has warned that libraries and recycling cost more.", "hampshire"},
      {"Libraries and recycling cost more on the sands of Hampshire.", ""},
      {"Sutton and Kingston have merged their libraries and refuse crews.", "kingston-upon-thames sutton"},
      {"Sutton and Kingston lie among libraries and refuse.", ""},
      {"Basildon may clear the site. Leader Tony Ball praised the judge.", "basildon"},
      {"Basildon may clear the site. Labour leader Tony Ball praised the judge.", ""},
      {"The LGIU expects more such notices. Hampshire has warned of one; so have Bury, Bradford and Stoke.",
       "bradford bury hampshire stoke-on-trent"},
      {"Councillors met. Basildon has been told that it may go on.", "basildon"},
      {"Bills in Wigan will rise. Ann Lee, who leads the borough, told councillors why.", "wigan"},
  }));
  CAPTURE(row.text);
  CHECK(named_in(row.text, row.date) == row.councils);
}

TEST_CASE("without a date the text decides among authorities with the same name") {
  const auto named = [&](const std::string& text, const std::string& url = "") {
    Article article;
    article.body = text;
    article.url = url;
    std::vector<std::string> slugs;
    for (const CouncilEvidence& evidence : judge_councils(article, finder()))
      slugs.emplace_back(evidence.council->slug);
    std::sort(slugs.begin(), slugs.end());
    std::string joined;
    for (const std::string& slug : slugs) joined += slug + " ";
    return joined;
  };
  CHECK(named("Dorset's leader told the council.") == "dorset ");
  CHECK(named("Dorset's leader told the council on 3 May 2017.") == "dorset-county ");
  CHECK(named("Dorset's leader told the council on 3 May 2017. By 2050 all will be well.") == "dorset-county ");
  CHECK(named("Dorset's leader spent £2017 of the council.") == "dorset ");
  CHECK(named("Dorset's leader told the council.", "https://paper.example/2017/05/03/dorset") == "dorset-county ");
  CHECK(named("Dorset's leader told the council.", "https://paper.example/article/20170503") == "dorset ");
  CHECK(named("The North Yorkshire districts of Craven, Harrogate and Selby.") == "craven harrogate selby ");
  CHECK(named("Harrogate is a town where councils meet. Selby is another one.") == "");
  CHECK(named("Perth's council met.", "https://perth.wa.gov.au/news") == "");
  CHECK(named("Perth's council spent $4m.") == "");
}

TEST_CASE("rows of a table of authorities are mentions") {
  const char* councils = "Council ratings\n\n";
  const auto named = [&](const std::string& rows) { return named_in(councils + rows, "2003-01-01"); };
  CHECK(named("Bury excellent 3\n\nReading good: fair prospects\n\nHart poor 1") == "bury hart reading");
  CHECK(named("Bury excellent 3\n\nReading good: fair prospects").find("hart") == std::string::npos);
  // Neither sentences nor a person's name are rows.
  CHECK(named("Reading is fun.\n\nHart beat is strong.\n\nBury the hatchet.") == "");
  CHECK(named_in("Concerts\n\nBury 3 May\n\nReading 4 May\n\nHart 5 May\n\nRugby 6 May", "2003-01-01") == "");
}

TEST_CASE("a name that acts like an authority needs no council word") {
  const Case row = GENERATE(values<Case>({
      {"Leeds has approved plans for 300 flats by the river.", "leeds"},
      {"Leeds approved of the singer's new songs.", ""},
      {"Leeds scored twice and the league approved the plans.", ""},
      {"Councils differ. South Oxfordshire for example was told to adopt its plan.", "south-oxfordshire"},
      {"Flowers differ. Kent for example has orchids.", ""},
      {"In Chorley, we share a chief executive with the councils around us.", "chorley"},
      {"In Chorley, it rained on the councils' picnic.", ""},
      {"Tameside in Greater Manchester has told councils to wait.", "tameside"},
      {"Most councils failed. Swindon, by contrast, agreed its budget early.", "swindon"},
      {"Councils met. Cumbria, meanwhile, has rejected the deal.", "cumbria", "2021-07-22"},
      {"Councils met. Cumbria, of all places, was sunny.", "", "2021-07-22"},
      {"One of the West Midlands council's services has failed.", "", "2000-07-14"},
      {"West Midlands County Council's services have failed.", "west-midlands", "1984-07-14"},
      {"The two will become unitary councils while Cumbria will be split.", "cumbria", "2021-07-22"},
      {"While the councils met, Cumbria was cold.", "", "2021-07-22"},
      {"The council's finance director is to join from Wigan.", "wigan"},
      {"Two councils lost their directors: Don Phillips at Walsall and Ann Field at Bromley.", "bromley walsall"},
      {"Don Phillips at Walsall and Ann Field at Bromley won the jumping.", ""},
      {"Councils differ on transfer. Newcastle insists all options are open.", "newcastle-upon-tyne"},
      {"Councils met. The singer took a train to Wigan.", ""},
  }));
  CAPTURE(row.text);
  CHECK(named_in(row.text, row.date) == row.councils);
}

TEST_CASE("the address of a council's site in the text is a mention") {
  const Case row = GENERATE(values<Case>({
      {"More at www.leeds.gov.uk/bins or press@leeds.gov.uk.", "leeds"},
      {"Write to News@Calderdale.GOV.UK", "calderdale"},
      {"Councils' views to 7 Duke Street, Norwich, NR3 1GN, or Merton SM4 5DX.", ""},
      {"Councils differ. Norwich, A47 or not, wants a bypass.", "norwich"},
      {"Norwich City Council, NR2 1NH.", "norwich"},
      {"More at www.gov.uk and planning.data.gov.uk.", ""},
      {"More at www.leeds.gov.uk.example.com", ""},
      {".gov.uk", ""},
  }));
  CAPTURE(row.text);
  CHECK(named_in(row.text, row.date) == row.councils);
}

TEST_CASE("a council's own site and outlet are evidence for it") {
  Article article;
  article.title = "New bins for the city centre";
  article.body = "Emptied by the sun, they report when they are full.";
  article.url = "https://news.leeds.gov.uk/news/new-bins";
  const auto by_site = judge_councils(article, finder());
  REQUIRE(by_site.size() == 1);
  CHECK(by_site.front().council->slug == "leeds");
  CHECK(by_site.front().about);
  article.url = "https://example.org/1";
  article.outlet = "Leeds City Council News";
  CHECK(judge_councils(article, finder()).size() == 1);
  article.outlet = "Essex Live";
  CHECK(judge_councils(article, finder()).empty());
}

TEST_CASE("councils of adverts, teasers and sign-offs never count") {
  const char* furniture =
      GENERATE("Related stories\n\nLeeds City Council sells golf course\n\nKent CC to close homes",
               "READ MORE: Leeds City Council warns of job losses", "Most read\n\nDudley Council to fine dog owners",
               "Highways jobs\n\nTrainee Planner\n\nEssex County Council\n\n£21,074 - £24,313 per annum",
               "Social Worker\n\nRoyal Borough of Greenwich\n\n£30,000 - £36,000 per annum\n\nRecuriter: Royal Borough "
               "of Greenwich",
               "Kirklees Council is recruiting a lawyer. Apply by 30 April.",
               "Jane Doherty is chief executive of Hertsmere Borough Council.",
               "Notes to editors\n\nStroud District Council works with Cotswold District Council.");
  CAPTURE(furniture);
  CHECK(named_in("Solihull Council has been praised.\n\nThe report was kind.\n\n" + std::string(furniture),
                 "2018-01-01") == "solihull");
}
