--[[
  Decides claims of one flash sale, first come first served, until PostgreSQL decides them for good.

  KEYS[1] sale      hash  what PostgreSQL last said (starts, ends, limit, over, available, version), pending units,
                          sequence of the queue, and the pace of admissions
  KEYS[2] claims    hash  order to user|units|state|key; state P: on its way to PostgreSQL, Q: queued, H: holds units
  KEYS[3] buyers    hash  user to units of all claims
  KEYS[4] keys      hash  user:key to order|content hash
  KEYS[5] expiries  zset  order in state P or Q, scored by when it is forgotten (ms)
  KEYS[6] queue     zset  order scored by arrival
  KEYS[7] inflight  zset  admitted order that is not paid yet, scored by when it no longer counts (ms)
  KEYS[8] attempts  hash  user to the times of the latest attempts (ms), oldest first, joined by commas

  ARGV[1] now (ms)      ARGV[2] when an undecided claim is forgotten (ms)   ARGV[3] when an admitted order no longer counts (ms)
  ARGV[4] time to live of the keys (ms)   ARGV[5] most orders in flight      ARGV[6] most orders in the queue
  ARGV[7] attempts in a window            ARGV[8] the window (ms)
  ARGV[9..] order, user, units, key, content hash, '1' when the queue is being drained, again and again

  Returns four values a claim: answer, order, and two numbers as the answer needs them. Returns an empty list when the
  sale is not known here.
]]
local sale, claims, buyers, keys = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local expiries, queue, inflight, attempts = KEYS[5], KEYS[6], KEYS[7], KEYS[8]
local now, ttl = tonumber(ARGV[1]), ARGV[4]
local max_in_flight, max_queue = tonumber(ARGV[5]), tonumber(ARGV[6])
local max_attempts, window = tonumber(ARGV[7]), tonumber(ARGV[8])
local MAX_EXPIRED, PACE_MS, MAX_WAIT_MS = 500, 2000, 600000

local known = redis.call('HMGET', sale, 'starts', 'ends', 'limit', 'over', 'available', 'pending')
if not known[5] then return {} end
local starts, ends, limit = tonumber(known[1]), tonumber(known[2]), tonumber(known[3])
local is_over = known[4] == '1' or now >= ends

local pending = tonumber(known[6] or 0)
for _, order in ipairs(redis.call('ZRANGE', expiries, '-inf', now, 'BYSCORE', 'LIMIT', 0, MAX_EXPIRED)) do
  local user, units, _, key = string.match(redis.call('HGET', claims, order) or '', '^(.-)|(.-)|(.-)|(.*)$')
  if user then
    pending = pending - tonumber(units)
    redis.call('HDEL', claims, order)
    redis.call('HDEL', keys, user .. ':' .. key)
    if redis.call('HINCRBY', buyers, user, -units) <= 0 then redis.call('HDEL', buyers, user) end
  end
  redis.call('ZREM', expiries, order)
  redis.call('ZREM', queue, order)
end
redis.call('ZREMRANGEBYSCORE', inflight, '-inf', now)

local free = tonumber(known[5]) - pending
local in_flight, queued = redis.call('ZCARD', inflight), redis.call('ZCARD', queue)
local slot = math.floor(now / PACE_MS)
local pace = redis.call('HMGET', sale, 'slot', 'admitted', 'before')
local admitted, before = tonumber(pace[2] or 0), tonumber(pace[3] or 0)
if tonumber(pace[1] or 0) ~= slot then
  before, admitted = tonumber(pace[1] or 0) == slot - 1 and admitted or 0, 0
end

