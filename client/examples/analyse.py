# Submit an article and print who stands where. Python's own library is all that is needed.
import json
import os
import urllib.request

url, key = os.environ["STANDPOINT_URL"], os.environ["STANDPOINT_KEY"]


def call(method, path, body=None, **headers):
    request = urllib.request.Request(
        url + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json", **headers},
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


article = {
    "title": "Council votes on bridge tolls",
    "text": "ARLEN, March 4 - The council approved tolls on the old bridge on Tuesday.\n\n"
    '"We support the tolls, because the bridge must be paid for," said Mayor Ida Brook.\n\n'
    'The hauliers association opposes the tolls. "This is a mistake," said its chair, Tom Reyes.',
}
answer = call("POST", "/v1/analyses", article, Prefer="wait=30")
analysis = answer["result"]["analysis"]
names = {actor["id"]: actor["name"] for actor in analysis["actors"]}
for stance in analysis["stances"]:
    words = stance["evidence"][0]["text"] if stance["evidence"] else ""
    print(f'{names[stance["actor"]]}: {stance["label"]}  "{words}"')
