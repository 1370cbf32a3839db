/** A notebook and a server in memory, for the tests of what lies between. */

import { Signal } from '@lumino/signaling';

import type {
  AnalyzeRequest,
  Api,
  CellSource,
  EditRequest,
  RulePage,
  ShownFunction
} from '../src/api';
import type { Notebook } from '../src/document';
import { fits, fromTheEnd } from '../src/spans';
import type { AnalyzeReply, CellEdit, EditReply, FunctionReport } from '../src/types';

export class MemoryNotebook implements Notebook {
  readonly changed = new Signal<this, void>(this);
  isReadOnly = false;
  readonly document: object = this;
  readonly locked = new Set<string>();

  constructor(
    public path: string,
    private readonly sources: Record<string, string>,
    readonly language = 'python'
  ) {}

  cells(): CellSource[] {
    return Object.entries(this.sources).map(([id, source]) => ({ id, source, type: 'code' }));
  }

  isLocked(id: string): boolean {
    return this.locked.has(id);
  }

  type(id: string, source: string): void {
    this.sources[id] = source;
    this.changed.emit();
  }

  rename(path: string): void {
    this.path = path;
    this.changed.emit();
  }

  edit(edits: readonly CellEdit[]): boolean {
    const isAsExpected = ({ cell_id: id, before, spans }: CellEdit) =>
      this.sources[id] === before && fits(before, spans);
    if (!edits.every(isAsExpected)) {
      return false;
    }
    for (const { cell_id: id, spans } of edits) {
      for (const { start, end, text } of fromTheEnd(spans)) {
        const source = this.sources[id];
        this.sources[id] = source.slice(0, start) + text + source.slice(end);
      }
    }
    this.changed.emit();
    return true;
  }
}

/** Holds every request until the test answers it. */
export class WaitingApi implements Api {
  readonly asked: AnalyzeRequest[] = [];
  readonly edits: EditRequest[] = [];
  nextEdit: EditReply | Error = new Error('no edit was expected');

  analyze(request: AnalyzeRequest): Promise<AnalyzeReply> {
    this.asked.push(request);
    return new Promise((resolve, reject) => this.open.push({ resolve, reject }));
  }

  edit(request: EditRequest): Promise<EditReply> {
    this.edits.push(request);
    return this.nextEdit instanceof Error
      ? Promise.reject(this.nextEdit)
      : Promise.resolve(this.nextEdit);
  }

  rule(code: string): Promise<RulePage> {
    return Promise.resolve({ code, name: '', html: '', text: '' });
  }

  async answer(at: number, ...functions: FunctionReport[]): Promise<void> {
    this.open[at].resolve(replyOf(functions));
    await settled();
  }

  async refuse(at: number, error: Error): Promise<void> {
    this.open[at].reject(error);
    await settled();
  }

  private readonly open: { resolve(reply: AnalyzeReply): void; reject(error: Error): void }[] = [];
}

/** Let all promises that can be kept be kept. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 10; round++) {
    await Promise.resolve();
  }
}

export function functionOf(name: string, changes: Partial<FunctionReport> = {}): ShownFunction {
  return {
    key: name,
    name,
    cell: 0,
    cell_id: 'a',
    line: 1,
    column: 0,
    end_line: 2,
    mode: 'eager',
    safety: 'safe',
    benefit: 'yes',
    action: 'decorate',
    confidence: 'proved',
    assumes: [],
    signature: null,
    signature_absence: null,
    gain: null,
    parameters: [],
    facts: { python_side_effects: 'no', recursive: 'no', tensor_work: 'yes', callers: 1 },
    decorator: null,
    findings: [],
    signature_reason: null,
    arguments: {},
    pays: true,
    digest: name,
    verification: null,
    silenced: [],
    ...changes
  };
}

export function editReply(before: string, spans: CellEdit['spans'], after: string): EditReply {
  const edit = { cell: 0, cell_id: 'a', before, after, spans, diff: '' };
  return { action: 'apply', edits: [edit], changes: [], left: [], sequence: null };
}

export function replyOf(functions: FunctionReport[]): AnalyzeReply {
  const unit = { path: 'n.ipynb', kind: 'notebook' as const, order: 'document' as const };
  return {
    schema: 1,
    tool: { name: 'jupyter-hybridize', version: '0', knowledge: '' },
    units: [{ ...unit, problems: [], functions, ignored: 0 }],
    unknown_calls: {},
    names: [],
    sequence: null,
    words: { summary: '', assumes: '', problems: [], functions: [] }
  };
}
