-- Token buckets, money of the day, pauses and circuit breaker, as in limit-state.ts, for a whole fleet by the clock of the server.
-- KEYS: 1 the state of a model, 2 the money of the day.
-- ARGV: 1 now in ms, or empty: the server's clock; 2 "reserve" or "settle"; 3 limits; 4 rules; 5 the question; all JSON.
local limits, rules, ask = cjson.decode(ARGV[3]), cjson.decode(ARGV[4]), cjson.decode(ARGV[5])
local DAY = 86400000
local now = tonumber(ARGV[1])
if now == nil then
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000 + tonumber(time[2]) / 1000
end

local stored = redis.call('HGETALL', KEYS[1])
local state = {}
for i = 1, #stored, 2 do state[stored[i]] = tonumber(stored[i + 1]) or stored[i + 1] end
for _, name in ipairs({ 'at', 'largest', 'pausedUntil', 'pauses', 'failures', 'opened', 'openUntil', 'probeUntil' }) do
  state[name] = state[name] or 0
end
state.requests = state.requests or math.huge
state.tokens = state.tokens or math.huge
local failing = {}
for article in string.gmatch(tostring(state.failing or ''), '%S+') do failing[#failing + 1] = article end

local kept = redis.call('HMGET', KEYS[2], 'day', 'usd', 'reserved')
local money = {
  day = tonumber(kept[1] or '') or -1, usd = tonumber(kept[2] or '') or 0, reserved = tonumber(kept[3] or '') or 0,
}

local function bucketOf(limit, largest, unit)
  if limit == nil then return nil end
  local holds = math.min(limit, math.max(limit * rules.bucketShare, largest))
  return { holds = holds, perMs = math.max(limit - holds + unit, limit / 2) * rules.safety / 60000 }
end

local function buckets()
  return bucketOf(limits.requestsPerMinute, 1, 1), bucketOf(limits.tokensPerMinute, state.largest, 0)
end

local function refill()
  local elapsed = math.max(0, now - state.at)
  local requests, tokens = buckets()
  if requests then state.requests = math.min(requests.holds, state.requests + elapsed * requests.perMs) end
  if tokens then state.tokens = math.min(tokens.holds, state.tokens + elapsed * tokens.perMs) end
  state.at = math.max(state.at, now)
end

local function waitFor(bucket, level, need, share)
  if bucket == nil then return 0 end
  local wanted = math.min(need + share * bucket.holds, bucket.holds)
  return math.max(0, (wanted - level) / bucket.perMs)
end

local function exact(number)
  return string.format('%.17g', number)
end

local function save()
  local fields = { 'failing', table.concat(failing, ' ') }
  for _, name in ipairs({ 'requests', 'tokens', 'at', 'largest', 'pausedUntil', 'pauses', 'failures', 'opened', 'openUntil', 'probeUntil' }) do
    if state[name] < math.huge then
      fields[#fields + 1] = name
      fields[#fields + 1] = exact(state[name])
    end
  end
  redis.call('HSET', KEYS[1], unpack(fields))
  redis.call('PEXPIRE', KEYS[1], DAY)
  if money.day >= 0 then
    redis.call('HSET', KEYS[2], 'day', exact(money.day), 'usd', exact(money.usd), 'reserved', exact(money.reserved))
    redis.call('PEXPIRE', KEYS[2], 2 * DAY)
  end
end

local function later(ms, because)
  return cjson.encode({ kind = 'later', retryAfterMs = ms, because = because })
end

local function reserve()
  local part = ask.isEditor and 1 or 1 - limits.editorsShare
  if limits.tokensPerMinute and ask.tokens > limits.tokensPerMinute then
    return cjson.encode({ kind = 'too-large', limit = 'tokens' })
  end
  if limits.usdPerDay and ask.usd > limits.usdPerDay * part then
    return cjson.encode({ kind = 'too-large', limit = 'usd' })
  end
  if state.pausedUntil > now then return later(state.pausedUntil - now, 'provider') end
  if state.opened > 0 then
    if state.openUntil > now then return later(state.openUntil - now, 'down') end
    if state.probeUntil > now then return later(math.min(1000, state.probeUntil - now), 'down') end
  end
  if limits.usdPerDay then
    local day = math.floor(now / DAY)
    if money.day ~= day then
      if ask.seed == nil then return cjson.encode({ kind = 'unseeded' }) end
      money = { day = day, usd = ask.seed, reserved = 0 }
      save()
    end
    local left = limits.usdPerDay * part - money.usd - ask.usd
    if left < money.reserved then return later(left < 0 and (day + 1) * DAY - now or rules.moneyAgainMs, 'money') end
  end
  local isProbe = state.opened > 0
  state.largest = math.max(state.largest, ask.tokens)
  refill()
  local share = ask.isEditor and 0 or limits.editorsShare
  local requests, tokens = buckets()
  local wait = math.max(waitFor(requests, state.requests, 1, share), waitFor(tokens, state.tokens, ask.tokens, share))
  local horizon = ask.isEditor and rules.editorsHorizonMs or rules.archiveHorizonMs
  if wait <= horizon then
    state.requests = state.requests - 1
    state.tokens = state.tokens - ask.tokens
    if isProbe then state.probeUntil = now + rules.probeMs end
    if limits.usdPerDay then money.reserved = money.reserved + ask.usd end
  end
  save()
  if wait > horizon then return later(wait - horizon / 2, 'rate') end
  return cjson.encode({ kind = 'granted', waitMs = wait, isProbe = isProbe, day = money.day })
end

local function noteFailure(granted, chance)
  state.failures = state.failures + 1
  local isNew = true
  for _, article in ipairs(failing) do if article == granted.article then isNew = false end end
  if isNew and #failing < rules.articlesToOpen then failing[#failing + 1] = granted.article end
  if state.opened > 0 then
    if not granted.isProbe then return end
  elseif state.failures < rules.failuresToOpen or #failing < rules.articlesToOpen then
    return
  end
  state.opened = state.opened + 1
  local longest = math.min(rules.longestOpenMs, rules.firstOpenMs * 2 ^ math.min(state.opened - 1, 20))
  state.openUntil = now + longest * (0.75 + chance / 2)
end

local function pause(ended)
  if ended.waitMs >= 0 then
    state.pausedUntil = math.max(state.pausedUntil, now + ended.waitMs)
  elseif state.pausedUntil <= now then
    local longest = math.min(rules.longestPauseMs, rules.firstPauseMs * 2 ^ math.min(state.pauses, 20))
    state.pauses = state.pauses + 1
    state.pausedUntil = now + longest * (0.5 + ended.chance / 2)
  end
end

local function settle()
  local granted, ended = ask.granted, ask.ended
  refill()
  state.tokens = state.tokens + granted.tokens - ended.tokens
  if ended['end'] == 'unsent' then state.requests = state.requests + 1 end
  if limits.usdPerDay and money.day == granted.day then
    money.usd = money.usd + ended.usd
    money.reserved = math.max(0, money.reserved - granted.usd)
  end
  if granted.isProbe then state.probeUntil = 0 end
  local how = ended['end']
  if how == 'answered' or how == 'refused' or how == 'later' then
    state.failures, state.opened, state.openUntil, state.probeUntil = 0, 0, 0, 0
    failing = {}
  end
  if how == 'answered' then state.pauses = 0 end
  if how == 'later' then pause(ended) end
  if how == 'shut' then
    state.opened = state.opened + 1
    state.openUntil = now + rules.shutMs
  end
  if how == 'failed' or how == 'lost' then noteFailure(granted, ended.chance) end
  save()
  return cjson.encode(state.opened > 0)
end

if ARGV[2] == 'reserve' then return reserve() end
return settle()
