import styles from './eye.module.css';

/** The sign of somebody who watches: open while they are here, closed while they are not. */
export function Eye({ open }: { open: boolean }) {
  return (
    <svg className={styles.eye} viewBox="0 0 24 24" aria-hidden="true">
      {open ? (
        <>
          <path d="M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12z" />
          <circle cx="12" cy="12" r="3" />
        </>
      ) : (
        <path d="M2.5 11.5c2.5 3.5 5.8 5 9.5 5s7-1.5 9.5-5M6 15.3l-1.5 2.2M12 16.5v2.7M18 15.3l1.5 2.2" />
      )}
    </svg>
  );
}
