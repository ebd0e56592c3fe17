'use client';

import { useEffect, useState } from 'react';
import styles from './qr-code.module.css';

/** Modules of white around the code, without which many cameras do not find it. */
const quiet = 4;

interface Drawing {
  side: number;
  path: string;
}

interface Props {
  text: string;
  /** What it is, for who does not see it. */
  label: string;
}

/** A text as a code that another device can scan. */
export function QrCode({ text, label }: Props) {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let over = false;
    draw(text).then(
      (drawn) => {
        if (!over) setDrawing(drawn);
      },
      // Without the code there is still the text itself beside it.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [text]);
  return (
    <div className={styles.code}>
      {drawing && (
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${drawing.side} ${drawing.side}`}
          shapeRendering="crispEdges"
        >
          <path d={drawing.path} />
        </svg>
      )}
    </div>
  );
}

async function draw(text: string): Promise<Drawing> {
  const { default: code } = await import('qrcode');
  const { modules } = code.create(text, { errorCorrectionLevel: 'M' });
  const dots = Array.from(modules.data.entries())
    .filter(([, dark]) => dark === 1)
    .map(([at]) => {
      const row = Math.floor(at / modules.size);
      return `M${quiet + (at % modules.size)} ${quiet + row}h1v1h-1z`;
    });
  return { side: modules.size + 2 * quiet, path: dots.join('') };
}
