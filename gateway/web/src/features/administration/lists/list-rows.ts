import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, etag, newKey } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import type { components } from '@/shared/api/schema';
import type { Status, Transition, Urgency } from '@/shared/api/types';

type Schemas = components['schemas'];
export type StatusValues = Schemas['StatusValues'];
export type UrgencyValues = Schemas['UrgencyValues'];
export type TransitionValues = Schemas['TransitionValues'];

/** What is to become of a row: a new one has no `row`, one to remove has no `values`. */
interface RowChange<Row, Values> {
  row?: Row;
  values?: Values;
}

interface Calls<Row, Values> {
  create: (values: Values, key: string) => Promise<unknown>;
  change: (row: Row, values: Values) => Promise<unknown>;
  remove: (row: Row) => Promise<unknown>;
}

/** Changes a list, and has everybody's copy of the lists read again; refused or not, it is the latest then. */
function useRowChange<Row, Values>({ create, change, remove }: Calls<Row, Values>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ row, values, key }: RowChange<Row, Values> & { key: string }) =>
      row && values ? change(row, values) : row ? remove(row) : create(values as Values, key),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.lists }),
  });
}

/** One for each opening of a form. */
export const newRowKey = newKey;

export function useStatusChange() {
  return useRowChange<Status, StatusValues>({
    create: (body, key) => api.POST('/api/v1/statuses', { params: { header: { 'Idempotency-Key': key } }, body }),
    change: ({ code, version }, body) => api.PUT('/api/v1/statuses/{code}', { params: { path: { code }, header: etag(version) }, body }),
    remove: ({ code, version }) => api.DELETE('/api/v1/statuses/{code}', { params: { path: { code }, header: etag(version) } }),
  });
}

export function useUrgencyChange() {
  return useRowChange<Urgency, UrgencyValues>({
    create: (body, key) => api.POST('/api/v1/urgencies', { params: { header: { 'Idempotency-Key': key } }, body }),
    change: ({ code, version }, body) => api.PUT('/api/v1/urgencies/{code}', { params: { path: { code }, header: etag(version) }, body }),
    remove: ({ code, version }) => api.DELETE('/api/v1/urgencies/{code}', { params: { path: { code }, header: etag(version) } }),
  });
}

export function useTransitionChange() {
  return useRowChange<Transition, TransitionValues>({
    create: (body, key) => api.POST('/api/v1/transitions', { params: { header: { 'Idempotency-Key': key } }, body }),
    change: ({ id, version }, body) => api.PUT('/api/v1/transitions/{id}', { params: { path: { id }, header: etag(version) }, body }),
    remove: ({ id, version }) => api.DELETE('/api/v1/transitions/{id}', { params: { path: { id }, header: etag(version) } }),
  });
}

/** A row's own values, without what the API adds when it answers. */
export function statusValues({ code, labelFr, labelEn, clientLabelFr, clientLabelEn, category, clock, color, position, active }: Status): StatusValues {
  return {
    code,
    labelFr: labelFr ?? '',
    labelEn: labelEn ?? '',
    clientLabelFr: clientLabelFr ?? '',
    clientLabelEn: clientLabelEn ?? '',
    category,
    clock,
    color,
    position,
    active,
  };
}

export function urgencyValues({ code, labelFr, labelEn, color, rank, takeOverMinutes, resolveMinutes, active }: Urgency): UrgencyValues {
  return { code, labelFr, labelEn, color, rank, takeOverMinutes, resolveMinutes, active };
}

export function transitionValues(transition: Transition): TransitionValues {
  const { from, to, byTechnician, byDispatcher, needsReason, needsReport, needsSlot, needsTechnician, active } = transition;
  return { from: from ?? null, to, byTechnician, byDispatcher, needsReason, needsReport, needsSlot, needsTechnician, active };
}
