import { Modal, type ModalProps } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useId } from 'react';

const DIALOG = '[role=dialog]';

/**
 * A dialog that Escape closes only when nothing is open over it: neither a list, nor a calendar, nor another dialog, which may
 * be there a moment before it takes the focus.
 */
export function Dialog({ onClose, closeOnEscape = true, ...modal }: ModalProps): ReactNode {
  const id = useId();
  const closeFromWithin = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = event.target as Element;
    const own = event.currentTarget.querySelector(DIALOG);
    if (event.key === 'Escape' && closeOnEscape && at.closest(DIALOG) === own && own === topmost() && !at.hasAttribute('data-expanded')) {
      event.preventDefault();
      onClose();
    }
  };
  // What had the focus may be gone, and just after it opens the dialog has none yet. One key closes one dialog.
  useWindowEvent('keydown', (event) => {
    const last = topmost();
    const isOutside = event.target instanceof Element && event.target.closest(DIALOG) !== last;
    if (event.key === 'Escape' && !event.defaultPrevented && closeOnEscape && isOutside && last && document.getElementById(id)?.contains(last)) {
      event.preventDefault();
      onClose();
    }
  });
  return <Modal {...modal} id={id} onClose={onClose} closeOnEscape={false} onKeyDown={closeFromWithin} />;
}

function topmost(): Element | null {
  return [...document.querySelectorAll(DIALOG)].at(-1) ?? null;
}
