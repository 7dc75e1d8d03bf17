// Countries in Portuguese: code; names; adjectives and peoples; seats of government. Written by us from general knowledge.

export const portugueseCountries = `US; Estados Unidos, EUA, Estados Unidos da América; americano/a/os/as, norte-americano/a/os/as, estadunidense/+s; Washington
GB; Reino Unido, Grã-Bretanha; britânico/a/os/as; Londres
RU; Rússia, União Soviética; russo/a/os/as; Moscou, Moscovo
UA; Ucrânia; ucraniano/a/os/as; Kiev
CN; China; chinês, chinesa/+s, chineses; Pequim
TW; Taiwan; taiwanês, taiwanesa; Taipé
JP; Japão; japonês, japonesa, japoneses; Tóquio
KR; Coreia do Sul; sul-coreano/a/os/as; Seul
KP; Coreia do Norte; norte-coreano/a/os/as; Pyongyang
IN; Índia; indiano/a/os/as; Nova Délhi, Nova Deli
PK; Paquistão; paquistanês, paquistanesa; Islamabad
AF; Afeganistão; afegão, afegã, afegãos; Cabul
IR; Irã, Irão; iraniano/a/os/as; Teerã, Teerão
IQ; Iraque; iraquiano/a/os/as; Bagdá, Bagdade
SY; Síria; sírio/a/os/as; Damasco
LB; Líbano; libanês, libanesa, libaneses; Beirute
IL; Israel; israelense/+s, israelita/+s; Jerusalém
PS; Palestina, Autoridade Palestina; palestino/a/os/as; Ramallah
SA; Arábia Saudita; saudita/+s; Riad
QA; Catar; catariano/a/os; Doha
TR; Turquia; turco/a/os/as; Ancara
GR; Grécia; grego/a/os/as; Atenas
DE; Alemanha; alemão, alemã, alemães; Berlim
FR; França; francês, francesa, franceses; Paris
IT; Itália; italiano/a/os/as; Roma
ES; Espanha; espanhol, espanhola, espanhóis; Madri, Madrid
PT; Portugal; português, portuguesa, portugueses; Lisboa
IE; Irlanda; irlandês, irlandesa; Dublin
NL; Holanda, Países Baixos; holandês, holandesa; Haia
BE; Bélgica; belga/+s;
CH; Suíça; suíço/a/os/as; Berna
AT; Áustria; austríaco/a/os/as; Viena
PL; Polônia, Polónia; polonês, polonesa, polaco; Varsóvia
HU; Hungria; húngaro/a/os/as; Budapeste
SE; Suécia; sueco/a/os/as; Estocolmo
NO; Noruega; norueguês, norueguesa; Oslo
DK; Dinamarca; dinamarquês, dinamarquesa; Copenhague
AU; Austrália; australiano/a/os/as; Camberra
CA; Canadá; canadense/+s; Ottawa
MX; México; mexicano/a/os/as; Cidade do México
CU; Cuba; cubano/a/os/as; Havana
HT; Haiti; haitiano/a/os/as; Porto Príncipe
BR; Brasil; brasileiro/a/os/as; Brasília
AR; Argentina; argentino/a/os/as; Buenos Aires
CL; Chile; chileno/a/os/as; Santiago
PE; Peru; peruano/a/os/as; Lima
BO; Bolívia; boliviano/a/os/as; La Paz
CO; Colômbia; colombiano/a/os/as; Bogotá
VE; Venezuela; venezuelano/a/os/as; Caracas
EC; Equador; equatoriano/a/os/as; Quito
PY; Paraguai; paraguaio/a/os/as; Assunção
UY; Uruguai; uruguaio/a/os/as; Montevidéu
EG; Egito; egípcio/a/os/as; Cairo
MA; Marrocos; marroquino/a/os/as; Rabat
AO; Angola; angolano/a/os/as; Luanda
MZ; Moçambique; moçambicano/a/os/as; Maputo
CV; Cabo Verde; cabo-verdiano/a/os/as; Praia
GW; Guiné-Bissau; guineense/+s; Bissau
TL; Timor-Leste; timorense/+s; Díli
NG; Nigéria; nigeriano/a/os/as; Abuja
ET; Etiópia; etíope/+s; Adis Abeba
ZA; África do Sul; sul-africano/a/os/as; Pretória
VA; Vaticano, Santa Sé; ;
EU; União Europeia, UE; ; Bruxelas`
