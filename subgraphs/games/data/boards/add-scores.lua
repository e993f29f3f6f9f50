--[[
  Adds points to players on the boards of one group. A game that is not newer than what its player has counts already:
  a player's games come in the order of their times, so a second delivery changes nothing.

  Members are looked up, taken out and put in together: one command for all of a region costs half of one each.

  KEYS[1..6] regions  as in regions.lua
  KEYS[7]    known    there while the group is complete
  KEYS[8]    reached  hashes  what their keys begin with; a player's bucket is the rest, in the same slot.
                      A player is 6 bytes of time counted down, and the number of the region (1)

  ARGV[1] when Redis forgets the keys (ms), 0 for never
  ARGV[2] a rank (from 0) before which ranks are always told
  ARGV[3] the games, each of another player: time (6 bytes), player number (5), points, bucket and field of the player in
          the bucket (digits and a zero byte each), number of the region (1), whether ranks are wanted (1)

  What goes on to other commands comes as digits and stays so: Redis writes a number of Lua's with 17 of them, for which it
  takes longer than for most of what a command does.

  Returns of each game that there is something to tell of: its position (from 0), its player's points, rank among all
  before and after, and rank in the region after (from 0, -1 for none or not wanted). Points are -1 when the game is its
  player's newest and counts already, and -2 when there is a newer one. Returns -1 alone when the group is not known here.
]]
local call, unpack_bytes = redis.call, struct.unpack
local known, reached = KEYS[7], KEYS[8]
local expires_at, first, games = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local does_expire = expires_at ~= '0'
if call('EXISTS', known) == 0 then return { -1 } end

local answers = {}
local function answer(position, points, before, after, in_region)
  local at = #answers
  answers[at + 1], answers[at + 2], answers[at + 3] = position, points, before
  answers[at + 4], answers[at + 5] = after, in_region
end

local function lists()
  local made = {}
  for region = 1, REGIONS do made[region] = {} end
  return made
end

-- What counts, a list a field: a table a game would cost more than a command. By region, what players have so far.
local count, taken, taken_at = 0, lists(), lists()
local positions, members, points, regions, tracked, before = {}, {}, {}, {}, {}, {}
local keys, fields, is_new = {}, {}, {}
local position, at = -1, 1
while at <= #games do
  local member, gained, bucket, field, region, is_tracked, next_at = unpack_bytes('>c11sssBB', games, at)
  position, at = position + 1, next_at
  local key = reached .. bucket
  local last = call('HGET', key, field)
  local time, last_time
  if last then time, last_time = unpack_bytes('>I6', member), unpack_bytes('>I6', last) end
  if last and last_time <= time then
    answer(position, last_time == time and -1 or -2, -1, -1, -1)
  else
    count = count + 1
    positions[count], members[count], points[count], regions[count] = position, member, gained, region
    tracked[count], before[count], keys[count], fields[count] = is_tracked == 1, -1, key, field
    is_new[count] = not last
    if last then
      local was_in = string.byte(last, 7)
      local own = #taken[was_in] + 1
      taken[was_in][own] = string.sub(last, 1, 6) .. string.sub(member, 7)
      taken_at[was_in][own] = count
    end
  end
end
if count == 0 then return answers end

-- Whoever has fewer points than the last of the first of a region has a rank behind them, there and among all.
local least_in, least = {}, -1
for region = 1, REGIONS do
  local last = call('ZREVRANGE', KEYS[region], first - 1, first - 1, 'WITHSCORES')[2]
  least_in[region] = last and tonumber(last) or -1
  least = math.max(least, least_in[region])
end

for region = 1, REGIONS do
  if #taken[region] > 0 then
    local had = call('ZMSCORE', KEYS[region], unpack(taken[region]))
    for own, i in ipairs(taken_at[region]) do
      if not had[own] then
        -- An eviction has taken one of the two: half of the truth is none.
        call('DEL', known)
        return { -1 }
      end
      local total = points[i] + had[own]
      points[i] = string.format('%.0f', total)
      if tracked[i] or total >= least then
        local rank = call('ZREVRANK', KEYS[region], taken[region][own])
        before[i] = rank_among_all(region, rank, had[own], taken[region][own])
      end
    end
  end
end

local pairs_of = lists()
for i = 1, count do
  local list = pairs_of[regions[i]]
  local own = #list
  list[own + 1], list[own + 2] = points[i], members[i]
  call('HSET', keys[i], fields[i], string.sub(members[i], 1, 6) .. string.char(regions[i]))
  if is_new[i] and does_expire and call('HLEN', keys[i]) == 1 then call('PEXPIREAT', keys[i], expires_at) end
end
for region = 1, REGIONS do
  if #taken[region] > 0 then call('ZREM', KEYS[region], unpack(taken[region])) end
end
for region = 1, REGIONS do
  if #pairs_of[region] > 0 then
    call('ZADD', KEYS[region], unpack(pairs_of[region]))
    if does_expire then call('PEXPIREAT', KEYS[region], expires_at) end
  end
end

for i = 1, count do
  local region, total = regions[i], tonumber(points[i])
  local is_told = tracked[i] or total >= least
  if is_told or total >= least_in[region] then
    -- A board whose time has run out is gone again: then nobody has a rank.
    local in_region = call('ZREVRANK', KEYS[region], members[i])
    local after = is_told and in_region and rank_among_all(region, in_region, points[i], members[i])
    answer(positions[i], points[i], before[i], after or -1, in_region or -1)
  end
end
return answers
