import { useMutation, type UseMutationResult } from '@tanstack/react-query';

/** Hands in photos one after the other; another try, with the same, goes on where the last one failed. */
export function usePhotos<T>(attach: (photo: T) => Promise<void>, onTaken?: () => void): UseMutationResult<void, Error, T[]> {
  return useMutation({
    retry: false,
    mutationFn: async (photos) => {
      for (let [photo] = photos; photo; [photo] = photos) {
        await attach(photo);
        photos.shift();
        onTaken?.();
      }
    },
  });
}
