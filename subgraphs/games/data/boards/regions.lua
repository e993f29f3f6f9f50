--[[
  Where places of one region stand among those of all: begins scripts whose first keys are the regions of a group.

  A place comes before another when it has more points, or the same points and the greater member. A board of all
  regions is the merger of theirs, so that a score is written once for both.

  KEYS[1..6] regions  zset  member (6 bytes of time counted down, 5 bytes of player number) scored by points
]]
local REGIONS = 6

-- As numbers: how Lua orders bytes of text depends on the locale of the server.
local function is_greater(one, other)
  local time, number = struct.unpack('>I6I5', one)
  local other_time, other_number = struct.unpack('>I6I5', other)
  return time > other_time or (time == other_time and number > other_number)
end

-- How many places of a region come before a place: a search among those of the same points, most often of none.
local function count_before(region, points, member)
  local low = redis.call('ZCOUNT', region, '(' .. points, '+inf')
  local equal = redis.call('ZREVRANGE', region, low, low, 'WITHSCORES')
  if equal[2] ~= points or not is_greater(equal[1], member) then return low end
  local high = low + redis.call('ZCOUNT', region, points, points)
  low = low + 1
  while low < high do
    local middle = math.floor((low + high) / 2)
    if is_greater(redis.call('ZREVRANGE', region, middle, middle)[1], member) then
      low = middle + 1
    else
      high = middle
    end
  end
  return low
end

-- The same in all regions together; `own` is the number of the region that has the place, `rank` its rank there.
local function rank_among_all(own, rank, points, member)
  for region = 1, REGIONS do
    if region ~= own then rank = rank + count_before(KEYS[region], points, member) end
  end
  return rank
end
