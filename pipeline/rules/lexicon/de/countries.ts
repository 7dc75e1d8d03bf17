// Countries in German: code; names; adjectives and peoples; seats of government. Written by us from general knowledge.

export const germanCountries = `US; USA, Vereinigte Staaten, Vereinigten Staaten, Amerika; amerikanisch*, us-amerikanisch*, Amerikaner; Washington
GB; Großbritannien, Vereinigtes Königreich; britisch*, Briten; London
RU; Russland, Sowjetunion, Rußland; russisch*, Russen; Moskau
UA; Ukraine; ukrainisch*, Ukrainer; Kiew, Kyjiw
CN; China, Volksrepublik China; chinesisch*, Chinesen; Peking
TW; Taiwan; taiwanisch*; Taipeh
JP; Japan; japanisch*, Japaner; Tokio
KR; Südkorea; südkoreanisch*; Seoul
KP; Nordkorea; nordkoreanisch*; Pjöngjang
IN; Indien; indisch*, Inder; Neu-Delhi
PK; Pakistan; pakistanisch*; Islamabad
BD; Bangladesch; ; Dhaka
LK; Sri Lanka; ; Colombo
NP; Nepal; nepalesisch*; Kathmandu
AF; Afghanistan; afghanisch*, Afghanen; Kabul
IR; Iran; iranisch*, Iraner; Teheran
IQ; Irak; irakisch*, Iraker; Bagdad
SY; Syrien; syrisch*, Syrer; Damaskus
LB; Libanon; libanesisch*; Beirut
JO; Jordanien; jordanisch*; Amman
IL; Israel; israelisch*, Israelis; Jerusalem
PS; Palästina; palästinensisch*, Palästinenser; Ramallah
SA; Saudi-Arabien; saudisch*, saudi-arabisch*; Riad
AE; Vereinigte Arabische Emirate; ; Abu Dhabi
QA; Katar; katarisch*; Doha
YE; Jemen; jemenitisch*; Sanaa
TR; Türkei; türkisch*, Türken; Ankara
CY; Zypern; zyprisch*; Nikosia
GR; Griechenland; griechisch*, Griechen; Athen
DE; Deutschland, Bundesrepublik, Bundesrepublik Deutschland; deutsch*, Deutschen; Berlin
FR; Frankreich; französisch*, Franzosen; Paris
IT; Italien; italienisch*, Italiener; Rom
ES; Spanien; spanisch*, Spanier; Madrid
PT; Portugal; portugiesisch*; Lissabon
IE; Irland; irisch*, Iren; Dublin
NL; Niederlande, Niederlanden, Holland; niederländisch*, Niederländer; Den Haag
BE; Belgien; belgisch*, Belgier;
LU; Luxemburg; luxemburgisch*;
CH; Schweiz; schweizerisch*, Schweizer; Bern
AT; Österreich; österreichisch*, Österreicher; Wien
LI; Liechtenstein; ;
PL; Polen; polnisch*; Warschau
CZ; Tschechien, Tschechische Republik; tschechisch*, Tschechen; Prag
SK; Slowakei; slowakisch*; Bratislava
HU; Ungarn; ungarisch*; Budapest
RO; Rumänien; rumänisch*; Bukarest
BG; Bulgarien; bulgarisch*; Sofia
RS; Serbien; serbisch*, Serben; Belgrad
HR; Kroatien; kroatisch*; Zagreb
SI; Slowenien; slowenisch*; Ljubljana
BA; Bosnien, Bosnien-Herzegowina, Bosnien und Herzegowina; bosnisch*; Sarajevo
AL; Albanien; albanisch*; Tirana
MK; Mazedonien, Nordmazedonien; mazedonisch*; Skopje
MD; Moldawien, Moldau; moldauisch*; Chisinau
BY; Weißrussland, Belarus; weißrussisch*, belarussisch*; Minsk
LT; Litauen; litauisch*; Vilnius
LV; Lettland; lettisch*; Riga
EE; Estland; estnisch*; Tallinn
FI; Finnland; finnisch*; Helsinki
SE; Schweden; schwedisch*; Stockholm
NO; Norwegen; norwegisch*; Oslo
DK; Dänemark; dänisch*, Dänen; Kopenhagen
IS; Island; isländisch*; Reykjavík
GE; Georgien; georgisch*; Tiflis
AM; Armenien; armenisch*; Eriwan
AZ; Aserbaidschan; aserbaidschanisch*; Baku
KZ; Kasachstan; kasachisch*; Astana
UZ; Usbekistan; usbekisch*; Taschkent
KG; Kirgisistan; kirgisisch*; Bischkek
VN; Vietnam; vietnamesisch*; Hanoi
TH; Thailand; thailändisch*; Bangkok
MM; Birma, Myanmar, Burma; birmanisch*;
MY; Malaysia; malaysisch*; Kuala Lumpur
ID; Indonesien; indonesisch*; Jakarta
PH; Philippinen; philippinisch*; Manila
AU; Australien; australisch*, Australier; Canberra
NZ; Neuseeland; neuseeländisch*; Wellington
CA; Kanada; kanadisch*, Kanadier; Ottawa
MX; Mexiko; mexikanisch*; Mexiko-Stadt
CU; Kuba; kubanisch*; Havanna
HT; Haiti; haitianisch*; Port-au-Prince
BR; Brasilien; brasilianisch*; Brasília
AR; Argentinien; argentinisch*; Buenos Aires
CL; Chile; chilenisch*; Santiago
PE; Peru; peruanisch*; Lima
BO; Bolivien; bolivianisch*; La Paz
CO; Kolumbien; kolumbianisch*; Bogotá
VE; Venezuela; venezolanisch*; Caracas
EG; Ägypten; ägyptisch*; Kairo
LY; Libyen; libysch*; Tripolis
TN; Tunesien; tunesisch*; Tunis
DZ; Algerien; algerisch*; Algier
MA; Marokko; marokkanisch*; Rabat
SD; Sudan; sudanesisch*; Khartum
ET; Äthiopien; äthiopisch*; Addis Abeba
SO; Somalia; somalisch*; Mogadischu
KE; Kenia; kenianisch*; Nairobi
NG; Nigeria; nigerianisch*; Abuja
CD; Kongo, Demokratische Republik Kongo; kongolesisch*; Kinshasa
RW; Ruanda; ruandisch*; Kigali
ML; Mali; malisch*; Bamako
TD; Tschad; tschadisch*; N'Djamena
ZA; Südafrika; südafrikanisch*; Pretoria
ZW; Simbabwe; simbabwisch*; Harare
VA; Vatikan, Heiliger Stuhl; ;
EU; Europäische Union, Europäischen Union, EU; ; Brüssel`
