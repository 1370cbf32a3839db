/** Keeps the model at the notebook that is looked at, and at its kernel. */

import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';

import type { Host } from './kernelComm';
import { KernelFacts, type Questions } from './kernelFacts';
import type { Model } from './model';
import { OpenNotebook } from './notebook';

export class Following {
  constructor(
    tracker: INotebookTracker,
    private readonly model: Model,
    private readonly questions: Questions,
    private readonly host: Host
  ) {
    tracker.currentChanged.connect(this.onCurrent, this);
    this.onCurrent(tracker, tracker.currentWidget);
  }

  /** The kernel may be asked now, or for more. */
  consider(): void {
    this.facts?.consider();
  }

  /** The magics were loaded into the kernel of a notebook. */
  listen(panel: NotebookPanel): void {
    if (this.current?.panel === panel) {
      this.facts?.listen();
    }
  }

  private onCurrent(_: unknown, panel: NotebookPanel | null): void {
    if (panel === (this.current?.panel ?? null)) {
      return;
    }
    this.current?.dispose();
    this.facts?.dispose();
    this.facts = null;
    this.model.notebook = null;
    const opened = panel ? new OpenNotebook(panel) : null;
    this.current = opened;
    // before, its cells are not there, and would be reported as none
    void opened?.panel.context.ready.then(() => {
      if (this.current === opened) {
        this.model.notebook = opened;
        const { sessionContext } = opened.panel;
        this.facts = new KernelFacts(sessionContext, this.questions, this.model.live, this.host);
      }
    });
  }

  private facts: KernelFacts | null = null;
  private current: OpenNotebook | null = null;
}