local answers = {}
local function answer(...)
  for _, value in ipairs({ ... }) do answers[#answers + 1] = value end
end
local function wait(position)
  local done = math.max(before + admitted, 1)
  return math.min(math.ceil(position * (PACE_MS + now % PACE_MS) / done), MAX_WAIT_MS)
end
local function admit(order, user, units, key)
  redis.call('HSET', claims, order, user .. '|' .. units .. '|P|' .. key)
  redis.call('ZADD', expiries, ARGV[2], order)
  redis.call('ZADD', inflight, ARGV[3], order)
  in_flight, admitted = in_flight + 1, admitted + 1
  answer('ADMITTED', order, 0, 0)
end
local function place(order)
  local position = (redis.call('ZRANK', queue, order) or queued) + 1
  answer('QUEUED', order, position, wait(position))
end

-- Who is asked for in turn has a row that waits, and a retry may have got another place for its key while Redis had
-- forgotten this one: it is this one's.
local function move_place(from, order, user, units, key, content)
  local arrival = redis.call('ZSCORE', queue, from)
  redis.call('ZREM', queue, from)
  redis.call('ZREM', expiries, from)
  redis.call('HDEL', claims, from)
  redis.call('ZADD', queue, arrival, order)
  redis.call('ZADD', expiries, ARGV[2], order)
  redis.call('HSET', claims, order, user .. '|' .. units .. '|Q|' .. key)
  redis.call('HSET', keys, user .. ':' .. key, order .. '|' .. content)
end

-- The earliest attempt that still counts, when there are too many of them; else this one counts too.
local function too_many(user)
  local times = {}
  for at in string.gmatch(redis.call('HGET', attempts, user) or '', '%d+') do
    if tonumber(at) > now - window then times[#times + 1] = at end
  end
  if #times >= max_attempts then return tonumber(times[1]) end
  times[#times + 1] = ARGV[1]
  redis.call('HSET', attempts, user, table.concat(times, ','))
end

for i = 9, #ARGV, 6 do
  local order, user, units, key, content = ARGV[i], ARGV[i + 1], tonumber(ARGV[i + 2]), ARGV[i + 3], ARGV[i + 4]
  local is_turn = ARGV[i + 5] == '1'
  local bound, hash = string.match(redis.call('HGET', keys, user .. ':' .. key) or '', '^(.-)|(.*)$')
  local state = bound and string.match(redis.call('HGET', claims, bound) or '', '^.-|.-|(.-)|')
  local earliest = not bound and not is_over and now >= starts and not is_turn and too_many(user)
  local has = tonumber(redis.call('HGET', buyers, user) or 0)

  if bound and hash ~= content then
    answer('CONFLICT', '', 0, 0)
  elseif state == 'H' then
    answer('CLAIMED', bound, 0, 0)
  elseif state == 'P' then
    answer('ADMITTED', bound, 0, 0)
  elseif is_over then
    answer('ENDED', '', 0, 0)
  elseif state == 'Q' then
    if is_turn and bound ~= order then
      move_place(bound, order, user, units, key, content)
      bound = order
    end
    if is_turn and in_flight < max_in_flight then
      queued = queued - redis.call('ZREM', queue, bound)
      admit(bound, user, units, key)
    else
      redis.call('ZADD', expiries, ARGV[2], bound)
      place(bound)
    end
  elseif now < starts then
    answer('NOT_STARTED', '', starts, 0)
  elseif earliest then
    answer('RATE_LIMITED', '', 0, earliest + window - now)
  elseif has + units > limit then
    answer('LIMIT_REACHED', '', has, 0)
  elseif units > free then
    answer('SOLD_OUT', '', math.max(free, 0), 0)
  elseif queued >= max_queue then
    answer('BUSY', '', 0, wait(queued))
  else
    free, pending = free - units, pending + units
    redis.call('HSET', keys, user .. ':' .. key, order .. '|' .. content)
    redis.call('HINCRBY', buyers, user, units)
    if in_flight < max_in_flight and (is_turn or queued == 0) then
      admit(order, user, units, key)
    else
      redis.call('HSET', claims, order, user .. '|' .. units .. '|Q|' .. key)
      redis.call('ZADD', expiries, ARGV[2], order)
      redis.call('ZADD', queue, redis.call('HINCRBY', sale, 'sequence', 1), order)
      queued = queued + 1
      place(order)
    end
  end
end

redis.call('HSET', sale, 'pending', pending, 'slot', slot, 'admitted', admitted, 'before', before)
for _, name in ipairs(KEYS) do redis.call('PEXPIRE', name, ttl) end
return answers
