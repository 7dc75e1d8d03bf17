// Reporting verbs of English by the reaction that they imply, written by us from general knowledge.

export const englishCueVerbs = {
  none: `say says said saying
tell tells told telling
add adds added adding
explain explains explained explaining
note notes noted noting
state states stated stating
announce announces announced announcing
declare declares declared declaring
claim claims claimed claiming
argue argues argued arguing
insist insists insisted insisting
maintain maintains maintained maintaining
assert asserts asserted asserting
contend contends contended contending
believe believes believed believing
think thinks thought thinking
suggest suggests suggested suggesting
mention mentions mentioned mentioning
remark remarks remarked remarking
observe observes observed observing
comment comments commented commenting
reply replies replied replying
respond responds responded responding
answer answers answered answering
ask asks asked asking
wonder wonders wondered wondering
admit admits admitted admitting
acknowledge acknowledges acknowledged acknowledging
concede concedes conceded conceding
confirm confirms confirmed confirming
reveal reveals revealed revealing
disclose discloses disclosed disclosing
report reports reported reporting
write writes wrote writing
tweet tweets tweeted tweeting
post posts posted posting
predict predicts predicted predicting
estimate estimates estimated estimating
expect expects expected expecting
hope hopes hoped hoping
conclude concludes concluded concluding
stress stresses stressed stressing
emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising
underline underlines underlined underlining
underscore underscores underscored underscoring
reiterate reiterates reiterated reiterating
repeat repeats repeated repeating
recall recalls recalled recalling
joke jokes joked joking
quip quips quipped quipping
whisper whispers whispered whispering
shout shouts shouted shouting
exclaim exclaims exclaimed exclaiming
allege alleges alleged alleging
imply implies implied implying
indicate indicates indicated indicating
signal signals signaled signalled signaling
specify specifies specified specifying
clarify clarifies clarified clarifying
testify testifies testified testifying
swear swears swore swearing
describe describes described describing
characterize characterizes characterized characterizing characterise characterised characterising
speculate speculates speculated speculating
proclaim proclaims proclaimed proclaiming
opine opines opined opining
vow vows vowed vowing
pledge pledges pledged pledging
promise promises promised promising
caution cautions cautioned cautioning
remind reminds reminded reminding
inform informs informed informing
recount recounts recounted recounting
continue continues continued continuing
yell yells yelled yelling
bark barked barks barking
muse muses mused musing
mutter muttered mutters muttering
scream screamed screams screaming
chant chanted chants chanting
gush gushed gushes
rant ranted rants ranting
marvel marveled marvelled marvels
offer offered
volunteer volunteered
deadpan deadpanned
thunder thundered
roar roared
murmur murmured
posit posits posited
surmise surmised
reason reasoned
theorize theorized theorizes
elaborate elaborated elaborates
relay relayed relays
interject interjects interjected interjecting
chime chimes chimed chiming
decline declines declined declining
doubt doubts doubted doubting
worry worries worried worrying`,
  praise: `praise praises praised praising
welcome welcomes welcomed welcoming
hail hails hailed hailing
applaud applauds applauded applauding
commend commends commended commending
laud lauds lauded lauding
thank thanks thanked thanking
congratulate congratulates congratulated congratulating
salute salutes saluted saluting
celebrate celebrates celebrated celebrating
compliment compliments complimented complimenting
admire admires admired admiring
tout touts touted touting`,
  support: `support supports supported supporting
endorse endorses endorsed endorsing
back backs backed backing
defend defends defended defending
reaffirm reaffirms reaffirmed reaffirming
agree agrees agreed agreeing
favor favors favored favoring favour favours favoured favouring
advocate advocates advocated advocating`,
  concern: `fear fears feared fearing
fret frets fretted fretting
warn warns warned warning`,
  criticism: `regret regrets regretted regretting
lament laments lamented lamenting
criticize criticizes criticized criticizing criticise criticises criticised criticising
condemn condemns condemned condemning
denounce denounces denounced denouncing
blast blasts blasted blasting
slam slams slammed slamming
accuse accuses accused accusing
blame blames blamed blaming
decry decries decried decrying
deplore deplores deplored deploring
lambaste lambastes lambasted lambasting lambast
rebuke rebukes rebuked rebuking
ridicule ridicules ridiculed ridiculing
mock mocks mocked mocking
deride derides derided deriding
complain complains complained complaining
protest protests protested protesting
chide chides chided chiding
scold scolds scolded scolding
excoriate excoriates excoriated excoriating
assail assails assailed assailing
castigate castigates castigated castigating
disparage disparages disparaged disparaging
fume fumes fumed fuming
scoff scoffs scoffed scoffing
snap snapped snapping
retort retorts retorted retorting
fault faults faulted faulting
bemoan bemoans bemoaned bemoaning`,
  rejection: `reject rejects rejected rejecting
oppose opposes opposed opposing
dismiss dismisses dismissed dismissing
refuse refuses refused refusing
disagree disagrees disagreed disagreeing
rebuff rebuffs rebuffed rebuffing
rebut rebuts rebutted rebutting
dispute disputes disputed disputing
repudiate repudiates repudiated repudiating
object objects objected objecting
counter counters countered countering`,
  appeal: `urge urges urged urging
demand demands demanded demanding
appeal appeals appealed appealing
implore implores implored imploring
plead pleads pleaded pleading
beg begs begged begging
request requests requested requesting
propose proposes proposed proposing
recommend recommends recommended recommending
exhort exhorts exhorted exhorting`,
  denial: `deny denies denied denying
refute refutes refuted refuting`,
  measure: `sanction sanctioned sanctioning
expel expels expelled expelling
boycott boycotts boycotted boycotting
retaliate retaliates retaliated retaliating
veto vetoes vetoed vetoing
sue sues sued suing`,
} as const

