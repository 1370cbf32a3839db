/** The line on which a kernel with the magics asks for an edit, and says that it has news. */

import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { JSONValue } from '@lumino/coreutils';

const TARGET = 'jupyter_hybridize';
const APPLY = 'application/vnd.jupyter-hybridize.apply+json';
const NEWS = 'application/vnd.jupyter-hybridize.news+json';

/** A cell to write, as the kernel knows it: without the newlines at its end. */
export interface CellToWrite {
  id: string | null;
  count: number | null;
  before: string;
  after: string;
}

/** Whoever can write into cells. */
export interface Host {
  /** Write the cell; return why it was not, "" where it was. */
  write(cell: CellToWrite): string;
}

export class KernelComm {
  constructor(
    private readonly kernel: Kernel.IKernelConnection,
    private readonly host: Host,
    private readonly onNews: () => void
  ) {}

  /** Open the line, anew where it is none of those that the kernel knows: its magics may have been loaded again. */
  keepOpen(known: readonly unknown[] | null): void {
    const isOpen = this.comm && !this.comm.isDisposed;
    if (!this.kernel.handleComms || (isOpen && known?.includes(this.comm?.commId) !== false)) {
      return;
    }
    this.comm?.dispose();
    const comm = this.kernel.createComm(TARGET);
    comm.onMsg = message => this.onMessage(comm, message);
    comm.open();
    this.comm = comm;
  }

  dispose(): void {
    const { comm } = this;
    this.comm = null;
    if (!comm || comm.isDisposed) {
      return;
    }
    if (this.kernel.isDisposed || this.kernel.connectionStatus !== 'connected') {
      comm.dispose();
    } else {
      comm.close();
    }
  }

  private onMessage(comm: Kernel.IComm, message: KernelMessage.ICommMsgMsg): void {
    const { data } = message.content;
    if (data['type'] === NEWS) {
      this.onNews();
    } else if (data['type'] === APPLY) {
      const cell = cellIn(data);
      const reason = cell ? this.host.write(cell) : 'the message cannot be read';
      comm.send({ request: data['request'] ?? null, applied: !reason, reason });
    }
  }

  private comm: Kernel.IComm | null = null;
}

function cellIn(data: Record<string, JSONValue | undefined>): CellToWrite | null {
  const { before, after } = data;
  const { id, count } = (data['cell'] ?? {}) as Record<string, unknown>;
  if (typeof before !== 'string' || typeof after !== 'string') {
    return null;
  }
  return {
    id: typeof id === 'string' ? id : null,
    count: typeof count === 'number' ? count : null,
    before,
    after
  };
}
