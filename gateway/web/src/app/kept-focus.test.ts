import { waitFor } from '@testing-library/dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFocus } from './kept-focus';

let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = `
    <main>
      <h1 tabindex="-1">Interventions</h1>
      <button id="open">Ouvrir</button>
      <div role="group"><button id="go">En route</button><button id="refuse">Refuser</button></div>
    </main>`;
  stop = keepFocus();
});
afterEach(() => stop());

const at = (id: string): HTMLElement => document.getElementById(id) ?? document.body;

function dialog(id: string): HTMLElement {
  const made = document.createElement('div');
  made.setAttribute('role', 'dialog');
  made.innerHTML = `<button id="${id}">Fermer</button>`;
  document.body.append(made);
  at(id).focus();
  return made;
}

test('a dialog that closes gives the focus back to what opened it', async () => {
  at('open').focus();
  const outer = dialog('outer');
  dialog('inner').remove();
  await waitFor(() => expect(document.activeElement).toBe(at('outer')));
  outer.remove();
  await waitFor(() => expect(document.activeElement).toBe(at('open')));
});

test('a dialog that was opened from a menu gives it back to the button of the menu', async () => {
  const menu = document.createElement('div');
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-labelledby', 'open');
  menu.innerHTML = '<button id="item">Modifier la fiche</button>';
  document.body.append(menu);
  at('item').focus();
  const opened = dialog('inner');
  menu.remove();
  opened.remove();
  await waitFor(() => expect(document.activeElement).toBe(at('open')));
});

test('a step that is taken leaves the focus with the steps that are left, and on none of them', async () => {
  at('go').focus();
  at('go').remove();
  await waitFor(() => expect(document.activeElement).toBe(document.querySelector('[role=group]')));
});

test('what was out of use for a moment, or stands elsewhere now, has it again', async () => {
  at('go').focus();
  at('go').setAttribute('disabled', '');
  at('go').setAttribute('data-loading', '');
  at('go').blur();
  at('go').removeAttribute('disabled');
  at('go').removeAttribute('data-loading');
  await waitFor(() => expect(document.activeElement).toBe(at('go')));
  at('go').parentElement?.append(at('go'));
  await waitFor(() => expect(document.activeElement).toBe(at('go')));
});

test('where everything around it goes away as well, the title has it', async () => {
  at('refuse').focus();
  document.querySelector('[role=group]')?.remove();
  await waitFor(() => expect(document.activeElement).toBe(document.querySelector('h1')));
});

test('what nobody lost is left alone', async () => {
  vi.useFakeTimers();
  at('go').focus();
  at('open').remove();
  document.dispatchEvent(new Event('pointerdown'));
  at('go').blur();
  at('go').remove();
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(document.activeElement).toBe(document.body);
});

test('a field that is out of use while its form is sent has it again when that was refused', async () => {
  const form = document.createElement('form');
  form.innerHTML = '<fieldset><input id="title"></fieldset>';
  document.body.append(form);
  const fields = form.querySelector('fieldset') as HTMLFieldSetElement;
  at('title').focus();
  vi.useFakeTimers();
  // As browsers do with what is disabled.
  at('title').blur();
  fields.setAttribute('data-loading', '');
  fields.disabled = true;
  await vi.runAllTimersAsync();
  expect(document.activeElement).toBe(document.body);
  vi.useRealTimers();
  fields.removeAttribute('data-loading');
  fields.disabled = false;
  await waitFor(() => expect(document.activeElement).toBe(at('title')));
});
