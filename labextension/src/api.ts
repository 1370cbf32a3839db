/** The requests to the server extension. */

import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import { UUID, type ReadonlyJSONObject } from '@lumino/coreutils';

import type { AnalyzeReply, EditReply, FunctionReport, FunctionView, QuestionReply } from './types';

/** One cell as it is sent: all cells are, since the report counts them all. */
export interface CellSource {
  id: string;
  source: string;
  type: string;
}

/** Whether the same texts stand in the same cells. */
export function sameCells(left: CellSource[], right: CellSource[]): boolean {
  return (
    left.length === right.length &&
    left.every((cell, index) => cell.id === right[index].id && cell.source === right[index].source)
  );
}

/** What is asked about one notebook. */
export interface AnalyzeRequest {
  path: string;
  cells: CellSource[];
  sequence: number;
  ignored_rules: string[];
  evidence?: ReadonlyJSONObject;
}

/** A function of the report, with what is said of it. */
export interface ShownFunction extends FunctionReport {
  key: string; // the same as long as its cell and name are
  words?: FunctionView & { reason: string };
}

/** Return the functions of the notebook itself, each with its words. */
export function shownOf(reply: AnalyzeReply): ShownFunction[] {
  const functions = reply.units[0]?.functions ?? [];
  const met = new Map<string, number>();
  return functions.map((each, index) => {
    const named = `${each.cell_id ?? each.cell}:${each.name}`;
    const nth = met.get(named) ?? 0;
    met.set(named, nth + 1);
    return { ...each, key: `${named}:${nth}`, words: reply.words.functions[index] };
  });
}

export type EditAction = 'apply' | 'undo' | 'ignore' | 'apply-all-proved';

/** What is to be done; `cell_id` and `line` say where the `def` is, and are absent where all are meant. */
export interface EditRequest {
  path: string;
  cells: CellSource[];
  action: EditAction;
  cell_id?: string;
  line?: number;
  expect?: string; // the text of the line when it was analysed
  ignored_rules: string[];
  evidence?: ReadonlyJSONObject;
}

/** The documentation of a rule. */
export interface RulePage {
  code: string;
  name: string;
  html: string;
  text: string;
}

/** The server extension is not there, or is not enabled. */
export class ServerMissing extends Error {}

/** The server extension refused, and says why. */
export class RequestRefused extends Error {}

/** It could not read what a kernel told. */
export class EvidenceRefused extends RequestRefused {}

/** A newer request for the same notebook took the place of this one. */
export class Superseded extends Error {}

/** All that the panel needs of the server. */
export interface Api {
  analyze(request: AnalyzeRequest, signal?: AbortSignal): Promise<AnalyzeReply>;
  edit(request: EditRequest): Promise<EditReply>;
  rule(code: string): Promise<RulePage>;
}

/** The server extension, reached as the settings say. */
export class ServerApi implements Api {
  constructor(private readonly settings: ServerConnection.ISettings) {}

  analyze(request: AnalyzeRequest, signal?: AbortSignal): Promise<AnalyzeReply> {
    return this.send<AnalyzeReply>('analyze', {
      method: 'POST',
      body: JSON.stringify({ ...request, client: this.client }),
      signal
    });
  }

  edit(request: EditRequest): Promise<EditReply> {
    return this.send<EditReply>('edit', { method: 'POST', body: JSON.stringify(request) });
  }

  rule(code: string): Promise<RulePage> {
    return this.send<RulePage>(`rules/${encodeURIComponent(code)}`, { method: 'GET' });
  }

  /** Return what to ask a kernel: a Python expression, a function of a list of names. */
  question(): Promise<string> {
    this.asked ??= this.send<QuestionReply>('question', { method: 'GET' }).then(
      reply => reply.expression,
      error => {
        this.asked = null;
        throw error;
      }
    );
    return this.asked;
  }

  private asked: Promise<string> | null = null;
  private readonly client = UUID.uuid4(); // two pages at one notebook do not cancel each other's requests

  private async send<T>(path: string, init: RequestInit): Promise<T> {
    const url = URLExt.join(this.settings.baseUrl, 'jupyter-hybridize', path);
    const response = await ServerConnection.makeRequest(url, init, this.settings);
    const text = await response.text();
    if (response.ok) {
      return JSON.parse(text) as T;
    }
    const told = toldIn(text);
    if (response.status === 404 && !told.message) {
      throw new ServerMissing();
    }
    if (told.reason === 'superseded') {
      throw new Superseded(told.message);
    }
    if (told.reason === 'evidence') {
      throw new EvidenceRefused(told.message);
    }
    throw new RequestRefused(told.message || `${response.status} ${response.statusText}`);
  }
}

/** Return the server extension's own words, "" where the answer is not its own. */
function toldIn(text: string): { message: string; reason: string } {
  const told = { message: '', reason: '' };
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found === 'object' && found !== null) {
      for (const [name, value] of Object.entries(found)) {
        if ((name === 'message' || name === 'reason') && typeof value === 'string') {
          told[name] = value;
        }
      }
    }
  } catch {
    // a page of HTML: the server itself answered
  }
  return told.message === 'Not Found' ? { message: '', reason: '' } : told;
}
