import { GraphQLError } from 'graphql';

/** A request that is not GraphQL over HTTP, or not allowed to be: answered with its status, whatever the media type. */
export class HttpRefusal extends GraphQLError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    options: { code?: string; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message, { extensions: { code: options.code ?? 'BAD_REQUEST' } });
    this.status = status;
    this.headers = options.headers ?? {};
  }
}
