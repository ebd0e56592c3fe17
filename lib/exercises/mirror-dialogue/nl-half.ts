import type { StepTexts } from '../texts.ts';

/** De stappen van elke helft: vertellen, spiegelen, erkennen, inleven. */
export const half: Readonly<Record<string, StepTexts>> = {
  tell: {
    acting: 'Vertel wat er in je omgaat. Een paar zinnen, over jezelf, één ding tegelijk.',
    waiting:
      '{partner} vertelt. Jij hoeft niets op te lossen: straks geef je alleen terug wat je hoorde.',
    spoken: 'Vertel wat er in je omgaat, in een paar zinnen. Stop dan, zodat {partner} kan volgen.',
    ways: {
      send: {
        label: 'Vertel het aan {partner}',
        aloud: 'Ik heb het verteld',
        stems: [
          'Toen …, voelde ik me …',
          'Wat me raakt, is …',
          'Ik ben bang dat …',
          'Ik verlang naar …',
        ],
        placeholder: 'Begin met ‘ik’, en hou het kort',
        saidAs: 'vertelde',
      },
    },
  },
  'give-back': {
    acting: 'Geef terug wat je hoorde, in je eigen woorden. Jouw kant komt later aan bod.',
    waiting: '{partner} zoekt woorden voor wat jij vertelde. Straks zeg jij of het klopt.',
    spoken: 'Zeg terug wat je hoorde, in je eigen woorden, en vraag: ‘Heb ik je goed begrepen?’',
    ways: {
      mirror: {
        label: 'Geef het terug',
        aloud: 'Ik heb het teruggegeven',
        stems: ['Als ik het goed hoor, …', 'Jij vertelt dat …', 'Heb ik je goed begrepen?'],
        placeholder: 'Wat je hoorde, nog zonder antwoord',
        saidAs: 'gaf terug wat werd gehoord',
      },
    },
  },
  landed: {
    acting: 'Heeft {partner} gehoord wat je bedoelde? De woorden mogen anders zijn.',
    waiting: '{partner} voelt na of het klopt wat je teruggaf.',
    spoken:
      'Zeg tegen {partner} of het klopt. Ontbreekt er iets, zeg dan alleen dat stukje opnieuw.',
    ways: {
      confirm: { label: 'Ja, zo bedoelde ik het', stems: [], saidAs: 'vond dat het klopte' },
      correct: {
        label: 'Nog niet helemaal',
        stems: ['Nog niet helemaal, …', 'Wat ik vooral bedoel, is …', 'Wat ik nog mis, is …'],
        placeholder: 'Alleen wat nog ontbreekt',
        saidAs: 'zei wat nog niet klopte',
      },
    },
  },
  invite: {
    acting: 'Vraag {partner} of er nog iets is. Met die vraag zeg je: ik heb tijd voor je.',
    waiting: '{partner} heeft je begrepen, en vraagt zo of er nog iets is.',
    spoken: 'Vraag: ‘Is er nog iets dat je me hierover wilt vertellen?’',
    ways: {
      'ask-more': {
        label: 'Vraag of er nog iets is',
        aloud: 'Ik heb het gevraagd',
        stems: [],
        saidAs: 'vroeg of er nog iets was',
      },
    },
  },
  'more-or-enough': {
    acting: '{partner} wil graag weten of er nog iets is. Voel even na. Genoeg is ook goed.',
    waiting: '{partner} voelt na of er nog iets bij hoort.',
    spoken: 'Hoort er nog iets bij? Vertel het dan. Is dit het voor nu? Zeg dat dan.',
    ways: {
      add: {
        label: 'Er is nog iets',
        stems: ['Wat er ook nog bij hoort, is …', 'En daaronder zit …'],
        placeholder: 'Eén ding tegelijk',
        saidAs: 'vertelde nog iets',
      },
      finish: { label: 'Dit is het voor nu', stems: [], saidAs: 'had het voor nu gezegd' },
    },
  },
  'sum-up': {
    acting: 'Vat het hele verhaal van {partner} samen, in het kort en nog zonder antwoord.',
    waiting: '{partner} brengt je hele verhaal samen. Straks zeg jij of alles erin zit.',
    spoken: 'Vat het hele verhaal van {partner} samen, en vraag: ‘Heb ik alles gehoord?’',
    ways: {
      summarize: {
        label: 'Geef het geheel terug',
        aloud: 'Ik heb het samengevat',
        stems: [
          'Alles samen hoor ik dat …',
          'Wat je het meest raakt, is …',
          'Heb ik alles gehoord?',
        ],
        placeholder: 'Het hele verhaal, in een paar zinnen',
        saidAs: 'vatte het hele verhaal samen',
      },
    },
  },
  complete: {
    acting: 'Zit alles erin wat voor jou telt?',
    waiting: '{partner} voelt na of alles erin zit.',
    spoken: 'Zeg tegen {partner} of alles erin zit, of wat je nog gehoord wilt hebben.',
    ways: {
      confirm: { label: 'Ja, je hebt alles gehoord', stems: [], saidAs: 'vond alles gehoord' },
      correct: {
        label: 'Er ontbreekt nog iets',
        stems: ['Nog niet helemaal, …', 'Ik wil graag dat je ook hoort dat …'],
        placeholder: 'Alleen wat nog ontbreekt',
        saidAs: 'zei wat er nog ontbrak',
      },
    },
  },
  'make-sense': {
    acting:
      'Kijk even door de ogen van {partner}. Wat klopt er, van daar gezien? Je hoeft het er niet mee eens te zijn.',
    waiting: '{partner} kijkt even door jouw ogen, en zoekt wat er begrijpelijk aan is.',
    spoken:
      'Zeg tegen {partner} wat je begrijpt, van daar gezien. Je hoeft het er niet mee eens te zijn.',
    ways: {
      validate: {
        label: 'Dit begrijp ik',
        aloud: 'Ik heb het gezegd',
        stems: ['Wat je zegt klopt voor jou, want …', 'Ik begrijp dat je …, omdat …'],
        placeholder: 'Waarom dit voor {partner} klopt',
        saidAs: 'erkende wat werd verteld',
      },
      'validate-partly': {
        label: 'Een deel begrijp ik',
        stems: ['Een deel begrijp ik: … Vertel me meer over …'],
        placeholder: 'Wat je begrijpt, en waar je meer over wilt horen',
        saidAs: 'begreep een deel en vroeg meer te vertellen',
      },
    },
  },
  'sense-landed': {
    acting: 'Voel je je hierin begrepen? {partner} hoeft het niet zelf zo te zien.',
    waiting: '{partner} voelt na of dit als begrip aankomt.',
    spoken: 'Zeg tegen {partner} of je je begrepen voelt, of wat daar nog voor nodig is.',
    ways: {
      confirm: { label: 'Ja, ik voel me begrepen', stems: [], saidAs: 'voelde zich begrepen' },
      correct: {
        label: 'Nog niet helemaal',
        stems: ['Nog niet helemaal, …', 'Voor mij is het logisch, omdat …'],
        placeholder: 'Wat {partner} nog mag begrijpen',
        saidAs: 'zei wat nog begrip vroeg',
      },
    },
  },
  imagine: {
    acting: 'Hoe zou dit voor {partner} voelen? Noem een gevoel of twee, en vraag of het klopt.',
    waiting: '{partner} stelt zich voor hoe dit voor jou voelt.',
    spoken: 'Zeg hoe je denkt dat dit voor {partner} voelt, en vraag of het klopt.',
    ways: {
      empathize: {
        label: 'Vraag of het zo voelt',
        aloud: 'Ik heb het gezegd',
        stems: ['Ik stel me voor dat je je … voelt. Klopt dat?', 'Misschien voel je je ook wat …'],
        placeholder: 'Een gevoel: bang, alleen, moe, opgelucht …',
        saidAs: 'leefde zich in',
      },
    },
  },
  'feeling-landed': {
    acting: 'Is dit hoe het voelt? Jij weet het: {partner} kan er alleen naar raden.',
    waiting: '{partner} voelt na of je het gevoel gevonden hebt.',
    spoken: 'Zeg tegen {partner} of dit is hoe het voelt, of wat er anders is.',
    ways: {
      confirm: { label: 'Ja, zo voelt het', stems: [], saidAs: 'herkende het gevoel' },
      correct: {
        label: 'Het voelt nog anders',
        stems: ['Nog niet helemaal, ik voel me eerder …', 'Dat klopt, en ik voel me ook …'],
        placeholder: 'Het gevoel dat er nog bij hoort',
        saidAs: 'noemde een ander gevoel',
      },
    },
  },
  'give-back-feeling': {
    acting: 'Geef terug wat {partner} over dit gevoel vertelde.',
    waiting: '{partner} zoekt woorden voor het gevoel dat je noemde.',
    spoken: 'Zeg terug welk gevoel je hoorde, en vraag: ‘Heb ik je goed begrepen?’',
    ways: {
      mirror: {
        label: 'Geef het terug',
        aloud: 'Ik heb het teruggegeven',
        stems: ['Als ik het goed hoor, voel je je …', 'Heb ik je goed begrepen?'],
        placeholder: 'Het gevoel dat je hoorde',
        saidAs: 'gaf terug welk gevoel werd gehoord',
      },
    },
  },
};
