--[[
  Writes players' points as PostgreSQL has them, unless something newer than what PostgreSQL knew has
  counted here. A group of which a part is lost is not known any more, and nothing is written.

  KEYS[1..6] regions  as in regions.lua
  KEYS[7]    known    as in mark.lua
  KEYS[8]    reached  as in add-scores.lua

  ARGV[1] when Redis forgets the keys (ms), 0 for never
  ARGV[2] what points are multiplied by in a score, and
  ARGV[3] what a time counted down loses there: as in add-scores.lua
  ARGV[4] how many places are of each region, 1 byte a region
  ARGV[5] the places by their regions, each of another player, 30 bytes each: time (6), player number (5), the newest
          time that PostgreSQL knew of (6), points (8, a double; less than 0 takes the player off), bucket (4), field
          of the player in the bucket (1)

  Returns the positions (from 0) of the players that have something newer.
]]
local call, format = redis.call, string.format
local expires_at, scale, base, places = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[5]
local is_timed = scale > 1
local many = 2 ^ 53 / scale
local RECORD = 30

-- A group that is not known is being made.
local function is_touched(place)
  if place == REACHED then return is_timed end
  return string.byte(ARGV[4], place) > 0
end
for place = 1, REACHED do
  if mark and is_touched(place) and is_lost(place) then
    call('DEL', known)
    return {}
  end
end

local newer, position = {}, 0
local function places_of(region)
  local list = {}
  for i = 1, string.byte(ARGV[4], region) do
    local time, number, newest, points, bucket, field =
      struct.unpack('>c6c5I6dI4B', places, position * RECORD + 1)
    position = position + 1
    list[i] = {
      position = position - 1, time = time, number = number, newest = newest, points = points,
      key = reached .. bucket, field = field,
    }
  end
  return list
end

-- The member that a player has, and when its points were reached, counted down.
local function find_old(region, list)
  if #list == 0 then return end
  if not is_timed then
    for _, place in ipairs(list) do
      local last = call('HGET', place.key, place.field)
      if last then
        place.old, place.had_time = string.sub(last, 1, 6) .. place.number, struct.unpack('>I6', last)
        place.was_in = string.byte(last, 7)
      end
    end
    return
  end
  local numbers = {}
  for i, place in ipairs(list) do numbers[i] = place.number end
  local scores = call('ZMSCORE', KEYS[region], unpack(numbers))
  local times = call('HMGET', reached, unpack(numbers))
  for i, place in ipairs(list) do
    if scores[i] then
      place.old, place.had_time = place.number, tonumber(scores[i]) % scale + base
    elseif times[i] then
      place.old, place.had_time = times[i] .. place.number, struct.unpack('>I6', times[i])
      place.is_kept = true
    end
    place.was_in = region
  end
end

local function write(region, place, put)
  local member, score
  if place.points >= 0 then
    score = place.points * scale
    if is_timed and place.points < many then
      -- The sum of the first two would be rounded.
      score, member = score + (struct.unpack('>I6', place.time) - base), place.number
    else
      member = place.time .. place.number
    end
  end
  if place.old and place.old ~= member then call('ZREM', KEYS[place.was_in], place.old) end
  if member then put[#put + 1], put[#put + 2] = format('%.0f', score), member end
  if not is_timed then
    if not member then
      if place.old then call('HDEL', place.key, place.field) end
    else
      call('HSET', place.key, place.field, place.time .. string.char(region))
      if not place.old and expires_at > 0 and call('HLEN', place.key) == 1 then
        call('PEXPIREAT', place.key, expires_at)
      end
    end
  elseif member and member ~= place.number then
    call('HSET', reached, place.number, place.time)
    if expires_at > 0 then call('PEXPIREAT', reached, expires_at) end
  elseif place.is_kept then
    call('HDEL', reached, place.number)
  end
end

for region = 1, REGIONS do
  local list, put = places_of(region), {}
  find_old(region, list)
  for _, place in ipairs(list) do
    if place.had_time and place.had_time < place.newest then
      newer[#newer + 1] = place.position
    else
      write(region, place, put)
    end
  end
  if #put > 0 then
    call('ZADD', KEYS[region], unpack(put))
    if expires_at > 0 then call('PEXPIREAT', KEYS[region], expires_at) end
  end
end
for place = 1, REACHED do
  if mark and is_touched(place) then note_there(place, is_there(place)) end
end
return newer
