type Registration = { name: string; email: string; password: string };

/** What is wrong with a registration, by field; the server has the last word. */
export function validateRegistration({ name, email, password }: Registration) {
  const errors: Partial<Registration> = {};
  if (name.trim() === '') errors.name = 'Enter your name';
  if (name.trim().length > 100) errors.name = '100 characters at most';
  if (!/^[^\s@]+@[^\s@]+$/.test(email.trim()))
    errors.email = 'Enter an address such as ada@plaza.example';
  if (password.length < 8) errors.password = 'At least 8 characters';
  if (password.length > 128) errors.password = '128 characters at most';
  return errors;
}
