/** What is known about the active notebook, and when it is asked anew. */

import type { ReadonlyJSONObject } from '@lumino/coreutils';
import { Signal, type ISignal } from '@lumino/signaling';

import {
  EvidenceRefused,
  RequestRefused,
  ServerMissing,
  Superseded,
  type Api,
  shownOf,
  type CellSource,
  type ShownFunction
} from './api';
import { isWorthIt } from './choice';
import { isAsSent, type Notebook, type Sent } from './document';
import { Live } from './live';
import { DEFAULTS, type Preferences } from './preferences';
import type { AnalyzeReply, UnitReport } from './types';

export type Phase =
  'no-notebook' | 'not-python' | 'waiting' | 'analysing' | 'ready' | 'no-server' | 'failed';

/** Knows the report on the active notebook, and asks for a new one when the text has changed. */
export class Model {
  constructor(private readonly api: Api) {
    this.live.changed.connect(this.onLive, this);
  }

  /** What the kernel tells. */
  readonly live = new Live();

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get phase(): Phase {
    return this._phase;
  }

  get isStale(): boolean {
    return this._isStale && this._report !== null;
  }

  get unit(): UnitReport | null {
    return this._report?.units[0] ?? null;
  }

  get functions(): readonly ShownFunction[] {
    return this._functions;
  }

  /** What all advice rests on. */
  get assumes(): string {
    return this._report?.words.assumes ?? '';
  }

  get error(): string {
    return this._error;
  }

  get isReadOnly(): boolean {
    return this._notebook?.isReadOnly ?? false;
  }

  /** What is known from the kernel, to be sent along with each question. */
  get evidence(): ReadonlyJSONObject | null {
    return this._preferences.liveTypes ? this.live.evidence : null;
  }

  /** The names that the notebook reads. */
  get names(): readonly string[] {
    return this._report?.names ?? [];
  }

  get preferences(): Preferences {
    return this._preferences;
  }

  set preferences(value: Preferences) {
    const old = this._preferences;
    this._preferences = value;
    const isOther = old.liveTypes !== value.liveTypes;
    if (!old.autoAnalyse || isOther || old.ignoredRules.join() !== value.ignoredRules.join()) {
      this.schedule(0);
    }
    this._changed.emit();
  }

  get notebook(): Notebook | null {
    return this._notebook;
  }

  set notebook(notebook: Notebook | null) {
    this._notebook?.changed.disconnect(this.onChanged, this);
    this._notebook = notebook;
    this.forget();
    this._sent = null;
    this.live.forget();
    this._error = '';
    this.cancel();
    if (!notebook) {
      this.become('no-notebook');
      return;
    }
    notebook.changed.connect(this.onChanged, this);
    this.become(notebook.language === 'python' ? 'waiting' : 'not-python');
    this.schedule(0);
  }

  /** The id of the cell with this number in the report. */
  cellId(cell: number | null): string | null {
    return cell === null ? null : (this._answered[cell]?.id ?? null);
  }

  /** The line of the `def`, as it was when it was analysed. */
  lineOf(fn: ShownFunction): string {
    const cell = this._answered.find(each => each.id === fn.cell_id);
    return cell?.source.split(/\r\n?|\n/)[fn.line - 1] ?? '';
  }

  /** The functions that "Apply all proved" is about. */
  get proved(): ShownFunction[] {
    return this.functions.filter(isWorthIt);
  }

  /** Ask at once. */
  async refresh(): Promise<void> {
    this.clearTimer();
    const notebook = this._notebook;
    if (!notebook || notebook.language !== 'python') {
      return;
    }
    this._abort?.abort();
    this._abort = new AbortController();
    const sequence = ++this._sequence;
    const sent = { path: notebook.path, cells: notebook.cells() };
    this._sent = sent;
    this._phase = 'analysing';
    this._changed.emit();
    try {
      const reply = await this.api.analyze(
        {
          ...sent,
          sequence,
          ignored_rules: this._preferences.ignoredRules,
          ...(this.evidence && { evidence: this.evidence })
        },
        this._abort.signal
      );
      if (sequence !== this._sequence) {
        return; // late: a newer request is under way
      }
      this._report = reply;
      this._functions = shownOf(reply);
      this._answered = sent.cells;
      this._isStale = !isAsSent(notebook, sent);
      this._error = '';
      this.become('ready');
    } catch (error) {
      if (sequence === this._sequence && !(error instanceof Superseded)) {
        this.fail(error);
      }
    }
  }

  dispose(): void {
    this.notebook = null;
    Signal.clearData(this);
  }

  private onLive(_: Live, isOther: boolean): void {
    if (isOther) {
      this.schedule(0);
    }
    this._changed.emit();
  }

  private onChanged(): void {
    const isPython = this._notebook?.language === 'python';
    if (isPython === (this._phase === 'not-python')) {
      this.notebook = this._notebook; // another kernel was chosen
      return;
    }
    if (!this._notebook || !isPython || (this._sent && isAsSent(this._notebook, this._sent))) {
      return;
    }
    if (!this._isStale) {
      this._isStale = true;
      this._changed.emit();
    }
    this.schedule(this._preferences.debounce);
  }

  private schedule(delay: number): void {
    if (this._preferences.autoAnalyse && this._notebook?.language === 'python') {
      this.clearTimer();
      this._timer = setTimeout(() => void this.refresh(), delay);
    }
  }

  private fail(error: unknown): void {
    if (error instanceof EvidenceRefused) {
      this.live.forget(); // a kernel that is not understood does not keep the code from being analysed
      return void this.refresh();
    }
    this._error = error instanceof Error ? error.message : '';
    if (!(error instanceof RequestRefused)) {
      this.forget();
    }
    this.become(error instanceof ServerMissing ? 'no-server' : 'failed');
  }

  private cancel(): void {
    this.clearTimer();
    this._abort?.abort();
    this._sequence++;
    this._isStale = false;
  }

  private clearTimer(): void {
    clearTimeout(this._timer);
    this._timer = undefined;
  }

  private forget(): void {
    this._report = null;
    this._functions = [];
  }

  private become(phase: Phase): void {
    this._phase = phase;
    this._changed.emit();
  }

  private readonly _changed = new Signal<this, void>(this);
  private _phase: Phase = 'no-notebook';
  private _notebook: Notebook | null = null;
  private _functions: ShownFunction[] = [];
  private _report: AnalyzeReply | null = null;
  private _answered: CellSource[] = []; // the cells that the report is about
  private _sent: Sent | null = null; // with the newest request
  private _isStale = false;
  private _error = '';
  private _sequence = 0;
  private _abort: AbortController | null = null;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _preferences = DEFAULTS;
}
