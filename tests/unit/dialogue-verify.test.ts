import { describe, expect, it, vi } from 'vitest';
import type { Step } from '#lib/dialogue/exercise.ts';
import { halvesEqual } from '#lib/dialogue/halves.ts';
import { search } from '#lib/dialogue/search.ts';
import { faultsOf, verify } from '#lib/dialogue/verify.ts';
import { phaseOf, shortTalk, twice } from '#tests/support/short-talk.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('verify', () => {
  it('[V8] finds no fault with a small talk, and tries what is illegal everywhere', () => {
    const found = verify(shortTalk);
    expect(faultsOf(found)).toEqual([]);
    expect(found).toMatchObject({
      exercise: { id: 'short-talk', version: 1 },
      deadEnds: 0,
      unreachablePhases: [],
      unreachableSteps: [],
      stopEverywhere: true,
      halvesEqual: true,
      illegalAccepted: 0,
      legalRefused: 0,
      completes: true,
    });
    expect(found.states).toBeGreaterThan(1_000);
    expect(found.illegalTried).toBeGreaterThan(found.states * 40);
  });

  it('[V8] counts the states from which nothing leads to the end', () => {
    const trap: Step = { id: 'trap', actor: 'speaker', ways: [{ act: 'thank', to: 'trap' }] };
    const fork: Step = {
      id: 'fork',
      actor: 'speaker',
      ways: [
        { act: 'finish', to: 'next' },
        { act: 'thank', to: 'trap' },
      ],
    };
    const found = verify(twice(phaseOf('p', fork, trap)));
    expect(found.completes).toBe(true);
    expect(found.deadEnds).toBeGreaterThan(0);
    expect(faultsOf(found)).toEqual([`${found.deadEnds} states lead nowhere.`]);
  });

  it('[V8] says when the end is never reached', () => {
    const round: Step = { id: 'round', actor: 'speaker', ways: [{ act: 'thank', to: 'round' }] };
    const found = verify(twice(phaseOf('p', round)));
    expect(found).toMatchObject({ completes: false, unreachablePhases: ['p (half 2)'] });
    expect(faultsOf(found)).toContain('It can never be completed.');
  });

  it('[V8] names the steps and phases that are never reached', () => {
    const jump: Step = { id: 'jump', actor: 'speaker', ways: [{ act: 'thank', to: 'landing' }] };
    const landing: Step = { ...jump, id: 'landing', ways: [{ act: 'thank', to: 'next' }] };
    const island: Step = { ...jump, id: 'island' };
    const found = verify({
      id: 'trial',
      version: 1,
      parts: [
        {
          play: 'once',
          phases: [
            phaseOf('p', jump, island),
            phaseOf('skipped', quietly()),
            phaseOf('q', landing),
          ],
        },
      ],
    });
    expect(found.unreachablePhases).toEqual(['skipped']);
    expect(found.unreachableSteps).toEqual(['island in p', 'quiet in skipped']);
  });

  it('[V8] sees halves that differ', () => {
    const graph = search(shortTalk);
    expect(halvesEqual(shortTalk, graph)).toBe(true);
    const nodes = new Map(
      [...graph.nodes].map(([key, node]) => {
        const first = node.state.status !== 'new' && node.state.place.leg < 2;
        const edges = node.edges.filter((edge) => !first || edge.type !== 'correct');
        return [key, { ...node, edges }];
      }),
    );
    expect(halvesEqual(shortTalk, { ...graph, nodes })).toBe(false);
  });
});

function quietly(): Step {
  return { id: 'quiet', actor: 'both', ways: [{ act: 'thank', to: 'next' }] };
}
