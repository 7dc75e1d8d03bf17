/** Capitalised words that begin sentences and no names: after "U.S." or "Inc." they show that a new sentence has begun. */
const STARTERS: Readonly<Record<string, string>> = {
  en: 'The A An He She It They We You This That These Those There Here His Her Their Our Its My Your But And Or Yet So Nor In On At By For From After Before When While As If Although Though Because Since Until With Without Under Over During Despite Who What Why How Where Which Whether However Meanwhile Moreover Instead Still Then Now Also According Some Many Most Several Both All Each Every No Not Nobody Nothing Only Even Just Once One Two Three Among Asked Earlier Later Last Next Yesterday Today Tomorrow To Did Do Does Is Are Was Were Has Have Had Can Could Would Should Will',
  es: 'El La Los Las Lo Un Una Unos Unas Es Son Fue En De Del Por Para Con Sin Según Pero Y O Si No Se Su Sus Este Esta Estos Estas Ese Esa Aquel Él Ella Ellos Ellas Cuando Como Donde Mientras Aunque Además También Tras Desde Hasta Entre Ante Al A Ya Ahora Hoy Ayer Más Muchos Todos Así Sin Qué Quién',
  fr: 'Le La Les Un Une Des Du De Il Elle Ils Elles On Nous Vous Je Ce Cet Cette Ces Son Sa Ses Leur Leurs Mais Et Ou Or Donc Car Si En Dans Sur Sous Par Pour Avec Sans Selon Après Avant Depuis Pendant Quand Lorsque Comme Alors Ainsi Aussi Au Aux À Pas Plus Tout Tous Certains Plusieurs Hier',
  de: 'Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Man Dies Diese Dieser Dieses Diesen Jene Aber Und Oder Doch Denn Sondern In Im Am An Auf Aus Bei Beim Mit Nach Von Vom Vor Zu Zum Zur Für Gegen Ohne Um Durch Über Unter Seit Während Wenn Als Da Dann Dort Hier Damit Dabei Dafür Danach Dagegen Deshalb Daher Auch Noch Nur Schon So Wie Was Wer Wo Warum Nicht Kein Keine Alle Viele Einige Mehrere Sein Seine Ihre Heute Gestern Bisher Zudem Außerdem Laut Trotz Wegen Insgesamt',
  pt: 'O A Os As Um Uma Em No Na Nos Nas De Do Da Dos Das Por Para Com Sem Segundo Mas E Ou Se Não Ele Ela Eles Elas Este Esta Esse Essa Isso Isto Quando Como Onde Embora Também Após Desde Até Entre Ao À Já Agora Hoje Ontem Mais Muitos Todos',
  it: 'Il Lo La I Gli Le Un Uno Una In Nel Nella Di Del Della Da Dal Per Con Su Sul Sulla Ma E O Se Non Si Questo Questa Questi Queste Quello Quella Lui Lei Loro Quando Come Dove Mentre Anche Dopo Prima Secondo Al Alla Tra Fra Già Ora Oggi Ieri Tutti Molti',
  ru: 'Он Она Оно Они Мы Вы Я Это Эти Этот Эта В Во На По С Со К Ко У О Об От До Из За Для При Но И А Или Если Когда Как Что Кто Где Также Однако После До Не Так Там Тогда',
}

const starters = new Map<string, ReadonlySet<string>>()

/** Whether a capitalised word is more likely the start of a sentence than of a name. English decides for unknown languages. */
export function isSentenceStarter(word: string, language: string): boolean {
  return startersOf(language).has(word)
}

function startersOf(language: string): ReadonlySet<string> {
  const known = starters.get(language)
  if (known !== undefined) return known
  const words = STARTERS[language]
  if (words === undefined) return startersOf('en')
  const set = new Set(words.split(' '))
  starters.set(language, set)
  return set
}
