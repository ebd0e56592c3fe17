'use client';

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';

/** Within how many pixels of the end it still counts as the end. */
const near = 24;

const atEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) =>
  scrollHeight - scrollTop - clientHeight <= near;

/**
 * What lies below what is seen of a box that scrolls. It never moves by itself, unless somebody asked it to
 * `follow`: whoever reads is not moved.
 * @param count how many there are in the box; it only grows.
 */
export function useBelow(box: RefObject<HTMLElement | null>, count: number) {
  const [follow, setFollow] = useState(false);
  const [ended, setEnded] = useState(true);
  /** How many there were when the end was last seen. */
  const [seen, setSeen] = useState(count);
  const first = useRef(true);

  const look = useEffectEvent(() => {
    const element = box.current;
    if (!element) return;
    const end = atEnd(element);
    setEnded(end);
    if (end) setSeen(count);
  });
  const toEnd = () => {
    const element = box.current;
    if (!element) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollTo({ top: element.scrollHeight, behavior: still ? 'auto' : 'smooth' });
  };

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const onLook = () => look();
    element.addEventListener('scroll', onLook, { passive: true });
    const sizes = new ResizeObserver(onLook);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', onLook);
      sizes.disconnect();
    };
  }, [box]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: something came in
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // Whoever comes in begins at what is new.
    if (first.current || follow) element.scrollTop = element.scrollHeight;
    first.current = false;
    look();
  }, [box, count, follow]);

  return { below: !ended, unseen: count - seen, follow, setFollow, toEnd };
}
