--[[
  Keeps a member of a consumer group alive and gives it its fair share of a topic's partitions.

  KEYS[1]    members  zset  member id scored by expiry (ms)
  KEYS[2]    leases   hash  partition to member id; counts only while that member is alive
  KEYS[3]    positions  hash  partition to '<id of the last entry done> <how many are done> <when it was made>'
  KEYS[4..]  streams  one a partition, in order

  ARGV[1] group
  ARGV[2] member id
  ARGV[3] how long the member lives without calling again (ms)

  The server's clock decides about life and death, so that members with wrong clocks agree.

  Returns { quota, owned partitions, partitions among them that are new to this member, 1 when the
  member has just joined }.
]]
local members, leases, positions = KEYS[1], KEYS[2], KEYS[3]
local group, me = ARGV[1], ARGV[2]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local made = string.format('%.0f', time[1] * 1000000 + time[2])

local function named(list)
  local map = {}
  for i = 1, #list, 2 do map[list[i]] = list[i + 1] end
  return map
end

-- The greatest id below this one.
local function before(id)
  local ms, seq = string.match(id, '^(%d+)-(%d+)$')
  if seq ~= '0' then return string.format('%s-%.0f', ms, seq - 1) end
  return string.format('%.0f-18446744073709551615', ms - 1)
end

-- Where a group begins: with the first event, or where a consumer group of this name, which kept positions before,
-- has got to. Entries that it has read and not acknowledged are not done.
local function start(stream)
  if redis.call('EXISTS', stream) == 0 then return '0-0 0' end
  local facts = named(redis.call('XINFO', 'STREAM', stream))
  local first = facts['entries-added'] - facts['length']
  for _, told in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
    local known = named(told)
    if known['name'] == group then
      local at, unread = known['last-delivered-id'], known['pending'] + (known['lag'] or 0)
      if known['pending'] > 0 then at = before(redis.call('XPENDING', stream, group)[2]) end
      redis.call('XGROUP', 'DESTROY', stream, group)
      return string.format('%s %.0f', at, math.max(first, facts['entries-added'] - unread))
    end
  end
  return string.format('0-0 %.0f', first)
end

redis.call('ZREMRANGEBYSCORE', members, '-inf', now)
local joined = redis.call('ZADD', members, now + ARGV[3], me)
redis.call('PEXPIRE', members, ARGV[3])

-- Every member computes the same shares: those first by name take one partition more.
local names = redis.call('ZRANGE', members, 0, -1)
table.sort(names)
local alive, rank = {}, 0
for i, name in ipairs(names) do
  alive[name] = true
  if name == me then rank = i end
end
local partitions = #KEYS - 3
local quota = math.floor(partitions / #names)
if rank <= partitions % #names then quota = quota + 1 end

local owned, fresh, free = {}, {}, {}
for p = 0, partitions - 1 do
  local owner = redis.call('HGET', leases, p)
  if owner == me then
    owned[#owned + 1] = p
  elseif not (owner and alive[owner]) then
    free[#free + 1] = p
  end
end

for _, p in ipairs(free) do
  if #owned >= quota then break end
  redis.call('HSET', leases, p, me)
  if redis.call('HEXISTS', positions, p) == 0 then
    redis.call('HSET', positions, p, start(KEYS[p + 4]) .. ' ' .. made)
  end
  owned[#owned + 1] = p
  fresh[#fresh + 1] = p
end

return { quota, owned, fresh, joined }
