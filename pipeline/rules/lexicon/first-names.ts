// First names by the gender that they mostly tell, across languages; written by us from general knowledge.
// Names that are as often women's as men's are left out: no gender is better than a wrong one.

export const MEN = `aaron abdul abdullah abel abraham adam adolfo adrian ahmad ahmed akira akio alain alan albert alberto aldo
alec alejandro aleksandr aleksei alessandro alexander alexandre alexei alfonso alfred alfredo ali alistair allan allen
alvaro amadou amir anatoly anders andré andre andreas andrei andres andrew andrey andrzej andy angelo angus anthony
antoine anton antonio antónio antony anwar arnaud arne arnold arthur arturo asif atsushi augusto axel baltasar barack
barry bart bartholomew bashar basil bastien ben benedict benito benjamin bernard bernd bernhard bernie bert bertrand bill
bilal björn bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan burak byron caio calvin
cameron carl carlo carlos carsten cecil cedric cem cesar charles charlie chester chris christian christof christoph
christophe christopher chuck claude claudio clarence clemens clifford clint clive colin connor conor conrad corey cory
craig curtis cyril dale damian damien dan daniel daniele danilo danny dario darren dave david davide dean dennis derek
detlef diego dieter dietmar dietrich dirk dmitri dmitry dominic don donald doug douglas duncan dwayne
dwight earl ed eddie eduardo edgar edmund edward edwin efraín eike elias elijah elmar emil emiliano emilio emmanuel enrico
enrique eric erich erik ernest ernesto ernst erwin esteban ethan étienne etienne eugene eugenio evan ezra fabian fabio
fabrice farid federico felipe felix fermín fernando ferdinand filip filippo florian francesco francis francisco franck
frank frankie franklin françois francois franz fred freddie frederick frederik fredrik friedrich fritz gabriel gareth
gary gavin gene geoff geoffrey georg george georges gerald gerard gerd gerhard gilbert giles giorgio giovanni giulio
giuseppe glenn gonzalo gordon graham grant greg gregor gregory guido guillaume guillermo günter günther gunther gus
gustav gustavo guy hamid hamza hank hannes hans harald haruki harold harry harvey hasan hassan hector heiko heiner
heinrich heinz helmut hendrik henning henri henrik henrique henry herbert héctor hernan hiroshi horst howard hubert hugh
hugo hussein ian ibrahim ignacio igor ilya imran ingo ioannis isaac ismail ivan ivo jack jackson jacob jacques jaime jake
jakob jamal james jamie jan janusz jared jarosław jason javier jay jean jean-claude jean-luc jean-marc jean-paul
jean-pierre jeff jeffrey jens jeremy jerome jerry jesús jim jimmy joachim joão joao joaquin jochen joe joel joerg johan
johann johannes john johnny jon jonas jonathan joost jordi jorge jörg josé jose josef joseph josep josh joshua jost juan
juha jules julian julien julio jun jürgen juergen justin kai karim karl karl-heinz kaspar kazuo keir keith ken kenji kenneth
kent kevin khalid khaled kirk klaus knut konrad konstantin kofi kurt kyle lance larry lars laurent lawrence lenny
leo leon leonard leonardo leonid leopold lionel lloyd lorenz lorenzo lothar lou louis luc luca lucas lucien
ludwig luigi luis luiz lukas luke luther maciej magnus mahmoud malcolm malik manfred manuel marc marcel marcelo marcin marco
marcos marcus marek mario mariano marius mark marko markus marshall martin marty marvin massimo mateo mathias mathieu
matt matteo matthes matthew matthias matthieu maurice mauricio mauro max maximilian mehdi mehmet mel melvin michael michał
michel mick miguel mihai mike mikhail miles milton mirko mitch mitchell mitt mohamed mohamad mohammad mohammed moritz morris
moses muhammad murray mustafa mykhailo narendra nathan nathaniel neil nelson newt nicholas nick nicolas nicolás nigel nikolai
nikos nils noah noel norbert norman octavio olaf ole oleg oleksandr oleksiy oliver olivier omar orlando oscar oskar osman otto
owen pablo paolo pascal patrice patrick paul pavel paulo paulino pavlo pedro per pete peter petr petro petros phil philip
philipp philippe phillip pierre pietro piotr radek rafael rahul rainer ralf ralph ramón ramon randall randy raphael rashid
raúl raul ravi ray raymond reiner reinhard reinhold rex ricardo riccardo richard rick ricky rishi rob robert roberto
rodrigo rodney roger roland rolf roman ron ronald ronnie roy ruben rubén rüdiger rudolf rudy rui rupert rusty ruslan russell
ryan sadiq said salman salvador salvatore sam samir samuel sandro sanjay santiago saúl scott sean sebastian sébastien serge
sergei sergey sergio seth shane shaun shawn shinzo sidney siegfried sigmar simeon simon söhnke spencer stan
stanley stefan stefano steffen stéphane stephan stephen sten sterling steve steven stewart stuart sunil sven sylvain sylvester
taha tariq tayyip ted teddy terence terrence theo theodor theodore thierry thilo thomas thorsten tim
timo timothy tobias todd tom tomás tomas tomasz tommy tony torben torsten travis trevor tristan troy tyler udo
ulf uli ulrich umberto urs uwe václav vadim valentin valery vasyl vernon victor vijay viktor vince vincent vincenzo
vitali vitaliy vito vittorio vlad vladimir volker volodymyr wade waldemar walter warren wayne werner wesley wilbur wilfried
wilhelm will willi william willie willy winston wolfgang wolfram woodrow xavier yannick yannis yasser yevgeny yitzhak
yoshihide yuri yusuf yves zachary zbigniew zoltan mitchell jeb newt mitt reince merrick elon jair lula nicolas
bakari dov cuthbert ezequiel anselmo emeric henrikas ioan istván jānos jānis juris ferenc gábor lászló sándor tamás viktoras
kwame kwasi babatunde chinedu emeka femi olusegun tendai thabo sipho jacob cyril hiroyuki takashi takeshi yukio
tadashi minoru kenichi shigeru`

