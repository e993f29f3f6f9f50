/** Always there, so that anyone can look around. Their passwords are no secret: never in production. */
export const DEMO_ACCOUNTS = [
  {
    id: '01900000-0000-7000-8000-00000000000a',
    email: 'admin@plaza.example',
    password: 'plaza-demo-admin',
    name: 'Alex Admin',
    username: 'alex',
    roles: ['CUSTOMER', 'ADMIN'],
  },
  {
    id: '01900000-0000-7000-8000-000000000001',
    email: 'ada@plaza.example',
    password: 'plaza-demo-ada',
    name: 'Ada Lovelace',
    username: 'ada',
    roles: ['CUSTOMER'],
  },
  {
    id: '01900000-0000-7000-8000-000000000002',
    email: 'ben@plaza.example',
    password: 'plaza-demo-ben',
    name: 'Ben Bernstein',
    username: 'ben',
    roles: ['CUSTOMER'],
  },
] as const;
