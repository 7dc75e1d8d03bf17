// Nouns and adjectives of attitude in English, written by us from general knowledge.
import type { PolarityLists } from '../polarity-lists.ts'

export const englishPolarityNouns: Pick<PolarityLists, 'nouns' | 'holders' | 'adjectives'> = {
  nouns: [
    {
      polarity: 'positive',
      strength: 0.85,
      manner: 'state',
      kind: 'support',
      target: 'for to with in of toward towards behind',
      words: `support
backing
endorsement endorsements
solidarity
approval
confidence
faith
trust
sympathy
enthusiasm
loyalty
allegiance
commitment
preference
friendship
alliance
partnership
affection
love
respect
affinity
empathy
defense defence`,
    },
    {
      polarity: 'positive',
      strength: 0.9,
      manner: 'speech',
      kind: 'praise',
      target: 'for to of on',
      words: `praise
admiration
gratitude
appreciation
congratulations
condolences
tribute tributes
acclaim
applause
kudos`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'speech',
      kind: 'criticism',
      target: 'of against at on over for with about toward towards to',
      words: `criticism criticisms
condemnation
denunciation
accusation accusations
allegation allegations
complaint complaints
outrage
anger
fury
ire
indignation
resentment
hostility
hatred
contempt
disdain
scorn
dissatisfaction
frustration frustrations
displeasure
disappointment
backlash
tirade
attack attacks
insult insults
blame
rebuke
uproar
outcry
diatribe
critique`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'state',
      kind: 'rejection',
      target: 'to of with against',
      words: `opposition
objection objections
resistance
rejection
disapproval
disagreement disagreements
aversion
antipathy
enmity
feud
dissent
rift
veto`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'concern',
      target: 'over about at of that with for regarding',
      words: `concern concerns
worry worries
fear fears
alarm
dismay
unease
anxiety
doubt doubts
skepticism scepticism
misgivings
reservations
apprehension
distrust mistrust
suspicion suspicions
regret`,
    },
    {
      polarity: 'negative',
      strength: 0.75,
      manner: 'deed',
      kind: 'measure',
      target: 'against on of into with',
      words: `sanctions sanction
ban
boycott
lawsuit lawsuits
suit
charges
protest protests
demonstration demonstrations
crackdown
embargo
tariffs
assault assaults
war
airstrikes airstrike strikes
bombardment
retaliation
campaign
reprisals
grudge
vendetta
discrimination
bias
threat threats
aggression`,
    },
  ],
  holders: [
    {
      polarity: 'positive',
      strength: 0.8,
      manner: 'state',
      kind: 'support',
      target: 'of for to',
      words: `supporter supporters
ally allies
backer backers
fan fans
champion champions
admirer admirers
proponent proponents
advocate advocates
friend friends
defender defenders
loyalist loyalists
booster boosters
apologist apologists
confidant confidante confidants
surrogate surrogates`,
    },
    {
      polarity: 'positive',
      strength: 0.5,
      manner: 'state',
      kind: 'support',
      target: 'of for to',
      words: `associate associates
aide aides
lawyer lawyers
attorney attorneys
spokesman spokeswoman spokesperson
donor donors
adviser advisers advisor advisors
mentor
colleague`,
    },
    {
      polarity: 'negative',
      strength: 0.8,
      manner: 'state',
      kind: 'criticism',
      target: 'of to',
      words: `critic critics
opponent opponents
foe foes
enemy enemies
detractor detractors
adversary adversaries
skeptic skeptics sceptic sceptics
rival rivals
accuser accusers
challenger challengers`,
    },
  ],
  adjectives: [
    {
      polarity: 'positive',
      strength: 0.8,
      manner: 'state',
      kind: 'support',
      target: 'of to with about for on in toward towards by',
      words: `supportive
grateful
thankful
proud
loyal
sympathetic
friendly
enthusiastic
optimistic
fond
committed
pleased
satisfied
delighted
thrilled
impressed
confident
appreciative
respectful
hopeful
glad
allied
aligned
in > favor of
in > favour of
in > support of
on > the side of`,
    },
    {
      polarity: 'negative',
      strength: 0.75,
      manner: 'state',
      kind: 'criticism',
      target: 'of to with about over at by on for toward towards',
      words: `critical
opposed
hostile
skeptical sceptical
wary
suspicious
dismissive
scornful
contemptuous
disdainful
angry
furious
outraged
upset
frustrated
disappointed
disgusted
appalled
unhappy
dissatisfied
incensed
angered
infuriated
dismayed
distrustful
resentful
jealous
weary
tired
sick
ashamed
intolerant
disrespectful
leery
against
at > odds with
up > in arms over
fed > up with`,
    },
    {
      polarity: 'negative',
      strength: 0.65,
      manner: 'state',
      kind: 'concern',
      target: 'about over by at that with for of',
      words: `concerned
worried
alarmed
troubled
disturbed
anxious
uneasy
afraid
fearful
apprehensive
doubtful
nervous
saddened
shocked
horrified`,
    },
  ],
}
