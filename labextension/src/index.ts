/** The plugin: the sidebar of the functions that gain from tf.function. */

import {
  ILabShell,
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IEditorExtensionRegistry } from '@jupyterlab/codemirror';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { ServerApi } from './api';
import { addCommands, addToPalette } from './commands';
import { Editing } from './editing';
import { KernelFacts } from './kernelFacts';
import { addMarks } from './marks';
import { Model } from './model';
import { OpenNotebook } from './notebook';
import { Outputs } from './output';
import { Panel } from './panel';
import { PanelActions } from './panelActions';
import { preferencesOf } from './preferences';
import { Words } from './words';

const ID = 'jupyter-hybridize:plugin';

const plugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description:
    'Says which functions of a TensorFlow notebook gain from tf.function, and decorates them.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [
    ICommandPalette,
    IEditorExtensionRegistry,
    ILabShell,
    ILayoutRestorer,
    ISettingRegistry,
    ITranslator
  ],
  activate
};

function activate(
  app: JupyterFrontEnd,
  tracker: INotebookTracker,
  palette: ICommandPalette | null,
  editors: IEditorExtensionRegistry | null,
  labShell: ILabShell | null,
  restorer: ILayoutRestorer | null,
  registry: ISettingRegistry | null,
  translator: ITranslator | null
): void {
  const words = new Words((translator ?? nullTranslator).load('jupyter_hybridize'));
  const api = new ServerApi(app.serviceManager.serverSettings);
  const model = new Model(api);
  const editing = new Editing(model, api);
  const actions = new PanelActions(model, editing, api, new Outputs(app, words), words);
  const panel = new Panel(model, editing, words, actions);

  app.shell.add(panel, 'right', { rank: 600, type: 'Hybridize' });
  restorer?.add(panel, panel.id);
  addCommands(app, model, editing, words, actions, () => {
    app.shell.activateById(panel.id);
    labShell?.expandRight();
  });
  if (palette) {
    addToPalette(palette, words);
  }
  if (editors) {
    addMarks(editors, model, words);
  }
  follow(tracker, model, () => panel.isVisible && model.preferences.liveTypes);
  if (registry) {
    followSettings(registry, model);
  }
}

/** Keep the model at the notebook that is looked at. */
function follow(tracker: INotebookTracker, model: Model, asksKernel: () => boolean): void {
  let facts: KernelFacts | null = null;
  let current: OpenNotebook | null = null;
  const onCurrent = (_: unknown, panel: NotebookPanel | null) => {
    if (panel === (current?.panel ?? null)) {
      return;
    }
    current?.dispose();
    facts?.dispose();
    facts = panel
      ? new KernelFacts(panel.sessionContext, asksKernel, told => model.learn(told))
      : null;
    const opened = panel ? new OpenNotebook(panel) : null;
    current = opened;
    model.notebook = null;
    // before, its cells are not there, and would be reported as none
    void opened?.panel.context.ready.then(() => {
      if (current === opened) {
        model.notebook = opened;
      }
    });
  };
  tracker.currentChanged.connect(onCurrent);
  onCurrent(tracker, tracker.currentWidget);
}

function followSettings(registry: ISettingRegistry, model: Model): void {
  registry.load(ID).then(
    settings => {
      const onChanged = () => {
        model.preferences = preferencesOf(settings.composite);
      };
      settings.changed.connect(onChanged);
      onChanged();
    },
    error => console.warn('jupyter-hybridize: its settings could not be read', error)
  );
}

export default plugin;
