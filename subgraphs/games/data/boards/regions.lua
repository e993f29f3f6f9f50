--[[
  Where places of one region stand among those of all: begins scripts whose first keys are the regions of a group.

  A place comes before another when it has the greater score, or the same score and the greater member. A board of all
  regions is the merger of theirs, so that a score is written once for both.

  KEYS[1..6] regions  zset  places as domain/place.ts writes them: the player's number (5 bytes) scored by points and time,
                            or the time (6 bytes, counted down) and the number scored by points alone
]]
local REGIONS = 6
local NUMBER_BYTES = 5

-- As numbers: how Lua orders bytes of text depends on the locale of the server.
local function is_greater(one, other)
  if #one == NUMBER_BYTES then return struct.unpack('>I5', one) > struct.unpack('>I5', other) end
  local time, number = struct.unpack('>I6I5', one)
  local other_time, other_number = struct.unpack('>I6I5', other)
  return time > other_time or (time == other_time and number > other_number)
end

-- The time that a member begins with; all have the same where it is in the score.
local function time_in(member)
  return #member == NUMBER_BYTES and 0 or (struct.unpack('>I6', member))
end

-- Places of the same score that are looked at together.
local NEAR = 4
-- How often where a member stands is guessed from its time before halves are taken.
local GUESSES_OF_TIME = 3

-- How many places of a region come before a place, when those with more than its score are known: a search among those with as
-- much, most often of few. Where they are many, they are guessed to be spread evenly over time.
local function count_among_equals(region, more, score, member)
  local nearest = redis.call('ZREVRANGE', region, more, more + NEAR - 1, 'WITHSCORES')
  local same = tonumber(score)
  for i = 1, #nearest, 2 do
    if tonumber(nearest[i + 1]) ~= same or not is_greater(nearest[i], member) then return more + (i - 1) / 2 end
  end
  local low = more + #nearest / 2
  if #nearest < 2 * NEAR then return low end
  local high = more + redis.call('ZCOUNT', region, score, score)
  if low == high then return low end
  local last = redis.call('ZREVRANGE', region, high - 1, high - 1)[1]
  if is_greater(last, member) then return high end

  -- From here on all places before `low` come before the member, and that at `high` does not.
  high = high - 1
  local time = time_in(member)
  local first_time = time_in(nearest[#nearest - 1])
  local last_time = time_in(last)
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
      high, last_time = from, time_in(near[1])
    elseif before == #near then
      low, first_time = from + #near, time_in(near[#near])
    else
      return from + before
    end
  end
  return low
end

local function count_before(region, score, member)
  local more = redis.call('ZCOUNT', region, '(' .. score, '+inf')
  return count_among_equals(region, more, score, member)
end

-- The same in all regions together; `own` is the number of the region that has the place, `rank` its rank there.
local function rank_among_all(own, rank, score, member)
  for region = 1, REGIONS do
    if region ~= own then rank = rank + count_before(KEYS[region], score, member) end
  end
  return rank
end
