export const help = {
  title: 'Hulp en uitleg',
  heading: 'Als het te veel is',
  intro:
    'Voor wie bang is, geweld meemaakt, vastzit of niet meer weet hoe het verder moet. Weerklank kan daar niet bij helpen. Deze mensen wel.',
  lines: 'Wie je kunt bellen',
  called:
    'Wat je belt, staat daarna in de lijst met oproepen op je telefoon; daar kun je het wissen. Op een Belgische factuur staan 0800-nummers en hulpnummers nooit, zegt <source>het BIPT</source>.',
  enough: {
    heading: 'Wanneer een app niet genoeg is',
    intro:
      'Een luisteroefening is er voor twee mensen die bij elkaar veilig zijn. Zoek eerst hulp van een mens als:',
    violence: 'er geweld is of geweest is, of als een van jullie bang is voor de ander',
    affair: 'er nu een verhouding loopt waar je niet open over bent',
    addiction: 'drank, drugs, pillen of gokken jullie leven bepalen',
    suicide: 'een van jullie aan zelfmoord denkt',
    distress: 'een van jullie zo diep zit dat slapen, eten of werken niet meer lukt',
    start:
      'Weet je niet waar te beginnen? Bij je huisarts kun je altijd terecht, en die heeft beroepsgeheim. De oefeningen lopen niet weg.',
  },
  watch: {
    heading: 'Niemand kijkt mee',
    text: 'In jullie kamer leest of luistert niemand mee, tenzij je die persoon daar vermeld ziet. Wij ook niet: jullie woorden zijn verzegeld. Dat betekent ook dat niemand het merkt als het misgaat. Van hieruit komt geen hulp. Bel bij gevaar 112.',
  },
  therapist: {
    heading: 'Een relatietherapeut vinden',
    intro:
      'Iedereen mag zich relatietherapeut of coach noemen, in België en in Nederland. Vraag dus gerust welke opleiding iemand heeft, en wie erop toeziet.',
    belgium:
      'In België is ‘psycholoog’ een beschermde titel, ook in ‘klinisch psycholoog’. Of iemand die mag dragen, zoek je op bij de <site>Psychologencommissie</site>. ‘Therapeut’ en ‘psychotherapeut’ zijn geen beschermde titels.',
    flanders:
      'Vlaanderen en Brussel, in het Nederlands: het <caw>CAW</caw> begeleidt koppels gratis, met voorrang voor wie het moeilijk heeft. Op <guide>tijdvoorjerelatie.be</guide> lees je welke hulp er is en waar je op let. Relatie- en gezinstherapeuten met een lange opleiding verenigen zich in de <bvrgs>BVRGS</bvrgs>.',
    wallonia:
      'Brussel en Wallonië, in het Frans: er zijn ruim honderd <planning>centres de planning familial</planning>, ook voor wat er tussen partners misloopt.',
    netherlands:
      'In Nederland zijn ‘gz-psycholoog’, ‘klinisch psycholoog’ en ‘psychotherapeut’ beschermd; ze staan in het <big>BIG-register</big>. ‘Psycholoog’ is dat niet. Relatie- en gezinstherapeuten vind je bij de <nvrg>NVRG</nvrg>, of via je huisarts.',
    checked:
      'Nagekeken op {date}, met kopieën van deze sites en van artikels die soms enkele jaren oud waren.',
  },
  trace: {
    heading: 'Wat je browser onthoudt',
    intro: '‘Snel weg’ haalt deze pagina meteen van je scherm. Dat wist niet alles:',
    history:
      '<strong>De geschiedenis van je browser</strong> houdt bij op welke adressen je was. Open die (Ctrl+H op Windows, Cmd+Y in Safari, of in het menu op je telefoon), zoek het adres van deze site en verwijder alleen die regels. Alles ineens wissen kan net opvallen.',
    message:
      '<strong>De uitnodiging</strong> staat nog in het bericht waarin je ze kreeg of stuurde. Daar moet je ze zelf wissen.',
    device:
      '<strong>Op dit toestel</strong> bewaart Weerklank de sleutel van je kamer, en de dag waarop je de vragen over veiligheid laatst beantwoordde. Niet wat je antwoordde. Wis je in je browser de gegevens van deze site, dan is dat weg, en je plaats in de kamer ook.',
    private:
      'Deze pagina lezen kan ook in een privévenster: dat houdt geen geschiedenis bij. Denk je dat iemand je toestel nakijkt, gebruik dan een ander: dat van een vriend, of in de bibliotheek.',
  },
} as const;
