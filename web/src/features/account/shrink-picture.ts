/** Twice what the server keeps, so that it has something to make smaller. */
const SIDE_PX = 512;
const QUALITY = 0.85;

/**
 * The middle of a picture as the base64 of a small square JPEG, whatever the size of the file: what is sent has a bound.
 * Fails when the browser cannot open it.
 */
export async function shrinkPicture(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  try {
    const side = Math.min(picture.width, picture.height);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.min(side, SIDE_PX);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('this browser cannot draw pictures');
    // What is transparent would become black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(
      picture,
      (picture.width - side) / 2,
      (picture.height - side) / 2,
      side,
      side,
      0,
      0,
      canvas.width,
      canvas.height,
    );
    const url = canvas.toDataURL('image/jpeg', QUALITY);
    return url.slice(url.indexOf(',') + 1);
  } finally {
    picture.close();
  }
}
