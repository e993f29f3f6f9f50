import { signS3Url } from './sign-s3-url.ts';

// The example of the documentation that the function names.
test('signs as the documentation of S3 does', () => {
  const url = signS3Url({
    method: 'GET',
    url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
    region: 'us-east-1',
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    expiresInSeconds: 86_400,
    now: new Date('2013-05-24T00:00:00.000Z'),
  });
  expect(url).toContain(
    'X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  );
});
