import type { Seat } from '#lib/dialogue/seat.ts';

/*
 * The mirror dialogue once more, written from SPEC.md and the table of its steps alone, sharing no
 * code with the engine. It answers one question: may this seat, or an observer, do this now?
 */

/** Each step: who it waits for (S, L or 2), what may be done there, where that leads; * opens a phase. */
const table: Readonly<Record<string, string>> = {
  topic: '* S propose>answer',
  answer: '. L accept>arrive postpone>answer',
  arrive: '* 2 rate>aim',
  aim: '* S appreciate>aim2',
  aim2: '. L appreciate>tell',
  tell: '* S send>back',
  back: '* L mirror>landed',
  landed: '. S confirm>invite correct>back',
  invite: '* L ask-more>enough',
  enough: '. S add>back finish>sum',
  sum: '* L summarize>whole',
  whole: '. S confirm>sense correct>sum',
  sense: '* L validate>sensed validate-partly>tell',
  sensed: '. S confirm>imagine correct>sense',
  imagine: '* L empathize>felt',
  felt: '. S confirm>swap correct>back2',
  back2: '. L mirror>felt',
  halfway: '* 2 rate>tell',
  depart: '* 2 rate>thanks',
  thanks: '. S thank>thanks2',
  thanks2: '. L thank>end',
};
const told = 'propose rate appreciate send mirror correct add summarize validate validate-partly';
const withWords = new Set(`${told} empathize thank`.split(' '));
const minute = 60_000;
const day = 24 * 60 * minute;

/** What is asked, stripped to what matters: `words` are right, wrongly chained, or absent. */
export interface Asked {
  seat: Seat;
  type: string;
  words: 'right' | 'unchained' | 'none';
  until: number;
  yes: boolean;
  mode: string;
  seqs: readonly number[];
}

/** What an observer asks, stripped in the same way. */
export interface Observes {
  type: string;
  to: 'both' | Seat;
  carries: boolean;
  lens: string;
  privately: boolean;
}

export class Reference {
  status: 'new' | 'talking' | 'held' | 'over' = 'new';
  /** Who has words where; hidden ones apart. */
  readonly owned = new Map<number, Seat>();
  readonly withheld = new Map<number, Seat>();
  /** Who watches, and since when. */
  watching: { lens: string; privately: boolean; seq: number } | null = null;
  /** For whom there is a cue where, and what each place with words is: by the act. */
  readonly cues = new Map<number, 'both' | Seat>();
  readonly said = new Map<number, string>();
  #wish = '';
  #seq = 0;
  #at = 0;
  #step = 'topic';
  #half = 1;
  #opener: Seat = 'a';
  #mode = 'written';
  #offer: { by: Seat; mode: string } | null = null;
  #answered = new Set<Seat>();
  #hold = { kind: '', since: 0, by: 'a', offered: false };
  #ready = new Set<Seat>();
  #keep = new Map<Seat, boolean>();
  #gone = false;

