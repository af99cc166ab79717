import { Button, Stack } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientListedIntervention, ListedIntervention } from '@/shared/api/types';
import classes from './card-list.module.css';
import { InterventionCard } from './intervention-card';

interface CardListProps {
  label: string;
  lines: (ListedIntervention | ClientListedIntervention)[];
  more: boolean;
  loading: boolean;
  onMore: () => void;
}

/** As high as most cards; each is measured once it is there. */
const CARD_HEIGHT = 160;
const GAP = 12;
/** So many cards before the end the next page is asked for. */
const AHEAD = 5;

/** A list where there is no room for columns: however long it is, only the cards around the screen exist. */
export function CardList({ label, lines, more, loading, onMore }: CardListProps): ReactNode {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => setAbove(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY)), [lines.length]);
  const cards = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (place) => lines[place]?.id ?? place,
    gap: GAP,
    overscan: 6,
    scrollMargin: above,
    // Known without being measured: the first cards are drawn with the rest of the screen, not after it.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
  });
  const items = cards.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= lines.length - AHEAD;
  useEffect(() => {
    if (isNearEnd && more) {
      onMore();
    }
    // Asked for again when there is more to see, not whenever the page is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isNearEnd, more, lines.length]);

  return (
    <Stack gap="sm">
      <ul ref={list} className={classes.list} style={{ height: cards.getTotalSize() }} aria-label={label}>
        {items.map(({ index, key, start }) => {
          const intervention = lines[index];
          return intervention ? (
            <li
              key={key}
              ref={cards.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={more ? -1 : lines.length}
              className={classes.card}
              style={{ transform: `translateY(${start - above}px)` }}
            >
              <InterventionCard intervention={intervention} />
            </li>
          ) : null;
        })}
      </ul>
      {more ? (
        <Button variant="default" loading={loading} onClick={onMore}>
          {t('more')}
        </Button>
      ) : null}
    </Stack>
  );
}
