import { useMutation } from '@apollo/client/react';
import { IconTrash } from '@tabler/icons-react';
import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import type { SeasonRewardTierInput } from '#schema/operations/generated/graphql.ts';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { SET_SEASON_REWARDS } from './game-admin-operations.ts';
import { MAX_TIERS, toTierInputs, validateTiers, type TiersForm } from './reward-tier-fields.ts';

type RewardTiersFormProps = { tiers: readonly SeasonRewardTierInput[]; onDone: () => void };

/** What the first of each mode get when a season ends. What was paid stays as it is. */
export function RewardTiersForm({ tiers, onDone }: RewardTiersFormProps) {
  const [save, { loading, error }] = useMutation(SET_SEASON_REWARDS, { errorPolicy: 'all' });
  const form = useForm<TiersForm>({
    initialValues: { tiers: tiers.map((tier) => ({ ...tier, key: crypto.randomUUID() })) },
    validate: validateTiers,
  });
  const rows = form.values.tiers;

  async function submit(values: TiersForm): Promise<void> {
    const { data } = await save({ variables: { input: { tiers: toTierInputs(values) } } });
    if (!data) return;
    notifications.show({ message: 'The next season that ends pays these rewards.' });
    form.resetDirty();
    onDone();
  }

  return (
    <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack gap="sm">
        {rows.map(({ key }, index) => (
          <Group key={key} gap="sm" align="flex-start">
            <NumberInput
              aria-label="Up to rank"
              leftSection={<Text size="xs">to</Text>}
              w={120}
              allowDecimal={false}
              thousandSeparator=","
              {...form.getInputProps(`tiers.${index}.upToRank`)}
            />
            <TextInput
              aria-label="Name"
              placeholder="Name"
              style={{ flex: '1 1 10rem' }}
              {...form.getInputProps(`tiers.${index}.name`)}
            />
            <NumberInput
              aria-label="Coins"
              w={150}
              suffix=" coins"
              allowDecimal={false}
              thousandSeparator=","
              {...form.getInputProps(`tiers.${index}.coins`)}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={`Remove the tier in row ${index + 1}`}
              disabled={rows.length === 1}
              onClick={() => form.removeListItem('tiers', index)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <ProblemAlert error={error} />
        <Group>
          <Button
            variant="default"
            disabled={rows.length >= MAX_TIERS}
            onClick={() =>
              form.insertListItem('tiers', {
                key: crypto.randomUUID(),
                upToRank: '',
                name: '',
                coins: '',
              })
            }
          >
            Add a tier
          </Button>
          <Button type="submit" loading={loading} disabled={!form.isDirty()}>
            Save rewards
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
