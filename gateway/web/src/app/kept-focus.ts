/** Around something that went away, what belongs with it. Not what is next in it: a key that is still held would press that. */
const COMPANY = '[role=group], form, fieldset:not([role]), li, tr, table, article, section';

/** How long something that goes away may take to name its own successor, in milliseconds. */
const GRACE = 50;

/** What has the focus, then what is around it, from the inside out. */
type Place = Element[];

/**
 * Whoever works by keyboard stays where they are when the thing in their hands goes away: a dialog gives
 * the focus back to what opened it, a button that is no longer offered to what it stood in, and one that
 * was out of use for a moment has it again. The browser would begin at the top of the page. (The library's
 * dialogs give it back themselves only if they are on the page before they are open.)
 *
 * @returns ends it
 */
export function keepFocus(): () => void {
  let place: Place = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const openers = new WeakMap<Element, Place>();

  const remember = ({ target }: FocusEvent): void => {
    const next = placeOf(target as Element);
    const dialog = dialogOf(next);
    if (dialog && !place.includes(dialog) && !openers.has(dialog)) {
      openers.set(dialog, place);
    }
    place = next;
  };
  // Whoever points beside it has let go of it; what is pointed at gets the focus after this.
  const letGo = (): void => {
    place = [];
  };

  const restore = (): void => {
    const [last] = place;
    // What is loading comes back.
    if (last && isFree() && !(last.isConnected && last.matches('[data-loading]:disabled, fieldset[data-loading] *'))) {
      successor(place, openers)?.focus({ preventScroll: true });
    }
  };
  const observer = new MutationObserver((records) => {
    const [last] = place;
    if (last && records.some((record) => concerns(record, last))) {
      clearTimeout(timer);
      timer = setTimeout(restore, GRACE);
    }
  });

  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', letGo, { capture: true });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'data-loading'] });
  return () => {
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', letGo, { capture: true });
    observer.disconnect();
    clearTimeout(timer);
  };
}

/** Whether it may have gone away, or be out of use: by itself, or with what it stands in. */
function concerns({ type, target, removedNodes }: MutationRecord, element: Element): boolean {
  return (type === 'attributes' ? [target] : [...removedNodes]).some((changed) => changed.contains(element));
}

function isFree(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function placeOf(element: Element): Place {
  const place: Place = [];
  for (let each: Element | null = element; each; each = each.parentElement) {
    place.push(each);
  }
  return place;
}

function dialogOf(place: Place): Element | undefined {
  return place.find((each) => each.matches('[role=dialog]'));
}

/** What is nearest to where the focus was: within its dialog, with what opened that, or else the page's title. */
function successor(place: Place, openers: WeakMap<Element, Place>): HTMLElement | null {
  for (let near: Place | undefined = place; near; ) {
    const dialog = dialogOf(near);
    const found = within(near, dialog);
    if (found) {
      return found;
    }
    near = dialog && openers.get(dialog);
  }
  return document.querySelector<HTMLElement>('main h1');
}

function within(place: Place, dialog: Element | undefined): HTMLElement | null {
  for (const each of place) {
    if (!each.isConnected) {
      // A menu that is closed is where its button is.
      const button = each.matches('[role=menu]') && document.getElementById(each.getAttribute('aria-labelledby') ?? '');
      if (button) {
        return button;
      }
    } else if (each === place[0] && !each.matches(':disabled')) {
      return each as HTMLElement;
    } else if (each.matches(COMPANY) || each === dialog) {
      if (!each.hasAttribute('tabindex')) {
        each.setAttribute('tabindex', '-1');
      }
      return each as HTMLElement;
    }
  }
  return null;
}
