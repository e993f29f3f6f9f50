import { IconMinus, IconPlus } from '@tabler/icons-react';
import { ActionIcon, Group, NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { clampQuantity, MAX_QUANTITY } from '../cart/cart-quantity.ts';

type QuantityInputProps = {
  label: string;
  value: number;
  onChange: (units: number) => void;
};

/** Units of a product, 1 to 99. What is being typed counts when the field is left or Enter is pressed. */
export function QuantityInput({ label, value, onChange }: QuantityInputProps) {
  const [text, setText] = useState<number | string>(value);
  useEffect(() => setText(value), [value]);

  function settle(): void {
    const units = clampQuantity(text);
    setText(units);
    if (units !== value) onChange(units);
  }

  return (
    <Group gap={4} wrap="nowrap" role="group" aria-label={label}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label="One less"
        disabled={value <= 1}
        onClick={() => onChange(value - 1)}
      >
        <IconMinus size={16} aria-hidden />
      </ActionIcon>
      <NumberInput
        aria-label={label}
        value={text}
        onChange={setText}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
        min={1}
        max={MAX_QUANTITY}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        w={56}
        styles={{ input: { textAlign: 'center' } }}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label="One more"
        disabled={value >= MAX_QUANTITY}
        onClick={() => onChange(value + 1)}
      >
        <IconPlus size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