export const englishWeakCueVerbs = {
  none: `threaten threatens threatened threatening
call calls called calling
express expresses expressed expressing
voice voices voiced voicing
offer offers offered offering
label labels labeled labelled labeling
dub dubs dubbed dubbing
brand branded branding
term termed terming
refer refers referred referring
speak speaks spoke speaking
talk talks talked talking
put puts putting
go goes went
point points pointed pointing
see sees saw seeing
regard regards regarded regarding
consider considers considered considering
view views viewed viewing
want wants wanted wanting
plan plans planned planning
seek seeks sought seeking
intend intends intended intending
know knows knew knowing
feel feels felt feeling
find finds found finding
show shows showed
learn learned
understand understands understood
decide decides decided deciding
argue argued
cite cites cited citing
quote quotes quoted quoting
read reads reading
convey conveys conveyed conveying
share shares shared sharing
raise raises raised raising
issue issues issued issuing
discuss discusses discussed discussing
outline outlines outlined outlining
detail details detailed detailing
begin began begins
cry cried cries crying
laugh laughed laughs
sigh sighed sighs
smile smiled
recognize recognizes recognized
assume assumes assumed
assure assures assured assuring
guarantee guarantees guaranteed
attribute attributes attributed attributing
compare compares compared comparing
portray portrays portrayed portraying
paint paints painted
invoke invokes invoked
mean means meant
try tries tried trying
wish wishes wished
advise advises advised advising
instruct instructed instructs
order ordered orders ordering
rule ruled rules ruling
find found
hint hints hinted hinting
tease teased
retweet retweeted
email emailed
sum summed
boast boasts boasted boasting
brag brags bragged bragging
question questions questioned questioning
challenge challenges challenged challenging
attack attacks attacked attacking
credit credits credited crediting
rate rates rated rating
list lists listed listing
deliver delivers delivered
sing sings sang
mention mentioned
hit hits
press pressed presses
echo echoes echoed echoing
deem deems deemed deeming
allow allows allowed`,
} as const

export const englishCuePhrases = `call for = appeal
call on = appeal
call upon = appeal
call out = criticism
call off = measure
appeal for = appeal
appeal to = appeal
ask for = appeal
press for = appeal
push for = appeal
plead for = appeal
speak out against = criticism
speak out = criticism
speak in favour of = support
speak in favor of = support
hit out = criticism
hit back = criticism
lash out = criticism
rule out = rejection
vow to retaliate = threat
threaten to = threat
threaten with = threat
threaten legal = threat
threaten retaliation = threat
threaten consequences = threat
express concern = concern
express concerns = concern
express alarm = concern
express worry = concern
express fear = concern
express fears = concern
express doubt = concern
express doubts = concern
express dismay = concern
express regret = criticism
express sadness = concern
express shock = concern
express unease = concern
express misgivings = concern
express reservations = concern
express scepticism = concern
express skepticism = concern
voice concern = concern
voice concerns = concern
voice alarm = concern
voice fears = concern
voice doubt = concern
voice doubts = concern
raise concern = concern
raise concerns = concern
raise alarm = concern
raise the alarm = concern
raise doubts = concern
raise questions = concern
share concern = concern
share concerns = concern
express support = support
express confidence = support
express solidarity = support
express backing = support
express hope = support
express optimism = support
express satisfaction = support
voice support = support
voice confidence = support
offer support = support
express gratitude = praise
express thanks = praise
express appreciation = praise
express admiration = praise
express outrage = criticism
express anger = criticism
express fury = criticism
express frustration = criticism
express disappointment = criticism
express displeasure = criticism
express opposition = rejection
voice opposition = rejection
voice anger = criticism
voice frustration = criticism
voice criticism = criticism
issue a warning = threat
issue an ultimatum = threat
issue a threat = threat
issue an appeal = appeal
share the view = support
decline to comment = none
refuse to comment = none
decline to say = none
refuse to say = none
decline comment = none
decline to discuss = none
refuse to be drawn = none
refuse to discuss = none
warn against = concern
vow to fight = rejection
object to = rejection
agree with = support
disagree with = rejection
side with = support
point to = none
speak of = none
speak about = none
talk about = none
refer to = none`
