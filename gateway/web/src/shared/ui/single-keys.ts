const KEY = 'accord-single-keys';

export type SingleKeys = 'on' | 'off';

/**
 * Whether a key pressed by itself does something. Who dictates, or hits keys by mistake, can have none do
 * anything (WCAG 2.2, 2.1.4 Character Key Shortcuts); kept on this device.
 */
export function singleKeys(): SingleKeys {
  return localStorage.getItem(KEY) === 'off' ? 'off' : 'on';
}

export function turnSingleKeys(state: SingleKeys): void {
  localStorage.setItem(KEY, state);
}

/** Whether this key is meant for the page: none while somebody writes, and none where they are off. */
export function isSingleKey(event: KeyboardEvent): boolean {
  return singleKeys() === 'on' && !event.ctrlKey && !event.metaKey && !event.altKey && !belongsTo(event.target);
}

/** Whether a key that was pressed there belongs to what has the focus: a field, a menu, a dialog. */
function belongsTo(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null)
  );
}
