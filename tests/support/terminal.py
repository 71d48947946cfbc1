"""Runs a program on a terminal of a given width."""
import fcntl
import os
import pty
import select
import struct
import subprocess
import termios


def run_on_terminal(command, env, columns=80, terminal=None):
    """The output of the program, as bytes, and its exit status. Pass the same `terminal`, a pair from pty.openpty(), to
    run several programs on one terminal."""
    master, slave = terminal or pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True)
    shown = b""
    while True:
        ended = process.poll() is not None
        ready, _, _ = select.select([master], [], [], 0 if ended else 0.05)
        if ready:
            shown += os.read(master, 1 << 16)
        elif ended:
            break
    if terminal is None:
        os.close(master)
        os.close(slave)
    return shown, process.returncode
