import { Text } from '@mantine/core';

/** Both lines belong to the name of the choice: whoever hears it hears what it leads to. */
export function ChoiceLabel({ title, text }: { title: string; text: string }) {
  return (
    <>
      {title}
      <Text component="span" display="block" size="xs" c="dimmed">
        {text}
      </Text>
    </>
  );
}
