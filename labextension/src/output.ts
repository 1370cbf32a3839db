/** Runs a command of the magic in the notebook's kernel and shows what comes of it beside the notebook. */

import type { JupyterFrontEnd } from '@jupyterlab/application';
import { MainAreaWidget } from '@jupyterlab/apputils';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { OutputArea, OutputAreaModel, SimplifiedOutputArea } from '@jupyterlab/outputarea';
import { UUID } from '@lumino/coreutils';

import { hybridizeIcon } from './icons';
import type { Words } from './words';

/** Loads the magics without a word; as no last line it shows nothing. */
const LOAD = "get_ipython().extension_manager.load_extension('jupyter_hybridize')";

export class Outputs {
  constructor(
    private readonly app: JupyterFrontEnd,
    private readonly words: Words
  ) {}

  /** Run one line of a magic; raises where there is no kernel. */
  async run(panel: NotebookPanel, line: string): Promise<void> {
    if (!panel.sessionContext.session?.kernel) {
      throw new Error(this.words.trans.__('the notebook has no running kernel'));
    }
    const area = new SimplifiedOutputArea({
      model: new OutputAreaModel({ trusted: true }),
      rendermime: panel.content.rendermime
    });
    area.addClass('jp-Hybridize-output');
    this.show(panel, area, line);
    await OutputArea.execute(`${LOAD}\n${line}`, area, panel.sessionContext);
  }

  /** Show the area to the right of the notebook, where there is one already beside that. */
  private show(panel: NotebookPanel, area: SimplifiedOutputArea, line: string): void {
    const widget = new MainAreaWidget({ content: area });
    widget.id = `jupyter-hybridize:output-${UUID.uuid4()}`;
    widget.title.label = line.replace(/^%hybridize /, '');
    widget.title.icon = hybridizeIcon;
    widget.title.closable = true;
    const beside = this.shown.get(panel);
    const place =
      beside && !beside.isDisposed
        ? { mode: 'tab-after' as const, ref: beside.id }
        : { mode: 'split-right' as const, ref: panel.id };
    this.app.shell.add(widget, 'main', { ...place, activate: false });
    if (beside) {
      this.app.shell.activateById(widget.id); // in front of the older ones
    }
    this.shown.set(panel, widget);
  }

  private readonly shown = new WeakMap<NotebookPanel, MainAreaWidget>();
}
