"""The server is killed with SIGKILL in the middle of taking articles in; what it acknowledged is there afterwards."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

PLACES = "Velmora Tarnby Ostrava Quillan Brissago Lindmar Corvane Eskil Dunmore Astley Farrow Greve Hollin".split()
THINGS = "a tram line|a swimming hall|a flood wall|a night market".split("|")
PAIRS = 25


def statement(number):
    place, thing = PLACES[number % len(PLACES)], THINGS[number // len(PLACES)]
    return f"The council of {place} voted on Tuesday to build {thing} for {3 + number} million crowns."


def article(number):
    """Articles 2n and 2n + 1 are of two outlets and say the same."""
    text = f"{statement(number // 2)} Work begins in the spring of next year, the mayor said."
    return {"id": str(number), "outlet": f"Paper {number % 2}", "published_at": "2026-03-03", "text": text}


class Server:
    """One `crossclaim serve` over a data folder."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = Path(sys.executable).with_name("crossclaim")
        environment = os.environ | {"CROSSCLAIM_JOB_LEASE_SECONDS": "2"}
        arguments = [command, "--data", folder, "serve", "--port", str(port)]
        self.process = subprocess.Popen(arguments, env=environment, stderr=subprocess.DEVNULL)
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{port}/api/v1", timeout=30)
        self.wait(lambda: self.get("/health"))

    def get(self, path):
        return self.client.get(path).raise_for_status().json()

    def post(self, path, body):
        return self.client.post(path, json=body).raise_for_status().json()

    def wait(self, ready, seconds=240):
        """Until `ready` answers something true."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            try:
                if ready():
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.2)
        pytest.fail("the server did not get ready in time")

    def wait_for_articles(self):
        """Until the worker has read something: it is in the middle of its work then."""
        self.wait(lambda: self.get("/articles")["articles"])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def settled(self, jobs):
        """Whether every job, and the job that follows it, is done."""
        found = [self.get(f"/jobs/{job}") for job in jobs]
        following = [job["outcome"]["compare_job"] for job in found if job["state"] == "done"]
        return len(following) == len(jobs) and all(self.get(f"/jobs/{job}")["state"] == "done" for job in following)


@pytest.mark.slow
def test_what_was_acknowledged_survives_kill_minus_nine(tmp_path):
    acknowledged = {}
    server = Server(tmp_path)
    try:
        for number in range(2 * PAIRS):
            (accepted,) = server.post("/articles", article(number))["articles"]
            acknowledged[number] = accepted
            if number in (9, 29):
                server.wait_for_articles()
                server.kill()
                server = Server(tmp_path)
        server.wait(lambda: server.settled([a["job_id"] for a in acknowledged.values()]))

        listed = [item["id"] for item in server.get("/articles?limit=200")["articles"]]
        assert sorted(listed) == sorted(a["article_id"] for a in acknowledged.values())
        for number in range(0, 2 * PAIRS, 2):
            first, second = (acknowledged[n]["article_id"] for n in (number, number + 1))
            claims = server.get(f"/articles/{first}")["claims"]
            assert claims[0]["quote"] == statement(number // 2)
            compared = server.get(f"/claims/{claims[0]['claim']}/comparisons")["comparisons"]
            sides = [{one["a"]["article"], one["b"]["article"]} for one in compared]
            assert sides.count({first, second}) == 1
    finally:
        server.kill()
