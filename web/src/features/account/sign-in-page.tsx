import { useMutation } from '@apollo/client/react';
import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { formatRelative } from '../../shared/format/date.ts';
import { ProblemAlert, RefusalAlert } from '../../shared/ui/problem-alert.tsx';
import { LOGIN } from './account-operations.ts';
import { EntryPanel } from './entry-panel.tsx';
import { useSignIn } from './use-sign-in.ts';

export function SignInPage() {
  const signIn = useSignIn();
  const [login, { loading, error }] = useMutation(LOGIN, { errorPolicy: 'all' });
  const [refusal, setRefusal] = useState<string>();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : 'Enter your e-mail address'),
      password: (value) => (value ? null : 'Enter your password'),
    },
  });

  async function submit(input: typeof form.values): Promise<void> {
    setRefusal(undefined);
    const outcome = (await login({ variables: { input } })).data?.login;
    switch (outcome?.__typename) {
      case 'Session':
        return signIn.finish(outcome);
      case 'TooManyAttempts':
        return setRefusal(`${outcome.message} Try again ${formatRelative(outcome.retryAt)}.`);
      case 'InvalidCredentials':
        return setRefusal(outcome.message);
      case undefined:
        return undefined;
    }
  }

  if (signIn.isSignedIn) return <Navigate to={signIn.from} replace />;
  return (
    <EntryPanel
      title="Welcome back"
      text={signIn.isForCart ? 'Sign in, and the product goes into your cart.' : undefined}
    >
      <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack>
          {refusal !== undefined && <RefusalAlert title="Not signed in">{refusal}</RefusalAlert>}
          <ProblemAlert error={error} />
          <TextInput
            label="E-mail address"
            type="email"
            autoComplete="username"
            required
            data-autofocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={loading}>
            Sign in
          </Button>
          <Text ta="center" size="sm">
            New here?{' '}
            <Anchor component={Link} to="/sign-up" state={signIn.origin} underline="always">
              Create an account
            </Anchor>
          </Text>
        </Stack>
      </form>
    </EntryPanel>
  );
}
