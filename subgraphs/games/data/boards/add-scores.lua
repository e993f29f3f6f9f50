--[[
  Adds points to players on the boards of one group. A game that is not newer than what its player has counts already:
  a player's games come in the order of their times, so a second delivery changes nothing.

  Members are looked up, taken out and put in together: one command for all of a region costs half of one each.

  KEYS[1..6] regions  as in regions.lua
  KEYS[7]    known    as in mark.lua
  KEYS[8]    reached  hashes  where scores have no room for times: what their keys begin with; a player's bucket is the rest,
                      in the same slot. A player is 6 bytes of time counted down, and the number of the region (1).
                      Elsewhere a hash of those with so many points that there is no room: number (5) to time (6)

  ARGV[1] when Redis forgets the keys (ms), 0 for never
  ARGV[2] a rank (from 0) before which ranks are always told
  ARGV[3] what points are multiplied by in a score, to leave room for times below; 1 where there is none
  ARGV[4] what a time counted down loses there
  ARGV[5] how many games are of each region, 1 byte a region
  ARGV[6] the games by their regions, each of another player: time (6 bytes, counted down), player number (5), points (6),
          whether ranks are wanted (1); where scores have no room, bucket and field of the player in the bucket
          (digits and a zero byte each)

  What goes on to other commands comes as digits and stays so: Redis writes a number of Lua's with 17 of them, for which it
  takes longer than for most of what a command does.

  Returns of each game that there is something to tell of: its position (from 0), its player's points, rank among all
  before and after, and rank in the region after (from 0, -1 for none or not wanted). Points are -1 when the game is its
  player's newest and counts already, and -2 when there is a newer one. Returns -1 alone when the group is not known here.
]]
local call, unpack_bytes, format = redis.call, struct.unpack, string.format
local expires_at, first, scale, base, games = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[6]
local does_expire, is_timed = expires_at ~= '0', scale > 1
-- Points from which on a score has no room for a time.
local WHOLE = 2 ^ 53
local many = WHOLE / scale
if not mark then return { -1 } end

local function give_up()
  call('DEL', known)
  return { -1 }
end

local function digits(number) return format(number < WHOLE and '%d' or '%.0f', number) end

local answers = {}
local function answer(position, points, before, after, in_region)
  local at = #answers
  answers[at + 1], answers[at + 2], answers[at + 3] = position, points, before
  answers[at + 4], answers[at + 5] = after, in_region
end

-- The games, a list a field, and at which of them each region begins: a table a game would cost more than a command.
local begins = { 1 }
for region = 1, REGIONS do begins[region + 1] = begins[region] + string.byte(ARGV[5], region) end
local count, at = begins[REGIONS + 1] - 1, 1
local times, numbers, gained, tracked, keys, fields = {}, {}, {}, {}, {}, {}
for i = 1, count do
  times[i], numbers[i], gained[i], tracked[i], at = unpack_bytes('>I6c5I6B', games, at)
  if not is_timed then keys[i], fields[i], at = unpack_bytes('ss', games, at) end
end

-- What the players have: members, scores, points, and when they were reached, counted down.
local olds, had_scores, had_points, had_times = {}, {}, {}, {}
if is_timed then
  local missing, missing_at, missing_in = {}, {}, {}
  for region = 1, REGIONS do
    local from, to = begins[region], begins[region + 1] - 1
    if from <= to then
      local is_anybody_there = false
      local scores = call('ZMSCORE', KEYS[region], unpack(numbers, from, to))
      for i = from, to do
        local score = scores[i - from + 1]
        if score then
          local total = tonumber(score)
          local below = total % scale
          is_anybody_there = true
          olds[i], had_scores[i], had_points[i], had_times[i] = numbers[i], score, (total - below) / scale, below + base
        else
          local own = #missing + 1
          missing[own], missing_at[own], missing_in[own] = numbers[i], i, region
        end
      end
      if not is_anybody_there and is_lost(region) then return give_up() end
    end
  end
  local with_many = #missing > 0 and call('HMGET', reached, unpack(missing)) or {}
  if #missing > 0 and is_lost(REACHED) then return give_up() end
  for own = 1, #with_many do
    local time = with_many[own]
    if time then
      local i, old = missing_at[own], time .. missing[own]
      local score = call('ZSCORE', KEYS[missing_in[own]], old)
      if not score then return give_up() end
      olds[i], had_scores[i], had_points[i], had_times[i] = old, score, tonumber(score) / scale, (unpack_bytes('>I6', time))
    end
  end
