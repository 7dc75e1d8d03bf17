// Countries in French: code; names; adjectives and peoples; seats of government. Written by us from general knowledge.

export const frenchCountries = `US; États-Unis, Etats-Unis, USA; américain/+e/+s/+es; Washington
GB; Royaume-Uni, Grande-Bretagne; britannique/+s; Londres
RU; Russie, Union soviétique; russe/+s; Moscou
UA; Ukraine; ukrainien/+s, ukrainienne/+s; Kiev, Kyiv
CN; Chine; chinois, chinoise/+s; Pékin
TW; Taïwan; taïwanais, taïwanaise; Taipei
JP; Japon; japonais, japonaise/+s; Tokyo
KR; Corée du Sud; sud-coréen/+s, sud-coréenne/+s; Séoul
KP; Corée du Nord; nord-coréen/+s, nord-coréenne/+s; Pyongyang
IN; Inde; indien/+s, indienne/+s; New Delhi
PK; Pakistan; pakistanais, pakistanaise; Islamabad
AF; Afghanistan; afghan/+e/+s; Kaboul
IR; Iran; iranien/+s, iranienne/+s; Téhéran
IQ; Irak; irakien/+s, irakienne/+s; Bagdad
SY; Syrie; syrien/+s, syrienne/+s; Damas
LB; Liban; libanais, libanaise/+s; Beyrouth
JO; Jordanie; jordanien/+s, jordanienne; Amman
IL; Israël; israélien/+s, israélienne/+s; Jérusalem
PS; Palestine, Autorité palestinienne; palestinien/+s, palestinienne/+s; Ramallah
SA; Arabie saoudite; saoudien/+s, saoudienne; Riyad
AE; Émirats arabes unis; émirati/+s; Abou Dhabi
QA; Qatar; qatari/+s; Doha
YE; Yémen; yéménite/+s; Sanaa
TR; Turquie; turc/+s, turque/+s; Ankara
GR; Grèce; grec/+s, grecque/+s; Athènes
DE; Allemagne; allemand/+e/+s/+es; Berlin
FR; France; français, française/+s; Paris
IT; Italie; italien/+s, italienne/+s; Rome
ES; Espagne; espagnol/+e/+s/+es; Madrid
PT; Portugal; portugais, portugaise; Lisbonne
IE; Irlande; irlandais, irlandaise; Dublin
NL; Pays-Bas; néerlandais, néerlandaise; La Haye
BE; Belgique; belge/+s;
LU; Luxembourg; luxembourgeois, luxembourgeoise;
CH; Suisse; suisse/+s; Berne
AT; Autriche; autrichien/+s, autrichienne; Vienne
PL; Pologne; polonais, polonaise/+s; Varsovie
CZ; République tchèque, Tchéquie; tchèque/+s; Prague
HU; Hongrie; hongrois, hongroise; Budapest
RO; Roumanie; roumain/+e/+s; Bucarest
BG; Bulgarie; bulgare/+s; Sofia
RS; Serbie; serbe/+s; Belgrade
HR; Croatie; croate/+s; Zagreb
FI; Finlande; finlandais, finlandaise; Helsinki
SE; Suède; suédois, suédoise; Stockholm
NO; Norvège; norvégien/+s, norvégienne; Oslo
DK; Danemark; danois, danoise; Copenhague
BY; Biélorussie; biélorusse/+s; Minsk
GE; Géorgie; géorgien/+s, géorgienne; Tbilissi
AM; Arménie; arménien/+s, arménienne; Erevan
AZ; Azerbaïdjan; azerbaïdjanais, azerbaïdjanaise; Bakou
VN; Vietnam; vietnamien/+s, vietnamienne; Hanoï
TH; Thaïlande; thaïlandais, thaïlandaise; Bangkok
MM; Birmanie; birman/+e/+s;
ID; Indonésie; indonésien/+s, indonésienne; Jakarta
PH; Philippines; philippin/+e/+s; Manille
AU; Australie; australien/+s, australienne; Canberra
NZ; Nouvelle-Zélande; néo-zélandais, néo-zélandaise; Wellington
CA; Canada; canadien/+s, canadienne/+s; Ottawa
MX; Mexique; mexicain/+e/+s; Mexico
CU; Cuba; cubain/+e/+s; La Havane
HT; Haïti; haïtien/+s, haïtienne; Port-au-Prince
BR; Brésil; brésilien/+s, brésilienne/+s; Brasilia
AR; Argentine; argentin/+e/+s; Buenos Aires
CL; Chili; chilien/+s, chilienne; Santiago
PE; Pérou; péruvien/+s, péruvienne; Lima
CO; Colombie; colombien/+s, colombienne; Bogota
VE; Venezuela; vénézuélien/+s, vénézuélienne; Caracas
EG; Égypte, Egypte; égyptien/+s, égyptienne; Le Caire
LY; Libye; libyen/+s, libyenne; Tripoli
TN; Tunisie; tunisien/+s, tunisienne/+s; Tunis
DZ; Algérie; algérien/+s, algérienne/+s; Alger
MA; Maroc; marocain/+e/+s/+es; Rabat
ML; Mali; malien/+s, malienne; Bamako
NE; Niger; nigérien/+s, nigérienne; Niamey
SN; Sénégal; sénégalais, sénégalaise; Dakar
CI; Côte d Ivoire; ivoirien/+s, ivoirienne; Abidjan
CM; Cameroun; camerounais, camerounaise; Yaoundé
TD; Tchad; tchadien/+s, tchadienne; N'Djamena
BF; Burkina Faso; burkinabè; Ouagadougou
CD; République démocratique du Congo, RDC, Congo; congolais, congolaise; Kinshasa
RW; Rwanda; rwandais, rwandaise; Kigali
SD; Soudan; soudanais, soudanaise; Khartoum
ET; Éthiopie; éthiopien/+s, éthiopienne; Addis-Abeba
SO; Somalie; somalien/+s, somalienne; Mogadiscio
NG; Nigeria; nigérian/+e/+s; Abuja
ZA; Afrique du Sud; sud-africain/+e/+s; Pretoria
VA; Vatican, Saint-Siège; ;
EU; Union européenne, UE; ; Bruxelles`
