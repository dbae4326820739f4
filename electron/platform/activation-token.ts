/**
 * Lets a program that is started meanwhile, such as the browser, come to the front: Wayland desktops ask for the
 * token that the click on a notification brought, and the programs look for it in their environment.
 */
export const withActivationToken = (token: string, run: () => void): void => {
  if (token === '') return run();
  process.env['XDG_ACTIVATION_TOKEN'] = token;
  try {
    run();
  } finally {
    delete process.env['XDG_ACTIVATION_TOKEN'];
  }
};
