import type { StepTexts } from '../texts.ts';

const tension = { low: 'helemaal rustig', high: 'helemaal overspoeld' };

/** De stappen die één keer komen: het begin, het wisselen en het slot. */
export const frame: Readonly<Record<string, StepTexts>> = {
  topic: {
    acting:
      'Waar wil je het over hebben? Zeg het in één zin. {partner} kiest of dit een goed moment is.',
    waiting: '{partner} zoekt één zin voor waar het over mag gaan.',
    spoken: 'Zeg in één zin waar je het over wilt hebben, en vraag of het nu past.',
    ways: {
      propose: {
        label: 'Vraag het aan {partner}',
        aloud: 'Ik heb het gevraagd',
        stems: ['Ik wil het graag hebben over …', 'Wat me bezighoudt, is …'],
        placeholder: 'Eén onderwerp, één zin',
        saidAs: 'vroeg een gesprek',
      },
    },
  },
  answer: {
    acting: 'Heb je hier nu tijd en rust voor? Een ander moment vragen is even goed als ja.',
    waiting: '{partner} kijkt of dit een goed moment is.',
    spoken: 'Zeg of het nu past. Past het niet, spreek dan een ander moment af.',
    ways: {
      accept: { label: 'Ja, nu is goed', stems: [], saidAs: 'vond het een goed moment' },
      postpone: { label: 'Liever een ander moment', stems: [], saidAs: 'vroeg een ander moment' },
    },
  },
  arrive: {
    acting:
      'Hoe gespannen voel je je nu? {partner} ziet je antwoord pas als jullie allebei geantwoord hebben.',
    waiting: 'Je antwoord is binnen. {partner} is er nog mee bezig.',
    spoken:
      'Dit doe je in stilte, elk op je eigen scherm. Hoe gespannen voel je je nu? Jullie zien elkaars antwoord pas als allebei binnen zijn.',
    ways: {
      rate: {
        label: 'Zo voel ik me nu',
        stems: [],
        scale: tension,
        saidAs: 'gaf aan hoe gespannen het voelde',
      },
    },
  },
  'speaker-intends': {
    acting: 'Wat hoop je van dit gesprek? En wat waardeer je in {partner}?',
    waiting: '{partner} zoekt woorden voor wat dit gesprek mag brengen, en voor iets goeds in jou.',
    spoken: 'Zeg tegen {partner} wat je hoopt van dit gesprek, en één ding dat je waardeert.',
    ways: {
      appreciate: {
        label: 'Zeg het tegen {partner}',
        aloud: 'Ik heb het gezegd',
        stems: ['Ik hoop dat we na dit gesprek …', 'Wat ik in je waardeer, is …'],
        placeholder: 'Wat je hoopt, en wat je waardeert',
        saidAs: 'sprak een wens en een waardering uit',
      },
    },
  },
  'listener-intends': {
    acting: 'Nu jij. Hoe wil je luisteren? En wat waardeer je in {partner}?',
    waiting: '{partner} zoekt woorden voor hoe het luisteren mag gaan, en voor iets goeds in jou.',
    spoken: 'Nu jij. Zeg hoe je wilt luisteren, en één ding dat je in {partner} waardeert.',
    ways: {
      appreciate: {
        label: 'Zeg het tegen {partner}',
        aloud: 'Ik heb het gezegd',
        stems: ['Ik wil luisteren om …', 'Wat ik in je waardeer, is …'],
        placeholder: 'Hoe je wilt luisteren, en wat je waardeert',
        saidAs: 'sprak een bedoeling en een waardering uit',
      },
    },
  },
  halfway: {
    acting:
      'Jullie zijn halverwege. Adem even uit. Hoe gespannen voel je je nu? Straks wisselen jullie van rol.',
    waiting: 'Je antwoord is binnen. Zodra {partner} ook klaar is, wisselen jullie van rol.',
    spoken:
      'Jullie zijn halverwege. Adem even uit en kies in stilte: hoe gespannen voel je je nu? Straks wisselen jullie van rol.',
    ways: {
      rate: {
        label: 'Zo voel ik me nu',
        stems: [],
        scale: tension,
        saidAs: 'gaf aan hoe gespannen het voelde',
      },
    },
  },
  depart: {
    acting: 'Jullie hebben allebei verteld en geluisterd. Hoe gespannen voel je je nu?',
    waiting: 'Je antwoord is binnen. {partner} is er nog mee bezig.',
    spoken:
      'Jullie hebben allebei verteld en geluisterd. Kies in stilte: hoe gespannen voel je je nu?',
    ways: {
      rate: {
        label: 'Zo voel ik me nu',
        stems: [],
        scale: tension,
        saidAs: 'gaf aan hoe gespannen het voelde',
      },
    },
  },
  'speaker-thanks': {
    acting: 'Waarvoor wil je {partner} bedanken, na dit gesprek? Klein mag.',
    waiting: '{partner} zoekt woorden om je te bedanken.',
    spoken: 'Bedank {partner} voor één ding uit dit gesprek. Klein mag.',
    ways: {
      thank: {
        label: 'Bedank {partner}',
        aloud: 'Ik heb bedankt',
        stems: ['Dank je dat je …', 'Het deed me goed toen je …', 'Wat ik meeneem, is …'],
        placeholder: 'Iets uit dit gesprek',
        saidAs: 'bedankte',
      },
    },
  },
  'listener-thanks': {
    acting: 'Nu jij. Waarvoor wil je {partner} bedanken? Daarna is het gesprek rond.',
    waiting: '{partner} zoekt woorden om je te bedanken. Daarna is het gesprek rond.',
    spoken: 'Nu jij. Bedank {partner} voor één ding uit dit gesprek. Daarna is het rond.',
    ways: {
      thank: {
        label: 'Bedank {partner}',
        aloud: 'Ik heb bedankt',
        stems: ['Dank je dat je …', 'Het deed me goed toen je …', 'Wat ik meeneem, is …'],
        placeholder: 'Iets uit dit gesprek',
        saidAs: 'bedankte',
      },
    },
  },
};
