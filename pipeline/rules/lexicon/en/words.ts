// Word lists of English, written by us from general knowledge.
import type { WordLists } from '../word-lists.ts'
import { englishCuePhrases, englishCueVerbs, englishWeakCueVerbs } from './cue-verbs.ts'
import { englishNouns } from './nouns.ts'

export const english: WordLists = {
  language: 'en',
  capitalisesNouns: false,
  dropsSubjects: false,
  adjectivesFollow: false,
  cueVerbs: englishCueVerbs,
  weakCueVerbs: englishWeakCueVerbs,
  sourcePhrases: 'according to\nin the words of\nin the view of\nin the opinion of\nper\nas per\nin the eyes of',
  clauseSources: 'per',
  statementNouns:
    'statement tweet interview letter speech email e-mail memo post message report remarks release briefing filing ruling',
  cuePhrases: englishCuePhrases,
  clauseOpeners: 'that whether if how why what',
  ...englishNouns,
  metonyms: `the white house = US
capitol hill = US
washington = US
the pentagon = US
foggy bottom = US
the kremlin = RU
kremlin = RU
downing street = GB
no 10 = GB
number 10 = GB
10 downing street = GB
whitehall = GB
buckingham palace = GB
the elysee = FR
elysee = FR
the élysée = FR
élysée = FR
élysée palace = FR
the quai d'orsay = FR
brussels = EU
zhongnanhai = CN
the blue house = KR
the vatican = VA
the holy see = VA
the bundestag = DE
the chancellery = DE`,
  parties: `republican democratic democrat republicans democrats gop labour tory tories conservative conservatives liberal
liberals libertarian green greens socialist socialists communist communists labor dem progressive progressives`,
  peoples: `muslims jews christians catholics protestants evangelicals hindus sunnis shiites kurds arabs latinos hispanics
asians europeans africans westerners rohingya uighurs uyghurs tamils sikhs mormons buddhists orthodox-christians roma
hutus tutsis houthis taliban hamas hezbollah californians texans scots catalans basques tibetans`,
  documentNouns: `report reports study studies poll polls survey surveys article articles story letter letters memo memos
statement statements suit lawsuit lawsuits complaint bill law laws document documents email emails tweet tweets message
messages post posts transcript transcripts book books file files filing filings data figures statistics research analysis
review indictment affidavit paper papers records record rule rules order orders ad ads advert video videos audio recording
headline headlines chart map list text page website site draft treaty deal agreement constitution clause evidence
findings results numbers ruling verdict resolution proposal plan policy measure amendment`,
  timeNouns: `year years week weeks month months day days time times night morning evening afternoon decade decades
century moment minute minutes hour hours second seconds season summer winter spring autumn fall date period weekend
thing things way ways case cases part parts fact facts issue issues point points example examples reason reasons move
moves step steps problem problems question questions idea ideas war wars attack attacks crisis election elections
election-day vote votes race debate event events change changes price prices rate rates level levels`,
  daysAndMonths: `monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs
fri sat sun spring summer autumn winter am pm gmt est et utc bst edt pst cet`,
  notActors: `english
french
german
spanish
arabic
chinese
islam
christianity
judaism
catholicism
hinduism
buddhism
muslim
jewish
christian
catholic
protestant
orthodox
hindu
sunni
shia
islamic
islamist
latino
hispanic
asian
african-american
african american
arab
kurdish
european
african
western
eastern
northern
southern
north
south
east
west
midwest
midwestern
southerner
god
christmas
easter
ramadan
thanksgiving
new year
halloween
world war
world war i
world war ii
cold war
internet
web
covid
covid-19
coronavirus
ebola
zika
aids
hiv
dna
tv
gdp
ceo
cfo
coo
vip
pdf
id
dvd
gps
usb
html
url
ok
q&a
faq
diy
pr
hr
it
ai
pm
am
lgbt
lgbtq
isbn
nobel prize
pulitzer prize
oscar
grammy
emmy
bible
koran
quran
quran
constitution
first amendment
second amendment
fourth amendment
fifth amendment
14th amendment
fourteenth amendment
obamacare
affordable care act
medicare
medicaid
social security
brexit
election day
inauguration day
labor day
memorial day
independence day
super tuesday
black friday
bitcoin
marxism
communism
socialism
nazism
renaissance
great depression
bill of rights
declaration of independence
air force one
getty images
getty
oval office
rose garden
east room
electoral college
iron curtain
middle east
twitter
facebook
instagram
youtube
snapchat
tiktok
whatsapp
telegram
skype
zoom
advertisement
reuters photo
photo
file photo
image
video
related
read more
sign up
click here
newsletter
share
editor
editors
note
update
updated
correction
opinion
analysis
breaking
exclusive
watch
listen
live`,
  pronouns: {
    he: 'he him his himself',
    she: 'she her hers herself',
    they: 'they them their theirs themselves',
    it: 'it its itself',
    who: 'who whose whom',
  },
  obliques: '',
  reportedMood: '',
  namers: 'as of',
  negators: 'no neither nobody none',
  askedAbout: 'about if whether how what why by',
  adjectivalNouns: 'general chief individual expert patient private fellow veteran lead principal',
  personalNouns:
    'wife husband son daughter family father mother brother sister lawyer lawyers attorney attorneys campaign supporters supporter presidency administration candidacy tweet tweets remarks speech nomination rival aides aide rally rallies death birthday career lawyers backers allies',
  thingPrepositions: 'of at from to in near across',
  sideWords: 'sides parties signatories camps rivals',
  determiners: `the a an one this that these those some many several few most other another both all any each every no such
more two three four five six seven eight nine ten dozens hundreds thousands`,
  definite: 'the this that these those both',
  possessives: 'his her their its our my your',
  prepositions: `of in on at by for with to from into onto over under about against between among amid after before
during since until through across around near behind beside beyond within without toward towards upon off out up down
despite except like unlike via including regarding concerning alongside outside inside above below than as`,
  placePrepositions: 'in near inside outside across throughout around into via',
  auxiliaries: `is are was were be been being am has have had having do does did will would shall should can could may
might must isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't
shouldn't`,
  passives: 'is are was were be been being get gets got',
  adverbs: `also later then again still just only even never ever already always often once twice now soon recently
repeatedly reportedly publicly privately openly strongly firmly sharply angrily bluntly flatly quickly immediately
initially previously subsequently finally eventually further merely simply clearly apparently allegedly not too instead
meanwhile however therefore thus earlier today yesterday tomorrow explicitly implicitly personally formally officially
swiftly promptly consistently frequently famously falsely correctly rightly wrongly jokingly reluctantly directly
specifically basically essentially largely mostly partly long first last quietly loudly briefly separately jointly
similarly likewise additionally unanimously vehemently categorically`,
  jointWords: 'and or as',
  quantities: `percent per cent majority minority number dozen dozens hundreds thousands half third thirds quarter quarters
most plenty lots handful couple group crowd coalition team panel pair trio bulk rest kind sort one none neither either`,
  roleAdjectives: `former late acting outgoing incoming retired longtime long-time then current interim ex then-president
newly-elected veteran senior deputy ousted exiled jailed ailing new republican democratic conservative liberal independent
disgraced embattled popular prominent hard-line hardline moderate fellow`,
  infinitiveMarks: 'to',
  gerundPrepositions: 'by after before while without in',
  relatives: 'which where when',
  conjunctions: `and or but nor yet so because if although though while whereas unless until since than when where`,
  particles: 'de la van von bin ibn al el der den di da das do dos du le lo del della ter ten af ap st',
  links: 'of for',
  commonLinks: 'of',
  ownerLinks: 'of for to at with from in',
  commonWords: `thirteen fourteen fifteen sixteen seventeen eighteen nineteen noted approved write let staffing the a an this that these those some many several few most other others another both all any each every no
such more much less one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
hundreds thousands dozens i you he she it we they me him her us them my your his its our their mine yours hers ours
theirs who whom whose which what where when why how and or but nor yet so if because although though while whereas
unless until since as than then there here of in on at by for with to from into onto over under about against between
among amid after before during through across around near behind beside beyond within without toward towards upon off
out up down despite except like unlike via including regarding concerning alongside outside inside above below is are
was were be been being am has have had having do does did will would shall should can could may might must not never
ever already always often once now soon recently also later again still just only even too instead meanwhile however
therefore thus earlier today yesterday tomorrow tonight yes well oh please thanks thank let look see read watch listen
according asked given following based despite due speaking responding citing noting calling saying adding referring
writing making taking having being going coming working using looking standing sitting facing nearly almost about
roughly perhaps maybe indeed moreover furthermore additionally similarly likewise nevertheless nonetheless otherwise
rather quite very really certainly clearly obviously apparently reportedly allegedly generally usually typically
sometimes occasionally frequently rarely seldom finally eventually initially originally previously subsequently
ultimately last next first second third fourth fifth new old big small great good bad best worst better worse high low
long short early late young local national federal state city county public private foreign domestic general special
people men women children everyone everybody nobody someone somebody anyone anybody nothing something anything
everything none neither either half part every day days week weeks month months year years time times police officials
experts analysts critics supporters opponents residents voters workers students teachers doctors scientists researchers
lawmakers lawyers investigators prosecutors protesters demonstrators activists observers witnesses sources authorities
investors economists farmers families parents members leaders rescuers firefighters soldiers troops rebels migrants
refugees asked why what's that's it's there's here's he's she's they're we're you're i'm i've i'll
don't didn't doesn't isn't can't won't wouldn't couldn't it'll let's photo video image story reporting additional
correction update note editor's advertisement related more copyright sign subscribe follow click share email twitter
polls polling data figures numbers results news reports report study research evidence documents records sales shares
stocks prices profits revenue inflation growth unemployment oil gas gold water food health education security war peace
trade money business government parliament court courts judges ministers party parties company companies
banks schools hospitals prisons cities countries nations states talks negotiations meanwhile instead further such
under within upon because let's overall together separately elsewhere anyway besides plus minus like still whether
whatever whoever whenever wherever however nor ask consider imagine remember think know want need get go come take make
give keep put set show tell use try call find leave feel seem become begin start stop help turn move live believe hold
bring happen write provide sit stand lose pay meet include continue learn change lead understand follow create speak
allow add spend grow open walk win offer remember love appear buy wait serve die send expect build stay fall cut reach
kill remain suggest raise pass sell require report decide pull mr mrs ms dr sen rep gov gen prof rev hon sir madam
question answer q a`,
  openers: `yes no oh please thanks well here there why how what when where whether while although though because
unless until since if as than then not never i you we me us my our your mine yours ours i'm i'd i'll i've meanwhile however
nevertheless nonetheless otherwise moreover furthermore additionally perhaps maybe indeed nearly almost roughly about
according asked given following based despite due speaking responding citing noting calling saying adding referring
says said asks added let's whatever whoever whenever wherever everyone everybody nobody someone somebody anyone anybody
nothing something anything everything none neither either`,
  pairWords: 'both two pair couple duo sides',
}
