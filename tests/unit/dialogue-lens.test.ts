import { describe, expect, it } from 'vitest';
import { Act, acts } from '#lib/dialogue/act.ts';
import type { Cue } from '#lib/dialogue/cue.ts';
import { type DialogueEvent, pastOf } from '#lib/dialogue/event.ts';
import { fold } from '#lib/dialogue/evolve.ts';
import { Lens, lesserOf, type Viewer } from '#lib/dialogue/observer.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { newSession } from '#lib/dialogue/state.ts';
import { transcriptOf } from '#lib/dialogue/transcript.ts';
import { isWithin, redact, revealed } from '#lib/dialogue/view.ts';
import { upToSecondHalf, upToSend, upToSwitch, wholeTalk } from '#tests/support/mirror-talk.ts';
import type { Situation } from '#tests/support/scenario.ts';
import { given } from '#tests/support/scenario.ts';
import { again, cue, enter, watchedTalk } from '#tests/support/watched-talk.ts';

const all: Viewer = { lens: 'ratings' };

/** What whoever looks gets to see, by the name of the fact. */
function shown({ events, state }: Situation, viewer: Viewer): string[] {
  return events
    .filter((event) => redact(event, state, viewer).sealed !== null)
    .map(({ fact }) => fact.type);
}

const seenThrough = (lens: Lens) =>
  given()
    .watched({ ...enter, lens })
    .play(...upToSend);

describe('the lens of an observer', () => {
  it('[O2] is the lesser of what both chose', () => {
    for (const [index, one] of Lens.options.entries()) {
      for (const [place, other] of Lens.options.entries()) {
        expect(lesserOf(one, other)).toBe(Lens.options[Math.min(index, place)]);
      }
    }
  });

  it('[O2] lets through no words, or sentences and days, or ratings as well', () => {
    const words = ['proposed', 'appreciated', 'appreciated'];
    const ratings = ['proposed', 'rated', 'rated', 'appreciated', 'appreciated'];
    expect(shown(seenThrough('phases'), { lens: 'phases' })).toEqual([]);
    expect(shown(seenThrough('words'), { lens: 'words' })).toEqual(words);
    expect(shown(seenThrough('ratings'), { lens: 'ratings' })).toEqual(ratings);
  });

  it('[O2] decides over every act there is by what its words are', () => {
    for (const act of Act.options) {
      const fact =
        act === 'postpone'
          ? ({ type: 'postponed', until: 1 } as const)
          : ({ type: pastOf[act] } as const);
      const { words } = acts[act];
      const numbers = words === 'rating' || words === 'ratings';
      expect(isWithin('phases', { fact })).toBe(false);
      expect(isWithin('words', { fact })).toBe(words !== 'none' && !numbers);
      expect(isWithin('ratings', { fact })).toBe(words !== 'none');
    }
    expect(isWithin('ratings', { fact: { type: 'paused' } })).toBe(false);
  });

  it('[O2] lets through no more than the log says that both allowed', () => {
    expect(shown(seenThrough('phases'), all)).toEqual([]);
    expect(shown(seenThrough('words'), all)).not.toContain('rated');
    expect(shown(seenThrough('ratings'), { lens: 'phases' })).toEqual([]);
  });

  it('[O2] [R7] takes nothing but the words', () => {
    const { events, state } = seenThrough('phases');
    for (const event of events) {
      expect(redact(event, state, all)).toEqual({ ...event, sealed: null });
    }
  });

  it('[O3] shows nothing at all before she enters and once she was let go', () => {
    const talk = seenThrough('ratings');
    expect(shown(given(...upToSend), all)).toEqual([]);
    expect(shown(talk.play(['b', 'revoke']), all)).toEqual([]);
    expect(shown(talk.watched({ type: 'leave' }), all)).toEqual([]);
    expect(shown(talk.play(['b', 'revoke']), 'a')).toEqual(shown(talk, 'a'));
  });

  it('[O3] does not say to who comes in later which of the two let somebody go', () => {
    const talk = seenThrough('ratings').play(['b', 'revoke']).watched(again);
    const seen = talk.events.map((event) => redact(event, talk.state, all));
    expect(seen.some(({ fact }) => fact.type === 'revoked')).toBe(false);
    expect(seen.at(-2)).toMatchObject({ author: 'observer', fact: { type: 'observer-left' } });
    expect(fold(talk.exercise, newSession, seen)).toEqual(talk.state);
    const theirs = talk.events.map((event) => redact(event, talk.state, 'a'));
    expect(theirs.at(-2)).toMatchObject({ author: 'b', fact: { type: 'revoked' } });
  });

  it('[O3] shows her what was said before she came, as both knew', () => {
    expect(shown(given(...upToSend).watched(enter), all)).toContain('proposed');
  });

  it('[O11] shows a hidden answer when both are in, and neither before', () => {
    const one = watchedTalk(...upToSwitch, ['a', 'rate']);
    const count = (talk: Situation) => shown(talk, all).filter((type) => type === 'rated').length;
    expect(count(one)).toBe(2);
    const both = one.play(['b', 'rate']);
    expect(count(both)).toBe(4);
    expect(revealed(one.state, both.state, all)).toEqual([one.state.seq]);
    expect(revealed(both.state, both.play(['b', 'send']).state, all)).toEqual([]);
  });

  it('[O11] never shows an answer that stayed hidden, nor words that are gone', () => {
    const one = watchedTalk(...upToSwitch, ['a', 'rate']);
    const stopped = one.play(['b', 'stop']);
    const hidden = stopped.events.at(-2);
    expect(hidden?.fact.type).toBe('rated');
    expect(hidden && redact(hidden, stopped.state, all).sealed).toBeNull();
    const erased = watchedTalk(['a', 'propose'], ['a', { type: 'erase', seqs: [3] }]);
    expect(shown(erased, all)).toEqual([]);
    const gone = watchedTalk(...wholeTalk, ['a', { type: 'keep', keep: false }]);
    expect(shown(gone, all)).toEqual([]);
  });

  it('[O3] [O11] shows the last answers, which the end itself laid open', () => {
    expect(shown(watchedTalk(...wholeTalk), all).filter((type) => type === 'thanked')).toHaveLength(
      2,
    );
  });
});

