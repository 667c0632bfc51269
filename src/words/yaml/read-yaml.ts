import type { Place } from '../../lib/place.js';
import { openYaml, type YamlFault, type YamlFile } from '../../lib/yaml/file.js';
import type { Problems } from '../problem.js';
import { title } from '../text.js';

/** Reads a YAML file; undefined, with the problems reported, when it cannot be read. */
export function readYaml(text: string, file: string, problems: Problems): YamlFile | undefined {
  return openYaml(text, file, (fault) => reportFault(fault, problems));
}

function reportFault(fault: YamlFault, problems: Problems): void {
  const { code, place } = fault;
  if (code === 'yaml-too-large') {
    problems.report(code, place, { params: { limit: fault.limit } });
    return;
  }
  if (code === 'more-problems') {
    problems.report(code, place, { params: { count: fault.count } });
    return;
  }
  const message = messageOf(fault.message, fault.other);
  problems.report(code, place, { params: { message: message ?? '' }, excerpt: fault.excerpt });
}

function messageOf(
  message: Extract<YamlFault, { other: unknown }>['message'],
  other: Place | undefined,
) {
  if (message === undefined || typeof message !== 'string') return message && title(message.reason);
  return other === undefined ? message : `${message} (${other.file}:${other.line})`;
}
