--[[
  Places of all regions together from a rank on: finds which places of each region they lie between, by looking how many of
  each come before single places. How many are looked at grows with the logarithm of the board: most often three to six.

  KEYS[1..6] regions  as in regions.lua
  KEYS[7]    known    there while the group is complete

  ARGV[1] the first rank (from 0)
  ARGV[2] how many places

  Returns whether the group is known, how many places there are, and how many of those that follow come before the page;
  then a list a region of members, each followed by its score, best first. The page is in them, in no more than
  twice as many places or 128.
]]
local SLACK, LEAST_FETCHED, GUESSES = 32, 128, 8
local from, count = tonumber(ARGV[1]), tonumber(ARGV[2])
local is_known = redis.call('EXISTS', KEYS[7])

local sizes, total = {}, 0
for region = 1, REGIONS do
  sizes[region] = redis.call('ZCARD', KEYS[region])
  total = total + sizes[region]
end
if count == 0 or from >= total then return { is_known, total, 0 } end
local to = math.min(from + count, total)

local function sum(list)
  local all = 0
  for region = 1, REGIONS do all = all + list[region] end
  return all
end

-- How many places of each region and of all come before what was looked at last, and before that.
local latest, rank, earlier, earlier_rank

local function note(places)
  earlier, earlier_rank = latest, rank
  latest, rank = places, sum(places)
end

-- A place of a region whose rank among all may be `target`.
local function guess(region, target)
  local share, place, at = sizes[region] / total, 0, 0
  if latest then place, at = latest[region], rank end
  if earlier and earlier_rank ~= rank and earlier[region] ~= place then
    share = (place - earlier[region]) / (at - earlier_rank)
  end
  return math.floor(place + (target - at) * share)
end

-- Brings bounds of how many of the first `wanted` places each region has together, until they will do. A look at a place tells
-- what has more than its score; where that is not enough, as so many have as much, the next look tells what comes before the place itself.
local function narrow(low, high, wanted, target, will_do)
  local looks, looked_at, more = 0, nil, nil
  while not will_do() do
    local widest = 1
    for region = 2, REGIONS do
      if high[region] - low[region] > high[widest] - low[widest] then widest = region end
    end
    looks = looks + 1
    local at = looks <= GUESSES and guess(widest, target()) or math.floor((low[widest] + high[widest]) / 2)
    at = math.max(low[widest], math.min(high[widest] - 1, at))
    local place = redis.call('ZREVRANGE', KEYS[widest], at, at, 'WITHSCORES')
    local member, score = place[1], place[2]
    local before, does_count = {}, 0
    if score ~= looked_at then
      for region = 1, REGIONS do before[region] = redis.call('ZCOUNT', KEYS[region], '(' .. score, '+inf') end
      looked_at, more = score, before
    else
      for region = 1, REGIONS do
        before[region] = region == widest and at or count_among_equals(KEYS[region], more[region], score, member)
      end
      does_count = 1
    end
    note(before)
    -- Whether all of these are among the first, and the place itself when that is what was looked at.
    local are_among = rank + does_count <= wanted
    for region = 1, REGIONS do
      if are_among then
        low[region] = math.max(low[region], before[region] + (region == widest and does_count or 0))
      else
        high[region] = math.min(high[region], before[region])
      end
    end
  end
end

-- Where to begin: with a few places before the page at most.
local low, high = {}, {}
for region = 1, REGIONS do
  low[region], high[region] = 0, math.min(sizes[region], from)
end
narrow(low, high, from, function() return from - SLACK / 2 end, function() return from - sum(low) <= SLACK end)

-- Where to end.
local start = sum(low)
local most = math.max(LEAST_FETCHED, 2 * count)
local begin = {}
for region = 1, REGIONS do
  begin[region] = low[region]
  high[region] = math.min(sizes[region], low[region] + to - start)
end
narrow(low, high, to, function() return (to + start + most) / 2 end, function() return sum(high) - start <= most end)

local answers = { is_known, total, from - start }
for region = 1, REGIONS do
  answers[3 + region] = high[region] > begin[region]
    and redis.call('ZREVRANGE', KEYS[region], begin[region], high[region] - 1, 'WITHSCORES') or {}
end
return answers