else
  for region = 1, REGIONS do
    local members, positions = {}, {}
    for i = begins[region], begins[region + 1] - 1 do
      keys[i] = reached .. keys[i]
      local last = call('HGET', keys[i], fields[i])
      if last then
        local member, own = string.sub(last, 1, 6) .. numbers[i], #members + 1
        members[own], positions[own] = member, i
        olds[i], had_times[i] = member, (unpack_bytes('>I6', last))
      end
    end
    local is_empty = begins[region] == begins[region + 1]
    if #members == 0 and not is_empty and is_lost(region) then return give_up() end
    local scores = #members > 0 and call('ZMSCORE', KEYS[region], unpack(members)) or {}
    for own = 1, #members do
      local i, score = positions[own], scores[own]
      if not score then return give_up() end
      had_scores[i], had_points[i] = score, tonumber(score)
    end
  end
end

-- Whoever has less than the last of the first of a region has a rank behind them, there and among all.
local least_in, least = {}, -1
for region = 1, REGIONS do
  local last = call('ZREVRANGE', KEYS[region], first - 1, first - 1, 'WITHSCORES')[2]
  least_in[region] = last and tonumber(last) or -1
  least = math.max(least, least_in[region])
end

-- What they have with the games. Ranks before are looked for while nothing is changed.
local members, totals, scores, before = {}, {}, {}, {}
for region = 1, REGIONS do
  for i = begins[region], begins[region + 1] - 1 do
    local time, had_time = times[i], had_times[i]
    if had_time and had_time <= time then
      answer(i - 1, had_time == time and -1 or -2, -1, -1, -1)
    else
      local total = gained[i] + (had_points[i] or 0)
      local score = total * scale
      if is_timed and total < many then
        -- The sum of the first two would be rounded.
        members[i], score = numbers[i], score + (time - base)
      else
        members[i] = struct.pack('>I6', time) .. numbers[i]
      end
      totals[i], scores[i], before[i] = total, score, -1
      if olds[i] and (tracked[i] == 1 or score >= least) then
        before[i] = rank_among_all(region, call('ZREVRANK', KEYS[region], olds[i]), had_scores[i], olds[i])
      end
    end
  end
end

local with_many = {}
for region = 1, REGIONS do
  local taken, put = {}, {}
  for i = begins[region], begins[region + 1] - 1 do
    local member, old = members[i], olds[i]
    if member then
      if old and old ~= member then taken[#taken + 1] = old end
      local own = #put
      put[own + 1], put[own + 2] = digits(scores[i]), member
      if not is_timed then
        call('HSET', keys[i], fields[i], string.sub(member, 1, 6) .. string.char(region))
        if not old and does_expire and call('HLEN', keys[i]) == 1 then call('PEXPIREAT', keys[i], expires_at) end
      elseif member ~= numbers[i] then
        local size = #with_many
        with_many[size + 1], with_many[size + 2] = numbers[i], string.sub(member, 1, 6)
      end
    end
  end
  if #taken > 0 then call('ZREM', KEYS[region], unpack(taken)) end
  if #put > 0 then
    call('ZADD', KEYS[region], unpack(put))
    note_there(region, true)
    if does_expire then call('PEXPIREAT', KEYS[region], expires_at) end
  end
end
if #with_many > 0 then
  call('HSET', reached, unpack(with_many))
  note_there(REACHED, true)
  if does_expire then call('PEXPIREAT', reached, expires_at) end
end

for region = 1, REGIONS do
  local least_told = least_in[region]
  for i = begins[region], begins[region + 1] - 1 do
    local score = scores[i]
    if score and (score >= least_told or tracked[i] == 1) then
      local is_told = score >= least or tracked[i] == 1
      -- A board whose time has run out is gone again: then nobody has a rank.
      local in_region = call('ZREVRANK', KEYS[region], members[i])
      local after = is_told and in_region and rank_among_all(region, in_region, digits(score), members[i])
      answer(i - 1, digits(totals[i]), before[i], after or -1, in_region or -1)
    end
  end
end
return answers
