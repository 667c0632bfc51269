"""Runs a program on a terminal of its own and says what it saw.

Arguments: a JSON object with `command`, `columns`, and perhaps `until` (a text) and `send` (a signal's name
or `ctrl-c`), which is sent when the text has appeared. Prints a JSON object: `seen`, everything that the
program wrote to the terminal; `signal`, the number of the signal that ended it, or null; `code`.
"""

import fcntl
import json
import os
import pty
import signal
import struct
import sys
import termios

asked = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, asked["columns"], 0, 0))
    os.execvp(asked["command"][0], asked["command"])

seen = b""
sent = False
while True:
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        break
    if not piece:
        break
    seen += piece
    if not sent and "until" in asked and asked["until"].encode() in seen:
        sent = True
        if asked["send"] == "ctrl-c":
            os.write(terminal, b"\x03")
        else:
            os.kill(child, getattr(signal, asked["send"]))
_, status = os.waitpid(child, 0)
print(json.dumps({
    "seen": seen.decode(),
    "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
    "code": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
}))
