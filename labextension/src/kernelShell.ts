/** Evaluates expressions in a kernel without a trace: no input, no output, no history. */

import { KernelMessage, type Kernel } from '@jupyterlab/services';
import type { ReadonlyJSONObject } from '@lumino/coreutils';

/** The kernel did not come to answer: a cell that failed aborts what waits behind it, say. */
export class Aborted extends Error {}

/** Uses a subshell of its own where the kernel has them, so that no cell has to wait for the answer. */
export class KernelShell {
  constructor(private readonly kernel: Kernel.IKernelConnection) {}

  /** Return the JSON that the value of a Python expression is displayed as, null where it is not. */
  async evaluate(expression: string): Promise<ReadonlyJSONObject | null> {
    const subshellId = await this.subshell();
    if (this.isDisposed) {
      throw new Aborted();
    }
    const message = KernelMessage.createMessage<KernelMessage.IExecuteRequestMsg>({
      msgType: 'execute_request',
      channel: 'shell',
      username: this.kernel.username,
      session: this.kernel.clientId,
      subshellId,
      content: {
        code: '',
        silent: true,
        store_history: false,
        allow_stdin: false,
        stop_on_error: false,
        user_expressions: { told: expression }
      }
    });
    const future = this.kernel.sendShellMessage(message, true, true);
    const reply = (await future.done) as unknown as KernelMessage.IExecuteReplyMsg;
    if (reply.content.status !== 'ok') {
      throw new Aborted();
    }
    return jsonIn(reply.content);
  }

  /** Give the subshell back. */
  dispose(): void {
    this.isDisposed = true;
    this.pending?.then(id => this.giveBack(id)).catch(ignore);
  }

  private async giveBack(id: string | null): Promise<void> {
    if (id !== null && !this.kernel.isDisposed && this.kernel.connectionStatus === 'connected') {
      await this.kernel.requestDeleteSubshell({ subshell_id: id }).done;
    }
  }

  private async subshell(): Promise<string | null> {
    if (this.isDisposed) {
      throw new Aborted(); // nobody would give another one back
    }
    this.pending ??= this.create();
    return this.pending;
  }

  private async create(): Promise<string | null> {
    await this.kernel.info; // it says whether there are subshells
    if (!this.kernel.supportsSubshells) {
      return null;
    }
    const { content } = await this.kernel.requestCreateSubshell({}).done;
    return content.subshell_id ?? null; // absent where it was refused
  }

  private pending: Promise<string | null> | null = null;
  private isDisposed = false;
}

function ignore(): void {
  // the kernel is gone, and its subshells with it
}

function jsonIn(content: object): ReadonlyJSONObject | null {
  const { user_expressions: answers } = content as { user_expressions?: Record<string, unknown> };
  const answer = answers?.['told'] as { data?: Record<string, unknown> } | undefined;
  const found = answer?.data?.['application/json'];
  return typeof found === 'object' && found !== null ? (found as ReadonlyJSONObject) : null;
}
