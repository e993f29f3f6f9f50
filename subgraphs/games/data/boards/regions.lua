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

-- Places of the same points that are looked at together.
local NEAR = 4
-- How often where a member stands is guessed from its time before halves are taken.
local GUESSES_OF_TIME = 3

-- How many places of a region come before a place, when those with more points are known: a search among those with as many,
-- most often of few. Where they are many, they are guessed to be spread evenly over time.
local function count_among_equals(region, more, points, member)
  local nearest = redis.call('ZREVRANGE', region, more, more + NEAR - 1, 'WITHSCORES')
  for i = 1, #nearest, 2 do
    if nearest[i + 1] ~= points or not is_greater(nearest[i], member) then return more + (i - 1) / 2 end
  end
  local low = more + #nearest / 2
  if #nearest < 2 * NEAR then return low end
  local high = more + redis.call('ZCOUNT', region, points, points)
  if low == high then return low end
  local last = redis.call('ZREVRANGE', region, high - 1, high - 1)[1]
  if is_greater(last, member) then return high end

  -- From here on all places before `low` come before the member, and that at `high` does not.
  high = high - 1
  local time = struct.unpack('>I6', member)
  local first_time = struct.unpack('>I6', nearest[#nearest - 1])
  local last_time = struct.unpack('>I6', last)
  local guesses = 0
  while low < high do
    local share = 0.5
    if guesses < GUESSES_OF_TIME and first_time > last_time then
      share = (first_time - time) / (first_time - last_time)
    end
    guesses = guesses + 1
    local from = math.max(low, math.floor(low + (high - low) * share) - NEAR / 2)
    from = math.min(from, high - 1)
    local near = redis.call('ZREVRANGE', region, from, math.min(high, from + NEAR) - 1)
    local before = 0
    while before < #near and is_greater(near[before + 1], member) do before = before + 1 end
    if before == 0 then
      high, last_time = from, (struct.unpack('>I6', near[1]))
    elseif before == #near then
      low, first_time = from + #near, (struct.unpack('>I6', near[#near]))
    else
      return from + before
    end
  end
  return low
end

local function count_before(region, points, member)
  local more = redis.call('ZCOUNT', region, '(' .. points, '+inf')
  return count_among_equals(region, more, points, member)
end

-- The same in all regions together; `own` is the number of the region that has the place, `rank` its rank there.
local function rank_among_all(own, rank, points, member)
  for region = 1, REGIONS do
    if region ~= own then rank = rank + count_before(KEYS[region], points, member) end
  end
  return rank
end