export const WOMEN = `abigail ada adaeze adele adelaide adriana agata agnes agnieszka aicha aisha alejandra alessandra alexandra
alexandria alice alicia alina alison amanda amber amelia amélie amina amy ana anastasia angela angelica angelina anita
anja ann anna annabel anne anneliese annette annie annika antje antonia ariana astrid audrey aurelie
aurora ayesha barbara barbra beata beate beatrice beatriz becky belen belinda berenice bernadette beth bethany betsy betty beverly
bianca bärbel birgit birgitte bonnie brenda brianna bridget brigitte britta brittany camila camilla candace carla
carmen carol carole carolina caroline carolyn carrie catalina catarina caterina catharina catherine cathy cecilia celeste
celia céline chantal charlotte chelsea cheryl chiara chloe christa christel christiane christina christine cindy clara
clare claire clarissa claudia cláudia colette concepción condoleezza connie consuelo cora corinna corinne cornelia cristina
cynthia dagmar daniela danielle daphne darlene deborah debbie debra deirdre delia denise diana diane dianne dilma
dina dolores donna dora doris dorothea dorothee dorothy edith eileen elaine eleanor elena eleni elfriede elisa elisabeth
elise elizabeth ella elke ellen elodie eloise elsa elsie elvira emilia emily emma encarnación erica erika erin esmeralda
esperanza estelle esther eugenia eva eve evelyn fabienne fatima fatou federica felicia fiona flora florence frances
francesca françoise franziska frauke frieda friederike gabriela gabriele gabriella gabrielle gail gemma geneviève
geraldine gerda gertrud gina ginevra ginger giorgia giovanna gisela giulia gladys gloria grace graciela greta gretchen gudrun
guadalupe gwen gwendolyn hannah hanna hannelore harriet hazel heather heidi heike helen helena helene hélène helga henrietta
henrike hilary hilda hildegard hillary holly hortensia huma ida ilona ilse imelda imke inés ines inez inge ingeborg ingrid irene iris
irina irma isabel isabella isabelle iva ivana ivanka ivy jackie jacqueline jana jane janet janice jasmin jasmine jeanette
jeanne jeannine jenna jennifer jenny jessica jill joan joana joann joanna joanne jocelyn johanna josefina josephine joyce
juana juanita judith judy julia juliana julie juliet julieta jutta karen karin karina karla katarina kate katharina katherine
kathleen kathryn kathy katia katie katja katrin kayla kellyanne kerstin kirsten kirstin klara kristen kristina
kristin kseniya laila lara larissa laura laure lauren laurie lea leah leila lena leni leticia lidia lilian lily
linda lisa liz lola loretta lori lorraine lotte louisa louise lourdes lucia lucía lucie lucille lucy ludmila luisa
luise lydia madeleine maggie magdalena maia maisie malala malin mandy manuela mara marcela marcia margaret
margarita margarete marge margit margot margrethe marguerite maria mária maría mariam mariana marianne marie marie-christine marina
marilyn marine marisa marisol marjorie marlene marta martha martina mary mathilde matilda maud maura maureen mechthild
megan meike melania melanie melinda melissa mercedes meredith mia michaela michelle mildred milena mindy minnie miranda
miriam moira molly mona monica mónica monika monique myriam nadia nadine nancy naomi natalia natalie natasha nathalie
nellie nicola nicole nieves nikki nina noelia noemi nora norma odile olga olena oleksandra olive olivia olympe ophelia pamela paola
patricia patrizia patty paula paulette paulina pauline peggy penelope penny petra phoebe phyllis pia pilar polly pratibha priscilla priya
pura rachel ramona raquel rebecca regina regine remedios renata renate rhonda rita roberta rocío ronja rosa rosalie rosalind rose
rosemarie rosemary rosie roxanne ruth ruta sabine sabrina sadie sally samantha sandra sara sarah saskia selena selma
serena sharon sheila sheryl shirley sibylle sigrid silke silvana silvia simone sofia sofía solveig sonia sonja sophia sophie
stacey stefanie stella stephanie stéphanie sue susan susana susanna susanne susie suzanne svetlana svenja sylvia sylvie tamara tammy
tania tanja tanya tara tatiana tatjana teodora teresa teri tess tessa thelma theresa therese theresia tiffany tina trina
trudy tulsi uma ursula ute valentina valeria valerie vanessa vera verena verónica veronica veronika vicky victoria viktoria
viola violet virginie vivian viviane wanda wendy wiebke wilhelmina wilma winifred xenia yasmin yelena
yolanda yulia yvette yvonne zainab zoe zoë nasrin leilani itziar shahida almaz chiamaka ngozi adaora sakura akiko keiko
michiko yoko naoko sachiko svitlana oksana halyna kateryna sigrun saoirse niamh siobhan aoife ilvana marusya
marymegan tracey gretel malia huma melania`
