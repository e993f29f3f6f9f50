--[[
  Keeps a member of a consumer group alive and gives it its fair share of a topic's partitions.

  KEYS[1]    members  zset  member id scored by expiry (ms)
  KEYS[2]    leases   hash  partition to member id; counts only while that member is alive
  KEYS[3..]  streams  one a partition, in order

  ARGV[1] group
  ARGV[2] member id
  ARGV[3] how long the member lives without calling again (ms)

  The server's clock decides about life and death, so that members with wrong clocks agree.

  Returns { quota, owned partitions, partitions among them that are new to this member, 1 when the
  member has just joined }.
]]
local members, leases = KEYS[1], KEYS[2]
local group, me = ARGV[1], ARGV[2]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

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
local partitions = #KEYS - 2
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
  -- A group starts with the first event; BUSYGROUP says that it exists.
  local made = redis.pcall('XGROUP', 'CREATE', KEYS[p + 3], group, '0', 'MKSTREAM')
  if made.err and not string.find(made.err, 'BUSYGROUP') then return made end
  owned[#owned + 1] = p
  fresh[#fresh + 1] = p
end

return { quota, owned, fresh, joined }
