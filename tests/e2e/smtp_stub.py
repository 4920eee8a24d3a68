"""smtp_stub.py - a mail server that behaves as badly as it is told.

    /usr/bin/python3 smtp_stub.py PORT FOLDER

FOLDER/mode holds "ok", "slow" (answers after three seconds) or "refuse" (550); every message that was
taken becomes a file FOLDER/<n>.txt.
"""
import asyncio
import pathlib
import sys

from aiosmtpd.controller import Controller


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    def mode(self):
        return (self.folder / 'mode').read_text().strip()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode() == 'refuse':
            return '550 no such user here'
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        if self.mode() == 'slow':
            await asyncio.sleep(3)
        self.count += 1
        (self.folder / f'{self.count}.txt').write_bytes(envelope.original_content)
        return '250 taken'


port, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
controller = Controller(Handler(folder), hostname='127.0.0.1', port=port)
controller.start()
(folder / 'ready').touch()
try:
    asyncio.new_event_loop().run_forever()
except KeyboardInterrupt:
    controller.stop()
