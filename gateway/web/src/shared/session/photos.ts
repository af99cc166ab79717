import { content, thumbnail } from '@/shared/attachments/addresses';

const PHOTOS = 'accord-photos';

/** Photos that this browser kept for reading without network: these, or all of them. */
export async function forgetPhotos(ids?: string[]): Promise<void> {
  if (!ids) {
    await caches.delete(PHOTOS);
  } else if (ids.length > 0) {
    const kept = await caches.open(PHOTOS);
    await Promise.all(ids.flatMap((id) => [kept.delete(thumbnail(id)), kept.delete(content(id))]));
  }
}