  /** Whether the move is allowed; when it is, takes note of it. */
  allows(asked: Asked, now: number): boolean {
    const at = this.status === 'new' ? now : Math.max(this.#at + 1, now);
    if (!this.#may(asked, at) || !this.#wordsFit(asked)) return false;
    this.#seq += 1;
    this.#at = at;
    if (asked.words !== 'none') this.owned.set(this.#seq, asked.seat);
    this.said.set(this.#seq, asked.type);
    this.#note(asked);
    return true;
  }

  /** The same for what an observer asks. */
  observes(asked: Observes, now: number): boolean {
    if (!this.#mayWatch(asked) || asked.carries !== (asked.type === 'cue')) return false;
    this.#seq += 1;
    this.#at = Math.max(this.#at + 1, now);
    const { lens, privately } = asked;
    if (asked.type === 'enter') this.watching = { lens, privately, seq: this.#seq };
    else if (asked.type === 'leave') this.#letGo();
    else if (asked.type === 'cue') this.cues.set(this.#seq, asked.to);
    else this.#wish = asked.type;
    return true;
  }

  #mayWatch({ type, to }: Observes): boolean {
    const { status, watching } = this;
    if (status === 'new' || status === 'over') return false;
    if (type === 'enter') return !watching;
    if (!watching || type === 'leave') return watching !== null;
    if (status === 'held') return false;
    if (type === 'cue') return to === 'both' || watching.privately;
    if (this.#wish === type) return false;
    return type === 'ask-pause' || this.#step === 'enough';
  }

  #letGo(): void {
    this.watching = null;
    this.#wish = '';
  }

  #wordsFit({ type, words }: Asked): boolean {
    const needed = withWords.has(type) && (this.#mode === 'written' || type === 'rate');
    return words === (needed ? 'right' : 'none');
  }

  #may({ seat, type, until, mode, seqs }: Asked, at: number): boolean {
    const { status } = this;
    if (status === 'new') return type === 'open';
    if (type === 'erase') return seqs.every((seq) => this.owned.get(seq) === seat);
    if (status === 'over') {
      if (type === 'destroy') return !this.#gone;
      return type === 'keep' && !this.#gone && !this.#keep.has(seat);
    }
    if (type === 'stop' || type === 'leave') return true;
    if (type === 'revoke') return this.watching !== null;
    if (type === 'decline-request') return this.#wish !== '';
    const out = this.#hold.kind === 'time-out';
    const { since, by, offered } = this.#hold;
    if (type === 'time-out') {
      return (status === 'talking' || !out) && until <= at + day;
    }
    if (status === 'held') {
      if (type === 'resume') return !this.#ready.has(seat) && !(out && at < since + 20 * minute);
      if (type === 'accept-return') return out && offered && by !== seat;
      const fits = until >= since + 20 * minute && until <= since + day && until >= at;
      return type === 'counter' && out && by !== seat && fits;
    }
    if (type === 'pause') return true;
    const [begins, who, ways] = this.#here();
    if (type === 'propose-mode') {
      return begins && this.#answered.size === 0 && !this.#offer && mode !== this.#mode;
    }
    if (type === 'accept-mode' || type === 'decline-mode') return this.#offer?.by === other(seat);
    const awaited = who === '2' ? !this.#answered.has(seat) : this.#seatOf(who) === seat;
    const timely = type !== 'postpone' || (until > at && until <= at + day);
    return awaited && timely && ways.has(type);
  }

  #note({ seat, type, yes, mode, seqs }: Asked): void {
    if (type === 'open') [this.status, this.#opener, this.#mode] = ['talking', seat, mode];
    else if (type === 'erase') this.#erase(seqs);
    else if (type === 'destroy' || (type === 'keep' && !yes)) this.#lose();
    else if (type === 'keep') this.#keep.set(seat, yes);
    else if (type === 'stop') this.status = 'over';
    else if (type === 'revoke') this.#letGo();
    else if (type === 'decline-request') this.#wish = '';
    else if (type === 'leave' && this.status === 'held') this.#ready.delete(seat);
    else if (type === 'pause' || type === 'leave' || type === 'time-out') {
      this.status = 'held';
      this.#wish = '';
      this.#hold = { kind: type, since: this.#at, by: seat, offered: false };
      this.#ready.clear();
    } else if (type === 'counter') this.#hold = { ...this.#hold, by: seat, offered: true };
    else if (type === 'accept-return') this.#hold.offered = false;
    else if (type === 'resume') {
      this.#ready.add(seat);
      if (this.#ready.size === 2) [this.status, this.#hold.kind] = ['talking', ''];
    } else if (type === 'propose-mode') this.#offer = { by: seat, mode };
    else if (type === 'accept-mode') [this.#mode, this.#offer] = [this.#offer?.mode ?? '', null];
    else if (type === 'decline-mode') this.#offer = null;
    else this.#act(seat, type);
  }

  #act(seat: Seat, type: string): void {
    const [, who, ways] = this.#here();
    this.#offer = null;
    this.#wish = '';
    this.#answered.add(seat);
    if (who === '2' && type === 'rate') this.withheld.set(this.#seq, seat);
    if (who === '2' && this.#answered.size < 2) return;
    this.#answered.clear();
    this.withheld.clear();
    const to = ways.get(type) ?? '';
    if (this.#step === 'halfway') this.#half = 2;
    if (to === 'end') this.status = 'over';
    else this.#step = to === 'swap' ? (this.#half === 1 ? 'halfway' : 'depart') : to;
  }

  #erase(seqs: readonly number[]): void {
    for (const seq of seqs) {
      this.owned.delete(seq);
      const seat = this.withheld.get(seq);
      if (!seat || this.status === 'over') continue;
      this.withheld.delete(seq);
      this.#answered.delete(seat);
    }
  }

  #lose(): void {
    this.#gone = true;
    this.owned.clear();
    this.cues.clear();
  }

  #here(): [begins: boolean, who: string, ways: ReadonlyMap<string, string>] {
    const [mark, who, ...ways] = (table[this.#step] ?? '').split(' ');
    const pairs = ways.map((way): [string, string] => {
      const [act, to] = way.split('>');
      return [act ?? '', to ?? ''];
    });
    return [mark === '*', who ?? '', new Map(pairs)];
  }

  #seatOf(who: string): Seat {
    const closing = this.#step.startsWith('thanks');
    const speaker = this.#half === 2 && !closing ? other(this.#opener) : this.#opener;
    return who === 'S' ? speaker : other(speaker);
  }
}

function other(seat: Seat): Seat {
  return seat === 'a' ? 'b' : 'a';
}
