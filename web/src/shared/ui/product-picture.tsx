import classes from './product-picture.module.css';

type ProductPictureProps = {
  src: string;
  /** Empty where the name stands beside the picture anyway. */
  alt?: string;
  /** Pictures on the first screen load at once. */
  isFirstScreen?: boolean;
};

/** A picture with a reserved place: nothing moves when it arrives. */
export function ProductPicture({ src, alt = '', isFirstScreen = false }: ProductPictureProps) {
  return (
    <div className={classes['frame']}>
      <img
        src={src}
        alt={alt}
        width={480}
        height={480}
        loading={isFirstScreen ? 'eager' : 'lazy'}
        decoding="async"
      />
    </div>
  );
}
