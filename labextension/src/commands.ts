/** The commands, and where they are reached from. */

import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';

import type { Actions } from './actions';
import type { Editing } from './editing';
import { applyIcon, hybridizeIcon, refreshIcon } from './icons';
import type { Model } from './model';
import type { Words } from './words';

export const COMMANDS = {
  show: 'jupyter-hybridize:show',
  analyse: 'jupyter-hybridize:analyse',
  applyAll: 'jupyter-hybridize:apply-all-proved',
  undo: 'jupyter-hybridize:undo'
} as const;

export function addCommands(
  app: JupyterFrontEnd,
  model: Model,
  editing: Editing,
  words: Words,
  actions: Actions,
  show: () => void
): void {
  const { trans } = words;
  const hasNotebook = () => model.notebook?.language === 'python';
  app.commands.addCommand(COMMANDS.show, {
    label: args => (args['toolbar'] ? '' : trans.__('Show Hybridize')),
    caption: trans.__('Show which functions gain from tf.function'),
    icon: args => (args['isPalette'] ? undefined : hybridizeIcon),
    execute: show
  });
  app.commands.addCommand(COMMANDS.analyse, {
    label: trans.__('Analyse the Functions Now'),
    icon: args => (args['isPalette'] ? undefined : refreshIcon),
    isEnabled: hasNotebook,
    execute: () => actions.refresh()
  });
  app.commands.addCommand(COMMANDS.applyAll, {
    label: trans.__('Apply All Proved Decorators…'),
    icon: args => (args['isPalette'] ? undefined : applyIcon),
    isEnabled: () => hasNotebook() && !model.isReadOnly && model.proved.length > 0,
    execute: () => actions.applyAll()
  });
  app.commands.addCommand(COMMANDS.undo, {
    label: trans.__('Undo the Last Decorators'),
    isEnabled: () => editing.canUndo && !model.isReadOnly,
    execute: () => actions.undo()
  });
  model.changed.connect(() => app.commands.notifyCommandChanged());
}

export function addToPalette(palette: ICommandPalette, words: Words): void {
  const category = words.trans.__('Hybridize');
  for (const command of Object.values(COMMANDS)) {
    palette.addItem({ command, category, args: { isPalette: true } });
  }
}
