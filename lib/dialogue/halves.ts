import { assertNever } from './assert-never.ts';
import { courseOf, type Leg, speakerIn } from './course.ts';
import type { ExerciseDefinition } from './exercise.ts';
import type { Edge, Graph, Node } from './search.ts';
import type { Seat } from './seat.ts';
import type { Begun } from './state.ts';

/**
 * Whether the two halves of every part that is played twice offer the same, told by role: the same
 * states, joined by the same moves. Which words are left is not compared; that only ever grows.
 */
export function halvesEqual(exercise: ExerciseDefinition, graph: Graph): boolean {
  const course = courseOf(exercise);
  return exercise.parts.every((part, index) => {
    if (part.play === 'once') return true;
    const [first, second] = ([1, 2] as const).map((half) => picture(course, graph, index, half));
    return first === second;
  });
}

/** One half as text: every state in it and every way on from it, with roles instead of seats. */
function picture(course: readonly Leg[], graph: Graph, part: number, half: 1 | 2): string {
  const start = course.findIndex((leg) => leg.part === part && leg.half === half);
  const lines = new Set<string>();
  for (const { state, edges } of graph.nodes.values()) {
    if (state.status === 'new') continue;
    const from = label(state);
    if (from === null) continue;
    lines.add(from);
    for (const edge of edges) {
      const to = target(edge);
      // Erasing what is not hidden changes nothing that is compared here.
      if (edge.type === 'erase' && to === from) continue;
      lines.add(`${from} ${roleOf(state, edge.seat)} ${edge.type} ${to}`);
    }
  }
  return [...lines].sort().join('\n');

  function target({ to }: Edge): string {
    const node: Node | undefined = graph.nodes.get(to);
    if (!node || node.state.status === 'new') return 'lost';
    if (node.state.status === 'ended') return node.state.how === 'completed' ? 'out' : 'stopped';
    return label(node.state) ?? 'out';
  }

  function roleOf(state: Begun, seat: Seat): string {
    const leg = course[state.place.leg];
    return leg && speakerIn(leg, state.opener) === seat ? 'speaker' : 'listener';
  }

  /** Null for a state that is not in this half. */
  function label(state: Begun): string | null {
    const leg = course[state.place.leg];
    if (leg?.part !== part || leg.half !== half || state.status === 'ended') return null;
    const role = (seat: Seat) => roleOf(state, seat);
    const common = [
      state.place.leg - start,
      state.place.step,
      state.mode,
      state.answered.map(role),
      state.concealed.map((entry) => role(entry.by)),
      state.modeOffer && [role(state.modeOffer.by), state.modeOffer.mode],
    ];
    switch (state.status) {
      case 'running':
        return JSON.stringify(common);
      case 'held': {
        const { hold } = state;
        const ready = hold.ready.map(role);
        const times =
          hold.kind === 'time-out'
            ? [role(hold.namedBy), hold.counter && role(hold.counter.by)]
            : [];
        return JSON.stringify([...common, hold.kind, ready, times]);
      }
      default:
        return assertNever(state);
    }
  }
}
