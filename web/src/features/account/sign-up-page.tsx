import { useMutation } from '@apollo/client/react';
import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { ProblemAlert, RefusalAlert } from '../../shared/ui/problem-alert.tsx';
import { REGISTER } from './account-operations.ts';
import { EntryPanel } from './entry-panel.tsx';
import { validateRegistration } from './registration.ts';
import { useSignIn } from './use-sign-in.ts';

export function SignUpPage() {
  const signIn = useSignIn();
  const [register, { loading, error }] = useMutation(REGISTER, { errorPolicy: 'all' });
  const [refusal, setRefusal] = useState<string>();
  const form = useForm({
    initialValues: { name: '', email: '', password: '' },
    validate: validateRegistration,
    validateInputOnBlur: true,
  });

  async function submit({ name, email, password }: typeof form.values): Promise<void> {
    setRefusal(undefined);
    const input = { name: name.trim(), email: email.trim(), password };
    const outcome = (await register({ variables: { input } })).data?.register;
    if (outcome?.__typename === 'Session') await signIn.finish(outcome);
    if (outcome?.__typename === 'EmailTaken') setRefusal(outcome.message);
  }

  if (signIn.isSignedIn) return <Navigate to={signIn.from} replace />;
  return (
    <EntryPanel
      title="Create your account"
      text={signIn.isForCart ? 'Then the product goes into your cart.' : undefined}
    >
      <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          {refusal !== undefined && (
            <RefusalAlert title="This address is taken">
              {refusal}{' '}
              <Anchor
                component={Link}
                to="/sign-in"
                state={signIn.origin}
                size="sm"
                underline="always"
              >
                Sign in instead
              </Anchor>
            </RefusalAlert>
          )}
          <ProblemAlert error={error} />
          <TextInput
            label="Name"
            description="As others see it"
            autoComplete="name"
            required
            {...form.getInputProps('name')}
          />
          <TextInput
            label="E-mail address"
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            description="At least 8 characters"
            autoComplete="new-password"
            required
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={loading}>
            Create account
          </Button>
          <Text ta="center" size="sm">
            Have an account?{' '}
            <Anchor component={Link} to="/sign-in" state={signIn.origin} underline="always">
              Sign in
            </Anchor>
          </Text>
        </Stack>
      </form>
    </EntryPanel>
  );
}
