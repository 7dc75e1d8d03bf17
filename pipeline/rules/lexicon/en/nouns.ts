// Nouns of English for people, bodies and places, written by us from general knowledge.

export const englishNouns = {
  titles: `m:mr
f:mrs
f:ms
f:miss
m:sir
f:lady
m:lord
f:dame
f:madam
m:king
f:queen
m:prince
f:princess
m:duke
f:duchess
m:sheikh
m:sultan
m:emir
m:pope
m:father
f:sister
m:brother
m:imam
m:ayatollah
m:rabbi
president
vice president
former president
president-elect
president-designate
prime minister
prime minister-elect
prime minister-designate
minister-designate
deputy prime minister
first minister
foreign minister
defense minister
defence minister
finance minister
interior minister
justice minister
health minister
transport minister
education minister
energy minister
trade minister
environment minister
agriculture minister
economy minister
culture minister
labour minister
labor minister
minister
chancellor
vice chancellor
secretary
secretary of state
secretary of defense
secretary of homeland security
secretary-general
secretary general
general secretary
foreign secretary
home secretary
defense secretary
defence secretary
health secretary
treasury secretary
press secretary
deputy press secretary
undersecretary
attorney general
solicitor general
surgeon general
inspector general
senator
senators
sen
sens
pres
presidents
ministers
governors
govs
congressmen
representatives
judges
justices
mayors
professors
drs
messrs
officers
generals
representative
rep
reps
congressman
congresswoman
governor
gov
lieutenant governor
mayor
deputy mayor
councilman
councilwoman
councillor
commissioner
speaker
majority leader
minority leader
house speaker
house majority leader
house minority leader
senate majority leader
senate minority leader
majority whip
minority whip
leader
chairman
chairwoman
chair
vice chairman
chief
chief executive
chief executive officer
chief justice
justice
judge
magistrate
attorney
prosecutor
district attorney
sheriff
police chief
officer
detective
inspector
superintendent
general
gen
major general
maj gen
lieutenant general
lt gen
brigadier general
brig gen
colonel
col
lieutenant colonel
lt col
major
maj
captain
capt
commander
cmdr
lieutenant
lt
sergeant
sgt
corporal
private
admiral
adm
rear admiral
ambassador
envoy
consul
dr
doctor
prof
professor
rev
reverend
bishop
archbishop
cardinal
patriarch
coach
manager
director
deputy director
acting director
deputy
premier
professor emeritus
ceo
cfo
spokesman
spokeswoman
spokesperson
mp
first lady
crown prince
supreme leader
reporter
correspondent
anchor
host
co-host
editor
columnist
pollster
strategist
nominee
candidate
campaign manager
campaign chairman`,
  personNouns: {
    person: `counsel treasurer bursar president minister leader aide adviser advisor official spokesperson chief secretary chancellor senator
representative governor mayor councillor commissioner speaker chair chairperson director manager executive founder
co-founder owner partner head deputy chief-of-staff envoy ambassador diplomat negotiator judge justice magistrate lawyer
attorney solicitor barrister prosecutor defendant plaintiff suspect victim witness officer detective inspector
investigator general colonel captain commander lieutenant sergeant soldier veteran pilot sailor doctor physician surgeon
nurse patient scientist researcher professor lecturer teacher student pupil economist analyst expert strategist
consultant historian author writer novelist poet journalist reporter columnist editor correspondent broadcaster host
anchor presenter photographer artist painter singer musician actor director producer comedian coach player captain
striker goalkeeper midfielder defender athlete runner cyclist swimmer referee fan engineer architect developer designer
builder worker employee farmer fisherman trader banker investor shareholder shopkeeper merchant driver resident neighbor
neighbour tenant landlord homeowner taxpayer voter candidate nominee lawmaker legislator politician congressman
opposition-leader premier prime-minister monarch bishop archbishop priest pastor imam rabbi cardinal pope critic
supporter activist campaigner organizer organiser protester demonstrator volunteer survivor migrant refugee friend
colleague counterpart ally rival opponent enemy predecessor successor child teenager patient user customer client guest
passenger pollster blogger entrepreneur billionaire millionaire tycoon dictator hydrologist geologist biologist chemist
physicist engineer ecologist epidemiologist virologist astronomer psychologist sociologist meteorologist botanist
conservationist archaeologist pathologist coordinator administrator superintendent principal dean rector curator
librarian treasurer auditor regulator inspector-general surgeon-general chief-executive whistleblower source insider
commentator observer individual person boss chef baker butcher plumber carpenter electrician mechanic cleaner guard
warden ranger mayor-elect president-elect firefighter paramedic rescuer bishop-elect mediator arbitrator`,
    man: `man boy father husband son brother uncle grandfather nephew king prince spokesman chairman businessman
congressman policeman fireman gentleman guy salesman cameraman fisherman councilman alderman ombudsman boyfriend widower
stepfather grandson actor waiter landlord monk fiancé lord duke sheikh sultan emir`,
    woman: `woman girl mother wife daughter sister aunt grandmother niece queen princess spokeswoman chairwoman
businesswoman congresswoman policewoman lady actress waitress landlady girlfriend widow stepmother granddaughter nun
councilwoman fiancée duchess saleswoman`,
  },
  groupNouns: `experts analysts economists scientists researchers academics scholars historians critics supporters opponents
observers commentators residents locals villagers neighbors neighbours citizens voters taxpayers protesters demonstrators
activists campaigners organizers organisers workers employees staff crews miners drivers pilots teachers students pupils
parents doctors nurses physicians patients farmers fishermen traders investors shareholders bankers executives managers
directors lawyers attorneys prosecutors judges investigators detectives officers police officials authorities diplomats
negotiators ministers leaders lawmakers legislators senators representatives congressmen politicians mps deputies
councillors governors mayors aides advisers advisors allies rivals rebels militants insurgents soldiers troops fighters
veterans migrants refugees victims survivors witnesses relatives families friends colleagues fans players passengers
customers consumers users clients tenants homeowners environmentalists conservationists ecologists engineers architects
historians journalists reporters editors owners members delegates strategists pollsters consultants sources people men
women children youths teenagers regulators rescuers firefighters paramedics volunteers medics unions companies firms
businesses banks retailers manufacturers airlines publishers universities hospitals schools agencies ministries
governments countries nations states powers parties sides groups organizations organisations charities republicans
democrats conservatives liberals lawmakers-elect presidents spokesmen spokespeople plaintiffs defendants suspects
candidates commuters tourists visitors locals cubs parishioners bishops clergy priests hoteliers shopkeepers jurors
justices backers detractors insiders skeptics sceptics elites opposition public crowd mob media press community
populace electorate hydrologists geologists biologists epidemiologists meteorologists astronomers readers viewers
insurers lenders creditors bondholders watchdogs planners developers operators suppliers exporters importers
signatories delegations mediators inspectors auditors campaigners picketers strikers stewards guards militias`,
  bodyNouns: `government administration cabinet ministry department agency bureau office commission committee subcommittee
council board panel tribunal court jury parliament senate congress legislature assembly house chamber party coalition
opposition union federation confederation alliance bloc association society league institute institution foundation
charity organization organisation company firm corporation group conglomerate manufacturer carmaker automaker retailer
airline bank lender insurer broker fund regulator watchdog authority operator publisher newspaper magazine broadcaster
network university college school academy hospital clinic police army military navy air-force force militia guard
embassy consulate mission delegation campaign team club side federation church diocese mosque think-tank
administration treasury junta regime palace monarchy utility producer maker supplier contractor startup start-up
railway railroad museum gallery library theatre theater orchestra festival laboratory service works-council archdiocese
cooperative chain brand studio consortium task-force secretariat kingdom republic nation country state city town
municipality district county province region village crew`,
  countryVoices: `government administration ministry department embassy consulate military army navy parliament
treasury foreign-office presidency cabinet mission delegation regime authorities state-department armed-forces`,
  stateNouns: `government president prime parliament ambassador embassy army navy military foreign ministers king queen
republic kingdom capital citizens nationals troops`,
  nationWords: 'country nation kingdom republic',
  addresseeVerbs: 'tell ask remind inform assure thank urge warn advise instruct',
  stateWords: 'country nation state government republic neighbour neighbor ally power',
  formsOfAddress: 'mr mrs ms miss sir lady lord dame madam dr doctor prof professor rev reverend',
  companyNouns: `company firm corporation group manufacturer carmaker automaker retailer airline lender maker operator
supplier startup start-up brand chain producer conglomerate publisher broadcaster insurer giant business utility`,
  publicWords: `party ministry department agency commission committee council board court tribunal parliament senate
congress assembly union unions university police army navy government house embassy federation times post journal news
school college association institute church`,
  spokesWords: 'spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons',
  organizationWords: `union unions party ministry department agency bureau office commission committee council board court
tribunal parliament senate congress assembly house association society league institute institution foundation fund trust
centers centres company corporation corp inc ltd llc plc co group holdings bank university college school academy hospital clinic police
army navy force forces guard embassy federation confederation alliance coalition organization organisation network news
times post management journal herald tribune gazette guardian telegraph broadcasting radio television media press agency airlines
airways motors industries systems technologies technology partners capital ventures club fc united rovers athletic team
campaign church administration treasury centre center project initiative movement front brigade network service services
authority secretariat council chamber exchange studios pictures records entertainment labs laboratory pharmaceuticals
energy petroleum electric power gas railways rail lines bros brothers & gmbh ag sa spa magazine review weekly daily
observer committee caucus conference congress ministry democrats republicans bundesbank survey registry laboratories
firefighters teachers workers lawyers employees veterans physicians observatory museum library reserve cooperative
collective consortium syndicate hotels watch international worldwide associates advisors consulting research analytics
solutions health healthcare foods stores airlines air`,
  placeWords: `river lake sea ocean bay gulf strait strait channel canal island islands peninsula mountain mountains mount
valley desert forest park street avenue road boulevard square bridge airport port harbor harbour station beach coast hill
hills county city town village province region district state territory borough stadium arena hotel tower palace building
plaza castle cathedral highway route creek falls springs cape point heights terrace gardens cemetery base zone basin
plain plateau delta reef hall`,
  places: `alabama
alaska
arizona
arkansas
california
colorado
connecticut
delaware
florida
georgia
hawaii
idaho
illinois
indiana
iowa
kansas
kentucky
louisiana
maine
maryland
massachusetts
michigan
minnesota
mississippi
missouri
montana
nebraska
nevada
new hampshire
new jersey
new mexico
new york
new york city
north carolina
north dakota
ohio
oklahoma
oregon
pennsylvania
rhode island
south carolina
south dakota
tennessee
texas
utah
vermont
virginia
west virginia
wisconsin
wyoming
puerto rico
los angeles
chicago
houston
philadelphia
phoenix
san antonio
san diego
dallas
san jose
austin
san francisco
boston
seattle
denver
detroit
miami
atlanta
baltimore
cleveland
las vegas
new orleans
minneapolis
milwaukee
pittsburgh
orlando
cincinnati
des moines
manhattan
brooklyn
harlem
silicon valley
hollywood
wall street
london
manchester
birmingham
liverpool
leeds
glasgow
edinburgh
cardiff
belfast
england
scotland
wales
northern ireland
barcelona
munich
hamburg
frankfurt
milan
naples
venice
geneva
zurich
istanbul
dubai
mumbai
shanghai
hong kong
sydney
melbourne
toronto
montreal
vancouver
ontario
quebec
rio de janeiro
são paulo
sao paulo
st petersburg
aleppo
mosul
fallujah
gaza
gaza strip
west bank
jerusalem
tel aviv
crimea
donbas
donetsk
luhansk
kharkiv
mariupol
kherson
odesa
europe
asia
africa
america
north america
south america
latin america
central america
antarctica
oceania
middle east
far east
eastern europe
western europe
southeast asia
northeast asia
central asia
south asia
east asia
korean peninsula
balkans
caucasus
caribbean
scandinavia
mediterranean
atlantic
pacific
arctic
siberia
sahara
sahel
persian gulf
black sea
red sea
south china sea
baltic sea
capitol
ground zero
guantanamo bay
guantanamo
benghazi
ferguson
cologne
wuhan
xinjiang
tibet
kashmir
punjab
kurdistan
catalonia
bavaria
flanders
darfur
srebrenica
earth
mars
moon
mar-a-lago
trump tower
madison square garden
times square
heathrow
hiroshima
fukushima
chernobyl`,
}
