import { expect, test } from 'vitest';
import { isSingleKey, turnSingleKeys } from './single-keys';

/** Whether the page would hear a key that is pressed there. */
function isHeard(key: string, where: Element = document.body, held: KeyboardEventInit = {}): boolean {
  let heard = false;
  const listen = (event: KeyboardEvent): void => void (heard = isSingleKey(event));
  document.addEventListener('keydown', listen, { once: true });
  where.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...held }));
  return heard;
}

function inside(html: string): Element {
  document.body.innerHTML = html;
  return document.body.querySelector('[data-here]') ?? document.body;
}

test('a key is meant for the page unless something else has it', () => {
  expect(isHeard('n')).toBe(true);
  expect(isHeard('n', inside('<button data-here></button>'))).toBe(true);
  expect(isHeard('n', inside('<input data-here>'))).toBe(false);
  expect(isHeard('n', inside('<textarea data-here></textarea>'))).toBe(false);
  expect(isHeard('n', inside('<div role="dialog"><button data-here></button></div>'))).toBe(false);
  expect(isHeard('n', inside('<div role="menu"><button data-here></button></div>'))).toBe(false);
  expect(isHeard('n', document.body, { ctrlKey: true })).toBe(false);
});

test('none is where they are off, until they are on again', () => {
  turnSingleKeys('off');
  expect(isHeard('n')).toBe(false);
  turnSingleKeys('on');
  expect(isHeard('n')).toBe(true);
});
