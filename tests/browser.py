"""A headless Chromium for tests, driven over its own debugging pipe: no driver, no server.

`found()` says where it is: nowhere on Windows, which has no such pipe. `Browser()` starts one, and
`browser.open(file)` gives a page that notes every request it makes and every error that its console
shows.
"""

import base64
import contextlib
import json
import os
import re
import select
import shutil
import subprocess
import tempfile
import time
import zlib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SECONDS = 30
DOTS_TO_POINTS = b".2399"
"""How the content of a printed page begins: 300 dots an inch, 72 points."""
A4 = (595, 842)
"""Points."""


def found() -> str | None:
    """The Chromium of this machine: the one in `CHROMIUM`, else the first on the path."""
    if os.name == "nt":
        return None
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


class Broken(Exception):  # noqa: N818 - it says what happened, as a name should
    """The browser said no, or nothing at all."""


class Browser:
    """A running Chromium with a profile of its own; close it, or use it in `with`."""

    def __init__(self) -> None:
        import fcntl

        program = found()
        assert program, "no Chromium"
        self.profile = tempfile.mkdtemp(prefix="cd360-browser-")
        their_in, self._out = os.pipe()
        self._in, their_out = os.pipe()
        # It reads commands from its file descriptor 3 and writes answers to 4. Pipes of ours may
        # have these very numbers, so both are first moved out of the way.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (their_in, their_out)]
        self._process = subprocess.Popen(
            [program, "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
             "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run",
             "--disable-component-update", f"--user-data-dir={self.profile}", "about:blank"],
            preexec_fn=lambda: (os.dup2(ends[0], 3), os.dup2(ends[1], 4)), pass_fds=(3, 4),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for end in (their_in, their_out, *ends):
            os.close(end)
        self._number = 0
        self._unread = b""
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the browser and remove its profile."""
        with contextlib.suppress(Broken, OSError):
            self.call("Browser.close")
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """The result of a command of the DevTools protocol; events meanwhile are kept."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        if session:
            command["sessionId"] = session
        data = json.dumps(command).encode() + b"\0"
        try:
            while data:
                data = data[os.write(self._out, data) :]
        except BrokenPipeError:
            raise Broken(f"the browser is gone: {method}") from None
        for message in self._messages(method):
            if message.get("id") == self._number:
                if "error" in message:
                    raise Broken(f"{method}: {message['error']}")
                result: dict[str, Any] = message["result"]
                return result
            self.events.append(message)
        raise Broken(method)

    def wait_for(self, event: str, session: str) -> None:
        """Read until an event of a page has come."""
        for message in self._messages(event):
            self.events.append(message)
            if (message.get("method"), message.get("sessionId")) == (event, session):
                return

    def _messages(self, waiting_for: str) -> Iterator[dict[str, Any]]:
        end = time.monotonic() + SECONDS
        while True:
            whole, found_one, rest = self._unread.partition(b"\0")
            if found_one:
                self._unread = rest
                yield json.loads(whole)
                continue
            left = end - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                raise Broken(f"no answer within {SECONDS} s: {waiting_for}")
            chunk = os.read(self._in, 1 << 20)
            if not chunk:
                raise Broken(f"the browser is gone: {waiting_for}")
            self._unread += chunk

    def open(self, file: Path, width: int = 1280, *, dark: bool = False) -> "Page":
        """A new page that shows a file, at a width in CSS pixels."""
        return Page(self, file, width, dark=dark)


_PLACE = """async (selector) => {
  const element = document.querySelector(selector);
  element.scrollIntoView({block: 'center', behavior: 'instant'});
  let before;
  for (;;) {
    const {x, y, width, height} = element.getBoundingClientRect();
    if (before === `${x} ${y}`) return {x: x + width / 2, y: y + height / 2};
    before = `${x} ${y}`;
    await new Promise(requestAnimationFrame);
  }
}"""


class Page:
    """One page: run script in it, look at it, print it."""

    def __init__(self, browser: Browser, file: Path, width: int, *, dark: bool) -> None:
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        attached = browser.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.look(width, dark=dark)
        self.address = file.resolve().as_uri()
        self.call("Page.navigate", url=self.address)
        browser.wait_for("Page.loadEventFired", self.session)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """A command of the DevTools protocol, to this page."""
        return self.browser.call(method, self.session, **parameters)

    def look(self, width: int, *, dark: bool = False) -> None:
        """Change the width and the colour scheme."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=900, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        self._scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media="screen", features=[self._scheme])

    def run(self, script: str) -> Any:
        """The value of an expression in the page; promises are awaited."""
        found = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in found:
            raise Broken(str(found["exceptionDetails"]))
        return found["result"].get("value")

    def click(self, selector: str) -> None:
        """Press the left button in the middle of an element, once nothing scrolls any more."""
        place = self.run(f"({_PLACE})({json.dumps(selector)})")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    def press(self, *keys: str) -> None:
        """Press keys one after another: `Tab`, `Enter`, `ArrowDown`, ` `."""
        codes = {"Tab": 9, "Enter": 13, " ": 32, "ArrowUp": 38, "ArrowDown": 40}
        for key in keys:
            text = {"Enter": "\r", " ": " "}.get(key, "")
            about = {"key": key, "code": key.strip() or "Space"}
            code = {"windowsVirtualKeyCode": codes[key], "text": text}
            self.call("Input.dispatchKeyEvent", type="keyDown", **about, **code)
            self.call("Input.dispatchKeyEvent", type="keyUp", **about, **code)

    def type(self, text: str) -> None:
        """Enter text where the focus is."""
        self.call("Input.insertText", text=text)

    @property
    def errors(self) -> list[str]:
        """What the console complained about, and scripts that failed."""
        kinds = ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
        return [json.dumps(e["params"]) for e in self._events() if e["method"] in kinds]

    @property
    def requests(self) -> list[str]:
        """The addresses that the page asked for, but for its own."""
        sent = (e for e in self._events() if e["method"] == "Network.requestWillBeSent")
        addresses = [e["params"]["request"]["url"] for e in sent]
        return [a for a in addresses if a.partition("#")[0] != self.address]

    def _events(self) -> Iterator[dict[str, Any]]:
        self.run("1")  # Whatever happened before has been told once this is answered.
        return (e for e in self.browser.events if e.get("sessionId") == self.session)

    def screenshot(self, *, whole: bool = True) -> bytes:
        """The page as a PNG."""
        found = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        return base64.b64decode(found["data"])

    def pdf(self) -> bytes:
        """The page as it prints, in the colour scheme that it has on the screen."""
        self.call("Emulation.setEmulatedMedia", media="print", features=[self._scheme])
        found = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(found["data"])

    def close(self) -> None:
        """Close the page."""
        self.browser.call("Target.closeTarget", targetId=self.target)


def printed(pdf: bytes) -> list[float]:
    """The pages of a PDF of Chromium's, each by its scale: 1 where nothing was shrunk to fit.

    The first matrix of a page turns dots into points; the first that moves something as well as
    scaling it puts the page's content inside its margins.
    """
    scales = []
    for found in re.finditer(rb"(?<!end)stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        with contextlib.suppress(zlib.error):
            content = zlib.decompress(found[1])
            if content.startswith(DOTS_TO_POINTS):
                matrices = re.findall(rb"(\S+) 0 0 \S+ (\S+) \S+ cm\n", content)
                inside = next(scale for scale, across in matrices[1:] if float(across))
                scales.append(round(float(matrices[0][0]) * float(inside) / 0.75, 3))
    return scales


def sheets(page: Page) -> int:
    """On how many sheets of A4 a page prints; nothing may be shrunk to fit them."""
    pdf = page.pdf()
    scales = printed(pdf)
    sides = re.findall(rb"/MediaBox \[0 0 (\S+) (\S+)\]", pdf)
    assert {(round(float(wide)), round(float(high))) for wide, high in sides} == {A4}
    assert set(scales) == {1.0}, scales
    return len(scales)


_AUDIT = """
axe.run({resultTypes: ['violations'], ...%s}).then(done => [
  done.passes.length, done.violations.map(rule => [rule.id, rule.nodes.map(node => node.html)]),
])"""


def complaints(page: Page, *rules: str) -> list[tuple[str, list[str]]]:
    """What axe-core finds wrong with a page as it is shown: rules broken, and by what elements.

    By these rules alone, else by all, best practices too; many of all are to be kept.
    """
    if page.run("typeof axe") == "undefined":
        script = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
        page.run(f"{script}; 0")
    kept, broken = page.run(_AUDIT % json.dumps({"runOnly": rules} if rules else {}))
    assert rules or kept > 20, kept
    return [(rule, elements) for rule, elements in broken]
