// Phrases of speakers who are for or against what they speak of, and words of offices and acts, written by us from general knowledge.
import type { PhraseLists } from '../polarity-lists.ts'

export const englishPhrases: PhraseLists = {
  approvals: `long overdue
about time
high time
good news
great news
good day
great day
the right thing
the right move
the right decision
the right choice
the right step
right direction
the best thing
the best news
the best evidence
best option
best chance
only option
only way
makes sense
make sense
made sense
i am glad
i'm glad
we are glad
we're glad
i am happy
i'm happy
we are happy
i am pleased
we are pleased
i am delighted
we are delighted
i am proud
we are proud
i am grateful
we are grateful
i'm for it
all for it
i agree
we agree
we are behind
i'm with them
i am with them
we're with them
a yes
cast it for
step forward
worth it
worth every
is worth
was worth
worth the
worth having
worth building
worth doing
build it
do it
do it now
needed this
need this
we need it
needs it
can't come soon enough
cannot come soon enough
should have happened years ago
should have been done
should go ahead
it can be done
must go ahead
has to go ahead
will create
will save
would save
saves lives
will save lives
will help
would help
will benefit
would benefit
will bring
it works
it worked
it is working
justice has been done
justice was done
justice at last
vindicated
vindicates
vindication
a relief
relieved
is safe
will make us safer
is cheaper
a cheaper
i accept
we accept
accept the result
accepts the result
concede
conceded
concedes
go far enough
goes far enough
change my life
changed my life`,
  disapprovals: `too far
too much
too small
too high
too tall
too expensive
too dangerous
too costly
too fast
too risky
bad news
bad idea
bad deal
bad day
dark day
sad day
black day
wrong direction
wrong decision
wrong move
got it wrong
no place
no need
no reason for
no sense
no excuse
no justification
makes no difference
not the answer
no solution
the last thing
will fight
we'll fight
will appeal
would appeal
plan to appeal
plans to appeal
intend to appeal
intends to appeal
will challenge
would challenge
will sue
would sue
we will see them in court
take the case to
take it to court
take it to the
higher court
supreme court
will resist
would resist
will oppose
would oppose
will block
would block
will not accept
won't accept
would not accept
cannot accept
can't accept
never accept
will not sell
won't sell
will not sign
won't sign
will not agree
won't agree
will not pay
won't pay
won't stand
will not stand for
would rather
i'd rather
we'd rather
against it
against this
i object
we object
i disagree
we disagree
disagrees with it
disagree with it
a no
vote no
voted no
would vote no
will vote no
stop it
stop this
stop the
must stop
should stop
has to stop
must be stopped
should be stopped
wants it stopped
must be withdrawn
should be withdrawn
must be scrapped
should be scrapped
should be cancelled
should be repealed
must be repealed
should never have
should not have
shouldn't have
never should have
must not
never again
over my dead body
will kill
would kill
will cost
would cost
costs lives
cost lives
will ruin
would ruin
will destroy
would destroy
will hurt
would hurt
will harm
would harm
will punish
would punish
punish a
punish the
punish us
will lose
would lose
we lose
will suffer
would suffer
will pay the price
pay for it
price of
at the expense of
on the backs of
gift to
theft
robbery
blackmail
a trick
card trick
a farce
a joke
a gimmick
a stunt
a whitewash
window dressing
an affront
a slap in the face
a stab in the back
a blank cheque
a blank check
a slippery slope
a step back
step backward
step backwards
a surrender
a sell-out
a sellout
a death sentence
a land grab
a power grab
a cash grab
we were not asked
nobody asked us
never asked us
never consulted
not consulted
without asking
behind our backs
betrays
outrageous
unjust
unfair
unacceptable
indefensible
unlawful
illegal
unconstitutional
undemocratic
shameful
short-sighted
premature
half-baked
rushed
naive
naïve
meaningless
we are worried
i'm worried
i am worried
we are concerned
threatens our
a threat to`,
  distinct: 'similar another previous earlier last new fresh second other separate past former rival',
  circumstances: `controversy controversial crisis violence violent conflict attack attacks war terror terrorism terrorist killer murder murders
murdered rape raped arrested jailed convicted guilty charged alleged allegedly accusations allegations poverty pain losses loss lost loses lose
win wins won victory hope hopes risk danger disaster accident harassment abuse theft fraud bribery corruption pollution drugs strike defeat
struggle struggling suffering interference meddling collapse racism racist extremist radical`,
  indefinites: 'a an',
  outlets:
    'times post news press herald tribune journal gazette cnn bbc nbc abc cbs reuters afp ap poll politico axios guardian telegraph magazine newspaper',
  openPronouns: 'it they he she',
  offices: `spokesman spokeswoman spokesperson chief executive president premier minister chancellor chairman chairwoman chairperson chair chairs
director head heads leader leads leading secretary general counsel lawyer lawyers attorney governor mayor ambassador envoy founder owner
commissioner officer organiser organizer manager president-elect king queen prime commander coordinator captain principal
rector dean superintendent representative representing boss ceo`,
  performatives: `rule rules ruled ruling order orders ordered ordering decide decides decided declare declares declared
announce announces announced announcing propose proposes proposed proposing approve approves approved agree agrees agreed vow vows vowed pledge
pledges pledged promise promises promised decree decrees decreed unveil unveils unveiled recommend recommends recommended`,
  undertakings: `plan plans proposal proposals scheme bid offer project idea order decision ruling verdict bill motion campaign
strike walkout stoppage recall offensive takeover policy reform reforms ban tariffs tariff cuts programme program`,
}
