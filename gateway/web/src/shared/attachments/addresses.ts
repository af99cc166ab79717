/** Small, for a thread. */
export const thumbnail = (id: string): string => `/api/v1/attachments/${id}/thumbnail`;

/** Whole. */
export const content = (id: string): string => `/api/v1/attachments/${id}/content`;
