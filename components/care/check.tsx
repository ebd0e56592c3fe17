'use client';

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { rememberAsked } from '#lib/care/asked.ts';
import { type Answer, outcomeOf, questions } from '#lib/care/check.ts';
import { GoOnYourself } from './go-on-yourself.tsx';
import { HelpNow } from './help-now.tsx';
import { Intro } from './intro.tsx';
import { Question } from './question.tsx';

interface Props {
  /** The door may open. */
  onPass(): void;
}

/** Leaves no page of the check behind in the history of this tab. */
const leave = () => location.replace('/');

/**
 * The safety check. The answers live in this component and nowhere else: nothing is sent, stored or
 * put into the address, and they are gone with the page. docs/adr/011 says why.
 */
export function Check({ onPass }: Props) {
  const [begun, setBegun] = useState(false);
  const [given, setGiven] = useState<readonly Answer[]>([]);

  useEffect(() => {
    // A browser can keep the whole page in memory and bring it back with its Back button.
    const forget = () =>
      flushSync(() => {
        setBegun(false);
        setGiven([]);
      });
    addEventListener('pagehide', forget);
    return () => removeEventListener('pagehide', forget);
  }, []);

  const pass = () => {
    rememberAsked(Date.now());
    onPass();
  };
  const answer = (answered: Answer) => {
    const all = [...given, answered];
    if (all.length === questions.length && outcomeOf(all) === 'open') pass();
    else setGiven(all);
  };
  const back = () => {
    if (given.length === 0) setBegun(false);
    else setGiven(given.slice(0, -1));
  };

  if (!begun) return <Intro onBegin={() => setBegun(true)} onLeave={leave} />;
  const asked = questions[given.length];
  if (asked) {
    return <Question key={asked} asked={asked} onAnswer={answer} onBack={back} onLeave={leave} />;
  }
  return outcomeOf(given) === 'help' ? (
    <HelpNow onLeave={leave} />
  ) : (
    <GoOnYourself onPass={pass} onLeave={leave} />
  );
}
