/** The plugin: the sidebar of the functions that gain from tf.function. */

import {
  ILabShell,
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IEditorExtensionRegistry } from '@jupyterlab/codemirror';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { ServerApi } from './api';
import { CellWriter } from './cellWriting';
import { addCommands, addToPalette } from './commands';
import { Editing } from './editing';
import { Following } from './following';
import { addMarks } from './marks';
import { Model } from './model';
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
  // Notebook 7 and the simple interface of JupyterLab show one document at a time
  const outputs = new Outputs(app, words, model.live, () => labShell?.mode === 'multiple-document');
  const actions = new PanelActions(model, editing, api, outputs, words);
  const panel = new Panel(model, editing, words, actions);

  app.shell.add(panel, 'right', { rank: 600, type: 'Hybridize' });
  restorer?.add(panel, panel.id);
  addCommands(app, model, editing, words, actions, () => {
    app.shell.activateById(panel.id);
    labShell?.expandRight();
    panel.node.focus(); // the keyboard goes where the user wants to look
  });
  if (palette) {
    addToPalette(palette, words);
  }
  if (editors) {
    addMarks(editors, model, words);
  }
  const questions = {
    get isWanted(): boolean {
      return panel.isVisible && model.preferences.liveTypes && model.unit !== null;
    },
    get names(): readonly string[] {
      return model.names;
    },
    expression: () => api.question()
  };
  const writer = new CellWriter(model, editing, words);
  const following = new Following(tracker, model, questions, writer);
  model.changed.connect(() => following.consider());
  panel.shown.connect(() => following.consider());
  outputs.loaded.connect((_, notebook) => following.listen(notebook));
  if (registry) {
    followSettings(registry, model);
  }
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
