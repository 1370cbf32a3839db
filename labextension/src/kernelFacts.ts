/** When a kernel is asked what the notebook's names are: once after each run, while it is idle and the panel is visible. */

import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { ReadonlyJSONObject } from '@lumino/coreutils';
import { Debouncer } from '@lumino/polling';

import { KernelComm, type Host } from './kernelComm';
import { Aborted, KernelShell } from './kernelShell';
import type { Live } from './live';

/** How long a kernel has to be idle before it is asked, in milliseconds. */
const PAUSE = 500;

/** What the questions depend on. */
export interface Questions {
  /** Whether the answer would be seen. */
  readonly isWanted: boolean;
  /** The names that the notebook reads, as far as that is known. */
  readonly names: readonly string[];
  /** A Python expression: a function of a list of names. */
  expression(): Promise<string>;
}

export class KernelFacts {
  constructor(
    private readonly session: ISessionContext,
    private readonly questions: Questions,
    private readonly live: Live,
    private readonly host: Host
  ) {
    session.iopubMessage.connect(this.onMessage, this);
    session.statusChanged.connect(this.onStatus, this);
    session.kernelChanged.connect(this.onKernel, this);
    this.onKernel();
  }

  dispose(): void {
    this.session.iopubMessage.disconnect(this.onMessage, this);
    this.session.statusChanged.disconnect(this.onStatus, this);
    this.session.kernelChanged.disconnect(this.onKernel, this);
    this.later.dispose();
    this.leave();
  }

  /** Ask if there is something to ask for: the panel was shown, say, or the notebook reads more names. */
  consider(): void {
    if (!this.questions.isWanted) {
      return;
    }
    this.hasNews ||= this.questions.names.some(name => !this.asked.has(name));
    if (this.hasNews) {
      void this.later.invoke().catch(ignore);
    }
  }

  /** The magics are there now: hear what they have to say. */
  listen(known: readonly unknown[] | null = null): void {
    const kernel = this.session.session?.kernel;
    if (kernel) {
      this.comm ??= new KernelComm(kernel, this.host, this.onNews);
      this.comm.keepOpen(known);
    }
  }

  /** The kernel has something new to tell. */
  private readonly onNews = (): void => {
    this.hasNews = true;
    this.consider();
  };

  /** A silent request publishes no input, so our own question is taken neither for news nor for a running cell. */
  private onMessage(_: unknown, message: KernelMessage.IMessage): void {
    const { msg_type: type } = message.header;
    const cell = 'msg_id' in message.parent_header ? message.parent_header.msg_id : '';
    if (type === 'execute_input') {
      this.running = cell;
      this.hasNews = true;
      this.live.isBusy = true;
    } else if (type === 'status' && cell === this.running) {
      const { execution_state: state } = message.content as { execution_state?: string };
      if (state === 'idle') {
        this.rest();
      }
    }
  }

  private onStatus(_: unknown, status: Kernel.Status): void {
    if (['restarting', 'autorestarting', 'dead', 'terminating'].includes(status)) {
      this.leave();
      this.live.forget();
      this.rest();
    } else if (status === 'busy' && this.running === UNKNOWN) {
      this.live.isBusy = true; // with a cell that began before this page was there
    } else if (status === 'idle' && this.running === UNKNOWN) {
      this.rest();
    } else if (status === 'idle') {
      this.consider();
    }
  }

  private onKernel(): void {
    this.leave();
    this.live.forget();
    const kernel = this.session.session?.kernel;
    const isBusy = kernel?.status === 'busy';
    this.running = isBusy || !kernel ? UNKNOWN : null;
    this.live.isBusy = isBusy;
    this.consider();
  }

  private rest(): void {
    this.running = null;
    this.live.isBusy = false;
    this.consider();
  }

  /** Take leave of the kernel as it was. */
  private leave(): void {
    this.shell?.dispose();
    this.comm?.dispose();
    this.shell = this.comm = null;
    this.asked = new Set();
    this.hasNews = true;
  }

  private async ask(): Promise<void> {
    const kernel = this.session.session?.kernel;
    const isFree = kernel?.status === 'idle' && this.running === null;
    if (!kernel || !isFree || !this.questions.isWanted || !this.hasNews) {
      return; // asked after the next run, or when the panel is shown
    }
    const shell = (this.shell ??= new KernelShell(kernel));
    const { names } = this.questions;
    this.hasNews = false;
    try {
      const expression = await this.questions.expression();
      const told = await shell.evaluate(`${expression}(${JSON.stringify(names)})`);
      if (this.shell === shell) {
        this.take(names, told);
      }
    } catch (error) {
      this.hasNews = true; // asked again after the next run
      if (!(error instanceof Aborted)) {
        throw error;
      }
    }
  }

  private take(names: readonly string[], told: ReadonlyJSONObject | null): void {
    this.asked = new Set(names);
    if (!told) {
      return;
    }
    const { listening, ...evidence } = told;
    this.live.learn(evidence);
    if (Array.isArray(listening)) {
      this.listen(listening);
    }
  }

  private readonly later = new Debouncer(() => this.ask(), PAUSE);
  private hasNews = true;
  private asked = new Set<string>();
  private running: string | null = UNKNOWN; // the request that runs
  private shell: KernelShell | null = null;
  private comm: KernelComm | null = null;
}

/** Some request that was sent before. */
const UNKNOWN = '';

function ignore(): void {
  // the kernel went away, or a newer question took the place of this one
}
