import * as v from 'valibot';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';

/** Something wrong in a file: where, and what to do about it. */
export interface SourceFault {
  file: string;
  /** From 1. */
  line: number;
  says: string;
}

type Path = readonly (string | number)[];

/** A file whose shape is right, and where in it everything stands. */
export interface Source<Shape> {
  value: Shape;
  /** A fault at the place with this path, or at the nearest place above it that there is. */
  fault(path: Path, says: string): SourceFault;
}

/**
 * Reads YAML and holds it against a shape.
 * @param file the name that faults are told under.
 * @returns the value, or every fault that was found, each with its line.
 */
export function readSource<Shape>(
  file: string,
  text: string,
  shape: v.GenericSchema<unknown, Shape>,
): Result<Source<Shape>, readonly SourceFault[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const unreadable = (offset: number, message: string): SourceFault => ({
    file,
    line: lineAt(offset),
    says: `This is not YAML as it should be: ${message.split('\n', 1)[0]}`,
  });
  if (document.errors.length > 0) {
    return refused(document.errors.map(({ pos, message }) => unreadable(pos[0], message)));
  }
  const fault = (path: Path, says: string): SourceFault => ({
    file,
    line: lineAt(offsetOf(document, path)),
    says,
  });
  let plain: unknown;
  try {
    plain = document.toJS();
  } catch (error) {
    // An alias to nothing, or one that would grow beyond all bounds.
    return refused([unreadable(0, error instanceof Error ? error.message : '')]);
  }
  const parsed = v.safeParse(shape, plain);
  if (parsed.success) return accepted({ value: parsed.output, fault });
  return refused(
    parsed.issues.map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => key).filter(isStep);
      return fault(path, sentenceOf(issue, path));
    }),
  );
}

function isStep(key: unknown): key is string | number {
  return typeof key === 'string' || typeof key === 'number';
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** What is wrong, where, and the remedy. */
function sentenceOf(issue: v.BaseIssue<unknown>, path: Path): string {
  const where = path.length === 0 ? 'The file' : `"${path.join(' › ')}"`;
  const last = String(path.at(-1) ?? '');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `${where}: "${last}" is not known here. Check the spelling, or leave it out.`;
  }
  if (issue.received === 'undefined') return `${where} is missing. Add it.`;
  if (issue.kind === 'validation' && !issue.message.startsWith('Invalid')) {
    return `${where}: ${issue.message}`;
  }
  const expected = issue.expected ?? 'something else';
  return `${where} is ${issue.received}, and should be ${expected}. Change it.`;
}
