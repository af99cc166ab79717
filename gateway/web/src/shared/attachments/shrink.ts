const LONGEST_SIDE = 2048;
const QUALITY = 0.85;

/**
 * A photo as small as it is useful, so that it gets through a weak network; without its position data
 * too, though the server would see to that. What this browser cannot draw is sent as it is.
 */
export async function shrink(photo: Blob): Promise<Blob> {
  try {
    const image = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    return await new Promise((done) => canvas.toBlob((small) => done(small ?? photo), 'image/jpeg', QUALITY));
  } catch {
    return photo;
  }
}
