import { Box, Radio, Stack, Text, Title } from '@mantine/core';
import type { CheckoutChoicesQuery } from '#schema/operations/generated/graphql.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import classes from './checkout-form.module.css';
import { ChoiceLabel } from './choice-label.tsx';

type PaymentStepProps = {
  tokens: CheckoutChoicesQuery['testPaymentTokens'];
  chosen: string;
  onChoose: (token: string) => void;
};

/** The cards of the payment simulation, each with what will happen. */
export function PaymentStep({ tokens, chosen, onChoose }: PaymentStepProps) {
  return (
    <Panel>
      <Title order={2} size="h4">
        How do you pay?
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        Test cards; each behaves in its own way.
      </Text>
      <Radio.Group label="Card" value={chosen} onChange={onChoose}>
        <Stack gap="xs">
          {tokens.map(({ token, label, outcome }) => (
            <Box key={token} className={classes['choice'] ?? ''}>
              <Radio value={token} label={<ChoiceLabel title={label} text={outcome} />} />
            </Box>
          ))}
        </Stack>
      </Radio.Group>
    </Panel>
  );
}
