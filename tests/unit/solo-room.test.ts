import { describe, expect, it } from 'vitest';
import { writesFor } from '#lib/client/solo-room.ts';
import { faultsOf, verify } from '#lib/dialogue/verify.ts';
import { languages } from '#lib/i18n/language.ts';
import { tasteExercise } from '#lib/taste/exercise.ts';
import { library } from '#tests/support/exercises.ts';
import { Alone, alone, saidBy, visitor } from '#tests/support/solo.ts';

const { definition, texts } = tasteExercise();
const straight = [
  'b opened',
  'b sent',
  'a mirrored',
  'b confirmed',
  'b thanked',
  'a received',
  'a sent',
  'b mirrored',
  'a confirmed',
];

describe('the exercise for one', () => {
  it('can be played to its end from everywhere', () => {
    expect(faultsOf(verify(definition))).toEqual([]);
  });

  it('is not in the library, so no room can open it', () => {
    const { id, version } = definition;
    expect(library.find({ id, version })).toBeUndefined();
    expect(library.all.map((exercise) => exercise.definition.id)).not.toContain(id);
  });

  it.each(languages)('tells every step in %s', (language) => {
    const { steps } = texts[language];
    expect(Object.keys(steps)).toEqual(['tell', 'give-back', 'landed', 'heard', 'take-in']);
  });
});

describe('a room for one', () => {
  it('opens with the partner as the first to tell, once', async () => {
    const talk = new Alone('nl');
    expect(talk.room.snapshot.session).toBeNull();
    expect(talk.room.snapshot.view.proposal?.by).toBe('b');
    expect(await talk.room.openProposed()).toBeNull();
    expect(talk.session.state.opener).toBe('b');
    expect(talk.room.snapshot.view.proposal).toBeNull();
    expect(await talk.room.openProposed()).toBe('not-proposed');
    expect(talk.facts).toEqual(['b opened']);
  });

  it('plays a whole taste, right at once', async () => {
    const talk = await alone();
    await talk.toYourStory();
    await talk.say('send', 'Ik was blij.');
    await talk.wait();
    await talk.do('confirm');
    expect(talk.facts).toEqual(straight);
    expect(talk.session.state).toMatchObject({ status: 'ended', how: 'completed' });
  });

  it('plays a whole taste with a correction on either side', async () => {
    const talk = await alone();
    await talk.wait();
    await talk.say('mirror', 'Je at soep.');
    await talk.wait();
    await talk.say('mirror', 'Je miste me.');
    await talk.wait();
    await talk.wait();
    await talk.do('receive');
    await talk.say('send', 'Ik was blij.');
    await talk.wait();
    await talk.say('correct', 'En moe.');
    await talk.wait();
    await talk.do('confirm');
    expect(talk.facts).toEqual([
      ...straight.slice(0, 3),
      'b corrected',
      ...straight.slice(2, 8),
      'a corrected',
      ...straight.slice(7),
    ]);
    expect(talk.session.state.status).toBe('ended');
  });

  it('shows the partner writing for a moment before each answer', async () => {
    const talk = await alone();
    const writing = () => talk.room.snapshot.view.seats.b.writing;
    expect(writing()).toBe(true);
    await talk.wait();
    expect(writing()).toBe(false);
    await talk.say('mirror', 'Je miste me.');
    expect(writing()).toBe(true);
    expect(writesFor).toBeLessThanOrEqual(2_000);
  });

  it('refuses what a server refuses, for the same reasons', async () => {
    const talk = await alone();
    const reason = () => talk.session.refused?.reason;
    await talk.say('mirror', 'Te vroeg.');
    expect(reason()).toBe('not-your-floor');
    await talk.wait();
    await talk.say('send', 'Niet aan mij.');
    expect(reason()).toBe('not-your-role');
    await talk.say('empathize', 'Niet hier.');
    expect(reason()).toBe('not-now');
    await talk.do('mirror');
    expect(reason()).toBe('words-required');
    await talk.room.submit({ type: 'erase', seqs: [2] }, null);
    expect(reason()).toBe('not-your-words');
    expect(talk.facts).toEqual(['b opened', 'b sent']);
    await talk.say('mirror', 'Je miste me.');
    expect(reason()).toBeUndefined();
  });

  it('refuses everything after the end', async () => {
    const talk = await alone();
    await talk.toYourStory();
    await talk.say('send', 'Ik was blij.');
    await talk.wait();
    await talk.do('confirm');
    await talk.do('confirm');
    expect(talk.session.refused?.reason).toBe('ended');
  });

  it('keeps what is typed until it is said, and not for the next try', async () => {
    const talk = await alone();
    await talk.wait();
    talk.room.saveDraft('give-back', 'Je at');
    talk.room.speak('en');
    expect(await talk.room.readDraft('give-back')).toBe('Je at');
    await talk.say('mirror', 'Je at.');
    expect(await talk.room.readDraft('give-back')).toBe('');
  });

  it('erases words and leaves a gap that shows', async () => {
    const talk = await alone();
    await talk.wait();
    await talk.say('mirror', 'Je at.');
    const { seq } = talk.session;
    await talk.room.submit({ type: 'erase', seqs: [seq] }, null);
    expect(saidBy(talk, visitor)).toEqual([]);
    expect(talk.session.lines[seq - 1]?.content.kind).toBe('gap');
  });

  it('tells nobody any more once it is closed', async () => {
    const talk = await alone();
    talk.room.close();
    await talk.wait();
    expect(talk.facts).toEqual(['b opened']);
  });

  it('lets nobody in and puts nothing else forward', async () => {
    const { room } = await alone();
    const { id, version } = definition;
    expect(await room.propose()).toBe('not-now');
    expect(await room.retract()).toBe('not-now');
    expect(await room.makeInvitation()).toBeNull();
    expect(await room.fetchExercise({ id, version })).toBe(tasteExercise());
    expect(await room.fetchExercise({ id, version: version + 1 })).toBeNull();
  });
});
