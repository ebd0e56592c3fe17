import type { Story } from './story.ts';

export const nl: Story = {
  name: 'Noor',
  tells:
    'Gisteravond maakte ik soep, en ik at alleen omdat jij nog zat te bellen. Kwaad was ik niet. Ik miste je gewoon.',
  corrects:
    'Nog niet helemaal, en fijn dat je het probeert. Wat ik ook wou zeggen: ik miste je aan tafel.',
  heard: {
    atOnce:
      'Ja, zo is het. Je hoorde ook dat ik je miste, en dat was het moeilijkste om te zeggen.',
    afterwards: 'Zo is het goed voor mij. Het doet deugd dat je nog eens geluisterd hebt.',
  },
  touchedBy: ['mist', 'miste', 'missen', 'gemist', 'gemis'],
  givesBack: {
    says: 'Je zegt: ‘{words}’',
    adds: 'En je voegt eraan toe: ‘{words}’',
    takenBack: 'Je nam je woorden terug, en dat mag.',
    asks: 'Heb ik je goed begrepen?',
  },
};
