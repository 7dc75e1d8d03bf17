# Submit a file of articles, one JSON object a line, and fetch the results when they are there. $1 is the file.
set -eu

post() {
  curl --silent --show-error --fail-with-body --header "Authorization: Bearer $STANDPOINT_KEY" "$@"
}

batch=$(gzip --stdout "$1" | post "$STANDPOINT_URL/v1/batches?length=short" \
  --header "Content-Type: application/x-ndjson" --data-binary @- | sed 's/.*"id":"\([^"]*\)".*/\1/')
until post "$STANDPOINT_URL/v1/batches/$batch" | grep --quiet '"state":"done"'; do sleep 1; done
post "$STANDPOINT_URL/v1/batches/$batch/results"
