/** Asks an idle kernel what the magics recorded in it: calls, verifications, the measured cost of operations. */

import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { ReadonlyJSONObject } from '@lumino/coreutils';
import { Debouncer } from '@lumino/polling';

/** Reads only what is there: in a kernel without the magics nothing is imported. */
const QUESTION =
  "(lambda shell: getattr(shell, '_jupyter_hybridize', None) and " +
  "__import__('jupyter_hybridize.surfaces.sidebar', fromlist=['told']).told(shell))(get_ipython())";

/** How long a kernel has to be idle before it is asked, in milliseconds. */
const PAUSE = 500;

export class KernelFacts {
  constructor(
    private readonly session: ISessionContext,
    private readonly isWanted: () => boolean,
    private readonly tell: (evidence: ReadonlyJSONObject) => void
  ) {
    session.iopubMessage.connect(this.onMessage, this);
    session.statusChanged.connect(this.onStatus, this);
  }

  dispose(): void {
    this.session.iopubMessage.disconnect(this.onMessage, this);
    this.session.statusChanged.disconnect(this.onStatus, this);
    this.later.dispose();
  }

  /** A silent request publishes no input, so our own question is not taken for news. */
  private onMessage(_: unknown, message: KernelMessage.IMessage): void {
    if (message.header.msg_type === 'execute_input') {
      this.hasRun = true;
    }
  }

  private onStatus(_: unknown, status: Kernel.Status): void {
    if (status === 'idle' && this.hasRun) {
      void this.later.invoke().catch(() => undefined);
    }
  }

  private async ask(): Promise<void> {
    const kernel = this.session.session?.kernel;
    if (!kernel || kernel.status !== 'idle' || !this.isWanted()) {
      return; // asked after the next run, or when the panel is shown
    }
    const { content } = await kernel.requestExecute({
      code: '',
      silent: true,
      store_history: false,
      user_expressions: { told: QUESTION }
    }).done;
    if (content.status !== 'ok') {
      return; // a cell that failed aborts what waits behind it
    }
    this.hasRun = false;
    const evidence = evidenceIn(content);
    if (evidence) {
      this.tell(evidence);
    }
  }

  private readonly later = new Debouncer(() => this.ask(), PAUSE);
  private hasRun = false;
}

function evidenceIn(content: KernelMessage.IReplyOkContent & object): ReadonlyJSONObject | null {
  const { user_expressions: answers } = content as { user_expressions?: Record<string, unknown> };
  const answer = answers?.['told'] as { data?: Record<string, unknown> } | undefined;
  const found = answer?.data?.['application/json'];
  return typeof found === 'object' && found !== null ? (found as ReadonlyJSONObject) : null;
}
