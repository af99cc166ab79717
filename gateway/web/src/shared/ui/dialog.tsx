import { Modal, type ModalProps } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useId } from 'react';

const DIALOG = '[role=dialog]';

/** A dialog that Escape closes only when nothing is open over it: neither a list, nor a calendar, nor another dialog. */
export function Dialog({ onClose, closeOnEscape = true, ...modal }: ModalProps): ReactNode {
  const id = useId();
  const closeFromWithin = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = event.target as Element;
    const own = event.currentTarget.querySelector(DIALOG);
    if (event.key === 'Escape' && closeOnEscape && at.closest(DIALOG) === own && !at.hasAttribute('data-expanded')) {
      onClose();
    }
  };
  // What had the focus may be gone, and just after it opens the dialog has none yet.
  useWindowEvent('keydown', ({ key, target }) => {
    const last = [...document.querySelectorAll(DIALOG)].at(-1);
    const isOutside = target instanceof Element && !target.closest(DIALOG);
    if (key === 'Escape' && closeOnEscape && isOutside && last && document.getElementById(id)?.contains(last)) {
      onClose();
    }
  });
  return <Modal {...modal} id={id} onClose={onClose} closeOnEscape={false} onKeyDown={closeFromWithin} />;
}
