'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import styles from './link-code.module.css';

/** Modules of white around the code, without which many cameras do not find it. */
const quiet = 4;

interface Drawing {
  side: number;
  path: string;
}

/** The link as a code that another phone can scan. */
export function LinkCode({ link }: { link: string }) {
  const t = useTranslations('room.invite');
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let over = false;
    draw(link).then(
      (drawn) => {
        if (!over) setDrawing(drawn);
      },
      // Without the code there is still the link.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [link]);
  return (
    <div className={styles.code}>
      {drawing && (
        <svg
          role="img"
          aria-label={t('code')}
          viewBox={`0 0 ${drawing.side} ${drawing.side}`}
          shapeRendering="crispEdges"
        >
          <path d={drawing.path} />
        </svg>
      )}
    </div>
  );
}

async function draw(link: string): Promise<Drawing> {
  const { default: code } = await import('qrcode');
  const { modules } = code.create(link, { errorCorrectionLevel: 'M' });
  const dots = Array.from(modules.data.entries())
    .filter(([, dark]) => dark === 1)
    .map(([at]) => {
      const row = Math.floor(at / modules.size);
      return `M${quiet + (at % modules.size)} ${quiet + row}h1v1h-1z`;
    });
  return { side: modules.size + 2 * quiet, path: dots.join('') };
}
