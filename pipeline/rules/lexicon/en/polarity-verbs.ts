// Verbs of attitude in English, written by us from general knowledge.
import type { CueGroup } from '../polarity-lists.ts'

export const englishPolarityVerbs: readonly CueGroup[] = [
  {
    polarity: 'positive',
    strength: 0.9,
    manner: 'speech',
    kind: 'praise',
    target: 'object',
    words: `praise praises praised praising
laud lauds lauded lauding
hail hails hailed hailing
applaud applauds applauded applauding
commend commends commended commending
salute salutes saluted saluting
celebrate celebrates celebrated celebrating
compliment compliments complimented complimenting
extol extols extolled extolling
glorify glorifies glorified glorifying
honor honors honored honoring honour honours honoured honouring
congratulate congratulates congratulated congratulating
welcome welcomes welcomed welcoming
thank thanks thanked thanking
cheer cheers cheered cheering
tout touts touted touting
credit credits credited crediting
admire admires admired admiring
pay pays paid paying > tribute to
boast boasts boasted boasting > about of`,
  },
  {
    polarity: 'positive',
    strength: 0.9,
    manner: 'speech',
    kind: 'support',
    target: 'object',
    words: `endorse endorses endorsed endorsing
defend defends defended defending
embrace embraces embraced embracing
champion champions championed championing
vouch vouches vouched vouching > for
speak speaks spoke speaking > up for
stick sticks stuck sticking > up for
come comes came coming > out in support of
come comes came coming > out for
come comes came coming > to the defense of
throw throws threw throwing > his support behind
throw throws threw throwing > her support behind
throw throws threw throwing > their support behind
throw throws threw throwing > his weight behind
throw throws threw throwing > its weight behind
argue argues argued arguing > for
argue argues argued arguing > in favor of
argue argues argued arguing > in favour of`,
  },
  {
    polarity: 'positive',
    strength: 0.8,
    manner: 'state',
    kind: 'support',
    target: 'object',
    words: `support supports supported supporting
back backs backed backing
favor favors favored favoring favour favours favoured favouring
love loves loved loving
trust trusts trusted trusting
respect respects respected respecting
appreciate appreciates appreciated appreciating
prefer prefers preferred preferring
adore adores adored adoring
idolize idolizes idolized idolizing
likes liked
approve approves approved approving > of
agree agrees agreed agreeing > with
agree agrees agreed agreeing > to
sympathize sympathizes sympathized sympathising sympathise sympathises sympathised > with
side sides sided siding > with
ally allies allied allying > with
align aligns aligned aligning > with
align aligns aligned aligning > himself with
align aligns aligned aligning > herself with
believe believes believed believing > in
care cares cared caring > about
stand stands stood standing > with
stand stands stood standing > by
stand stands stood standing > behind
rally rallies rallied rallying > behind
rally rallies rallied rallying > around
rally rallies rallied rallying > to
rally rallies rallied rallying > for
depend depends depended depending > on`,
  },
  {
    polarity: 'positive',
    strength: 0.7,
    manner: 'deed',
    kind: 'support',
    target: 'object',
    words: `sign signs signed signing
ratify ratifies ratified ratifying
adopt adopts adopted adopting
approve approves approved approving
protect protects protected protecting
help helps helped helping
aid aids aided aiding
assist assists assisted assisting
fund funds funded funding
finance finances financed financing
arm arms armed arming
bankroll bankrolls bankrolled bankrolling
rescue rescues rescued rescuing
promote promotes promoted promoting
advocate advocates advocated advocating
uphold upholds upheld upholding
propose proposes proposed proposing
nominate nominates nominated nominating
bolster bolsters bolstered bolstering
shield shields shielded shielding
reward rewards rewarded rewarding
pardon pardons pardoned pardoning
befriend befriends befriended befriending
unveil unveils unveiled unveiling
vote votes voted voting > for
vote votes voted voting > in favor of
vote votes voted voting > in favour of
vote votes voted voting > to approve
vote votes voted voting > to back
campaign campaigns campaigned campaigning > for
donate donates donated donating > to
partner partners partnered partnering > with
cooperate cooperates cooperated cooperating > with
reconcile reconciles reconciled reconciling > with
lobby lobbies lobbied lobbying > for
push pushes pushed pushing > for
fight fights fought fighting > for
advocate advocates advocated advocating > for
apologize apologizes apologized apologizing apologise apologised > to
contribute contributes contributed contributing > to
cosponsor cosponsors cosponsored
sponsor sponsors sponsored sponsoring
appoint appoints appointed appointing
hire hires hired hiring
pick picks picked picking
reinstate reinstates reinstated reinstating
award awards awarded awarding
invite invites invited inviting
urge urges urged urging > support for
honor honors honored honoring > the memory of
join joins joined joining > forces with
pledge pledges pledged pledging > allegiance to
pledge pledges pledged pledging > support for
donate donates donated donating > money to
side sides sided siding > with
provide provides provided providing > assistance to
provide provides provided providing > support to
provide provides provided providing > aid to`,
  },
  {
    polarity: 'positive',
    strength: 0.45,
    manner: 'state',
    kind: 'support',
    target: 'object',
    words: `work works worked working > for
serve serves served serving > under
advise advises advised advising
represent represents represented representing
mentor mentors mentored mentoring
accompany accompanies accompanied accompanying
campaign campaigns campaigned campaigning > with`,
  },
  {
    polarity: 'positive',
    strength: 0.5,
    manner: 'speech',
    kind: 'appeal',
    target: 'object',
    words: `call calls called calling > for
press presses pressed pressing > for
appeal appeals appealed appealing > for
demand demands demanded demanding
ask asks asked asking > for
plead pleads pleaded pleading > for
recommend recommends recommended recommending`,
  },
  {
    polarity: 'negative',
    strength: 0.9,
    manner: 'speech',
    kind: 'criticism',
    target: 'object',
    words: `regret regrets regretted regretting
lament laments lamented lamenting
criticize criticizes criticized criticizing criticise criticises criticised criticising
condemn condemns condemned condemning
denounce denounces denounced denouncing
attack attacks attacked attacking
blast blasts blasted blasting
slam slams slammed slamming
decry decries decried decrying
deplore deplores deplored deploring
lambaste lambastes lambasted lambasting lambast
rebuke rebukes rebuked rebuking
ridicule ridicules ridiculed ridiculing
mock mocks mocked mocking
deride derides derided deriding
chide chides chided chiding
scold scolds scolded scolding
excoriate excoriates excoriated excoriating
assail assails assailed assailing
castigate castigates castigated castigating
disparage disparages disparaged disparaging
fault faults faulted faulting
bemoan bemoans bemoaned bemoaning
accuse accuses accused accusing
blame blames blamed blaming
insult insults insulted insulting
taunt taunts taunted taunting
berate berates berated berating
belittle belittles belittled belittling
bash bashes bashed bashing
smear smears smeared smearing
vilify vilifies vilified vilifying
demonize demonizes demonized demonizing
malign maligns maligned maligning
skewer skewers skewered skewering
reprimand reprimands reprimanded reprimanding
censure censures censured censuring
chastise chastises chastised chastising
admonish admonishes admonished admonishing
rip rips ripped ripping
trash trashes trashed trashing
pan panned panning
slap slaps slapped slapping
savage savages savaged savaging
knock knocks knocked knocking
disrespect disrespects disrespected disrespecting
lash lashes lashed lashing > out at
lash lashes lashed lashing > out against
go goes went going > after
hit hits hitting > out at
berate berates berated berating
lecture lectures lectured lecturing
troll trolls trolled trolling
needle needles needled needling
jab jabs jabbed jabbing > at
swipe swipes swiped swiping > at
hammer hammers hammered hammering
pillory pillories pilloried pillorying
roast roasts roasted roasting
hit hits hitting > back at
fire fires fired firing > back at
shoot shoots shot > back at
take takes took taking > aim at
take takes took taking > issue with
take takes took taking > a swipe at
tear tears tore tearing > into
lay lays laid laying > into
rail rails railed railing > against
rage rages raged raging > against
speak speaks spoke speaking > out against
speak speaks spoke speaking > against
inveigh inveighs inveighed inveighing > against
complain complains complained complaining > about
complain complains complained complaining > of
protest protests protested protesting > against
scoff scoffs scoffed scoffing > at
sneer sneers sneered sneering > at
jeer jeers jeered jeering
boo boos booed booing
laugh laughs laughed laughing > at
find finds found finding > fault with
call calls called calling > out
warn warns warned warning > against`,
  },
  {
    polarity: 'negative',
    strength: 0.85,
    manner: 'speech',
    kind: 'rejection',
    target: 'object',
    words: `reject rejects rejected rejecting
dismiss dismisses dismissed dismissing
rebuff rebuffs rebuffed rebuffing
repudiate repudiates repudiated repudiating
refuse refuses refused refusing
refuse refuses refused refusing > to meet
refuse refuses refused refusing > to meet with
refuse refuses refused refusing > to recognize
refuse refuses refused refusing > to work with
disavow disavows disavowed disavowing
disown disowns disowned
renounce renounces renounced renouncing
contradict contradicts contradicted contradicting
dispute disputes disputed disputing
contest contests contested contesting
protest protests protested protesting
challenge challenges challenged challenging
object objects objected objecting > to
argue argues argued arguing > against
come comes came coming > out against
push pushes pushed pushing > back against
push pushes pushed pushing > back on
push pushes pushed pushing > back at
balk balks balked balking > at
distance distances distanced distancing > himself from
distance distances distanced distancing > herself from
distance distances distanced distancing > themselves from
distance distances distanced distancing > itself from
rule rules ruled ruling > against`,
  },
  {
    polarity: 'negative',
    strength: 0.85,
    manner: 'state',
    kind: 'rejection',
    target: 'object',
    words: `oppose opposes opposed opposing
resist resists resisted resisting
hate hates hated hating
dislike dislikes disliked disliking
resent resents resented resenting
detest detests detested
despise despises despised despising
loathe loathes loathed loathing
abhor abhors abhorred
distrust distrusts distrusted distrusting
mistrust mistrusts mistrusted
disagree disagrees disagreed disagreeing > with
disapprove disapproves disapproved disapproving > of
clash clashes clashed clashing > with
clash clashes clashed clashing > over
feud feuds feuded feuding > with
spar spars sparred sparring > with
break breaks broke broken breaking > with
turn turns turned turning > against
run runs ran running > against
take takes took taking > on
unseat unseats unseated unseating
defeat defeats defeated defeating
beat beats beating
depose deposes deposed deposing
compete competes competed competing > with
compete competes competed competing > against`,
  },
  {
    polarity: 'negative',
    strength: 0.7,
    manner: 'speech',
    kind: 'concern',
    target: 'object',
    words: `fear fears feared fearing
doubt doubts doubted doubting
worry worries worried worrying > about
worry worries worried worrying > over
worry worries worried worrying > that
fret frets fretted fretting > about
fret frets fretted fretting > over
warn warns warned warning > of
warn warns warned warning > about
warn warns warned warning > that
caution cautions cautioned cautioning > against`,
  },
  {
    polarity: 'negative',
    strength: 0.35,
    manner: 'speech',
    kind: 'concern',
    target: 'object',
    words: `warn warns warned warning
question questions questioned questioning
caution cautions cautioned cautioning
pressure pressures pressured pressuring`,
  },
  {
    polarity: 'negative',
    strength: 0.7,
    manner: 'speech',
    kind: 'threat',
    target: 'object',
    words: `threaten threatens threatened threatening
menace menaces menaced menacing
intimidate intimidates intimidated intimidating`,
  },
  {
    polarity: 'negative',
    strength: 0.8,
    manner: 'deed',
    kind: 'measure',
    target: 'object',
    words: `sue sues sued suing
sanction sanctions sanctioned sanctioning
boycott boycotts boycotted boycotting
ban bans banned banning
expel expels expelled expelling
oust ousts ousted ousting
impeach impeaches impeached impeaching
indict indicts indicted indicting
prosecute prosecutes prosecuted prosecuting
arrest arrests arrested arresting
detain detains detained detaining
jail jails jailed jailing
imprison imprisons imprisoned imprisoning
convict convicts convicted convicting
fine fines fined fining
punish punishes punished punishing
penalize penalizes penalized penalizing penalise penalised
blacklist blacklists blacklisted blacklisting
deport deports deported deporting
evict evicts evicted evicting
veto vetoes vetoed vetoing
block blocks blocked blocking
overturn overturns overturned overturning
repeal repeals repealed repealing
quash quashes quashed quashing
scrap scraps scrapped scrapping
strike strikes struck striking > down
roll rolls rolled rolling > back
undo undoes undid undone undoing
dismantle dismantles dismantled dismantling
nullify nullifies nullified nullifying
annul annuls annulled annulling
defund defunds defunded defunding
blockade blockades blockaded blockading
charge charges charged charging
deny denies denied denying > entry to
issue issues issued issuing > an ultimatum to
summon summons summoned summoning
cut cuts cutting > aid to
cut cuts cutting > funding for
cut cuts cutting > off aid to
suspend suspends suspended suspending > aid to
reduce reduces reduced reducing > aid to
end ends ended ending > cooperation with
suspend suspends suspended suspending
cancel cancels canceled cancelled canceling cancelling
snub snubs snubbed snubbing
spurn spurns spurned spurning
investigate investigates investigated investigating
subpoena subpoenas subpoenaed subpoenaing
fire fires fired firing
sack sacks sacked sacking
expose exposes exposed exposing
obstruct obstructs obstructed obstructing
counter counters countered countering
launch launches launched launching > an investigation into
open opens opened opening > an investigation into
shun shuns shunned shunning
thwart thwarts thwarted thwarting
foil foils foiled foiling
impose imposes imposed imposing > sanctions on
impose imposes imposed imposing > sanctions against
impose imposes imposed imposing > tariffs on
slap slaps slapped slapping > sanctions on
slap slaps slapped slapping > tariffs on
file files filed filing > a lawsuit against
file files filed filing > suit against
file files filed filing > a complaint against
file files filed filing > charges against
file files filed filing > a suit against
bring brings brought bringing > charges against
press presses pressed pressing > charges against
vote votes voted voting > against
vote votes voted voting > to impeach
vote votes voted voting > to oust
vote votes voted voting > down
campaign campaigns campaigned campaigning > against
rally rallies rallied rallying > against
fight fights fought fighting > against
march marches marched marching > against
strike strikes struck striking > against
demonstrate demonstrates demonstrated demonstrating > against
crack cracks cracked cracking > down on
appeal appeals appealed appealing > against
appeal appeals appealed appealing > the ruling
retaliate retaliates retaliated retaliating > against
testify testified testifies testifying > against
withdraw withdraws withdrew withdrawn withdrawing > from
pull pulls pulled pulling > out of
walk walks walked walking > out of
walk walks walked walking > away from
sever severs severed severing > ties with
cut cuts cutting > ties with
break breaks broke breaking > ties with
declare declares declared declaring > war on
wage wages waged waging > war on
wage wages waged waging > war against`,
  },
  {
    polarity: 'negative',
    strength: 0.75,
    manner: 'deed',
    kind: 'measure',
    target: 'object',
    words: `bomb bombs bombed bombing
invade invades invaded invading
kill kills killed killing
murder murders murdered murdering
assassinate assassinates assassinated assassinating
assault assaults assaulted assaulting
raid raids raided raiding
shell shelled shelling
torture tortures tortured torturing
rape rapes raped raping
harass harasses harassed harassing
persecute persecutes persecuted persecuting
bully bullies bullied bullying
abuse abuses abused abusing
undermine undermines undermined undermining
sabotage sabotages sabotaged sabotaging
betray betrays betrayed betraying
abandon abandons abandoned abandoning
undercut undercuts undercutting
antagonize antagonizes antagonized antagonizing
provoke provokes provoked provoking
confront confronts confronted confronting
combat combats combated combating
fight fights fought fighting
target targets targeted targeting
besiege besieges besieged besieging
overthrow overthrows overthrew overthrown overthrowing
topple topples toppled toppling
defraud defrauds defrauded defrauding
exploit exploits exploited exploiting
endanger endangers endangered endangering
harm harms harmed harming
damage damages damaged damaging
hurt hurts hurting
humiliate humiliates humiliated humiliating
embarrass embarrasses embarrassed embarrassing
discredit discredits discredited discrediting
exclude excludes excluded excluding
ignore ignores ignored ignoring
mislead misleads misled misleading
deceive deceives deceived deceiving
cheat cheats cheated cheating
violate violates violated violating
defy defies defied defying
disobey disobeyed disobeying`,
  },
  {
    polarity: 'negative',
    strength: 0.7,
    manner: 'speech',
    kind: 'rejection',
    target: 'matter',
    words: `dissent dissents dissented dissenting
come comes came coming > out against
come comes came coming > out flatly against
join joins joined joining > the dissent
object objects objected objecting
disagree disagrees disagreed disagreeing
protest protests protested protesting
vote votes voted voting > no`,
  },
  {
    polarity: 'negative',
    strength: 0.7,
    manner: 'deed',
    kind: 'measure',
    target: 'matter',
    words: `recall recalls recalled recalling > its ambassador
recall recalls recalled recalling > its envoy
summon summons summoned summoning > the ambassador
walk walks walked walking > out in protest
resign resigns resigned resigning > in protest
stage stages staged staging > a protest
stage stages staged staging > a walkout
file files filed filing > an appeal
take takes took taking > the case to
take takes took taking > it to court
lodge lodges lodged lodging > an appeal
walk walks walked walking > out
appeal appeals appealed appealing > to the`,
  },
  {
    polarity: 'positive',
    strength: 0.7,
    manner: 'speech',
    kind: 'support',
    target: 'matter',
    words: `concur concurs concurred concurring
applaud applauds applauded applauding
rejoice rejoices rejoiced rejoicing
vote votes voted voting > yes
vote votes voted voting > in favor
vote votes voted voting > in favour
join joins joined joining > the majority
is > a yes
was > a yes`,
  },
  {
    polarity: 'positive',
    strength: 0.6,
    manner: 'deed',
    kind: 'support',
    target: 'object',
    words: `announce announces announced announcing
launch launches launched launching
introduce introduces introduced introducing
initiate initiates initiated initiating
organize organizes organized organizing organise organises organised organising
broker brokers brokered brokering
spearhead spearheads spearheaded spearheading
draft drafts drafted drafting
seal seals sealed sealing
strike strikes struck striking > a deal with
reach reaches reached reaching > a deal with
reach reaches reached reaching > an agreement with`,
  },
  {
    polarity: 'positive',
    strength: 0.6,
    manner: 'deed',
    kind: 'support',
    target: 'agent',
    words: `called
led
proposed
negotiated
written
authored
created
planned`,
  },
  {
    polarity: 'negative',
    strength: 0.7,
    manner: 'speech',
    kind: 'appeal',
    target: 'punished',
    words: `call calls called calling > on
call calls called calling > upon
urge urges urged urging
ask asks asked asking
tell tells told telling
want wants wanted wanting
press presses pressed pressing`,
  },
  {
    polarity: 'positive',
    strength: 0.75,
    manner: 'deed',
    kind: 'support',
    target: 'caused',
    words: `passed
approved
built
kept
saved
restored
returned
reopened
finished
enacted
implemented`,
  },
  {
    polarity: 'negative',
    strength: 0.75,
    manner: 'deed',
    kind: 'rejection',
    target: 'caused',
    words: `stopped
halted
ended
withdrawn
cancelled canceled
scrapped
abandoned
delayed
postponed
removed
reversed
closed
shut
axed
torn
rewritten`,
  },
]
