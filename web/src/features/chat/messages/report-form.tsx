import { useMutation } from '@apollo/client/react';
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { ProblemAlert } from '../../../shared/ui/problem-alert.tsx';
import { REPORT_MESSAGE } from '../chat-operations.ts';

const MAX_CHARACTERS = 500;

/** Why administrators should look at a message. */
export function ReportForm(message: { conversationId: string; sequence: number }) {
  const [reason, setReason] = useState('');
  const [report, { loading, error, data }] = useMutation(REPORT_MESSAGE);
  if (data) {
    return (
      <Stack>
        <Text role="status">Thank you. Administrators will look at it.</Text>
        <Button onClick={() => modals.closeAll()}>Close</Button>
      </Stack>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const input = { ...message, reason: reason.trim() };
        void report({ variables: { input } }).catch(() => undefined);
      }}
    >
      <Stack>
        <ProblemAlert error={error} />
        <Textarea
          label="What is wrong with it"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={MAX_CHARACTERS}
          minRows={3}
          autosize
          required
          data-autofocus
        />
        <Button type="submit" color="red" loading={loading} disabled={reason.trim() === ''}>
          Report
        </Button>
      </Stack>
    </form>
  );
}
