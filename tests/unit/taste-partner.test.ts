import { describe, expect, it } from 'vitest';
import { en } from '#lib/taste/en.ts';
import { nl } from '#lib/taste/nl.ts';
import { alone, noor, saidBy } from '#tests/support/solo.ts';

describe('the partner in a taste', () => {
  it('tells first', async () => {
    const talk = await alone();
    await talk.wait();
    expect(saidBy(talk, noor)).toEqual([nl.tells]);
  });

  it.each([
    ['nl', 'Als ik het goed hoor, miste je mij.'],
    ['nl', 'Je hebt me GEMIST!'],
    ['nl', 'You missed me.'],
    ['en', 'You missed me, and you ate alone.'],
  ] as const)('in %s finds %j right at once', async (language, mirror) => {
    const talk = await alone(language);
    await talk.wait();
    await talk.say('mirror', mirror);
    await talk.wait();
    expect(talk.facts.at(-1)).toBe('b confirmed');
    await talk.wait();
    expect(saidBy(talk, noor).at(-1)).toBe((language === 'nl' ? nl : en).heard.atOnce);
  });

  it.each(['Je at alleen.', 'Misschien was je boos, en dat was een misverstand.', '…'])(
    'asks for the piece that is missing in %j, once',
    async (mirror) => {
      const talk = await alone();
      await talk.wait();
      await talk.say('mirror', mirror);
      await talk.wait();
      expect(talk.facts.at(-1)).toBe('b corrected');
      expect(saidBy(talk, noor).at(-1)).toBe(nl.corrects);
      await talk.say('mirror', mirror);
      await talk.wait();
      expect(talk.facts.at(-1)).toBe('b confirmed');
      await talk.wait();
      expect(saidBy(talk, noor).at(-1)).toBe(nl.heard.afterwards);
    },
  );

  it('gives back what it is told in the same words, and what is added', async () => {
    const talk = await alone();
    await talk.toYourStory();
    await talk.say('send', 'Ik was moe $& {words}');
    await talk.wait();
    expect(saidBy(talk, noor).at(-1)).toBe(
      'Je zegt: ‘Ik was moe $& {words}.’ Heb ik je goed begrepen?',
    );
    await talk.say('correct', 'En blij!');
    await talk.wait();
    expect(saidBy(talk, noor).at(-1)).toBe(
      'Je zegt: ‘Ik was moe $& {words}.’ En je voegt eraan toe: ‘En blij!’ Heb ik je goed begrepen?',
    );
  });

  it('does not bring back words that were taken back meanwhile', async () => {
    const talk = await alone();
    await talk.toYourStory();
    await talk.say('send', 'Ik was moe');
    const { seq } = talk.session;
    await talk.room.submit({ type: 'erase', seqs: [seq] }, null);
    await talk.wait();
    expect(saidBy(talk, noor).at(-1)).toBe(`${nl.givesBack.takenBack} ${nl.givesBack.asks}`);
  });

  it('follows the language of the page, and leaves what others said', async () => {
    const talk = await alone();
    await talk.wait();
    await talk.say('mirror', 'Je at alleen.');
    talk.room.speak('en');
    expect(talk.room.snapshot.names.b).toBe(en.name);
    await talk.wait();
    const texts = talk.session.lines.flatMap(({ content }) =>
      content.kind === 'text' ? [content.text] : [],
    );
    expect(texts).toEqual([en.tells, 'Je at alleen.', en.corrects]);
  });
});

describe('the story', () => {
  it.each([
    ['nl', nl],
    ['en', en],
  ])(
    'contains in %s the piece that it is known by, when it is told and when it is told again',
    (_language, story) => {
      for (const text of [story.tells, story.corrects]) {
        const words = text.toLowerCase().split(/[^\p{L}]+/u);
        expect(story.touchedBy.some((word) => words.includes(word))).toBe(true);
      }
    },
  );
});
