// Countries in Spanish: code; names; adjectives and peoples; seats of government. Written by us from general knowledge.

export const spanishCountries = `US; Estados Unidos, EE UU, EE.UU., EEUU, Estados Unidos de América; estadounidense/+s, norteamericano/a/os/as; Washington
GB; Reino Unido, Gran Bretaña; británico/a/os/as; Londres
RU; Rusia, Unión Soviética; ruso/a/os/as; Moscú
UA; Ucrania; ucraniano/a/os/as; Kiev
CN; China; chino/a/os/as; Pekín
TW; Taiwán; taiwanés, taiwanesa, taiwaneses; Taipéi
JP; Japón; japonés, japonesa, japoneses; Tokio
KR; Corea del Sur; surcoreano/a/os/as; Seúl
KP; Corea del Norte; norcoreano/a/os/as; Pyongyang
IN; India; indio/a/os/as; Nueva Delhi
PK; Pakistán; paquistaní/+es; Islamabad
AF; Afganistán; afgano/a/os/as; Kabul
IR; Irán; iraní/+es; Teherán
IQ; Irak; iraquí/+es; Bagdad
SY; Siria; sirio/a/os/as; Damasco
LB; Líbano; libanés, libanesa, libaneses; Beirut
JO; Jordania; jordano/a/os/as; Amán
IL; Israel; israelí/+es; Jerusalén
PS; Palestina, Autoridad Palestina; palestino/a/os/as; Ramala
SA; Arabia Saudí, Arabia Saudita; saudí/+es; Riad
AE; Emiratos Árabes Unidos; emiratí/+es; Abu Dabi
QA; Catar, Qatar; catarí/+es; Doha
YE; Yemen; yemení/+es; Saná
TR; Turquía; turco/a/os/as; Ankara
CY; Chipre; chipriota/+s; Nicosia
GR; Grecia; griego/a/os/as; Atenas
DE; Alemania; alemán, alemana, alemanes; Berlín
FR; Francia; francés, francesa, franceses; París
IT; Italia; italiano/a/os/as; Roma
ES; España; español, española, españoles; Madrid
PT; Portugal; portugués, portuguesa, portugueses; Lisboa
IE; Irlanda; irlandés, irlandesa, irlandeses; Dublín
NL; Países Bajos, Holanda; holandés, holandesa, neerlandés; La Haya
BE; Bélgica; belga/+s;
CH; Suiza; suizo/a/os/as; Berna
AT; Austria; austríaco/a/os/as; Viena
PL; Polonia; polaco/a/os/as; Varsovia
CZ; República Checa, Chequia; checo/a/os/as; Praga
SK; Eslovaquia; eslovaco/a/os/as; Bratislava
HU; Hungría; húngaro/a/os/as; Budapest
RO; Rumanía, Rumania; rumano/a/os/as; Bucarest
BG; Bulgaria; búlgaro/a/os/as; Sofía
RS; Serbia; serbio/a/os/as; Belgrado
HR; Croacia; croata/+s; Zagreb
FI; Finlandia; finlandés, finlandesa; Helsinki
SE; Suecia; sueco/a/os/as; Estocolmo
NO; Noruega; noruego/a/os/as; Oslo
DK; Dinamarca; danés, danesa, daneses; Copenhague
BY; Bielorrusia; bielorruso/a/os/as; Minsk
GE; Georgia; georgiano/a/os/as; Tiflis
AM; Armenia; armenio/a/os/as; Ereván
AZ; Azerbaiyán; azerbaiyano/a/os/as; Bakú
KZ; Kazajistán; kazajo/a/os/as; Astaná
VN; Vietnam; vietnamita/+s; Hanói
TH; Tailandia; tailandés, tailandesa; Bangkok
MM; Birmania, Myanmar; birmano/a/os/as;
ID; Indonesia; indonesio/a/os/as; Yakarta
PH; Filipinas; filipino/a/os/as; Manila
AU; Australia; australiano/a/os/as; Canberra
NZ; Nueva Zelanda; neozelandés, neozelandesa; Wellington
CA; Canadá; canadiense/+s; Ottawa
MX; México; mexicano/a/os/as; Ciudad de México
GT; Guatemala; guatemalteco/a/os/as;
HN; Honduras; hondureño/a/os/as; Tegucigalpa
SV; El Salvador; salvadoreño/a/os/as; San Salvador
NI; Nicaragua; nicaragüense/+s; Managua
CR; Costa Rica; costarricense/+s; San José
PA; Panamá; panameño/a/os/as;
CU; Cuba; cubano/a/os/as; La Habana
HT; Haití; haitiano/a/os/as; Puerto Príncipe
DO; República Dominicana; dominicano/a/os/as; Santo Domingo
BR; Brasil; brasileño/a/os/as; Brasilia
AR; Argentina; argentino/a/os/as; Buenos Aires
CL; Chile; chileno/a/os/as; Santiago de Chile
PE; Perú; peruano/a/os/as; Lima
BO; Bolivia; boliviano/a/os/as; La Paz
CO; Colombia; colombiano/a/os/as; Bogotá
VE; Venezuela; venezolano/a/os/as; Caracas
EC; Ecuador; ecuatoriano/a/os/as; Quito
PY; Paraguay; paraguayo/a/os/as; Asunción
UY; Uruguay; uruguayo/a/os/as; Montevideo
EG; Egipto; egipcio/a/os/as; El Cairo
LY; Libia; libio/a/os/as; Trípoli
TN; Túnez; tunecino/a/os/as;
DZ; Argelia; argelino/a/os/as; Argel
MA; Marruecos; marroquí/+es; Rabat
SD; Sudán; sudanés, sudanesa; Jartum
SS; Sudán del Sur; sursudanés; Yuba
ET; Etiopía; etíope/+s; Adís Abeba
SO; Somalia; somalí/+es; Mogadiscio
KE; Kenia; keniano/a/os/as; Nairobi
NG; Nigeria; nigeriano/a/os/as; Abuya
CD; República Democrática del Congo, Congo; congoleño/a/os/as; Kinshasa
ML; Malí, Mali; maliense/+s; Bamako
NE; Níger; nigerino/a/os; Niamey
SN; Senegal; senegalés, senegalesa; Dakar
ZA; Sudáfrica; sudafricano/a/os/as; Pretoria
ZW; Zimbabue; zimbabuense/+s; Harare
VA; Santa Sede, Vaticano; vaticano/a;
EU; Unión Europea, UE; ; Bruselas`
