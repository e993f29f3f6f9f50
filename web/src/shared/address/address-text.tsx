import { Text } from '@mantine/core';
import { countryName } from './countries.ts';

type AddressTextProps = {
  address: {
    readonly recipient: string;
    readonly line1: string;
    readonly line2?: string | null;
    readonly postalCode: string;
    readonly city: string;
    readonly region?: string | null;
    readonly country: string;
  };
};

export function AddressText({ address }: AddressTextProps) {
  const { recipient, line1, line2, postalCode, city, region, country } = address;
  const lines = [
    line1,
    line2,
    `${postalCode} ${city}`,
    [region, countryName(country)].filter(Boolean).join(', '),
  ];
  return (
    <Text component="address" fs="normal" size="sm" style={{ overflowWrap: 'anywhere' }}>
      <b>{recipient}</b>
      {lines.filter(Boolean).map((line) => (
        <span key={line} style={{ display: 'block' }}>
          {line}
        </span>
      ))}
    </Text>
  );
}
