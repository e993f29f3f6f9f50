--[[
  Writes players' points as PostgreSQL has them, unless something newer than what PostgreSQL knew has
  counted here.

  KEYS[1..6] regions  as in regions.lua
  KEYS[7]    reached  hashes  what their keys begin with, as in add-scores.lua

  ARGV[1] when Redis forgets the keys (ms), 0 for never
  ARGV[2] the places, each of another player, 31 bytes each: time (6), player number (5), the newest time that
          PostgreSQL knew of (6), points (8, a double; less than 0 takes the player off), bucket (4), field of the
          player in the bucket (1), number of the region (1)

  Returns the positions (from 0) of the players that have something newer.
]]
local reached = KEYS[7]
local expires_at, places = tonumber(ARGV[1]), ARGV[2]
local RECORD = 31
local newer, taken, added = {}, {}, {}
for region = 1, REGIONS do
  taken[region], added[region] = {}, {}
end

for position = 0, #places / RECORD - 1 do
  local time, number, newest, points, bucket, field, region =
    struct.unpack('>c6c5I6dI4BB', places, position * RECORD + 1)
  local key = reached .. bucket
  local last = redis.call('HGET', key, field)
  if last and struct.unpack('>I6', last) < newest then
    newer[#newer + 1] = position
  else
    if last then table.insert(taken[string.byte(last, 7)], string.sub(last, 1, 6) .. number) end
    if points < 0 then
      if last then redis.call('HDEL', key, field) end
    else
      table.insert(added[region], points)
      table.insert(added[region], time .. number)
      redis.call('HSET', key, field, time .. string.char(region))
      if not last and expires_at > 0 and redis.call('HLEN', key) == 1 then redis.call('PEXPIREAT', key, expires_at) end
    end
  end
end
for region = 1, REGIONS do
  if #taken[region] > 0 then redis.call('ZREM', KEYS[region], unpack(taken[region])) end
  if #added[region] > 0 then
    redis.call('ZADD', KEYS[region], unpack(added[region]))
    if expires_at > 0 then redis.call('PEXPIREAT', KEYS[region], expires_at) end
  end
end
return newer
