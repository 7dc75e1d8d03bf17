import { words } from './words.ts'

/** Everyday English words that may open a sentence or stand in a headline and are no names. */
export const ordinaryWords: ReadonlySet<string> = words(`
  ability abuse accident account act action activist activists activity actor actors actress addition address adult adults
  adviser advisers advisor aftermath afternoon age agency agent aid aide aides air aircraft airline airlines airport alarm
  alert allies ally ambassador ambulance amount analyst analysts anger animal animals anniversary annual answer anti anyone
  apart appeal appeals approval approximately april area areas argument armed army arrest arrests art artist artists asked
  asset assets astronomer athlete athletes attack attacker attackers attacks attempt attempts attorney auction audience
  author authorities authority average award awards baby back backers bad bail ball ban bank bankers banks bans base bases
  battle beach bear bears bee beer best better bid big bigger biggest bill billions bird birds birth black blast blaze block
  blood blow board boat boats body bodies bomb bombs bond bonds book books border borders boss bosses both boy boys brain
  branch bread break breakthrough bribe bridge bridges brief brother brothers budget building buildings bull bullet bus
  buses business businesses buyer buyers cabinet call calls camp campaign campaigners camps cancer candidate candidates cap
  capital captain car card care carer carers cars case cases cash cat cattle cause central centre center century ceo chair
  chairman chance change changes chaos charge charges charity charities check chemical chief chiefs child children choice
  church churches cities citizen citizens city civil civilians claim claims clash clashes class classes clean clear climate
  close closer clubs club coach coaches coal coalition coast code cold college colleges combined comment comments commander
  commission commissioners committee commuters companies company complaint complaints concern concerns condition
  conditions conflict congress consumer consumers contract control cook cooperation copper corn cost costs cotton council
  councils counsel count counties country countries county couple court courts cousin cover cow cows crash credit crew crews
  crime crimes crisis critic critics crop crops crowd crowds crude culture currency current customer customers cut cuts
  cyclists daily dairy dam damage dance danger data date daughter dawn day days dead deadline deal dealers deals death deaths
  debate debris debt decades deep defeat defence defendant defendants defender defense deficit delay delays delegate
  delegates demand demands democracy department deputies deputy desert design designers details diet dinner diplomat
  diplomats director directors disaster disease dispute district doctor doctors dog dogs dollar dollars domestic donor donors
  door double doubt dozens draft drama drink drive driver drivers drone drones drought drug drugs dry due dust duties duty
  earlier early earnings earth earthquake east eastern easy economist economists economy editor editors education effect
  effort efforts egg eggs elderly election elections electric embassy emergency emissions employee employees employer
  employers empty end energy engine engineer engineers enough entire environment envoy envoys equal era escape estate eve
  event events eventually everybody everyone everything evidence examiners exchange executive executives exit experience
  expert experts export exports express extra eye eyes face factories factory facts failure fall families family famous fans
  far farm farmer farmers farms fashion fast fate father fathers fear fears federal fee fees fell fellow female few fewer
  field fight fighter fighters fighting figure figures film films final finally finance fire firefighters fires firm firms
  fish fisheries fishermen fishing flag flight flights flood floods floor flour flu following food football force forces
  forecast forecasters foreign forest forests form former fossil free freedom freight fresh friend friends front fuel fuels
  full fund funding funds funeral fur further future gains game games gang gangs gap gas gay gender general generals
  genetic giant girl girls glacier global goal goals gold golf good goods government governments governor governors grain
  grand grant grants grass great green grid ground group groups growers growth guard guards guest guests gun gunman gunmen guns
  guys half hand hands hard harvest hate head heads headteacher health hearing heart heat heavy height helicopter help hero
  high higher highest hike hit holiday home homeowners homes hope hopes horse horses hospital hospitals hostage hostages host
  hot hotel hotels hour hours house household households houses housing however huge human humans hundreds hunger hunters
  hurricane husband ice idea illegal image images impact import importers imports improved incident income increase increased
  independent indeed individual individuals industrial industry inflation influenza information initial injuries injury inmates
  inquiry insect insects inside inspectors instead insurance insurers intelligence interest interim interior internal
  international internet invasion investigators investment investor investors iron island islanders islands issue issues item
  items jail jet job jobs joint journal journalist journalists judge judges judgment july junior juries jury just justice keep
  keeper key kids killing killings king kings lab labour labor lack lake land landlords landslide language large larger
  largest laser last late later latest law lawmaker lawmakers laws lawyer lawyers lead leader leaders leadership league
  leak learn leave left legal legislation legislators lender lenders less lessons letter letters level levels licence
  license life light lightning likely limit limits line lines link links list litter little live livestock lives loan loans
  local locals long longer look loss losses lost low lower lowest lunch machine machines magistrates mail main major majority
  make maker makers male man managers manager managing mandatory manufacturers many map march margin marine mark market
  markets marriage mass match matches material materials maximum maybe mayor mayors meanwhile measure measures meat media
  medic medical medicine medics member members memorial men mental metal methane microbes middle midwives migrants migrant
  military milk mine miners mines minimum mining minister ministers ministries ministry minor minority minutes missile
  missiles mobile model models modern moderate money month monthly months moon mortgage mosque mother mothers motion motorists
  mountain mountains move movement moves movie movies much multiple murder museum museums music musicians mutual nation
  national nationalists nations native natural nature naval navy nearby nearly negotiators neighbour neighbours neighbors
  net network networks new newly news newspaper newspapers next night nights nobody noise normal north northern notably
  note nothing notice novel nuclear number numbers nurse nurses object occupation ocean offer offers office officer officers
  officials official oil old older oldest olive one online open opening operator operators opinion opponent opponents
  opposition orchard order orders organizers organisers organisation organisations organization organizations origin
  original others outbreak output outrage overall overseas overnight owner owners oxygen pace package page pain paint pair
  panel paper papers parade parent parents park parks parliament part participants parties partner partners party pass
  passenger passengers past patent path patient patients patrol pay payment payments peace peak pensioners pension pensions
  people percent performance perhaps period permanent permit person personnel pet petrol pets photo photographs photos phone
  phones physicist physicists picture pictures pilot pilots pipeline place places plaintiffs plan plane planes planet planners
  plans plant plants plastic play player players plea please plenty plot plus poet point points police policies policy
  political politician politicians poll polling polls pollution poor pope popular population port ports position positive
  possible post potential potentially poverty power powers practice presenter president presidents press pressure previous
  previously price prices priest priests prime prince princess principal prior prison prisoner prisoners prisons private
  prize pro probe problem problems proceeds process produce producers product production products professor profit profits
  programme programmes program programs progress project projects proof property proposal proposals prosecution prosecutor
  prosecutors protest protester protesters protestors protests public publication publisher publishers pupil pupils purchase
  quake quality queen question questions quick quickly quite race races racial racism radar radio rail rain rains raise rallies
  rally range rank rate rates rather ratings raw readers real reason reasons rebel rebels recent recently record records recovery
  recruits red referee reform reforms refugee refugees region regional regions regular regulators regulator relations
  relationship relatives release relief religion religious remains rent rents repair repairs repeat report reportedly reporter
  reporters reports republican republicans democrat democrats request rescue rescuers research researcher researchers reserve
  reserves resident residents resistance resource resources response rest restaurant restaurants result results retail retailers
  retired return revenue revenues review revised rice rich riders right rights ring riot riots rise rises rising risk risks rival
  rivals river rivers road roads rock rocket rockets role roof room route row royal rule rules run running rural safe safety sailors
  salaries salary sale sales salmon same sanctions satellite satellites savings scheme scholars school schools science scientist
  scientists score screen sea search season seats second secret secretary section security seed select seller sellers senate senator
  senators senior separate separately series serious servant servants service services session set settlers several sex shadow share
  shareholder shareholders shares sharp shell ship shipping ships shock shooting shop shoppers shops short shot show showers shows
  side sign signal signs silver similar similarly simple simply since singer single sister site sites situation skills skin sky slow
  small smaller smoke snow soccer social society soil soldier soldiers solar sole some someone sometimes son song songs soon source
  sources south southern space speaker special species speech speed spending sport sports spokesman spokesperson spokeswoman
  spokespeople spring square stabbing stadium staff stage stake standard star stars start state statement statements states station
  stations statue steel step stock stocks stone storm storms story stories strategy street streets stress strict strike strikes
  striker strikers strong stronger student students studies study style subject subsequently success sudden suddenly sugar suicide
  suitable suite summer sun supplies supply support supporter supporters supreme surgeon surgeons surgery surplus survey survivor
  survivors suspect suspects sweet system systems talk talks tank tanks target targets tariff tariffs task tax taxes taxpayers tea
  teacher teachers team teams tech technology teen teenager teenagers teens telescope television temperature temperatures temple
  temporary tenant tenants term terms terror terrorism terrorist terrorists test tests text thanks theatre then theory thief thieves
  thing things thousands threat threats ticket tickets timber time times tired title today together toll tomorrow tonight top
  torture total tour tourism tourist tourists tower town towns toxic track trade trader traders traffic train trainer trains
  transport travel traveller travellers travelers treasury treaties treaty tree trees trial trials tribal tribe tribes tribunal
  tribute tributes trip troop troops trouble truck trucks trust truth turn turnout tv twice twin twins two type typhoon ultimately
  unable under understand unemployed unemployment unfortunately union unions unit united universities university unlike unmarried
  unnamed unrest upper urban urgent use used user users usually vaccine vaccines valley value van vast vegetables vehicle vehicles
  venture verdict very veteran veterans victim victims victory video videos view viewers village villages villagers violence
  violent virus visit visitor visitors voice volcano volunteer volunteers vote voter voters votes wage wages waiting walk wall
  war warm warrant wars waste watch watchdog water wave waves way weak wealth weapon weapons weather web website wedding week
  weekend weekly weeks weight welfare well west western wet whale wheat wheels white whole wide wider widow wife wild wildfire
  wildfires wildlife win wind window winds wine winner winners winning winter winters witness witnesses wolf wolves woman women
  won wood wool word words work worker workers working works world worse worst worth wounds writer writers written wrong yard year
  yearly years yellow yes yesterday yet yield yields young younger youngest youth zero zone zoo
  accused adds aims allow allows announces argue argues arrives ask asks avoid backs become becomes begin begins believe
  believes blame blames bring brings build builds buy buys came carry celebrate celebrates choose chooses claim click come
  comes compare consider continue continues cost create creates deal decide decides declares declines defeats defends deny
  denies describe discover discuss drop drops earn earns ends enjoy enters expect expects explains explore faces fails falls
  feel feels fight finds find focus follow follows forces gain get gets give gives go goes graphic grow grows helps hits hold
  holds insists joins jumps kills know knows launches lays learn leaves lets live lives loses loses meet meets moves must
  names need needs opens orders own owns pays picks played plays pleas pledges prepare prove puts quits raises ranked
  reach reaches read refuses rejects remain reports returns reveals runs saw says scored screenwriter see seeks seems sees
  sells send sends serves set sets shares signs slams sought spends stands starts stay stays stop stops suggest suggests sues
  takes talk teaches tells think thinks threatens told took touch trapped tries turns urges uses visits vows wait walks want
  wants warns wears went wins wish wonders writes cm pm mp mps dna gdp ok pr id aka sr jr`)
