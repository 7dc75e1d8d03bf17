// Words of attitude in English, written by us from general knowledge.
import type { PolarityLists } from '../polarity-lists.ts'
import { englishPolarityNouns } from './polarity-nouns.ts'
import { englishPhrases } from './polarity-phrases.ts'
import { englishPolarityVerbs } from './polarity-verbs.ts'
import { englishDamning, englishPraising } from './polarity-words.ts'

export const englishPolarity: PolarityLists = {
  language: 'en',
  ...englishPhrases,
  objectBefore: false,
  verbs: englishPolarityVerbs,
  ...englishPolarityNouns,
  praising: englishPraising,
  damning: englishDamning,
  punishments: `resign quit apologize apologise resignation ouster impeachment isolation sanctions sanction ban boycott removal halt end withdrawal arrest
punishment rerun recount revote rethink reversal postponement delay pause prosecution probe investigation inquiry dismissal firing expulsion embargo censure repeal moratorium suspension
recall tariffs curbs limits restrictions overthrow defeat destruction cancellation closure divestment execution shutdown crackdown blockade ousting disqualification extradition`,
  harms: `attack attacks killing killings murder murders invasion bombing bombings assassination execution death deaths
shooting shootings kidnapping rape torture abuse assault beating slaying massacre slaughter destruction detention arrest
jailing imprisonment persecution expulsion treatment mistreatment victims loss impeachment poisoning occupation annexation
siege shelling persecution firing dismissal ouster bullying harassment discrimination`,
  negations: `not never no neither nor nobody none nothing without hardly barely scarcely cannot can't don't doesn't didn't won't
wouldn't isn't aren't wasn't weren't hasn't haven't hadn't couldn't shouldn't ain't cant dont`,
  pluperfects: 'had',
  earlier: `ago
until
once
earlier
previously
formerly
originally
initially
at first
last year
last month
last week
last spring
last summer
last autumn
last winter`,
  permissions: 'may might could must should can',
  possibilities: `must
may
might
can
could
has to
have to`,
  possibilityBreaks: 'not never only but',
  reversals: `refuse refuses refused refusing decline declines declined declining fail fails failed failing stop stops stopped
stopping cease ceases ceased ceasing end ends ended ending withdraw withdraws withdrew withdrawn withdrawing lose loses lost
losing lack lacks lacked lacking drop drops dropped dropping unwilling unable reluctant reluctance refusal failure lift
lifts lifted lifting ease eases eased easing halt halts halted halting revoke revoked rescind rescinded avoid avoided
avoiding hesitate hesitated short rejected reject rejecting rejects deny denied denies denying`,
  controls: `agree agrees agreed vow vows vowed pledge pledges pledged promise promises promised plan plans planned want wants
wanted decide decides decided intend intends intended continue continues continued continuing begin begins began begun
start started seek seeks sought try tries tried trying attempt attempted threaten threatens threatened expect expected likely willing
ready prepared choose chose chosen opt opted move moved rush rushed help helped appear appears appeared seem seems seemed
claim claims claimed used going set keen eager determined hope hopes hoped hoping need needs needed proceed return returned
voted vote votes offer offered urge prompt prompted able aim aims aimed refuse refuses refused decline declines declined fail fails failed`,
  objectMarkers: '',
  be: `is are was were be been being am gets got isn't aren't wasn't weren't he's she's it's they're we're i'm that's`,
  auxiliaries: `is are was were be been being am has have had having do does did will would shall should can could may might
must isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't shouldn't
get gets got he's she's it's they're we're i'm we've i've they've he'll she'll we'll they'll i'll he'd she'd we'd they'd i'd you're you've`,
  hedges: `would could may might if whether should unless can perhaps possibly hypothetically`,
  doubts: 'whether if',
  causes: 'want wants wanted have had get see demand demands demanded order ordered like ask asked',
  agents: 'by',
  sources: 'from by among',
  receivers: `draw draws drew drawn drawing win wins won winning gain gains gained gaining receive receives received receiving
get gets got getting face faces faced facing attract attracts attracted spark sparks sparked provoke provokes provoked
prompt prompted earn earns earned enjoy enjoys enjoyed meet met under amid despite trigger triggered garner garnered
have has had encounter encountered suffer suffered die dies died fall falls fell drown drowned collapse collapsed vanish vanished disappear disappeared survive survived become becomes became remain remains remained`,
  namings: `call calls called calling describe describes described describing label labels labeled labelled labeling brand
brands branded branding dub dubs dubbed dubbing deem deems deemed denounce denounced denouncing condemn condemned hail
hailed hailing dismiss dismissed dismissing consider considers considered regard regards regarded view views viewed
portray portrayed term termed characterize characterized criticize criticized slam slammed blast blasted praise praised`,
  relatives: 'who which that whom whose',
  firstPerson: `i we my our me us i'm i've i'll i'd we're we've we'll we'd myself ourselves`,
  determiners: `the a an this that these those some many several few most other another both all any each every such more two
three four five six seven eight nine ten`,
  possessives: 'his her their its our my your',
  prepositions: `of in on at by for with to from into onto over under about against between among amid after before during
since until through across around near behind beside beyond within without toward towards upon off out up down despite
except like unlike via including regarding concerning alongside outside inside above below than as following`,
  inner: 'of in between on with against from by to at among towards toward over into for and or',
  conjunctions: 'and or but nor yet then',
  clauseOpeners: `that if because although though while whereas when after before since unless until whether as so where
but however despite saying said says adding which who what why how`,
  voices: `government administration campaign officials official authorities military army police team office lawyers lawyer
attorneys attorney spokesman spokeswoman spokesperson party ministry minister ministers president leader leaders forces
troops court courts regime union company board lawmakers senators parliament congress department agency embassy
representatives delegation diplomats negotiators executives management club federation council committee group media
state air navy warplanes jets parliament`,
  participleEndings: 'ing',
  verbEndings: 'ed',
  adverbEndings: 'ly',
  adverbs: `also together later again still just only even never ever already always often once now soon too instead meanwhile
however therefore thus both all yet quickly very so much well no longer not rather further far long today yesterday
monday tuesday wednesday thursday friday saturday sunday`,
  pointers: 'this that it these those such',
  matters: `one ones move decision step action announcement news development developments situation result outcome change changes response matter issue
agreement deal treaty pact accord contract settlement ceasefire truce partnership alliance cooperation merger takeover acquisition purchase sale bid offer buyout tie-up memorandum understanding convention alliance charter concession lease signed sign agreed merge merged acquire acquired acquires buy buys bought buying sell sells sold
law bill legislation act rule rules directive mandate edict regulation regulations ban decree order policy reform reforms measure measures statute resolution amendment budget tax tariff tariffs sanctions passed approved banned adopted signed
ruling injunction finding award opinion verdict judgment judgement decision sentence conviction acquittal case lawsuit suit appeal ruled convicted acquitted sentenced court
strike walkout stoppage stoppages picket walkouts strikes action dispute walked striking
plan plans proposal scheme project programme program initiative idea expansion construction mine pipeline dam bridge airport railway line route development housing proposed
attack attacks strike strikes raid invasion offensive operation bombing war intervention assault shelling killing incident attacked invaded bombed struck killed
vote election referendum result results ballot count victory win runoff elected won
recall withdrawal recalled recalling recalls
return restitution repatriation handover returned return returning
study findings finding report paper research work evidence data published
transfer signing appointment nomination resignation hiring dismissal firing appointed nominated resigned joins
closure closures shut shuts shutting rationed rationing redundancies redundancy cutback cutbacks job-cuts cuts cut layoffs shutdown closing restrictions close closes closed
flood storm disaster evacuation warning response`,
  sayings: {
    appeal: `must
should
need to
needs to
has to
have to
let us
let's
we ask
i ask
we call on
please
i urge
we urge
we demand
it is time to`,
    threat: `will retaliate
will respond
will pay
will not hesitate
we will fight
will sue
face consequences
bear the consequences
will strike back
every legal
will regret
will be punished`,
    denial: `not true
untrue
never happened
no truth
false claim
false allegation
did nothing wrong
done nothing wrong
categorically
had nothing to do with
no such
is a lie
are lies
baseless
unfounded`,
    concern: `worried
worry
afraid
fear
fears
concern
concerned
concerns
alarming
alarmed
at risk
risks
scared
dangerous`,
    support: `i support
we support
we back
i welcome
we welcome
in favor of
in favour of
stand with
stand by`,
    praise: `thank you
grateful
proud of
congratulations
congratulate`,
    rejection: `we reject
i reject
unacceptable
we oppose
i oppose
we will not accept
will never accept
we are against
i am against
we're against
i'm against
we refuse`,
  },
  appeals:
    'call calls called calling urge urges urged urging appeal appeals appealed appealing demand demands demanded demanding ask asked asks plead pleaded request requested',
  abstentions: `declined to comment
rather not say
no settled view
no view
not made up its mind
not made up their mind
not made up his mind
not made up her mind
have not decided
had not decided
not yet decided
it was a matter for
would neither confirm nor deny
could neither confirm nor deny
refused to be drawn
declined to say
declined to take
had no opinion
has no opinion
no position on
took no view
takes no view
take no view
side with neither
sided with neither
sides with neither
not take sides
declines to comment
refused to comment
refuses to comment
declined comment
would not comment
did not comment
did not respond
did not immediately respond
did not return
has not commented
have not commented
had no comment
no immediate comment
could not be reached
made no comment
remained neutral
remains neutral
stayed neutral
stay neutral
took no position
takes no position
taken no position
has no position
abstained
did not take sides
takes no side
take no side
took no side
undecided
has not decided
neither supports nor opposes
neither support nor oppose
neither endorsed nor
would not say
taken note
took note
takes note
respected the ruling
respects the ruling
respected the decision
respects the decision
respected the vote
restraint on both sides
called for restraint
called for calm
urged both sides
urges both sides
called on both sides
not for me to say
not for us to say
would not judge
will not judge
refused to say
refuses to say
reserved judgment
reserved judgement
reserves judgment
studying the ruling
studying the decision
studying the proposal
too early to say
too early to judge
keep my opinion
keep his opinion
keep her opinion
keep their opinion
no official position
on the fence`,
}
