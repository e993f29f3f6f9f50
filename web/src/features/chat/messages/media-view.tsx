import type { Message } from '../talk/talk-types.ts';
import classes from './media-view.module.css';

type Media = NonNullable<Message['media']>;

/** Where the graph does not tell how large it is. */
const USUAL = { width: 480, height: 360 };

/** A picture or film in a place of its final size: nothing moves when it arrives, and it is fetched when it comes near the screen. */
export function MediaView({ media, text }: { media: Media; text: string | null }) {
  const { url, thumbnailUrl, placeholder, contentType } = media;
  const width = media.width ?? USUAL.width;
  const height = media.height ?? USUAL.height;
  const style = { aspectRatio: `${width} / ${height}` };
  if (contentType.startsWith('video/')) {
    return (
      // What people send each other has no captions.
      // eslint-disable-next-line jsx-a11y/media-has-caption
      <video className={classes['media']} style={style} src={url} controls preload="none" />
    );
  }
  return (
    <a href={url} target="_blank" rel="noreferrer" className={classes['frame']} style={style}>
      {placeholder !== null && <img src={placeholder} alt="" className={classes['placeholder']} />}
      <img
        src={thumbnailUrl ?? url}
        alt={text ?? 'Picture'}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        className={classes['picture']}
      />
    </a>
  );
}
