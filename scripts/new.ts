import { NotWritten, writeSkeleton } from './new/write-skeleton.js';

try {
  process.stdout.write(writeSkeleton(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(
    error instanceof NotWritten
      ? error.message
      : `${error instanceof Error ? error.message : error}\n`,
  );
  process.exitCode = error instanceof NotWritten ? error.exitCode : 1;
}
