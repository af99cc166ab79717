import { act, cleanup, screen, waitFor } from '@testing-library/react';
import type { PointGroup } from 'signature_pad';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { removeDraft, storeDraft } from '@/shared/drafts/database';
import { show, TECHNICIAN } from '@/shared/testing/show';
import SignatureDialog from './signature-dialog';

const DRAFT = `${TECHNICIAN.id} signature one`;
const SIGNATURE = [{ points: [{ x: 0, y: 0 }, { x: 360, y: 300 }] }] as PointGroup[];

/** A telephone that can be turned, and what is drawn on it. */
const phone = vi.hoisted(() => ({ width: 360, height: 300, resized: (): void => undefined, drawn: [] as { points: { x: number; y: number }[] }[] }));

vi.mock('signature_pad', () => ({
  default: class {
    addEventListener = vi.fn();
    off = vi.fn();
    toData = () => phone.drawn;
    fromData = (strokes: PointGroup[]) => {
      phone.drawn = strokes;
    };
  },
}));

beforeEach(async () => {
  Object.assign(phone, { width: 360, height: 300, drawn: [] });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(resized: () => void) {
        phone.resized = resized;
      }
      observe = vi.fn();
      unobserve = vi.fn();
      disconnect = vi.fn();
    },
  );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  vi.spyOn(HTMLCanvasElement.prototype, 'offsetWidth', 'get').mockImplementation(() => phone.width);
  vi.spyOn(HTMLCanvasElement.prototype, 'offsetHeight', 'get').mockImplementation(() => phone.height);
  await storeDraft(DRAFT, { name: null, strokes: SIGNATURE, sheet: { width: 360, height: 300 } });
});

afterEach(async () => {
  cleanup();
  await removeDraft(DRAFT);
});

const open = () => show(<SignatureDialog interventionId="one" signer="Mme Petit" onSigned={() => Promise.resolve()} onClose={() => undefined} />);
const last = () => phone.drawn[0]?.points.at(-1);

test('a signature stays whole, and within the sheet, when the telephone is turned and turned back', async () => {
  await open();
  await waitFor(() => expect(last()).toMatchObject({ x: 360, y: 300 }));
  Object.assign(phone, { width: 720, height: 150 });
  act(() => phone.resized());
  expect(last()).toMatchObject({ x: 180, y: 150 });
  expect(screen.getByLabelText<HTMLCanvasElement>('Signer ici, avec le doigt').width).toBe(720);
  Object.assign(phone, { width: 360, height: 300 });
  act(() => phone.resized());
  expect(last()).toMatchObject({ x: 360, y: 300 });
});

test('one that was begun on the telephone upright is within the sheet when it comes back on its side', async () => {
  Object.assign(phone, { width: 720, height: 150 });
  await open();
  await waitFor(() => expect(last()).toMatchObject({ x: 180, y: 150 }));
});
