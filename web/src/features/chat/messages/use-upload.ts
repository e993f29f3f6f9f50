import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { describeProblem } from '../../../shared/graphql/errors.ts';
import { FINISH_UPLOAD, REQUEST_UPLOAD } from '../chat-operations.ts';

/** What can be sent, for the dialogue that chooses files; whether it really is one is looked at by its content. */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/gif,video/mp4,video/webm';

/** Brings a file to where it can be sent from; gives its id, or keeps why it could not be. */
export function useUpload() {
  const client = useApolloClient();
  const [isUploading, setIsUploading] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function bring(file: File): Promise<string | undefined> {
    const input = { contentType: file.type, sizeBytes: file.size };
    const asked = await client.mutate({ mutation: REQUEST_UPLOAD, variables: { input } });
    const place = asked.data?.requestUpload;
    if (!place || !('url' in place)) return refuse(place?.message);
    const headers = place.headers.map(({ name, value }): [string, string] => [name, value]);
    const { ok } = await fetch(place.url, { method: 'PUT', body: file, headers });
    if (!ok) return refuse('The file did not arrive. Please try again.');
    const variables = { mediaId: place.mediaId };
    const finished = await client.mutate({ mutation: FINISH_UPLOAD, variables });
    const ready = finished.data?.finishUpload;
    return ready && 'mediaId' in ready ? ready.mediaId : refuse(ready?.message);
  }

  function refuse(message = 'The server gave no answer.'): undefined {
    setProblem(message);
  }

  async function upload(file: File): Promise<string | undefined> {
    setProblem(undefined);
    setIsUploading(true);
    try {
      return await bring(file);
    } catch (error) {
      return refuse(describeProblem(error).detail);
    } finally {
      setIsUploading(false);
    }
  }

  return { upload, isUploading, problem };
}
