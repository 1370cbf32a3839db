/** Opens the widget of the magics in an output area beside the notebook, or below it where nothing fits beside. */

import type { JupyterFrontEnd } from '@jupyterlab/application';
import { MainAreaWidget } from '@jupyterlab/apputils';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { OutputAreaModel, SimplifiedOutputArea } from '@jupyterlab/outputarea';
import type { Kernel } from '@jupyterlab/services';
import { UUID } from '@lumino/coreutils';
import { Signal, type ISignal } from '@lumino/signaling';
import { TabPanel } from '@lumino/widgets';

import { hybridizeIcon } from './icons';
import type { Live } from './live';
import type { Words } from './words';

const LOADED = "getattr(get_ipython(), '_jupyter_hybridize', None) is not None";

/** A name or a call for the widget, and whether it is to be verified at once. */
export interface Trial {
  target: string;
  verifies: boolean;
}

export class Outputs {
  constructor(
    private readonly app: JupyterFrontEnd,
    private readonly words: Words,
    private readonly live: Live,
    private readonly hasRoom: () => boolean // beside a notebook
  ) {}

  /** Emitted when the magics have been loaded into the kernel of a notebook. */
  get loaded(): ISignal<this, NotebookPanel> {
    return this._loaded;
  }

  /** Open the widget; raise an error that says why where that is not possible. */
  open(panel: NotebookPanel, trial: Trial): void {
    const kernel = this.freeKernel(panel);
    const area = new SimplifiedOutputArea({
      model: new OutputAreaModel({ trusted: true }),
      rendermime: panel.content.rendermime
    });
    area.addClass('jp-Hybridize-output');
    this.show(panel, area, trial.target);
    // it is no cell of the notebook, so it is kept out of the history, which is what is analysed
    const future = kernel.requestExecute(
      {
        code: this.codeOf(trial),
        store_history: false,
        stop_on_error: false,
        user_expressions: { loaded: LOADED }
      },
      false
    );
    area.future = future;
    void future.done.then(({ content }) => {
      if (isLoaded(content)) {
        this._loaded.emit(panel);
      }
    }, ignore);
  }

  private freeKernel(panel: NotebookPanel): Kernel.IKernelConnection {
    const { trans } = this.words;
    const kernel = panel.sessionContext.session?.kernel;
    if (!kernel || ['dead', 'unknown', 'terminating'].includes(kernel.status)) {
      throw new Error(
        trans.__('This notebook has no running kernel. Start one, and run the cells first.')
      );
    }
    // a kernel is busy with a question of ours, too, but only for a moment
    if (kernel.status === 'busy' ? this.live.isBusy : kernel.status !== 'idle') {
      throw new Error(trans.__('The kernel is busy. Try again when it is idle.'));
    }
    return kernel;
  }

  /** Load the magics and run one; where the kernel lacks them, it says what to do. */
  private codeOf({ target, verifies }: Trial): string {
    const missing = this.words.trans.__(
      'The kernel of this notebook lacks jupyter_hybridize. Run this in a cell, then try again: %1',
      '%pip install jupyter-hybridize'
    );
    const line = verifies ? `widget --verify ${target}` : `widget ${target}`;
    return [
      'try:',
      "    get_ipython().extension_manager.load_extension('jupyter_hybridize')",
      'except ModuleNotFoundError:',
      `    print(${JSON.stringify(missing)})`,
      'else:',
      `    get_ipython().run_line_magic('hybridize', ${JSON.stringify(line)})`
    ].join('\n');
  }

  /** Show the area, in the place of the one for the same function if there is one. */
  private show(panel: NotebookPanel, area: SimplifiedOutputArea, title: string): void {
    const shown = this.shown.get(panel) ?? new Map<string, MainAreaWidget>();
    this.shown.set(panel, shown);
    const former = shown.get(title);
    const other = [...shown.values()].filter(each => !each.isDisposed).pop();
    const widget = new MainAreaWidget({ content: area });
    widget.id = `jupyter-hybridize:output-${UUID.uuid4()}`;
    widget.title.label = title;
    widget.title.caption = this.words.trans.__('Verification and benchmark of %1', title);
    area.node.setAttribute('role', 'region');
    area.node.setAttribute('aria-label', widget.title.caption);
    widget.title.icon = hybridizeIcon;
    widget.title.closable = true;
    if (this.hasRoom()) {
      this.putBeside(panel, widget, other);
    } else {
      this.putBelow(panel, widget);
    }
    former?.dispose();
    shown.set(title, widget);
    panel.disposed.connect(() => widget.dispose()); // it has what renders the output
  }

  private putBeside(panel: NotebookPanel, widget: MainAreaWidget, other?: MainAreaWidget): void {
    const place = other
      ? { mode: 'tab-after' as const, ref: other.id }
      : { mode: 'split-right' as const, ref: panel.id };
    this.app.shell.add(widget, 'main', { ...place, activate: false });
    if (other) {
      this.app.shell.activateById(widget.id); // in front of the others
      this.app.shell.activateById(panel.id); // the notebook stays the one that is worked in
    }
  }

  private putBelow(panel: NotebookPanel, widget: MainAreaWidget): void {
    widget.addClass('jp-Hybridize-below');
    this.app.shell.add(widget, 'down');
    const tabs = widget.parent?.parent;
    if (tabs instanceof TabPanel) {
      tabs.currentWidget = widget; // in front of the others, which Notebook 7 leaves it behind
    }
    this.app.shell.activateById(widget.id);
    this.app.shell.activateById(panel.id);
  }

  private readonly _loaded = new Signal<this, NotebookPanel>(this);
  private readonly shown = new WeakMap<NotebookPanel, Map<string, MainAreaWidget>>();
}

function isLoaded(content: object): boolean {
  const { user_expressions: answers } = content as { user_expressions?: Record<string, unknown> };
  const answer = answers?.['loaded'] as { data?: Record<string, unknown> } | undefined;
  return answer?.data?.['text/plain'] === 'True';
}

function ignore(): void {
  // the kernel went away before it was done
}
