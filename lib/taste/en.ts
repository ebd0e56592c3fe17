import type { Story } from './story.ts';

export const en: Story = {
  name: 'Nora',
  tells:
    'Last night I made soup, and I ate alone because you were still on the phone. I was not angry. I just missed you.',
  corrects:
    'Not quite yet, and it is good that you try. What I also wanted to say: I missed you at the table.',
  heard: {
    atOnce:
      'Yes, that is it. You also heard that I missed you, and that was the hardest part to say.',
    afterwards: 'That is right for me now. It does me good that you listened once more.',
  },
  touchedBy: ['miss', 'misses', 'missed', 'missing'],
  givesBack: {
    says: 'You say: ‘{words}’',
    adds: 'And you add: ‘{words}’',
    takenBack: 'You took your words back, and that is fine.',
    asks: 'Have I got that right?',
  },
};
