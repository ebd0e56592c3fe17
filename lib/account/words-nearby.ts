/** What people in Flanders and the Netherlands begin a password with, and what belongs to this app. */
export const wordsNearby = `
weerklank wachtwoord wagwoord paswoord toegang welkom geheim beveiliging inloggen aanmelden computer
hallo goedendag dagdag iloveyou ikhouvanjou ikhouvanu liefde liefje schatje schat lieverd hartje kusje
knuffel zonnetje sterretje vlinder bloem bloemen regenboog zonnebloem poes poesje hond hondje kat paard
paardje konijn kikker olifant dolfijn eenhoorn aardbei appel banaan koekje chocolade frietjes bier pintje
mama papa moeder vader zus broer oma opa familie vriend vriendin vrienden baby kindje kinderen thuis huis
voetbal fiets fietsen wielrennen anderlecht clubbrugge standard gantoise ajax feyenoord psv
belgie belgium vlaanderen nederland holland brussel antwerpen gent brugge leuven mechelen hasselt kortrijk
oostende aalst amsterdam rotterdam utrecht limburg brabant friesland
lente zomer herfst winter januari februari maart april juni juli augustus september oktober november
december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag spring summer autumn january february
march august october monday tuesday wednesday thursday friday saturday sunday
emma louise olivia marie anna julie laura lotte sofie sarah femke sanne thomas lucas arthur noah liam jules
louis adam victor jan piet peter bart tom wim koen kevin dennis patrick mohamed
azerty qwerty qwertz admin administrator gebruiker gast test testtest nieuw verander standaard
godverdomme klootzak kutje neuken verdomme lekker sesam openu sesamopenu vakantie gelukkig vrijheid
muziek gitaar school werk bureau sinterklaas kerstmis pasen
relatie samen huwelijk trouwen getrouwd partner therapie dialoog gesprek luisteren
relationship together marriage married couple therapy dialogue listening secret welcome password letmein
`;