describe('a cue', () => {
  const three = watchedTalk().watched(cue, { type: 'cue', to: 'a' }, { type: 'cue', to: 'b' });
  const cues = (talk: Situation, viewer: Viewer, since = 0) =>
    talk.events
      .filter(({ fact }) => fact.type === 'cued')
      .map((event) => redact(event, talk.state, viewer, since).sealed !== null);

  it('[O9] for one alone goes to that seat and to who gave it', () => {
    expect(cues(three, 'a')).toEqual([true, true, false]);
    expect(cues(three, 'b')).toEqual([true, false, true]);
    for (const lens of Lens.options) expect(cues(three, { lens })).toEqual([true, true, true]);
  });

  it('[O9] for one alone is not for whoever took the seat over, nor for a later observer', () => {
    expect(cues(three, 'a', three.now)).toEqual([true, false, false]);
    const later = three.play(['a', 'revoke']).watched(again);
    expect(cues(later, all)).toEqual([true, false, false]);
    expect(cues(later.watched({ type: 'cue', to: 'b' }), all)).toEqual([true, false, false, true]);
    expect(cues(three.play(['a', 'revoke']), all)).toEqual([false, false, false]);
    expect(cues(later, 'b')).toEqual([true, false, true]);
  });

  it('[O10] goes with the words of the session, and with nothing else', () => {
    const ended = three.play(['a', 'propose'], ['a', { type: 'erase', seqs: [6] }], ['a', 'stop']);
    expect(cues(ended, 'a')).toEqual([true, true, false]);
    const kept = ended.play(
      ['a', { type: 'keep', keep: true }],
      ['b', { type: 'keep', keep: true }],
    );
    expect(cues(kept, 'b')).toEqual([true, false, true]);
    for (const gone of [
      ended.play(['b', { type: 'keep', keep: false }]),
      kept.play(['b', 'destroy']),
    ]) {
      for (const viewer of [...seats, all])
        expect(cues(gone, viewer)).toEqual([false, false, false]);
    }
  });
});

describe('the transcript of a talk that was watched', () => {
  const breathe: Cue = { kind: 'ready', id: 'breathe' };
  const talk = watchedTalk(['a', 'propose']).watched(cue, { type: 'cue', to: 'b' });
  const read = ({ events, state, exercise }: Situation, viewer: Viewer, lens?: Lens) => {
    const seen = events.map((event): DialogueEvent => redact(event, state, viewer));
    const opened = seen.filter(({ sealed, fact }) => sealed !== null && fact.type === 'cued');
    const cues = new Map(opened.map(({ seq }) => [seq, breathe]));
    return transcriptOf(exercise, seen, new Map(), lens ? { cues, lens } : { cues });
  };

  it('[R8] [P9] has a line for whatever an observer did, which is nobody’s of the two', () => {
    const lines = read(talk.play(['a', 'revoke']), 'a');
    expect(lines.map(({ fact, by }) => [fact.type, by])).toEqual([
      ['opened', 'a'],
      ['observer-entered', null],
      ['proposed', 'a'],
      ['cued', null],
      ['cued', null],
      ['revoked', null],
    ]);
  });

  it('[R8] shows a cue to whom it was for, that there was one to the other, and a gap once it is gone', () => {
    const cued = (situation: Situation, viewer: Viewer) =>
      read(situation, viewer).flatMap(({ fact, content }) =>
        fact.type === 'cued' ? [content] : [],
      );
    const opened = { kind: 'cue', cue: breathe };
    expect(cued(talk, 'b')).toEqual([opened, opened]);
    expect(cued(talk, 'a')).toEqual([opened, { kind: 'unseen' }]);
    const gone = talk.play(['a', 'stop'], ['a', { type: 'keep', keep: false }]);
    expect(cued(gone, 'b')).toEqual([{ kind: 'gap' }, { kind: 'gap' }]);
    const { events, exercise } = talk;
    expect(transcriptOf(exercise, events, new Map())[3]?.content).toEqual({ kind: 'gap' });
  });

  it('[R8] [O2] says what is beyond a lens, and what is only still hidden', () => {
    const rated = given()
      .watched({ ...enter, lens: 'words' })
      .play(...upToSecondHalf, ['b', 'send']);
    const kinds = (lens: Lens) =>
      Object.fromEntries(
        read(rated, { lens }, lens).map(({ fact, content }) => [fact.type, content.kind]),
      );
    expect(kinds('words')).toMatchObject({ rated: 'unseen', sent: 'gap', accepted: 'none' });
    expect(kinds('phases')).toMatchObject({ rated: 'unseen', sent: 'unseen' });
    const hidden = watchedTalk(...upToSwitch, ['a', 'rate']);
    expect(read(hidden, all, 'phases').at(-1)?.content).toEqual({ kind: 'withheld' });
  });
});
