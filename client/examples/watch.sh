# Watch with curl how a submission is analysed. $1 is its id.
set -eu

curl --silent --show-error --no-buffer "$STANDPOINT_URL/v1/analyses/$1/events" \
  --header "Authorization: Bearer $STANDPOINT_KEY"
