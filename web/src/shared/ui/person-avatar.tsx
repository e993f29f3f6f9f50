import { Avatar } from '@mantine/core';

type PersonAvatarProps = {
  person: { readonly name: string; readonly avatarUrl?: string | null };
  /** In pixels. */
  size: number;
};

/** A person's picture, or the first letters of the name. The name stands beside it: it says nothing to screen readers. */
export function PersonAvatar({ person: { name, avatarUrl }, size }: PersonAvatarProps) {
  return (
    <Avatar src={avatarUrl ?? null} name={name} color="initials" size={size} alt="" aria-hidden />
  );
}
