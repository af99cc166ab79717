import type { PointGroup } from 'signature_pad';

/** What is drawn on, in pixels of the page. */
export interface Sheet {
  width: number;
  height: number;
}

/** Strokes as large as they can be on another sheet: as wide and high as the one they were drawn on, and no more. */
export function fitted(strokes: PointGroup[], drawnOn: Sheet | undefined, sheet: Sheet): PointGroup[] {
  const from = drawnOn ?? around(strokes, sheet);
  const scale = Math.min(sheet.width / from.width, sheet.height / from.height);
  return scale === 1 || !Number.isFinite(scale) || scale <= 0
    ? strokes
    : strokes.map((stroke) => ({ ...stroke, points: stroke.points.map((point) => ({ ...point, x: point.x * scale, y: point.y * scale })) }));
}

/** Where it was not told: at least as large as this one, and as what is drawn. */
function around(strokes: PointGroup[], { width, height }: Sheet): Sheet {
  const points = strokes.flatMap((stroke) => stroke.points);
  return { width: Math.max(width, ...points.map(({ x }) => x)), height: Math.max(height, ...points.map(({ y }) => y)) };
}
