import type { Kernel } from '@jupyterlab/services';

import { Aborted, KernelShell } from '../src/kernelShell';
import { settled } from './fakes';

/** A kernel with subshells: how it makes one and takes one back is up to the test. */
function kernelWith(created: Promise<unknown>, deleted: () => Promise<unknown>) {
  const told = { created: 0, sent: 0, deleted: [] as unknown[] };
  const kernel = {
    info: Promise.resolve({}),
    supportsSubshells: true,
    isDisposed: false,
    connectionStatus: 'connected',
    username: 'user',
    clientId: 'client',
    requestCreateSubshell: () => {
      told.created++;
      return { done: created };
    },
    requestDeleteSubshell: (content: { subshell_id: string }) => {
      told.deleted.push(content.subshell_id);
      return { done: deleted() };
    },
    sendShellMessage: () => {
      told.sent++;
      return { done: Promise.resolve({ content: { status: 'ok' } }) };
    }
  };
  return { told, shell: new KernelShell(kernel as unknown as Kernel.IKernelConnection) };
}

const MADE = { content: { subshell_id: 's' } };

test('one subshell serves all questions, and is given back', async () => {
  const { told, shell } = kernelWith(Promise.resolve(MADE), () => Promise.resolve());
  await shell.evaluate('1');
  await shell.evaluate('2');
  shell.dispose();
  await settled();
  expect(told).toEqual({ created: 1, sent: 2, deleted: ['s'] });
});

test('whoever was left before asking makes no subshell', async () => {
  const { told, shell } = kernelWith(Promise.resolve(MADE), () => Promise.resolve());
  shell.dispose();
  await expect(shell.evaluate('1')).rejects.toThrow(Aborted);
  expect(told).toEqual({ created: 0, sent: 0, deleted: [] });
});

test('a subshell that comes too late is asked nothing and given back', async () => {
  let make: (made: unknown) => void = () => undefined;
  const created = new Promise(resolve => (make = resolve));
  const { told, shell } = kernelWith(created, () => Promise.resolve());
  const answer = shell.evaluate('1');
  await settled();
  shell.dispose();
  make(MADE);
  await expect(answer).rejects.toThrow(Aborted);
  await settled();
  expect(told).toEqual({ created: 1, sent: 0, deleted: ['s'] });
});

test('a kernel that ends before it has the subshell back leaves no error unheard', async () => {
  const { told, shell } = kernelWith(Promise.resolve(MADE), () =>
    Promise.reject(new Error('Canceled future'))
  );
  await shell.evaluate('1');
  shell.dispose();
  await new Promise(resolve => setTimeout(resolve)); // an error that nobody hears fails the test only then
  expect(told.deleted).toEqual(['s']);
});
