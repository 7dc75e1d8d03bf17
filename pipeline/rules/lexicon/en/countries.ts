// Countries in English: code; names; adjectives and peoples; seats of government. Written by us from general knowledge.

export const englishCountries = `US; United States, United States of America, U.S., US, USA, U.S.A., America; American, Americans; Washington
GB; United Kingdom, Britain, Great Britain, UK, U.K.; British, Britons, Briton; London
RU; Russia, Russian Federation, Soviet Union, USSR; Russian, Russians, Soviet; Moscow
UA; Ukraine; Ukrainian, Ukrainians; Kyiv, Kiev
CN; China, People's Republic of China, PRC; Chinese; Beijing
TW; Taiwan; Taiwanese; Taipei
JP; Japan; Japanese; Tokyo
KR; South Korea, Republic of Korea, ROK; South Korean, South Koreans; Seoul
KP; North Korea, Democratic People's Republic of Korea, DPRK; North Korean, North Koreans; Pyongyang
IN; India; Indian, Indians; New Delhi, Delhi
PK; Pakistan; Pakistani, Pakistanis; Islamabad
BD; Bangladesh; Bangladeshi, Bangladeshis; Dhaka
LK; Sri Lanka; Sri Lankan, Sri Lankans; Colombo
NP; Nepal; Nepali, Nepalese; Kathmandu
BT; Bhutan; Bhutanese; Thimphu
MV; Maldives; Maldivian; Malé
AF; Afghanistan; Afghan, Afghans; Kabul
IR; Iran, Islamic Republic of Iran; Iranian, Iranians; Tehran
IQ; Iraq; Iraqi, Iraqis; Baghdad
SY; Syria; Syrian, Syrians; Damascus
LB; Lebanon; Lebanese; Beirut
JO; Jordan; Jordanian, Jordanians; Amman
IL; Israel; Israeli, Israelis; Jerusalem
PS; Palestine, Palestinian Authority; Palestinian, Palestinians; Ramallah
SA; Saudi Arabia; Saudi, Saudis, Saudi Arabian; Riyadh
AE; United Arab Emirates, UAE, U.A.E.; Emirati, Emiratis; Abu Dhabi
QA; Qatar; Qatari, Qataris; Doha
KW; Kuwait; Kuwaiti, Kuwaitis; Kuwait City
BH; Bahrain; Bahraini, Bahrainis; Manama
OM; Oman; Omani, Omanis; Muscat
YE; Yemen; Yemeni, Yemenis; Sanaa
TR; Turkey, Türkiye; Turkish, Turks; Ankara
CY; Cyprus; Cypriot, Cypriots; Nicosia
GR; Greece; Greek, Greeks; Athens
DE; Germany, Federal Republic of Germany; German, Germans; Berlin
FR; France; French; Paris
IT; Italy; Italian, Italians; Rome
ES; Spain; Spanish, Spaniards; Madrid
PT; Portugal; Portuguese; Lisbon
IE; Ireland, Republic of Ireland; Irish; Dublin
NL; Netherlands, Holland; Dutch; The Hague
BE; Belgium; Belgian, Belgians;
LU; Luxembourg; Luxembourgish;
CH; Switzerland; Swiss; Bern
AT; Austria; Austrian, Austrians; Vienna
PL; Poland; Polish, Poles; Warsaw
CZ; Czech Republic, Czechia; Czech, Czechs; Prague
SK; Slovakia; Slovak, Slovaks; Bratislava
HU; Hungary; Hungarian, Hungarians; Budapest
RO; Romania; Romanian, Romanians; Bucharest
BG; Bulgaria; Bulgarian, Bulgarians; Sofia
RS; Serbia; Serbian, Serbs, Serb; Belgrade
HR; Croatia; Croatian, Croats; Zagreb
SI; Slovenia; Slovenian, Slovenians, Slovene; Ljubljana
BA; Bosnia and Herzegovina, Bosnia; Bosnian, Bosnians; Sarajevo
ME; Montenegro; Montenegrin; Podgorica
MK; North Macedonia, Macedonia; Macedonian; Skopje
AL; Albania; Albanian, Albanians; Tirana
XK; Kosovo; Kosovar, Kosovan; Pristina
MD; Moldova; Moldovan, Moldovans; Chisinau
BY; Belarus; Belarusian, Belarusians; Minsk
LT; Lithuania; Lithuanian, Lithuanians; Vilnius
LV; Latvia; Latvian, Latvians; Riga
EE; Estonia; Estonian, Estonians; Tallinn
FI; Finland; Finnish, Finns; Helsinki
SE; Sweden; Swedish, Swedes; Stockholm
NO; Norway; Norwegian, Norwegians; Oslo
DK; Denmark; Danish, Danes; Copenhagen
IS; Iceland; Icelandic; Reykjavik
MT; Malta; Maltese; Valletta
MC; Monaco; Monegasque;
AD; Andorra; Andorran; Andorra la Vella
LI; Liechtenstein; ; Vaduz
SM; San Marino; ;
VA; Holy See, Vatican City; ; Vatican
GE; Georgia; Georgian, Georgians; Tbilisi
AM; Armenia; Armenian, Armenians; Yerevan
AZ; Azerbaijan; Azerbaijani, Azeri; Baku
KZ; Kazakhstan; Kazakh, Kazakhs; Astana
UZ; Uzbekistan; Uzbek, Uzbeks; Tashkent
TM; Turkmenistan; Turkmen; Ashgabat
KG; Kyrgyzstan; Kyrgyz; Bishkek
TJ; Tajikistan; Tajik, Tajiks; Dushanbe
MN; Mongolia; Mongolian, Mongolians; Ulaanbaatar
VN; Vietnam; Vietnamese; Hanoi
LA; Laos; Laotian, Laotians; Vientiane
KH; Cambodia; Cambodian, Cambodians; Phnom Penh
TH; Thailand; Thai, Thais; Bangkok
MM; Myanmar, Burma; Burmese; Naypyidaw
MY; Malaysia; Malaysian, Malaysians; Kuala Lumpur
SG; Singapore; Singaporean, Singaporeans;
ID; Indonesia; Indonesian, Indonesians; Jakarta
PH; Philippines; Philippine, Filipino, Filipinos; Manila
BN; Brunei; Bruneian; Bandar Seri Begawan
TL; East Timor, Timor-Leste; Timorese; Dili
AU; Australia; Australian, Australians; Canberra
NZ; New Zealand; New Zealander, New Zealanders; Wellington
PG; Papua New Guinea; Papuan; Port Moresby
FJ; Fiji; Fijian, Fijians; Suva
SB; Solomon Islands; ; Honiara
VU; Vanuatu; ; Port Vila
WS; Samoa; Samoan; Apia
TO; Tonga; Tongan; Nuku'alofa
KI; Kiribati; ; Tarawa
TV; Tuvalu; ; Funafuti
NR; Nauru; Nauruan; Yaren
PW; Palau; Palauan; Ngerulmud
FM; Micronesia; Micronesian; Palikir
MH; Marshall Islands; Marshallese; Majuro
CA; Canada; Canadian, Canadians; Ottawa
MX; Mexico; Mexican, Mexicans; Mexico City
GT; Guatemala; Guatemalan, Guatemalans; Guatemala City
HN; Honduras; Honduran, Hondurans; Tegucigalpa
SV; El Salvador; Salvadoran, Salvadorans; San Salvador
NI; Nicaragua; Nicaraguan, Nicaraguans; Managua
CR; Costa Rica; Costa Rican;
PA; Panama; Panamanian, Panamanians; Panama City
CU; Cuba; Cuban, Cubans; Havana
HT; Haiti; Haitian, Haitians; Port-au-Prince
DO; Dominican Republic; Dominican, Dominicans; Santo Domingo
JM; Jamaica; Jamaican, Jamaicans;
BS; Bahamas; Bahamian; Nassau
BB; Barbados; Barbadian; Bridgetown
TT; Trinidad and Tobago; Trinidadian; Port of Spain
BZ; Belize; Belizean; Belmopan
GD; Grenada; Grenadian;
LC; Saint Lucia, St. Lucia; ; Castries
DM; Dominica; ; Roseau
AG; Antigua and Barbuda; Antiguan;
KN; Saint Kitts and Nevis; ; Basseterre
VC; Saint Vincent and the Grenadines; ; Kingstown
BR; Brazil; Brazilian, Brazilians; Brasília, Brasilia
AR; Argentina; Argentine, Argentinian, Argentines; Buenos Aires
CL; Chile; Chilean, Chileans; Santiago
PE; Peru; Peruvian, Peruvians; Lima
BO; Bolivia; Bolivian, Bolivians; La Paz
CO; Colombia; Colombian, Colombians; Bogotá, Bogota
VE; Venezuela; Venezuelan, Venezuelans; Caracas
EC; Ecuador; Ecuadorian, Ecuadorean; Quito
PY; Paraguay; Paraguayan; Asunción
UY; Uruguay; Uruguayan; Montevideo
GY; Guyana; Guyanese;
SR; Suriname; Surinamese; Paramaribo
EG; Egypt; Egyptian, Egyptians; Cairo
LY; Libya; Libyan, Libyans; Tripoli
TN; Tunisia; Tunisian, Tunisians; Tunis
DZ; Algeria; Algerian, Algerians; Algiers
MA; Morocco; Moroccan, Moroccans; Rabat
EH; Western Sahara; Sahrawi;
MR; Mauritania; Mauritanian; Nouakchott
SD; Sudan; Sudanese; Khartoum
SS; South Sudan; South Sudanese; Juba
ET; Ethiopia; Ethiopian, Ethiopians; Addis Ababa
ER; Eritrea; Eritrean, Eritreans; Asmara
DJ; Djibouti; Djiboutian;
SO; Somalia; Somali, Somalis; Mogadishu
KE; Kenya; Kenyan, Kenyans; Nairobi
UG; Uganda; Ugandan, Ugandans; Kampala
TZ; Tanzania; Tanzanian, Tanzanians; Dodoma
RW; Rwanda; Rwandan, Rwandans; Kigali
BI; Burundi; Burundian; Gitega
CD; Democratic Republic of Congo, Democratic Republic of the Congo, DR Congo, DRC, Congo; Congolese; Kinshasa
CG; Republic of Congo, Republic of the Congo; ; Brazzaville
GA; Gabon; Gabonese; Libreville
GQ; Equatorial Guinea; ; Malabo
CM; Cameroon; Cameroonian; Yaoundé
CF; Central African Republic; ; Bangui
TD; Chad; Chadian; N'Djamena
NE; Niger; Nigerien; Niamey
NG; Nigeria; Nigerian, Nigerians; Abuja
BJ; Benin; Beninese; Porto-Novo
TG; Togo; Togolese; Lomé
GH; Ghana; Ghanaian, Ghanaians; Accra
CI; Ivory Coast, Côte d'Ivoire; Ivorian; Yamoussoukro
BF; Burkina Faso; Burkinabe; Ouagadougou
ML; Mali; Malian, Malians; Bamako
SN; Senegal; Senegalese; Dakar
GM; Gambia; Gambian; Banjul
GW; Guinea-Bissau; ; Bissau
GN; Guinea; Guinean; Conakry
SL; Sierra Leone; Sierra Leonean; Freetown
LR; Liberia; Liberian, Liberians; Monrovia
CV; Cape Verde, Cabo Verde; Cape Verdean; Praia
ST; São Tomé and Príncipe; ;
AO; Angola; Angolan, Angolans; Luanda
ZM; Zambia; Zambian, Zambians; Lusaka
MW; Malawi; Malawian; Lilongwe
MZ; Mozambique; Mozambican; Maputo
ZW; Zimbabwe; Zimbabwean, Zimbabweans; Harare
BW; Botswana; ; Gaborone
NA; Namibia; Namibian; Windhoek
ZA; South Africa; South African, South Africans; Pretoria
LS; Lesotho; ; Maseru
SZ; Eswatini, Swaziland; Swazi; Mbabane
MG; Madagascar; Malagasy; Antananarivo
MU; Mauritius; Mauritian; Port Louis
SC; Seychelles; Seychellois;
KM; Comoros; Comorian; Moroni
EU; European Union, EU, E.U.; ; Brussels`
