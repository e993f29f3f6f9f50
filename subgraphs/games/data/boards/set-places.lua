--[[
  Writes players' points as PostgreSQL has them, unless something newer than what PostgreSQL knew has
  counted here.

  KEYS[1] board    zset  as in add-scores.lua
  KEYS[2] reached  hashes  what their keys begin with, as in add-scores.lua

  ARGV[1] when Redis forgets the keys (ms), 0 for never
  ARGV[2] the places, each of another player, 31 bytes each: time (6), player number (5), the newest time that
          PostgreSQL knew of (6), points (8, a double; less than 0 takes the player off), bucket (4), field of the
          player in the bucket (1), nothing (1)

  Returns the positions (from 0) of the players that have something newer.
]]
local board, reached = KEYS[1], KEYS[2]
local expires_at, places = tonumber(ARGV[1]), ARGV[2]
local RECORD = 31
local newer, taken, added = {}, {}, {}

for position = 0, #places / RECORD - 1 do
  local time, number, newest, points, bucket, field = struct.unpack('>c6c5c6dI4B', places, position * RECORD + 1)
  local key = reached .. bucket
  local last = redis.call('HGET', key, field)
  if last and last < newest then
    newer[#newer + 1] = position
  else
    if last then taken[#taken + 1] = last .. number end
    if points < 0 then
      if last then redis.call('HDEL', key, field) end
    else
      added[#added + 1] = points
      added[#added + 1] = time .. number
      redis.call('HSET', key, field, time)
      if not last and expires_at > 0 then redis.call('PEXPIREAT', key, expires_at) end
    end
  end
end
if #taken > 0 then redis.call('ZREM', board, unpack(taken)) end
if #added > 0 then redis.call('ZADD', board, unpack(added)) end
if expires_at > 0 then redis.call('PEXPIREAT', board, expires_at) end
return newer
