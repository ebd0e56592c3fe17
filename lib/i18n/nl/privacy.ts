export const privacy = {
  title: 'Privacy',
  heading: 'Hoe we met jullie gegevens omgaan',
  intro:
    'Kort: jullie woorden worden op je toestel verzegeld, en alleen jullie twee hebben de sleutel. De server bewaart wat nodig is om een gesprek te laten lopen, en niets voor iets anders.',
  who: {
    heading: 'Wie verantwoordelijk is',
    text: 'Weerklank draait bij wie het zelf installeert. Wie deze server beheert, is de verwerkingsverantwoordelijke: die beslist waarom en hoe jullie gegevens bewaard worden, en antwoordt op je vragen.',
    contact: 'Voor deze server bereik je die via: <contact></contact>',
    unknown:
      'Wie dat hier is, heeft de beheerder niet ingevuld. Vraag het aan wie je dit adres gaf. Deel tot dan niets wat je niet wilt delen.',
  },
  kept: {
    heading: 'Wat er bewaard wordt, waarom en hoelang',
    law: 'Wat koppels elkaar vertellen, gaat vaak over gezondheid of seksualiteit. Daarom vragen we je uitdrukkelijke toestemming (artikel 9.2.a van de AVG), telkens als je een kamer begint of er een binnengaat. Je trekt ze in door te wissen of weg te gaan.',
    words: 'Jullie woorden',
    wordsText:
      'Verzegeld, zodat jullie ze kunnen teruglezen. Alleen als jullie allebei ja zeggen, en hooguit zolang als jullie kiezen: één tot 24 maanden, standaard twaalf. Zegt een van jullie nee, dan zijn ze meteen weg. Zegt een van jullie niets, dan na 72 uur.',
    course: 'Hoe een gesprek liep',
    courseText:
      'Welke oefening, wie van de twee (een willekeurige reeks tekens) wanneer welke stap zette, en ongeveer hoelang de woorden zijn. Nodig om de beurt te bewaken. Blijft zolang als jullie kozen, ook als de woorden al weg zijn.',
    names: 'Jullie namen',
    namesText: 'Verzegeld, zolang je een plaats in de kamer hebt.',
    stay: 'Waar je binnen bent',
    stayText:
      'Het soort browser, en wanneer je laatst hier was. Nodig om jou je plaats te geven, en om een toestel van op afstand af te melden. Zonder account eindigt het na 90 dagen zonder bezoek, en hoe dan ook na 400 dagen. Een maand later is het weg.',
    readings: 'Wie keek wanneer',
    readingsText: 'Zodat jullie het van elkaar weten. Hooguit 24 maanden.',
    watching: 'Als een therapeut meekijkt',
    watchingText:
      'Wie er kwam kijken (naam en rol, zoals die persoon ze zelf opgeeft), wanneer, en wat die mocht zien. Alleen als jullie het allebei goedvonden, elke keer opnieuw. Wat die therapeut daarna opdraagt of met jullie afspreekt, blijft tot een van jullie er een punt achter zet. Notities van een therapeut zijn verzegeld: die lezen jullie niet, en de server ook niet.',
    account: 'Een account, als je er een maakt',
    accountText:
      'Je e-mailadres, wat je instelde om je aan te melden, en verzegelde sleutels. Je wachtwoord zelf niet: de server bewaart een afdruk van iets wat je toestel ervan maakt. Verstuurt deze server mails, dan ziet ook de maildienst je adres. Tot je het account verwijdert.',
    journal: 'Wat er gewist is',
    journalText:
      'Een lijst van wat gewist werd, zonder woorden, alleen willekeurige namen. Nodig om het ook uit een teruggezette reservekopie te wissen. Hooguit 24 maanden.',
  },
  sees: {
    heading: 'Wie het ziet',
    us: 'Jullie twee. Wie de server beheert, ziet dát jullie praten, wanneer en met welke oefening, maar niet wát jullie zeggen.',
    third:
      'Niemand anders: geen reclame, geen trackers, geen meetdiensten, geen kunstmatige intelligentie, geen lettertypes of beelden van elders. Niets wordt verkocht of gebruikt om iets mee te trainen.',
    watch: 'Meekijken kan alleen wie jullie allebei binnenlieten. Dat zie je in de kamer staan.',
  },
  cookies: {
    heading: 'Cookies en je toestel',
    intro: 'Alleen wat nodig is om de app te laten werken. Daarom vragen we er geen apart ja voor.',
    auth: 'onthoudt welke plaats in welke kamer van dit toestel is, en of je aangemeld bent. Tot 90 dagen na je laatste bezoek.',
    language: 'onthoudt je taal. Een jaar.',
    device:
      'herkent een toestel waarmee je je al aanmeldde. Zo kun jij erin, ook als iemand anders je wachtwoord probeert te raden. Alleen met een account, hooguit 400 dagen.',
    csrf: 'zorgt dat een andere site niet in jouw naam kan binnenkomen. Tot je de browser sluit.',
    callback:
      'onthoudt tijdens het binnenkomen naar welke pagina je gaat. Tot je de browser sluit.',
    provider:
      'horen bij elkaar als je je bij een andere dienst aanmeldt en terugkomt. Een kwartier, en alleen als dat hier kan.',
    storage:
      'In de opslag van je browser staan ook de sleutel van je kamer, wat je typte en nog niet verstuurd is, en de dag waarop je de vragen over veiligheid beantwoordde (niet je antwoorden).',
  },
  rights: {
    heading: 'Wat jij kunt doen, en waar',
    intro: 'Open je kamer en kies onderaan ‘Bewaren, meenemen, wissen of weggaan’. Daar vind je:',
    see: '<strong>Inkijken</strong>: ‘Wat de server over jullie weet’, rechtstreeks uit de bestanden.',
    take: '<strong>Meenemen</strong>: je eigen woorden als bestand. Die van jullie allebei als jullie allebei ja zeggen.',
    erase: '<strong>Wissen</strong>: één stuk, een heel gesprek, al je woorden, of alles van jou.',
    keep: '<strong>Beperken</strong>: hoelang een gesprek hooguit blijft.',
    leave: '<strong>Stoppen</strong>: elk gesprek op elk moment, en de kamer verlaten.',
    limit:
      'Wat je partner zei, is ook van je partner: dat krijg je niet zonder diens ja. Wat een ander al las, meenam of onthield, kan niemand terughalen.',
    complain:
      'Ben je niet tevreden? Vraag het eerst aan de beheerder. Je kunt ook een klacht indienen bij de <be>Gegevensbeschermingsautoriteit</be> (België) of de <nl>Autoriteit Persoonsgegevens</nl> (Nederland).',
  },
  limit: {
    heading: 'Wat we niet kunnen beloven',
    server:
      'Je browser krijgt de app van deze server. Wie de server beheert, of hem kraakt, zou een vervalste app kunnen uitdelen die meeleest voor er verzegeld wordt. Daartegen helpt alleen dat de broncode openbaar is en dat de app die je kreeg ermee te vergelijken valt. Vertrouw je wie de server beheert niet, gebruik Weerklank dan niet.',
    device: 'Wie je toestel ontgrendeld in handen heeft, leest wat jij kunt lezen.',
    lost: 'Zijn alle sleutels weg, dan gaan de woorden nooit meer open. Ook wij kunnen dat niet.',
  },
  changed: 'Dit is versie {version} van deze tekst.',
  toStart: 'Naar het begin',
} as const;
