# Submit an article with curl, wait for it, and read who stands where.
# STANDPOINT_URL and STANDPOINT_KEY name the server and a key with the scopes submit and read.
set -eu

curl --silent --show-error --fail-with-body "$STANDPOINT_URL/v1/analyses" \
  --header "Authorization: Bearer $STANDPOINT_KEY" \
  --header "Content-Type: application/json" \
  --header "Prefer: wait=30" \
  --header "Idempotency-Key: tolls-2026-03-04" \
  --data '{
    "title": "Council votes on bridge tolls",
    "outlet": "Arlen Post",
    "text": "ARLEN, March 4 - The council approved tolls on the old bridge on Tuesday.\n\n\"We support the tolls, because the bridge must be paid for,\" said Mayor Ida Brook.\n\nThe hauliers association opposes the tolls. \"This is a mistake,\" said its chair, Tom Reyes."
  }'
