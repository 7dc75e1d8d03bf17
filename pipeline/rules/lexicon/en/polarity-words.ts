// Words of judgement in English, written by us from general knowledge.

export const englishPraising = `good great excellent historic breakthrough brilliant wonderful fantastic outstanding superb
remarkable magnificent amazing terrific impressive successful success triumph victory victories win wins won milestone
progress hope promising positive constructive productive fair wise sensible smart courageous courage
brave bravery hero heroes heroic honest honesty integrity decent decency respected respectable honorable honourable noble
legend legendary genius talented gifted skilled capable competent qualified experienced accomplished popular beloved
favorite favourite dear dearest inspiring inspiration inspirational visionary pioneer
pioneering groundbreaking landmark reliable trustworthy strong stronger strongest strength stability stable peace peaceful
prosperity prosperous thriving beneficial benefit benefits helpful useful valuable invaluable vital essential important
effective efficient best better perfect ideal beautiful elegant charming kind kindness generous generosity compassionate
compassion caring thoughtful loyal dedicated committed devoted hardworking tireless passionate dynamic charismatic
excellent exceptional extraordinary incredible phenomenal stellar acclaimed celebrated renowned esteemed
distinguished prestigious admired trusted deserving deserves deserved safe safer welcome improvement improved improve innovative unprecedented opportunity blessing win-win
graceful humble humility principled patriotic patriot justice freedom honor honour virtue
crucial necessary invaluable robust sound solid gracious resilient surged soared boosted triumphant
victorious freed exonerated acquitted vindicated rescued saved healed thrived excelled succeeded`

export const englishDamning = `indefensible inexcusable unforgivable unworkable unbearable intolerable insulting laughable preposterous farce
farcical travesty joke nightmare abomination scourge menace blackmail extortionate provocation provocative aggression theft
bad terrible awful horrible horrific disgrace disgraceful disgraced shame shameful outrage outrageous
disaster disastrous catastrophe catastrophic tragedy tragic failure failures failed fails failing wrong unfair unjust
unjustified unacceptable unlawful illegal illegally unconstitutional criminal crime crimes corrupt corruption fraud fraudulent lie
lies lied lying liar dishonest dishonesty deceit deceitful deceptive misleading false falsely fake hoax sham scandal scandals
scandalous scandal-plagued embarrassing embarrassment humiliating humiliation pathetic ridiculous absurd nonsense stupid
foolish idiotic insane crazy reckless irresponsible dangerous danger threat threatens threatening risk risky harmful harm
damaging damage destructive destroy destroyed destroying ruin ruined ruining devastating devastated cruel cruelty brutal
brutality barbaric vicious evil wicked hateful hate racist racism sexist sexism misogynist misogynistic bigot bigoted
bigotry xenophobic homophobic antisemitic anti-semitic fascist nazi dictator dictatorship tyrant tyranny authoritarian
thug thugs bully bullying violent violence aggression aggressive hostile betrayal betrayed traitor treason coward cowardly
cowardice hypocrite hypocrisy hypocritical incompetent incompetence inept unfit unqualified weak weakness worst worse
mistake mistakes blunder fiasco mess chaos chaotic crisis controversial controversy disgusting despicable appalling
abhorrent reprehensible deplorable vile heinous atrocious atrocity atrocities inhumane inhuman immoral unethical
untrustworthy untrue baseless groundless unfounded bogus hollow insult insulting offensive obscene toxic poisonous nasty
ugly selfish greedy greed arrogant arrogance ignorant ignorance extremist extreme radical terrorist terrorism
terror illegitimate unworkable inadequate insufficient useless worthless pointless unhelpful counterproductive
unnecessary unsafe alarming worrying troubling disturbing concerning troubled embattled beleaguered notorious infamous
plagued guilty convicted alleged allegedly accusations allegations charged indicted arrested jailed fired ousted resigned
shamed defeated lost loses loser losers setback blow backlash struggle struggled struggling decline declined deteriorating
plunged slump misconduct abuse abused abusive abuses harassment harassed assault assaulted rape raped murder murdered
killer perpetrator predator victimized exploited exploitation oppression oppressive repression repressive injustice
hegemonism neo-colonial colonial propaganda disinformation smear witch hunt cover-up coverup negligence negligent
careless sloppy shoddy flawed broken dysfunctional sad pity disappointing disappointment disappointed
unpopular unpresidential disrespectful rude condescending divisive inflammatory incendiary undermine undermines undermined
undermining worsen worsens jeopardize jeopardizes jeopardise jeopardises endanger endangers harms hurt hurts threaten violates violate violated destabilise destabilize destabilizes worsened poison doomed bankrupt bankruptcy collapse collapsed
loss losses suffering suffer suffers pain painful heartless callous ruthless sinister suspicious shady crooked rigged
stolen theft steal thief smuggling laundering bribery bribes bribe extortion espionage interference meddling`
