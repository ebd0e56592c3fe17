'use client';

import { useId } from 'react';
import type { Card } from '#lib/exercises/catalogue.ts';
import styles from './card-list.module.css';
import { Facts } from './facts.tsx';

interface Props {
  cards: readonly Card[];
  onOpen(card: Card): void;
}

/** A row of cards to look closer at. */
export function CardList({ cards, onOpen }: Props) {
  const list = useId();
  return (
    <ul className={styles.list}>
      {cards.map((card) => {
        const id = `${list}-${card.id}`;
        return (
          <li key={card.id}>
            <button
              type="button"
              className={styles.card}
              aria-haspopup="dialog"
              aria-labelledby={id}
              aria-describedby={`${id}-purpose ${id}-facts`}
              onClick={() => onOpen(card)}
            >
              <strong id={id} className={styles.name}>
                {card.name}
              </strong>
              <span id={`${id}-purpose`} className={`small ${styles.purpose}`}>
                {card.purpose}
              </span>
              <Facts id={`${id}-facts`} card={card} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
