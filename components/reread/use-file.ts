'use client';

import { useState } from 'react';
import type { Recording } from '#lib/client/archive.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { playAgain } from '#lib/export/play-again.ts';
import { readTalkFile, type TalkFile } from '#lib/export/talk-file.ts';

/** Larger than all the talks of many years. */
const largest = 50_000_000;

export type FileFault = 'not-ours' | 'other-version' | 'too-large' | 'empty';

/** A file with the talks in it, each as it plays, or as `broken`. */
export interface ReadFile {
  file: TalkFile;
  talks: readonly Result<Recording, 'broken'>[];
}

/** The file that was chosen; null before. It is read on this device, and sent nowhere. */
export function useFile() {
  const [read, setRead] = useState<Result<ReadFile, FileFault> | 'reading' | null>(null);
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setRead('reading');
    setRead(await open(chosen));
  };
  return { read, choose, close: () => setRead(null) };
}

async function open(chosen: File): Promise<Result<ReadFile, FileFault>> {
  if (chosen.size > largest) return refused('too-large');
  const text = await chosen.text().catch(() => '');
  const file = readTalkFile(text);
  if (!file.ok) return file;
  if (file.value.talks.length === 0) return refused('empty');
  const talks = file.value.talks.map((talk) => playAgain(file.value, talk));
  return accepted({ file: file.value, talks });
}
