"""Prints every event of your stream, one a line, from where it left off.

Needs ACCORD_CLIENT_ID and ACCORD_CLIENT_SECRET; ACCORD_URL is where AccordÉnergie answers, ACCORD_PLACE the file
that remembers the last event.
"""

import base64
import json
import os
import random
import sys
import time
import urllib.parse
import urllib.request

import pika

URL = os.environ.get("ACCORD_URL", "http://localhost:8080")
CLIENT_ID = os.environ["ACCORD_CLIENT_ID"]
SECRET = os.environ["ACCORD_CLIENT_SECRET"]
PLACE = os.environ.get("ACCORD_PLACE", "accord-place.json")

PREFETCH = 100
LONGEST_PAUSE = 30.0


def answer_of(path, authorization, form=None):
    body = None if form is None else urllib.parse.urlencode(form).encode()
    request = urllib.request.Request(URL + path, body, {"Authorization": authorization})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def new_token():
    credentials = base64.b64encode(f"{CLIENT_ID}:{SECRET}".encode()).decode()
    return answer_of("/oauth2/token", "Basic " + credentials, {"grant_type": "client_credentials"})


def stream_for(token):
    stream = answer_of("/api/v1/partner", "Bearer " + token)["stream"]
    if stream is None:
        raise RuntimeError("there is no stream yet")
    return stream


# --- The place: which event of which queue was handled last ---


def read_place():
    try:
        with open(PLACE, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def keep_place(queue, offset):
    with open(PLACE + ".new", "w", encoding="utf-8") as file:
        json.dump({"queue": queue, "offset": offset}, file)
    os.replace(PLACE + ".new", PLACE)


def handle(offset, event):
    print(offset, event["type"], event["subject"], event["sequence"], event["id"], flush=True)


# --- One connection, for as long as it lasts ---


def read_until_it_ends(connected):
    token = new_token()
    stream = stream_for(token["access_token"])
    connection = pika.BlockingConnection(
        pika.ConnectionParameters(
            host=stream["host"],
            port=stream["port"],
            virtual_host=stream["virtualHost"],
            credentials=pika.PlainCredentials(CLIENT_ID, token["access_token"]),
            heartbeat=10,
            socket_timeout=10,
        )
    )

    def renew():
        following = new_token()
        connection.update_secret(following["access_token"], "renewed")
        renew_in(following["expires_in"])

    # A token lives for less than a minute. Give the connection the next one before it ends.
    def renew_in(seconds):
        connection.call_later(seconds * 0.7, renew)

    try:
        renew_in(token["expires_in"])
        channel = connection.channel()
        consume(channel, stream["queue"])
        connected()
        channel.start_consuming()
        raise RuntimeError("the stream was replaced")
    finally:
        if connection.is_open:
            connection.close()


def consume(channel, queue):
    place = read_place()
    # Another queue is a new generation: it holds what you may read now, the past included.
    start = place["offset"] + 1 if place.get("queue") == queue else "first"

    def on_message(_, method, properties, body):
        offset = properties.headers["x-stream-offset"]
        handle(offset, json.loads(body))
        keep_place(queue, offset)
        channel.basic_ack(method.delivery_tag)

    channel.basic_qos(prefetch_count=PREFETCH)
    channel.basic_consume(queue, on_message, arguments={"x-stream-offset": start})
    print(f"reading {queue} from {start}", file=sys.stderr, flush=True)


# --- For ever ---


def main():
    wait = 0.5

    def connected():
        nonlocal wait
        wait = 0.5

    while True:
        try:
            read_until_it_ends(connected)
        except (OSError, RuntimeError, pika.exceptions.AMQPError) as failed:
            print(f"{failed!r}; next try within {wait} s", file=sys.stderr, flush=True)
        time.sleep(random.uniform(wait / 2, wait))
        wait = min(wait * 2, LONGEST_PAUSE)


if __name__ == "__main__":
    main()
